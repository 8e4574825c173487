//! Who works here, and what opens the practice.

use hegu_core::Error;
use hegu_core::keys::{
    self, ChangePassphrase, CheckSheet, ResetPassphrase, SecurityView, UnlockWithComputer,
};
use hegu_core::opening::{RecoverySheetView, TypedBack};
use hegu_core::people::{
    self, AddPerson, ChangeRole, EditPerson, PeopleView, Permission, PersonView, RemovePerson, WhoMayDoWhat,
};
use serde::Deserialize;
use specta::Type;
use tauri::State;

use crate::command_error::CommandError;
use crate::session::Shell;

use super::handouts::{Saved, save_as};

/// Names somebody who works here.
#[derive(Debug, Deserialize, Type)]
pub struct OnePerson {
    /// The person.
    id: String,
}

/// Everyone who works or worked here.
#[tauri::command]
#[specta::specta]
pub async fn people_list(shell: State<'_, Shell>) -> Result<PeopleView, CommandError> {
    Ok(people::list(&shell.practice().await?).await?)
}

/// Adds somebody.
#[tauri::command]
#[specta::specta]
pub async fn people_add(shell: State<'_, Shell>, input: AddPerson) -> Result<PersonView, CommandError> {
    Ok(people::add(&shell.practice().await?, input).await?)
}

/// Changes what is known of somebody.
#[tauri::command]
#[specta::specta]
pub async fn people_edit(shell: State<'_, Shell>, input: EditPerson) -> Result<PersonView, CommandError> {
    Ok(people::edit(&shell.practice().await?, input).await?)
}

/// Changes what somebody may do.
#[tauri::command]
#[specta::specta]
pub async fn people_change_role(
    shell: State<'_, Shell>,
    input: ChangeRole,
) -> Result<PersonView, CommandError> {
    Ok(people::change_role(&shell.practice().await?, input).await?)
}

/// Keeps somebody out for a while.
#[tauri::command]
#[specta::specta]
pub async fn people_suspend(shell: State<'_, Shell>, input: OnePerson) -> Result<PersonView, CommandError> {
    Ok(people::suspend(&shell.practice().await?, &input.id).await?)
}

/// Lets somebody in again.
#[tauri::command]
#[specta::specta]
pub async fn people_resume(shell: State<'_, Shell>, input: OnePerson) -> Result<PersonView, CommandError> {
    Ok(people::resume(&shell.practice().await?, &input.id).await?)
}

/// Takes somebody's way in away for good.
#[tauri::command]
#[specta::specta]
pub async fn people_remove(shell: State<'_, Shell>, input: RemovePerson) -> Result<PersonView, CommandError> {
    let removed = people::remove(&shell.practice().await?, input).await;
    shell.show_out_if_closed().await;
    Ok(removed?)
}

/// Gives a colleague a new passphrase.
#[tauri::command]
#[specta::specta]
pub async fn people_reset_passphrase(
    shell: State<'_, Shell>,
    input: ResetPassphrase,
) -> Result<(), CommandError> {
    Ok(keys::reset_passphrase(&shell.practice().await?, input).await?)
}

/// Changes one's own passphrase.
#[tauri::command]
#[specta::specta]
pub async fn people_change_passphrase(
    shell: State<'_, Shell>,
    input: ChangePassphrase,
) -> Result<(), CommandError> {
    Ok(keys::change_passphrase(&shell.practice().await?, input).await?)
}

/// Who may do what.
#[tauri::command]
#[specta::specta]
pub async fn people_permissions(shell: State<'_, Shell>) -> Result<WhoMayDoWhat, CommandError> {
    Ok(people::who_may(&shell.practice().await?).await?)
}

/// Replaces the master key.
#[tauri::command]
#[specta::specta]
pub async fn people_rotate_keys(shell: State<'_, Shell>) -> Result<(), CommandError> {
    let rotated = keys::rotate(&shell.practice().await?).await;
    shell.show_out_if_closed().await;
    Ok(rotated?)
}

/// Who can open the practice with what.
#[tauri::command]
#[specta::specta]
pub async fn people_security(shell: State<'_, Shell>) -> Result<SecurityView, CommandError> {
    Ok(keys::security(&shell.practice().await?).await?)
}

/// Takes the recovery code as proof that the sheet is still there.
#[tauri::command]
#[specta::specta]
pub async fn people_check_recovery_sheet(
    shell: State<'_, Shell>,
    input: CheckSheet,
) -> Result<(), CommandError> {
    Ok(keys::check_sheet(&shell.practice().await?, input).await?)
}

/// Makes a new recovery sheet in memory, shown once.
#[tauri::command]
#[specta::specta]
pub async fn people_prepare_recovery_sheet(
    shell: State<'_, Shell>,
) -> Result<RecoverySheetView, CommandError> {
    let prepared = keys::prepare_sheet(&shell.practice().await?).await?;
    let sheet = prepared.sheet();
    *shell.sheet.lock().await = Some(prepared);
    Ok(sheet)
}

/// Saves it as a PDF where the person says.
#[tauri::command]
#[specta::specta]
pub async fn people_save_recovery_sheet(shell: State<'_, Shell>) -> Result<Saved, CommandError> {
    let practice = shell.practice().await?;
    practice.permit(Permission::ChangeKeys).await?;
    let today = practice.today();
    let pdf = shell.sheet.lock().await.as_ref().ok_or(Error::NotFound)?.pdf(today)?;
    save_as(&shell, "Hegu recovery sheet.pdf".to_owned(), pdf).await
}

/// Puts it in force once it was typed back in part.
#[tauri::command]
#[specta::specta]
pub async fn people_renew_recovery_sheet(
    shell: State<'_, Shell>,
    input: TypedBack,
) -> Result<(), CommandError> {
    let practice = shell.practice().await?;
    practice.permit(Permission::ChangeKeys).await?;
    let mut held = shell.sheet.lock().await;
    keys::renew_sheet(&practice, held.as_ref().ok_or(Error::NotFound)?, input).await?;
    *held = None;
    Ok(())
}

/// Forgets a recovery sheet that was being made; the one in force stays.
#[tauri::command]
#[specta::specta]
pub async fn people_abandon_recovery_sheet(shell: State<'_, Shell>) -> Result<(), CommandError> {
    shell.practice().await?.permit(Permission::ChangeKeys).await?;
    *shell.sheet.lock().await = None;
    Ok(())
}

/// Puts the practice's key into this computer's keyring.
#[tauri::command]
#[specta::specta]
pub async fn people_keep_in_keyring(shell: State<'_, Shell>) -> Result<(), CommandError> {
    Ok(keys::keep_in_keyring(&shell.practice().await?).await?)
}

/// Lets the log-in of this computer open a practice of one person, or not any more.
#[tauri::command]
#[specta::specta]
pub async fn people_unlock_with_computer(
    shell: State<'_, Shell>,
    input: UnlockWithComputer,
) -> Result<(), CommandError> {
    Ok(keys::unlock_with_computer(&shell.practice().await?, input).await?)
}
