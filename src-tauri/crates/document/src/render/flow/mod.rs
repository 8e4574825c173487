//! Stacks blocks into rows: every line knows its place across, the room above it, the box around it,
//! and whether a page may end before it.

mod callouts;
mod figures;
mod lists;
mod sources;
mod tables;
mod writing;

use super::errors::RenderError;
use super::fonts::Typesetter;
use super::pictures::Pictures;
use super::row::{Art, Frame, Item, Row};
use super::setting;
use super::shape::Line;
use super::sheet::{Look, Style};
use super::structure::{NodeId, Outline, Role, Structure};
use crate::Wording;
use crate::model::{Block, Document, Run};

/// The rows of a whole sheet.
pub(super) struct LaidOut {
    pub(super) rows: Vec<Row>,
    pub(super) frames: Vec<Frame>,
    pub(super) structure: Structure,
    pub(super) bookmarks: Vec<Bookmark>,
}

/// A heading that the outline of the file leads to.
#[derive(Debug)]
pub(super) struct Bookmark {
    pub(super) node: NodeId,
    /// 1 to 6.
    pub(super) depth: u8,
    pub(super) title: String,
}

/// However deep lists and boxes nest, text keeps at least this share of the column.
const NARROWEST: f32 = 0.4;

/// Collects rows from top to bottom.
pub(super) struct Flow<'a> {
    pub(super) typesetter: &'a mut Typesetter,
    pub(super) look: &'a Look,
    pub(super) structure: Structure,
    outline: Outline,
    bookmarks: Vec<Bookmark>,
    wording: Wording,
    pub(super) pictures: &'a Pictures,
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
    /// The marks of list items that the next row begins.
    marks: Vec<Row>,
    failed: Option<RenderError>,
}

impl<'a> Flow<'a> {
    pub(super) fn new(
        typesetter: &'a mut Typesetter,
        look: &'a Look,
        document: &Document,
        pictures: &'a Pictures,
    ) -> Self {
        Flow {
            typesetter,
            look,
            structure: Structure::new(),
            outline: Outline::new(!document.title.trim().is_empty()),
            bookmarks: Vec::new(),
            wording: Wording::of(&document.language),
            pictures,
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
            marks: Vec::new(),
            failed: None,
        }
    }

