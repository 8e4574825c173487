//! Two records of one person: compared, made one, and made two again.
//!
//! [`compare`] shows both side by side, [`merge`] keeps one with the details that somebody chose and has everything that belongs
//! to the other go along, [`unmerge`] undoes that while nothing contradicts it. The other record stays whole underneath, so that
//! what comes back is what it was. Signed notes stay in the record they were signed in, as their seal says, and are read
//! through the one that is left.

mod compare;
mod merge;
mod unmerge;

use crate::attached::Attached;
use crate::{alerts, bookings, correspondence, drafts, files, handouts, retention};

pub use compare::{AttachedCounts, ComparedRecord, ComparedRecords, compare};
pub use merge::{MergeClients, MergedClients, MergingRecord, merge};
pub use unmerge::{MergedRecord, UnmergeHindrance, UnmergedClients, unmerge};

pub(super) use unmerge::merged_into;

/// What always goes along. A health history does only where the other record has none.
fn attached() -> Vec<Attached> {
    let single = [
        handouts::ATTACHED,
        alerts::ATTACHED,
        correspondence::ATTACHED,
        files::ATTACHED,
        drafts::ATTACHED,
        retention::ATTACHED,
    ];
    bookings::ATTACHED.into_iter().chain(single).collect()
}
