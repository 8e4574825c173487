//! What somebody is typing and has not finished.
//!
//! A draft is saved at every pause, so a lock, a crash or a closed window loses nothing. It has its own small
//! write path: no audit entry for each pause, one when typing starts and one when it ends, by finishing (in the
//! change that uses the text) or by throwing it away. The drafts of somebody who leaves the practice are closed as they
//! stand: nobody finishes another person's words. The body is the form as JSON; only the form reads it, and who must
//! know which pictures a sheet that is being written names.

mod discard;
mod list;
mod model;
mod read;
mod read_left;
mod save;
mod store;

use crate::attached::Attached;
use crate::dated::Dated;
use crate::erasing::Erasing;

pub use discard::discard;
pub use list::list;
pub use model::{DraftKind, DraftRow, DraftSaved, DraftView};
pub use read::read;
pub use read_left::{LeftDraftView, read_left};
pub use save::{SaveDraft, save};
pub(crate) use store::{
    bodies, close_of, finish, is_written_about, left_about, notes_begun, open_by_person, who_changes,
};

/// What goes along when two records become one. Drafts of the details and of the health history are finished before: they are
/// typed over one version of one record.
pub(crate) const ATTACHED: Attached = Attached { client: "subject", ..Attached::all("drafts_draft") }
    .only("kind IN ('note', 'correspondence')");

/// What is erased: of what was never finished a note, an addendum and a health history stay as long as the record. Who a booking is
/// for is said in its form alone.
pub(crate) const ERASING: Erasing = Erasing {
    at_once: &[
        "DELETE FROM drafts_draft
         WHERE subject IN {record} AND kind NOT IN ('note', 'health_history')",
        "DELETE FROM drafts_draft WHERE kind = 'booking' AND EXISTS
             (SELECT 1 FROM clients_client AS named WHERE named.id IN {record} AND instr(body, named.id) > 0)",
    ],
    in_time: &["DELETE FROM drafts_draft WHERE subject IN {record}
         OR subject IN (SELECT id FROM notes_note WHERE client IN {record})"],
};

/// The days on which a note was left unsigned.
pub(crate) const DATED: Dated = Dated {
    table: "drafts_draft",
    client: "subject",
    day: "date(saved_at / 1000, 'unixepoch')",
    which: "kind = 'note' AND closed_at IS NOT NULL",
    visit: false,
};

/// Notes that their author left unsigned.
pub(crate) const LEFT: Attached = Attached { client: "subject", ..Attached::all("drafts_draft") }
    .only("kind = 'note' AND closed_at IS NOT NULL");
