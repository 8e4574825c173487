//! Finds references to sources written as `[^1]`.

use crate::model::Run;

/// No label is longer than this.
const LONGEST_LABEL: usize = 30;

/// Takes the references out of a text run; every other run comes back alone and unchanged.
pub(super) fn split(run: Run) -> Vec<Run> {
    let Run::Text(text) = run else { return vec![run] };
    if !text.contains("[^") {
        return vec![Run::Text(text)];
    }
    let mut runs = Vec::new();
    let mut rest = text.as_str();
    let mut searched = 0;
    while let Some(at) = rest[searched..].find("[^").map(|at| at + searched) {
        searched = at + 2;
        let Some(label) = label(&rest[searched..]) else { continue };
        if at > 0 {
            runs.push(Run::Text(rest[..at].to_owned()));
        }
        rest = &rest[searched + label.len() + 1..];
        searched = 0;
        runs.push(Run::Reference(label.to_owned()));
    }
    if !rest.is_empty() {
        runs.push(Run::Text(rest.to_owned()));
    }
    runs
}

/// The label up to its closing bracket.
pub(super) fn label(text: &str) -> Option<&str> {
    let label = &text[..text.find(']')?];
    let plain = label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    (plain && (1..=LONGEST_LABEL).contains(&label.chars().count())).then_some(label)
}

/// Sources on neighbouring lines are paragraphs of their own: each gets an empty line above it.
pub(super) fn part_sources(source: &str) -> String {
    if !source.contains("\n[^") {
        return source.to_owned();
    }
    let mut parted = String::with_capacity(source.len() + 16);
    for (index, line) in source.split('\n').enumerate() {
        if index > 0 {
            parted.push('\n');
        }
        if is_source(line) && !parted.is_empty() && !parted.ends_with("\n\n") {
            parted.push('\n');
        }
        parted.push_str(line);
    }
    parted
}

/// Whether a line begins with a label and a colon.
fn is_source(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("[^") else { return false };
    label(rest).is_some_and(|label| rest[label.len() + 1..].starts_with(": "))
}
