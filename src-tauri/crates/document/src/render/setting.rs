//! Sets a paragraph: inline runs to lines of placed glyphs, through parley.

use std::ops::Range;

use parley::style::{FontFamily, FontStyle, FontWeight, LineHeight, OverflowWrap, StyleProperty, WordBreak};
use parley::{Alignment, AlignmentOptions, Layout};

use super::errors::RenderError;
use super::fonts::{FAMILIES, Typesetter};
use super::names;
use super::shape::{Glyph, GlyphRun, Line};
use super::sheet::Style;
use super::styled::Styled;
use crate::model::Run;

/// The numbers of references: how large and how high, as shares of the size of the words around them.
const RAISED_SIZE: f32 = 0.64;
const RAISED_BY: f32 = 0.36;

/// Breaks runs into lines no wider than `width` points.
pub(super) fn set(
    typesetter: &mut Typesetter,
    runs: &[Run],
    style: &Style,
    width: f32,
) -> Result<Vec<Line>, RenderError> {
    let styled = Styled::of(runs, &typesetter.numbers);
    let layout = lay_out(typesetter, &styled, style, Some(width), OverflowWrap::Anywhere);
    layout.lines().map(|line| take(typesetter, &styled, style, line)).collect()
}

/// Letters of a code: how large, and in how much room each, as shares of the size of the text and of
/// their own. The widest capital takes nine tenths of its size.
const KEY_SIZE: f32 = 1.45;
const KEY_ROOM: f32 = 1.12;

/// How wide a text is when it breaks between all words, and when it may not break at all.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Widths {
    pub(super) least: f32,
    pub(super) most: f32,
}

impl Widths {
    pub(super) fn larger(self, other: Self) -> Self {
        Widths { least: self.least.max(other.least), most: self.most.max(other.most) }
    }
}

/// Measures runs without setting them.
pub(super) fn widths(typesetter: &mut Typesetter, runs: &[Run], style: &Style) -> Widths {
    let styled = Styled::of(runs, &typesetter.numbers);
    if styled.text.is_empty() {
        return Widths::default();
    }
    let layout = lay_out(typesetter, &styled, style, None, OverflowWrap::Normal);
    let widths = layout.calculate_content_widths();
    // Letters of a code are set in more room than they ask for.
    let letters: usize = styled.keys.iter().map(|keys| styled.text[keys.clone()].chars().count()).sum();
    let keys = letters as f32 * style.size * KEY_SIZE * KEY_ROOM;
    // A hair wider, so that rounding breaks no word.
    Widths { least: widths.min.max(keys) + 0.1, most: widths.max.max(keys) + 0.1 }
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

fn lay_out(
    typesetter: &mut Typesetter,
    styled: &Styled,
    style: &Style,
    width: Option<f32>,
    overflow: OverflowWrap,
) -> Layout<()> {
    let text = styled.text.as_str();
    let mut builder = typesetter.layouts.ranged_builder(&mut typesetter.fonts, text, 1.0, false);
    builder.push_default(StyleProperty::FontFamily(FontFamily::Source(FAMILIES.into())));
    builder.push_default(StyleProperty::FontSize(style.size));
    builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(style.line)));
    builder.push_default(StyleProperty::OverflowWrap(overflow));
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
    for range in &styled.raised {
        builder.push(StyleProperty::FontSize(style.size * RAISED_SIZE), range.clone());
    }
    for range in &styled.keys {
        builder.push(StyleProperty::FontSize(style.size * KEY_SIZE), range.clone());
        builder.push(StyleProperty::LetterSpacing(style.size * KEY_SIZE * 0.3), range.clone());
    }
    for range in &styled.whole {
        builder.push(StyleProperty::WordBreak(WordBreak::KeepAll), range.clone());
    }
    let mut layout = builder.build(text);
    layout.break_all_lines(width);
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
            let mut start = x;
            x += cluster.advance();
            if styled.keys.iter().any(|keys| keys.contains(&range.start)) {
                // Each letter in the middle of its room; the advance has the room between letters in it.
                let letter = cluster.advance() - run.font_size() * 0.3;
                x = start + run.font_size() * KEY_ROOM;
                start += (x - start - letter) / 2.0;
                glyphs.word = true;
                set.height = style.line * KEY_SIZE;
                set.baseline = style.baseline() + style.line * (KEY_SIZE - 1.0) / 2.0;
            }
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
                let raised = styled.raised.iter().any(|raised| raised.contains(&range.start));
                let rise = if raised { style.size * RAISED_BY } else { 0.0 };
                let placed = place(cluster.glyphs(), (start, rise), &mut glyphs.glyphs)?;
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
    (start, rise): (f32, f32),
    placed: &mut Vec<Glyph>,
) -> Result<bool, RenderError> {
    let mut pen = start;
    for glyph in glyphs {
        let id = u16::try_from(glyph.id).map_err(|_| RenderError::Broken("a glyph number is too large"))?;
        if id == 0 {
            return Ok(false);
        }
        placed.push(Glyph { id, x: pen + glyph.x, rise: rise - glyph.y });
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
