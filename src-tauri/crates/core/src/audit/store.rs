//! The tables of the audit: the chain and what holds it here, what somebody looks for in [`list`].

mod list;

use sqlx::{FromRow, Row, SqliteConnection};

use crate::error::Result;

use super::checkpoint::Checkpoint;
use super::entry::Subject;

pub(super) use list::{newest, oldest};

/// A stored entry, as it is hashed.
#[derive(Debug, FromRow)]
pub(crate) struct EntryRow {
    pub(crate) seq: i64,
    pub(crate) at: i64,
    pub(crate) session: String,
    pub(crate) person: String,
    pub(crate) role: String,
    pub(crate) action: String,
    pub(crate) subject_kind: Option<String>,
    pub(crate) subject: Option<String>,
    pub(crate) client: Option<String>,
    pub(crate) outcome: String,
    pub(crate) detail: String,
    pub(crate) previous: Vec<u8>,
    pub(crate) mac: Vec<u8>,
}

/// The newest entry, as far as the next one and a checkpoint need it.
#[derive(Debug, FromRow)]
pub(crate) struct Head {
    pub(crate) seq: i64,
    pub(crate) mac: Vec<u8>,
    pub(crate) at: i64,
}

/// The newest entry; nothing in a practice that is just being made.
pub(super) async fn head(connection: &mut SqliteConnection) -> Result<Option<Head>> {
    Ok(sqlx::query_as("SELECT seq, mac, at FROM audit_entry ORDER BY seq DESC LIMIT 1")
        .fetch_optional(connection)
        .await?)
}

/// Keeps the signature over a head, once. A key that is not registered yet signs nothing: the act that registers it is
/// still to come.
pub(super) async fn insert_checkpoint(connection: &mut SqliteConnection, signed: &Checkpoint) -> Result<()> {
    sqlx::query(
        "INSERT INTO audit_checkpoint (seq, mac, at, person, public_key, signature)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6
         WHERE EXISTS (SELECT 1 FROM people_signing_key WHERE person = ?4 AND public_key = ?5)
         ON CONFLICT (seq) DO NOTHING",
    )
    .bind(signed.seq)
    .bind(&signed.mac)
    .bind(signed.at)
    .bind(&signed.person)
    .bind(&signed.public_key)
    .bind(&signed.signature)
    .execute(connection)
    .await?;
    Ok(())
}

/// Every checkpoint, oldest first.
pub(super) async fn checkpoints(connection: &mut SqliteConnection) -> Result<Vec<Checkpoint>> {
    Ok(sqlx::query_as(
        "SELECT seq, mac, at, person, public_key, signature FROM audit_checkpoint ORDER BY seq",
    )
    .fetch_all(connection)
    .await?)
}

/// The keys before this one, oldest first, each with the last entry under it.
pub(super) async fn earlier_keys(connection: &mut SqliteConnection) -> Result<Vec<(i64, Vec<u8>)>> {
    Ok(sqlx::query_as("SELECT up_to, key FROM audit_earlier_key ORDER BY up_to")
        .fetch_all(connection)
        .await?)
}

/// Whether the first entry names a signing key, or any entry of an act whose only purpose that is.
pub(super) async fn names_any_key(connection: &mut SqliteConnection, naming: &str) -> Result<bool> {
    Ok(sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM audit_entry WHERE seq = 1 AND detail LIKE '%\"signing_key\"%')
             OR EXISTS (SELECT 1 FROM audit_entry WHERE action = ?)",
    )
    .bind(naming)
    .fetch_one(connection)
    .await?)
}

/// Writes a finished entry.
pub(super) async fn insert(connection: &mut SqliteConnection, row: &EntryRow) -> Result<()> {
    sqlx::query(
        "INSERT INTO audit_entry
             (seq, at, session, person, role, action, subject_kind, subject, client, outcome, detail, previous, mac)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(row.seq)
    .bind(row.at)
    .bind(&row.session)
    .bind(&row.person)
    .bind(&row.role)
    .bind(&row.action)
    .bind(&row.subject_kind)
    .bind(&row.subject)
    .bind(&row.client)
    .bind(&row.outcome)
    .bind(&row.detail)
    .bind(&row.previous)
    .bind(&row.mac)
    .execute(connection)
    .await?;
    Ok(())
}

/// Up to `limit` entries after a number, oldest first. One that cannot be read as an entry is only a number.
pub(super) async fn after(
    connection: &mut SqliteConnection,
    seq: i64,
    limit: i64,
) -> Result<Vec<(i64, Option<EntryRow>)>> {
    let rows = sqlx::query(
        "SELECT seq, at, session, person, role, action, subject_kind, subject, client, outcome, detail, previous, mac
         FROM audit_entry WHERE seq > ? ORDER BY seq LIMIT ?",
    )
    .bind(seq)
    .bind(limit)
    .fetch_all(connection)
    .await?;
    rows.iter().map(|row| Ok((row.try_get("seq")?, EntryRow::from_row(row).ok()))).collect()
}

/// The hash of one entry.
pub(super) async fn hash_of(connection: &mut SqliteConnection, seq: i64) -> Result<Option<Vec<u8>>> {
    Ok(sqlx::query_scalar("SELECT mac FROM audit_entry WHERE seq = ?")
        .bind(seq)
        .fetch_optional(connection)
        .await?)
}

/// When each person last did one of these acts.
pub(super) async fn last_times(
    connection: &mut SqliteConnection,
    actions: [&str; 2],
) -> Result<Vec<(String, i64)>> {
    Ok(sqlx::query_as(
        "SELECT person, max(at) FROM audit_entry WHERE action IN (?, ?) AND outcome = 'done' GROUP BY person",
    )
    .bind(actions[0])
    .bind(actions[1])
    .fetch_all(connection)
    .await?)
}

/// When an act was last done, and its detail.
pub(super) async fn newest_of(
    connection: &mut SqliteConnection,
    action: &str,
) -> Result<Option<(i64, String)>> {
    Ok(sqlx::query_as(
        "SELECT at, detail FROM audit_entry WHERE action = ? AND outcome = 'done' ORDER BY seq DESC LIMIT 1",
    )
    .bind(action)
    .fetch_optional(connection)
    .await?)
}

/// Whether an entry after this number is of another act than these.
pub(super) async fn any_after(connection: &mut SqliteConnection, seq: i64, but: &[&str]) -> Result<bool> {
    let but = serde_json::json!(but).to_string();
    Ok(sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM audit_entry WHERE seq > ?
             AND action NOT IN (SELECT value FROM json_each(?)))",
    )
    .bind(seq)
    .bind(but)
    .fetch_one(connection)
    .await?)
}

