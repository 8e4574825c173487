//! Ids are UUIDv7: they sort by age, and two computers never make the same one.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::{Error, Result};

/// Where new ids come from.
#[derive(Debug, Clone)]
pub enum IdSource {
    /// The operating system's random numbers.
    Random,
    /// A counted sequence, so that a test sees the same ids every time.
    Counted(Arc<AtomicU64>),
}

impl IdSource {
    /// Makes the next id, stamped with an instant in UTC milliseconds.
    pub(crate) fn next(&self, now: i64) -> Result<Uuid> {
        let mut tail = [0_u8; 10];
        match self {
            Self::Random => {
                getrandom::fill(&mut tail)
                    .map_err(|error| Error::unexpected("random numbers for an id", error))?;
            }
            Self::Counted(counter) => {
                tail[2..].copy_from_slice(&counter.fetch_add(1, Ordering::Relaxed).to_be_bytes());
            }
        }
        let millis = u64::try_from(now).unwrap_or(0);
        Ok(uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid())
    }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub struct $name(Uuid);

        impl $name {
            /// The id that is this UUID.
            pub fn new(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// Reads an id that came over the wire; anything else is [`Error::NotFound`].
            pub fn parse(text: &str) -> Result<Self> {
                Uuid::try_parse(text).map(Self).map_err(|_| Error::NotFound)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(formatter)
            }
        }
    };
}

id!(
    /// Somebody who works in the practice.
    PersonId
);
id!(
    /// Somebody who is treated.
    ClientId
);
id!(
    /// What has to be known about a client.
    AlertId
);
id!(
    /// What passed with a client without a visit.
    CorrespondenceId
);
id!(
    /// A file of a client.
    FileId
);
id!(
    /// A rule of how long records are kept.
    RuleId
);
id!(
    /// That a record must not be erased.
    HoldId
);
id!(
    /// That somebody went through a health history.
    HealthReviewId
);
id!(
    /// A time that somebody was promised.
    BookingId
);
id!(
    /// A room to treat in.
    RoomId
);
id!(
    /// Something that can be booked.
    ServiceId
);
id!(
    /// Visits that were booked together.
    SeriesId
);
id!(
    /// Somebody who waits for a time.
    WaitId
);
id!(
    /// A try to reach somebody.
    ContactId
);
id!(
    /// A day that somebody called off.
    CalledOffId
);
id!(
    /// A week somebody works.
    HoursId
);
id!(
    /// A time in which nobody comes.
    AwayId
);
id!(
    /// Something being typed.
    DraftId
);
id!(
    /// A patient-education sheet, whatever its version.
    SheetId
);
id!(
    /// One sheet given to one client.
    GivenId
);
id!(
    /// A signed treatment note.
    NoteId
);
id!(
    /// Words added to a signed note.
    AddendumId
);
id!(
    /// A list of clients that somebody saved.
    SavedListId
);
id!(
    /// A field that a practice asks beside those of every record.
    CustomFieldId
);
id!(
    /// A pinned fact.
    PinId
);
id!(
    /// That two records became one.
    MergeId
);
id!(
    /// A sealed file beside the database.
    AttachmentId
);

impl AttachmentId {
    /// The sixteen bytes that are bound into the sealed file.
    pub(crate) fn bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }

    /// The file's name on disk: 32 hexadecimal digits.
    pub(crate) fn file_stem(&self) -> String {
        self.0.simple().to_string()
    }
}
