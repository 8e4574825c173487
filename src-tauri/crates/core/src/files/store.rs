//! The table of clients' files.

use sqlx::sqlite::SqliteArguments;
use sqlx::{AssertSqlSafe, FromRow, Sqlite};

use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::{AttachmentId, ClientId, FileId};
use crate::reader::Reader;

use super::form::FileForm;

/// A file as it is kept.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub(super) id: FileId,
    pub(super) client: ClientId,
    pub(super) file: AttachmentId,
    pub(super) preview: Option<AttachmentId>,
    pub(super) name: String,
    pub(super) day: String,
    pub(super) tags: Vec<String>,
    pub(super) clinical: bool,
    pub(super) form: FileForm,
    pub(super) bytes: i64,
    pub(super) removed: bool,
    pub(super) created_at: i64,
    pub(super) by: String,
    pub(super) version: i32,
}

#[derive(Debug, FromRow)]
struct Row {
    id: String,
    client: String,
    file: String,
    preview: Option<String>,
    name: String,
    day: String,
    tags: String,
    clinical: bool,
    form: String,
    bytes: i64,
    removed: bool,
    created_at: i64,
    by: String,
    version: i32,
}

impl TryFrom<Row> for Stored {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let stored = |what: &str| Error::unexpected("a stored file", what.to_owned());
        Ok(Self {
            id: FileId::parse(&row.id)?,
            client: ClientId::parse(&row.client)?,
            file: AttachmentId::parse(&row.file)?,
            preview: row.preview.as_deref().map(AttachmentId::parse).transpose()?,
            name: row.name,
            day: row.day,
            tags: serde_json::from_str(&row.tags).map_err(|_| stored("its tags"))?,
            clinical: row.clinical,
            form: FileForm::from_name(&row.form).ok_or_else(|| stored("unknown form"))?,
            bytes: row.bytes,
            removed: row.removed,
            created_at: row.created_at,
            by: row.by,
            version: row.version,
        })
    }
}

const ROWS: &str =
    "SELECT kept.id, client, kept.file, preview, kept.name, day, tags, clinical, form, sealed.bytes,
        removed_at IS NOT NULL AS removed, kept.created_at, person.name AS by, kept.version
    FROM files_file AS kept
    JOIN attachments_file AS sealed ON sealed.id = kept.file
    JOIN people_person AS person ON person.id = kept.created_by ";

type Asked<'q> = sqlx::query::QueryAs<'q, Sqlite, Row, SqliteArguments>;

fn rows(which: &str) -> Asked<'static> {
    sqlx::query_as(AssertSqlSafe(format!("{ROWS}{which}")))
}

async fn all(reader: &impl Reader, asked: Asked<'_>) -> Result<Vec<Stored>> {
    let rows = asked.fetch_all(reader.connection().await?.sqlite()?).await?;
    rows.into_iter().map(Stored::try_from).collect()
}

/// Everything of somebody, also what was taken out of use, the latest day first.
pub(super) async fn of_client(reader: &impl Reader, client: ClientId) -> Result<Vec<Stored>> {
    let which = "WHERE client = ? ORDER BY day DESC, kept.created_at DESC, kept.id DESC";
    all(reader, rows(which).bind(client.to_string())).await
}

/// A file.
pub(super) async fn read(reader: &impl Reader, id: FileId) -> Result<Stored> {
    all(reader, rows("WHERE kept.id = ?").bind(id.to_string())).await?.pop().ok_or(Error::NotFound)
}

/// The file, if nobody changed it since.
pub(super) async fn seen(reader: &impl Reader, id: FileId, version: i32) -> Result<Stored> {
    let stored = read(reader, id).await?;
    if stored.version != version {
        return Err(Error::Stale { id: id.to_string(), version: stored.version });
    }
    Ok(stored)
}

/// The same bytes among somebody's files that are in use.
pub(super) async fn same(
    reader: &impl Reader,
    client: ClientId,
    digest: &[u8; 32],
) -> Result<Option<Stored>> {
    let which = "WHERE client = ? AND sealed.sha256 = ? AND removed_at IS NULL LIMIT 1";
    Ok(all(reader, rows(which).bind(client.to_string()).bind(digest.to_vec())).await?.pop())
}

