//! A client's files.

use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;

use hegu_core::files::{
    self, AddFiles, AddedFile, AmendFile, ClientFile, ClientFiles, FileWay, PortraitSet, SeenFile,
    SetPortrait,
};
use hegu_core::people::Permission;
use serde::Deserialize;
use specta::Type;
use tauri::State;
use tauri::ipc::Response;

use crate::command_error::CommandError;
use crate::desktop::Said;
use crate::heic;
use crate::outgoing::blocking;
use crate::session::Shell;

use super::clients::OneClient;
use super::handouts::Saved;

/// Names a file.
#[derive(Debug, Deserialize, Type)]
pub struct OneFile {
    /// The file.
    id: String,
}

/// Somebody's files.
#[tauri::command]
#[specta::specta]
pub async fn files_list(shell: State<'_, Shell>, input: OneClient) -> Result<ClientFiles, CommandError> {
    Ok(files::list(&shell.practice().await?, &input.id).await?)
}

/// Asks for files and adds them; none when the dialog was closed. The window hears how far it has come.
#[tauri::command]
#[specta::specta]
pub async fn files_choose(shell: State<'_, Shell>, input: AddFiles) -> Result<Vec<AddedFile>, CommandError> {
    // Before any dialog: whoever may not does not choose files first.
    shell.practice().await?.permit(Permission::EditClients).await?;
    let chosen = shell.chosen_files().await?;
    add(&shell, input, chosen).await
}

/// Adds the files that were dropped on the window; none when there are none.
#[tauri::command]
#[specta::specta]
pub async fn files_take_dropped(
    shell: State<'_, Shell>,
    input: AddFiles,
) -> Result<Vec<AddedFile>, CommandError> {
    let dropped = shell.take_all_dropped();
    add(&shell, input, dropped).await
}

async fn add(shell: &Shell, input: AddFiles, from: Vec<PathBuf>) -> Result<Vec<AddedFile>, CommandError> {
    let practice = shell.practice().await?;
    let desktop = Arc::clone(&shell.desktop);
    let progress = move |done, of| desktop.say(Said::Progress { done, of });
    Ok(files::add(&practice, input, from, heic::as_jpeg, &shell.stop_for_adding(), progress).await?)
}

/// Stops the adding that is under way: what is added stays.
#[tauri::command]
#[specta::specta]
pub async fn files_stop(shell: State<'_, Shell>) -> Result<(), CommandError> {
    shell.practice().await?.permit(Permission::EditClients).await?;
    shell.stop_adding();
    Ok(())
}

/// Changes what is said of a file.
#[tauri::command]
#[specta::specta]
pub async fn files_change(shell: State<'_, Shell>, input: AmendFile) -> Result<ClientFile, CommandError> {
    Ok(files::amend(&shell.practice().await?, input).await?)
}

/// Takes a file out of use.
#[tauri::command]
#[specta::specta]
pub async fn files_remove(shell: State<'_, Shell>, input: SeenFile) -> Result<ClientFile, CommandError> {
    Ok(files::remove(&shell.practice().await?, input).await?)
}

/// Puts it back.
#[tauri::command]
#[specta::specta]
pub async fn files_restore(shell: State<'_, Shell>, input: SeenFile) -> Result<ClientFile, CommandError> {
    Ok(files::restore(&shell.practice().await?, input).await?)
}

/// Looks at a file.
#[tauri::command]
#[specta::specta]
pub async fn files_open(shell: State<'_, Shell>, input: OneFile) -> Result<ClientFile, CommandError> {
    Ok(files::open(&shell.practice().await?, &input.id).await?)
}

/// What is shown of a picture: the bytes of a jpeg.
#[tauri::command]
pub async fn files_picture(shell: State<'_, Shell>, input: OneFile) -> Result<Response, CommandError> {
    Ok(Response::new(files::picture(&shell.practice().await?, &input.id).await?.to_vec()))
}

/// The bytes of a file that is a PDF.
#[tauri::command]
pub async fn files_pdf(shell: State<'_, Shell>, input: OneFile) -> Result<Response, CommandError> {
    Ok(Response::new(files::pdf(&shell.practice().await?, &input.id).await?.to_vec()))
}

/// The photo at the head of a record: the bytes of a jpeg, or none.
#[tauri::command]
pub async fn files_portrait(shell: State<'_, Shell>, input: OneClient) -> Result<Response, CommandError> {
    Ok(Response::new(files::portrait(&shell.practice().await?, &input.id).await?))
}

/// Makes that photo of a file, or takes it away.
#[tauri::command]
#[specta::specta]
pub async fn files_set_portrait(
    shell: State<'_, Shell>,
    input: SetPortrait,
) -> Result<PortraitSet, CommandError> {
    Ok(files::set_portrait(&shell.practice().await?, input).await?)
}

/// Asks where to save a copy and writes it there. The window hears its name and never its path.
#[tauri::command]
#[specta::specta]
pub async fn files_save_as(shell: State<'_, Shell>, input: OneFile) -> Result<Saved, CommandError> {
    let practice = shell.practice().await?;
    let file_name = files::outgoing(&practice, &input.id).await?.file_name;
    let Some(path) = shell.place_to_save(file_name).await? else { return Ok(Saved::nowhere()) };
    let (beside, copied) = (path.clone(), blocking(move || File::create(path)).await?);
    let file = copied.map_err(|error| CommandError::unexpected("save a file", &error))?;
    if let Err(error) = files::copy_to(&practice, &input.id, file).await {
        // A half is worse than nothing: somebody would send it.
        drop(tokio::fs::remove_file(&beside).await);
        return Err(error.into());
    }
    files::went_out(&practice, &input.id, FileWay::Saved).await?;
    Ok(Saved::at(&beside))
}

/// Has the program that this system has for it open a private copy; [`CommandError::NotFound`] for what might be a program itself.
#[tauri::command]
#[specta::specta]
pub async fn files_open_outside(shell: State<'_, Shell>, input: OneFile) -> Result<(), CommandError> {
    let practice = shell.practice().await?;
    let ending = files::outgoing(&practice, &input.id).await?.opened_as.ok_or(CommandError::NotFound)?;
    let (path, copy) = shell.private_copy(ending).await?;
    if let Err(error) = files::copy_to(&practice, &input.id, copy).await {
        drop(tokio::fs::remove_file(&path).await);
        return Err(error.into());
    }
    shell.open_copy(path).await?;
    Ok(files::went_out(&practice, &input.id, FileWay::OpenedOutside).await?)
}
