//! A client's files: what they brought, sent, or had taken of them.
//!
//! [`add`] seals files while it reads them and keeps each once, [`amend`] changes what is said of one, [`remove`] takes one out of use
//! and [`restore`] puts it back. [`list`] shows them, [`open`] one, with its [`picture`] or its [`pdf`]; [`copy_to`] writes one out
//! of the practice, and [`set_portrait`] makes the photo at the head of the record of one. What a file is tell its first bytes and
//! never its name. A clinical file is for those who treat, and nobody else is told of it.

mod add;
mod amend;
mod form;
mod list;
mod look;
mod name;
mod portrait;
mod remove;
mod store;
mod take_along;

use crate::attached::Attached;
use crate::dated::Dated;
use crate::erasing::Erasing;

pub use add::{AddFiles, Added, AddedFile, LARGEST_FILE, ReadHeic, add};
pub use amend::{AmendFile, amend};
pub use form::FileForm;
pub use list::{ClientFile, ClientFiles, list};
pub use look::{open, pdf, picture};
pub use portrait::{PortraitSet, SetPortrait, portrait, set_portrait};
pub use remove::{SeenFile, remove, restore};
pub use take_along::{FileWay, Outgoing, copy_to, outgoing, went_out};

pub(crate) use list::of_client;
pub(crate) use store::attachments_of;

/// What goes along when two records become one.
pub(crate) const ATTACHED: Attached = Attached::all("files_file");

/// What is clinical of it.
pub(crate) const CLINICAL: Attached = ATTACHED.only("clinical");

/// The days on which clinical files were added, also what was taken out of use.
pub(crate) const DATED: Dated = Dated {
    table: "files_file",
    client: "client",
    day: "date(created_at / 1000, 'unixepoch')",
    which: "clinical",
    visit: false,
};

/// What is erased: what is not clinical goes at once, with the photo; the bytes go with [`attachments_of`].
pub(crate) const ERASING: Erasing = Erasing {
    at_once: &[
        "UPDATE files_file SET portrait = NULL, portrait_at = NULL WHERE client IN {record}",
        "DELETE FROM files_file WHERE NOT clinical AND client IN {record}",
    ],
    in_time: &["DELETE FROM files_file WHERE client IN {record}"],
};
