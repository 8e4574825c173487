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
