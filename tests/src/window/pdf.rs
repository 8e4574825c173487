//! What a PDF says to somebody who copies its text.

use std::path::Path;
use std::process::Command;

/// The words of a PDF in reading order.
///
/// # Panics
/// When it is no PDF.
#[must_use]
pub fn words(pdf: &Path) -> Vec<String> {
    let output = Command::new("pdftotext").arg(pdf).arg("-").output();
    let output = output.unwrap_or_else(|error| panic!("pdftotext: {error}"));
    assert!(output.status.success(), "{}: {}", pdf.display(), String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).split_whitespace().map(str::to_owned).collect()
}
