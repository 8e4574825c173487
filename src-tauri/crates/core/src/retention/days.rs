//! The days on which something was written into records.

use chrono::NaiveDate;

use crate::error::Result;
use crate::ids::ClientId;
use crate::reader::Reader;

use super::store;

/// The days of a record that its time is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RecordDays {
    /// The first entry, or the registration.
    pub(super) first: NaiveDate,
    /// The last entry, or the registration.
    pub(super) last: NaiveDate,
    /// The last visit.
    pub(super) last_visit: Option<NaiveDate>,
}

/// Whether anything is written in a record, apart from the details.
pub(crate) async fn has_entries(reader: &impl Reader, client: ClientId) -> Result<bool> {
    Ok(store::days(reader, client).await?.1)
}
