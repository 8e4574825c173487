//! Ruled lines to write on.

use super::super::row::{Art, Item, Row};
use super::super::sheet::Style;
use super::super::structure::Role;
use super::Flow;

/// From one line to the next, in points of the design: room for handwriting.
const LINE: f32 = 27.0;

/// A label that leaves less than this share of the line stands alone above the lines.
const LEAST_ROOM: f32 = 0.3;

impl Flow<'_> {
    /// A label and `count` lines; the first begins right after the label.
    pub(super) fn writing_lines(&mut self, label: &str, count: u8) {
        let look = self.look;
        let style = Style::body(look);
        let (height, end) = (look.pt(LINE), self.x + self.width);
        let mut lines = self.set_text(label, &style, self.width);
        let node = self.structure.add(self.parent, Role::Paragraph);
        // The label stands on the line that is written on.
        let text_top = height - style.line;
        let rule = |from: f32| Art::Rule {
            from,
            to: end,
            y: text_top + style.baseline() + look.pt(1.8),
            thickness: 0.75,
        };
        let beside = lines.pop_if(|last| last.width + look.pt(6.0) <= self.width * (1.0 - LEAST_ROOM));
        for (index, line) in lines.into_iter().enumerate() {
            let row = Row::text(line, self.x, node);
            self.push(row, if index == 0 { look.pt(7.5) } else { 0.0 });
            self.keep = true;
        }
        for index in 0..count {
            let mut row = Row { height, ..Row::default() };
            let label = if index == 0 { beside.as_ref() } else { None };
            let from = label.map_or(self.x, |line| self.x + line.width + look.pt(6.0));
            row.art.push(rule(from));
            if let Some(line) = label {
                let line = line.clone();
                row.items.push(Item::Text { line, x: self.x, y: text_top, node });
            }
            self.push(row, 0.0);
            self.keep = index == 0;
        }
        self.keep = false;
        self.below = look.pt(6.0);
    }
}
