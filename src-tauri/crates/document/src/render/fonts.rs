//! The bundled faces. No font of the machine is ever read, so a sheet looks the same everywhere.

use std::cell::RefCell;
use std::sync::Arc;

use parley::fontique::{Blob, CharmapIndex, Collection, CollectionOptions, SourceCache};
use parley::{FontContext, LayoutContext};

use super::errors::RenderError;
use super::names;
use super::numbers::Numbers;
use super::sheet::Sheet;
use crate::model::{Block, Document, Run};

/// Latin, Greek, Cyrillic and Vietnamese first; what it lacks comes from the Han face.
pub(super) const FAMILIES: &str = "Inter, Noto Sans CJK SC";

/// One bundled font file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Face {
    Regular,
    Bold,
    Italic,
    BoldItalic,
    Han,
    HanBold,
}

impl Face {
    pub(super) const ALL: [Face; 6] =
        [Face::Regular, Face::Bold, Face::Italic, Face::BoldItalic, Face::Han, Face::HanBold];

    pub(super) fn bytes(self) -> &'static [u8] {
        match self {
            Face::Regular => include_bytes!("../../fonts/Inter-Regular.ttf"),
            Face::Bold => include_bytes!("../../fonts/Inter-Bold.ttf"),
            Face::Italic => include_bytes!("../../fonts/Inter-Italic.ttf"),
            Face::BoldItalic => include_bytes!("../../fonts/Inter-BoldItalic.ttf"),
            Face::Han => include_bytes!("../../fonts/NotoSansCJKsc-Regular.otf"),
            Face::HanBold => include_bytes!("../../fonts/NotoSansCJKsc-Bold.otf"),
        }
    }

    /// The name in the resources of a page.
    pub(super) fn resource(self) -> &'static str {
        match self {
            Face::Regular => "T0",
            Face::Bold => "T1",
            Face::Italic => "T2",
            Face::BoldItalic => "T3",
            Face::Han => "T4",
            Face::HanBold => "T5",
        }
    }

    /// The name inside the PDF. Its first six letters are the tag that marks a subset.
    pub(super) fn pdf_name(self) -> &'static str {
        match self {
            Face::Regular => "HEGUAA+Inter-Regular",
            Face::Bold => "HEGUAB+Inter-Bold",
            Face::Italic => "HEGUAC+Inter-Italic",
            Face::BoldItalic => "HEGUAD+Inter-BoldItalic",
            Face::Han => "HEGUAE+NotoSansCJKsc-Regular",
            Face::HanBold => "HEGUAF+NotoSansCJKsc-Bold",
        }
    }
}

/// Parsed fonts and the layout's scratch space, kept from sheet to sheet.
pub(super) struct Typesetter {
    pub(super) fonts: FontContext,
    pub(super) layouts: LayoutContext<()>,
    /// What the references of the sheet are numbered.
    pub(super) numbers: Numbers,
    faces: Vec<(u64, Face)>,
    charmaps: Vec<(CharmapIndex, Face)>,
}

impl Typesetter {
    fn new() -> Self {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut collection = Collection::new(options);
        let mut faces = Vec::new();
        let mut charmaps = Vec::new();
        for face in Face::ALL {
            let blob = Blob::new(Arc::new(face.bytes()));
            faces.push((blob.id(), face));
            for (_, fonts) in collection.register_fonts(blob, None) {
                charmaps.extend(fonts.iter().map(|font| (font.charmap_index(), face)));
            }
        }
        let fonts = FontContext { collection, source_cache: SourceCache::default() };
        Typesetter { fonts, layouts: LayoutContext::new(), numbers: Numbers::default(), faces, charmaps }
    }

    /// The bundled face behind a font that the layout chose.
    pub(super) fn face(&self, blob_id: u64) -> Option<Face> {
        self.faces.iter().find(|(id, _)| *id == blob_id).map(|(_, face)| *face)
    }

    /// Whether some bundled face prints the character.
    fn covers(&self, c: char) -> bool {
        // Some faces have an empty glyph for control characters; nobody could see it.
        names::is_invisible(c)
            || !c.is_control()
                && self.charmaps.iter().any(|(index, face)| {
                    let upright = matches!(face, Face::Regular | Face::Han);
                    upright
                        && index
                            .charmap(face.bytes())
                            .and_then(|charmap| charmap.map(c))
                            .is_some_and(|glyph| glyph != 0)
                })
    }

    /// Finds every character that cannot be printed before anything is laid out.
    pub(super) fn check(&self, document: &Document, sheet: &Sheet<'_>) -> Result<(), RenderError> {
        let mut seen = std::collections::BTreeSet::new();
        let mut missing = Vec::new();
        let mut look_at = |text: &str| {
            for c in text.chars().filter(|c| !c.is_ascii_graphic() && !matches!(c, ' ' | '\n' | '\t')) {
                if seen.insert(c) && !self.covers(c) {
                    missing.push(names::missing(c));
                }
            }
        };
        for text in [sheet.practice_name, sheet.practice_line, sheet.for_line.unwrap_or_default()] {
            look_at(text);
        }
        look_at(&document.title);
        each_block(&document.blocks, &mut look_at);
        look_at(sheet.footer);
        if missing.is_empty() { Ok(()) } else { Err(RenderError::NoGlyph(missing)) }
    }
}

fn each_block(blocks: &[Block], look_at: &mut impl FnMut(&str)) {
    for block in blocks {
        match block {
            Block::Heading { runs, .. } | Block::Paragraph(runs) | Block::Small(runs) => {
                each_run(runs, look_at);
            }
            Block::Source { runs, .. } => each_run(runs, look_at),
            Block::List { items, .. } => items.iter().for_each(|item| each_block(&item.blocks, look_at)),
            Block::Callout { blocks, .. } => each_block(blocks, look_at),
            Block::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.for_each(|cell| each_run(cell, look_at));
            }
            Block::Lines { label, .. } => look_at(label),
            Block::Dots(dots) => dots.iter().for_each(|dots| look_at(&dots.caption)),
            Block::Qr { to, caption } => [caption, to].into_iter().for_each(|text| look_at(text)),
            Block::Picture { .. } | Block::Rule | Block::PageBreak | Block::Remark(_) => {}
        }
    }
}

fn each_run(runs: &[Run], look_at: &mut impl FnMut(&str)) {
    for run in runs {
        match run {
            Run::Text(text) | Run::Key(text) => look_at(text),
            Run::Bold(inner) | Run::Italic(inner) => each_run(inner, look_at),
            Run::Link { to, runs } => {
                each_run(runs, look_at);
                look_at(to);
            }
            Run::Point { code, han } => {
                look_at(code);
                look_at(han);
            }
            Run::Reference(label) => look_at(label),
            Run::Remark(_) | Run::LineBreak => {}
        }
    }
}

thread_local! {
    static TYPESETTER: RefCell<Typesetter> = RefCell::new(Typesetter::new());
}

/// Lends this thread's typesetter; the fonts are parsed once per thread.
pub(super) fn with_typesetter<T>(work: impl FnOnce(&mut Typesetter) -> T) -> T {
    TYPESETTER.with_borrow_mut(work)
}
