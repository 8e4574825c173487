//! The points of one channel.

use crate::error::{Error, Result};

use super::table::POINTS;
use super::view::PointRow;

/// The points of a channel in their order, by the WHO's name of it, for example "ST" or "EX-HN".
pub fn of_channel(channel: &str) -> Result<Vec<PointRow>> {
    let rows: Vec<PointRow> = POINTS
        .iter()
        .filter(|point| point.channel == channel)
        .map(|point| PointRow::of(point, None))
        .collect();
    if rows.is_empty() { Err(Error::NotFound) } else { Ok(rows) }
}
