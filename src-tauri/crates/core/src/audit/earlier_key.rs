//! Keeps the key of the chain when the master key, from which it is derived, is replaced.

use hegu_vault::AuditKey;
use sqlx::SqliteConnection;

use crate::error::Result;

use super::store;

/// Keeps the key that the entries so far were hashed with, so that they can be checked for ever. Runs inside the
/// caller's transaction.
pub(crate) async fn keep_earlier_key(connection: &mut SqliteConnection, key: &AuditKey) -> Result<()> {
    match store::head(connection).await? {
        Some(head) => store::insert_earlier_key(connection, head.seq, key.expose_bytes_for_database()).await,
        None => Ok(()),
    }
}
