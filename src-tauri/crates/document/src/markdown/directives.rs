//! Our own lines in braces, such as `{lines 3 My goal}`.

use super::remarks;
use crate::model::{Block, Dots};

/// The line that sets the list after it in columns.
pub(super) const COLUMNS: &str = "{columns}";

/// More lines than this do not fit on a page in the largest print.
const MOST_LINES: u8 = 30;

/// A grid has ten rows of ten.
const MOST_DOTS: u8 = 100;

/// Codes hold no more than this; longer addresses cannot be typed by hand either.
const LONGEST_ADDRESS: usize = 500;

/// Only these can be opened by a telephone, and shown as what they are.
const SCHEMES: [&str; 4] = ["https://", "http://", "mailto:", "tel:"];

/// What the lines of a paragraph ask for.
pub(super) enum Directive {
    Blocks(Vec<Block>),
    /// The list that follows is set in columns.
    Columns,
}

/// Reads a paragraph of nothing but directives. Dots on neighbouring lines stand side by side.
pub(super) fn parse(source: &str) -> Option<Directive> {
    if !source.starts_with('{') || source.starts_with("{{") {
        return None;
    }
    if source == COLUMNS {
        return Some(Directive::Columns);
    }
    let mut blocks: Vec<Block> = Vec::new();
    let mut remarks = Vec::new();
    for line in source.lines() {
        // Inside a quotation every line begins with its mark.
        let line = line.trim_matches([' ', '\t']).trim_start_matches(['>', ' ']);
        let line = without_remark(line, &mut remarks);
        match (blocks.last_mut(), self::line(line)?) {
            (Some(Block::Dots(before)), Block::Dots(dots)) => before.extend(dots),
            (_, block) => blocks.push(block),
        }
    }
    blocks.extend(remarks.into_iter().map(Block::Remark));
    Some(Directive::Blocks(blocks))
}

/// The line without the remark behind it.
fn without_remark<'a>(line: &'a str, found: &mut Vec<String>) -> &'a str {
    let Some(at) = line.find("<!--").filter(|at| line[..*at].trim_end().ends_with('}')) else { return line };
    let Some(says) = remarks::read(&line[at..]) else { return line };
    found.push(says.to_owned());
    line[..at].trim_end()
}

fn line(line: &str) -> Option<Block> {
    let inside = line.strip_prefix('{')?.strip_suffix('}')?;
    let (name, rest) = inside.split_once(' ')?;
    let (first, label) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
    let label = label.trim().to_owned();
    match name {
        "lines" => {
            let count = number(first, 1, MOST_LINES)?;
            Some(Block::Lines { label, count })
        }
        "dots" => {
            let (filled, total) = first.split_once('/')?;
            let total = number(total, 1, MOST_DOTS)?;
            let filled = number(filled, 0, total)?;
            Some(Block::Dots(vec![Dots { filled, total, caption: label }]))
        }
        "qr" => {
            let known = SCHEMES.iter().any(|scheme| first.len() > scheme.len() && first.starts_with(scheme));
            let readable = first.len() <= LONGEST_ADDRESS && !first.contains(char::is_control);
            (known && readable).then(|| Block::Qr { to: first.to_owned(), caption: label })
        }
        _ => None,
    }
}

fn number(text: &str, least: u8, most: u8) -> Option<u8> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|number| digits && (least..=most).contains(number))
}

/// A directive's line again.
pub(super) fn print(block: &Block) -> Vec<String> {
    let spoken = |what: String, label: &str| {
        if label.is_empty() { format!("{{{what}}}") } else { format!("{{{what} {label}}}") }
    };
    match block {
        Block::Lines { label, count } => vec![spoken(format!("lines {count}"), label)],
        Block::Dots(dots) => dots
            .iter()
            .map(|dots| spoken(format!("dots {}/{}", dots.filled, dots.total), &dots.caption))
            .collect(),
        Block::Qr { to, caption } => vec![spoken(format!("qr {to}"), caption)],
        _ => Vec::new(),
    }
}
