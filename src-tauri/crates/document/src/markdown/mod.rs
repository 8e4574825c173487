//! Markdown to blocks and back: a closed subset of GitHub's Markdown, with a few lines of our own.
//!
//! | Written | On paper |
//! |---|---|
//! | `# Title` to `######` | a heading, and an entry of the PDF's outline |
//! | `**bold**`, `*italic*`, `\` at the end of a line | stronger, slanted, a new line |
//! | `[words](https://…)`, `<https://…>` | a link with its address printed |
//! | `- item`, `1. item` | a list, perhaps inside another |
//! | `- [ ] item`, `- [x] item` | a check box, empty or ticked |
//! | `> words` | a personal word with a bar at its left |
//! | `> [!NOTE]`, `> [!IMPORTANT]`, `> [!WARNING]` | a thin, a stronger, a heavy box |
//! | `\| a \| b \|` over `\|---\|--:\|` | a table; `--:` sets figures at the right. Its head is printed again on every page. When all cells of the head are empty, the first column names the rows |
//! | `![what it shows](name)` alone | a picture the practice keeps under this name. Without a description it is decoration |
//! | `words[^1]` and `[^1]: Haake 2007.` | a raised number, and a list of references at the end of the sheet |
//! | `___` | a thin line across |
//! | `\newpage` | what follows starts on a new page |
//! | `ST36 足三里` | a point with its Chinese name, kept on one line |
//! | `<!-- remark -->` | nothing: it stays in the text for whoever edits it |
//! | `{lines 3 My goal}` | ruled lines to write on, 1 to 30, after their label. The label may be left out |
//! | `{dots 48/100 Real acupuncture}` | a grid of up to 100 dots, the first 48 filled, "48 of 100" and the caption below. Such lines directly below each other stand side by side |
//! | `{qr https://… Book your next visit}` | a QR code, its caption and its address |
//! | `{columns}` before a list | the list in two columns, where the paper is wide enough |
//! | `{small Written by …}` | a paragraph in small print; bold, links and references work inside |
//!
//! A line in braces stands alone, between empty lines or among other such lines; a remark may follow it. One that does not say
//! what it should stays visible as text, and so does everything else outside the subset (HTML, code,
//! link definitions): nothing a person wrote is ever dropped or run.
//!
//! [`print()`] writes what [`parse`] reads: `parse(&print(&parse(x))) == parse(x)` for every text.

mod directives;
mod inline;
mod paragraph;
mod parse;
mod pictures;
mod points;
mod print;
mod references;
mod remarks;
mod tables;
mod typed;
mod write;

pub use parse::parse;
pub use pictures::{NamedPicture, pictures};
pub use print::print;

#[cfg(test)]
mod tests;
