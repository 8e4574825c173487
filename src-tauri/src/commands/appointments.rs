//! What a client takes along: when they come next, on paper or in a calendar of their own.

use std::sync::Arc;

use hegu_core::bookings::{self, AppointmentCard, CalendarFile};
use tauri::State;

use crate::command_error::CommandError;
use crate::outgoing::Printed;
use crate::session::Shell;

use super::handouts::{Saved, save_as, way_out};

/// Saves what a client has booked as a PDF where the person says.
#[tauri::command]
#[specta::specta]
pub async fn appointments_save(
    shell: State<'_, Shell>,
    input: AppointmentCard,
) -> Result<Saved, CommandError> {
    let practice = shell.practice().await?;
    let (file_name, pdf) = bookings::appointment_card(&practice, &input).await?;
    let saved = save_as(&shell, file_name, pdf).await?;
    if saved.file_name.is_some() {
        bookings::appointments_saved(&practice, &input.client).await?;
    }
    Ok(saved)
}

/// Prints what a client has booked by the system's dialog.
#[tauri::command]
#[specta::specta]
pub async fn appointments_print(
    shell: State<'_, Shell>,
    input: AppointmentCard,
) -> Result<Printed, CommandError> {
    let practice = shell.practice().await?;
    let (file_name, pdf) = bookings::appointment_card(&practice, &input).await?;
    let printed = shell.print(file_name.trim_end_matches(".pdf").to_owned(), Arc::new(pdf)).await?;
    if let Some(way) = way_out(&printed) {
        bookings::appointments_went_out(&practice, &input.client, way).await?;
    }
    Ok(printed)
}

/// Saves a booking as a file for another calendar where the person says.
#[tauri::command]
#[specta::specta]
pub async fn appointments_save_ics(
    shell: State<'_, Shell>,
    input: CalendarFile,
) -> Result<Saved, CommandError> {
    let practice = shell.practice().await?;
    let (file_name, calendar) = bookings::calendar_file(&practice, &input).await?;
    let saved = save_as(&shell, file_name, calendar).await?;
    if saved.file_name.is_some() {
        bookings::calendar_file_saved(&practice, &input.id).await?;
    }
    Ok(saved)
}
