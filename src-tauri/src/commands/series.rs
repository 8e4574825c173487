//! Visits of a series that are changed or taken up again together.

use hegu_core::bookings::{self, AmendBooking, AmendSeries, AmendedBookings, BookingView, TakeUpSeries};
use serde::Deserialize;
use specta::Type;
use tauri::State;

use crate::command_error::CommandError;
use crate::session::Shell;

/// Bookings to change in one act.
#[derive(Debug, Deserialize, Type)]
pub struct SeveralAmends {
    /// Each as it should be.
    amends: Vec<AmendBooking>,
}

/// Changes who comes and for what in visits of a series.
#[tauri::command]
#[specta::specta]
pub async fn series_amend(
    shell: State<'_, Shell>,
    input: AmendSeries,
) -> Result<AmendedBookings, CommandError> {
    Ok(bookings::amend_series(&shell.practice().await?, input).await?)
}

/// Changes several bookings, or none of them.
#[tauri::command]
#[specta::specta]
pub async fn series_amend_several(
    shell: State<'_, Shell>,
    input: SeveralAmends,
) -> Result<Vec<BookingView>, CommandError> {
    Ok(bookings::amend_several(&shell.practice().await?, input.amends).await?)
}

/// Takes cancelled visits of a series up again, or none of them.
#[tauri::command]
#[specta::specta]
pub async fn series_take_up(
    shell: State<'_, Shell>,
    input: TakeUpSeries,
) -> Result<Vec<BookingView>, CommandError> {
    Ok(bookings::take_up_series(&shell.practice().await?, input).await?)
}
