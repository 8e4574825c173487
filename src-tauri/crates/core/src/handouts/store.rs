//! The tables of sheets.

use std::collections::BTreeSet;

use sqlx::{FromRow, QueryBuilder, Sqlite};

use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::{AttachmentId, ClientId, GivenId, SheetId};
use crate::reader::Reader;

use super::model::{PaperChoice, SheetText};

/// A version of a sheet with who kept it.
#[derive(Debug, FromRow)]
pub(super) struct VersionRow {
    pub(super) version: i32,
    title: String,
    language: String,
    author: String,
    written: Option<String>,
    markdown: String,
    pub(super) kept_at: i64,
    pub(super) kept_by: String,
    pub(super) built_in: bool,
}

impl VersionRow {
    pub(super) fn text(&self) -> SheetText {
        SheetText {
            title: self.title.clone(),
            language: self.language.clone(),
            author: self.author.clone(),
            written: self.written.clone().unwrap_or_default(),
            markdown: self.markdown.clone(),
        }
    }
}

const VERSION: &str =
    "SELECT kept.version, title, language, author, written, markdown, kept_at, name AS kept_by,
        built_in IS NOT NULL AS built_in
    FROM handouts_version AS kept JOIN people_person AS keeper ON keeper.id = kept.kept_by
    JOIN handouts_sheet AS sheet ON sheet.id = kept.sheet
    WHERE kept.sheet = ? ";

/// The newest version of a sheet.
pub(super) async fn newest(reader: &impl Reader, id: SheetId) -> Result<VersionRow> {
    sqlx::query_as(joined(VERSION, "ORDER BY kept.version DESC LIMIT 1"))
        .bind(id.to_string())
        .fetch_optional(reader.connection().await?.sqlite()?)
        .await?
        .ok_or(Error::NotFound)
}

/// One version of a sheet.
pub(super) async fn version(reader: &impl Reader, id: SheetId, version: i32) -> Result<VersionRow> {
    sqlx::query_as(joined(VERSION, "AND kept.version = ?"))
        .bind(id.to_string())
        .bind(version)
        .fetch_optional(reader.connection().await?.sqlite()?)
        .await?
        .ok_or(Error::NotFound)
}

/// A sheet of the program by its name, with its newest version.
pub(super) async fn built_in(reader: &impl Reader, name: &str) -> Result<Option<(SheetId, VersionRow)>> {
    let id: Option<String> = sqlx::query_scalar("SELECT id FROM handouts_sheet WHERE built_in = ?")
        .bind(name)
        .fetch_optional(reader.connection().await?.sqlite()?)
        .await?;
    let Some(id) = id.as_deref().map(SheetId::parse).transpose()? else { return Ok(None) };
    Ok(Some((id, newest(reader, id).await?)))
}

/// Writes a new sheet, before its first version; `built_in` names it if it comes with the program.
pub(super) async fn insert(change: &mut Change, id: SheetId, built_in: Option<&str>) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO handouts_sheet (id, version, created_at, created_by, updated_at, updated_by, built_in)
         VALUES (?, 0, ?, ?, ?, ?, ?)",
    )
    .bind(id.to_string())
    .bind(at)
    .bind(&by)
    .bind(at)
    .bind(&by)
    .bind(built_in)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Writes the next version of a sheet.
pub(super) async fn insert_version(
    change: &mut Change,
    id: SheetId,
    version: i32,
    text: &SheetText,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    let mut reading = change.connection().await?;
    sqlx::query("UPDATE handouts_sheet SET version = ?, updated_at = ?, updated_by = ? WHERE id = ?")
        .bind(version)
        .bind(at)
        .bind(&by)
        .bind(id.to_string())
        .execute(reading.sqlite()?)
        .await?;
    sqlx::query(
        "INSERT INTO handouts_version (sheet, version, title, language, author, written, markdown, kept_at, kept_by)
         VALUES (?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?)",
    )
    .bind(id.to_string())
    .bind(version)
    .bind(&text.title)
    .bind(&text.language)
    .bind(&text.author)
    .bind(&text.written)
    .bind(&text.markdown)
    .bind(at)
    .bind(by)
    .execute(reading.sqlite()?)
    .await?;
    Ok(())
}

