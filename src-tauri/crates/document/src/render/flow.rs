//! Stacks blocks into rows: every line knows its place across, the room above it, the box around it,
//! and whether a page may end before it.

use super::errors::RenderError;
use super::fonts::Typesetter;
use super::setting;
use super::shape::Line;
use super::sheet::{Look, Style};
use super::structure::{NodeId, Outline, Role, Structure};
use crate::model::{Block, CalloutKind, Document, Run};

/// What a row shows.
#[derive(Debug)]
pub(super) enum Content {
    Line(Line),
    /// The practice's name at the left, its address at the right, a rule below.
    Letterhead {
        name: Vec<Line>,
        address: Vec<Line>,
        address_node: NodeId,
    },
    Rule,
    /// A list item without text of its own.
    Empty,
}

/// The mark before a list item.
#[derive(Debug)]
pub(super) struct Marker {
    pub(super) node: NodeId,
    /// Left edge of the text of the mark, in points from the page's left edge.
    pub(super) x: f32,
    pub(super) line: Line,
    /// Middle of the ring around a number, and its radius.
    pub(super) ring: Option<(f32, f32)>,
}

/// A strip across the page that is never cut.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) content: Content,
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) height: f32,
    /// Room above, dropped at the top of a page.
    pub(super) space: f32,
    /// Whether a page may end before this row.
    pub(super) may_break: bool,
    /// Whether a page must end before this row.
    pub(super) must_break: bool,
    /// The innermost box around it.
    pub(super) frame: Option<usize>,
    pub(super) node: NodeId,
    pub(super) markers: Vec<Marker>,
}

/// A callout's box or bar.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) parent: Option<usize>,
    pub(super) kind: CalloutKind,
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) above: f32,
    pub(super) below: f32,
}

/// The rows of a whole sheet.
pub(super) struct LaidOut {
    pub(super) rows: Vec<Row>,
    pub(super) frames: Vec<Frame>,
    pub(super) structure: Structure,
}

/// A box that would fit into this many rows is kept on one page.
const WHOLE_CALLOUT: usize = 14;

/// However deep lists and boxes nest, text keeps at least this share of the column.
const NARROWEST: f32 = 0.4;

/// Collects rows from top to bottom.
pub(super) struct Flow<'a> {
    pub(super) typesetter: &'a mut Typesetter,
    pub(super) look: &'a Look,
    pub(super) structure: Structure,
    pub(super) outline: Outline,
    rows: Vec<Row>,
    frames: Vec<Frame>,
    /// Left edge and width of the column.
    x: f32,
    width: f32,
    frame: Option<usize>,
    parent: NodeId,
    /// Room wanted below the last row.
    below: f32,
    /// The next row belongs to the one before.
    keep: bool,
    /// The next row keeps exactly the room below the last one.
    close: bool,
    page_break: bool,
    markers: Vec<Marker>,
    failed: Option<RenderError>,
}

impl<'a> Flow<'a> {
    pub(super) fn new(typesetter: &'a mut Typesetter, look: &'a Look, document: &Document) -> Self {
        Flow {
            typesetter,
            look,
            structure: Structure::new(),
            outline: Outline::new(!document.title.trim().is_empty()),
            rows: Vec::new(),
            frames: Vec::new(),
            x: look.side,
            width: look.column(),
            frame: None,
            parent: Structure::ROOT,
            below: 0.0,
            keep: false,
            close: false,
            page_break: false,
            markers: Vec::new(),
            failed: None,
        }
    }

