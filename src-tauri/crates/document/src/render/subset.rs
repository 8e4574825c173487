//! Embeds only the glyphs a sheet uses, and knows which characters each of them stands for.

use std::collections::BTreeMap;

use printpdf::{ParsedFont, PdfFont};
use subsetter::GlyphRemapper;

use super::errors::RenderError;
use super::fonts::Face;
use super::ops::font_id;
use super::shape::{Glyph, Line};

/// One face cut down to the glyphs in use.
pub(super) struct Subset {
    remapper: GlyphRemapper,
    /// What each code of the subset stands for.
    texts: BTreeMap<u16, String>,
    parsed: Option<ParsedFont>,
}

/// All faces in use.
#[derive(Default)]
pub(super) struct Subsets {
    faces: BTreeMap<Face, Subset>,
}

impl Subsets {
    /// Notes the glyphs of a line.
    pub(super) fn note(&mut self, line: &Line) {
        for run in &line.runs {
            let subset = self.faces.entry(run.face).or_insert_with(|| Subset {
                remapper: GlyphRemapper::new(),
                texts: BTreeMap::new(),
                parsed: None,
            });
            run.clusters().for_each(|(text, glyphs)| subset.note(text, glyphs));
        }
    }

    /// Cuts the faces down. After this, `font` has codes and widths.
    pub(super) fn cut(&mut self) -> Result<(), RenderError> {
        for (face, subset) in &mut self.faces {
            let bytes = subsetter::subset(face.bytes(), 0, &subset.remapper)
                .map_err(|_| RenderError::Broken("a bundled font could not be cut down"))?;
            let mut parsed = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new())
                .ok_or(RenderError::Broken("a font that was cut down could not be read"))?;
            parsed.font_name = Some(face.pdf_name().to_owned());
            subset.parsed = Some(parsed);
        }
        Ok(())
    }

    pub(super) fn font(&self, face: Face) -> Option<&Subset> {
        self.faces.get(&face)
    }

    /// The fonts as the PDF's resources.
    pub(super) fn into_fonts(self) -> impl Iterator<Item = (printpdf::FontId, PdfFont)> {
        self.faces
            .into_iter()
            .filter_map(|(face, subset)| Some((font_id(face), PdfFont::new(subset.parsed?))))
    }
}

impl Subset {
    /// Gives each glyph the characters it first stood for: the whole cluster when it is one glyph, one
    /// character each when there are as many glyphs as characters.
    fn note(&mut self, text: &str, glyphs: &[Glyph]) {
        for (index, glyph) in glyphs.iter().enumerate() {
            let code = self.remapper.remap(glyph.id);
            self.texts.entry(code).or_insert_with(|| share(text, glyphs.len(), index));
        }
    }

    /// Whether reading the glyphs one by one would give other characters than they stand for together.
    pub(super) fn needs_actual_text(&self, text: &str, glyphs: &[Glyph]) -> bool {
        let mut rest = text;
        for glyph in glyphs {
            match rest.strip_prefix(self.text(self.remapper.get(glyph.id).unwrap_or(0))) {
                Some(after) => rest = after,
                None => return true,
            }
        }
        !rest.is_empty()
    }

    /// A glyph's code in the subset, and its width in thousandths of the size.
    pub(super) fn code(&self, glyph: u16) -> (u16, f32) {
        let code = self.remapper.get(glyph).unwrap_or(0);
        let width = self.parsed.as_ref().map_or(0.0, |font| {
            let units = f32::from(font.pdf_font_metrics.units_per_em);
            (f32::from(font.get_glyph_width(code).unwrap_or(0)) * 1000.0 / units).trunc()
        });
        (code, width)
    }

    /// The characters a code stands for.
    pub(super) fn text(&self, code: u16) -> &str {
        self.texts.get(&code).map_or("", String::as_str)
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