/// A picture with its name.
#[derive(Debug, FromRow)]
pub(super) struct PictureRow {
    pub(super) name: String,
    pub(super) file: String,
    pub(super) sha256: Vec<u8>,
}

/// Every picture of the practice.
pub(super) async fn pictures(reader: &impl Reader) -> Result<Vec<PictureRow>> {
    Ok(sqlx::query_as(
        "SELECT name, file, sha256 FROM handouts_picture JOIN attachments_file AS kept ON kept.id = file",
    )
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?)
}

/// Every picture that no version of any sheet names.
pub(super) async fn pictures_of_no_version(reader: &impl Reader) -> Result<Vec<PictureRow>> {
    Ok(sqlx::query_as(
        "SELECT name, file, sha256 FROM handouts_picture JOIN attachments_file AS kept ON kept.id = file
         WHERE NOT EXISTS (SELECT 1 FROM handouts_version_picture AS shown WHERE shown.picture = name)",
    )
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?)
}

/// Writes a picture.
pub(super) async fn insert_picture(change: &mut Change, name: &str, file: AttachmentId) -> Result<()> {
    sqlx::query("INSERT INTO handouts_picture (name, file) VALUES (?, ?)")
        .bind(name)
        .bind(file.to_string())
        .execute(change.connection().await?.sqlite()?)
        .await?;
    Ok(())
}

/// Writes which pictures a version names.
pub(super) async fn insert_version_pictures(
    change: &mut Change,
    id: SheetId,
    version: i32,
    names: BTreeSet<String>,
) -> Result<()> {
    if names.is_empty() {
        return Ok(());
    }
    let mut query =
        QueryBuilder::<Sqlite>::new("INSERT INTO handouts_version_picture (sheet, version, picture) ");
    query.push_values(names, |mut row, name| {
        row.push_bind(id.to_string()).push_bind(version).push_bind(name);
    });
    query.build().execute(change.connection().await?.sqlite()?).await?;
    Ok(())
}

/// Removes pictures. The database refuses one that a version names.
pub(super) async fn remove_pictures(change: &mut Change, names: &[&str]) -> Result<()> {
    let mut query = QueryBuilder::<Sqlite>::new("DELETE FROM handouts_picture WHERE name IN (");
    let mut listed = query.separated(", ");
    for name in names {
        listed.push_bind((*name).to_owned());
    }
    query.push(")");
    query.build().execute(change.connection().await?.sqlite()?).await?;
    Ok(())
}

/// A sheet in the library.
#[derive(Debug, FromRow)]
pub(super) struct LibraryRow {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) language: String,
    pub(super) version: i32,
    pub(super) author: String,
    pub(super) written: Option<String>,
    pub(super) kept_at: i64,
    pub(super) given: i32,
    pub(super) built_in: bool,
}

/// Every sheet in its newest version, by title.
pub(super) async fn library(reader: &impl Reader) -> Result<Vec<LibraryRow>> {
    Ok(sqlx::query_as(
        "SELECT sheet.id, title, language, sheet.version, author, written, kept_at,
                (SELECT count(*) FROM handouts_given AS given WHERE given.sheet = sheet.id) AS given,
                built_in IS NOT NULL AS built_in
         FROM handouts_sheet AS sheet
         JOIN handouts_version AS kept ON kept.sheet = sheet.id AND kept.version = sheet.version
         ORDER BY title COLLATE NOCASE, sheet.id",
    )
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?)
}

/// How many sheets there are.
pub(crate) async fn count(reader: &impl Reader) -> Result<i32> {
    Ok(sqlx::query_scalar("SELECT count(*) FROM handouts_sheet")
        .fetch_one(reader.connection().await?.sqlite()?)
        .await?)
}

