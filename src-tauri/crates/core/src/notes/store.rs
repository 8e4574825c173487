//! The tables of notes. There is an insert and there are reads; nothing here updates or deletes.

use std::collections::HashSet;

use chrono::NaiveDate;
use sqlx::{FromRow, QueryBuilder, Sqlite};

use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::{AddendumId, ClientId, DraftId, NoteId};
use crate::reader::Reader;

use super::model::{Addendum, Body, Needled, Note, Side};
use super::signed::{Signature, Signed, Signer};
use super::timeline::TimelineRow;

/// What notes and addenda have in common, in the order in which both are bound.
const SIGNED: &str =
    "signed_by, printed_name, credentials, registration, meaning, signed_at, zone, app_version,
    audit_seq, public_key, payload_sha256, signature";

#[derive(Debug, FromRow)]
struct NoteRow {
    client: String,
    version: i64,
    template: String,
    visit_date: String,
    subjective: String,
    objective: String,
    assessment: String,
    plan: String,
    #[sqlx(flatten)]
    signer: Signer,
    #[sqlx(flatten)]
    signature: Signature,
}

#[derive(Debug, FromRow)]
struct PointRow {
    position: i64,
    code: String,
    pinyin: String,
    hanzi: String,
    english: String,
    side: String,
    needles: i64,
}

#[derive(Debug, FromRow)]
struct AddendumRow {
    id: String,
    number: i64,
    text: String,
    #[sqlx(flatten)]
    signer: Signer,
    #[sqlx(flatten)]
    signature: Signature,
}

