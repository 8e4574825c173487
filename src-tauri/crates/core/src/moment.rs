//! An instant on the wire.

use serde::{Deserialize, Serialize};
use specta::Type;

/// An instant in UTC milliseconds since 1970. It crosses to the window as a number, which holds every millisecond of
/// the next 285,000 years exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct Moment(#[specta(type = i32)] i64);

impl Moment {
    /// UTC milliseconds since 1970.
    pub fn millis(self) -> i64 {
        self.0
    }
}

impl From<i64> for Moment {
    fn from(at: i64) -> Self {
        Self(at)
    }
}
