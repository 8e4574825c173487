//! The tables of rules and holds, and the days of records from the tables of everybody else.

use chrono::NaiveDate;
use sqlx::{AssertSqlSafe, FromRow};

use crate::change::Change;
use crate::dated::Dated;
use crate::error::{Error, Result};
use crate::ids::{ClientId, HoldId, RuleId};
use crate::reader::Reader;

use super::dated;
use super::days::RecordDays;
use super::hold::Hold;
use super::rule::{CountedFrom, RetentionRule};

#[derive(FromRow)]
struct RuleRow {
    id: String,
    version: i32,
    name: String,
    years: i32,
    child_until: Option<i32>,
    counted_from: String,
    source: String,
    doubt: String,
    in_force: bool,
    checked_at: Option<i64>,
    checked_by: Option<String>,
}

/// Every rule, by name.
pub(super) async fn rules(reader: &impl Reader) -> Result<Vec<RetentionRule>> {
    let rows: Vec<RuleRow> = sqlx::query_as(
        "SELECT rule.id, rule.version, rule.name, years, child_until, counted_from, source, doubt, in_force,
                checked_at, person.name AS checked_by
         FROM retention_rule AS rule LEFT JOIN people_person AS person ON person.id = checked_by
         WHERE NOT removed ORDER BY lower(rule.name), rule.id",
    )
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?;
    let rule = |row: RuleRow| RetentionRule {
        id: row.id,
        version: row.version,
        name: row.name,
        years: row.years,
        child_until: row.child_until,
        counted_from: CountedFrom::from_name(&row.counted_from),
        source: row.source,
        doubt: row.doubt,
        in_force: row.in_force,
        checked_at: row.checked_at.map(Into::into),
        checked_by: row.checked_by,
    };
    Ok(rows.into_iter().map(rule).collect())
}

