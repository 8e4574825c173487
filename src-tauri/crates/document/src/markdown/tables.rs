//! Tables: a head, a line that says how columns are set, and rows.

use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Tag};

use super::inline;
use super::parse::Reader;
use crate::model::{Align, Cell, Table};

/// Reads a table up to its end tag. Nothing when a row has more cells than the head, which Markdown
/// would drop.
pub(super) fn read(reader: &mut Reader<'_>, alignments: &[Alignment]) -> Option<Table> {
    let columns = alignments.iter().map(|alignment| align(*alignment)).collect();
    let mut table = Table { columns, ..Table::default() };
    let mut complete = true;
    while let Some((event, range)) = reader.events.next() {
        match event {
            Event::Start(Tag::TableHead) => {
                table.head = row(reader, range, &mut complete);
            }
            Event::Start(Tag::TableRow) => {
                let row = row(reader, range, &mut complete);
                table.rows.push(row);
            }
            _ => break,
        }
    }
    complete.then_some(table)
}

fn row(reader: &mut Reader<'_>, whole: Range<usize>, complete: &mut bool) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut end = whole.start;
    while let Some((event, range)) = reader.events.next() {
        match event {
            Event::Start(Tag::TableCell) => {
                end = end.max(range.end);
                cells.push(inline::without_breaks(inline::finish(inline::runs(reader, 0))));
            }
            _ => break,
        }
    }
    let left_over = reader.source.get(end..whole.end).unwrap_or_default();
    *complete &= left_over.chars().all(|c| c == '|' || c.is_whitespace());
    cells
}

fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None => Align::None,
        Alignment::Left => Align::Left,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
    }
}

/// The lines of a table; `cell` writes one cell without the bars around it.
pub(super) fn lines(table: &Table, cell: impl Fn(&Cell) -> String) -> Vec<String> {
    let row = |cells: &[Cell]| {
        let mut line = String::from("|");
        for text in cells.iter().map(&cell) {
            line.push(' ');
            push_without_bars(&text, &mut line);
            line.push_str(if text.is_empty() { "|" } else { " |" });
        }
        line
    };
    let rule = table.columns.iter().fold(String::from("|"), |line, align| {
        line + match align {
            Align::None => "---|",
            Align::Left => ":--|",
            Align::Center => ":-:|",
            Align::Right => "--:|",
        }
    });
    let mut lines = vec![row(&table.head), rule];
    lines.extend(table.rows.iter().map(|cells| row(cells)));
    lines
}

/// A bar inside a cell would end it, unless a backslash stands before it already.
fn push_without_bars(text: &str, line: &mut String) {
    let mut escaped = false;
    for c in text.chars() {
        if c == '|' && !escaped {
            line.push('\\');
        }
        escaped = c == '\\' && !escaped;
        line.push(c);
    }
}
