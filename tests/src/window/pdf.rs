//! What a PDF says to somebody who copies its text.

use std::path::Path;
use std::process::Command;

/// The words of a PDF, page by page, in the order in which they were written.
///
/// # Panics
/// When it is no PDF.
#[must_use]
pub fn words(pdf: &Path) -> Vec<Vec<String>> {
    // Otherwise it joins words that end a line with a hyphen.
    let output = Command::new("pdftotext").arg("-raw").arg(pdf).arg("-").output();
    let output = output.unwrap_or_else(|error| panic!("pdftotext: {error}"));
    assert!(output.status.success(), "{}: {}", pdf.display(), String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let pages = text.split_terminator('\u{c}');
    pages.map(|page| page.split_whitespace().map(str::to_owned).collect()).collect()
}
