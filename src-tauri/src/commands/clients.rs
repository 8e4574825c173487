//! Clients.

use hegu_core::clients::{
    self, ClientOverview, ClientRow, ClientView, ComparedRecord, ComparedRecords, CustomField, DefineFields,
    EditClient, EditManyClients, EditedMany, FindClients, FoundClients, KnownWords, LikelyTwins,
    LyingClients, MergeClients, MergedClients, PutAwayClients, PutAwayDone, RecordPlace, RegisterClient,
    SaveList, SavedList, UnmergedClients,
};
use serde::Deserialize;
use specta::Type;
use tauri::State;

use crate::command_error::CommandError;
use crate::session::Shell;

/// Names a client.
#[derive(Debug, Deserialize, Type)]
pub struct OneClient {
    /// The client.
    pub(super) id: String,
}

/// Names several clients.
#[derive(Debug, Deserialize, Type)]
pub struct SeveralClients {
    /// The clients, in the order wanted.
    ids: Vec<String>,
}

/// Finds clients as one types.
#[tauri::command]
#[specta::specta]
pub async fn clients_find(shell: State<'_, Shell>, input: FindClients) -> Result<FoundClients, CommandError> {
    Ok(clients::find(&shell.practice().await?, input).await?)
}

/// The named clients.
#[tauri::command]
#[specta::specta]
pub async fn clients_rows(
    shell: State<'_, Shell>,
    input: SeveralClients,
) -> Result<Vec<ClientRow>, CommandError> {
    Ok(clients::rows(&shell.practice().await?, input.ids).await?)
}

/// Registers a client.
#[tauri::command]
#[specta::specta]
pub async fn clients_register(
    shell: State<'_, Shell>,
    input: RegisterClient,
) -> Result<ClientView, CommandError> {
    Ok(clients::register(&shell.practice().await?, input).await?)
}

/// Changes a client's details.
#[tauri::command]
#[specta::specta]
pub async fn clients_edit(shell: State<'_, Shell>, input: EditClient) -> Result<ClientView, CommandError> {
    Ok(clients::edit(&shell.practice().await?, input).await?)
}

/// Opens a client's record.
#[tauri::command]
#[specta::specta]
pub async fn clients_overview(
    shell: State<'_, Shell>,
    input: OneClient,
) -> Result<ClientOverview, CommandError> {
    Ok(clients::overview(&shell.practice().await?, &input.id).await?)
}

/// Everybody that is found so, by their ids.
#[tauri::command]
#[specta::specta]
pub async fn clients_find_ids(
    shell: State<'_, Shell>,
    input: FindClients,
) -> Result<Vec<String>, CommandError> {
    Ok(clients::find_ids(&shell.practice().await?, input).await?)
}

/// Changes the same of many clients.
#[tauri::command]
#[specta::specta]
pub async fn clients_edit_many(
    shell: State<'_, Shell>,
    input: EditManyClients,
) -> Result<EditedMany, CommandError> {
    Ok(clients::edit_many(&shell.practice().await?, input).await?)
}

/// Who is likely registered twice.
#[tauri::command]
#[specta::specta]
pub async fn clients_likely_twins(shell: State<'_, Shell>) -> Result<LikelyTwins, CommandError> {
    Ok(clients::likely_twins(&shell.practice().await?).await?)
}

/// Says that two records are two people.
#[tauri::command]
#[specta::specta]
pub async fn clients_tell_apart(shell: State<'_, Shell>, input: ComparedRecords) -> Result<(), CommandError> {
    Ok(clients::tell_apart(&shell.practice().await?, input).await?)
}

/// It is open again whether they are.
#[tauri::command]
#[specta::specta]
pub async fn clients_take_back_apart(
    shell: State<'_, Shell>,
    input: ComparedRecords,
) -> Result<(), CommandError> {
    Ok(clients::take_back_apart(&shell.practice().await?, input).await?)
}

