//! Draws the pages: boxes and rules first, then the text in reading order, then the footer.

use printpdf::{PdfDocument, PdfPage, Pt};

use super::annotations::{Annotation, Annotations};
use super::canvas::Canvas;
use super::errors::RenderError;
use super::flow::{Content, Frame, LaidOut, Marker, Row};
use super::fonts::Typesetter;
use super::pages::{FramePart, Page};
use super::setting;
use super::shape::{GlyphRun, Line};
use super::sheet::{Look, Sheet, Style};
use super::structure::{Kid, NodeId, Role, Structure};
use super::subset::Subsets;
use super::top;
use crate::model::CalloutKind;

/// A drawn sheet that still lacks its tags and metadata.
pub(super) struct Drawn {
    pub(super) document: PdfDocument,
    /// The content of each page.
    pub(super) pages: Vec<Vec<u8>>,
    pub(super) structure: Structure,
    /// Per page: the node behind each piece of marked content.
    pub(super) contents: Vec<Vec<NodeId>>,
    pub(super) annotations: Vec<Annotation>,
}

pub(super) fn draw(
    typesetter: &mut Typesetter,
    look: &Look,
    sheet: &Sheet<'_>,
    laid_out: LaidOut,
    pages: &[Page],
) -> Result<Drawn, RenderError> {
    let LaidOut { mut rows, frames, mut structure } = laid_out;
    let mut footers: Vec<Footer> = (1..=pages.len())
        .map(|number| Footer::set(typesetter, look, sheet, number, pages.len()))
        .collect::<Result<_, _>>()?;
    let mut subsets = Subsets::default();
    rows.iter_mut().for_each(|row| each_line(row, &mut |line| subsets.note(line)));
    for footer in &mut footers {
        footer.left.iter_mut().chain(&mut footer.right).for_each(|line| subsets.note(line));
    }
    subsets.cut()?;

    let mut contents = Vec::with_capacity(pages.len());
    let mut drawn = Vec::with_capacity(pages.len());
    let mut annotations = Annotations::default();
    for (number, (page, footer)) in pages.iter().zip(&footers).enumerate() {
        let canvas = Canvas::new(look.page_height);
        let mut painter =
            Painter { canvas, look, subsets: &subsets, nodes: Vec::new(), annotations: &mut annotations };
        painter.shapes(page, &rows, &frames);
        painter.rows(page, &rows, &mut structure, number);
        painter.footer(footer, &mut structure, number);
        contents.push(painter.nodes);
        drawn.push(painter.canvas.into_bytes());
    }
    let document = assemble(look, subsets, pages.len());
    Ok(Drawn { document, pages: drawn, structure, contents, annotations: annotations.into_vec() })
}

/// Pages and fonts as printpdf knows them. The first page shows a specimen of the fonts until it gets its
/// content.
fn assemble(look: &Look, subsets: Subsets, pages: usize) -> PdfDocument {
    let page = |ops| PdfPage::new(Pt(look.page_width).into(), Pt(look.page_height).into(), ops);
    let first = std::iter::once(page(subsets.specimen()));
    let mut document = PdfDocument::new("");
    document.resources.fonts.map.extend(subsets.into_fonts());
    document.with_pages(first.chain((1..pages).map(|_| page(Vec::new()))).collect());
    document
}

fn each_line(row: &mut Row, note: &mut impl FnMut(&mut Line)) {
    match &mut row.content {
        Content::Line(line) => note(line),
        Content::Letterhead { name, address, .. } => name.iter_mut().chain(address).for_each(&mut *note),
        Content::Rule | Content::Empty => {}
    }
    row.markers.iter_mut().for_each(|marker| note(&mut marker.line));
}

/// The foot of one page.
struct Footer {
    left: Vec<Line>,
    right: Option<Line>,
}

impl Footer {
    fn set(
        typesetter: &mut Typesetter,
        look: &Look,
        sheet: &Sheet<'_>,
        number: usize,
        pages: usize,
    ) -> Result<Self, RenderError> {
        let style = Style::footer(look);
        let count =
            sheet.page_of.replace("{pages}", &pages.to_string()).replace("{page}", &number.to_string());
        let right = setting::set_text(typesetter, &count, &style, look.column())?.into_iter().next();
        let used = right.as_ref().map_or(0.0, |line| line.width + look.pt(12.0));
        let left = setting::set_text(typesetter, sheet.footer, &style, look.column() - used)?;
        Ok(Footer { left, right })
    }
}

struct Painter<'a> {
    canvas: Canvas,
    look: &'a Look,
    subsets: &'a Subsets,
    /// The node behind each piece of marked content on this page.
    nodes: Vec<NodeId>,
    annotations: &'a mut Annotations,
}

