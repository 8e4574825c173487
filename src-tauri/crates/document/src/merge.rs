//! Fields such as `{{client.first_name}}` and the values that take their place.
//!
//! Values go into the text as they are and are never read as Markdown: a client called `*Jo*` is called
//! `*Jo*` on paper too. A field without a value stays visible and is reported, so that nobody hands out a
//! sheet with a silent gap.

use std::collections::BTreeMap;

use crate::model::{Block, Cell, Document, Dots, Item, Run, Table};

/// A document with its fields filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The document, ready to print.
    pub document: Document,
    /// Names of fields that have no value, each once, in the order of the text.
    pub unknown: Vec<String>,
}

/// Puts values in the place of fields, in the title and in all text. The names are those between the
/// braces, such as `client.name`, `practice.phone` or `today`.
#[must_use]
pub fn fill(document: &Document, values: &BTreeMap<String, String>) -> Filled {
    let mut filling = Filling { values, unknown: Vec::new() };
    let title = filling.text(&document.title);
    let blocks = filling.blocks(&document.blocks);
    let document = Document { title, blocks, ..document.clone() };
    Filled { document, unknown: filling.unknown }
}

/// The names of the fields in a document, each once, in the order of the text.
#[must_use]
pub fn fields(document: &Document) -> Vec<String> {
    fill(document, &BTreeMap::new()).unknown
}

struct Filling<'a> {
    values: &'a BTreeMap<String, String>,
    unknown: Vec<String>,
}

