//! What passed between somebody and the practice without a visit: calls, emails, messages, and what had to be arranged.
//!
//! [`keep`] adds an entry or changes one, [`strike`] says that it was entered in error and [`put_back`] that it was not,
//! [`follow_up`] says whether somebody has followed it up, and [`read`] shows one with what it said before. A clinical entry
//! is for those who treat, and nobody else is told of it: a call about a result is as private as a note.

mod due;
mod follow_up;
mod keep;
mod model;
mod read;
mod store;
mod strike;

use crate::attached::Attached;
use crate::dated::Dated;
use crate::erasing::Erasing;

pub use due::FollowUpDue;
pub use follow_up::{FollowedUp, follow_up};
pub use keep::{CorrespondenceInput, KeepCorrespondence, keep};
pub use model::CorrespondenceKind;
pub use read::{CorrespondenceView, EarlierWords, read};
pub use strike::{SeenCorrespondence, StrikeCorrespondence, put_back, strike};

pub(crate) use due::due;
pub(crate) use read::of_client;

/// What goes along when two records become one.
pub(crate) const ATTACHED: Attached = Attached::all("correspondence_entry");

/// The days on which something passed without a visit that is about treatment, also what was said to be an error.
pub(crate) const DATED: Dated =
    Dated { table: "correspondence_entry", client: "client", day: "day", which: "clinical", visit: false };

/// What is clinical of it.
pub(crate) const CLINICAL: Attached = ATTACHED.only("clinical");

/// What has to be followed up, today or later.
pub(crate) const OPEN: Attached =
    ATTACHED.only("follow_up IS NOT NULL AND NOT followed_up AND struck IS NULL");

/// What is erased: what is not clinical goes at once.
pub(crate) const ERASING: Erasing = Erasing {
    at_once: &[
        "DELETE FROM correspondence_earlier WHERE entry IN
             (SELECT id FROM correspondence_entry WHERE NOT clinical AND client IN {record})",
        "DELETE FROM correspondence_entry WHERE NOT clinical AND client IN {record}",
    ],
    in_time: &[
        "DELETE FROM correspondence_earlier WHERE entry IN
             (SELECT id FROM correspondence_entry WHERE client IN {record})",
        "DELETE FROM correspondence_entry WHERE client IN {record}",
    ],
};
