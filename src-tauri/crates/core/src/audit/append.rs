//! Adds an entry to the chain.

use hegu_vault::AuditKey;
use sqlx::SqliteConnection;

use crate::error::{Error, Result};

use super::entry::Entry;
use super::store::{self, EntryRow};

/// What the first entry is chained to.
const BEFORE_THE_FIRST: [u8; 32] = [0; 32];

/// Numbers the entry, chains it to the one before and writes it. Runs inside the caller's transaction.
pub(crate) async fn append(connection: &mut SqliteConnection, key: &AuditKey, entry: &Entry) -> Result<()> {
    let head = store::head(connection).await?;
    let (seq, previous) = match head {
        Some(head) => (head.seq + 1, head.mac),
        None => (1, BEFORE_THE_FIRST.to_vec()),
    };
    let subject = entry.subject.as_ref();
    let mut row = EntryRow {
        seq,
        at: entry.at,
        session: entry.session.clone(),
        person: entry.person.clone(),
        role: entry.role.name().to_owned(),
        action: entry.action.name().to_owned(),
        subject_kind: subject.map(|subject| subject.kind.to_owned()),
        subject: subject.map(|subject| subject.id.clone()),
        client: subject.and_then(|subject| subject.client).map(|client| client.to_string()),
        outcome: entry.outcome.name().to_owned(),
        detail: entry.detail.to_string(),
        previous,
        mac: Vec::new(),
    };
    row.mac = mac_of(key, &row)?.to_vec();
    store::insert(connection, &row).await
}

/// The keyed hash over everything an entry says and the hash before it.
pub(crate) fn mac_of(key: &AuditKey, row: &EntryRow) -> Result<[u8; 32]> {
    let previous: &[u8; 32] = row
        .previous
        .as_slice()
        .try_into()
        .map_err(|error| Error::unexpected("length of an audit hash", error))?;
    let (seq, at) = (row.seq.to_be_bytes(), row.at.to_be_bytes());
    // A missing value and an empty one must not hash alike, so each optional field says first whether it is there.
    let optional = |value: &Option<String>| match value {
        Some(text) => [b"+", text.as_bytes()].concat(),
        None => b"-".to_vec(),
    };
    let (subject_kind, subject, client) =
        (optional(&row.subject_kind), optional(&row.subject), optional(&row.client));
    let fields: [&[u8]; 11] = [
        &seq,
        &at,
        row.session.as_bytes(),
        row.person.as_bytes(),
        row.role.as_bytes(),
        row.action.as_bytes(),
        &subject_kind,
        &subject,
        &client,
        row.outcome.as_bytes(),
        row.detail.as_bytes(),
    ];
    Ok(key.mac(&fields, previous))
}
