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

/// How many pictures a PDF shows, page by page: one that stands on two pages counts twice.
///
/// # Panics
/// When it is no PDF.
#[must_use]
pub fn pictures(pdf: &Path) -> usize {
    let output = Command::new("pdfimages").arg("-list").arg(pdf).output();
    let output = output.unwrap_or_else(|error| panic!("pdfimages: {error}"));
    assert!(output.status.success(), "{}: {}", pdf.display(), String::from_utf8_lossy(&output.stderr));
    // Below two lines of heading, one line each; the opacity of a picture has a line of its own.
    let list = String::from_utf8_lossy(&output.stdout).into_owned();
    list.lines().skip(2).filter(|line| line.split_whitespace().nth(2) == Some("image")).count()
}
