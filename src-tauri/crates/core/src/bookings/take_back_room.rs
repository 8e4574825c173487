//! Takes back that a room was added: undo, as long as nobody is booked into it.

use crate::audit::Action;
use crate::error::{Error, Result};
use crate::ids::RoomId;
use crate::people::Permission;
use crate::practice::Practice;

use super::seen::SeenInDiary;
use super::setup::{self, DiarySetup};
use super::store;

/// Removes a room that was just added. [`Error::Stale`] where somebody changed it since, or it is in use: then it stays.
pub async fn take_back_room(practice: &Practice, seen: SeenInDiary) -> Result<DiarySetup> {
    practice.permit(Permission::ChangePractice).await?;
    let id = RoomId::parse(&seen.id)?;
    let mut change = practice.change(Action::RoomTakenBack).await?;
    let rooms = store::rooms(&change).await?;
    let stored = rooms.iter().find(|other| other.id == id).ok_or(Error::NotFound)?;
    if seen.version != stored.version || store::room_in_use(&change, id).await? {
        return Err(Error::Stale { id: seen.id, version: stored.version });
    }
    store::remove_room(&mut change, id).await?;
    change.commit(id).await?;
    setup::of(practice).await
}
