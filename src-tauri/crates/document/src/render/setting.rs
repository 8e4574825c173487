//! Sets a paragraph: inline runs to lines of placed glyphs, through parley.

use std::ops::Range;
use std::rc::Rc;

use parley::style::{FontFamily, FontStyle, FontWeight, LineHeight, OverflowWrap, StyleProperty, WordBreak};
use parley::{Alignment, AlignmentOptions, Layout};

use super::errors::RenderError;
use super::fonts::{FAMILIES, Typesetter};
use super::links::{self, Link};
use super::names;
use super::shape::{Glyph, GlyphRun, Line};
use super::sheet::Style;
use crate::model::Run;

/// A no-break space, used between a point's code and its Chinese name.
const GLUE: char = '\u{A0}';

/// Text with the ranges that differ in looks.
#[derive(Default)]
struct Styled {
    /// What is shaped.
    text: String,
    bold: Vec<Range<usize>>,
    italic: Vec<Range<usize>>,
    /// The words of links.
    underlined: Vec<Range<usize>>,
    /// Words and addresses that can be clicked.
    links: Vec<(Range<usize>, Rc<Link>)>,
    /// Chinese names that must not be broken.
    whole: Vec<Range<usize>>,
    /// Places where the shaped character stands for another one.
    meant: Vec<(Range<usize>, char)>,
}

impl Styled {
    fn push(&mut self, runs: &[Run]) {
        for run in runs {
            let start = self.text.len();
            match run {
                Run::Text(text) => self.push_text(text),
                Run::Bold(inner) => {
                    self.push(inner);
                    self.bold.push(start..self.text.len());
                }
                Run::Italic(inner) => {
                    self.push(inner);
                    self.italic.push(start..self.text.len());
                }
                Run::Link { to, runs } => self.push_link(to, runs),
                Run::Point { code, han } => {
                    self.push_text(code);
                    self.push_as(GLUE, ' ');
                    let start = self.text.len();
                    self.push_text(han);
                    self.whole.push(start..self.text.len());
                }
                Run::LineBreak => self.text.push('\n'),
            }
        }
    }

    fn push_text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\t' => self.push_as(' ', c),
                // Stand-ins without direction, one as long as the other in UTF-8.
                '\u{61C}' => self.push_as('\u{34F}', c),
                _ if names::is_direction_mark(c) => self.push_as('\u{2060}', c),
                _ => self.text.push(c),
            }
        }
    }

    fn push_as(&mut self, shaped: char, meant: char) {
        let start = self.text.len();
        self.text.push(shaped);
        self.meant.push((start..self.text.len(), meant));
    }

    /// On paper an address can only be read, so it follows the words unless they show it already.
    fn push_link(&mut self, to: &str, runs: &[Run]) {
        let start = self.text.len();
        self.push(runs);
        let words = start..self.text.len();
        let address = to.strip_prefix("mailto:").or_else(|| to.strip_prefix("tel:")).unwrap_or(to);
        let shown = crate::model::plain(runs);
        if !shown.contains(address.trim_start_matches("https://").trim_end_matches('/')) {
            self.push_text(&format!(" ({address})"));
        }
        if let Some(link) = links::link(to, &self.text[start..]) {
            self.underlined.push(words);
            self.links.push((start..self.text.len(), Rc::new(link)));
        }
    }

    /// Addresses that are written out can be clicked too.
    fn find_links(&mut self) {
        for range in links::written_out(&self.text) {
            let taken =
                self.links.iter().any(|(other, _)| other.start < range.end && range.start < other.end);
            let address = &self.text[range.clone()];
            if let Some(link) = links::link(address, address).filter(|_| !taken) {
                self.links.push((range, Rc::new(link)));
            }
        }
    }

    fn link_at(&self, at: usize) -> Option<&Rc<Link>> {
        self.links.iter().find(|(range, _)| range.contains(&at)).map(|(_, link)| link)
    }

    /// Adds the characters that a cluster stands for.
    fn push_meaning(&self, range: Range<usize>, text: &mut String) {
        let first = self.meant.partition_point(|(at, _)| at.end <= range.start);
        let mut from = range.start;
        for (at, meant) in self.meant[first..].iter().take_while(|(at, _)| at.start < range.end) {
            text.push_str(&self.text[from..at.start]);
            text.push(*meant);
            from = at.end;
        }
        text.push_str(&self.text[from..range.end]);
    }
}

/// Breaks runs into lines no wider than `width` points.
pub(super) fn set(
    typesetter: &mut Typesetter,
    runs: &[Run],
    style: &Style,
    width: f32,
) -> Result<Vec<Line>, RenderError> {
    let mut styled = Styled::default();
    styled.push(runs);
    styled.find_links();
    let layout = lay_out(typesetter, &styled, style, width);
    layout.lines().map(|line| take(typesetter, &styled, style, line)).collect()
}

