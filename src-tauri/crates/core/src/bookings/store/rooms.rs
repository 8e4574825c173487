//! The rooms.

use sqlx::{FromRow, QueryBuilder, Sqlite};

use crate::bookings::keep_room::Room;
use crate::change::Change;
use crate::error::Result;
use crate::ids::{PersonId, RoomId};
use crate::reader::Reader;

/// A room as it is kept.
#[derive(Debug, Clone)]
pub(in crate::bookings) struct StoredRoom {
    pub(in crate::bookings) id: RoomId,
    pub(in crate::bookings) name: String,
    pub(in crate::bookings) chairs: i32,
    pub(in crate::bookings) every: i32,
    pub(in crate::bookings) equipment: String,
    /// Who may use it; nobody for everybody.
    pub(in crate::bookings) people: Vec<PersonId>,
    pub(in crate::bookings) closed: bool,
    pub(in crate::bookings) version: i32,
}

#[derive(Debug, FromRow)]
struct RoomRow {
    id: String,
    name: String,
    chairs: i32,
    every: i32,
    equipment: String,
    closed: bool,
    version: i32,
}

/// Every room, in the order they were added.
pub(in crate::bookings) async fn rooms(reader: &impl Reader) -> Result<Vec<StoredRoom>> {
    let mut reading = reader.connection().await?;
    let rows: Vec<RoomRow> = sqlx::query_as(
        "SELECT id, name, chairs, every, equipment, closed, version FROM bookings_room ORDER BY position",
    )
    .fetch_all(reading.sqlite()?)
    .await?;
    let users: Vec<(String, String)> =
        sqlx::query_as("SELECT room, person FROM bookings_room_person").fetch_all(reading.sqlite()?).await?;
    rows.into_iter()
        .map(|row| {
            let of_room = users.iter().filter(|(room, _)| *room == row.id);
            Ok(StoredRoom {
                id: RoomId::parse(&row.id)?,
                people: of_room.map(|(_, person)| PersonId::parse(person)).collect::<Result<_>>()?,
                name: row.name,
                chairs: row.chairs,
                every: row.every,
                equipment: row.equipment,
                closed: row.closed,
                version: row.version,
            })
        })
        .collect()
}

/// Writes a new room behind the others.
pub(in crate::bookings) async fn insert_room(change: &mut Change, id: RoomId, room: &Room) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO bookings_room
             (id, position, name, chairs, every, equipment, closed, created_at, created_by, updated_at, updated_by)
         VALUES (?1, (SELECT coalesce(max(position), 0) + 1 FROM bookings_room), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?7, ?8)",
    )
    .bind(id.to_string())
    .bind(&room.name)
    .bind(room.chairs)
    .bind(room.every)
    .bind(&room.equipment)
    .bind(room.closed)
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    write_users(change, id, &room.people).await
}

/// Writes a changed room.
pub(in crate::bookings) async fn update_room(change: &mut Change, id: RoomId, room: &Room) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "UPDATE bookings_room
         SET name = ?, chairs = ?, every = ?, equipment = ?, closed = ?, updated_at = ?, updated_by = ?,
             version = version + 1
         WHERE id = ?",
    )
    .bind(&room.name)
    .bind(room.chairs)
    .bind(room.every)
    .bind(&room.equipment)
    .bind(room.closed)
    .bind(at)
    .bind(by)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    sqlx::query("DELETE FROM bookings_room_person WHERE room = ?")
        .bind(id.to_string())
        .execute(change.connection().await?.sqlite()?)
        .await?;
    write_users(change, id, &room.people).await
}

async fn write_users(change: &mut Change, id: RoomId, people: &[PersonId]) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    let mut insert = QueryBuilder::<Sqlite>::new("INSERT INTO bookings_room_person (room, person) ");
    insert.push_values(people, |mut row, person| {
        row.push_bind(id.to_string()).push_bind(person.to_string());
    });
    insert.build().execute(change.connection().await?.sqlite()?).await?;
    Ok(())
}

/// Whether anything names a room: a booking, also one that was taken back, or a time in which it is closed.
pub(in crate::bookings) async fn room_in_use(reader: &impl Reader, id: RoomId) -> Result<bool> {
    let in_use = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM bookings_booking WHERE room = ?1)
             OR EXISTS (SELECT 1 FROM bookings_away WHERE room = ?1)",
    )
    .bind(id.to_string())
    .fetch_one(reader.connection().await?.sqlite()?)
    .await?;
    Ok(in_use)
}

/// Removes a room that nothing names.
pub(in crate::bookings) async fn remove_room(change: &mut Change, id: RoomId) -> Result<()> {
    for statement in
        ["DELETE FROM bookings_room_person WHERE room = ?", "DELETE FROM bookings_room WHERE id = ?"]
    {
        sqlx::query(statement).bind(id.to_string()).execute(change.connection().await?.sqlite()?).await?;
    }
    Ok(())
}
