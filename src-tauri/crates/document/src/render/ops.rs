//! Drawing, one page at a time: shapes and glyphs as printpdf operations.

use printpdf::{
    Codepoint, DictItem, FontId, Line as PdfLine, LinePoint, Op, PaintMode, PdfFontHandle, Point, Polygon,
    PolygonRing, Pt, TextItem, TextMatrix, WindingOrder,
};

use super::fonts::Face;
use super::subset::Subsets;

/// Control points of a quarter circle lie this share of the radius from its ends.
const QUARTER: f32 = 0.5523;

/// The operations of one page; `y` is measured from the top.
pub(super) struct Canvas {
    pub(super) ops: Vec<Op>,
    page_height: f32,
}

impl Canvas {
    pub(super) fn new(page_height: f32) -> Self {
        Canvas { ops: Vec::new(), page_height }
    }

    /// Begins content that a screen reader passes over.
    pub(super) fn begin_artifact(&mut self) {
        self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
    }

    /// Begins the footer, which repeats on every page and is passed over too.
    pub(super) fn begin_footer(&mut self) {
        let properties = dict(vec![
            ("Type", DictItem::Name(b"Pagination".to_vec())),
            ("Subtype", DictItem::Name(b"Footer".to_vec())),
        ]);
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: "Artifact".to_owned(), properties });
    }

    /// Begins content that belongs to a structure element.
    pub(super) fn begin_content(&mut self, tag: &str, mcid: usize) {
        let mcid = i64::try_from(mcid).unwrap_or(i64::MAX);
        let properties = dict(vec![("MCID", DictItem::Int(mcid))]);
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
    }

    pub(super) fn end(&mut self) {
        self.ops.push(Op::EndMarkedContent);
    }

    /// A straight line, `thickness` points wide.
    pub(super) fn line(&mut self, from: (f32, f32), to: (f32, f32), thickness: f32) {
        self.thickness(thickness);
        let points = vec![self.point(from, false), self.point(to, false)];
        self.ops.push(Op::DrawLine { line: PdfLine { points, is_closed: false } });
    }

    /// A filled rectangle.
    pub(super) fn bar(&mut self, left: f32, top: f32, width: f32, height: f32) {
        let (right, bottom) = (left + width, top + height);
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        let points = corners.map(|corner| self.point(corner, false)).to_vec();
        self.polygon(points, PaintMode::Fill);
    }

    /// A rectangle with round corners, drawn as a line of `thickness` inside the given edges.
    pub(super) fn frame(&mut self, edges: [f32; 4], radius: f32, thickness: f32) {
        let inset = thickness / 2.0;
        let [left, top, right, bottom] =
            [edges[0] + inset, edges[1] + inset, edges[2] - inset, edges[3] - inset];
        let r = radius.min((right - left) / 2.0).min((bottom - top) / 2.0).max(0.0);
        let k = r * (1.0 - QUARTER);
        self.thickness(thickness);
        let path = [
            ((left + r, top), false),
            ((right - r, top), false),
            ((right - k, top), true),
            ((right, top + k), true),
            ((right, top + r), false),
            ((right, bottom - r), false),
            ((right, bottom - k), true),
            ((right - k, bottom), true),
            ((right - r, bottom), false),
            ((left + r, bottom), false),
            ((left + k, bottom), true),
            ((left, bottom - k), true),
            ((left, bottom - r), false),
            ((left, top + r), false),
            ((left, top + k), true),
            ((left + k, top), true),
            ((left + r, top), false),
        ];
        let points = path.iter().map(|(at, bezier)| self.point(*at, *bezier)).collect();
        self.polygon(points, PaintMode::Stroke);
    }

    /// A ring of `thickness`, or a disc when it is none.
    pub(super) fn circle(&mut self, middle: (f32, f32), radius: f32, thickness: Option<f32>) {
        let (x, y) = middle;
        let k = radius * QUARTER;
        let path = [
            ((x + radius, y), false),
            ((x + radius, y + k), true),
            ((x + k, y + radius), true),
            ((x, y + radius), false),
            ((x - k, y + radius), true),
            ((x - radius, y + k), true),
            ((x - radius, y), false),
            ((x - radius, y - k), true),
            ((x - k, y - radius), true),
            ((x, y - radius), false),
            ((x + k, y - radius), true),
            ((x + radius, y - k), true),
            ((x + radius, y), false),
        ];
        let points = path.iter().map(|(at, bezier)| self.point(*at, *bezier)).collect();
        if let Some(thickness) = thickness {
            self.thickness(thickness);
            self.polygon(points, PaintMode::Stroke);
        } else {
            self.polygon(points, PaintMode::Fill);
        }
    }

    /// A curve through cubic control points.
    pub(super) fn curve(&mut self, path: &[((f32, f32), bool)], thickness: f32) {
        self.thickness(thickness);
        let points = path.iter().map(|(at, bezier)| self.point(*at, *bezier)).collect();
        self.ops.push(Op::DrawLine { line: PdfLine { points, is_closed: false } });
    }

    /// One line of text with its start at `x` and its baseline at `y`.
    pub(super) fn text(&mut self, subsets: &Subsets, line: &super::shape::Line, x: f32, y: f32) {
        for run in &line.runs {
            let Some(font) = subsets.font(run.face) else { continue };
            self.ops.push(Op::StartTextSection);
            let handle = PdfFontHandle::External(font_id(run.face));
            self.ops.push(Op::SetFont { font: handle, size: Pt(run.size) });
            let mut pen = Pen { x: f32::NAN, rise: 0.0 };
            let mut codes: Vec<Codepoint> = Vec::new();
            for (text, glyphs) in run.clusters() {
                let stands_for = font.needs_actual_text(text, glyphs).then_some(text);
                if let Some(text) = stands_for {
                    self.show(&mut codes);
                    self.ops.push(actual_text(text));
                }
                for (index, glyph) in glyphs.iter().enumerate() {
                    let place = x + glyph.x;
                    let gap = (place - pen.x) / run.size * 1000.0;
                    let new_line = pen.x.is_nan() || glyph.rise != pen.rise || gap.abs() > 20_000.0;
                    if new_line || stands_for.is_some() && index == 0 {
                        self.show(&mut codes);
                        self.move_to(place, y - glyph.rise);
                        pen = Pen { x: place, rise: glyph.rise };
                    } else if gap.abs() >= 0.5 {
                        // Kerning: how far the pen moves back, in thousandths of the size.
                        let back = -gap.round();
                        if let Some(last) = codes.last_mut() {
                            last.offset += back;
                            pen.x -= back / 1000.0 * run.size;
                        } else {
                            self.move_to(place, y - glyph.rise);
                            pen.x = place;
                        }
                    }
                    let (code, advance) = font.code(glyph.id);
                    codes.push(Codepoint::with_cid(code, 0.0, font.text(code).to_owned()));
                    pen.x += advance / 1000.0 * run.size;
                }
                if stands_for.is_some() {
                    self.show(&mut codes);
                    self.end();
                    pen.x = f32::NAN;
                }
            }
            self.show(&mut codes);
            self.ops.push(Op::EndTextSection);
        }
    }

    fn show(&mut self, codes: &mut Vec<Codepoint>) {
        if !codes.is_empty() {
            self.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(std::mem::take(codes))] });
        }
    }

    fn move_to(&mut self, x: f32, y: f32) {
        let place = TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, rounded(x), rounded(self.page_height - y)]);
        self.ops.push(Op::SetTextMatrix { matrix: place });
    }

    fn thickness(&mut self, points: f32) {
        self.ops.push(Op::SetOutlineThickness { pt: Pt(rounded(points)) });
    }

    fn polygon(&mut self, points: Vec<LinePoint>, mode: PaintMode) {
        let rings = vec![PolygonRing { points }];
        self.ops
            .push(Op::DrawPolygon { polygon: Polygon { rings, mode, winding_order: WindingOrder::NonZero } });
    }

    fn point(&self, (x, y): (f32, f32), bezier: bool) -> LinePoint {
        LinePoint { p: Point { x: Pt(rounded(x)), y: Pt(rounded(self.page_height - y)) }, bezier }
    }
}

struct Pen {
    x: f32,
    rise: f32,
}

/// The name of a face in the page's resources.
pub(super) fn font_id(face: Face) -> FontId {
    FontId(format!("T{}", face as usize))
}

/// Hundredths of a point are finer than any printer.
fn rounded(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

/// Begins a span that tells a reader which characters its glyphs stand for, where the glyphs alone
/// would say something else.
fn actual_text(text: &str) -> Op {
    let mut data = vec![0xFE, 0xFF];
    data.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    let properties = dict(vec![("ActualText", DictItem::String { data, literal: false })]);
    Op::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties }
}

fn dict(entries: Vec<(&str, DictItem)>) -> DictItem {
    DictItem::Dict { map: entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect() }
}
