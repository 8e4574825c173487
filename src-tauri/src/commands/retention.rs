//! How long records are kept, and which are held.

use hegu_core::retention::{self, DueRecords, GoBy, HoldRecord, KeepRule, Keeping, RetentionRule, SeenRule};
use serde::Deserialize;
use specta::Type;
use tauri::State;

use crate::command_error::CommandError;
use crate::session::Shell;

use super::clients::OneClient;

/// The rules of how long records are kept.
#[tauri::command]
#[specta::specta]
pub async fn retention_rules(shell: State<'_, Shell>) -> Result<Vec<RetentionRule>, CommandError> {
    Ok(retention::rules(&shell.practice().await?).await?)
}

/// Keeps a rule.
#[tauri::command]
#[specta::specta]
pub async fn retention_keep_rule(
    shell: State<'_, Shell>,
    input: KeepRule,
) -> Result<Vec<RetentionRule>, CommandError> {
    Ok(retention::keep_rule(&shell.practice().await?, input).await?)
}

/// Names a rule.
#[derive(Debug, Deserialize, Type)]
pub struct OneRule {
    /// Which.
    id: String,
}

/// Takes a rule out.
#[tauri::command]
#[specta::specta]
pub async fn retention_remove_rule(
    shell: State<'_, Shell>,
    input: OneRule,
) -> Result<Vec<RetentionRule>, CommandError> {
    Ok(retention::remove_rule(&shell.practice().await?, &input.id).await?)
}

/// Takes the last saving of a rule back.
#[tauri::command]
#[specta::specta]
pub async fn retention_take_rule_back(
    shell: State<'_, Shell>,
    input: SeenRule,
) -> Result<Vec<RetentionRule>, CommandError> {
    Ok(retention::take_rule_back(&shell.practice().await?, input).await?)
}

/// Puts a rule back that was taken out.
#[tauri::command]
#[specta::specta]
pub async fn retention_put_rule_back(
    shell: State<'_, Shell>,
    input: OneRule,
) -> Result<Vec<RetentionRule>, CommandError> {
    Ok(retention::put_rule_back(&shell.practice().await?, &input.id).await?)
}

/// Says which rule holds.
#[tauri::command]
#[specta::specta]
pub async fn retention_go_by(
    shell: State<'_, Shell>,
    input: GoBy,
) -> Result<Vec<RetentionRule>, CommandError> {
    Ok(retention::go_by(&shell.practice().await?, input).await?)
}

/// Until when a record is kept.
#[tauri::command]
#[specta::specta]
pub async fn retention_keeping(shell: State<'_, Shell>, input: OneClient) -> Result<Keeping, CommandError> {
    Ok(retention::keeping(&shell.practice().await?, &input.id).await?)
}

/// The records whose time is over.
#[tauri::command]
#[specta::specta]
pub async fn retention_due(shell: State<'_, Shell>) -> Result<DueRecords, CommandError> {
    Ok(retention::due(&shell.practice().await?).await?)
}

/// Holds a record; answers what to lift it by.
#[tauri::command]
#[specta::specta]
pub async fn retention_hold(shell: State<'_, Shell>, input: HoldRecord) -> Result<String, CommandError> {
    Ok(retention::hold(&shell.practice().await?, input).await?)
}

/// Names a hold.
#[derive(Debug, Deserialize, Type)]
pub struct OneHold {
    /// Which.
    id: String,
}

/// Lifts a hold.
#[tauri::command]
#[specta::specta]
pub async fn retention_lift(shell: State<'_, Shell>, input: OneHold) -> Result<(), CommandError> {
    Ok(retention::lift(&shell.practice().await?, &input.id, true).await?)
}

/// Puts a hold back that was lifted.
#[tauri::command]
#[specta::specta]
pub async fn retention_hold_again(shell: State<'_, Shell>, input: OneHold) -> Result<(), CommandError> {
    Ok(retention::lift(&shell.practice().await?, &input.id, false).await?)
}
