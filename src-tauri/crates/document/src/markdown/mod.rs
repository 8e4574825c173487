//! Markdown to blocks and back: a closed subset of CommonMark.
//!
//! In the subset: headings, paragraphs, bold, italic, links without a title, hard line breaks, lists,
//! rules, block quotes and GitHub's callouts (`> [!NOTE]`, `> [!IMPORTANT]`, `> [!WARNING]`), and a line
//! `\newpage` for a page break. Everything else (HTML, pictures, tables, code, link definitions) stays
//! plain text exactly as typed, so that nothing a person wrote is ever dropped or run.
//!
//! [`print()`] writes what [`parse`] reads: `parse(&print(&parse(x))) == parse(x)` for every text.

mod inline;
mod parse;
mod points;
mod print;
mod typed;

pub use parse::parse;
pub use print::print;

#[cfg(test)]
mod tests;
