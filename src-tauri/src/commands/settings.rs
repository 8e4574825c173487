//! Settings of this machine, the practice and the person.

use hegu_core::settings::{
    self, LockSettings, MachineSettings, PersonSettings, PracticeSettings, SettingsView,
};
use tauri::State;

use crate::command_error::CommandError;
use crate::session::Shell;

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
