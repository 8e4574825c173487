//! Pictures, grids of dots and codes.

use std::rc::Rc;

use super::super::errors::RenderError;
use super::super::row::{Drawing, Figure, Item, Row};
use super::super::sheet::Style;
use super::super::structure::Role;
use super::Flow;
use crate::model::{Dots, Run};
use crate::squares::squares;

/// A grid is this wide where there is room, in points of the design.
const GRID: f32 = 102.0;

/// Grids are put below each other before they get narrower than this share of it.
const SMALLEST_GRID: f32 = 0.75;

/// Points from one dot to the next, as a share of the grid's width.
const DOT: f32 = 0.1;

/// The width of a code without its margin, in points of the design; 28 mm is easy for a telephone.
const CODE: f32 = 80.0;

/// The white margin around a code, in its own squares (ISO/IEC 18004).
const QUIET: f32 = 4.0;

/// Pictures are never enlarged beyond this many of their dots to an inch.
const LEAST_DPI: f32 = 150.0;

impl Flow<'_> {
    /// Grids side by side, each with its count and its caption.
    pub(super) fn dots(&mut self, all: &[Dots]) {
        let (look, gap) = (self.look, self.look.pt(21.0));
        let least = look.pt(GRID * SMALLEST_GRID);
        let fit = (((self.width + gap) / (least + gap)) as usize).max(1);
        let lines = all.len().div_ceil(fit).max(1);
        let across = all.len().div_ceil(lines).max(1);
        let column = (self.width - gap * (across - 1) as f32) / across as f32;
        for (index, group) in all.chunks(across).enumerate() {
            let mut strip = Row::default();
            for (place, dots) in group.iter().enumerate() {
                let x = self.x + place as f32 * (column + gap);
                let one = self.grid(dots, x, column);
                strip.take(one, 0.0);
            }
            self.push(strip, look.pt(if index == 0 { 9.0 } else { 13.5 }));
        }
        self.below = look.pt(9.0);
    }

    fn grid(&mut self, dots: &Dots, x: f32, column: f32) -> Row {
        let look = self.look;
        let width = look.pt(GRID).min(column);
        let height = f32::from(dots.total.div_ceil(10)) * width * DOT;
        let count = self.wording.count(dots.filled, dots.total);
        let node = self.structure.add(self.parent, Role::Figure);
        self.structure.describe(node, self.wording.dots(dots.filled, dots.total));
        let drawing = Drawing::Dots { filled: dots.filled, total: dots.total };
        let figure = Figure { node: Some(node), x, y: 0.0, width, height, drawing };
        let mut row = Row { items: vec![Item::Figure(figure)], height, ..Row::default() };
        let words = [(count.as_str(), Style::heading(look, 2)), (&dots.caption, Style::body(look))];
        let mut y = height + look.pt(6.0);
        for (text, style) in words {
            y = self.below_figure(&mut row, text, &style, (x, y, column));
        }
        row
    }

    /// Sets a text into a row from `y` on and gives back where it ends.
    fn below_figure(
        &mut self,
        row: &mut Row,
        text: &str,
        style: &Style,
        (x, mut y, width): (f32, f32, f32),
    ) -> f32 {
        let lines = self.set_text(text, style, width);
        if !lines.is_empty() {
            let node = self.structure.add(self.parent, Role::Paragraph);
            for line in lines {
                let height = line.height;
                row.items.push(Item::Text { line, x, y, node });
                y += height;
            }
            row.height = row.height.max(y);
        }
        y
    }

    /// A code with its caption and its address beside it.
    pub(super) fn qr(&mut self, to: &str, caption: &str) {
        let Some(rows) = squares(to) else {
            return self.fail(RenderError::Broken("an address is too long for a code"));
        };
        let look = self.look;
        let side = rows.len();
        let dark: Rc<[bool]> = rows.into_iter().flatten().collect();
        let width = look.pt(CODE).min(self.width * 0.4);
        let node = self.structure.add(self.parent, Role::Figure);
        self.structure.describe(node, self.wording.code(to));
        let drawing = Drawing::Qr { side, dark };
        let figure = Figure { node: Some(node), x: self.x, y: 0.0, width, height: width, drawing };
        let mut row = Row { items: vec![Item::Figure(figure)], height: width, ..Row::default() };
        // The margin of the code keeps words away from it.
        let quiet = width / side as f32 * QUIET;
        let (x, room) = (self.x + width + quiet.max(look.pt(12.0)), self.width - width);
        let room = room - quiet.max(look.pt(12.0));
        let y = self.below_figure(&mut row, caption, &Style::body(look), (x, 0.0, room));
        self.address(&mut row, to, (x, y, room));
        self.push(row, quiet.max(look.pt(7.5)));
        self.below = quiet.max(look.pt(7.5));
    }

    fn address(&mut self, row: &mut Row, to: &str, (x, mut y, width): (f32, f32, f32)) {
        let shown = to.strip_prefix("mailto:").or_else(|| to.strip_prefix("tel:")).unwrap_or(to);
        let link = Run::Link { to: to.to_owned(), runs: vec![Run::Text(shown.to_owned())] };
        let lines = self.set(&[link], &Style::small(self.look), width);
        let node = self.structure.add(self.parent, Role::Paragraph);
        for line in lines {
            let height = line.height;
            row.items.push(Item::Text { line, x, y, node });
            y += height;
        }
        row.height = row.height.max(y);
    }

    /// A picture as wide as the column, or smaller when it has too few dots for that.
    pub(super) fn picture(&mut self, name: &str, shows: &str) {
        // Missing pictures are reported before anything is set.
        let Some((number, (across, down))) = self.pictures.find(name) else { return };
        let look = self.look;
        let natural = (across * 72.0 / LEAST_DPI, down * 72.0 / LEAST_DPI);
        let highest = (look.bottom - look.top) * 0.8;
        let scale = (self.width / natural.0).min(highest / natural.1).min(1.0);
        let node = (!shows.trim().is_empty()).then(|| {
            let node = self.structure.add(self.parent, Role::Figure);
            self.structure.describe(node, shows.trim().to_owned());
            node
        });
        let (width, height) = (natural.0 * scale, natural.1 * scale);
        let figure = Figure { node, x: self.x, y: 0.0, width, height, drawing: Drawing::Picture(number) };
        let row = Row { items: vec![Item::Figure(figure)], height, ..Row::default() };
        self.push(row, look.pt(9.0));
        self.below = look.pt(9.0);
    }
}