/// Writes a signed note with its points.
pub(super) async fn insert(change: &mut Change, note: &Signed<Note>, draft: Option<DraftId>) -> Result<()> {
    let Note { id, client, version, template, body } = note.content();
    let mut insert = QueryBuilder::<Sqlite>::new(
        "INSERT INTO notes_note
             (id, client, version, template, visit_date, subjective, objective, assessment, plan, draft, ",
    );
    insert.push(SIGNED).push(") VALUES (");
    insert
        .separated(", ")
        .push_bind(id.to_string())
        .push_bind(client.to_string())
        .push_bind(*version)
        .push_bind(template)
        .push_bind(&body.visit_date)
        .push_bind(&body.subjective)
        .push_bind(&body.objective)
        .push_bind(&body.assessment)
        .push_bind(&body.plan)
        .push_bind(draft.map(|draft| draft.to_string()));
    push_signed(&mut insert, note.signer(), note.signature());
    insert.build().execute(change.connection().await?.sqlite()?).await?;
    insert_points(change, *id, &body.points).await
}

async fn insert_points(change: &mut Change, note: NoteId, points: &[Needled]) -> Result<()> {
    if points.is_empty() {
        return Ok(());
    }
    let mut insert = QueryBuilder::<Sqlite>::new(
        "INSERT INTO notes_point (note, position, code, pinyin, hanzi, english, side, needles) ",
    );
    insert.push_values(points, |mut row, point| {
        row.push_bind(note.to_string())
            .push_bind(point.position)
            .push_bind(&point.code)
            .push_bind(&point.pinyin)
            .push_bind(&point.hanzi)
            .push_bind(&point.english)
            .push_bind(point.side.name())
            .push_bind(point.needles);
    });
    insert.build().execute(change.connection().await?.sqlite()?).await?;
    Ok(())
}

/// Writes a signed addendum.
pub(super) async fn insert_addendum(
    change: &mut Change,
    addendum: &Signed<Addendum>,
    draft: Option<DraftId>,
) -> Result<()> {
    let Addendum { id, note, note_sha256: _, number, text } = addendum.content();
    let mut insert =
        QueryBuilder::<Sqlite>::new("INSERT INTO notes_addendum (id, note, number, text, draft, ");
    insert.push(SIGNED).push(") VALUES (");
    insert
        .separated(", ")
        .push_bind(id.to_string())
        .push_bind(note.to_string())
        .push_bind(*number)
        .push_bind(text)
        .push_bind(draft.map(|draft| draft.to_string()));
    push_signed(&mut insert, addendum.signer(), addendum.signature());
    insert.build().execute(change.connection().await?.sqlite()?).await?;
    Ok(())
}

fn push_signed(insert: &mut QueryBuilder<Sqlite>, signer: &Signer, signature: &Signature) {
    insert
        .push(", ")
        .separated(", ")
        .push_bind(&signer.person)
        .push_bind(&signer.name)
        .push_bind(&signer.credentials)
        .push_bind(&signer.registration)
        .push_bind(&signer.meaning)
        .push_bind(signer.at)
        .push_bind(&signer.zone)
        .push_bind(&signer.app_version)
        .push_bind(signer.audit_seq)
        .push_bind(&signature.public_key)
        .push_bind(&signature.payload_sha256)
        .push_bind(&signature.bytes)
        .push_unseparated(")");
}

/// Reads a note with its points.
pub(super) async fn read(reader: &impl Reader, id: NoteId) -> Result<Signed<Note>> {
    let mut reading = reader.connection().await?;
    let row: NoteRow = sqlx::query_as(selecting(
        "client, version, template, visit_date, subjective, objective, assessment, plan",
        "FROM notes_note WHERE id = ?",
    ))
    .bind(id.to_string())
    .fetch_optional(reading.sqlite()?)
    .await?
    .ok_or(Error::NotFound)?;
    let points: Vec<PointRow> = sqlx::query_as(
        "SELECT position, code, pinyin, hanzi, english, side, needles
         FROM notes_point WHERE note = ? ORDER BY position",
    )
    .bind(id.to_string())
    .fetch_all(reading.sqlite()?)
    .await?;
    let body = Body {
        visit_date: row.visit_date,
        subjective: row.subjective,
        objective: row.objective,
        assessment: row.assessment,
        plan: row.plan,
        points: points.into_iter().map(needled).collect::<Result<_>>()?,
    };
    let client = ClientId::parse(&row.client)?;
    let note = Note { id, client, version: row.version, template: row.template, body };
    Ok(Signed::stored(note, row.signer, row.signature))
}

fn needled(row: PointRow) -> Result<Needled> {
    let side = Side::from_name(&row.side).ok_or_else(|| Error::unexpected("side of a point", "unknown"))?;
    let PointRow { position, code, pinyin, hanzi, english, needles, side: _ } = row;
    Ok(Needled { position, code, pinyin, hanzi, english, side, needles })
}

/// The addenda of a note, oldest first.
pub(super) async fn addenda(reader: &impl Reader, note: &Signed<Note>) -> Result<Vec<Signed<Addendum>>> {
    let rows: Vec<AddendumRow> =
        sqlx::query_as(selecting("id, number, text", "FROM notes_addendum WHERE note = ? ORDER BY number"))
            .bind(note.content().id.to_string())
            .fetch_all(reader.connection().await?.sqlite()?)
            .await?;
    rows.into_iter()
        .map(|row| {
            let addendum = Addendum {
                id: AddendumId::parse(&row.id)?,
                note: note.content().id,
                note_sha256: note.signature().payload_sha256.clone(),
                number: row.number,
                text: row.text,
            };
            Ok(Signed::stored(addendum, row.signer, row.signature))
        })
        .collect()
}

/// The notes that were typed in a draft.
pub(super) async fn typed_in(reader: &impl Reader, draft: DraftId) -> Result<Vec<NoteId>> {
    let ids: Vec<String> = sqlx::query_scalar("SELECT id FROM notes_note WHERE draft = ? ORDER BY id")
        .bind(draft.to_string())
        .fetch_all(reader.connection().await?.sqlite()?)
        .await?;
    ids.iter().map(|id| NoteId::parse(id)).collect()
}

/// Whether exactly this was typed in a draft and added to a note already.
pub(super) async fn was_added(
    reader: &impl Reader,
    note: NoteId,
    draft: DraftId,
    text: &str,
) -> Result<bool> {
    Ok(sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM notes_addendum WHERE note = ? AND draft = ? AND text = ?)",
    )
    .bind(note.to_string())
    .bind(draft.to_string())
    .bind(text)
    .fetch_one(reader.connection().await?.sqlite()?)
    .await?)
}