/// Writes a rule that somebody looked up.
pub(super) async fn write_rule(change: &mut Change, id: RuleId, rule: &RetentionRule) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO retention_rule
             (id, name, years, child_until, counted_from, source, doubt, checked_at, checked_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET name = ?2, years = ?3, child_until = ?4, counted_from = ?5, source = ?6,
             doubt = ?7, checked_at = ?8, checked_by = ?9, version = version + 1,
             before = json_object('name', name, 'years', years, 'child_until', child_until,
                 'counted_from', counted_from, 'source', source, 'doubt', doubt,
                 'checked_at', checked_at, 'checked_by', checked_by)",
    )
    .bind(id.to_string())
    .bind(&rule.name)
    .bind(rule.years)
    .bind(rule.child_until)
    .bind(rule.counted_from.name())
    .bind(&rule.source)
    .bind(&rule.doubt)
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Has a rule say again what it said before it was saved last, with who had looked it up then; false where it was new.
pub(super) async fn say_as_before(change: &mut Change, id: RuleId) -> Result<bool> {
    let done = sqlx::query(
        "UPDATE retention_rule SET name = before ->> '$.name', years = before ->> '$.years',
             child_until = before ->> '$.child_until', counted_from = before ->> '$.counted_from',
             source = before ->> '$.source', doubt = before ->> '$.doubt', checked_at = before ->> '$.checked_at',
             checked_by = before ->> '$.checked_by', before = NULL, version = version + 1
         WHERE id = ? AND before IS NOT NULL",
    )
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes a rule out, or puts it back as it was; what is taken out is not in force.
pub(super) async fn set_removed(change: &mut Change, id: RuleId, removed: bool) -> Result<()> {
    let done = sqlx::query(
        "UPDATE retention_rule SET removed = ?1, in_force = 0, version = version + 1 WHERE id = ?2 AND removed <> ?1",
    )
    .bind(removed)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Puts one rule in force, or none.
pub(super) async fn put_in_force(change: &mut Change, id: Option<RuleId>) -> Result<()> {
    let mut reading = change.connection().await?;
    sqlx::query("UPDATE retention_rule SET in_force = 0 WHERE in_force").execute(reading.sqlite()?).await?;
    let Some(id) = id else { return Ok(()) };
    let done = sqlx::query("UPDATE retention_rule SET in_force = 1 WHERE id = ? AND NOT removed")
        .bind(id.to_string())
        .execute(reading.sqlite()?)
        .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Everything that was written, as rows of whose record it is, on which day, and whether it was a visit; only of those whom a
/// condition names.
fn entries(whose: &str) -> String {
    let rows: Vec<String> = dated()
        .into_iter()
        .map(|Dated { table, client, day, which, visit }| {
            let visit = i32::from(visit);
            format!(
                "SELECT {client} AS record, {day} AS day, {visit} AS visit FROM {table}
                 WHERE ({which}) AND {client} {whose}"
            )
        })
        .collect();
    rows.join(" UNION ALL ")
}

type Days = (Option<NaiveDate>, Option<NaiveDate>, Option<NaiveDate>);

/// The days of a record, and whether anything is written in it apart from the details.
pub(super) async fn days(reader: &impl Reader, client: ClientId) -> Result<(RecordDays, bool)> {
    let sql = format!(
        "SELECT min(day), max(day), max(iif(visit, day, NULL)) FROM ({}) AS entry",
        entries("IN (SELECT id FROM clients_client WHERE id = ?1 OR merged_into = ?1)")
    );
    let mut reading = reader.connection().await?;
    let (first, last, last_visit): Days =
        sqlx::query_as(AssertSqlSafe(sql)).bind(client.to_string()).fetch_one(reading.sqlite()?).await?;
    let registered: NaiveDate = sqlx::query_scalar(
        "SELECT date(min(created_at) / 1000, 'unixepoch') FROM clients_client WHERE id = ?1 OR merged_into = ?1",
    )
    .bind(client.to_string())
    .fetch_optional(reading.sqlite()?)
    .await?
    .ok_or(Error::NotFound)?;
    Ok((record_days(registered, (first, last, last_visit)), last.is_some()))
}

fn record_days(registered: NaiveDate, (first, last, last_visit): Days) -> RecordDays {
    RecordDays {
        first: first.map_or(registered, |day| day.min(registered)),
        last: last.map_or(registered, |day| day.max(registered)),
        last_visit,
    }
}

/// A record that may be due.
#[derive(Debug)]
pub(super) struct OldRecord {
    pub(super) client: ClientId,
    pub(super) born: Option<NaiveDate>,
    pub(super) days: RecordDays,
    pub(super) held: bool,
}

/// The records of whom nothing was registered or written, or where it counts nobody came, after a day.
pub(super) async fn old_records(
    reader: &impl Reader,
    counted_from: CountedFrom,
    day: NaiveDate,
) -> Result<Vec<OldRecord>> {
    let counted = match counted_from {
        CountedFrom::LastEntry => "max(coalesce(last, registered), registered)",
        CountedFrom::LastVisit => "coalesce(last_visit, max(coalesce(last, registered), registered))",
    };
    let sql = format!(
        "SELECT record.id, birth_date, registered, first, last, last_visit,
                EXISTS (SELECT 1 FROM retention_hold WHERE retention_hold.client = record.id AND lifted_at IS NULL)
         FROM (SELECT client.id, client.birth_date, date(client.created_at / 1000, 'unixepoch') AS registered
               FROM clients_client AS client WHERE merged_into IS NULL) AS record
         LEFT JOIN (SELECT coalesce(merged_into, id) AS whose, min(day) AS first, max(day) AS last,
                           max(iif(visit, day, NULL)) AS last_visit
                    FROM ({}) AS entry JOIN clients_client ON id = record GROUP BY 1) AS written ON whose = record.id
         WHERE {counted} < ?",
        entries("IS NOT NULL")
    );
    type Row =
        (String, Option<NaiveDate>, NaiveDate, Option<NaiveDate>, Option<NaiveDate>, Option<NaiveDate>, bool);
    let rows: Vec<Row> = sqlx::query_as(AssertSqlSafe(sql))
        .bind(day.to_string())
        .fetch_all(reader.connection().await?.sqlite()?)
        .await?;
    let record = |(client, born, registered, first, last, last_visit, held): Row| {
        let days = record_days(registered, (first, last, last_visit));
        Ok(OldRecord { client: ClientId::parse(&client)?, born, days, held })
    };
    rows.into_iter().map(record).collect()
}

/// When somebody was born.
pub(super) async fn born(reader: &impl Reader, client: ClientId) -> Result<Option<NaiveDate>> {
    sqlx::query_scalar("SELECT birth_date FROM clients_client WHERE id = ?")
        .bind(client.to_string())
        .fetch_optional(reader.connection().await?.sqlite()?)
        .await?
        .ok_or(Error::NotFound)
}

/// What holds a record, the oldest first.
pub(super) async fn holds(reader: &impl Reader, client: ClientId) -> Result<Vec<Hold>> {
    let rows: Vec<(String, String, i64, String)> = sqlx::query_as(
        "SELECT hold.id, reason, held_at, person.name FROM retention_hold AS hold
         JOIN people_person AS person ON person.id = held_by
         WHERE client = ? AND lifted_at IS NULL ORDER BY held_at, hold.id",
    )
    .bind(client.to_string())
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?;
    let hold = |(id, reason, at, by): (String, String, i64, String)| Hold {
        id,
        reason: Some(reason),
        at: at.into(),
        by,
    };
    Ok(rows.into_iter().map(hold).collect())
}

/// Writes down that a record is held.
pub(super) async fn insert_hold(
    change: &mut Change,
    id: HoldId,
    client: ClientId,
    reason: &str,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query("INSERT INTO retention_hold (id, client, reason, held_at, held_by) VALUES (?, ?, ?, ?, ?)")
        .bind(id.to_string())
        .bind(client.to_string())
        .bind(reason)
        .bind(at)
        .bind(by)
        .execute(change.connection().await?.sqlite()?)
        .await?;
    Ok(())
}

/// Whose hold it is.
pub(super) async fn held(reader: &impl Reader, id: HoldId) -> Result<ClientId> {
    let client: Option<String> = sqlx::query_scalar("SELECT client FROM retention_hold WHERE id = ?")
        .bind(id.to_string())
        .fetch_optional(reader.connection().await?.sqlite()?)
        .await?;
    ClientId::parse(&client.ok_or(Error::NotFound)?)
}

/// Lifts a hold, or puts it back; false where it stood so already.
pub(super) async fn set_lifted(change: &mut Change, id: HoldId, lifted: bool) -> Result<bool> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    let done = sqlx::query(
        "UPDATE retention_hold SET lifted_at = iif(?1, ?2, NULL), lifted_by = iif(?1, ?3, NULL)
         WHERE id = ?4 AND (lifted_at IS NOT NULL) <> ?1",
    )
    .bind(lifted)
    .bind(at)
    .bind(by)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(done.rows_affected() == 1)
}
