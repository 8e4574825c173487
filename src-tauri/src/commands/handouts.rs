//! Sheets.

use std::path::Path;
use std::sync::Arc;

use hegu_core::UnreadableFile;
use hegu_core::handouts::{
    self, GiveSheet, GivenSheet, ImportedSheet, KeepSheet, NewPicture, PreviewSheet, SheetPicture,
    SheetReview, SheetRow, SheetText, SheetView, WayOut,
};
use hegu_core::people::Permission;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;
use tauri::ipc::Response;

use crate::command_error::CommandError;
use crate::incoming::Incoming;
use crate::outgoing::{PrintOutcome, Printed, blocking};
use crate::session::Shell;

/// Names a sheet, or a given sheet.
#[derive(Debug, Deserialize, Type)]
pub struct OneSheet {
    /// The sheet.
    id: String,
}

/// The picture that a text misses, if it is about one.
#[derive(Debug, Deserialize, Type)]
pub struct MissedPicture {
    /// The name by which the text calls it.
    name: Option<String>,
}

/// Names a picture of sheets.
#[derive(Debug, Deserialize)]
pub struct SheetPictureName {
    /// What texts call it.
    name: String,
}

/// That a file was saved.
#[derive(Debug, Serialize, Type)]
pub struct Saved {
    /// The file's name without its folder, or nothing when the dialog was closed.
    pub(super) file_name: Option<String>,
}

/// The library.
#[tauri::command]
#[specta::specta]
pub async fn handouts_list(shell: State<'_, Shell>) -> Result<Vec<SheetRow>, CommandError> {
    Ok(handouts::list(&shell.practice().await?).await?)
}

/// Opens a sheet.
#[tauri::command]
#[specta::specta]
pub async fn handouts_open(shell: State<'_, Shell>, input: OneSheet) -> Result<SheetView, CommandError> {
    Ok(handouts::open(&shell.practice().await?, &input.id).await?)
}

/// Asks for a text file and brings it in as a draft; nothing when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn handouts_import(shell: State<'_, Shell>) -> Result<Option<ImportedSheet>, CommandError> {
    // Before any dialog: whoever may not does not choose a file first.
    shell.practice().await?.permit(Permission::EditSheets).await?;
    let desktop = Arc::clone(&shell.desktop);
    let chosen = blocking(move || desktop.ask_for_text_file()).await?;
    take_in(&shell, chosen.as_deref()).await
}

/// Brings in the file that was dropped on the window; nothing when there is none.
#[tauri::command]
#[specta::specta]
pub async fn handouts_take_dropped(shell: State<'_, Shell>) -> Result<Option<ImportedSheet>, CommandError> {
    shell.practice().await?.permit(Permission::EditSheets).await?;
    take_in(&shell, shell.take_dropped().as_deref()).await
}

async fn take_in(shell: &Shell, path: Option<&Path>) -> Result<Option<ImportedSheet>, CommandError> {
    let practice = shell.practice().await?;
    let Some(path) = path else { return Ok(None) };
    let too_large = CommandError::UnreadableFile { reason: UnreadableFile::TooLarge };
    let file = Incoming::read(path, handouts::LARGEST_FILE, too_large).await?;
    Ok(Some(handouts::take_in(&practice, &file.name, &file.bytes).await?))
}

/// Asks for a picture and keeps it for sheets; nothing when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn handouts_choose_picture(
    shell: State<'_, Shell>,
    input: MissedPicture,
) -> Result<Option<SheetPicture>, CommandError> {
    shell.practice().await?.permit(Permission::EditSheets).await?;
    let chosen = shell.chosen_picture().await?;
    add(&shell, chosen, input.name).await
}

/// Keeps the picture that was dropped for sheets; nothing when there is none.
#[tauri::command]
#[specta::specta]
pub async fn handouts_take_dropped_picture(
    shell: State<'_, Shell>,
) -> Result<Option<SheetPicture>, CommandError> {
    shell.practice().await?.permit(Permission::EditSheets).await?;
    let dropped = shell.dropped_picture().await?;
    add(&shell, dropped, None).await
}

async fn add(
    shell: &Shell,
    picture: Option<Incoming>,
    missed_as: Option<String>,
) -> Result<Option<SheetPicture>, CommandError> {
    let Some(Incoming { name, bytes }) = picture else { return Ok(None) };
    let picture = NewPicture { file_name: name, missed_as, bytes };
    Ok(Some(handouts::add_picture(&shell.practice().await?, picture).await?))
}

/// The bytes of a picture that sheets can show.
#[tauri::command]
pub async fn handouts_picture(
    shell: State<'_, Shell>,
    input: SheetPictureName,
) -> Result<Response, CommandError> {
    let picture = handouts::picture(&shell.practice().await?, &input.name).await?;
    Ok(Response::new(picture.to_vec()))
}

/// What a careful reader would question.
#[tauri::command]
#[specta::specta]
pub async fn handouts_review(shell: State<'_, Shell>, input: SheetText) -> Result<SheetReview, CommandError> {
    Ok(handouts::review(&shell.practice().await?, &input).await?)
}

/// Keeps a sheet, or its next version.
#[tauri::command]
#[specta::specta]
pub async fn handouts_keep(shell: State<'_, Shell>, input: KeepSheet) -> Result<SheetView, CommandError> {
    Ok(handouts::keep(&shell.practice().await?, input).await?)
}