/// The number of the newest entry of an act that was done; 0 when it never was.
pub(super) async fn last_of(connection: &mut SqliteConnection, action: &str) -> Result<i64> {
    Ok(sqlx::query_scalar(
        "SELECT coalesce(max(seq), 0) FROM audit_entry WHERE action = ? AND outcome = 'done'",
    )
    .bind(action)
    .fetch_one(connection)
    .await?)
}

/// Keeps the key of the entries so far, before another one takes over.
pub(super) async fn insert_earlier_key(
    connection: &mut SqliteConnection,
    up_to: i64,
    key: &[u8; 32],
) -> Result<()> {
    sqlx::query("INSERT INTO audit_earlier_key (up_to, key) VALUES (?, ?)")
        .bind(up_to)
        .bind(&key[..])
        .execute(connection)
        .await?;
    Ok(())
}

/// One act in a client's record.
#[derive(Debug, FromRow)]
pub(crate) struct Trail {
    pub(crate) seq: i64,
    pub(crate) at: i64,
    pub(crate) person: String,
    detail: String,
}

impl Trail {
    /// The names of the fields that were changed, in the order of the form; none where the act changes no form.
    pub(crate) fn fields(&self) -> Vec<String> {
        #[derive(serde::Deserialize, Default)]
        struct Detail {
            #[serde(default)]
            fields: Vec<String>,
        }
        serde_json::from_str::<Detail>(&self.detail).unwrap_or_default().fields
    }
}

/// The acts of one kind in a client's record, newest first.
pub(super) async fn of_client(
    connection: &mut SqliteConnection,
    client: &str,
    action: &str,
) -> Result<Vec<Trail>> {
    Ok(sqlx::query_as(
        "SELECT seq, at, person, detail FROM audit_entry
         WHERE client = ? AND action = ? AND outcome = 'done' ORDER BY seq DESC",
    )
    .bind(client)
    .bind(action)
    .fetch_all(connection)
    .await?)
}

/// Whether this sitting did the same, about nobody in particular, since an instant. Looks at the last two thousand
/// entries, more than anybody leaves in minutes: it is asked while somebody types.
pub(super) async fn done_at_all_since(
    connection: &mut SqliteConnection,
    action: &str,
    session: &str,
    since: i64,
) -> Result<bool> {
    Ok(sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM audit_entry
                        WHERE seq > (SELECT coalesce(max(seq), 0) - 2000 FROM audit_entry)
                          AND action = ? AND session = ? AND at > ?)",
    )
    .bind(action)
    .bind(session)
    .bind(since)
    .fetch_one(connection)
    .await?)
}

/// Whether this sitting did the same to the same subject since an instant.
pub(super) async fn done_since(
    connection: &mut SqliteConnection,
    subject: &Subject,
    action: &str,
    session: &str,
    since: i64,
) -> Result<bool> {
    Ok(sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM audit_entry
                        WHERE client IS ? AND subject = ? AND action = ? AND session = ? AND at > ?)",
    )
    .bind(subject.client.map(|client| client.to_string()))
    .bind(&subject.id)
    .bind(action)
    .bind(session)
    .bind(since)
    .fetch_one(connection)
    .await?)
}

/// How often something was done to a subject.
pub(super) async fn times_done(
    connection: &mut SqliteConnection,
    subject: &Subject,
    action: &str,
) -> Result<i64> {
    Ok(sqlx::query_scalar(
        "SELECT count(*) FROM audit_entry
         WHERE client IS ? AND subject = ? AND action = ? AND outcome = 'done'",
    )
    .bind(subject.client.map(|client| client.to_string()))
    .bind(&subject.id)
    .bind(action)
    .fetch_one(connection)
    .await?)
}

/// The clients of somebody's newest acts of one kind, each once, newest first. Looks at the last two thousand entries:
/// "lately" is a matter of days.
pub(super) async fn clients_lately(
    connection: &mut SqliteConnection,
    person: &str,
    action: &str,
    limit: i32,
) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar(
        "SELECT client FROM audit_entry
         WHERE seq > (SELECT coalesce(max(seq), 0) - 2000 FROM audit_entry) AND person = ? AND action = ?
               AND client IS NOT NULL
         GROUP BY client ORDER BY max(seq) DESC LIMIT ?",
    )
    .bind(person)
    .bind(action)
    .bind(limit)
    .fetch_all(connection)
    .await?)
}
