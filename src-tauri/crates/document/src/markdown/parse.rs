//! Markdown to blocks.

use std::ops::Range;
use std::vec::IntoIter;

use pulldown_cmark::{BlockQuoteKind, Event, Options, Parser, Tag};

use super::inline;
use super::typed;
use crate::model::{Block, CalloutKind, Run};

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
    let source = typed::keep_definitions(&text);
    let mut reader = Reader { source: &source, events: events(&source).into_iter(), depth: 0 };
    reader.blocks()
}

/// The events of a text, with where each stands.
pub(super) fn events(source: &str) -> Vec<(Event<'_>, Range<usize>)> {
    parser(source).into_offset_iter().collect()
}

/// GitHub's extensions bring callouts. Tables are recognised only to keep them line by line as typed.
pub(super) fn parser(source: &str) -> Parser<'_> {
    Parser::new_ext(source, Options::ENABLE_GFM | Options::ENABLE_TABLES)
}

/// Walks the events; each method consumes the end tag that belongs to it.
pub(super) struct Reader<'a> {
    pub(super) source: &'a str,
    pub(super) events: IntoIter<(Event<'a>, Range<usize>)>,
    depth: usize,
}

impl<'a> Reader<'a> {
    /// Reads blocks up to the end of the surrounding container.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        // A tight list item holds its text without a paragraph around it.
        let mut loose_text: Vec<Run> = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) if !inline::is_inline(&tag) => {
                    push_paragraph(&mut blocks, &mut loose_text);
                    self.block(tag, range, &mut blocks);
                }
                Event::Rule => {
                    push_paragraph(&mut blocks, &mut loose_text);
                    blocks.push(Block::Rule);
                }
                Event::Html(_) => {
                    push_paragraph(&mut blocks, &mut loose_text);
                    blocks.extend(typed::block(&self.source[range]));
                }
                other => inline::push_event(self, other, range, &mut loose_text, 0),
            }
        }
        push_paragraph(&mut blocks, &mut loose_text);
        blocks
    }

    fn block(&mut self, tag: Tag<'a>, range: Range<usize>, blocks: &mut Vec<Block>) {
        match tag {
            Tag::Paragraph if self.source[range.clone()].trim() == PAGE_BREAK => {
                self.skip();
                blocks.push(Block::PageBreak);
            }
            Tag::Paragraph => {
                let mut runs = inline::runs(self, 0);
                push_paragraph(blocks, &mut runs);
            }
            Tag::Heading { level, .. } => {
                let runs = inline::without_breaks(inline::finish(inline::runs(self, 0)));
                if !runs.is_empty() {
                    blocks.push(Block::Heading { level: level as u8, runs });
                }
            }
            Tag::List(start) if self.depth < DEEPEST => blocks.push(self.list(start)),
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
            _ => {
                self.skip();
                blocks.extend(typed::block(&self.source[range]));
            }
        }
    }

    fn list(&mut self, start: Option<u64>) -> Block {
        let mut items = Vec::new();
        self.depth += 1;
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.blocks()),
                _ => break,
            }
        }
        self.depth -= 1;
        Block::List { ordered: start.is_some(), start: start.unwrap_or(1), items }
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
