//! Keeps a record whatever the rule says, because somebody may still ask for it.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::Action;
use crate::change::Change;
use crate::checks::Checks;
use crate::clients;
use crate::error::Result;
use crate::ids::{ClientId, HoldId};
use crate::moment::Moment;
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::store;

/// Why a record is kept beyond its time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Hold {
    /// Names it, to lift it.
    pub id: String,
    /// The reason; only for whoever decides about it.
    pub reason: Option<String>,
    /// Since when (UTC milliseconds).
    pub at: Moment,
    /// By whom.
    pub by: String,
}

/// A record to hold.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct HoldRecord {
    /// The client.
    pub client: String,
    /// Why: a complaint, a claim, an investigation.
    pub reason: String,
}

/// Holds a record: it is neither due nor erased until that is lifted. Answers what to lift it by.
pub async fn hold(practice: &Practice, input: HoldRecord) -> Result<String> {
    practice.permit(Permission::CloseRecords).await?;
    let client = clients::permit(practice, ClientId::parse(&input.client)?).await?;
    let mut checks = Checks::default();
    let reason = checks.required_lines("reason", &input.reason, 500);
    checks.finish()?;
    let id = HoldId::new(practice.new_id()?);
    let mut change = practice.change(Action::RecordHeld).await?;
    let client = clients::record_of(&change, client).await?;
    store::insert_hold(&mut change, id, client, &reason).await?;
    change.commit(client).await?;
    Ok(id.to_string())
}

/// Lifts a hold, or puts one back that was lifted.
pub async fn lift(practice: &Practice, id: &str, lifted: bool) -> Result<()> {
    practice.permit(Permission::CloseRecords).await?;
    let id = HoldId::parse(id)?;
    let client = clients::permit(practice, store::held(practice, id).await?).await?;
    let action = if lifted { Action::RecordHoldLifted } else { Action::RecordHeld };
    let mut change = practice.change(action).await?;
    if !store::set_lifted(&mut change, id, lifted).await? {
        drop(change);
        return Ok(());
    }
    change.commit(client).await
}

/// Holds a record for the same reasons as another, where it is not held already.
pub(crate) async fn hold_as(
    practice: &Practice,
    change: &mut Change,
    held: ClientId,
    also: ClientId,
) -> Result<()> {
    if is_held(change, also).await? {
        return Ok(());
    }
    for hold in store::holds(change, held).await? {
        let id = HoldId::new(practice.new_id()?);
        store::insert_hold(change, id, also, &hold.reason.unwrap_or_default()).await?;
    }
    Ok(())
}

/// Whether a record is held, also by what came from another.
pub(crate) async fn is_held(reader: &impl Reader, client: ClientId) -> Result<bool> {
    Ok(!store::holds(reader, client).await?.is_empty())
}
