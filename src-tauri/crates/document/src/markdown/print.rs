//! Blocks to Markdown, with as few escapes as reading it back allows.

use super::parse::PAGE_BREAK;
use super::write::{self, written};
use super::{directives, inline, remarks};
use crate::model::{Block, CalloutKind, Item, Run};

/// Writes blocks as Markdown that [`parse`](super::parse) reads back as the same blocks.
pub fn print(blocks: &[Block]) -> String {
    let mut text = lines(blocks).join("\n");
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// Emphasis that cannot be written down again without changing its meaning becomes the characters it
/// was typed with, so that reading and writing agree for every text.
pub(super) fn keep_printable(blocks: &mut [Block]) {
    for block in blocks {
        let unprintable = is_styled(block) && written(block).is_none();
        match block {
            Block::Heading { runs, .. } | Block::Paragraph(runs) | Block::Small(runs) if unprintable => {
                *runs = inline::literal(runs);
            }
            Block::Source { runs, .. } if unprintable => *runs = inline::literal(runs),
            Block::Table(table) if unprintable => {
                let cells = table.head.iter_mut().chain(table.rows.iter_mut().flatten());
                cells.for_each(|cell| *cell = inline::without_breaks(inline::literal(cell)));
            }
            Block::Picture { name, shows } if unprintable => {
                *block = Block::Paragraph(vec![Run::Text(format!("![{shows}]({name})"))]);
            }
            Block::Remark(says) if unprintable => {
                *block = super::typed::block(&remarks::print(says)).unwrap_or(Block::Rule);
            }
            Block::List { items, .. } => items.iter_mut().for_each(|item| keep_printable(&mut item.blocks)),
            Block::Callout { blocks, .. } => keep_printable(blocks),
            _ => {}
        }
    }
}

/// Whether anything in the block could be read differently from how it is meant.
fn is_styled(block: &Block) -> bool {
    match block {
        Block::Heading { runs, .. } | Block::Paragraph(runs) => {
            runs.iter().any(|run| !matches!(run, Run::Text(_) | Run::Point { .. } | Run::LineBreak))
        }
        Block::Small(_) | Block::Source { .. } | Block::Table(_) => true,
        Block::Picture { .. } | Block::Remark(_) => true,
        _ => false,
    }
}

fn lines(blocks: &[Block]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut last_marker = None;
    for (index, block) in blocks.iter().enumerate() {
        if index > 0 {
            lines.push(String::new());
        }
        let before = last_marker.take();
        match block {
            Block::List { ordered, start, columns, items } => {
                if *columns {
                    lines.extend([directives::COLUMNS.to_owned(), String::new()]);
                }
                let contents: Vec<Vec<String>> = items.iter().map(item_lines).collect();
                let marker = marker(*ordered, before, &contents);
                last_marker = Some(marker);
                list(marker, *start, items, contents, &mut lines);
            }
            Block::Callout { kind, blocks } => callout(*kind, blocks, &mut lines),
            Block::Rule => lines.push("___".to_owned()),
            Block::PageBreak => lines.push(PAGE_BREAK.to_owned()),
            Block::Lines { .. } | Block::Dots(_) | Block::Qr { .. } => lines.extend(directives::print(block)),
            _ => {
                let text = written(block).unwrap_or_else(|| write::everything_escaped(block));
                lines.extend(text.split('\n').map(str::to_owned));
            }
        }
    }
    lines
}

/// The lines of an item, after its box. Words that look like a box are guarded.
fn item_lines(item: &Item) -> Vec<String> {
    let mut lines = lines(&item.blocks);
    if let Some(first) = lines.first_mut() {
        let looks_ticked = ["[ ]", "[x]", "[X]"].iter().any(|tick| first.starts_with(tick));
        match item.ticked {
            Some(ticked) => first.insert_str(0, if ticked { "[x] " } else { "[ ] " }),
            None if looks_ticked => first.insert(0, '\\'),
            None => {}
        }
    }
    lines
}

/// The marker of a list. Two lists in a row would join if they used the same one, and a marker in front
/// of nothing but the same markers would be a rule.
fn marker(ordered: bool, before: Option<char>, contents: &[Vec<String>]) -> char {
    if ordered {
        return if before == Some('.') { ')' } else { '.' };
    }
    let makes_rule = |marker: char| {
        let only_markers = |line: &String| !line.is_empty() && line.chars().all(|c| c == marker || c == ' ');
        contents.iter().filter_map(|lines| lines.first()).any(only_markers)
    };
    ['-', '*', '+'].into_iter().find(|marker| before != Some(*marker) && !makes_rule(*marker)).unwrap_or('+')
}

fn callout(kind: CalloutKind, blocks: &[Block], out: &mut Vec<String>) {
    let marker = match kind {
        CalloutKind::Quote => None,
        CalloutKind::Note => Some("> [!NOTE]"),
        CalloutKind::Important => Some("> [!IMPORTANT]"),
        CalloutKind::Warning => Some("> [!WARNING]"),
    };
    out.extend(marker.map(str::to_owned));
    for (index, line) in lines(blocks).into_iter().enumerate() {
        out.push(match line.as_str() {
            "" => ">".to_owned(),
            // The first line of a plain quote must not look like a callout's marker.
            _ if index == 0 && marker.is_none() && line.starts_with("[!") => format!("> \\{line}"),
            _ => format!("> {line}"),
        });
    }
}

fn list(marker: char, start: u64, items: &[Item], contents: Vec<Vec<String>>, out: &mut Vec<String>) {
    let tight = items.iter().all(|item| is_tight(&item.blocks));
    for (index, mut content) in contents.into_iter().enumerate() {
        if index > 0 && !tight {
            out.push(String::new());
        }
        let marker = if matches!(marker, '.' | ')') {
            let number = start.saturating_add(index as u64);
            format!("{}{marker} ", if number > 999_999_999 { start } else { number })
        } else {
            format!("{marker} ")
        };
        if tight {
            content.retain(|line| !line.is_empty());
        }
        if content.is_empty() {
            out.push(marker.trim_end().to_owned());
        }
        for (line_index, line) in content.into_iter().enumerate() {
            out.push(match (line_index, line.is_empty()) {
                (0, _) => format!("{marker}{line}"),
                (_, true) => line,
                (_, false) => format!("{:width$}{line}", "", width = marker.len()),
            });
        }
    }
}

/// One paragraph, perhaps with lists below it that may stand directly under a paragraph.
fn is_tight(item: &[Block]) -> bool {
    match item {
        [] => true,
        [Block::Paragraph(_)] => true,
        [Block::Paragraph(_), Block::List { ordered, start, columns: false, items }] => {
            let may_follow = !ordered || *start == 1;
            may_follow
                && items.first().is_some_and(|first| !first.blocks.is_empty())
                && items.iter().all(|item| is_tight(&item.blocks))
        }
        _ => false,
    }
}
