//! When clients come next, and were booked last.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};
use sqlx::{QueryBuilder, Sqlite};

use crate::error::Result;
use crate::ids::{CalledOffId, ClientId};
use crate::reader::Reader;

use super::{STANDS, Stored, all, fetch, rows, wall};

/// A client's last booking before a day on the wall, whatever became of it.
pub(in crate::bookings) async fn last_of_client(
    reader: &impl Reader,
    client: ClientId,
    before: NaiveDate,
) -> Result<Option<Stored>> {
    let query = sqlx::query_scalar(rows("WHERE client = ? AND wall < ? ORDER BY start_at DESC LIMIT 1"))
        .bind(client.to_string())
        .bind(before.to_string());
    Ok(all(fetch(query, reader.connection().await?.sqlite()?).await?)?.pop())
}

/// When some clients come next from an instant on (UTC milliseconds), on the wall.
pub(in crate::bookings) async fn next_of(
    reader: &impl Reader,
    clients: &[ClientId],
    from: i64,
) -> Result<HashMap<ClientId, NaiveDateTime>> {
    let mut query =
        QueryBuilder::<Sqlite>::new("SELECT client, min(wall) FROM bookings_booking WHERE start_at >= ");
    query.push_bind(from).push(" AND ").push(STANDS).push(" AND client IN (");
    let mut list = query.separated(", ");
    for client in clients {
        list.push_bind(client.to_string());
    }
    query.push(") GROUP BY client");
    let rows: Vec<(String, String)> =
        query.build_query_as().fetch_all(reader.connection().await?.sqlite()?).await?;
    rows.iter().map(|(client, next)| Ok((ClientId::parse(client)?, wall(next)?))).collect()
}

/// When clients come who were booked after something was done, and do not come about otherwise: by the age of the ids.
pub(in crate::bookings) async fn booked_after(
    reader: &impl Reader,
    clients: &[ClientId],
    done: CalledOffId,
) -> Result<HashMap<ClientId, NaiveDateTime>> {
    let mut query = QueryBuilder::<Sqlite>::new("SELECT client, min(wall) FROM bookings_booking WHERE id > ");
    query.push_bind(done.to_string()).push(" AND ").push(STANDS).push(" AND client IN (");
    let mut list = query.separated(", ");
    for client in clients {
        list.push_bind(client.to_string());
    }
    query.push(") GROUP BY client");
    let rows: Vec<(String, String)> =
        query.build_query_as().fetch_all(reader.connection().await?.sqlite()?).await?;
    rows.iter().map(|(client, next)| Ok((ClientId::parse(client)?, wall(next)?))).collect()
}
