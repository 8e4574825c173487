//! Drawing, one page at a time: shapes and glyphs; `y` is measured from the top.

use super::content::Content;
use super::fonts::Face;
use super::shape::GlyphRun;
use super::subset::Subset;

/// Control points of a quarter circle lie this share of the radius from its ends.
const QUARTER: f32 = 0.5523;

/// One page.
pub(super) struct Canvas {
    content: Content,
    page_height: f32,
    /// Stays chosen from one text to the next.
    font: Option<(Face, f32)>,
}

/// How the inside of a path is painted.
#[derive(Clone, Copy)]
enum Paint {
    Stroke,
    CloseAndStroke,
    Fill,
}

/// The pen after the last glyph.
struct Pen {
    x: f32,
    rise: f32,
}

impl Canvas {
    pub(super) fn new(page_height: f32) -> Self {
        Canvas { content: Content::default(), page_height, font: None }
    }

    /// The content stream.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.content.into_bytes()
    }

    /// Begins content that a screen reader passes over.
    pub(super) fn begin_artifact(&mut self) {
        self.content.line("/Artifact BMC");
    }

    /// Begins the head of a table printed again at the top of a page.
    pub(super) fn begin_repeated_head(&mut self) {
        self.content.line("/Artifact <</Type /Pagination /Subtype /Header>> BDC");
    }

    /// Begins the footer, which repeats on every page and is passed over too.
    pub(super) fn begin_footer(&mut self) {
        self.content.line("/Artifact <</Type /Pagination /Subtype /Footer>> BDC");
    }

    /// Begins content that belongs to a structure element.
    pub(super) fn begin_content(&mut self, tag: &str, mcid: usize) {
        self.content.begin_numbered(tag, mcid);
    }

    pub(super) fn end(&mut self) {
        self.content.line("EMC");
    }

    /// A straight line, `thickness` points wide.
    pub(super) fn line(&mut self, from: (f32, f32), to: (f32, f32), thickness: f32) {
        self.thickness(thickness);
        self.path(&[(from, false), (to, false)], Paint::Stroke);
    }

    /// A filled rectangle.
    pub(super) fn bar(&mut self, left: f32, top: f32, width: f32, height: f32) {
        let (right, bottom) = (left + width, top + height);
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        self.path(&corners.map(|corner| (corner, false)), Paint::Fill);
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
        self.path(&path, Paint::CloseAndStroke);
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
        if let Some(thickness) = thickness {
            self.thickness(thickness);
            self.path(&path, Paint::CloseAndStroke);
        } else {
            self.path(&path, Paint::Fill);
        }
    }

    /// A picture of the page's resources, by its number; left, top, width and height.
    pub(super) fn picture(&mut self, number: usize, [left, top, width, height]: [f32; 4]) {
        self.content.line("q");
        let matrix = [width, 0.0, 0.0, height, left, self.page_height - top - height];
        self.content.operator(&matrix, "cm");
        self.content.line(&format!("/P{number} Do"));
        self.content.line("Q");
    }

    /// A curve through cubic control points.
    pub(super) fn curve(&mut self, path: &[((f32, f32), bool)], thickness: f32) {
        self.thickness(thickness);
        self.path(path, Paint::Stroke);
    }

    /// The glyphs of a run; `x` is the start of its line and `y` the baseline.
    pub(super) fn run(&mut self, font: &Subset, run: &GlyphRun, x: f32, y: f32) {
        self.content.line("BT");
        if self.font != Some((run.face, run.size)) {
            self.content.font(run.face.resource(), run.size);
            self.font = Some((run.face, run.size));
        }
        let mut pen = Pen { x: f32::NAN, rise: 0.0 };
        if run.word {
            self.content.begin_meaning(&run.text);
        }
        for (text, glyphs) in run.clusters() {
            let spelled_out = !run.word && font.needs_actual_text(text, glyphs);
            if spelled_out {
                self.content.end_show();
                self.content.begin_meaning(text);
                pen.x = f32::NAN;
            }
            for glyph in glyphs {
                let place = x + glyph.x;
                let gap = (place - pen.x) / run.size * 1000.0;
                if pen.x.is_nan() || glyph.rise != pen.rise || gap.abs() > 20_000.0 {
                    self.content.end_show();
                    self.content
                        .operator(&[1.0, 0.0, 0.0, 1.0, place, self.page_height - y + glyph.rise], "Tm");
                    pen = Pen { x: place, rise: glyph.rise };
                } else if gap.abs() >= 0.5 {
                    // Kerning: how far the pen moves back, in thousandths of the size.
                    let back = -gap.round();
                    self.content.kern(back);
                    pen.x -= back / 1000.0 * run.size;
                }
                self.content.glyph(glyph.id);
                pen.x += font.width(glyph.id) / 1000.0 * run.size;
            }
            if spelled_out {
                self.content.end_show();
                self.end();
                pen.x = f32::NAN;
            }
        }
        self.content.end_show();
        if run.word {
            self.end();
        }
        self.content.line("ET");
    }

    fn thickness(&mut self, points: f32) {
        self.content.operator(&[points], "w");
    }

    /// Points that are marked are the two control points of a curve to the point after them.
    fn path(&mut self, path: &[((f32, f32), bool)], paint: Paint) {
        let at = |(x, y): (f32, f32)| [x, self.page_height - y];
        let mut rest = path;
        let mut begun = false;
        while let Some(((point, control), after)) = rest.split_first() {
            match after {
                [(second, _), (end, _), after @ ..] if *control => {
                    let numbers = [at(*point), at(*second), at(*end)];
                    self.content.operator(numbers.as_flattened(), "c");
                    rest = after;
                }
                _ => {
                    self.content.operator(&at(*point), if begun { "l" } else { "m" });
                    rest = after;
                }
            }
            begun = true;
        }
        self.content.line(match paint {
            Paint::Stroke => "S",
            Paint::CloseAndStroke => "s",
            Paint::Fill => "f",
        });
    }
}