    pub(super) fn finish(self) -> Result<LaidOut, RenderError> {
        match self.failed {
            Some(error) => Err(error),
            None => Ok(LaidOut { rows: self.rows, frames: self.frames, structure: self.structure }),
        }
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for (index, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading { level, runs } => self.heading(*level, runs),
                Block::Paragraph(runs) => {
                    let leads_to_list = matches!(blocks.get(index + 1), Some(Block::List { .. }))
                        && crate::model::plain(runs).trim_end().ends_with(':');
                    self.paragraph(runs);
                    self.keep = leads_to_list;
                }
                Block::List { ordered, start, items } => self.list(*ordered, *start, items),
                Block::Callout { kind, blocks } => self.callout(*kind, blocks),
                Block::Rule => {
                    self.push(Content::Rule, 0.0, self.look.pt(9.0), self.parent);
                    self.below = self.look.pt(9.0);
                }
                Block::PageBreak => self.page_break = true,
            }
        }
    }

    fn heading(&mut self, level: u8, runs: &[Run]) {
        let depth = self.outline.depth(level);
        let style = Style::heading(self.look, depth);
        let node = self.structure.add(self.parent, Role::Heading(depth));
        let (above, below) = if depth <= 2 { (13.5, 3.0) } else { (10.0, 2.0) };
        self.text(runs, &style, self.look.pt(above), node);
        // What a heading speaks of stands close below it.
        self.after(self.look.pt(below), true);
        self.close = true;
    }

    fn paragraph(&mut self, runs: &[Run]) {
        let node = self.structure.add(self.parent, Role::Paragraph);
        let gap = self.look.pt(7.5);
        self.text(runs, &Style::body(self.look), gap, node);
        self.below = gap;
    }

    /// Adds the lines of a text: none of its ends stands alone on a page (two lines at least stay
    /// together), headings stay whole.
    pub(super) fn text(&mut self, runs: &[Run], style: &Style, above: f32, node: NodeId) {
        let lines = match setting::set(self.typesetter, runs, style, self.width) {
            Ok(lines) => lines,
            Err(error) => return self.fail(error),
        };
        let whole = style.bold;
        let count = lines.len();
        for (index, line) in lines.into_iter().enumerate() {
            if index > 0 {
                self.below = 0.0;
                self.keep = whole || index < 2 || count - index < 2;
            }
            let height = line.height;
            self.push(Content::Line(line), height, if index == 0 { above } else { 0.0 }, node);
        }
    }

    fn list(&mut self, ordered: bool, start: u64, items: &[Vec<Block>]) {
        let list = self.structure.add(self.parent, Role::List { ordered });
        let tight = items.iter().all(|item| matches!(item.as_slice(), [] | [Block::Paragraph(_)]));
        let (x, width, parent) = (self.x, self.width, self.parent);
        let indent = self.look.pt(if ordered { 22.5 } else { 13.5 }).min(self.room_to_indent());
        for (index, item) in items.iter().enumerate() {
            let node = self.structure.add(list, Role::Item);
            let label = self.structure.add(node, Role::Label);
            let number = ordered.then(|| start.saturating_add(index as u64));
            let gap = self.look.pt(if tight && index > 0 { 1.5 } else { 4.5 });
            self.below = if index == 0 { self.below.min(gap) } else { gap };
            self.marker(number, label);
            self.x = x + indent;
            self.width = width - indent;
            if item.is_empty() {
                self.push(Content::Empty, Style::body(self.look).line, 0.0, node);
            } else {
                self.parent = self.structure.add(node, Role::ItemBody);
                // The gap between items is the list's, not the first paragraph's.
                self.first_of_item(item, gap);
            }
            (self.x, self.width, self.parent) = (x, width, parent);
        }
        self.below = self.look.pt(6.0);
    }

    fn first_of_item(&mut self, item: &[Block], gap: f32) {
        let first_row = self.rows.len();
        self.blocks(item);
        if let Some(row) = self.rows.get_mut(first_row) {
            let opens_frame = row.frame != self.frame;
            row.space = if first_row == 0 || opens_frame { row.space } else { row.space.min(gap) };
        }
    }

    fn marker(&mut self, number: Option<u64>, node: NodeId) {
        let body = Style::body(self.look);
        let (text, style) = match number {
            None => ("•".to_owned(), body),
            Some(number @ 0..=99) => {
                let digits = number.to_string();
                let style = Style::ring_number(self.look, digits.len());
                (digits, style)
            }
            Some(number) => (format!("{number}."), body),
        };
        let line = match setting::set_text(self.typesetter, &text, &style, self.width) {
            Ok(lines) => lines.into_iter().next().unwrap_or_default(),
            Err(error) => return self.fail(error),
        };
        let radius = self.look.pt(8.0);
        let ring = matches!(number, Some(0..=99)).then_some((self.x + radius, radius));
        let x = ring.map_or(self.x, |(middle, _)| middle - line.width / 2.0);
        self.markers.push(Marker { node, x, line, ring });
    }

    fn callout(&mut self, kind: CalloutKind, blocks: &[Block]) {
        let role = if kind == CalloutKind::Quote { Role::Quote } else { Role::Callout };
        let (outer, outer_parent) = ((self.x, self.width), self.parent);
        let (left, right, above, below) = match kind {
            CalloutKind::Quote => (12.75, 0.0, 0.0, 0.0),
            _ => (13.5, 13.5, 9.0, 10.5),
        };
        let room = self.room_to_indent();
        let left = self.look.pt(left).min(room);
        let right = self.look.pt(right).min((room - left).max(0.0));
        let frame = Frame {
            parent: self.frame,
            kind,
            x: self.x,
            width: self.width,
            above: self.look.pt(above),
            below: self.look.pt(below),
        };
        self.frames.push(frame);
        let outer_frame = self.frame.replace(self.frames.len() - 1);
        self.parent = self.structure.add(self.parent, role);
        self.x += left;
        self.width -= left + right;

        let first = self.rows.len();
        self.below = self.below.max(self.look.pt(10.5));
        self.blocks(blocks);
        self.close_up(first);

        (self.x, self.width) = outer;
        self.parent = outer_parent;
        self.frame = outer_frame;
        self.below = self.look.pt(10.5);
        self.keep = false;
    }

    /// Gives a box its room above whatever it begins with, and keeps a short one whole.
    fn close_up(&mut self, first: usize) {
        let gap = self.look.pt(10.5);
        let short = self.rows.len() - first <= WHOLE_CALLOUT;
        for (index, row) in self.rows.iter_mut().enumerate().skip(first) {
            if index == first {
                row.space = if index == 0 { 0.0 } else { gap };
            } else if short {
                row.may_break = false;
            }
        }
    }

    fn room_to_indent(&self) -> f32 {
        (self.width - self.look.column() * NARROWEST).max(0.0)
    }

    pub(super) fn push(&mut self, content: Content, height: f32, above: f32, node: NodeId) {
        let space = match (self.rows.is_empty(), self.close) {
            (true, _) => 0.0,
            (false, true) => self.below,
            (false, false) => above.max(self.below),
        };
        self.rows.push(Row {
            content,
            x: self.x,
            width: self.width,
            height,
            space,
            may_break: !self.keep,
            must_break: std::mem::take(&mut self.page_break) && !self.rows.is_empty(),
            frame: self.frame,
            node,
            markers: std::mem::take(&mut self.markers),
        });
        self.after(0.0, false);
        self.close = false;
    }

    /// Sets the room below the last row and whether it stays with what follows.
    pub(super) fn after(&mut self, below: f32, keep: bool) {
        self.below = below;
        self.keep = keep;
    }

    pub(super) fn fail(&mut self, error: RenderError) {
        self.failed.get_or_insert(error);
    }
}
