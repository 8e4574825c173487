//! Recognises the parts of a text that somebody else wrote: title, author, date, headings, lists.
//!
//! Recognising changes no words. What becomes the title, the author or the date leaves the text only when
//! the whole line was understood; every other character is in the Markdown that comes back, guarded where
//! Markdown would misread it.

mod byline;
mod dates;
mod front_matter;
mod language;
mod paragraphs;

use crate::markdown;
use crate::model::{Block, Run};
use byline::Byline;
use paragraphs::Paragraph;

pub use language::language;

/// What was found in an imported text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recognised {
    /// The title, when the text begins with one.
    pub title: Option<String>,
    /// Who wrote it, when the text says so.
    pub author: Option<String>,
    /// When it was written, as an ISO date (`2023-05-22`).
    pub written: Option<String>,
    /// Whether there is a line for author or date at all, even an empty one such as `by | May 22, 2023`.
    pub byline_found: bool,
    /// The rest of the text.
    pub markdown: String,
}

/// Longer first lines are sentences, not titles.
const LONGEST_TITLE: usize = 120;

/// How many paragraphs from the top a byline may stand.
const BYLINE_WITHIN: usize = 3;

/// Recognises plain text.
#[must_use]
pub fn to_markdown(text: &str) -> Recognised {
    let mut paragraphs = paragraphs::split(text);
    let mut recognised = Recognised::default();
    if let Some(title) = title(&paragraphs) {
        recognised.title = Some(title);
        paragraphs.remove(0);
    }
    take_byline(&mut paragraphs, &mut recognised);
    recognised.markdown = markdown::print(&paragraphs::blocks(&paragraphs));
    recognised
}

/// Recognises Markdown: front matter (`title`, `author`, `date` between two lines of dashes), a first
/// heading of level one, and a byline below it. The rest comes back as it was written.
#[must_use]
pub fn recognise_markdown(text: &str) -> Recognised {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n");
    let (mut recognised, mut rest) = front_matter::take(&text);
    if recognised.title.is_none()
        && let Some((title, after)) = front_matter::first_heading(rest)
    {
        recognised.title = Some(title);
        rest = after;
    }
    let first = rest.trim_start_matches('\n');
    let (line, after) = first.split_once('\n').unwrap_or((first, ""));
    let alone = after.is_empty() || after.starts_with('\n');
    if alone && let Some(byline) = byline::read(line) {
        if byline.complete {
            rest = after;
        }
        note(&mut recognised, byline);
    }
    recognised.markdown = rest.trim_start_matches('\n').to_owned();
    recognised
}

fn title(paragraphs: &[Paragraph]) -> Option<String> {
    let [first, _, ..] = paragraphs else { return None };
    let line = first.only_line()?;
    let short = line.chars().count() <= LONGEST_TITLE;
    let sentence = line.ends_with(['.', ',', ';', ':']);
    (short && !sentence && !paragraphs::is_list_line(line) && byline::read(line).is_none())
        .then(|| line.to_owned())
}

fn take_byline(paragraphs: &mut Vec<Paragraph>, recognised: &mut Recognised) {
    for index in 0..paragraphs.len().min(BYLINE_WITHIN) {
        let Some(byline) = paragraphs[index].only_line().and_then(byline::read) else { continue };
        if byline.complete {
            paragraphs.remove(index);
        }
        note(recognised, byline);
        return;
    }
}

fn note(recognised: &mut Recognised, byline: Byline) {
    recognised.byline_found = true;
    recognised.author = recognised.author.take().or(byline.author);
    recognised.written = recognised.written.take().or(byline.written);
}

fn text_run(text: &str) -> Vec<Run> {
    if text.is_empty() { Vec::new() } else { vec![Run::Text(text.to_owned())] }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(text_run(text))
}

#[cfg(test)]
mod tests;
