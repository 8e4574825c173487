//! What happened with a client.

use serde::Serialize;
use specta::Type;

use crate::bookings::{ClientTried, ClientVisit};
use crate::correspondence::CorrespondenceView;
use crate::files::ClientFile;
use crate::handouts;
use crate::moment::Moment;

use super::merging::MergedRecord;

/// Something that happened with a client.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TimelineEntry {
    /// They were registered.
    Registered {
        /// Names this entry.
        id: String,
        /// When (UTC milliseconds).
        at: Moment,
        /// By whom.
        by: String,
    },
    /// Their details were changed.
    DetailsChanged {
        /// Names this entry.
        id: String,
        /// When (UTC milliseconds).
        at: Moment,
        /// By whom.
        by: String,
        /// Names of the changed fields, in the order of the form.
        fields: Vec<String>,
    },
    /// Another record of theirs became part of this one.
    Merged {
        /// Names this entry.
        id: String,
        /// When (UTC milliseconds).
        at: Moment,
        /// What became part of it.
        record: MergedRecord,
    },
    /// A treatment note was signed.
    NoteSigned {
        /// The note.
        id: String,
        /// When (UTC milliseconds).
        at: Moment,
        /// By whom.
        by: String,
        /// The day of the treatment, ISO.
        visit_date: String,
        /// Codes of the points, in their order.
        points: Vec<String>,
        /// The first line of the assessment, or of what the client said.
        summary: String,
        /// How often something was added.
        addenda: i32,
        /// The visit it is of; nothing where none was booked that day.
        visit: Option<ClientVisit>,
    },
    /// They were here, or did not come, or it was cancelled. Of a visit that has its note, the note says so.
    Visit {
        /// The booking.
        id: String,
        /// When (UTC milliseconds): its beginning, or when it was cancelled.
        at: Moment,
        /// It.
        visit: ClientVisit,
    },
    /// Somebody tried to reach them about a visit, or to offer one.
    Contacted {
        /// The try.
        id: String,
        /// When (UTC milliseconds).
        at: Moment,
        /// What came of it.
        tried: ClientTried,
    },
    /// A note was left unsigned by somebody who has left the practice.
    UnsignedLeft {
        /// The closed draft.
        draft: String,
        /// When it was closed (UTC milliseconds).
        at: Moment,
        /// Whose words they are.
        by: String,
    },
    /// Something passed without a visit.
    Corresponded {
        /// The entry.
        id: String,
        /// When (UTC milliseconds): as it was written down, or at noon of an earlier day.
        at: Moment,
        /// What it says.
        view: CorrespondenceView,
    },
    /// A file was added.
    FileAdded {
        /// The file.
        id: String,
        /// When (UTC milliseconds): as it was added, or at noon of the earlier day that it is of.
        at: Moment,
        /// It.
        file: ClientFile,
    },
    /// Their health history was taken down or changed.
    HealthChanged {
        /// Names this entry.
        id: String,
        /// When (UTC milliseconds).
        at: Moment,
        /// By whom.
        by: String,
        /// Names of the parts that changed, in the order of the form.
        fields: Vec<String>,
    },
    /// Somebody went through their health history, and nothing had changed.
    HealthUnchanged {
        /// Names this entry.
        id: String,
        /// When (UTC milliseconds).
        at: Moment,
        /// By whom.
        by: String,
    },
    /// They were given a sheet.
    SheetGiven {
        /// Names the given sheet, for its exact bytes.
        id: String,
        /// When (UTC milliseconds).
        at: Moment,
        /// By whom.
        by: String,
        /// The sheet it was made from.
        sheet: String,
        /// Its title then.
        title: String,
        /// Its version then.
        sheet_version: i32,
        /// BCP 47.
        language: String,
        /// Paper.
        paper: handouts::PaperChoice,
        /// Points.
        text_size: i32,
        /// Pages.
        pages: i32,
        /// Size of the PDF in bytes.
        bytes: i32,
    },
}

impl TimelineEntry {
    pub(super) fn at(&self) -> Moment {
        match self {
            Self::Registered { at, .. }
            | Self::DetailsChanged { at, .. }
            | Self::Merged { at, .. }
            | Self::NoteSigned { at, .. }
            | Self::Visit { at, .. }
            | Self::Contacted { at, .. }
            | Self::UnsignedLeft { at, .. }
            | Self::Corresponded { at, .. }
            | Self::FileAdded { at, .. }
            | Self::HealthChanged { at, .. }
            | Self::HealthUnchanged { at, .. }
            | Self::SheetGiven { at, .. } => *at,
        }
    }
}
