//! Whether everything on a page can be reached without scrolling sideways.

use super::window::Window;

/// What does not fit on the page as it stands.
///
/// # Panics
/// When the page does not answer.
#[must_use]
pub fn misfits(window: &Window<'_>) -> Vec<String> {
    window.rest();
    let found = window.run(include_str!("fit.js"));
    let found = found.as_array().unwrap_or_else(|| panic!("no list: {found}"));
    found.iter().map(|fault| fault.as_str().unwrap_or_default().to_owned()).collect()
}