/// Every tag of files that are in use, each once.
pub(super) async fn tags(reader: &impl Reader, clinical: bool) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT tag.value FROM files_file, json_each(tags) AS tag
               WHERE removed_at IS NULL AND (? OR NOT clinical) ORDER BY lower(tag.value)";
    let query = sqlx::query_scalar(sql).bind(clinical);
    Ok(query.fetch_all(reader.connection().await?.sqlite()?).await?)
}

/// Writes a new one.
pub(super) async fn insert(change: &mut Change, new: &Stored) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO files_file (id, client, file, preview, name, day, tags, clinical, form,
             created_at, created_by, updated_at, updated_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?10, ?11)",
    )
    .bind(new.id.to_string())
    .bind(new.client.to_string())
    .bind(new.file.to_string())
    .bind(new.preview.map(|preview| preview.to_string()))
    .bind(&new.name)
    .bind(&new.day)
    .bind(listed(&new.tags))
    .bind(new.clinical)
    .bind(new.form.name())
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Writes what is said of one.
pub(super) async fn update(change: &mut Change, now: &Stored) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "UPDATE files_file SET name = ?, day = ?, tags = ?, clinical = ?, updated_at = ?, updated_by = ?,
             version = version + 1
         WHERE id = ?",
    )
    .bind(&now.name)
    .bind(&now.day)
    .bind(listed(&now.tags))
    .bind(now.clinical)
    .bind(at)
    .bind(by)
    .bind(now.id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

fn listed(tags: &[String]) -> String {
    serde_json::Value::from(tags).to_string()
}

/// Takes one out of use, or puts it back.
pub(super) async fn set_removed(change: &mut Change, id: FileId, removed: bool) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    let sql = "UPDATE files_file SET removed_at = ?, removed_by = ?, version = version + 1 WHERE id = ?";
    let query = sqlx::query(sql).bind(removed.then_some(at)).bind(removed.then_some(by)).bind(id.to_string());
    query.execute(change.connection().await?.sqlite()?).await?;
    Ok(())
}

/// The photo at the head of a record, as a jpeg, and of which file it was made.
pub(super) async fn portrait(reader: &impl Reader, client: ClientId) -> Result<Option<(String, Vec<u8>)>> {
    let sql = "SELECT id, portrait FROM files_file
               WHERE client = ? AND portrait IS NOT NULL AND removed_at IS NULL ORDER BY portrait_at DESC LIMIT 1";
    let query = sqlx::query_as(sql).bind(client.to_string());
    Ok(query.fetch_optional(reader.connection().await?.sqlite()?).await?)
}

/// Puts a photo at the head of a record in place of any other, or none.
pub(super) async fn set_portrait(
    change: &mut Change,
    client: ClientId,
    photo: Option<(FileId, Vec<u8>)>,
) -> Result<()> {
    let at = change.at();
    let mut reading = change.connection().await?;
    let none =
        "UPDATE files_file SET portrait = NULL, portrait_at = NULL WHERE client = ? AND portrait IS NOT NULL";
    sqlx::query(none).bind(client.to_string()).execute(reading.sqlite()?).await?;
    if let Some((file, jpeg)) = photo {
        let sql = "UPDATE files_file SET portrait = ?, portrait_at = ? WHERE id = ?";
        let query = sqlx::query(sql).bind(jpeg).bind(at).bind(file.to_string());
        query.execute(reading.sqlite()?).await?;
    }
    Ok(())
}

/// The sealed files of these records that go when they are erased: all of them, or only what is not clinical.
pub(crate) async fn attachments_of(
    reader: &impl Reader,
    records: &[ClientId],
    whole: bool,
) -> Result<Vec<AttachmentId>> {
    let mut ids = Vec::new();
    for record in records {
        let sql = "SELECT file, preview FROM files_file WHERE client = ? AND (? OR NOT clinical)";
        let query = sqlx::query_as(sql).bind(record.to_string()).bind(whole);
        let rows: Vec<(String, Option<String>)> =
            query.fetch_all(reader.connection().await?.sqlite()?).await?;
        for id in rows.into_iter().flat_map(|(file, preview)| [Some(file), preview]).flatten() {
            ids.push(AttachmentId::parse(&id)?);
        }
    }
    Ok(ids)
}
