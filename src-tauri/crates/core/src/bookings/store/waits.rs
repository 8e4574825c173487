//! Who waits for a time.

use chrono::NaiveDate;
use sqlx::FromRow;

use crate::bookings::waiting::Wait;
use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::{BookingId, ClientId, PersonId, ServiceId, WaitId};
use crate::reader::Reader;

/// Somebody who waits, as it is kept.
#[derive(Debug, Clone)]
pub(in crate::bookings) struct StoredWait {
    pub(in crate::bookings) id: WaitId,
    pub(in crate::bookings) wait: Wait,
    /// Since when (UTC milliseconds).
    pub(in crate::bookings) since: i64,
    /// Whether they wait still: nobody removed them, and nothing came of it that holds.
    pub(in crate::bookings) waits: bool,
    pub(in crate::bookings) version: i32,
}

#[derive(Debug, FromRow)]
struct Row {
    id: String,
    client: String,
    service: Option<String>,
    practitioner: Option<String>,
    weekdays: String,
    not_before: i32,
    over_by: i32,
    urgent: bool,
    until: String,
    instead_of: Option<String>,
    note: String,
    created_at: i64,
    waits: bool,
    version: i32,
}

/// Who was given a time that was taken back waits again.
const ROWS: &str =
    "SELECT wait.id, wait.client, wait.service, wait.practitioner, weekdays, not_before, over_by,
        urgent, until, instead_of, wait.note, wait.created_at, wait.version,
        NOT removed AND (came.id IS NULL OR came.taken_back) AS waits
    FROM bookings_wait AS wait LEFT JOIN bookings_booking AS came ON came.id = wait.booking ";

impl TryFrom<Row> for StoredWait {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let minute = |of: i32| u16::try_from(of).map_err(|error| Error::unexpected("a stored wait", error));
        let until = row.until.parse().map_err(|error| Error::unexpected("a stored wait", error))?;
        let digit = |digit: char| digit.to_digit(10).and_then(|day| u8::try_from(day).ok());
        let wait = Wait {
            client: ClientId::parse(&row.client)?,
            service: row.service.as_deref().map(ServiceId::parse).transpose()?,
            practitioner: row.practitioner.as_deref().map(PersonId::parse).transpose()?,
            weekdays: row.weekdays.chars().filter_map(digit).collect(),
            not_before: minute(row.not_before)?,
            over_by: minute(row.over_by)?,
            urgent: row.urgent,
            until,
            instead_of: row.instead_of.as_deref().map(BookingId::parse).transpose()?,
            note: row.note,
        };
        Ok(Self {
            id: WaitId::parse(&row.id)?,
            wait,
            since: row.created_at,
            waits: row.waits,
            version: row.version,
        })
    }
}

/// Who waits until a day or longer: the urgent first, then whoever waits longest.
pub(in crate::bookings) async fn waits(reader: &impl Reader, until: NaiveDate) -> Result<Vec<StoredWait>> {
    let sql = format!(
        "{ROWS} WHERE NOT removed AND until >= ? AND (came.id IS NULL OR came.taken_back)
         ORDER BY urgent DESC, wait.created_at, wait.id"
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(until.to_string())
        .fetch_all(reader.connection().await?.sqlite()?)
        .await?;
    rows.into_iter().map(StoredWait::try_from).collect()
}

/// Reads one of them, whatever became of it.
pub(in crate::bookings) async fn wait(reader: &impl Reader, id: WaitId) -> Result<StoredWait> {
    let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(format!("{ROWS} WHERE wait.id = ?")))
        .bind(id.to_string())
        .fetch_optional(reader.connection().await?.sqlite()?)
        .await?;
    row.ok_or(Error::NotFound)?.try_into()
}

/// Writes somebody who waits from now on.
pub(in crate::bookings) async fn insert_wait(change: &mut Change, id: WaitId, wait: &Wait) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO bookings_wait
             (id, client, service, practitioner, weekdays, not_before, over_by, urgent, until, instead_of, note,
              created_at, created_by, updated_at, updated_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?12, ?13)",
    )
    .bind(id.to_string())
    .bind(wait.client.to_string())
    .bind(wait.service.map(|service| service.to_string()))
    .bind(wait.practitioner.map(|person| person.to_string()))
    .bind(wait.weekdays_written())
    .bind(wait.not_before)
    .bind(wait.over_by)
    .bind(wait.urgent)
    .bind(wait.until.to_string())
    .bind(wait.instead_of.map(|booking| booking.to_string()))
    .bind(&wait.note)
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Writes what somebody who waits wants now.
pub(in crate::bookings) async fn update_wait(change: &mut Change, id: WaitId, wait: &Wait) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "UPDATE bookings_wait
         SET service = ?, practitioner = ?, weekdays = ?, not_before = ?, over_by = ?, urgent = ?, until = ?,
             instead_of = ?, note = ?, updated_at = ?, updated_by = ?, version = version + 1
         WHERE id = ?",
    )
    .bind(wait.service.map(|service| service.to_string()))
    .bind(wait.practitioner.map(|person| person.to_string()))
    .bind(wait.weekdays_written())
    .bind(wait.not_before)
    .bind(wait.over_by)
    .bind(wait.urgent)
    .bind(wait.until.to_string())
    .bind(wait.instead_of.map(|booking| booking.to_string()))
    .bind(&wait.note)
    .bind(at)
    .bind(by)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Writes what became of their waiting: a booking, or that they wait no more. Neither makes them wait again.
pub(in crate::bookings) async fn end_wait(
    change: &mut Change,
    id: WaitId,
    removed: bool,
    booking: Option<BookingId>,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "UPDATE bookings_wait
         SET removed = ?, booking = ?, updated_at = ?, updated_by = ?, version = version + 1 WHERE id = ?",
    )
    .bind(removed)
    .bind(booking.map(|booking| booking.to_string()))
    .bind(at)
    .bind(by)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}
