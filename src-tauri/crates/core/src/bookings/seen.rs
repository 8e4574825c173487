//! Takes up a booking, or a part of what the diary is made of, as somebody saw it.

use serde::Deserialize;
use specta::Type;

use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::BookingId;

use super::store::{self, Stored};

/// Names a room, a service or a week of work as somebody saw it.
#[derive(Debug, Deserialize, Type)]
pub struct SeenInDiary {
    /// Which.
    pub id: String,
    /// How often it was saved then.
    pub version: i32,
}

/// The booking, if nobody changed it since ([`Error::Stale`]) and it was not taken back ([`Error::NotFound`]).
pub(super) async fn seen(change: &Change, id: BookingId, version: i32) -> Result<Stored> {
    let stored = also_taken_back(change, id, version).await?;
    if stored.taken_back { Err(Error::NotFound) } else { Ok(stored) }
}

/// The same for one that may have been taken back.
pub(super) async fn also_taken_back(change: &Change, id: BookingId, version: i32) -> Result<Stored> {
    let stored = store::read(change, id).await?;
    if stored.version != version {
        return Err(Error::Stale { id: id.to_string(), version: stored.version });
    }
    Ok(stored)
}