/// Two records beside each other.
#[tauri::command]
#[specta::specta]
pub async fn clients_compare(
    shell: State<'_, Shell>,
    input: ComparedRecords,
) -> Result<Vec<ComparedRecord>, CommandError> {
    Ok(clients::compare(&shell.practice().await?, input).await?)
}

/// Makes one record of two.
#[tauri::command]
#[specta::specta]
pub async fn clients_merge(
    shell: State<'_, Shell>,
    input: MergeClients,
) -> Result<MergedClients, CommandError> {
    Ok(clients::merge(&shell.practice().await?, input).await?)
}

/// Names a merging.
#[derive(Debug, Deserialize, Type)]
pub struct OneMerge {
    /// What was done.
    id: String,
}

/// Makes two records again of what was made one.
#[tauri::command]
#[specta::specta]
pub async fn clients_unmerge(
    shell: State<'_, Shell>,
    input: OneMerge,
) -> Result<UnmergedClients, CommandError> {
    Ok(clients::unmerge(&shell.practice().await?, &input.id).await?)
}

/// Names a place where records lie.
#[derive(Debug, Deserialize, Type)]
pub struct OnePlace {
    /// Which.
    place: RecordPlace,
}

/// Puts records away.
#[tauri::command]
#[specta::specta]
pub async fn clients_put_away(
    shell: State<'_, Shell>,
    input: PutAwayClients,
) -> Result<PutAwayDone, CommandError> {
    Ok(clients::put_away(&shell.practice().await?, input).await?)
}

/// Takes records out again.
#[tauri::command]
#[specta::specta]
pub async fn clients_take_out(shell: State<'_, Shell>, input: SeveralClients) -> Result<(), CommandError> {
    Ok(clients::take_out(&shell.practice().await?, input.ids).await?)
}

/// What lies in one place.
#[tauri::command]
#[specta::specta]
pub async fn clients_lying(shell: State<'_, Shell>, input: OnePlace) -> Result<LyingClients, CommandError> {
    Ok(clients::lying(&shell.practice().await?, input.place).await?)
}

/// What was said of other clients before, to choose from.
#[tauri::command]
#[specta::specta]
pub async fn clients_known(shell: State<'_, Shell>) -> Result<KnownWords, CommandError> {
    Ok(clients::known(&shell.practice().await?).await?)
}

/// The custom fields of the practice.
#[tauri::command]
#[specta::specta]
pub async fn clients_custom_fields(shell: State<'_, Shell>) -> Result<Vec<CustomField>, CommandError> {
    Ok(clients::custom_fields(&shell.practice().await?).await?)
}

/// Says which custom fields the practice asks.
#[tauri::command]
#[specta::specta]
pub async fn clients_define_fields(
    shell: State<'_, Shell>,
    input: DefineFields,
) -> Result<Vec<CustomField>, CommandError> {
    Ok(clients::define_fields(&shell.practice().await?, input).await?)
}

/// The lists that the person at the keyboard saved.
#[tauri::command]
#[specta::specta]
pub async fn clients_lists(shell: State<'_, Shell>) -> Result<Vec<SavedList>, CommandError> {
    Ok(clients::saved_lists(&shell.practice().await?).await?)
}

/// Saves a list.
#[tauri::command]
#[specta::specta]
pub async fn clients_save_list(shell: State<'_, Shell>, input: SaveList) -> Result<SavedList, CommandError> {
    Ok(clients::save_list(&shell.practice().await?, input).await?)
}

/// Names a saved list.
#[derive(Debug, Deserialize, Type)]
pub struct OneList {
    /// The list.
    id: String,
}

/// Throws a saved list away.
#[tauri::command]
#[specta::specta]
pub async fn clients_remove_list(shell: State<'_, Shell>, input: OneList) -> Result<(), CommandError> {
    Ok(clients::remove_list(&shell.practice().await?, &input.id).await?)
}
