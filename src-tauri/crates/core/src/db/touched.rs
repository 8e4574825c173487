//! Which rows of a table were written, whoever wrote them, so that what is kept of them in memory can follow.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// The rows written since they were last forgotten, by rowid. A change that is rolled back leaves its rows here too: to read
/// a row once more does no harm.
#[derive(Debug, Clone, Default)]
pub(crate) struct Touched(Arc<Mutex<BTreeSet<i64>>>);

impl Touched {
    /// A row was written.
    pub(super) fn add(&self, row: i64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(row);
    }

    /// The rows.
    pub(crate) fn rows(&self) -> Vec<i64> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().copied().collect()
    }

    /// They were read. Only for whoever has held the connection since asking for them: nobody wrote in between.
    pub(crate) fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
