//! What this program is, and what it is made of.

use hegu_core::opening::{NEEDED_WITHOUT_HEGU, STEPS_WITHOUT_HEGU, StepWithoutHegu};
use serde::Serialize;
use specta::Type;
use tauri::State;

use crate::command_error::CommandError;
use crate::session::Shell;

/// The program and its parts.
#[derive(Debug, Serialize, Type)]
pub struct AboutView {
    /// The program's version.
    version: String,
    /// What the records are encrypted with.
    cipher: String,
    /// The practice's folder, so that its owner can find and copy it.
    folder: String,
    /// Code, fonts and data that others made.
    licences: Vec<LicenceView>,
    /// What is needed to open a copy without this program.
    without_hegu_needed: &'static str,
    /// How that is done.
    without_hegu: &'static [StepWithoutHegu],
}

/// A licence of something in the program.
#[derive(Debug, Serialize, Type)]
pub struct LicenceView {
    /// What it covers.
    name: String,
    /// Its short name.
    licence: String,
    /// Its text.
    text: String,
}

/// Licences whose text belongs with the program: name, short name, text.
const LICENCES: [(&str, &str, &str); 4] = [
    ("Hegu", "MIT OR Apache-2.0", include_str!("../../../LICENSE-MIT")),
    (
        "Inter, the Latin face of screens and sheets",
        "OFL-1.1",
        include_str!("../../crates/document/fonts/Inter-OFL.txt"),
    ),
    (
        "Noto Sans CJK, the Han face of screens and sheets",
        "OFL-1.1",
        include_str!("../../crates/document/fonts/NotoSansCJK-OFL.txt"),
    ),
    (
        "EFF large word list, for passphrases",
        "CC-BY-3.0-US",
        include_str!("../../crates/vault/data/README.md"),
    ),
];

/// What this program is.
#[tauri::command]
#[specta::specta]
pub async fn about_read(shell: State<'_, Shell>) -> Result<AboutView, CommandError> {
    let licences = LICENCES
        .iter()
        .map(|(name, licence, text)| LicenceView {
            name: (*name).to_owned(),
            licence: (*licence).to_owned(),
            text: (*text).to_owned(),
        })
        .collect();
    Ok(AboutView {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        cipher: hegu_core::CIPHER.to_owned(),
        folder: shell.places.practice.display().to_string(),
        licences,
        without_hegu_needed: NEEDED_WITHOUT_HEGU,
        without_hegu: &STEPS_WITHOUT_HEGU,
    })
}
