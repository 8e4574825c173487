//! Paragraphs that are more than text: page breaks, pictures, sources, small print and our own lines.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::directives::{self, Directive};
use super::inline;
use super::parse::{PAGE_BREAK, Reader};
use crate::model::{Block, Run};

/// What opens small print; a closing brace ends it.
pub(super) const SMALL: &str = "{small ";

/// What a paragraph turned out to be.
pub(super) enum Found {
    Blocks(Vec<Block>),
    /// The list that follows is set in columns.
    Columns,
}

/// Reads a paragraph up to its end tag.
pub(super) fn read(reader: &mut Reader<'_>, range: Range<usize>) -> Found {
    let source = reader.source[range].trim();
    if source == PAGE_BREAK {
        reader.skip();
        return Found::Blocks(vec![Block::PageBreak]);
    }
    if let Some(found) = directives::parse(source) {
        reader.skip();
        return match found {
            Directive::Blocks(blocks) => Found::Blocks(blocks),
            Directive::Columns => Found::Columns,
        };
    }
    if let Some(picture) = picture(reader) {
        reader.skip();
        return Found::Blocks(vec![picture]);
    }
    let runs = inline::finish(inline::runs(reader, 0));
    let runs = if source.starts_with(SMALL) { small(runs) } else { Err(runs) };
    Found::Blocks(match runs {
        Ok(blocks) => blocks,
        Err(runs) if runs.is_empty() => Vec::new(),
        Err(runs) => vec![Block::Paragraph(runs)],
    })
}

/// The picture that is all there is in the paragraph just begun.
fn picture(reader: &Reader<'_>) -> Option<Block> {
    let (Event::Start(Tag::Image { link_type, dest_url, title, .. }), _) =
        reader.events.as_slice().first()?
    else {
        return None;
    };
    let inline = matches!(link_type, pulldown_cmark::LinkType::Inline);
    if !inline || !title.is_empty() || dest_url.trim().is_empty() || dest_url.contains('\n') {
        return None;
    }
    let mut shows = String::new();
    let mut rest = reader.events.as_slice().iter().skip(1).map(|(event, _)| event);
    loop {
        match rest.next()? {
            Event::Text(text) if !text.contains('\n') => shows.push_str(text),
            Event::SoftBreak => shows.push(' '),
            Event::End(_) => break,
            _ => return None,
        }
    }
    let name = dest_url.to_string();
    matches!(rest.next()?, Event::End(_)).then(|| Block::Picture { name, shows })
}

/// Small print without its braces, and the remarks behind it; the runs as they are when it is none.
fn small(runs: Vec<Run>) -> Result<Vec<Block>, Vec<Run>> {
    let words = runs.iter().rposition(|run| !is_behind(run)).map_or(0, |last| last + 1);
    let mut inside = runs[..words].to_vec();
    let opens = matches!(inside.first(), Some(Run::Text(first)) if first.starts_with(SMALL));
    let closes = matches!(inside.last(), Some(Run::Text(last)) if last.trim_end_matches(' ').ends_with('}'));
    if !opens || !closes {
        return Err(runs);
    }
    if let Some(Run::Text(first)) = inside.first_mut() {
        first.drain(..SMALL.len());
    }
    if let Some(Run::Text(last)) = inside.last_mut() {
        last.truncate(last.rfind('}').unwrap_or(0));
    }
    without_empty(&mut inside);
    let inside = inline::finish(inside);
    if inside.is_empty() {
        return Err(runs);
    }
    let remarks = runs[words..].iter().filter_map(|run| match run {
        Run::Remark(says) => Some(Block::Remark(says.clone())),
        _ => None,
    });
    Ok(std::iter::once(Block::Small(inside)).chain(remarks).collect())
}

/// Whether a run behind small print leaves nothing on paper.
fn is_behind(run: &Run) -> bool {
    match run {
        Run::Remark(_) => true,
        Run::Text(text) => text.chars().all(|c| c == ' '),
        _ => false,
    }
}

/// Makes a paragraph that begins with a label and a colon the source of that label: `[^1]: Haake 2007.`
pub(super) fn as_source(block: Block) -> Block {
    let Block::Paragraph(runs) = &block else { return block };
    let [Run::Reference(label), Run::Text(text), rest @ ..] = runs.as_slice() else { return block };
    let Some(text) = text.strip_prefix(": ") else { return block };
    let mut said = vec![Run::Text(text.to_owned())];
    said.extend_from_slice(rest);
    without_empty(&mut said);
    let said = inline::finish(said);
    if said.is_empty() { block } else { Block::Source { label: label.clone(), runs: said } }
}

fn without_empty(runs: &mut Vec<Run>) {
    runs.retain(|run| !matches!(run, Run::Text(text) if text.is_empty()));
}
