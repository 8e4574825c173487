//! Settings of this machine, the practice and the person.

use hegu_core::people::Permission;
use hegu_core::settings::{
    self, DescribeLogo, LockSettings, LogoView, MachineSettings, MessageTexts, PersonSettings,
    PracticeSettings, SettingsView,
};
use serde::Deserialize;
use specta::Type;
use tauri::State;
use tauri::ipc::Response;

use crate::command_error::CommandError;
use crate::incoming::Incoming;
use crate::session::Shell;

/// Names a logo.
#[derive(Debug, Deserialize, Type)]
pub struct OneLogo {
    /// The logo.
    id: String,
}

/// How the window looks on this machine; known while locked.
#[tauri::command]
#[specta::specta]
pub async fn settings_machine(shell: State<'_, Shell>) -> Result<MachineSettings, CommandError> {
    Ok(MachineSettings::read(&shell.places.machine_settings))
}

/// All settings.
#[tauri::command]
#[specta::specta]
pub async fn settings_read(shell: State<'_, Shell>) -> Result<SettingsView, CommandError> {
    let machine = MachineSettings::read(&shell.places.machine_settings);
    Ok(settings::read(&shell.practice().await?, machine).await?)
}

/// Changes how the window looks.
#[tauri::command]
#[specta::specta]
pub async fn settings_change_machine(
    shell: State<'_, Shell>,
    input: MachineSettings,
) -> Result<MachineSettings, CommandError> {
    input.write(&shell.places.machine_settings)?;
    Ok(input)
}

/// Changes the practice's settings.
#[tauri::command]
#[specta::specta]
pub async fn settings_change_practice(
    shell: State<'_, Shell>,
    input: PracticeSettings,
) -> Result<PracticeSettings, CommandError> {
    Ok(settings::change_practice(&shell.practice().await?, input).await?)
}

/// Changes what the practice writes to its clients.
#[tauri::command]
#[specta::specta]
pub async fn settings_change_texts(
    shell: State<'_, Shell>,
    input: MessageTexts,
) -> Result<MessageTexts, CommandError> {
    Ok(settings::change_texts(&shell.practice().await?, input).await?)
}

/// Changes one's own settings.
#[tauri::command]
#[specta::specta]
pub async fn settings_change_person(
    shell: State<'_, Shell>,
    input: PersonSettings,
) -> Result<PersonSettings, CommandError> {
    Ok(settings::change_person(&shell.practice().await?, input).await?)
}

/// Changes when the practice rests and locks by itself.
#[tauri::command]
#[specta::specta]
pub async fn settings_change_locks(
    shell: State<'_, Shell>,
    input: LockSettings,
) -> Result<LockSettings, CommandError> {
    Ok(settings::change_locks(&shell.practice().await?, input).await?)
}

/// The bytes of the practice's logo, a png or jpeg.
#[tauri::command]
pub async fn settings_logo(shell: State<'_, Shell>, input: OneLogo) -> Result<Response, CommandError> {
    let logo = settings::logo(&shell.practice().await?, &input.id).await?;
    Ok(Response::new(logo.to_vec()))
}

/// Asks for a picture and prints it as the practice's logo; nothing when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn settings_choose_logo(shell: State<'_, Shell>) -> Result<Option<LogoView>, CommandError> {
    // Before any dialog: whoever may not does not choose a file first.
    shell.practice().await?.permit(Permission::ChangePractice).await?;
    let chosen = shell.chosen_picture().await?;
    choose(&shell, chosen).await
}

/// Prints the picture that was dropped as the practice's logo; nothing when there is none.
#[tauri::command]
#[specta::specta]
pub async fn settings_take_dropped_logo(shell: State<'_, Shell>) -> Result<Option<LogoView>, CommandError> {
    shell.practice().await?.permit(Permission::ChangePractice).await?;
    let dropped = shell.dropped_picture().await?;
    choose(&shell, dropped).await
}

async fn choose(shell: &Shell, picture: Option<Incoming>) -> Result<Option<LogoView>, CommandError> {
    let Some(picture) = picture else { return Ok(None) };
    Ok(Some(settings::choose_logo(&shell.practice().await?, picture.bytes).await?))
}

/// Says what the logo shows.
#[tauri::command]
#[specta::specta]
pub async fn settings_describe_logo(
    shell: State<'_, Shell>,
    input: DescribeLogo,
) -> Result<LogoView, CommandError> {
    Ok(settings::describe_logo(&shell.practice().await?, input).await?)
}

/// Takes the logo off the letterhead.
#[tauri::command]
#[specta::specta]
pub async fn settings_remove_logo(shell: State<'_, Shell>) -> Result<(), CommandError> {
    Ok(settings::remove_logo(&shell.practice().await?).await?)
}

/// Prints the logo again that was removed or replaced last.
#[tauri::command]
#[specta::specta]
pub async fn settings_put_back_logo(
    shell: State<'_, Shell>,
    input: OneLogo,
) -> Result<LogoView, CommandError> {
    Ok(settings::put_back_logo(&shell.practice().await?, &input.id).await?)
}
