//! One line of set text: glyphs with their places and the characters they stand for.

use super::fonts::Face;

/// One glyph, placed.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    /// In the full font file.
    pub(super) id: u16,
    /// Points from the start of the line.
    pub(super) x: f32,
    /// Points above the baseline.
    pub(super) rise: f32,
}

/// The glyphs that together stand for some characters: a letter, a letter with its marks, a ligature.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
}

/// Clusters in one face and size.
#[derive(Debug, Clone)]
pub(super) struct GlyphRun {
    pub(super) face: Face,
    pub(super) size: f32,
    pub(super) clusters: Vec<Cluster>,
}

/// One line of a paragraph.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) height: f32,
    /// From the top of the line.
    pub(super) baseline: f32,
    /// Without the space that hangs at its end.
    pub(super) width: f32,
    pub(super) runs: Vec<GlyphRun>,
    /// From and to, for links.
    pub(super) underlines: Vec<(f32, f32)>,
}
