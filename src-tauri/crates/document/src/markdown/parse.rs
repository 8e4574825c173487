//! Markdown to blocks.

use std::ops::Range;
use std::vec::IntoIter;

use pulldown_cmark::{BlockQuoteKind, Event, Options, Parser, Tag};

use super::paragraph::{self, Found};
use super::{directives, inline, references, remarks, tables, typed};
use crate::model::{Block, CalloutKind, Item, Run};

/// Containers inside containers deeper than this stay as typed: no sheet needs more, and hostile text
/// must not exhaust the stack.
const DEEPEST: usize = 12;

/// The line that asks for a new page.
pub(super) const PAGE_BREAK: &str = "\\newpage";

/// Reads Markdown. Every text is valid; what lies outside the subset becomes plain text as typed.
pub fn parse(text: &str) -> Vec<Block> {
    let mut blocks = read(text);
    super::print::keep_printable(&mut blocks);
    blocks
}

/// Reads Markdown without making sure that the result can be written down again.
pub(super) fn read(text: &str) -> Vec<Block> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let source = typed::keep_definitions(&references::part_sources(&text));
    let events = events(&source).into_iter();
    let mut reader = Reader { source: &source, events, depth: 0, may_tick: false, ticked: None };
    reader.blocks().into_iter().map(paragraph::as_source).collect()
}

/// The events of a text, with where each stands.
pub(super) fn events(source: &str) -> Vec<(Event<'_>, Range<usize>)> {
    parser(source).into_offset_iter().collect()
}

/// GitHub's extensions bring callouts. References are found by us, since they hold without their source.
pub(super) fn parser(source: &str) -> Parser<'_> {
    Parser::new_ext(source, Options::ENABLE_GFM | Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS)
}

/// Walks the events; each method consumes the end tag that belongs to it.
pub(super) struct Reader<'a> {
    pub(super) source: &'a str,
    pub(super) events: IntoIter<(Event<'a>, Range<usize>)>,
    depth: usize,
    /// Whether an item of a list without numbers begins here, which may have a box to tick.
    pub(super) may_tick: bool,
    /// The box of the item that is being read.
    pub(super) ticked: Option<bool>,
}

impl<'a> Reader<'a> {
    /// Reads blocks up to the end of the surrounding container.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        // A tight list item holds its text without a paragraph around it.
        let mut loose_text: Vec<Run> = Vec::new();
        let mut columns = false;
        while let Some((event, range)) = self.events.next() {
            let in_columns = std::mem::take(&mut columns);
            if in_columns && !matches!(event, Event::Start(Tag::List(_))) {
                push_columns_as_text(&mut blocks);
            }
            match event {
                Event::End(_) => break,
                Event::Start(tag) if !inline::is_inline(&tag) => {
                    push_paragraph(&mut blocks, &mut loose_text);
                    columns = self.block(tag, range, in_columns, &mut blocks);
                }
                Event::Rule => {
                    push_paragraph(&mut blocks, &mut loose_text);
                    blocks.push(Block::Rule);
                }
                other => inline::push_event(self, other, range, &mut loose_text, 0),
            }
        }
        if columns {
            push_columns_as_text(&mut blocks);
        }
        push_paragraph(&mut blocks, &mut loose_text);
        blocks
    }

    /// Reads one block. True when it asks for the next one to be set in columns.
    fn block(
        &mut self,
        tag: Tag<'a>,
        range: Range<usize>,
        in_columns: bool,
        blocks: &mut Vec<Block>,
    ) -> bool {
        match tag {
            Tag::Paragraph => match paragraph::read(self, range) {
                Found::Blocks(found) => blocks.extend(found),
                Found::Columns => return true,
            },
            Tag::Heading { level, .. } => {
                let runs = inline::without_breaks(inline::finish(inline::runs(self, 0)));
                if !runs.is_empty() {
                    blocks.push(Block::Heading { level: level as u8, runs });
                }
            }
            Tag::List(start) if self.depth < DEEPEST => {
                let list = self.list(start, in_columns);
                blocks.push(list);
            }
            Tag::BlockQuote(kind) if self.depth < DEEPEST => {
                self.depth += 1;
                let inside = self.blocks();
                self.depth -= 1;
                if !inside.is_empty() {
                    blocks.push(Block::Callout { kind: callout_kind(kind), blocks: inside });
                } else if kind.is_some() {
                    blocks.extend(typed::block(&self.source[range]));
                }
            }
            Tag::Table(alignments) => match tables::read(self, &alignments) {
                Some(table) => blocks.push(Block::Table(table)),
                None => blocks.extend(typed::block(&self.source[range])),
            },
            Tag::HtmlBlock => match remarks::read_block(&self.html()) {
                Some(says) => blocks.push(Block::Remark(says)),
                None => blocks.extend(typed::block(&self.source[range])),
            },
            _ => {
                self.skip();
                blocks.extend(typed::block(&self.source[range]));
            }
        }
        false
    }

    fn list(&mut self, start: Option<u64>, columns: bool) -> Block {
        let outer = (self.may_tick, self.ticked.take());
        let mut items = Vec::new();
        self.depth += 1;
        while let Some((event, _)) = self.events.next() {
            let Event::Start(Tag::Item) = event else { break };
            self.may_tick = start.is_none();
            let blocks = self.blocks();
            items.push(item(self.ticked.take(), blocks));
        }
        self.depth -= 1;
        (self.may_tick, self.ticked) = outer;
        Block::List { ordered: start.is_some(), start: start.unwrap_or(1), columns, items }
    }

    /// The lines of an HTML block.
    fn html(&mut self) -> String {
        let mut html = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Html(line) | Event::Text(line) => html.push_str(&line),
                _ => break,
            }
        }
        html
    }

    /// Leaves out everything up to the end tag of the block just begun.
    pub(super) fn skip(&mut self) {
        let mut open = 1_usize;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
            if open == 0 {
                return;
            }
        }
    }
}

/// A box belongs to words; without them it stays as typed.
fn item(ticked: Option<bool>, mut blocks: Vec<Block>) -> Item {
    match (ticked, blocks.first()) {
        (None, _) | (Some(_), Some(Block::Paragraph(_))) => Item { ticked, blocks },
        (Some(ticked), _) => {
            let typed = if ticked { "[x]" } else { "[ ]" };
            blocks.insert(0, Block::Paragraph(vec![Run::Text(typed.to_owned())]));
            Item { ticked: None, blocks }
        }
    }
}

fn push_columns_as_text(blocks: &mut Vec<Block>) {
    blocks.push(Block::Paragraph(vec![Run::Text(directives::COLUMNS.to_owned())]));
}

fn push_paragraph(blocks: &mut Vec<Block>, runs: &mut Vec<Run>) {
    let runs = inline::finish(std::mem::take(runs));
    if !runs.is_empty() {
        blocks.push(Block::Paragraph(runs));
    }
}

fn callout_kind(kind: Option<BlockQuoteKind>) -> CalloutKind {
    match kind {
        None => CalloutKind::Quote,
        Some(BlockQuoteKind::Note | BlockQuoteKind::Tip) => CalloutKind::Note,
        Some(BlockQuoteKind::Important) => CalloutKind::Important,
        Some(BlockQuoteKind::Warning | BlockQuoteKind::Caution) => CalloutKind::Warning,
    }
}
