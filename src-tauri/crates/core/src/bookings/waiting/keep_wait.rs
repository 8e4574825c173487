//! Puts somebody on the waiting list, or changes what they wait for.

use serde::Deserialize;
use specta::Type;

use crate::audit::{Action, Subject};
use crate::bookings::book::read_service;
use crate::bookings::store::{self, StoredService};
use crate::checks::{Checks, FieldProblem};
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::{BookingId, ClientId, PersonId, WaitId};
use crate::people::Permission;
use crate::practice::Practice;

use super::list::{self, WaitView};
use super::model::Wait;
use super::stop::seen;

/// What somebody waits for, as it was typed.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct WaitInput {
    /// Who; one who waits already stays who they are.
    pub client: String,
    /// For what; nothing for whatever fits.
    pub service: Option<String>,
    /// With whom; nothing for whoever is free.
    pub practitioner: Option<String>,
    /// On which weekdays they can, 1 to 7; empty for every one.
    pub weekdays: Vec<i32>,
    /// Not before this time of day; empty for any.
    pub not_before: String,
    /// Over by this time of day; empty for any.
    pub over_by: String,
    /// Whether they come before those who are not.
    pub urgent: bool,
    /// The last day on which it is of use, ISO.
    pub until: String,
    /// The booking they would give up for an earlier one.
    pub instead_of: Option<String>,
    /// What the desk should know; may be empty.
    pub note: String,
}

/// Somebody to put or keep on the waiting list.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct KeepWait {
    /// The entry that is changed; nothing for a new one.
    pub id: Option<String>,
    /// The version this was typed over; nothing for a new one.
    pub version: Option<i32>,
    /// What they wait for.
    pub wait: WaitInput,
}

/// Puts somebody on the waiting list, or changes what they wait for; [`Error::Stale`] when somebody changed it since.
pub async fn keep_wait(practice: &Practice, input: KeepWait) -> Result<WaitView> {
    practice.permit(Permission::EditBookings).await?;
    let known = input.id.as_deref().map(WaitId::parse).transpose()?;
    let client = match known {
        Some(id) => Some(store::wait(practice, id).await?.wait.client),
        None => ClientId::parse(&input.wait.client).ok(),
    };
    let client = match client {
        Some(client) => Some(clients::permit(practice, client).await?),
        None => None,
    };
    let mut change = practice.change(Action::WaitKept).await?;
    let stored = match known {
        Some(id) => Some(seen(&change, id, input.version).await?),
        None => None,
    };
    let services = store::services(&change).await?;
    let mut checks = Checks::default();
    let wait =
        input.wait.validate(&mut checks, client, &services, stored.as_ref().map(|stored| &stored.wait));
    if let Some(person) = wait.as_ref().and_then(|wait| wait.practitioner)
        && !store::treats(&change, person).await?
    {
        checks.note("practitioner", FieldProblem::UnknownValue);
    }
    if let Some(booking) = wait.as_ref().and_then(|wait| wait.instead_of) {
        let booking = store::read(&change, booking).await?;
        if booking.client != client || !booking.is_to_come() {
            checks.note("instead_of", FieldProblem::UnknownValue);
        }
    }
    checks.finish()?;
    let wait = wait.ok_or_else(|| Error::unexpected("a waiting list", "a field without a problem"))?;
    let id = match known {
        Some(id) => {
            store::update_wait(&mut change, id, &wait).await?;
            id
        }
        None => {
            let id = WaitId::new(practice.new_id()?);
            store::insert_wait(&mut change, id, &wait).await?;
            id
        }
    };
    change.commit(Subject::from(id).of_client(wait.client)).await?;
    list::of(practice, id).await
}

impl WaitInput {
    fn validate(
        &self,
        checks: &mut Checks,
        client: Option<ClientId>,
        services: &[StoredService],
        before: Option<&Wait>,
    ) -> Option<Wait> {
        if client.is_none() {
            checks.note("client", FieldProblem::Required);
        }
        let kept = before.and_then(|before| before.service);
        let service = match self.service.as_deref() {
            // What is not booked any more stays what they wait for until it is changed.
            Some(id) if kept.is_some_and(|kept| kept.to_string() == id) => kept,
            typed => read_service(checks, typed, services).map(|service| service.id),
        };
        let practitioner = self.practitioner.as_deref().map(PersonId::parse).transpose();
        if practitioner.is_err() {
            checks.note("practitioner", FieldProblem::UnknownValue);
        }
        let mut weekdays: Vec<u8> = Vec::new();
        for day in &self.weekdays {
            match u8::try_from(*day) {
                Ok(day @ 1..=7) => weekdays.push(day),
                _ => checks.note("weekdays", FieldProblem::UnknownValue),
            }
        }
        weekdays.sort_unstable();
        weekdays.dedup();
        if weekdays.len() == 7 {
            weekdays.clear();
        }
        let mut time = |path: &str, typed: &str, otherwise: u16| match typed.trim() {
            "" => otherwise,
            typed => checks.time_of_day(path, typed).unwrap_or(otherwise),
        };
        let not_before = time("not_before", &self.not_before, 0);
        let over_by = time("over_by", &self.over_by, 24 * 60);
        if over_by <= not_before {
            checks.note("over_by", FieldProblem::EndsBeforeItBegins);
        }
        let until = checks.day("until", &self.until);
        let instead_of = self.instead_of.as_deref().map(BookingId::parse).transpose();
        if instead_of.is_err() {
            checks.note("instead_of", FieldProblem::UnknownValue);
        }
        let note = checks.lines("note", &self.note, 1_000);
        Some(Wait {
            client: client?,
            service,
            practitioner: practitioner.ok()?,
            weekdays,
            not_before,
            over_by,
            urgent: self.urgent,
            until: until?,
            instead_of: instead_of.ok()?,
            note,
        })
    }
}
