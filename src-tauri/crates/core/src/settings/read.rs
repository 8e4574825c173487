//! Settings for the window.

use serde::Serialize;
use specta::Type;

use crate::error::Result;
use crate::people::Permission;
use crate::practice::Practice;

use super::logo::LogoView;
use super::machine::MachineSettings;
use super::person::{self, PersonSettings};
use super::practice::{self, PracticeSettings};
use super::store;
use super::texts::{self, MessageTexts};

/// All three scopes.
#[derive(Debug, Clone, Serialize, Type)]
pub struct SettingsView {
    /// This machine.
    pub machine: MachineSettings,
    /// The practice.
    pub practice: PracticeSettings,
    /// What it writes to its clients.
    pub texts: MessageTexts,
    /// The practice's logo, if it has one.
    pub logo: Option<LogoView>,
    /// The person at the keyboard.
    pub person: PersonSettings,
}

/// Reads all settings; the machine's come from the shell, which knows where they lie.
pub async fn read(practice: &Practice, machine: MachineSettings) -> Result<SettingsView> {
    practice.permit(Permission::ReadSettings).await?;
    Ok(SettingsView {
        machine,
        practice: practice::practice(practice).await?,
        texts: texts::texts(practice).await?,
        logo: store::logos(practice).await?.printed.map(LogoView::from),
        person: person::of(practice, practice).await?,
    })
}
