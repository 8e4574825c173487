//! Runs to Markdown, guarded just enough to be read back as they are.

use super::directives::COLUMNS;
use super::paragraph::SMALL;
use super::parse::read;
use super::{remarks, tables};
use crate::model::{Block, Run};

/// How much of the text is guarded against being read as Markdown.
#[derive(Clone, Copy, PartialEq)]
enum Escape {
    Nothing,
    LineStarts,
    Marks,
    Everything,
}

/// The plainest way to write a block of text that reads back as itself.
pub(super) fn written(block: &Block) -> Option<String> {
    [Escape::Nothing, Escape::LineStarts, Escape::Marks, Escape::Everything]
        .into_iter()
        .map(|escape| escaped(block, escape))
        .find(|text| {
            // Something follows, because an open fence or tag would swallow it.
            if text == COLUMNS {
                // It would set a list after it in columns.
                return false;
            }
            let followed = read(&format!("{text}\n\n{FOLLOWS}"));
            matches!(followed.as_slice(), [same, Block::Paragraph(after)]
                if same == block && matches!(after.as_slice(), [Run::Text(after)] if after == FOLLOWS))
        })
}

/// A paragraph that stands for whatever comes next.
const FOLLOWS: &str = "x";

/// Everything guarded, whether it reads back or not.
pub(super) fn everything_escaped(block: &Block) -> String {
    escaped(block, Escape::Everything)
}

fn escaped(block: &Block, escape: Escape) -> String {
    let (prefix, runs, suffix) = match block {
        Block::Heading { level, runs } => (format!("{} ", "#".repeat(usize::from(*level))), runs, ""),
        Block::Paragraph(runs) => (String::new(), runs, ""),
        Block::Small(runs) => (SMALL.to_owned(), runs, "}"),
        Block::Source { label, runs } => (format!("[^{label}]: "), runs, ""),
        Block::Picture { name, shows } => return picture(name, shows, escape),
        Block::Remark(says) => return remarks::print(says),
        Block::Table(table) => return tables::lines(table, |cell| escaped_runs(cell, escape)).join("\n"),
        _ => return String::new(),
    };
    let mut text = prefix;
    write_runs(runs, escape, '*', &mut text);
    if escape != Escape::Nothing && suffix.is_empty() {
        guard_end(&mut text);
    }
    text + suffix
}

fn escaped_runs(runs: &[Run], escape: Escape) -> String {
    let mut text = String::new();
    write_runs(runs, escape, '*', &mut text);
    if escape != Escape::Nothing {
        guard_end(&mut text);
    }
    text
}

fn picture(name: &str, shows: &str, escape: Escape) -> String {
    let mut text = "![".to_owned();
    write_text(shows, escape, &mut text);
    text.push_str("](");
    write_address(name, &mut text);
    text.push(')');
    text
}

fn write_runs(runs: &[Run], escape: Escape, italic: char, out: &mut String) {
    for run in runs {
        match run {
            Run::Text(text) | Run::Key(text) => write_text(text, escape, out),
            Run::Point { code, han } => {
                write_text(code, Escape::Nothing, out);
                out.push(' ');
                out.push_str(han);
            }
            Run::Reference(label) => out.push_str(&format!("[^{label}]")),
            Run::Remark(says) => out.push_str(&remarks::print(says)),
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
