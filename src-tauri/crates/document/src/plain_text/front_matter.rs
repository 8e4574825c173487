//! The head of a Markdown file.

use super::{Recognised, dates};

/// Reads `key: value` lines between two lines of dashes at the very top. Front matter with lines that
/// were not understood stays in the text.
pub(super) fn take(text: &str) -> (Recognised, &str) {
    let mut recognised = Recognised::default();
    let inside = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    let Some((head, rest)) = inside else { return (recognised, text) };
    let mut understood = true;
    for line in head.lines().filter(|line| !line.trim().is_empty()) {
        let (key, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.trim().trim_matches('"').trim_matches('\'');
        let some = (!value.is_empty()).then(|| value.to_owned());
        match key.trim().to_lowercase().as_str() {
            "title" => recognised.title = some,
            "author" => {
                recognised.author = some;
                recognised.byline_found = true;
            }
            "date" => {
                recognised.written = dates::read(value);
                understood &= recognised.written.is_some() || value.is_empty();
                recognised.byline_found = true;
            }
            _ => understood = false,
        }
    }
    (recognised, if understood { rest } else { text })
}

/// The heading of level one that begins a text, and what follows it.
pub(super) fn first_heading(text: &str) -> Option<(String, &str)> {
    let start = text.trim_start_matches('\n');
    let (line, rest) = start.split_once('\n').unwrap_or((start, ""));
    if let Some(title) = line.strip_prefix("# ") {
        let title = title.trim().trim_end_matches('#').trim();
        return (!title.is_empty()).then(|| (plain(title), rest));
    }
    let (underline, after) = rest.split_once('\n').unwrap_or((rest, ""));
    let is_underline = underline.len() >= 2 && underline.chars().all(|c| c == '=');
    (is_underline && !line.trim().is_empty()).then(|| (plain(line.trim()), after))
}

/// A title carries no marks of emphasis.
fn plain(title: &str) -> String {
    match crate::markdown::parse(title).as_slice() {
        [crate::model::Block::Paragraph(runs)] => crate::model::plain(runs),
        _ => title.to_owned(),
    }
}