impl Painter<'_> {
    /// Everything without words.
    fn shapes(&mut self, page: &Page, rows: &[Row], frames: &[Frame]) {
        self.canvas.begin_artifact();
        for part in &page.frames {
            self.callout(&frames[part.frame], part);
        }
        for placed in &page.rows {
            let row = &rows[placed.row];
            match &row.content {
                Content::Letterhead { .. } => self.letterhead(placed.y, row.height),
                Content::Rule => {
                    self.canvas.line((row.x, placed.y), (row.x + row.width, placed.y), 0.75);
                }
                Content::Line(line) => {
                    for (from, to) in &line.underlines {
                        let y = placed.y + line.baseline + self.look.pt(1.8);
                        let to = to.min(line.width);
                        self.canvas.line((row.x + from, y), (row.x + to, y), self.look.pt(0.6));
                    }
                }
                Content::Empty => {}
            }
            for (middle, radius) in row.markers.iter().filter_map(|marker| marker.ring) {
                let y = placed.y + Style::body(self.look).line / 2.0 + self.look.pt(0.2);
                self.canvas.circle((middle, y), radius, Some(self.look.pt(1.1)));
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

    /// The brand mark (three lines meeting at a point) and the rule under the letterhead.
    fn letterhead(&mut self, top: f32, height: f32) {
        let look = self.look;
        let unit = look.pt(top::MARK) / 20.0;
        let at = |x: f32, y: f32| (look.side + x * unit, top + y * unit);
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
        let y = top + height;
        self.canvas.line((look.side, y), (look.page_width - look.side, y), 0.75);
    }

    fn rows(&mut self, page: &Page, rows: &[Row], structure: &mut Structure, number: usize) {
        let mut open: Option<NodeId> = None;
        for placed in &page.rows {
            let row = &rows[placed.row];
            for marker in &row.markers {
                self.close(&mut open);
                self.marker(marker, placed.y, structure, number);
            }
            match &row.content {
                Content::Line(line) => {
                    self.line(line, (row.x, placed.y), row.node, &mut open, structure, number);
                }
                Content::Letterhead { name, address, address_node } => {
                    let nodes = (row.node, *address_node);
                    self.letterhead_text((name, address), nodes, placed.y, structure, number);
                }
                Content::Rule | Content::Empty => {}
            }
        }
        self.close(&mut open);
    }

    /// A line of a paragraph, with the links in it.
    fn line(
        &mut self,
        line: &Line,
        (x, top): (f32, f32),
        paragraph: NodeId,
        open: &mut Option<NodeId>,
        structure: &mut Structure,
        number: usize,
    ) {
        for run in &line.runs {
            let node = match &run.link {
                Some(link) => self.annotations.node(link, paragraph, structure),
                None => paragraph,
            };
            if *open != Some(node) {
                self.close(open);
                self.open(node, structure, number);
                *open = Some(node);
            }
            if let Some(link) = &run.link {
                let (from, to) = run.extent;
                let bottom = self.look.page_height - top - line.height;
                let area = [x + from, bottom, x + to.min(line.width), bottom + line.height];
                self.annotations.cover(link, node, number, area, structure);
            }
            self.run(run, x, top + line.baseline);
        }
    }

    fn text(&mut self, line: &Line, x: f32, y: f32) {
        line.runs.iter().for_each(|run| self.run(run, x, y));
    }

    fn run(&mut self, run: &GlyphRun, x: f32, y: f32) {
        if let Some(font) = self.subsets.font(run.face) {
            self.canvas.run(font, run, x, y);
        }
    }

    fn marker(&mut self, marker: &Marker, top: f32, structure: &mut Structure, number: usize) {
        self.open(marker.node, structure, number);
        let middle = Style::body(self.look).baseline() - marker.line.baseline;
        // A number in a ring stands in the ring's middle, a bullet on the text's baseline.
        let shift = if marker.ring.is_some() { self.look.pt(0.2) } else { middle };
        self.text(&marker.line, marker.x, top + marker.line.baseline + shift);
        self.canvas.end();
    }

    fn letterhead_text(
        &mut self,
        (name, address): (&[Line], &[Line]),
        nodes: (NodeId, NodeId),
        top: f32,
        structure: &mut Structure,
        number: usize,
    ) {
        let look = self.look;
        let first = top + (look.pt(top::MARK) - Style::letterhead(look, true).line).max(0.0) / 2.0;
        let right = look.page_width - look.side;
        for (lines, node, at_right) in [(name, nodes.0, false), (address, nodes.1, true)] {
            if lines.is_empty() {
                continue;
            }
            self.open(node, structure, number);
            let mut y = first;
            for line in lines {
                let x = if at_right { right - line.width } else { look.side + look.pt(27.0) };
                self.text(line, x, y + line.baseline);
                y += line.height;
            }
            self.canvas.end();
        }
    }

    /// What the sheet is and its page number. The first page's text belongs to the sheet and is read
    /// once, at the very end; its repetitions are passed over.
    fn footer(&mut self, footer: &Footer, structure: &mut Structure, number: usize) {
        let look = self.look;
        let right = look.page_width - look.side;
        let top = look.footer_rule + look.pt(6.0);
        self.canvas.begin_footer();
        self.canvas.line((look.side, look.footer_rule), (right, look.footer_rule), 0.5);
        if let Some(line) = &footer.right {
            self.text(line, right - line.width, top + line.baseline);
        }
        if number == 0 && !footer.left.is_empty() {
            self.canvas.end();
            let node = structure.add(Structure::ROOT, Role::Paragraph);
            self.open(node, structure, number);
        }
        let mut y = top;
        for line in &footer.left {
            self.text(line, look.side, y + line.baseline);
            y += line.height;
        }
        self.canvas.end();
    }

    fn open(&mut self, node: NodeId, structure: &mut Structure, page: usize) {
        let mcid = self.nodes.len();
        self.nodes.push(node);
        let element = &mut structure.nodes[node];
        element.kids.push(Kid::Content { page, mcid });
        self.canvas.begin_content(element.role.tag(), mcid);
    }

    fn close(&mut self, open: &mut Option<NodeId>) {
        if open.take().is_some() {
            self.canvas.end();
        }
    }
}
