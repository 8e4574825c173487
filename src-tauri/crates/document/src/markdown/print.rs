//! Blocks to Markdown, with as few escapes as reading it back allows.

use super::inline;
use super::parse::{PAGE_BREAK, read};
use crate::model::{Block, CalloutKind, Run};

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
        let unprintable = match block {
            Block::Heading { runs, .. } | Block::Paragraph(runs) => {
                is_styled(runs) && written(block).is_none()
            }
            _ => false,
        };
        match block {
            Block::Heading { runs, .. } | Block::Paragraph(runs) if unprintable => {
                *runs = inline::literal(runs)
            }
            Block::List { items, .. } => items.iter_mut().for_each(|item| keep_printable(item)),
            Block::Callout { blocks, .. } => keep_printable(blocks),
            _ => {}
        }
    }
}

fn is_styled(runs: &[Run]) -> bool {
    runs.iter().any(|run| matches!(run, Run::Bold(_) | Run::Italic(_) | Run::Link { .. }))
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
            Block::Heading { .. } | Block::Paragraph(_) => {
                let text = written(block).unwrap_or_else(|| escaped(block, Escape::Everything));
                lines.extend(text.split('\n').map(str::to_owned));
            }
            Block::List { ordered, start, items } => {
                let contents: Vec<Vec<String>> = items.iter().map(|item| self::lines(item)).collect();
                let marker = marker(*ordered, before, &contents);
                last_marker = Some(marker);
                list(marker, *start, items, contents, &mut lines);
            }
            Block::Callout { kind, blocks } => callout(*kind, blocks, &mut lines),
            Block::Rule => lines.push("___".to_owned()),
            Block::PageBreak => lines.push(PAGE_BREAK.to_owned()),
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

fn list(marker: char, start: u64, items: &[Vec<Block>], contents: Vec<Vec<String>>, out: &mut Vec<String>) {
    let tight = items.iter().all(|item| is_tight(item));
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
        [Block::Paragraph(_), Block::List { ordered, start, items }] => {
            let may_follow = !ordered || *start == 1;
            may_follow
                && items.first().is_some_and(|first| !first.is_empty())
                && items.iter().all(|i| is_tight(i))
        }
        _ => false,
    }
}

/// How much of the text is guarded against being read as Markdown.
#[derive(Clone, Copy, PartialEq)]
enum Escape {
    Nothing,
    LineStarts,
    Marks,
    Everything,
}

/// The plainest way to write a paragraph or heading that reads back as itself.
fn written(block: &Block) -> Option<String> {
    [Escape::Nothing, Escape::LineStarts, Escape::Marks, Escape::Everything]
        .into_iter()
        .map(|escape| escaped(block, escape))
        .find(|text| {
            // Something follows, because an open fence or tag would swallow it.
            let followed = read(&format!("{text}\n\n{FOLLOWS}"));
            matches!(followed.as_slice(), [same, Block::Paragraph(after)]
                if same == block && matches!(after.as_slice(), [Run::Text(after)] if after == FOLLOWS))
        })
}

/// A paragraph that stands for whatever comes next.
const FOLLOWS: &str = "x";

fn escaped(block: &Block, escape: Escape) -> String {
    let (prefix, runs) = match block {
        Block::Heading { level, runs } => (format!("{} ", "#".repeat(usize::from(*level))), runs),
        Block::Paragraph(runs) => (String::new(), runs),
        _ => return String::new(),
    };
    let mut text = prefix;
    write_runs(runs, escape, '*', &mut text);
    if escape != Escape::Nothing {
        guard_end(&mut text);
    }
    text
}

fn write_runs(runs: &[Run], escape: Escape, italic: char, out: &mut String) {
    for run in runs {
        match run {
            Run::Text(text) => write_text(text, escape, out),
            Run::Point { code, han } => {
                write_text(code, Escape::Nothing, out);
                out.push(' ');
                out.push_str(han);
            }
            Run::LineBreak => out.push_str("\\\n"),
            Run::Bold(inner) => {
                out.push_str("**");
                // Directly inside bold, an underscore keeps the two kinds of marks apart.
                write_runs(inner, escape, '_', out);
                out.push_str("**");
            }
            Run::Italic(inner) => {
                out.push(italic);
                write_runs(inner, escape, if italic == '*' { '_' } else { '*' }, out);
                out.push(italic);
            }
            Run::Link { to, runs } if shows_address(runs, to) => {
                out.push('<');
                out.push_str(to);
                out.push('>');
            }
            Run::Link { to, runs } => {
                out.push('[');
                write_runs(runs, escape, italic, out);
                out.push_str("](");
                write_address(to, out);
                out.push(')');
            }
        }
    }
}

fn shows_address(runs: &[Run], to: &str) -> bool {
    let plain_address = to.contains(':') && !to.contains(|c: char| c.is_whitespace() || "<>\\&".contains(c));
    plain_address && matches!(runs, [Run::Text(text)] if text == to)
}

fn write_address(to: &str, out: &mut String) {
    let simple = !to.contains(|c: char| c.is_whitespace() || c.is_control() || "<>()\\&*_[]`".contains(c));
    if simple {
        out.push_str(to);
        return;
    }
    out.push('<');
    for c in to.chars() {
        match c {
            '<' | '>' | '\\' | '&' => out.extend(['\\', c]),
            c if c.is_control() => push_entity(c, out),
            c => out.push(c),
        }
    }
    out.push('>');
}

fn write_text(text: &str, escape: Escape, out: &mut String) {
    for (index, c) in text.char_indices() {
        let line_start = out.is_empty() || out.ends_with('\n') || out.trim_start_matches('#') == " ";
        let marked = "\\*_`<[]&".contains(c);
        match c {
            _ if escape == Escape::Nothing => out.push(c),
            ' ' | '\t' if line_start => push_entity(c, out),
            '.' | ')' if after_number(out) => out.extend(['\\', c]),
            c if line_start && c.is_ascii_punctuation() => out.extend(['\\', c]),
            _ if escape == Escape::LineStarts => out.push(c),
            c if marked => out.extend(['\\', c]),
            _ if escape == Escape::Marks => out.push(c),
            c if c.is_ascii_punctuation() => out.extend(['\\', c]),
            ' ' if text[index + 1..].starts_with(' ') => push_entity(c, out),
            c if c != ' ' && c != '\0' && (c.is_control() || c.is_whitespace()) => push_entity(c, out),
            c => out.push(c),
        }
    }
}

/// Whether the line so far is only a number, so that a dot or bracket would begin a list.
fn after_number(out: &str) -> bool {
    let line = &out[out.rfind('\n').map_or(0, |at| at + 1)..];
    !line.is_empty() && line.len() <= 9 && line.bytes().all(|b| b.is_ascii_digit())
}

/// A space or tab at the end of a block would be trimmed.
fn guard_end(text: &mut String) {
    if let Some(c @ (' ' | '\t')) = text.chars().last() {
        text.pop();
        push_entity(c, text);
    }
}

fn push_entity(c: char, out: &mut String) {
    out.push_str(&format!("&#{};", u32::from(c)));
}
