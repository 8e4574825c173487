//! Says when nobody comes: time off, a closure, a holiday.

use chrono::NaiveDateTime;
use serde::Deserialize;
use specta::Type;

use crate::audit::{Action, Outcome};
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::ids::{AwayId, PersonId, RoomId};
use crate::people::{Permission, Role};
use crate::practice::Practice;

use super::setup::{self, DiarySetup};
use super::store;

/// A time in which nobody comes.
#[derive(Debug, Deserialize, Type)]
pub struct GoAway {
    /// Who is away; nothing for a room or the whole practice.
    pub person: Option<String>,
    /// The room that is closed; nothing for a person or the whole practice.
    pub room: Option<String>,
    /// From here, on the clinic's wall: "2026-05-12T14:30".
    pub from: String,
    /// Up to here.
    pub until: String,
    /// Why, as the diary shows it; may be empty.
    pub reason: String,
}

/// A checked time.
#[derive(Debug)]
pub(super) struct Gone {
    pub(super) person: Option<PersonId>,
    pub(super) room: Option<RoomId>,
    pub(super) from: NaiveDateTime,
    pub(super) until: NaiveDateTime,
    pub(super) reason: String,
}

/// Enters time off. What is booked in it stays, and is shown to stand there. Everybody enters their own; the desk and owners
/// anybody's; a closure of the practice is the owner's.
pub async fn go_away(practice: &Practice, input: GoAway) -> Result<DiarySetup> {
    practice.permit(Permission::ChangeTimeOff).await?;
    let gone = input.validate()?;
    known(practice, &gone).await?;
    permit(practice, &gone).await?;
    let mut change = practice.change(Action::AwayAdded).await?;
    let id = AwayId::new(practice.new_id()?);
    store::insert_away(&mut change, id, &gone).await?;
    change.commit(id).await?;
    setup::of(practice).await
}

/// Removes time off that was entered.
pub async fn come_back(practice: &Practice, id: &str) -> Result<DiarySetup> {
    practice.permit(Permission::ChangeTimeOff).await?;
    let id = AwayId::parse(id)?;
    let gone = store::away(practice, id).await?;
    permit(practice, &gone).await?;
    let mut change = practice.change(Action::AwayRemoved).await?;
    if !store::remove_away(&mut change, id).await? {
        return Err(Error::NotFound);
    }
    change.commit(id).await?;
    setup::of(practice).await
}

/// Whoever or whatever is away is there at other times.
async fn known(practice: &Practice, gone: &Gone) -> Result<()> {
    let known = match (gone.person, gone.room) {
        (Some(person), _) => store::treats(practice, person).await?,
        (_, Some(room)) => store::rooms(practice).await?.iter().any(|other| other.id == room),
        _ => true,
    };
    let mut checks = Checks::default();
    if !known {
        checks.note(if gone.room.is_some() { "room" } else { "person" }, FieldProblem::UnknownValue);
    }
    checks.finish()
}

/// Refuses whoever may not enter or remove this time off, and writes the refusal into the audit.
pub(super) async fn permit(practice: &Practice, gone: &Gone) -> Result<()> {
    let actor = practice.actor();
    let may = match actor.role {
        Role::Owner => true,
        Role::Receptionist => gone.person.is_some() || gone.room.is_some(),
        Role::Practitioner | Role::Associate | Role::Student => gone.person == Some(actor.id),
    };
    if may {
        return Ok(());
    }
    let mut change = practice.change(Action::Refused).await?;
    change.note("permission", "others_time_off");
    change.end(Outcome::Refused).await?;
    Err(Error::NotPermitted)
}

impl GoAway {
    pub(super) fn validate(&self) -> Result<Gone> {
        let mut checks = Checks::default();
        let person = self.person.as_deref().map(PersonId::parse).transpose();
        let room = self.room.as_deref().map(RoomId::parse).transpose();
        if person.is_err() || (self.person.is_some() && self.room.is_some()) {
            checks.note("person", FieldProblem::UnknownValue);
        }
        if room.is_err() {
            checks.note("room", FieldProblem::UnknownValue);
        }
        let (from, until) = (checks.wall("from", &self.from), checks.wall("until", &self.until));
        if let (Some(from), Some(until)) = (from, until)
            && until <= from
        {
            checks.note("until", FieldProblem::EndsBeforeItBegins);
        }
        let reason = checks.line("reason", &self.reason, 100);
        checks.finish()?;
        match (from, until) {
            (Some(from), Some(until)) => {
                Ok(Gone { person: person.ok().flatten(), room: room.ok().flatten(), from, until, reason })
            }
            _ => Err(Error::unexpected("time off", "a field without a problem")),
        }
    }
}
