//! Who was tried to be reached, and when they are due again.

use sqlx::{FromRow, QueryBuilder, Sqlite};

use crate::bookings::waiting::{ContactAbout, ContactOutcome};
use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::{BookingId, ClientId, ContactId};
use crate::reader::Reader;

/// A try to reach somebody, as it is kept.
#[derive(Debug, Clone)]
pub(in crate::bookings) struct StoredContact {
    pub(in crate::bookings) id: ContactId,
    pub(in crate::bookings) client: ClientId,
    pub(in crate::bookings) about: ContactAbout,
    pub(in crate::bookings) booking: Option<BookingId>,
    pub(in crate::bookings) outcome: ContactOutcome,
    pub(in crate::bookings) at: i64,
    /// The name of whoever tried.
    pub(in crate::bookings) by: String,
}

#[derive(Debug, FromRow)]
struct Row {
    id: String,
    client: String,
    about: String,
    booking: Option<String>,
    outcome: String,
    at: i64,
    by: String,
}

impl TryFrom<Row> for StoredContact {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let unknown = || Error::unexpected("a stored contact", "unknown name");
        Ok(Self {
            id: ContactId::parse(&row.id)?,
            client: ClientId::parse(&row.client)?,
            about: ContactAbout::from_name(&row.about).ok_or_else(unknown)?,
            booking: row.booking.as_deref().map(BookingId::parse).transpose()?,
            outcome: ContactOutcome::from_name(&row.outcome).ok_or_else(unknown)?,
            at: row.at,
            by: row.by,
        })
    }
}

/// Writes a try.
pub(in crate::bookings) async fn insert_contact(
    change: &mut Change,
    id: ContactId,
    (client, booking): (ClientId, Option<BookingId>),
    about: ContactAbout,
    outcome: ContactOutcome,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO bookings_contact (id, client, about, booking, outcome, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(id.to_string())
    .bind(client.to_string())
    .bind(about.name())
    .bind(booking.map(|booking| booking.to_string()))
    .bind(outcome.name())
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Takes a try back; [`Error::NotFound`] where there is none that holds.
pub(in crate::bookings) async fn take_back_contact(change: &mut Change, id: ContactId) -> Result<ClientId> {
    let at = change.at();
    let client: Option<String> = sqlx::query_scalar(
        "UPDATE bookings_contact SET taken_back_at = ? WHERE id = ? AND taken_back_at IS NULL RETURNING client",
    )
    .bind(at)
    .bind(id.to_string())
    .fetch_optional(change.connection().await?.sqlite()?)
    .await?;
    ClientId::parse(&client.ok_or(Error::NotFound)?)
}

/// Who was tried to be reached.
pub(in crate::bookings) async fn contact_client(reader: &impl Reader, id: ContactId) -> Result<ClientId> {
    let client: Option<String> = sqlx::query_scalar("SELECT client FROM bookings_contact WHERE id = ?")
        .bind(id.to_string())
        .fetch_optional(reader.connection().await?.sqlite()?)
        .await?;
    ClientId::parse(&client.ok_or(Error::NotFound)?)
}

/// The tries to reach some clients since an instant, in order; what was taken back is left out.
pub(in crate::bookings) async fn contacts(
    reader: &impl Reader,
    clients: &[ClientId],
    since: i64,
) -> Result<Vec<StoredContact>> {
    let mut query = QueryBuilder::<Sqlite>::new(
        "SELECT contact.id, client, about, booking, outcome, at, person.name AS by
         FROM bookings_contact AS contact JOIN people_person AS person ON person.id = contact.by
         WHERE taken_back_at IS NULL AND at >= ",
    );
    query.push_bind(since).push(" AND client IN (");
    let mut list = query.separated(", ");
    for client in clients {
        list.push_bind(client.to_string());
    }
    query.push(") ORDER BY at, contact.id");
    let rows: Vec<Row> = query.build_query_as().fetch_all(reader.connection().await?.sqlite()?).await?;
    rows.into_iter().map(StoredContact::try_from).collect()
}
