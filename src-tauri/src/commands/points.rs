//! The acupuncture points. The tables are part of the program, so they need no open practice.

use hegu_core::points::{self, FindPoints, PointRow, PointView};
use serde::Deserialize;
use specta::Type;

use crate::command_error::CommandError;

/// Names a channel.
#[derive(Debug, Deserialize, Type)]
pub struct OneChannel {
    /// The WHO's name, for example "ST" or "EX-HN".
    channel: String,
}

/// Names a point.
#[derive(Debug, Deserialize, Type)]
pub struct OnePoint {
    /// The WHO's code.
    code: String,
}

/// Finds points as one types.
#[tauri::command]
#[specta::specta]
pub async fn points_find(input: FindPoints) -> Result<Vec<PointRow>, CommandError> {
    Ok(points::find(&input))
}

/// The points of a channel.
#[tauri::command]
#[specta::specta]
pub async fn points_of_channel(input: OneChannel) -> Result<Vec<PointRow>, CommandError> {
    Ok(points::of_channel(&input.channel)?)
}

/// Everything the tables know of a point.
#[tauri::command]
#[specta::specta]
pub async fn points_read(input: OnePoint) -> Result<PointView, CommandError> {
    Ok(points::read(&input.code)?)
}
