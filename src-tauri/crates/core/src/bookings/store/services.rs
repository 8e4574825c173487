//! What can be booked.

use sqlx::FromRow;

use crate::bookings::keep_service::Service;
use crate::bookings::pattern::Pattern;
use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::ServiceId;
use crate::reader::Reader;

/// A service as it is kept.
#[derive(Debug, Clone)]
pub(in crate::bookings) struct StoredService {
    pub(in crate::bookings) id: ServiceId,
    pub(in crate::bookings) service: Service,
    pub(in crate::bookings) version: i32,
}

#[derive(Debug, FromRow)]
struct ServiceRow {
    id: String,
    name: String,
    colour: i32,
    pattern: String,
    before: i32,
    after: i32,
    price: Option<i64>,
    currency: String,
    retired: bool,
    version: i32,
}

/// Everything that can be or could be booked, in the order it was added.
pub(in crate::bookings) async fn services(reader: &impl Reader) -> Result<Vec<StoredService>> {
    let rows: Vec<ServiceRow> = sqlx::query_as(
        "SELECT id, name, colour, pattern, before, after, price, currency, retired, version
         FROM bookings_service ORDER BY position",
    )
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?;
    rows.into_iter()
        .map(|row| {
            let pattern = Pattern::from_written(&row.pattern)
                .ok_or_else(|| Error::unexpected("a stored service", "unknown pattern"))?;
            Ok(StoredService {
                id: ServiceId::parse(&row.id)?,
                service: Service {
                    name: row.name,
                    colour: row.colour,
                    pattern,
                    before: row.before,
                    after: row.after,
                    price: row.price,
                    currency: row.currency,
                    retired: row.retired,
                },
                version: row.version,
            })
        })
        .collect()
}

/// Writes a new service behind the others.
pub(in crate::bookings) async fn insert_service(
    change: &mut Change,
    id: ServiceId,
    service: &Service,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO bookings_service
             (id, position, name, colour, pattern, before, after, price, currency, retired,
              created_at, created_by, updated_at, updated_by)
         VALUES (?1, (SELECT coalesce(max(position), 0) + 1 FROM bookings_service),
                 ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?10, ?11)",
    )
    .bind(id.to_string())
    .bind(&service.name)
    .bind(service.colour)
    .bind(service.pattern.written())
    .bind(service.before)
    .bind(service.after)
    .bind(service.price)
    .bind(&service.currency)
    .bind(service.retired)
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Writes a changed service.
pub(in crate::bookings) async fn update_service(
    change: &mut Change,
    id: ServiceId,
    service: &Service,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "UPDATE bookings_service
         SET name = ?, colour = ?, pattern = ?, before = ?, after = ?, price = ?, currency = ?, retired = ?,
             updated_at = ?, updated_by = ?, version = version + 1
         WHERE id = ?",
    )
    .bind(&service.name)
    .bind(service.colour)
    .bind(service.pattern.written())
    .bind(service.before)
    .bind(service.after)
    .bind(service.price)
    .bind(&service.currency)
    .bind(service.retired)
    .bind(at)
    .bind(by)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Whether anything names a service: a booking, also one that was taken back, or somebody who waits for it.
pub(in crate::bookings) async fn service_in_use(reader: &impl Reader, id: ServiceId) -> Result<bool> {
    let in_use = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM bookings_booking WHERE service = ?1)
             OR EXISTS (SELECT 1 FROM bookings_wait WHERE service = ?1)",
    )
    .bind(id.to_string())
    .fetch_one(reader.connection().await?.sqlite()?)
    .await?;
    Ok(in_use)
}

/// Removes a service that nothing names.
pub(in crate::bookings) async fn remove_service(change: &mut Change, id: ServiceId) -> Result<()> {
    sqlx::query("DELETE FROM bookings_service WHERE id = ?")
        .bind(id.to_string())
        .execute(change.connection().await?.sqlite()?)
        .await?;
    Ok(())
}
