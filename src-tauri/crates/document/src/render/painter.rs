//! Draws what stands in the rows of one page, and notes what belongs to which structure element.

use super::annotations::Annotations;
use super::canvas::Canvas;
use super::pages::{Page, Placed};
use super::row::{Drawing, Figure, Item, Row};
use super::shape::{GlyphRun, Line};
use super::sheet::Look;
use super::structure::{NodeId, Role, Structure};
use super::subset::Subsets;

/// One page being drawn.
pub(super) struct Painter<'a> {
    pub(super) canvas: Canvas,
    pub(super) look: &'a Look,
    pub(super) structure: &'a mut Structure,
    pub(super) page: usize,
    /// The node behind each piece of marked content on this page.
    pub(super) nodes: Vec<NodeId>,
    /// The pictures on this page, by their numbers.
    pub(super) pictures: Vec<usize>,
    subsets: &'a Subsets,
    annotations: &'a mut Annotations,
    places: &'a mut Vec<Option<(usize, f32)>>,
    /// The node whose content is being drawn.
    current: Option<NodeId>,
}

impl<'a> Painter<'a> {
    pub(super) fn new(
        look: &'a Look,
        subsets: &'a Subsets,
        structure: &'a mut Structure,
        annotations: &'a mut Annotations,
        places: &'a mut Vec<Option<(usize, f32)>>,
        page: usize,
    ) -> Self {
        let canvas = Canvas::new(look.page_height);
        let (nodes, pictures) = (Vec::new(), Vec::new());
        Painter {
            canvas,
            look,
            structure,
            page,
            nodes,
            pictures,
            subsets,
            annotations,
            places,
            current: None,
        }
    }

    /// Everything with a meaning, in reading order.
    pub(super) fn rows(&mut self, page: &Page, rows: &[Row]) {
        let mut rest = page.rows.as_slice();
        while let Some(first) = rest.first() {
            if first.again {
                self.repeated(&rows[first.row], first.y);
                rest = &rest[1..];
                continue;
            }
            let cells = rows[first.row].cells;
            let same = |placed: &&Placed| cells.is_some() && rows[placed.row].cells == cells && !placed.again;
            let count = rest.iter().take_while(same).count().max(1);
            let (group, after) = rest.split_at(count);
            let mut items: Vec<(&Item, f32)> = Vec::new();
            for placed in group {
                items.extend(rows[placed.row].items.iter().map(|item| (item, placed.y)));
            }
            if cells.is_some() {
                // Cells are read one after the other, each from its first line to its last.
                items.sort_by_key(|(item, _)| item.node());
            }
            items.into_iter().for_each(|(item, top)| self.item(item, top));
            rest = after;
        }
        self.close();
    }

    /// The head of a table on a page after its first: seen, but not read again.
    fn repeated(&mut self, row: &Row, top: f32) {
        self.close();
        self.canvas.begin_repeated_head();
        for item in &row.items {
            if let Item::Text { line, x, y, .. } = item {
                self.text(line, *x, top + y + line.baseline);
            }
        }
        self.canvas.end();
    }

    fn item(&mut self, item: &Item, top: f32) {
        match item {
            Item::Text { line, x, y, node } => self.line(line, (*x, top + y), *node),
            Item::Figure(figure) => self.figure(figure, top + figure.y),
        }
    }

    /// A line of a paragraph, with the links in it.
    fn line(&mut self, line: &Line, (x, top): (f32, f32), paragraph: NodeId) {
        for run in &line.runs {
            let node = match &run.link {
                Some(link) => self.annotations.node(link, paragraph, self.structure),
                None => self.structure.words_of(paragraph),
            };
            if self.current != Some(node) {
                self.close();
                self.open(node, top);
                self.current = Some(node);
            }
            if let Some(link) = &run.link {
                let (from, to) = run.extent;
                let bottom = self.look.page_height - top - line.height;
                let area = [x + from, bottom, x + to.min(line.width), bottom + line.height];
                self.annotations.cover(link, node, self.page, area, self.structure);
            }
            self.run(run, x, top + line.baseline);
        }
    }

    fn figure(&mut self, figure: &Figure, top: f32) {
        self.close();
        match figure.node {
            Some(node) => {
                let bottom = self.look.page_height - top - figure.height;
                if self.structure.nodes[node].role == Role::Figure {
                    let area = [figure.x, bottom, figure.x + figure.width, bottom + figure.height];
                    self.structure.nodes[node].area = Some(area);
                }
                self.open(node, top);
            }
            None => self.canvas.begin_artifact(),
        }
        if let Drawing::Picture(number) = figure.drawing
            && !self.pictures.contains(&number)
        {
            self.pictures.push(number);
        }
        self.drawing(figure, top);
        self.canvas.end();
    }

    pub(super) fn text(&mut self, line: &Line, x: f32, y: f32) {
        line.runs.iter().for_each(|run| self.run(run, x, y));
    }

    fn run(&mut self, run: &GlyphRun, x: f32, y: f32) {
        if let Some(font) = self.subsets.font(run.face) {
            self.canvas.run(font, run, x, y);
        }
    }

    /// Begins content of a node, `top` points below the top of the page.
    pub(super) fn open(&mut self, node: NodeId, top: f32) {
        let mcid = self.nodes.len();
        self.nodes.push(node);
        if node >= self.places.len() {
            self.places.resize(node + 1, None);
        }
        self.places[node].get_or_insert((self.page, self.look.page_height - top));
        let tag = self.structure.add_content(node, self.page, mcid);
        self.canvas.begin_content(tag, mcid);
    }

    fn close(&mut self) {
        if self.current.take().is_some() {
            self.canvas.end();
        }
    }
}