impl Filling<'_> {
    fn blocks(&mut self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> Block {
        match block {
            Block::Heading { level, runs } => Block::Heading { level: *level, runs: self.runs(runs) },
            Block::Paragraph(runs) => Block::Paragraph(self.runs(runs)),
            Block::List { ordered, start, columns, items } => {
                let items = items.iter().map(|item| self.item(item)).collect();
                Block::List { ordered: *ordered, start: *start, columns: *columns, items }
            }
            Block::Callout { kind, blocks } => Block::Callout { kind: *kind, blocks: self.blocks(blocks) },
            Block::Table(table) => Block::Table(self.table(table)),
            Block::Picture { name, shows } => Block::Picture { name: name.clone(), shows: self.line(shows) },
            Block::Lines { label, count } => Block::Lines { label: self.line(label), count: *count },
            Block::Dots(dots) => {
                let filled = dots.iter().map(|dots| Dots { caption: self.line(&dots.caption), ..*dots });
                Block::Dots(filled.collect())
            }
            Block::Qr { to, caption } => Block::Qr { to: to.clone(), caption: self.line(caption) },
            Block::Small(runs) => Block::Small(self.runs(runs)),
            Block::Source { label, runs } => Block::Source { label: label.clone(), runs: self.runs(runs) },
            Block::Rule | Block::PageBreak | Block::Remark(_) => block.clone(),
        }
    }

    fn item(&mut self, item: &Item) -> Item {
        Item { ticked: item.ticked, blocks: self.blocks(&item.blocks) }
    }

    fn table(&mut self, table: &Table) -> Table {
        let mut row = |cells: &Vec<Cell>| -> Vec<Cell> { cells.iter().map(|cell| self.runs(cell)).collect() };
        let head = row(&table.head);
        let rows = table.rows.iter().map(row).collect();
        Table { columns: table.columns.clone(), head, rows, shares: table.shares.clone() }
    }

    /// A text that has only one line.
    fn line(&mut self, text: &str) -> String {
        self.text(text).lines().collect::<Vec<_>>().join(", ")
    }

    fn runs(&mut self, runs: &[Run]) -> Vec<Run> {
        let mut filled = Vec::with_capacity(runs.len());
        for run in runs {
            match run {
                Run::Text(text) => push_lines(&self.text(text), &mut filled),
                Run::Bold(inner) => filled.push(Run::Bold(self.runs(inner))),
                Run::Italic(inner) => filled.push(Run::Italic(self.runs(inner))),
                Run::Link { to, runs } => {
                    filled.push(Run::Link { to: to.clone(), runs: self.runs(runs) });
                }
                Run::Key(_) | Run::Point { .. } | Run::Reference(_) | Run::Remark(_) | Run::LineBreak => {
                    filled.push(run.clone())
                }
            }
        }
        filled
    }

    fn text(&mut self, text: &str) -> String {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, name, after)) = next_field(rest) {
            filled.push_str(before);
            match self.values.get(name) {
                Some(value) => filled.push_str(value),
                None => {
                    filled.push_str(&rest[before.len()..rest.len() - after.len()]);
                    if !self.unknown.iter().any(|unknown| unknown == name) {
                        self.unknown.push(name.to_owned());
                    }
                }
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}

/// The text before the next field, its name, and the text after it.
fn next_field(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let start = from + text[from..].find("{{")?;
        let end = start + text[start..].find("}}")?;
        let name = text[start + 2..end].trim();
        if is_name(name) {
            return Some((&text[..start], name, &text[end + 2..]));
        }
        from = start + 1;
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
}

/// A value of several lines, such as an address, keeps them.
fn push_lines(text: &str, runs: &mut Vec<Run>) {
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            runs.push(Run::LineBreak);
        }
        if !line.is_empty() {
            runs.push(Run::Text(line.to_owned()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::parse;

    fn values(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn filled(markdown: &str, pairs: &[(&str, &str)]) -> (Vec<Block>, Vec<String>) {
        let document = Document { blocks: parse(markdown), ..Document::default() };
        let filled = fill(&document, &values(pairs));
        (filled.document.blocks, filled.unknown)
    }

    fn paragraph(text: &str) -> Vec<Block> {
        vec![Block::Paragraph(vec![Run::Text(text.to_owned())])]
    }

    #[test]
    fn values_take_the_place_of_fields() {
        let cases: &[(&str, &str)] = &[
            ("Dear {{client.first_name}},", "Dear Maggie,"),
            ("{{ client.first_name }}{{client.first_name}}", "MaggieMaggie"),
            ("{{{client.first_name}}}", "{Maggie}"),
            ("{{}} {{a b}} {{client.first_name", "{{}} {{a b}} {{client.first_name"),
        ];
        for (markdown, expected) in cases {
            let (blocks, unknown) = filled(markdown, &[("client.first_name", "Maggie")]);
            assert_eq!(blocks, paragraph(expected), "{markdown}");
            assert!(unknown.is_empty(), "{markdown}");
        }
    }

    #[test]
    fn a_value_is_never_read_as_markdown() {
        let (blocks, _) = filled("{{client.name}}", &[("client.name", "*Jo* {{today}} <b>")]);
        assert_eq!(blocks, paragraph("*Jo* {{today}} <b>"));
    }

    #[test]
    fn an_unknown_field_stays_visible_and_is_reported_once() {
        let (blocks, unknown) = filled("{{client.nmae}} and {{client.nmae}}", &[]);
        assert_eq!(blocks, paragraph("{{client.nmae}} and {{client.nmae}}"));
        assert_eq!(unknown, ["client.nmae"]);
    }

    #[test]
    fn fields_are_found_inside_lists_callouts_and_emphasis() {
        let markdown = "# {{a}}\n\n- **{{b}}**\n\n> [!NOTE]\n> [{{c}}](https://example.org)\n";
        let document = Document { title: "{{t}}".into(), blocks: parse(markdown), ..Document::default() };
        assert_eq!(fields(&document), ["t", "a", "b", "c"]);
    }

    #[test]
    fn an_address_keeps_its_lines() {
        let (blocks, _) =
            filled("{{practice.address}}", &[("practice.address", "214 Cook Street\nVictoria")]);
        let lines = vec![Run::Text("214 Cook Street".into()), Run::LineBreak, Run::Text("Victoria".into())];
        assert_eq!(blocks, [Block::Paragraph(lines)]);
    }
}
