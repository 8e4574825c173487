//! A [`Document`] to the bytes of a tagged PDF.
//!
//! The text is set line by line ([`setting`]), the lines are stacked into rows ([`flow`]), the rows are
//! cut into pages ([`pages`]), the pages are drawn ([`draw`]) and the tags, language and metadata that
//! make the file readable aloud (PDF/UA-1) are added last ([`tags`], [`finish`]).

mod annotations;
mod canvas;
mod compress;
mod content;
mod draw;
mod errors;
mod finish;
mod flow;
mod fonts;
mod footer;
mod jpeg;
mod links;
mod names;
mod numbers;
mod pages;
mod painter;
pub(crate) mod pictures;
mod places;
mod row;
mod setting;
mod shape;
mod shapes;
mod sheet;
mod structure;
mod styled;
mod subset;
mod tags;
mod top;
mod xmp;

pub use errors::{MissingGlyph, RenderError};
pub use sheet::{Logo, Paper, Sheet};

use crate::Wording;
use crate::model::Document;
use sheet::Look;

/// A finished sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file, byte for byte.
    pub bytes: Vec<u8>,
    /// How many pages it has, at least one.
    pub pages: usize,
}

/// More pages than this is a mistake, not a handout.
const MOST_PAGES: usize = 500;

/// Draws a sheet.
///
/// # Errors
/// [`RenderError::NoGlyph`] names every character that no bundled font can print;
/// [`RenderError::NoPicture`] and [`RenderError::BadPicture`] name pictures that are missing or broken;
/// [`RenderError::TooLong`] when the text would fill more than 500 pages.
pub fn render(document: &Document, sheet: &Sheet<'_>) -> Result<Pdf, RenderError> {
    let look = Look::new(sheet);
    let pictures = pictures::Pictures::of(document, sheet)?;
    fonts::with_typesetter(|typesetter| {
        typesetter.check(document, sheet)?;
        let numbers = numbers::Numbers::of(&document.blocks);
        typesetter.numbers = numbers.clone();
        let mut flow = flow::Flow::new(typesetter, &look, document, &pictures);
        top::letterhead(&mut flow, sheet);
        top::title(&mut flow, document, sheet);
        flow.blocks(&document.blocks);
        flow.sources(&document.blocks, &numbers);
        let laid_out = flow.finish()?;
        let pages = pages::cut(&laid_out.rows, &laid_out.frames, &look);
        if pages.len() > MOST_PAGES {
            return Err(RenderError::TooLong { pages: pages.len(), most: MOST_PAGES });
        }
        let wording = Wording::of(&document.language);
        let drawn = draw::draw(typesetter, &look, sheet, wording, laid_out, &pages)?;
        finish::finish(document, sheet, &look, pictures, drawn)
    })
}

#[cfg(test)]
mod tests;
