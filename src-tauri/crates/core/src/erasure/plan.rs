//! What would become of a record.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::alerts;
use crate::attached::Attached;
use crate::bookings;
use crate::clients::{self, ClientRow, InUse};
use crate::correspondence;
use crate::error::{Error, Result};
use crate::files;
use crate::handouts;
use crate::health;
use crate::ids::ClientId;
use crate::notes;
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;
use crate::retention::{self, Keeping};

use super::store;

/// How far a record can be erased today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// It is held.
    Nothing,
    /// Its time runs: what was written in treatment is kept, with who they are. Everything else goes.
    Part,
    /// Nothing has to be kept.
    Whole,
}

/// What would become of a record.
#[derive(Debug, Serialize, Type)]
pub struct ErasurePlan {
    /// Whose.
    pub client: ClientRow,
    /// The version of the details; erasing names it.
    pub version: i32,
    /// Under eighteen today.
    pub minor: bool,
    /// Who answers for a child or somebody who needs it, as the record names them.
    pub guardians: Vec<String>,
    /// How far it can be erased.
    pub reach: Reach,
    /// By which rule, until when, and what holds it.
    pub keeping: Keeping,
    /// What is to be finished before.
    pub unfinished: Vec<InUse>,
    /// That no rule is chosen, without which nobody can say what has to be kept.
    pub rule_missing: bool,
    /// What has to be kept, where a part is.
    pub kept: KeptParts,
    /// In how many other records they are named; what those say stays theirs.
    pub named_by: i32,
    /// Whether it was erased in part already, and the rest is kept for the law alone.
    pub only_kept: bool,
    /// The day on which it was, ISO.
    pub erased_on: Option<String>,
}

/// What of a record has to be kept as long as its time runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct KeptParts {
    /// Signed notes.
    pub notes: i32,
    /// Visits.
    pub visits: i32,
    /// Whether a health history was taken down.
    pub health: bool,
    /// Warnings for whoever treats.
    pub alerts: i32,
    /// Clinical calls and messages.
    pub correspondence: i32,
    /// Clinical files.
    pub files: i32,
    /// Sheets that were given.
    pub sheets: i32,
    /// Notes that their author left unsigned.
    pub unsigned: i32,
}

/// Says what would become of a record.
pub async fn plan(practice: &Practice, client: &str) -> Result<ErasurePlan> {
    practice.permit(Permission::CloseRecords).await?;
    let client = clients::permit(practice, ClientId::parse(client)?).await?;
    let keeping = retention::keeping(practice, &client.to_string()).await?;
    let details = clients::details(practice, client).await?;
    let row = clients::rows_ever_of(practice, &[client]).await?.pop().ok_or(Error::NotFound)?;
    Ok(ErasurePlan {
        minor: row.age.is_some_and(|years| years < 18),
        only_kept: row.put_away == Some(clients::RecordPlace::Kept),
        erased_on: store::erased_at(practice, client).await?.map(|at| practice.day_of(at).to_string()),
        version: details.version,
        guardians: details.guardians,
        named_by: details.named_by,
        reach: reach(&keeping),
        rule_missing: keeping.rule.is_none() && keeping.last_entry.is_some(),
        unfinished: clients::unfinished(practice, practice, client).await?,
        kept: kept_parts(practice, client).await?,
        client: row,
        keeping,
    })
}

/// Without a rule everything that was written is kept.
fn reach(keeping: &Keeping) -> Reach {
    if !keeping.holds.is_empty() {
        Reach::Nothing
    } else if keeping.last_entry.is_none() || keeping.due {
        Reach::Whole
    } else {
        Reach::Part
    }
}

async fn kept_parts(reader: &impl Reader, client: ClientId) -> Result<KeptParts> {
    let count = |what: Attached| store::how_many(reader, client, what);
    Ok(KeptParts {
        notes: count(notes::SIGNED).await?,
        visits: count(bookings::VISITS).await?,
        health: count(health::ATTACHED[0]).await? > 0,
        alerts: count(alerts::CLINICAL).await?,
        correspondence: count(correspondence::CLINICAL).await?,
        files: count(files::CLINICAL).await?,
        sheets: count(handouts::ATTACHED).await?,
        unsigned: count(crate::drafts::LEFT).await?,
    })
}
