//! Boxes, rules, rings, dots and codes.

use super::pages::{FramePart, Page};
use super::painter::Painter;
use super::row::{Art, Drawing, Figure, Frame, Item, Row};
use super::top;
use crate::model::CalloutKind;

/// A dot's diameter and the strength of an empty one's ring, as shares of its square.
const DOT: f32 = 0.68;
const DOT_RING: f32 = 0.065;

impl Painter<'_> {
    /// Everything without a meaning of its own.
    pub(super) fn shapes(&mut self, page: &Page, rows: &[Row], frames: &[Frame]) {
        self.canvas.begin_artifact();
        for part in &page.frames {
            self.callout(&frames[part.frame], part);
        }
        for placed in &page.rows {
            let row = &rows[placed.row];
            row.art.iter().for_each(|art| self.art(art, placed.y));
            for item in &row.items {
                let Item::Text { line, x, y, .. } = item else { continue };
                for (from, to) in &line.underlines {
                    let y = placed.y + y + line.baseline + self.look.pt(1.8);
                    let to = to.min(line.width);
                    self.canvas.line((x + from, y), (x + to, y), self.look.pt(0.6));
                }
            }
        }
        self.canvas.end();
    }

    fn callout(&mut self, frame: &Frame, part: &FramePart) {
        let edges = [frame.x, part.top, frame.x + frame.width, part.bottom];
        let (radius, pt) = (self.look.pt(3.0), |points| self.look.pt(points));
        match frame.kind {
            CalloutKind::Quote => {
                let width = pt(2.25);
                self.canvas.bar(frame.x, part.top, width, part.bottom - part.top);
            }
            CalloutKind::Note => self.canvas.frame(edges, radius, pt(0.75)),
            CalloutKind::Important => self.canvas.frame(edges, radius, pt(1.25)),
            CalloutKind::Warning => self.canvas.frame(edges, radius, pt(1.9)),
        }
    }

    fn art(&mut self, art: &Art, top: f32) {
        match *art {
            Art::Rule { from, to, y, thickness } => {
                self.canvas.line((from, top + y), (to, top + y), thickness);
            }
            Art::Ring { middle: (x, y), radius } => {
                self.canvas.circle((x, top + y), radius, Some(self.look.pt(1.1)));
            }
            Art::Mark { x, y } => self.mark(x, top + y),
        }
    }

    /// The brand mark: three lines meeting at a point.
    fn mark(&mut self, left: f32, top: f32) {
        let unit = self.look.pt(top::MARK) / 20.0;
        let at = |x: f32, y: f32| (left + x * unit, top + y * unit);
        let strokes = [
            (at(2.0, 4.0), false),
            (at(6.5, 4.5), true),
            (at(8.8, 8.5), true),
            (at(10.0, 14.5), false),
            (at(11.2, 8.5), true),
            (at(13.5, 4.5), true),
            (at(18.0, 4.0), false),
        ];
        self.canvas.curve(&strokes, 1.6 * unit);
        self.canvas.circle(at(10.0, 17.2), 1.7 * unit, None);
    }

    /// A figure with its top at `top`.
    pub(super) fn drawing(&mut self, figure: &Figure, top: f32) {
        match &figure.drawing {
            Drawing::Dots { filled, total } => self.dots(figure, top, *filled, *total),
            Drawing::Qr { side, dark } => self.code(figure, top, *side, dark),
            Drawing::Picture(number) => {
                self.canvas.picture(*number, [figure.x, top, figure.width, figure.height]);
            }
            Drawing::Box { ticked } => self.tick_box(figure, top, *ticked),
        }
    }

    /// Filled dots are black and empty ones are rings, so that they differ in any print.
    fn dots(&mut self, figure: &Figure, top: f32, filled: u8, total: u8) {
        let square = figure.width / 10.0;
        let (radius, ring) = (square * DOT / 2.0, square * DOT_RING);
        for dot in 0..total {
            let (column, row) = (f32::from(dot % 10), f32::from(dot / 10));
            // The first dot stands on the left edge of the words below.
            let middle = (figure.x + radius + column * square, top + radius + row * square);
            if dot < filled {
                self.canvas.circle(middle, radius, None);
            } else {
                self.canvas.circle(middle, radius - ring / 2.0, Some(ring));
            }
        }
    }

    /// Dark squares side by side are one bar, without a hair of white between them.
    fn code(&mut self, figure: &Figure, top: f32, side: usize, dark: &[bool]) {
        let square = figure.width / side as f32;
        for (row, squares) in dark.chunks(side).enumerate() {
            let mut column = 0;
            for run in squares.chunk_by(|one, two| one == two) {
                if run[0] {
                    let x = figure.x + column as f32 * square;
                    let y = top + row as f32 * square;
                    self.canvas.bar(x, y, run.len() as f32 * square, square);
                }
                column += run.len();
            }
        }
    }

    fn tick_box(&mut self, figure: &Figure, top: f32, ticked: bool) {
        let (x, side) = (figure.x, figure.width);
        let edges = [x, top, x + side, top + side];
        self.canvas.frame(edges, side * 0.12, self.look.pt(1.1));
        if ticked {
            let at = |across: f32, down: f32| ((x + across * side, top + down * side), false);
            self.canvas.curve(&[at(0.22, 0.52), at(0.42, 0.74), at(0.8, 0.26)], self.look.pt(1.6));
        }
    }
}