/// A sheet that is about to be given.
#[derive(Debug)]
pub(super) struct Giving<'a> {
    pub(super) id: GivenId,
    pub(super) client: ClientId,
    pub(super) sheet: SheetId,
    pub(super) version: i32,
    pub(super) text: &'a SheetText,
    pub(super) paper: PaperChoice,
    pub(super) text_size: i32,
    pub(super) pages: i32,
    pub(super) file: AttachmentId,
}

/// Writes that a sheet was given.
pub(super) async fn insert_given(change: &mut Change, given: &Giving<'_>) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO handouts_given
             (id, client, sheet, sheet_version, title, language, paper, text_size, pages, file, given_at, given_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(given.id.to_string())
    .bind(given.client.to_string())
    .bind(given.sheet.to_string())
    .bind(given.version)
    .bind(&given.text.title)
    .bind(&given.text.language)
    .bind(given.paper.name())
    .bind(given.text_size)
    .bind(given.pages)
    .bind(given.file.to_string())
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// A sheet that was given.
#[derive(Debug, FromRow)]
pub(crate) struct GivenRow {
    pub(crate) id: String,
    pub(crate) client: String,
    pub(crate) sheet: String,
    pub(crate) sheet_version: i32,
    pub(crate) title: String,
    pub(crate) language: String,
    pub(crate) paper: String,
    pub(crate) text_size: i32,
    pub(crate) pages: i32,
    pub(crate) bytes: i32,
    pub(crate) file: String,
    pub(crate) given_at: i64,
    pub(crate) given_by: String,
}

const GIVEN: &str =
    "SELECT given.id, client, sheet, sheet_version, title, language, paper, text_size, pages, bytes,
        file, given_at, given_by
    FROM handouts_given AS given JOIN attachments_file AS kept ON kept.id = given.file ";

/// What a client was given, newest first.
pub(super) async fn given_to(reader: &impl Reader, client: ClientId) -> Result<Vec<GivenRow>> {
    Ok(sqlx::query_as(joined(GIVEN, "WHERE client = ? ORDER BY given_at DESC, given.id DESC"))
        .bind(client.to_string())
        .fetch_all(reader.connection().await?.sqlite()?)
        .await?)
}

/// What was given to anybody from an instant on, newest first.
pub(crate) async fn given_from(reader: &impl Reader, from: i64) -> Result<Vec<GivenRow>> {
    Ok(sqlx::query_as(joined(GIVEN, "WHERE given_at >= ? ORDER BY given_at DESC, given.id DESC LIMIT 50"))
        .bind(from)
        .fetch_all(reader.connection().await?.sqlite()?)
        .await?)
}

/// One sheet that was given.
pub(super) async fn given(reader: &impl Reader, id: GivenId) -> Result<GivenRow> {
    sqlx::query_as(joined(GIVEN, "WHERE given.id = ?"))
        .bind(id.to_string())
        .fetch_optional(reader.connection().await?.sqlite()?)
        .await?
        .ok_or(Error::NotFound)
}

/// Joins two constant halves of a statement; nothing that anybody typed is ever part of either.
fn joined(start: &'static str, end: &'static str) -> sqlx::AssertSqlSafe<String> {
    sqlx::AssertSqlSafe(format!("{start}{end}"))
}

/// The files of the sheets that were given to somebody.
pub(crate) async fn files_given(reader: &impl Reader, records: &[ClientId]) -> Result<Vec<AttachmentId>> {
    let mut files = Vec::new();
    for record in records {
        let given: Vec<String> = sqlx::query_scalar("SELECT file FROM handouts_given WHERE client = ?")
            .bind(record.to_string())
            .fetch_all(reader.connection().await?.sqlite()?)
            .await?;
        for file in given {
            files.push(AttachmentId::parse(&file)?);
        }
    }
    Ok(files)
}
