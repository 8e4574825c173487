//! Erases a record, for good.

use serde::Deserialize;
use specta::Type;

use crate::attachments;
use crate::audit::Action;
use crate::checks::{Checks, FieldProblem};
use crate::clients;
use crate::error::{Error, Result};
use crate::files;
use crate::handouts;
use crate::ids::ClientId;
use crate::people::Permission;
use crate::practice::Practice;
use crate::retention;

use super::letter::Asked;
use super::plan::{self, Reach};
use super::store;

/// A record to erase.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct EraseRecord {
    /// The client.
    pub client: String,
    /// The version of the details that was looked at.
    pub version: i32,
    /// How far, as it was shown: where that has changed since, nothing is erased.
    pub reach: Reach,
    /// Who asked for it.
    pub asked: Asked,
}

/// Erases what need not be kept: the whole record, or all of it but what was written in treatment. That cannot be undone, so the
/// owner proves who they are ([`Error::ProofNeeded`]); [`Error::Stale`] where the record or its time is not as it was looked at.
/// What is still to be done with the client comes before, as problems at `unfinished`; what is held is said at `reach`.
pub async fn erase(practice: &Practice, input: EraseRecord) -> Result<()> {
    practice.permit(Permission::CloseRecords).await?;
    let asked = input.asked.validate(practice)?;
    practice.proved().await?;
    let plan = plan::plan(practice, &input.client).await?;
    let client = ClientId::parse(&plan.client.id)?;
    let mut checks = Checks::default();
    // What was erased in part waits for the rest until its time is over.
    if plan.reach == Reach::Nothing || plan.reach == Reach::Part && plan.only_kept {
        checks.note("reach", FieldProblem::Contradictory);
    }
    if plan.rule_missing {
        checks.note("rule", FieldProblem::Required);
    }
    if !plan.unfinished.is_empty() {
        checks.note("unfinished", FieldProblem::BeingTyped);
    }
    checks.finish()?;
    if plan.version != input.version || plan.reach != input.reach {
        return Err(Error::Stale { id: client.to_string(), version: plan.version });
    }
    let whole = plan.reach == Reach::Whole;
    let mut change = practice.change(Action::RecordErased).await?;
    // Whatever was written between the look above and here, nobody has looked at.
    let records = clients::records_in(&change, client).await?;
    if clients::record_of(&change, client).await? != client
        || store::version(&change, client).await? != plan.version
        || !clients::unfinished(practice, &change, client).await?.is_empty()
        || retention::as_it_stands(&change, practice.today(), client).await? != plan.keeping
    {
        return Err(Error::Stale { id: client.to_string(), version: plan.version });
    }
    let mut attached = files::attachments_of(&change, &records, whole).await?;
    if whole {
        attached.extend(handouts::files_given(&change, &records).await?);
    }
    for record in &records {
        let id = practice.new_id()?;
        store::insert_erased(&mut change, id, *record, whole, &asked).await?;
    }
    for statement in super::erasing().iter().flat_map(|erasing| erasing.at_once) {
        store::take_out(&mut change, client, statement).await?;
    }
    if whole {
        for record in &records {
            store::take_out(&mut change, *record, clients::UNLINKING).await?;
        }
    }
    change.note("whole", whole);
    change.note("card", plan.client.number);
    if whole {
        for statement in super::erasing().iter().flat_map(|erasing| erasing.in_time) {
            store::take_out(&mut change, client, statement).await?;
        }
    } else {
        clients::only_keep(&mut change, client).await?;
    }
    let forgotten = attachments::forget(&mut change, practice.folder(), &attached).await?;
    change.commit(client).await?;
    forgotten.remove_files().await;
    // What was erased lies in the log of the last changes until that is written into the database.
    practice.settle().await
}
