//! What stays as typed: blocks outside the subset, and link definitions.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::{inline, parse};
use crate::model::{Block, Run};

/// A label longer than this is no link definition in CommonMark either.
const LONGEST_LABEL: usize = 1000;

/// A stretch of source as a paragraph, line by line.
pub(super) fn block(source: &str) -> Option<Block> {
    let mut runs = Vec::new();
    for (index, line) in source.trim_matches('\n').split('\n').enumerate() {
        if index > 0 {
            runs.push(Run::LineBreak);
        }
        let line = line.trim_end_matches([' ', '\t']);
        if !line.is_empty() {
            runs.push(Run::Text(line.to_owned()));
        }
    }
    let runs = inline::finish(runs);
    (!runs.is_empty()).then_some(Block::Paragraph(runs))
}

/// CommonMark swallows a link definition such as `[1]: https://…`, and with it a handout's list of
/// sources. A backslash before each keeps them (and the references to them) as text.
pub(super) fn keep_definitions(source: &str) -> String {
    let mut text = source.to_owned();
    // A definition can hide behind another one of the same label, so look again until none is left.
    for _ in 0..3 {
        if parse::parser(&text).reference_definitions().iter().next().is_none() {
            return text;
        }
        text = escape_definitions(&text);
    }
    text
}

fn escape_definitions(text: &str) -> String {
    let typed: Vec<Range<usize>> = parse::events(text)
        .into_iter()
        .filter(|(event, _)| matches!(event, Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock)))
        .map(|(_, range)| range)
        .collect();
    let mut escaped = String::with_capacity(text.len() + 16);
    let mut typed = typed.iter().peekable();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_start_matches(|c: char| " \t>-*+.)".contains(c) || c.is_ascii_digit());
        let start = offset + line.len() - content.len();
        while typed.peek().is_some_and(|range| range.end <= start) {
            typed.next();
        }
        let inside_typed = typed.peek().is_some_and(|range| range.contains(&start));
        escaped.push_str(&line[..line.len() - content.len()]);
        if !inside_typed && begins_definition(&text[start..]) {
            escaped.push('\\');
        }
        escaped.push_str(content);
        offset += line.len();
    }
    escaped
}

/// Whether the text begins with a bracketed label and a colon.
fn begins_definition(text: &str) -> bool {
    if !text.starts_with('[') {
        return false;
    }
    let mut escaped = false;
    for (index, c) in text.char_indices().skip(1).take(LONGEST_LABEL) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => return false,
            ']' => return text[index + 1..].starts_with(':'),
            _ => {}
        }
    }
    false
}
