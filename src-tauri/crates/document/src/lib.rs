//! What goes home with a client: text in, a printed sheet out.
//!
//! A sheet is written as Markdown, read into a [`Document`] (a tree of blocks with inline runs), and
//! drawn by [`render`] into the bytes of a tagged PDF. Imported text is recognised by [`plain_text`],
//! questioned by [`review()`](review::review) and filled in by [`merge`].
//!
//! This crate reads no file, no clock and no database: fonts are compiled in, dates are arguments, and
//! the same input gives the same bytes.

pub mod markdown;
pub mod merge;
mod model;
mod months;
pub mod picture;
pub mod plain_text;
mod render;
pub mod review;
mod squares;
mod wording;

pub use model::{Align, Block, CalloutKind, Cell, Document, Dots, Item, Run, Table};
pub use render::{Logo, MissingGlyph, Paper, Pdf, RenderError, Sheet, render};
pub use squares::squares;
pub use wording::Wording;