    pub(super) fn finish(self) -> Result<LaidOut, RenderError> {
        let Flow { rows, frames, structure, bookmarks, .. } = self;
        self.failed.map_or(Ok(LaidOut { rows, frames, structure, bookmarks }), Err)
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for (index, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading { level, runs } => self.heading(*level, runs),
                Block::Paragraph(runs) => {
                    let leads_on = blocks.get(index + 1).is_some_and(is_led_to)
                        && crate::model::plain(runs).trim_end().ends_with([':', '：']);
                    self.paragraph(runs);
                    self.keep = leads_on;
                }
                Block::List { ordered, start, columns, items } => {
                    let numbers = ordered.then_some(*start);
                    if !columns || !self.list_in_columns(numbers, items) {
                        self.list(numbers, items);
                    }
                }
                Block::Callout { kind, blocks } => self.callout(*kind, blocks),
                Block::Table(table) => self.table(table),
                Block::Picture { name, shows } => self.picture(name, shows),
                Block::Lines { label, count } => self.writing_lines(label, *count),
                Block::Dots(dots) => self.dots(dots),
                Block::Qr { to, caption } => self.qr(to, caption),
                Block::Small(runs) => self.small(runs),
                Block::Rule => self.rule(),
                Block::PageBreak => self.page_break = true,
                // Sources are listed at the end, remarks nowhere.
                Block::Source { .. } | Block::Remark(_) => {}
            }
        }
    }

    fn heading(&mut self, level: u8, runs: &[Run]) {
        let depth = self.outline.depth(level);
        self.heading_in(runs, depth, &Style::heading(self.look, depth));
    }

    fn heading_in(&mut self, runs: &[Run], depth: u8, style: &Style) {
        let node = self.structure.add(self.parent, Role::Heading(depth));
        self.bookmarks.push(Bookmark { node, depth, title: crate::model::plain(runs) });
        let (above, below) = if depth <= 2 { (13.5, 3.0) } else { (10.0, 2.0) };
        self.text(runs, style, self.look.pt(above), node);
        // What a heading speaks of stands close below it.
        self.after(self.look.pt(below), true);
        self.close = true;
    }

    /// The title of the sheet, above all other headings.
    pub(super) fn title(&mut self, title: &str) {
        let node = self.structure.add(Structure::ROOT, Role::Heading(1));
        self.bookmarks.push(Bookmark { node, depth: 1, title: title.to_owned() });
        self.text(&[Run::Text(title.to_owned())], &Style::title(self.look), 0.0, node);
        self.after(self.look.pt(10.5), true);
    }

    fn paragraph(&mut self, runs: &[Run]) {
        let node = self.structure.add(self.parent, Role::Paragraph);
        let gap = self.look.pt(7.5);
        self.text(runs, &Style::body(self.look), gap, node);
        self.below = gap;
    }

    fn small(&mut self, runs: &[Run]) {
        let node = self.structure.add(self.parent, Role::Paragraph);
        let gap = self.look.pt(6.0);
        self.text(runs, &Style::small(self.look), gap, node);
        self.below = gap;
    }

    fn rule(&mut self) {
        let art = vec![Art::Rule { from: self.x, to: self.x + self.width, y: 0.0, thickness: 0.75 }];
        self.push(Row { art, ..Row::default() }, self.look.pt(9.0));
        self.below = self.look.pt(9.0);
    }

    /// Adds the lines of a text: none of its ends stands alone on a page (two lines at least stay
    /// together), headings stay whole.
    pub(super) fn text(&mut self, runs: &[Run], style: &Style, above: f32, node: NodeId) {
        let whole = style.bold;
        let lines = self.set(runs, style, self.width);
        let count = lines.len();
        for (index, line) in lines.into_iter().enumerate() {
            if index > 0 {
                self.below = 0.0;
                self.keep = whole || index < 2 || count - index < 2;
            }
            let row = Row::text(line, self.x, node);
            self.push(row, if index == 0 { above } else { 0.0 });
        }
    }

    /// The lines of a text; none when something in it cannot be printed, which fails the whole sheet.
    fn set(&mut self, runs: &[Run], style: &Style, width: f32) -> Vec<Line> {
        match setting::set(self.typesetter, runs, style, width) {
            Ok(lines) => lines,
            Err(error) => {
                self.fail(error);
                Vec::new()
            }
        }
    }

    fn set_text(&mut self, text: &str, style: &Style, width: f32) -> Vec<Line> {
        if text.is_empty() { Vec::new() } else { self.set(&[Run::Text(text.to_owned())], style, width) }
    }

    fn room_to_indent(&self) -> f32 {
        (self.width - self.look.column() * NARROWEST).max(0.0)
    }

    /// Adds a row below the last one, with at least this much room above it.
    pub(super) fn push(&mut self, mut row: Row, above: f32) {
        row.space = match (self.rows.is_empty(), self.close) {
            (true, _) => 0.0,
            (false, true) => self.below,
            (false, false) => above.max(self.below),
        };
        row.may_break = !self.keep;
        row.must_break = std::mem::take(&mut self.page_break) && !self.rows.is_empty();
        row.frame = self.frame;
        let marks = std::mem::take(&mut self.marks);
        if !marks.is_empty() {
            let mut marked: Vec<Item> = Vec::new();
            for mark in marks {
                marked.extend(mark.items);
                row.art.extend(mark.art);
            }
            marked.append(&mut row.items);
            row.items = marked;
        }
        self.rows.push(row);
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

/// Whether a paragraph that ends with a colon speaks of this block.
fn is_led_to(block: &Block) -> bool {
    matches!(block, Block::List { .. } | Block::Table(_) | Block::Dots(_))
}
