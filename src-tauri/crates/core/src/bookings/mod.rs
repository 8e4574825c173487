//! Bookings: who comes when, to whom, and in which room.
//!
//! A visit is a row of parts with hands on and at rest ([`Pattern`]): a practitioner is taken in the first only, a room
//! and the client in all of them, so that one person can run several rooms. [`clashes`] says what stands in the way of a
//! visit, [`next_free`] where the next one fits, [`working`] when somebody works, and [`dates`] on which days a series
//! falls. Times are kept as the clinic's wall has them, with the zone; [`instant_of`] makes instants of them, and a change
//! of the clocks moves no booking.
//!
//! These are the rules, from values to values. Left out so far: keeping bookings, which comes with the calendar.

mod clash;
mod free;
mod hours;
#[cfg(test)]
mod model_day;
mod pattern;
mod series;
mod span;
mod wall;

pub use clash::{Clash, Standing, Visit, clashes};
pub use free::{Free, Search, next_free};
pub use hours::{Away, Hours, Shift, working};
pub use pattern::{LONGEST_VISIT, MOST_PARTS, Part, Pattern, UnfitPattern};
pub use series::{Ends, Every, LONGEST_SERIES, MOST_VISITS, UnfitSeries, dates};
pub use span::Span;
pub use wall::{OnTheWall, instant_of, wall_of, zone_named};

/// A minute, in the milliseconds of instants.
const MINUTE: i64 = 60_000;
