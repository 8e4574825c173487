//! Keeps a room to treat in.

use serde::Deserialize;
use specta::Type;

use crate::audit::Action;
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::ids::{PersonId, RoomId};
use crate::people::Permission;
use crate::practice::Practice;

use super::setup::{self, DiarySetup};
use super::store;

/// A room as it was typed.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct RoomInput {
    /// What it is called.
    pub name: String,
    /// For how many it is: one, or the chairs of a community room.
    pub chairs: i32,
    /// In a community room somebody comes every so many minutes.
    pub every: i32,
    /// What is in it, as people write it.
    pub equipment: String,
    /// Who may use it; empty for everybody.
    pub people: Vec<String>,
    /// Whether nobody is booked into it any more.
    pub closed: bool,
}

/// A room to keep.
#[derive(Debug, Deserialize, Type)]
pub struct KeepRoom {
    /// The room that is changed, or nothing for a new one.
    pub id: Option<String>,
    /// The version this was typed over; nothing for a new one.
    pub version: Option<i32>,
    /// The room.
    pub room: RoomInput,
}

/// A checked room.
#[derive(Debug)]
pub(super) struct Room {
    pub(super) name: String,
    pub(super) chairs: i32,
    pub(super) every: i32,
    pub(super) equipment: String,
    pub(super) people: Vec<PersonId>,
    pub(super) closed: bool,
}

/// Adds a room or changes one, or answers [`Error::Stale`] when somebody changed it since. What is booked in a room that is
/// closed stays where it is.
pub async fn keep_room(practice: &Practice, input: KeepRoom) -> Result<DiarySetup> {
    practice.permit(Permission::ChangePractice).await?;
    let room = input.room.validate()?;
    let known = input.id.as_deref().map(RoomId::parse).transpose()?;
    let mut change = practice.change(Action::RoomKept).await?;
    let mut checks = Checks::default();
    let others = store::rooms(&change).await?;
    if others.iter().any(|other| Some(other.id) != known && other.name == room.name) {
        checks.note("name", FieldProblem::NameTaken);
    }
    checks.finish()?;
    let id = match known {
        Some(id) => {
            let stored = others.iter().find(|other| other.id == id).ok_or(Error::NotFound)?;
            if input.version != Some(stored.version) {
                return Err(Error::Stale { id: id.to_string(), version: stored.version });
            }
            store::update_room(&mut change, id, &room).await?;
            id
        }
        None => {
            let id = RoomId::new(practice.new_id()?);
            store::insert_room(&mut change, id, &room).await?;
            id
        }
    };
    change.commit(id).await?;
    setup::of(practice).await
}

impl RoomInput {
    fn validate(&self) -> Result<Room> {
        let mut checks = Checks::default();
        let name = checks.required("name", &self.name, 40);
        let equipment = checks.lines("equipment", &self.equipment, 500);
        within(&mut checks, "chairs", self.chairs, 1, 60);
        within(&mut checks, "every", self.every, 5, 60);
        let mut people = Vec::new();
        for id in &self.people {
            match PersonId::parse(id) {
                Ok(person) => people.push(person),
                Err(_) => checks.note("people", FieldProblem::UnknownValue),
            }
        }
        people.sort_unstable();
        people.dedup();
        checks.finish()?;
        let Self { chairs, every, closed, .. } = *self;
        Ok(Room { name, chairs, every, equipment, people, closed })
    }
}

/// Notes a number that is outside of what is possible.
pub(super) fn within(checks: &mut Checks, path: &str, number: i32, least: i32, most: u16) {
    if number > i32::from(most) {
        checks.too_much(path, u32::from(most));
    } else if number < least {
        checks.note(path, FieldProblem::NotANumber);
    }
}
