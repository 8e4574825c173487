//! Embeds only the glyphs a sheet uses, and knows which characters each of them stands for.

use std::collections::BTreeMap;

use printpdf::{Codepoint, FontId, Op, ParsedFont, PdfFont, PdfFontHandle, Pt, TextItem};
use subsetter::GlyphRemapper;

use super::errors::RenderError;
use super::fonts::Face;
use super::shape::{Glyph, Line};

/// One face cut down to the glyphs in use.
#[derive(Default)]
pub(super) struct Subset {
    remapper: GlyphRemapper,
    /// The code of each glyph of the full font; 0 for those not in use.
    codes: Vec<u16>,
    /// What each code stands for.
    texts: Vec<String>,
    /// The width of each code, in thousandths of the size.
    widths: Vec<f32>,
    parsed: Option<ParsedFont>,
}

/// All faces in use.
#[derive(Default)]
pub(super) struct Subsets {
    faces: BTreeMap<Face, Subset>,
}

impl Subsets {
    /// Notes the glyphs of a line, and gives them the codes they have in the cut-down faces.
    pub(super) fn note(&mut self, line: &mut Line) {
        for run in &mut line.runs {
            let subset = self.faces.entry(run.face).or_default();
            for (text, glyphs) in run.clusters_mut() {
                subset.note(text, glyphs);
            }
        }
    }

    /// Cuts the faces down. After this, the widths are known.
    pub(super) fn cut(&mut self) -> Result<(), RenderError> {
        for (face, subset) in &mut self.faces {
            let bytes = subsetter::subset(face.bytes(), 0, &subset.remapper)
                .map_err(|_| RenderError::Broken("a bundled font could not be cut down"))?;
            let mut parsed = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new())
                .ok_or(RenderError::Broken("a font that was cut down could not be read"))?;
            parsed.font_name = Some(face.pdf_name().to_owned());
            let units = f32::from(parsed.pdf_font_metrics.units_per_em);
            let width = |code| f32::from(parsed.get_glyph_width(code).unwrap_or(0)) * 1000.0 / units;
            subset.widths = (0_u16..).take(subset.texts.len()).map(|code| width(code).trunc()).collect();
            subset.parsed = Some(parsed);
        }
        Ok(())
    }

    pub(super) fn font(&self, face: Face) -> Option<&Subset> {
        self.faces.get(&face)
    }

    /// Shows every glyph in use once. printpdf embeds the fonts of the glyphs that its pages show, each
    /// with what it stands for.
    pub(super) fn specimen(&self) -> Vec<Op> {
        let mut ops = vec![Op::StartTextSection];
        for (face, subset) in &self.faces {
            let glyphs = (0_u16..).zip(&subset.texts).skip(1);
            let glyphs = glyphs.map(|(code, text)| Codepoint::with_cid(code, 0.0, text.clone())).collect();
            ops.push(Op::SetFont { font: PdfFontHandle::External(font_id(*face)), size: Pt(1.0) });
            ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(glyphs)] });
        }
        ops.push(Op::EndTextSection);
        ops
    }

    /// The fonts as the PDF's resources.
    pub(super) fn into_fonts(self) -> impl Iterator<Item = (FontId, PdfFont)> {
        self.faces
            .into_iter()
            .filter_map(|(face, subset)| Some((font_id(face), PdfFont::new(subset.parsed?))))
    }
}

fn font_id(face: Face) -> FontId {
    FontId(face.resource().to_owned())
}

impl Subset {
    /// Gives each glyph the characters it first stood for: the whole cluster when it is one glyph, one
    /// character each when there are as many glyphs as characters.
    fn note(&mut self, text: &str, glyphs: &mut [Glyph]) {
        let count = glyphs.len();
        for (index, glyph) in glyphs.iter_mut().enumerate() {
            let slot = usize::from(glyph.id);
            if slot >= self.codes.len() {
                self.codes.resize(slot + 1, 0);
            }
            if self.codes[slot] == 0 {
                self.codes[slot] = self.remapper.remap(glyph.id);
                // The code 0 is the empty glyph of every font.
                self.texts.resize(usize::from(self.codes[slot]), String::new());
                self.texts.push(share(text, count, index));
            }
            glyph.id = self.codes[slot];
        }
    }

    /// Whether reading the glyphs one by one would give other characters than they stand for together.
    pub(super) fn needs_actual_text(&self, text: &str, glyphs: &[Glyph]) -> bool {
        let mut rest = text;
        for glyph in glyphs {
            match self.texts.get(usize::from(glyph.id)).and_then(|text| rest.strip_prefix(text.as_str())) {
                Some(after) => rest = after,
                None => return true,
            }
        }
        !rest.is_empty()
    }

    /// A code's width in thousandths of the size.
    pub(super) fn width(&self, code: u16) -> f32 {
        self.widths.get(usize::from(code)).copied().unwrap_or(0.0)
    }
}

/// The characters that the glyph at `index` stands for, of a cluster of `glyphs` glyphs.
fn share(text: &str, glyphs: usize, index: usize) -> String {
    if glyphs == text.chars().count() {
        text.chars().nth(index).map(String::from).unwrap_or_default()
    } else if index == 0 {
        text.to_owned()
    } else {
        // Something must stand here, and it is overruled by the cluster's own text.
        "\u{200B}".to_owned()
    }
}