/// The sheet as it will print: the bytes of a PDF.
#[tauri::command]
pub async fn handouts_preview(
    shell: State<'_, Shell>,
    input: PreviewSheet,
) -> Result<Response, CommandError> {
    Ok(Response::new(handouts::preview(&shell.practice().await?, &input).await?))
}

/// Saves the sheet as a PDF where the person says.
#[tauri::command]
#[specta::specta]
pub async fn handouts_save_pdf(shell: State<'_, Shell>, input: PreviewSheet) -> Result<Saved, CommandError> {
    let practice = shell.practice().await?;
    let pdf = handouts::preview(&practice, &input).await?;
    let saved = save_as(&shell, handouts::file_name(&input.text.title), pdf).await?;
    if saved.file_name.is_some() {
        handouts::saved(&practice, &input).await?;
    }
    Ok(saved)
}

/// Gives a sheet to a client.
#[tauri::command]
#[specta::specta]
pub async fn handouts_give(shell: State<'_, Shell>, input: GiveSheet) -> Result<GivenSheet, CommandError> {
    Ok(handouts::give(&shell.practice().await?, input).await?)
}

/// Opens a given sheet: its exact bytes.
#[tauri::command]
pub async fn handouts_given_pdf(shell: State<'_, Shell>, input: OneSheet) -> Result<Response, CommandError> {
    let pdf = handouts::open_given(&shell.practice().await?, &input.id).await?;
    Ok(Response::new(pdf.to_vec()))
}

/// Saves the exact bytes of a given sheet where the person says.
#[tauri::command]
#[specta::specta]
pub async fn handouts_save_given_pdf(
    shell: State<'_, Shell>,
    input: OneSheet,
) -> Result<Saved, CommandError> {
    let practice = shell.practice().await?;
    let pdf = handouts::given_pdf(&practice, &input.id).await?;
    let file_name = handouts::given_file_name(&practice, &input.id).await?;
    let saved = save_as(&shell, file_name, pdf).await?;
    if saved.file_name.is_some() {
        handouts::given_saved(&practice, &input.id).await?;
    }
    Ok(saved)
}

impl Saved {
    /// Nowhere: the dialog was closed.
    pub(super) fn nowhere() -> Self {
        Self { file_name: None }
    }

    /// There. The window hears the name and never the path.
    pub(super) fn at(path: &Path) -> Self {
        Self { file_name: path.file_name().map(|name| name.to_string_lossy().into_owned()) }
    }
}

/// Asks where to save and writes the file there.
pub(super) async fn save_as<B>(shell: &Shell, file_name: String, bytes: B) -> Result<Saved, CommandError>
where
    B: AsRef<[u8]> + Send + 'static,
{
    let Some(path) = shell.place_to_save(file_name).await? else { return Ok(Saved::nowhere()) };
    let written = tokio::fs::write(&path, bytes).await;
    written.map_err(|error| match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => CommandError::DiskFull,
        _ => CommandError::unexpected("save a file", &error),
    })?;
    Ok(Saved::at(&path))
}

/// Prints the sheet by the system's dialog.
#[tauri::command]
#[specta::specta]
pub async fn handouts_print(shell: State<'_, Shell>, input: PreviewSheet) -> Result<Printed, CommandError> {
    let practice = shell.practice().await?;
    let pdf = Arc::new(handouts::preview(&practice, &input).await?);
    let printed = shell.print(input.text.title.clone(), pdf).await?;
    if let Some(way) = way_out(&printed) {
        handouts::went_out(&practice, &input, way).await?;
    }
    Ok(printed)
}

/// Opens the sheet in the system's viewer.
#[tauri::command]
#[specta::specta]
pub async fn handouts_open_pdf(shell: State<'_, Shell>, input: PreviewSheet) -> Result<(), CommandError> {
    let practice = shell.practice().await?;
    shell.open_outside(&handouts::preview(&practice, &input).await?).await?;
    Ok(handouts::went_out(&practice, &input, WayOut::OpenedOutside).await?)
}

/// Prints the exact bytes of a given sheet by the system's dialog.
#[tauri::command]
#[specta::specta]
pub async fn handouts_print_given(shell: State<'_, Shell>, input: OneSheet) -> Result<Printed, CommandError> {
    let practice = shell.practice().await?;
    let pdf = Arc::new(handouts::given_pdf(&practice, &input.id).await?.to_vec());
    let title = handouts::given_file_name(&practice, &input.id).await?;
    let printed = shell.print(title.trim_end_matches(".pdf").to_owned(), pdf).await?;
    if let Some(way) = way_out(&printed) {
        handouts::given_went_out(&practice, &input.id, way).await?;
    }
    Ok(printed)
}

/// Opens the exact bytes of a given sheet in the system's viewer.
#[tauri::command]
#[specta::specta]
pub async fn handouts_open_given(shell: State<'_, Shell>, input: OneSheet) -> Result<(), CommandError> {
    let practice = shell.practice().await?;
    shell.open_outside(&handouts::given_pdf(&practice, &input.id).await?).await?;
    Ok(handouts::given_went_out(&practice, &input.id, WayOut::OpenedOutside).await?)
}

/// What the audit says of printing; nothing when the dialog was closed.
pub(super) fn way_out(printed: &Printed) -> Option<WayOut> {
    match printed.outcome {
        PrintOutcome::Sent => Some(WayOut::Printed),
        PrintOutcome::Viewer => Some(WayOut::OpenedOutside),
        PrintOutcome::Closed => None,
    }
}
