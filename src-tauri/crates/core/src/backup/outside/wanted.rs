//! Whether somebody should be told that nothing of the records is outside this computer.

use serde::Serialize;
use specta::Type;

use crate::moment::Moment;
use crate::people::Permission;
use crate::practice::Practice;

use super::place::Place;

/// So long without a copy is worth a word.
const A_WEEK: i64 = 7 * 24 * 60 * 60 * 1000;

/// That fire or theft would take everything, or all that was written lately.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct CopyWanted {
    /// When the last copy was made (UTC milliseconds); nothing when there is none.
    pub last: Option<Moment>,
    /// Whether a place for copies was chosen.
    pub place: bool,
}

/// Says so to whoever can do something about it, from the first day.
pub fn copy_wanted(practice: &Practice) -> Option<CopyWanted> {
    if !practice.actor().role.may(Permission::MakeBackups) {
        return None;
    }
    let place = Place::read(practice.folder());
    // A copy from the future is one of a clock that was wrong, and says nothing.
    let last = place.as_ref().and_then(|place| place.last).filter(|last| *last <= practice.now());
    let lately = last.is_some_and(|last| practice.now() - last <= A_WEEK);
    (!lately).then_some(CopyWanted { last: last.map(Into::into), place: place.is_some() })
}
