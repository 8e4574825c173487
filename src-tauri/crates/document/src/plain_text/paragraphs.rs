//! Cuts plain text at its blank lines and tells headings, lists and running text apart.

use super::{paragraph, text_run};
use crate::model::{Block, Item, Run};

/// Lines between two blank lines, without the white space at their ends.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    lines: Vec<String>,
}

impl Paragraph {
    /// The line, when there is only one.
    pub(super) fn only_line(&self) -> Option<&str> {
        match self.lines.as_slice() {
            [line] => Some(line),
            _ => None,
        }
    }

    fn is_list(&self) -> bool {
        self.lines.iter().all(|line| is_list_line(line))
    }

    /// Running text that a heading can stand above.
    fn is_substantial(&self) -> bool {
        self.is_list()
            || self.lines.len() > 1
            || self.lines.iter().any(|line| {
                line.chars().count() >= SUBSTANTIAL
                    && line.ends_with(['.', '!', '?', ':', '”', '"', ')', '…'])
            })
    }

    fn looks_like_heading(&self) -> bool {
        self.only_line().is_some_and(|line| {
            let first = line.chars().next();
            line.chars().count() <= LONGEST_HEADING
                && !line.ends_with(['.', ',', ';', ':', '!'])
                && !is_list_line(line)
                && first.is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase() || "“\"¿«‘".contains(c))
        })
    }
}

/// A longer line is a sentence.
const LONGEST_HEADING: usize = 80;
/// A heading stands above at least this many characters.
const SUBSTANTIAL: usize = 40;
/// Lines at least this long were wrapped by a program; shorter ones end where the writer wanted.
const WRAPPED: usize = 45;
/// Level of headings below the title.
const HEADING_LEVEL: u8 = 2;

/// Cuts a text at its blank lines.
pub(super) fn split(text: &str) -> Vec<Paragraph> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let mut paragraphs = Vec::new();
    let mut lines = Vec::new();
    for line in text.split('\n').map(|line| line.trim_matches([' ', '\t', '\u{C}'])) {
        if !line.is_empty() {
            lines.push(line.to_owned());
        } else if !lines.is_empty() {
            paragraphs.push(Paragraph { lines: std::mem::take(&mut lines) });
        }
    }
    if !lines.is_empty() {
        paragraphs.push(Paragraph { lines });
    }
    paragraphs
}

/// The blocks of a text. A heading is a short line without final punctuation that stands above running
/// text, or above another heading that does.
pub(super) fn blocks(paragraphs: &[Paragraph]) -> Vec<Block> {
    let mut heading = vec![false; paragraphs.len()];
    for index in (0..paragraphs.len().saturating_sub(1)).rev() {
        let above_text =
            paragraphs[index + 1].is_substantial() && !paragraphs[index + 1].looks_like_heading();
        heading[index] = paragraphs[index].looks_like_heading() && (above_text || heading[index + 1]);
    }
    let mut blocks: Vec<Block> = Vec::new();
    for (paragraph, is_heading) in paragraphs.iter().zip(heading) {
        match (is_heading, paragraph.only_line()) {
            (true, Some(line)) => blocks.push(Block::Heading { level: HEADING_LEVEL, runs: text_run(line) }),
            _ => push(paragraph, &mut blocks),
        }
    }
    blocks
}

fn push(text: &Paragraph, blocks: &mut Vec<Block>) {
    if let [line, underline] = text.lines.as_slice()
        && underline.len() >= 3
        && underline.chars().all(|c| c == '=' || c == '-')
        && !is_list_line(line)
    {
        blocks.push(Block::Heading { level: HEADING_LEVEL, runs: text_run(line) });
        return;
    }
    if !text.is_list() {
        blocks.push(Block::Paragraph(joined(&text.lines)));
        return;
    }
    for line in &text.lines {
        let Some((number, words)) = list_line(line) else { continue };
        let item = Item { ticked: None, blocks: vec![paragraph(words)] };
        match (blocks.last_mut(), number) {
            (Some(Block::List { ordered: false, items, .. }), None) => items.push(item),
            (Some(Block::List { ordered: true, start, items, .. }), Some(n))
                if *start + items.len() as u64 == n =>
            {
                items.push(item);
            }
            _ => {
                let (ordered, start) = (number.is_some(), number.unwrap_or(1));
                blocks.push(Block::List { ordered, start, columns: false, items: vec![item] });
            }
        }
    }
}

/// Wrapped lines become one; lines that end where the writer wanted stay lines.
fn joined(lines: &[String]) -> Vec<Run> {
    let wrapped = lines.iter().rev().skip(1).all(|line| line.chars().count() >= WRAPPED);
    if wrapped {
        return text_run(&lines.join(" "));
    }
    let mut runs = Vec::new();
    for line in lines {
        if !runs.is_empty() {
            runs.push(Run::LineBreak);
        }
        runs.push(Run::Text(line.clone()));
    }
    runs
}

pub(super) fn is_list_line(line: &str) -> bool {
    list_line(line).is_some()
}

/// The number (when the list is numbered) and the words of a list item.
fn list_line(line: &str) -> Option<(Option<u64>, &str)> {
    let (mark, words) = line.split_once(char::is_whitespace)?;
    let words = words.trim_start();
    if words.is_empty() {
        return None;
    }
    if matches!(mark, "-" | "*" | "•" | "·" | "◦" | "▪" | "●" | "–") {
        return Some((None, words));
    }
    let number = mark.strip_suffix('.').or_else(|| mark.strip_suffix(')'))?;
    let short = (1..=3).contains(&number.len());
    (short && number.bytes().all(|b| b.is_ascii_digit()))
        .then(|| Some((Some(number.parse().ok()?), words)))?
}
