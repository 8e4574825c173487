//! Takes back that something that can be booked was added: undo, as long as nobody is booked for it.

use crate::audit::Action;
use crate::error::{Error, Result};
use crate::ids::ServiceId;
use crate::people::Permission;
use crate::practice::Practice;

use super::seen::SeenInDiary;
use super::setup::{self, DiarySetup};
use super::store;

/// Removes something that can be booked that was just added. [`Error::Stale`] where somebody changed it since, or it is in use: then it stays.
pub async fn take_back_service(practice: &Practice, seen: SeenInDiary) -> Result<DiarySetup> {
    practice.permit(Permission::ChangePractice).await?;
    let id = ServiceId::parse(&seen.id)?;
    let mut change = practice.change(Action::ServiceTakenBack).await?;
    let services = store::services(&change).await?;
    let stored = services.iter().find(|other| other.id == id).ok_or(Error::NotFound)?;
    if seen.version != stored.version || store::service_in_use(&change, id).await? {
        return Err(Error::Stale { id: seen.id, version: stored.version });
    }
    store::remove_service(&mut change, id).await?;
    change.commit(id).await?;
    setup::of(practice).await
}
