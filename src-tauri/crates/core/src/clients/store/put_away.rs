//! Where records lie that nobody works with.

use crate::change::Change;
use crate::clients::own::Whose;
use crate::clients::put_away::{PutAway, RecordPlace};
use crate::error::{Error, Result};
use crate::ids::ClientId;
use crate::reader::Reader;

/// Where a record lies; nothing where it is in use.
pub(in crate::clients) async fn put_away(reader: &impl Reader, id: ClientId) -> Result<Option<PutAway>> {
    let row: Option<(String, i64, String)> = sqlx::query_as(
        "SELECT put_away, put_away_at, person.name FROM clients_client AS client
         JOIN people_person AS person ON person.id = put_away_by WHERE client.id = ? AND put_away IS NOT NULL",
    )
    .bind(id.to_string())
    .fetch_optional(reader.connection().await?.sqlite()?)
    .await?;
    Ok(row.and_then(|(place, at, by)| {
        Some(PutAway { place: RecordPlace::from_name(&place)?, at: at.into(), by })
    }))
}

/// The place alone.
pub(in crate::clients) async fn place_of(reader: &impl Reader, id: ClientId) -> Result<Option<RecordPlace>> {
    let place: Option<Option<String>> =
        sqlx::query_scalar("SELECT put_away FROM clients_client WHERE id = ?")
            .bind(id.to_string())
            .fetch_optional(reader.connection().await?.sqlite()?)
            .await?;
    Ok(place.flatten().as_deref().and_then(RecordPlace::from_name))
}

/// Puts a record somewhere, or back into use.
pub(in crate::clients) async fn lay(
    change: &mut Change,
    id: ClientId,
    place: Option<RecordPlace>,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "UPDATE clients_client SET put_away = ?1, put_away_at = iif(?1 IS NULL, NULL, ?2),
             put_away_by = iif(?1 IS NULL, NULL, ?3) WHERE id = ?4",
    )
    .bind(place.map(RecordPlace::name))
    .bind(at)
    .bind(by)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Takes out the record in which a client is found today, where it was put away; whether it was. What is only kept stays.
pub(in crate::clients) async fn back_in_use(change: &mut Change, id: ClientId) -> Result<bool> {
    let mut reading = change.connection().await?;
    let lies: Option<(String, String)> = sqlx::query_as(
        "SELECT id, put_away FROM clients_client
         WHERE put_away IS NOT NULL AND id = (SELECT coalesce(merged_into, id) FROM clients_client WHERE id = ?)",
    )
    .bind(id.to_string())
    .fetch_optional(reading.sqlite()?)
    .await?;
    let Some((record, place)) = lies else { return Ok(false) };
    if place == RecordPlace::Kept.name() {
        return Err(Error::OnlyKept);
    }
    sqlx::query(
        "UPDATE clients_client SET put_away = NULL, put_away_at = NULL, put_away_by = NULL WHERE id = ?",
    )
    .bind(record)
    .execute(reading.sqlite()?)
    .await?;
    Ok(true)
}

/// What lies somewhere, what was put there last first, at most so many; and how many there are in all.
pub(in crate::clients) async fn lying(
    reader: &impl Reader,
    whose: Whose,
    place: RecordPlace,
    most: u32,
) -> Result<(Vec<(ClientId, PutAway)>, i32)> {
    let mut reading = reader.connection().await?;
    let own = match whose {
        Whose::Everybodys => None,
        Whose::Of(person) => Some(person.to_string()),
    };
    let rows: Vec<(String, i64, String, i32)> = sqlx::query_as(
        "SELECT client.id, put_away_at, person.name, count(*) OVER () FROM clients_client AS client
         JOIN people_person AS person ON person.id = put_away_by
         WHERE put_away = ?1 AND merged_into IS NULL AND (?2 IS NULL OR responsible = ?2)
         ORDER BY put_away_at DESC, client.number LIMIT ?3",
    )
    .bind(place.name())
    .bind(own)
    .bind(most)
    .fetch_all(reading.sqlite()?)
    .await?;
    let total = rows.first().map_or(0, |(.., total)| *total);
    let row = |(id, at, by, _): (String, i64, String, i32)| {
        Ok((ClientId::parse(&id)?, PutAway { place, at: at.into(), by }))
    };
    Ok((rows.into_iter().map(row).collect::<Result<_>>()?, total))
}