/// Sets plain text.
pub(super) fn set_text(
    typesetter: &mut Typesetter,
    text: &str,
    style: &Style,
    width: f32,
) -> Result<Vec<Line>, RenderError> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    set(typesetter, &[Run::Text(text.replace('\n', " "))], style, width)
}

fn lay_out(typesetter: &mut Typesetter, styled: &Styled, style: &Style, width: f32) -> Layout<()> {
    let text = styled.text.as_str();
    let mut builder = typesetter.layouts.ranged_builder(&mut typesetter.fonts, text, 1.0, false);
    builder.push_default(StyleProperty::FontFamily(FontFamily::Source(FAMILIES.into())));
    builder.push_default(StyleProperty::FontSize(style.size));
    builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(style.line)));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
    if style.tracking != 0.0 {
        builder.push_default(StyleProperty::LetterSpacing(style.tracking));
    }
    if style.bold {
        builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
    }
    for range in &styled.bold {
        builder.push(StyleProperty::FontWeight(FontWeight::BOLD), range.clone());
    }
    for range in &styled.italic {
        builder.push(StyleProperty::FontStyle(FontStyle::Italic), range.clone());
    }
    for range in &styled.whole {
        builder.push(StyleProperty::WordBreak(WordBreak::KeepAll), range.clone());
    }
    let mut layout = builder.build(text);
    layout.break_all_lines(Some(width));
    layout.align(Alignment::Start, AlignmentOptions::default());
    layout
}

fn take(
    typesetter: &Typesetter,
    styled: &Styled,
    style: &Style,
    line: parley::Line<'_, ()>,
) -> Result<Line, RenderError> {
    let metrics = line.metrics();
    let mut set = Line {
        height: style.line,
        baseline: style.baseline(),
        width: metrics.advance - metrics.hanging_advance,
        ..Line::default()
    };
    let mut x = 0.0;
    for run in line.runs() {
        let face = typesetter.face(run.font().data.id()).ok_or(RenderError::Broken("an unknown font"))?;
        let mut glyphs = GlyphRun::new(face, run.font_size(), x);
        for cluster in run.clusters() {
            let range = cluster.text_range();
            let start = x;
            x += cluster.advance();
            if cluster.is_hard_line_break() {
                continue;
            }
            let link = styled.link_at(range.start);
            if link != glyphs.link.as_ref() && !cluster.is_ligature_continuation() {
                let before = std::mem::replace(&mut glyphs, GlyphRun::new(face, run.font_size(), start));
                set.runs.extend((!before.is_empty()).then_some(before));
                glyphs.link = link.cloned();
            }
            let text_start = glyphs.text.len();
            styled.push_meaning(range.clone(), &mut glyphs.text);
            if cluster.is_ligature_continuation() {
                glyphs.extend_cluster();
            } else {
                let placed = place(cluster.glyphs(), start, &mut glyphs.glyphs)?;
                if !placed {
                    return Err(missing(&glyphs.text[text_start..]));
                }
                glyphs.close_cluster();
            }
            glyphs.extent.1 = x;
            underline(&mut set.underlines, styled, range, start, x);
        }
        set.runs.extend((!glyphs.is_empty()).then_some(glyphs));
    }
    Ok(set)
}

/// Places the glyphs of a cluster; false when the font has none for it.
fn place(
    glyphs: impl Iterator<Item = parley::Glyph>,
    start: f32,
    placed: &mut Vec<Glyph>,
) -> Result<bool, RenderError> {
    let mut pen = start;
    for glyph in glyphs {
        let id = u16::try_from(glyph.id).map_err(|_| RenderError::Broken("a glyph number is too large"))?;
        if id == 0 {
            return Ok(false);
        }
        placed.push(Glyph { id, x: pen + glyph.x, rise: -glyph.y });
        pen += glyph.advance;
    }
    Ok(true)
}

/// Characters that are covered one by one but not together, such as a mark on a letter of another face.
fn missing(text: &str) -> RenderError {
    RenderError::NoGlyph(text.chars().filter(|c| !names::is_invisible(*c)).map(names::missing).collect())
}

fn underline(lines: &mut Vec<(f32, f32)>, styled: &Styled, range: Range<usize>, from: f32, to: f32) {
    if !styled.underlined.iter().any(|words| words.contains(&range.start)) {
        return;
    }
    match lines.last_mut() {
        Some((_, end)) if (*end - from).abs() < 0.01 => *end = to,
        _ => lines.push((from, to)),
    }
}
