//! Whose clients somebody may find and open: an associate, who works under the practice's roof for themselves, only
//! their own.

use crate::audit::{Action, Outcome};
use crate::change::Change;
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::ids::{ClientId, PersonId};
use crate::people::{self, Actor, Permission, Role, Status};
use crate::practice::Practice;
use crate::reader::Reader;

use super::put_away::RecordPlace;
use super::store;

/// How the audit calls a refusal of what is somebody else's.
const OTHERS: &str = "others_clients";

/// The clients that a person works with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    /// Everybody's.
    Everybodys,
    /// Those this person answers for.
    Of(PersonId),
}

impl Whose {
    /// What the role of the person at the keyboard lets them see.
    pub(crate) fn may_be_seen_by(actor: &Actor) -> Self {
        match actor.role {
            Role::Associate => Self::Of(actor.id),
            Role::Owner | Role::Practitioner | Role::Receptionist | Role::Student => Self::Everybodys,
        }
    }
}

/// Refuses a record that is not one's own to open, or is kept for the law alone and for whoever erases records, and writes the refusal into the audit. A client who is not there is
/// not found, whoever asks. Answers which record it is today: the one that it was merged into, where it was.
pub(crate) async fn permit(practice: &Practice, client: ClientId) -> Result<ClientId> {
    let client = store::record_of(practice, client).await?;
    let closes = practice.actor().role.may(Permission::CloseRecords);
    if !closes && store::place_of(practice, client).await? == Some(RecordPlace::Kept) {
        return Err(refused(practice, client, "kept_records").await?);
    }
    let Whose::Of(me) = Whose::may_be_seen_by(practice.actor()) else { return Ok(client) };
    if store::responsible(practice, client).await?.as_deref() == Some(me.to_string().as_str()) {
        return Ok(client);
    }
    Err(refused(practice, client, OTHERS).await?)
}

/// The record in which a client is found today.
pub(crate) async fn record_of(reader: &impl Reader, client: ClientId) -> Result<ClientId> {
    store::record_of(reader, client).await
}

/// A record and those that were merged into it.
pub(crate) async fn records_in(reader: &impl Reader, client: ClientId) -> Result<Vec<ClientId>> {
    store::records_in(reader, client).await
}

/// The records that are part of one, with the number of their card and since when (UTC milliseconds).
pub(crate) async fn parts_of(reader: &impl Reader, client: ClientId) -> Result<Vec<(ClientId, i32, i64)>> {
    store::parts_of(reader, client).await
}

/// Refuses to take two records apart that were not both one's own: whoever answered for the one that is part of the other, and
/// for that one before.
pub(super) async fn permit_parting(
    practice: &Practice,
    part: ClientId,
    answered_before: Option<PersonId>,
) -> Result<()> {
    let Whose::Of(me) = Whose::may_be_seen_by(practice.actor()) else { return Ok(()) };
    let answers = store::responsible(practice, part).await?;
    if answered_before == Some(me) && answers.as_deref() == Some(me.to_string().as_str()) {
        return Ok(());
    }
    Err(refused(practice, part, OTHERS).await?)
}

/// Whoever answered for a client once, if they still work here.
pub(super) async fn still_here(reader: &impl Reader, person: Option<PersonId>) -> Result<Option<PersonId>> {
    let Some(person) = person else { return Ok(None) };
    match people::read(reader, person).await {
        Ok(row) => Ok((row.status()? != Status::Removed).then_some(person)),
        Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Writes into the audit that somebody wanted what concerns a client whom they may not see; answers the refusal.
async fn refused(practice: &Practice, client: ClientId, what: &'static str) -> Result<Error> {
    let mut change = practice.change(Action::Refused).await?;
    change.note("permission", what);
    change.refuse(client, Outcome::Refused).await?;
    Ok(Error::NotPermitted)
}

/// Who answers for a client, as somebody may decide it: an associate for their own clients themselves; everybody else
/// names whom they like among those who work here.
pub(super) async fn decided(
    practice: &Practice,
    reader: &impl Reader,
    typed: Option<PersonId>,
) -> Result<Option<PersonId>> {
    if let Whose::Of(me) = Whose::may_be_seen_by(practice.actor()) {
        return Ok(Some(me));
    }
    let Some(person) = typed else { return Ok(None) };
    let mut checks = Checks::default();
    if still_here(reader, typed).await?.is_none() {
        checks.note("responsible", FieldProblem::UnknownValue);
    }
    checks.finish()?;
    Ok(Some(person))
}

/// Makes the clients of somebody who leaves the whole practice's; how many there were.
pub(crate) async fn hand_over(change: &mut Change, from: PersonId) -> Result<i64> {
    store::hand_over(change, from).await
}
