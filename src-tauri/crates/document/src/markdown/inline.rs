//! The inside of a paragraph: from events to runs in one settled shape.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::parse::Reader;
use super::{points, references, remarks};
use crate::model::Run;

/// Emphasis inside emphasis deeper than this keeps its asterisks as text.
const DEEPEST: usize = 8;

pub(super) fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript)
        || matches!(tag, Tag::Link { .. } | Tag::Image { .. })
}

/// Reads runs up to the end of the surrounding block or span.
pub(super) fn runs(reader: &mut Reader<'_>, depth: usize) -> Vec<Run> {
    let mut runs = Vec::new();
    while let Some((event, range)) = reader.events.next() {
        if matches!(event, Event::End(_)) {
            break;
        }
        push_event(reader, event, range, &mut runs, depth);
    }
    runs
}

pub(super) fn push_event<'a>(
    reader: &mut Reader<'a>,
    event: Event<'a>,
    range: Range<usize>,
    runs: &mut Vec<Run>,
    depth: usize,
) {
    let slice = &reader.source[range];
    match event {
        Event::Text(text) => push_text(runs, &text),
        Event::SoftBreak => push_text(runs, " "),
        Event::HardBreak => runs.push(Run::LineBreak),
        Event::Code(code) => push_text(runs, &code_as_typed(&code, slice)),
        Event::InlineHtml(html) => match remarks::read(&html.replace('\n', " ")) {
            Some(says) => runs.push(Run::Remark(says.to_owned())),
            None => push_text(runs, &slice.replace('\n', " ")),
        },
        Event::TaskListMarker(ticked) if reader.may_tick => {
            reader.may_tick = false;
            reader.ticked = Some(ticked);
        }
        Event::Start(Tag::Emphasis) => span(reader, runs, depth, "*", Run::Italic),
        Event::Start(Tag::Strong) => span(reader, runs, depth, "**", Run::Bold),
        Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
            let inner = self::runs(reader, depth + 1);
            let email = matches!(link_type, LinkType::Email);
            let known = email || matches!(link_type, LinkType::Inline | LinkType::Autolink);
            if known && title.is_empty() && !dest_url.is_empty() && !inner.is_empty() && depth < DEEPEST {
                let to = if email { format!("mailto:{dest_url}") } else { dest_url.into_string() };
                runs.push(Run::Link { to, runs: finish_inner(inner) });
            } else {
                push_text(runs, &slice.replace('\n', " "));
            }
        }
        Event::Start(_) => {
            reader.skip();
            push_text(runs, &slice.replace('\n', " "));
        }
        _ => push_text(runs, &slice.replace('\n', " ")),
    }
}

fn span(reader: &mut Reader<'_>, runs: &mut Vec<Run>, depth: usize, mark: &str, wrap: fn(Vec<Run>) -> Run) {
    let inner = self::runs(reader, depth + 1);
    if depth < DEEPEST {
        runs.push(wrap(finish_inner(inner)));
    } else {
        push_text(runs, mark);
        runs.extend(inner);
        push_text(runs, mark);
    }
}

fn code_as_typed(code: &str, slice: &str) -> String {
    if !slice.contains('\n') {
        return slice.to_owned();
    }
    let ticks = &slice[..slice.len() - slice.trim_start_matches('`').len()];
    format!("{ticks}{code}{ticks}")
}

/// Adds letters; a decoded line feed (`&#10;`) is a line break.
fn push_text(runs: &mut Vec<Run>, text: &str) {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            runs.push(Run::LineBreak);
        }
        if !line.is_empty() {
            runs.push(Run::Text(line.to_owned()));
        }
    }
}

/// Brings the runs of a whole block into their one shape: neighbouring text joined, points and
/// references found, no line break at either end.
pub(super) fn finish(runs: Vec<Run>) -> Vec<Run> {
    let mut runs = finish_inner(runs);
    while runs.last() == Some(&Run::LineBreak) {
        runs.pop();
    }
    let leading = runs.iter().take_while(|run| **run == Run::LineBreak).count();
    runs.drain(..leading);
    runs
}

fn finish_inner(runs: Vec<Run>) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        match (joined.last_mut(), run) {
            (Some(Run::Text(before)), Run::Text(text)) => before.push_str(&text),
            (_, run) => joined.push(run),
        }
    }
    joined.into_iter().flat_map(references::split).flat_map(points::split).collect()
}

/// A heading stands on one line of Markdown, so a line break inside it is a space.
pub(super) fn without_breaks(runs: Vec<Run>) -> Vec<Run> {
    let spaced = runs.into_iter().map(|run| match run {
        Run::LineBreak => Run::Text(" ".to_owned()),
        Run::Bold(inner) => Run::Bold(without_breaks(inner)),
        Run::Italic(inner) => Run::Italic(without_breaks(inner)),
        Run::Link { to, runs } => Run::Link { to, runs: without_breaks(runs) },
        other => other,
    });
    let spaced = as_text_again(spaced.collect());
    finish_inner(spaced)
}

/// Points and references turned back into text, so that joining can find them anew.
fn as_text_again(runs: Vec<Run>) -> Vec<Run> {
    runs.into_iter()
        .map(|run| match run {
            Run::Point { code, han } => Run::Text(format!("{code} {han}")),
            Run::Reference(label) => Run::Text(format!("[^{label}]")),
            other => other,
        })
        .collect()
}

/// The runs with their emphasis and links as typed characters.
pub(super) fn literal(runs: &[Run]) -> Vec<Run> {
    let mut flat = Vec::new();
    push_literal(runs, &mut flat);
    finish(as_text_again(flat))
}

fn push_literal(runs: &[Run], flat: &mut Vec<Run>) {
    for run in runs {
        match run {
            Run::Bold(inner) => push_marked("**", inner, "**", flat),
            Run::Italic(inner) => push_marked("*", inner, "*", flat),
            Run::Link { to, runs } => push_marked("[", runs, &format!("]({to})"), flat),
            Run::Remark(says) => push_text(flat, &remarks::print(says)),
            other => flat.push(other.clone()),
        }
    }
}

fn push_marked(before: &str, inner: &[Run], after: &str, flat: &mut Vec<Run>) {
    push_text(flat, before);
    push_literal(inner, flat);
    push_text(flat, after);
}
