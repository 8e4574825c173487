//! The day at a glance: what is not finished, what was given, who came new.
//!
//! Only what other parts of the practice know is put together here; the day itself stores nothing.

mod read;

pub use read::{GivenToday, TodayView, read};
