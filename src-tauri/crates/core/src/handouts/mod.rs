//! Patient-education sheets: brought in or written, kept in versions, drawn for one client, given and proved.
//!
//! [`take_in`] reads a file into a draft, [`review`] points out what a careful reader would question, [`keep`] makes
//! the next version, [`preview`] draws exactly what will be printed, and [`give`] stores those bytes on the client's
//! timeline. [`went_out`] notes that one was printed or opened outside, and [`built_in`] brings the program's own.
//! [`add_picture`] keeps a picture under a name that texts call it by; one that nothing names any more is removed at
//! the next opening.
//! Left out on purpose, until the slice that brings them: tags.

mod add_picture;
mod built_in;
mod give;
mod given;
mod keep;
mod list;
mod model;
mod open;
mod page;
mod picture_name;
mod pictures;
mod preview;
mod review;
mod store;
mod sweep_pictures;
mod take_in;
mod went_out;

use crate::attached::Attached;
use crate::dated::Dated;
use crate::erasing::Erasing;

pub use add_picture::{NewPicture, SheetPicture, add_picture};
pub use built_in::{BuiltIn, built_in};
pub use give::{GiveSheet, GivenSheet, give};
pub use given::{given_file_name, given_pdf, given_saved, open_given};
pub use keep::{KeepSheet, keep};
pub use list::list;
pub use model::{PaperChoice, SheetRow, SheetText, SheetView};
pub use open::open;
pub use pictures::picture;
pub use preview::{PreviewSheet, file_name, preview, saved};
pub use review::{Finding, FindingKind, PromotionalTail, SheetReview, review};
pub use take_in::{ImportedSheet, LARGEST_FILE, take_in};
pub use went_out::{WayOut, given_went_out, went_out};

pub(crate) use built_in::put_in;
pub(crate) use given::given_to;
pub(crate) use store::{count, files_given, given_from};
pub(crate) use sweep_pictures::sweep_pictures;

/// What goes along when two records become one.
pub(crate) const ATTACHED: Attached = Attached::all("handouts_given");

/// The days on which sheets were given.
pub(crate) const DATED: Dated = Dated {
    table: "handouts_given",
    client: "client",
    day: "date(given_at / 1000, 'unixepoch')",
    which: "TRUE",
    visit: false,
};

/// What is erased: sheets that were given stay as long as the record; their files go with [`files_given`].
pub(crate) const ERASING: Erasing =
    Erasing { at_once: &[], in_time: &["DELETE FROM handouts_given WHERE client IN {record}"] };
