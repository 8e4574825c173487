//! Puts records away that nobody works with any more, and takes them out again.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::Action;
use crate::bookings;
use crate::change::Change;
use crate::checks::{Checks, FieldProblem};
use crate::correspondence;
use crate::drafts;
use crate::error::{Error, Result};
use crate::files;
use crate::ids::ClientId;
use crate::moment::Moment;
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;
use crate::retention;

use super::{name, own, store};

/// Where a record lies that nobody works with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RecordPlace {
    /// The treatment is over, and the record is kept as long as it has to be.
    Archive,
    /// It was made by mistake: there is nothing in it that has to be kept.
    Trash,
    /// They asked to be erased, and what is left is kept for the law alone. Only whoever erases records sees it.
    Kept,
}

impl RecordPlace {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Archive => "archive",
            Self::Trash => "trash",
            Self::Kept => "kept",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        [Self::Archive, Self::Trash, Self::Kept].into_iter().find(|place| place.name() == name)
    }
}

/// Where a record lies, since when, and who put it there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PutAway {
    /// Where.
    pub place: RecordPlace,
    /// Since when (UTC milliseconds).
    pub at: Moment,
    /// By whom.
    pub by: String,
}

/// Records to put away.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct PutAwayClients {
    /// The clients.
    pub ids: Vec<String>,
    /// Where to.
    pub place: RecordPlace,
}

/// What became of it.
#[derive(Debug, Serialize, Type)]
pub struct PutAwayDone {
    /// Who lies there now and did not before.
    pub ids: Vec<String>,
    /// Who stays, because something of theirs is not finished.
    pub stayed: Vec<StaysInUse>,
}

/// Somebody whose record stays where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct StaysInUse {
    /// The client.
    pub id: String,
    /// Their full name as written.
    pub name: String,
    /// Why.
    pub why: Vec<InUse>,
}

/// Why a record is still needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum InUse {
    /// They are booked.
    Booked,
    /// They wait for a time.
    Waiting,
    /// Something has to be followed up.
    FollowUp,
    /// Something about them is being written.
    BeingWritten,
    /// It may be asked for by a court or an insurer. It can be archived, and not thrown away.
    Held,
    /// Something is written in it. It can be archived, and not thrown away.
    Written,
}

/// Puts those away of whom nothing is left to do; everybody else stays where they are, and why is said. Nothing of a record is
/// taken out.
pub async fn put_away(practice: &Practice, input: PutAwayClients) -> Result<PutAwayDone> {
    practice.permit(Permission::EditClients).await?;
    let mut checks = Checks::default();
    if input.place == RecordPlace::Kept {
        checks.note("place", FieldProblem::UnknownValue);
    }
    checks.finish()?;
    let mut wanted = BTreeSet::new();
    for id in &input.ids {
        wanted.insert(own::permit(practice, ClientId::parse(id)?).await?);
    }
    let mut change = practice.change(Action::ClientPutAway).await?;
    let mut done = PutAwayDone { ids: Vec::new(), stayed: Vec::new() };
    let mut last = None;
    for id in wanted {
        // Somebody else made one record of two meanwhile.
        let id = store::record_of(&change, id).await?;
        match store::place_of(&change, id).await? {
            Some(RecordPlace::Kept) => return Err(Error::OnlyKept),
            lies if lies == Some(input.place) => continue,
            _ => {}
        }
        let why = still_in_use(practice, &change, id, input.place).await?;
        if !why.is_empty() {
            let client = store::read(&change, id).await?.client;
            let name = name::full(&client.given_name, &client.family_name);
            done.stayed.push(StaysInUse { id: id.to_string(), name, why });
            continue;
        }
        if let Some(before) = last.replace(id) {
            change.also(before).await?;
        }
        change.note("place", input.place.name());
        store::lay(&mut change, id, Some(input.place)).await?;
        done.ids.push(id.to_string());
    }
    match last {
        Some(id) => change.commit(id).await?,
        None => drop(change),
    }
    Ok(done)
}

/// Takes records out again; who was in use is left alone. One that is kept for the law alone is taken out by whoever may erase
/// it: when the client comes back.
pub async fn take_out(practice: &Practice, ids: Vec<String>) -> Result<()> {
    practice.permit(Permission::EditClients).await?;
    let mut wanted = BTreeSet::new();
    for id in &ids {
        wanted.insert(own::permit(practice, ClientId::parse(id)?).await?);
    }
    let mut change = practice.change(Action::ClientTakenOut).await?;
    let mut last = None;
    for id in wanted {
        // Somebody else may have merged or erased it meanwhile.
        let id = store::record_of(&change, id).await?;
        match store::place_of(&change, id).await? {
            None => continue,
            Some(RecordPlace::Kept) if !practice.actor().role.may(Permission::CloseRecords) => {
                return Err(Error::OnlyKept);
            }
            Some(_) => {}
        }
        if let Some(before) = last.replace(id) {
            change.also(before).await?;
        }
        store::lay(&mut change, id, None).await?;
    }
    match last {
        Some(id) => change.commit(id).await,
        None => Ok(()),
    }
}

/// What is left to do with somebody; for the trash also what has to be kept.
async fn still_in_use(
    practice: &Practice,
    change: &Change,
    id: ClientId,
    place: RecordPlace,
) -> Result<Vec<InUse>> {
    let mut why = unfinished(practice, change, id).await?;
    if place == RecordPlace::Trash {
        if retention::is_held(change, id).await? {
            why.push(InUse::Held);
        }
        if retention::has_entries(change, id).await?
            || store::how_many(change, id, correspondence::ATTACHED).await? > 0
            || store::how_many(change, id, files::ATTACHED).await? > 0
        {
            why.push(InUse::Written);
        }
    }
    Ok(why)
}

/// What is left to do with somebody, so that their record is neither put away nor erased.
pub(crate) async fn unfinished(
    practice: &Practice,
    reader: &impl Reader,
    id: ClientId,
) -> Result<Vec<InUse>> {
    let mut why = Vec::new();
    if bookings::is_to_come(practice, reader, id).await? {
        why.push(InUse::Booked);
    }
    if bookings::is_waiting(practice, reader, id).await? {
        why.push(InUse::Waiting);
    }
    if store::how_many(reader, id, correspondence::OPEN).await? > 0 {
        why.push(InUse::FollowUp);
    }
    if drafts::is_written_about(reader, &store::records_in(reader, id).await?).await? {
        why.push(InUse::BeingWritten);
    }
    Ok(why)
}

/// Whoever works with a record that was put away has it back in use; answers whether it was. With one that is kept for the law
/// alone nobody works: [`Error::OnlyKept`].
pub(crate) async fn back_in_use(change: &mut Change, client: ClientId) -> Result<bool> {
    store::back_in_use(change, client).await
}
