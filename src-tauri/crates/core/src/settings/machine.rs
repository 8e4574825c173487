//! How the window looks on this machine.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};

/// Choices of this machine. Missing and unknown values fall back to the default one by one, so that a file of a
/// newer or older Hegu never keeps the window from opening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MachineSettings {
    /// Light or dark.
    pub theme: Theme,
    /// How large controls are.
    pub density: Density,
    /// Size of the text in percent, 90 to 200.
    pub text_percent: i32,
    /// Whether single letters are shortcuts.
    pub single_keys: bool,
    /// Whether a search shows nobody until one client is left: for a screen that a queue can read.
    pub secure_search: bool,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system is set.
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How large controls are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// For a mouse.
    Compact,
    /// For fingers.
    Touch,
}

impl Default for MachineSettings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            density: Density::Compact,
            text_percent: 100,
            single_keys: false,
            secure_search: false,
        }
    }
}

impl MachineSettings {
    /// Reads the machine's choices; what cannot be read is the default.
    pub fn read(file: &Path) -> Self {
        let stored: serde_json::Value =
            fs::read(file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        let mut settings = Self::default();
        fn of<T: serde::de::DeserializeOwned>(stored: &serde_json::Value, key: &str, fallback: T) -> T {
            stored.get(key).cloned().and_then(|value| serde_json::from_value(value).ok()).unwrap_or(fallback)
        }
        settings.theme = of(&stored, "theme", settings.theme);
        settings.density = of(&stored, "density", settings.density);
        settings.text_percent = of(&stored, "text_percent", settings.text_percent).clamp(90, 200);
        settings.single_keys = of(&stored, "single_keys", settings.single_keys);
        settings.secure_search = of(&stored, "secure_search", settings.secure_search);
        settings
    }

    /// Checks and writes the machine's choices.
    pub fn write(&self, file: &Path) -> Result<()> {
        let mut checks = Checks::default();
        if !(90..=200).contains(&self.text_percent) {
            checks.note("text_percent", FieldProblem::UnknownValue);
        }
        checks.finish()?;
        let bytes = serde_json::to_vec_pretty(self).map_err(|error| Error::unexpected("settings", error))?;
        let folder = file.parent().unwrap_or(Path::new("."));
        crate::opening::private_folder(folder).map_err(|error| Error::disk("settings", error))?;
        crate::opening::replace(file, &bytes).map_err(|error| Error::disk("settings", error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_or_newer_file_keeps_what_it_can() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("window.json");
        assert_eq!(MachineSettings::read(&file), MachineSettings::default(), "no file yet");
        fs::write(&file, r#"{"theme":"dark","density":"enormous","text_percent":900,"new":1}"#).unwrap();
        let read = MachineSettings::read(&file);
        assert_eq!(
            read,
            MachineSettings { theme: Theme::Dark, text_percent: 200, ..MachineSettings::default() }
        );
        fs::write(&file, "{").unwrap();
        assert_eq!(MachineSettings::read(&file), MachineSettings::default());
    }
}
