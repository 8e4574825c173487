//! What goes home with a client: text in, a printed sheet out.
//!
//! A sheet is written as Markdown, read into a [`Document`] (a tree of blocks with inline runs), and
//! drawn by [`render`] into the bytes of a tagged PDF. Imported text is recognised by [`plain_text`],
//! questioned by [`review()`](review::review) and filled in by [`merge`].
//!
//! This crate reads no file, no clock and no database: fonts are compiled in, dates are arguments, and
//! the same input gives the same bytes. Tables, pictures and fields to fill in by hand are not part of
//! the tree yet.

pub mod markdown;
pub mod merge;
mod model;
pub mod plain_text;
mod render;
pub mod review;

pub use model::{Block, CalloutKind, Document, Run};
pub use render::{MissingGlyph, Paper, Pdf, RenderError, Sheet, render};
