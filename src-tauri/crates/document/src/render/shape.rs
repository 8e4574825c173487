//! One line of set text: glyphs with their places and the characters they stand for.

use std::ops::Range;
use std::rc::Rc;

use super::fonts::Face;
use super::links::Link;

/// One glyph, placed.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    /// In the full font file while text is set, in the cut-down font once a sheet is drawn.
    pub(super) id: u16,
    /// Points from the start of the line.
    pub(super) x: f32,
    /// Points above the baseline.
    pub(super) rise: f32,
}

/// Glyphs that together stand for some characters: a letter, a letter with its marks, a ligature.
/// Both are ranges within the run.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    text: Range<usize>,
    glyphs: Range<usize>,
}

/// Clusters in one face and size, and in the same link.
#[derive(Debug, Clone)]
pub(super) struct GlyphRun {
    pub(super) face: Face,
    pub(super) size: f32,
    pub(super) link: Option<Rc<Link>>,
    /// Copied and read as one word, however far apart its letters stand.
    pub(super) word: bool,
    /// From and to, in points from the start of the line.
    pub(super) extent: (f32, f32),
    /// What the run's clusters stand for, one after the other.
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
    clusters: Vec<Cluster>,
}

impl GlyphRun {
    pub(super) fn new(face: Face, size: f32, start: f32) -> Self {
        let extent = (start, start);
        GlyphRun {
            face,
            size,
            link: None,
            word: false,
            extent,
            text: String::new(),
            glyphs: Vec::new(),
            clusters: Vec::new(),
        }
    }

    /// Whether nothing is in it yet.
    pub(super) fn is_empty(&self) -> bool {
        self.clusters.is_empty()
    }

    /// Makes a cluster of the glyphs and the text added since the last one.
    pub(super) fn close_cluster(&mut self) {
        let (text, glyphs) = self.clusters.last().map_or((0, 0), |last| (last.text.end, last.glyphs.end));
        self.clusters.push(Cluster { text: text..self.text.len(), glyphs: glyphs..self.glyphs.len() });
    }

    /// Adds the text since the last cluster to it: a ligature stands for several letters.
    pub(super) fn extend_cluster(&mut self) {
        if let Some(last) = self.clusters.last_mut() {
            last.text.end = self.text.len();
        }
    }

    /// Each cluster's characters and glyphs.
    pub(super) fn clusters(&self) -> impl Iterator<Item = (&str, &[Glyph])> {
        self.clusters
            .iter()
            .map(|cluster| (&self.text[cluster.text.clone()], &self.glyphs[cluster.glyphs.clone()]))
    }

    /// Each cluster's characters, and its glyphs to be changed.
    pub(super) fn clusters_mut(&mut self) -> impl Iterator<Item = (&str, &mut [Glyph])> {
        let (text, mut rest) = (self.text.as_str(), self.glyphs.as_mut_slice());
        self.clusters.iter().map(move |cluster| {
            let (glyphs, after) = std::mem::take(&mut rest).split_at_mut(cluster.glyphs.len());
            rest = after;
            (&text[cluster.text.clone()], glyphs)
        })
    }
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
