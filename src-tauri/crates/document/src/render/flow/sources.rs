//! The list of references at the end of a sheet.

use super::super::numbers::{self, Numbers};
use super::super::row::{Item, Row};
use super::super::sheet::Style;
use super::super::structure::Role;
use super::Flow;
use crate::model::{Block, Run};

/// Room for the number before a source, in points of the design.
const INDENT: f32 = 18.0;

impl Flow<'_> {
    /// Lists the sources in the order of their numbers. They get a heading of their own unless the
    /// sheet ends with one.
    pub(in super::super) fn sources(&mut self, blocks: &[Block], numbers: &Numbers) {
        let sources = numbers.in_order(blocks);
        if sources.is_empty() {
            return;
        }
        let printed = |block: &&Block| !matches!(block, Block::Source { .. } | Block::Remark(_));
        if !matches!(blocks.iter().rev().find(printed), Some(Block::Heading { .. })) {
            let words = self.wording.references().to_owned();
            let style = Style { bold: true, ..Style::small(self.look) };
            let depth = self.outline.depth(2);
            self.heading_in(&[Run::Text(words)], depth, &style);
        }
        for (number, runs) in sources {
            self.source(number, runs, numbers.is_referred(number));
        }
    }

    fn source(&mut self, number: usize, runs: &[Run], referred: bool) {
        let look = self.look;
        let style = Style::small(look);
        let note = self.structure.add(self.parent, Role::Note);
        let label = self.structure.add(note, Role::Label);
        let text = self.structure.add(note, Role::Paragraph);
        let (x, width) = (self.x, self.width);
        let indent = look.pt(INDENT).min(self.room_to_indent());
        if let Some(mut line) = self.set_text(&format!("{number}."), &style, width).into_iter().next() {
            if referred {
                numbers::lead_back(&mut line, number);
            }
            let item = Item::Text { line, x, y: 0.0, node: label };
            self.marks.push(Row { items: vec![item], ..Row::default() });
        }
        self.x += indent;
        self.width -= indent;
        self.structure.place_source(number, text);
        self.text(runs, &style, look.pt(1.5), text);
        (self.x, self.width) = (x, width);
        self.below = look.pt(1.5);
    }
}