/// A client's newest note, of those too that were signed in a record which is part of theirs.
pub(super) async fn newest(reader: &impl Reader, client: ClientId) -> Result<Option<NoteId>> {
    let id: Option<String> = sqlx::query_scalar(
        "SELECT id FROM notes_note WHERE client IN (SELECT id FROM clients_client WHERE id = ?1 OR merged_into = ?1)
         ORDER BY visit_date DESC, signed_at DESC, id DESC LIMIT 1",
    )
    .bind(client.to_string())
    .fetch_optional(reader.connection().await?.sqlite()?)
    .await?;
    id.as_deref().map(NoteId::parse).transpose()
}

/// A client's notes in a few words each, newest first, with those that were signed in a record which is part of theirs.
pub(super) async fn timeline(reader: &impl Reader, client: ClientId) -> Result<Vec<TimelineRow>> {
    Ok(sqlx::query_as(
        "SELECT id, signed_at, printed_name, visit_date, substr(assessment, 1, 1000) AS assessment,
                substr(subjective, 1, 1000) AS subjective,
                (SELECT group_concat(code, ' ' ORDER BY position) FROM notes_point AS point
                 WHERE point.note = note.id) AS points,
                (SELECT count(*) FROM notes_addendum AS addendum WHERE addendum.note = note.id) AS addenda
         FROM notes_note AS note WHERE client IN (SELECT id FROM clients_client WHERE id = ?1 OR merged_into = ?1)
         ORDER BY signed_at DESC, id DESC",
    )
    .bind(client.to_string())
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?)
}

/// A statement that reads some columns and those of a signature; all of it is constant.
fn selecting(columns: &'static str, from: &'static str) -> sqlx::AssertSqlSafe<String> {
    sqlx::AssertSqlSafe(format!("SELECT {columns}, {SIGNED} {from}"))
}

/// The clients who have a signed note of a visit from a day up to another, that one not included, with the day (ISO).
pub(crate) async fn signed_on(
    reader: &impl Reader,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<HashSet<(String, String)>> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT coalesce(merged_into, client.id), visit_date FROM notes_note AS note
         JOIN clients_client AS client ON client.id = note.client WHERE visit_date >= ? AND visit_date < ?",
    )
    .bind(from.to_string())
    .bind(until.to_string())
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?;
    Ok(rows.into_iter().collect())
}

/// Those of the clients who have a signed note at all.
pub(crate) async fn with_notes(reader: &impl Reader, clients: &[ClientId]) -> Result<HashSet<String>> {
    let mut query = QueryBuilder::<Sqlite>::new("SELECT id FROM clients_client AS record WHERE id IN (");
    let mut list = query.separated(", ");
    for client in clients {
        list.push_bind(client.to_string());
    }
    query.push(
        ") AND EXISTS (SELECT 1 FROM notes_note WHERE client IN
               (SELECT id FROM clients_client WHERE id = record.id OR merged_into = record.id))",
    );
    let found: Vec<String> =
        query.build_query_scalar().fetch_all(reader.connection().await?.sqlite()?).await?;
    Ok(found.into_iter().collect())
}

/// The last day since another on which each client has a signed note.
pub(crate) async fn last_days_since(
    reader: &impl Reader,
    from: NaiveDate,
) -> Result<Vec<(ClientId, NaiveDate)>> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT coalesce(merged_into, client.id) AS record, max(visit_date) FROM notes_note AS note
         JOIN clients_client AS client ON client.id = note.client WHERE visit_date >= ? GROUP BY record",
    )
    .bind(from.to_string())
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?;
    rows.iter()
        .map(|(client, day)| {
            let day = day.parse().map_err(|error| Error::unexpected("the day of a note", error))?;
            Ok((ClientId::parse(client)?, day))
        })
        .collect()
}
