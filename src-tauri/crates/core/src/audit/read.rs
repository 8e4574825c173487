//! Reads the trail for people: what was asked for, a page at a time.

use crate::error::Result;
use crate::ids::{ClientId, PersonId};
use crate::reader::Reader;

use super::kind::AuditKind;
use super::store::{self, EntryRow, Head};

/// Which entries are wanted. What is left out does not narrow.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wanted {
    /// In which records, those that became one; none for all.
    pub(crate) clients: Vec<ClientId>,
    /// By whom.
    pub(crate) person: Option<PersonId>,
    /// The one person whose entries the reader may see, whomever they ask for.
    pub(crate) only: Option<PersonId>,
    /// From this instant on (UTC milliseconds).
    pub(crate) from: Option<i64>,
    /// Before this instant.
    pub(crate) until: Option<i64>,
    /// Of which kind.
    pub(crate) kind: Option<AuditKind>,
}

/// The newest entries before a number, newest first.
pub(crate) async fn newest(
    reader: &impl Reader,
    wanted: &Wanted,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<EntryRow>> {
    store::newest(reader.connection().await?.sqlite()?, wanted, before, limit).await
}

/// The oldest entries after a number, oldest first.
pub(crate) async fn oldest(
    reader: &impl Reader,
    wanted: &Wanted,
    after: i64,
    limit: i64,
) -> Result<Vec<EntryRow>> {
    store::oldest(reader.connection().await?.sqlite()?, wanted, after, limit).await
}

/// The newest entry there is.
pub(crate) async fn head(reader: &impl Reader) -> Result<Option<Head>> {
    store::head(reader.connection().await?.sqlite()?).await
}
