//! One point.

use crate::error::{Error, Result};

use super::table;
use super::view::PointView;

/// Everything the tables know of a point, by its WHO code.
pub fn read(code: &str) -> Result<PointView> {
    table::point(code).map(PointView::of).ok_or(Error::NotFound)
}
