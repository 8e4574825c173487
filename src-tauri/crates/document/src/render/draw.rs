//! Draws the pages: boxes and rules first, then the text in reading order, then the footer.

use printpdf::{PdfDocument, PdfPage, Pt};

use super::annotations::{Annotation, Annotations};
use super::errors::RenderError;
use super::flow::{Bookmark, LaidOut};
use super::fonts::Typesetter;
use super::footer::Footer;
use super::pages::Page;
use super::painter::Painter;
use super::sheet::{Look, Sheet};
use super::structure::{NodeId, Structure};
use super::subset::Subsets;
use crate::Wording;

/// A drawn sheet that still lacks its tags and metadata.
pub(super) struct Drawn {
    pub(super) document: PdfDocument,
    /// The content of each page.
    pub(super) pages: Vec<Vec<u8>>,
    pub(super) structure: Structure,
    /// Per page: the node behind each piece of marked content.
    pub(super) contents: Vec<Vec<NodeId>>,
    pub(super) annotations: Vec<Annotation>,
    pub(super) bookmarks: Vec<Bookmark>,
    /// By node: the page on which it begins, and how far up that page.
    pub(super) places: Vec<Option<(usize, f32)>>,
    /// Per page: the pictures on it, by their numbers.
    pub(super) pictures: Vec<Vec<usize>>,
}

pub(super) fn draw(
    typesetter: &mut Typesetter,
    look: &Look,
    sheet: &Sheet<'_>,
    wording: Wording,
    laid_out: LaidOut,
    pages: &[Page],
) -> Result<Drawn, RenderError> {
    let LaidOut { mut rows, frames, mut structure, bookmarks } = laid_out;
    let mut footers: Vec<Footer> = (1..=pages.len())
        .map(|number| Footer::set(typesetter, look, sheet.footer, &wording.page(number, pages.len())))
        .collect::<Result<_, _>>()?;
    let mut subsets = Subsets::default();
    rows.iter_mut().flat_map(|row| row.lines_mut()).for_each(|line| subsets.note(line));
    footers.iter_mut().flat_map(Footer::lines_mut).for_each(|line| subsets.note(line));
    subsets.cut()?;

    let mut contents = Vec::with_capacity(pages.len());
    let mut drawn = Vec::with_capacity(pages.len());
    let mut pictures = Vec::with_capacity(pages.len());
    let mut places = Vec::new();
    let mut annotations = Annotations::default();
    for (number, (page, footer)) in pages.iter().zip(&footers).enumerate() {
        let mut painter = Painter::new(look, &subsets, &mut structure, &mut annotations, &mut places, number);
        painter.shapes(page, &rows, &frames);
        painter.rows(page, &rows);
        painter.footer(footer);
        contents.push(painter.nodes);
        pictures.push(painter.pictures);
        drawn.push(painter.canvas.into_bytes());
    }
    let document = assemble(look, subsets, pages.len());
    let annotations = annotations.into_vec();
    Ok(Drawn { document, pages: drawn, structure, contents, annotations, bookmarks, places, pictures })
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
