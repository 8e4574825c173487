//! What a free time is looked for.

use chrono::{NaiveDateTime, Weekday};
use serde::Deserialize;
use specta::Type;

use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::ids::{BookingId, ClientId, PersonId, RoomId};

use super::book::{making_ready, read_client, read_pattern, read_service};
use super::model::VisitPart;
use super::pattern::Pattern;
use super::store;

/// What should fit.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct FindFree {
    /// Who would come; their other bookings are in the way.
    pub client: Option<String>,
    /// For what.
    pub service: Option<String>,
    /// Its parts, where they are other than the service's.
    pub parts: Option<Vec<VisitPart>>,
    /// To whom; nothing for whoever is free first.
    pub practitioner: Option<String>,
    /// Where; nothing for whichever room is free.
    pub room: Option<String>,
    /// From here on, on the clinic's wall: "2026-05-12T10:15".
    pub from: String,
    /// Only on these weekdays, 1 to 7; empty for every one.
    pub weekdays: Vec<i32>,
    /// Not before this time of day; empty for any.
    pub not_before: String,
    /// Over by this time of day; empty for any.
    pub over_by: String,
    /// A booking that is not in the way: the one to be moved.
    pub moving: Option<String>,
    /// So many times are wanted, at most 20; each on its own day once one was found.
    pub count: i32,
}

/// A checked search.
pub(super) struct Wanted {
    pub(super) client: Option<ClientId>,
    pub(super) pattern: Pattern,
    pub(super) before: u16,
    pub(super) after: u16,
    pub(super) practitioner: Option<PersonId>,
    pub(super) room: Option<RoomId>,
    pub(super) from: NaiveDateTime,
    pub(super) weekdays: Vec<Weekday>,
    pub(super) not_before: u16,
    pub(super) over_by: u16,
    pub(super) moving: Option<BookingId>,
    pub(super) count: usize,
}

impl FindFree {
    pub(super) fn validate(&self, services: &[store::StoredService]) -> Result<Wanted> {
        let mut checks = Checks::default();
        let client = read_client(&mut checks, self.client.as_deref());
        let service = read_service(&mut checks, self.service.as_deref(), services);
        let pattern = read_pattern(&mut checks, self.parts.as_deref(), service.as_ref());
        let (before, after) = service.as_ref().map_or((0, 0), making_ready);
        let practitioner = self.practitioner.as_deref().map(PersonId::parse).transpose();
        if practitioner.is_err() {
            checks.note("practitioner", FieldProblem::UnknownValue);
        }
        let room = self.room.as_deref().map(RoomId::parse).transpose();
        if room.is_err() {
            checks.note("room", FieldProblem::UnknownValue);
        }
        let from = checks.wall("from", &self.from);
        let weekdays = self
            .weekdays
            .iter()
            .filter_map(|day| {
                let weekday = u8::try_from(day - 1).ok().and_then(|day| Weekday::try_from(day).ok());
                if weekday.is_none() {
                    checks.note("weekdays", FieldProblem::UnknownValue);
                }
                weekday
            })
            .collect();
        let time = |checks: &mut Checks, path: &str, text: &str, otherwise: u16| match text.trim() {
            "" => otherwise,
            typed => checks.time_of_day(path, typed).unwrap_or(otherwise),
        };
        let not_before = time(&mut checks, "not_before", &self.not_before, 0);
        let over_by = time(&mut checks, "over_by", &self.over_by, 24 * 60);
        if over_by <= not_before {
            checks.note("over_by", FieldProblem::EndsBeforeItBegins);
        }
        let moving = self.moving.as_deref().map(BookingId::parse).transpose()?;
        checks.finish()?;
        let (Some(pattern), Some(from)) = (pattern, from) else {
            return Err(Error::unexpected("looking for a free time", "a field without a problem"));
        };
        Ok(Wanted {
            client,
            pattern,
            before,
            after,
            practitioner: practitioner.ok().flatten(),
            room: room.ok().flatten(),
            from,
            weekdays,
            not_before,
            over_by,
            moving,
            count: usize::try_from(self.count.clamp(1, 20)).unwrap_or(1),
        })
    }
}
