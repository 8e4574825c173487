//! Lists, with bullets, numbers in rings or boxes to tick, in one column or two.

use super::super::row::{Art, Drawing, Figure, Item, Row};
use super::super::sheet::Style;
use super::super::structure::{NodeId, Role};
use super::Flow;
use crate::model::{self, Block};

/// The mark of an item.
#[derive(Clone, Copy)]
enum Mark {
    Bullet,
    Number(u64),
    Box(bool),
}

/// Columns narrower than this many letters' heights are hard to read.
const NARROWEST: f32 = 13.5;

/// A list in columns is one strip, so it must not be higher than this share of the page.
const HIGHEST: f32 = 0.5;

impl Flow<'_> {
    /// `numbers` is the first number of a list with numbers.
    pub(super) fn list(&mut self, numbers: Option<u64>, items: &[model::Item]) {
        let list = self.structure.add(self.parent, Role::List { ordered: numbers.is_some() });
        let tight = is_tight(items);
        for (index, item) in items.iter().enumerate() {
            let gap = self.look.pt(if tight && index > 0 { 1.5 } else { 4.5 });
            self.below = if index == 0 { self.below.min(gap) } else { gap };
            self.item(list, numbers.map(|first| first.saturating_add(index as u64)), item, gap);
        }
        self.below = self.look.pt(6.0);
    }

    fn item(&mut self, list: NodeId, number: Option<u64>, item: &model::Item, gap: f32) {
        let (x, width, parent) = (self.x, self.width, self.parent);
        let mark = match (item.ticked, number) {
            (Some(ticked), _) => Mark::Box(ticked),
            (None, Some(number)) => Mark::Number(number),
            (None, None) => Mark::Bullet,
        };
        let node = self.structure.add(list, Role::Item);
        let label = self.structure.add(node, Role::Label);
        let indent = match mark {
            Mark::Bullet => 13.5,
            Mark::Number(_) | Mark::Box(_) => 22.5,
        };
        let indent = self.look.pt(indent).min(self.room_to_indent());
        self.mark(mark, label);
        self.x = x + indent;
        self.width = width - indent;
        if item.blocks.is_empty() {
            self.push(Row { height: Style::body(self.look).line, ..Row::default() }, 0.0);
        } else {
            self.parent = self.structure.add(node, Role::ItemBody);
            // The gap between items is the list's, not the first paragraph's.
            self.first_of_item(&item.blocks, gap);
        }
        (self.x, self.width, self.parent) = (x, width, parent);
    }

    fn first_of_item(&mut self, item: &[Block], gap: f32) {
        let first_row = self.rows.len();
        self.blocks(item);
        if let Some(row) = self.rows.get_mut(first_row) {
            let opens_frame = row.frame != self.frame;
            row.space = if first_row == 0 || opens_frame { row.space } else { row.space.min(gap) };
        }
    }

    /// Puts a mark before the next row.
    fn mark(&mut self, mark: Mark, node: NodeId) {
        let (look, body) = (self.look, Style::body(self.look));
        let (text, style) = match mark {
            Mark::Bullet => ("•".to_owned(), body),
            Mark::Number(number @ 0..=99) => {
                let digits = number.to_string();
                let style = Style::ring_number(look, digits.len());
                (digits, style)
            }
            Mark::Number(number) => (format!("{number}."), body),
            Mark::Box(ticked) => {
                self.structure.say(node, if ticked { "☑" } else { "☐" });
                let side = look.pt(11.5);
                let y = (body.line - side) / 2.0 + look.pt(0.2);
                let drawing = Drawing::Box { ticked };
                let (x, width, height) = (self.x + look.pt(1.0), side, side);
                let figure = Figure { node: Some(node), x, y, width, height, drawing };
                self.marks.push(Row { items: vec![Item::Figure(figure)], ..Row::default() });
                return;
            }
        };
        let Some(line) = self.set_text(&text, &style, self.width).into_iter().next() else { return };
        let mut row = Row::default();
        let radius = look.pt(8.0);
        // A number in a ring stands in the ring's middle, a bullet on the text's baseline.
        let (x, y) = if matches!(mark, Mark::Number(0..=99)) {
            let middle = (self.x + radius, body.line / 2.0 + look.pt(0.2));
            row.art.push(Art::Ring { middle, radius });
            (middle.0 - line.width / 2.0, look.pt(0.2))
        } else {
            (self.x, body.baseline() - line.baseline)
        };
        row.items.push(Item::Text { line, x, y, node });
        self.marks.push(row);
    }

    /// Sets a list in two columns of about the same height, as one strip. False, and nothing set, when
    /// the paper is too narrow for the text or the list too long.
    pub(super) fn list_in_columns(&mut self, numbers: Option<u64>, items: &[model::Item]) -> bool {
        let gap = self.look.pt(20.0);
        let column = (self.width - gap) / 2.0;
        let wide_enough = column >= Style::body(self.look).size * NARROWEST;
        let plain = items.iter().all(|item| matches!(item.blocks.as_slice(), [] | [Block::Paragraph(_)]));
        if items.len() < 2 || !wide_enough || !plain || !self.marks.is_empty() {
            return false;
        }
        let heights = self.heights(numbers, items, column);
        let total: f32 = heights.iter().sum();
        let half = split(&heights);
        let highest = heights[..half].iter().sum::<f32>().max(total - heights[..half].iter().sum::<f32>());
        if highest > (self.look.bottom - self.look.top) * HIGHEST {
            return false;
        }
        let list = self.structure.add(self.parent, Role::List { ordered: numbers.is_some() });
        let (x, width, keep, below, close) = (self.x, self.width, self.keep, self.below, self.close);
        let break_before = std::mem::take(&mut self.page_break);
        let first = self.rows.len();
        let between = self.look.pt(1.5);
        let mut strip = Row::default();
        self.width = column;
        for (part, from) in [(0..half, x), (half..items.len(), x + column + gap)] {
            self.x = from;
            for index in part {
                self.below = between;
                self.item(
                    list,
                    numbers.map(|number| number.saturating_add(index as u64)),
                    &items[index],
                    between,
                );
            }
            let mut y = 0.0;
            for (index, row) in self.rows.drain(first..).enumerate() {
                y += if index == 0 { 0.0 } else { row.space };
                let height = row.height;
                strip.take(row, y);
                y += height;
            }
        }
        (self.x, self.width, self.keep, self.close) = (x, width, keep, close);
        (self.below, self.page_break) = (below.min(self.look.pt(4.5)), break_before);
        self.push(strip, 0.0);
        self.below = self.look.pt(6.0);
        true
    }

    /// How high each item is in a column.
    fn heights(&mut self, numbers: Option<u64>, items: &[model::Item], column: f32) -> Vec<f32> {
        let indent = self.look.pt(if numbers.is_some() { 22.5 } else { 13.5 });
        let style = Style::body(self.look);
        let mut height = |item: &model::Item| match item.blocks.as_slice() {
            [Block::Paragraph(runs)] => self.set(runs, &style, column - indent).len() as f32 * style.line,
            _ => style.line,
        };
        items.iter().map(&mut height).collect()
    }
}

/// How many items go into the first column, so that the higher of the two is as low as can be.
fn split(heights: &[f32]) -> usize {
    let total: f32 = heights.iter().sum();
    let mut above = 0.0;
    let mut best = (f32::MAX, 1);
    for (index, height) in heights.iter().enumerate() {
        above += height;
        let highest = above.max(total - above);
        if highest < best.0 - 0.01 {
            best = (highest, index + 1);
        }
    }
    best.1
}

fn is_tight(items: &[model::Item]) -> bool {
    items.iter().all(|item| matches!(item.blocks.as_slice(), [] | [Block::Paragraph(_)]))
}
