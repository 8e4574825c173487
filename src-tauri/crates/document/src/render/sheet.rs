//! The page around the text, and the sizes that follow from paper and text size.

use std::collections::BTreeMap;

/// The paper a sheet is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl Paper {
    /// Width and height in points.
    #[must_use]
    pub fn size(self) -> (f32, f32) {
        match self {
            Paper::A4 => (595.276, 841.89),
            Paper::Letter => (612.0, 792.0),
        }
    }
}

/// What stands around the text of a sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet<'a> {
    /// The paper.
    pub paper: Paper,
    /// Size of running text in points, usually 12, 14, 16 or 20; everything else follows it. Sizes
    /// outside 8 to 36 are brought to the nearest of the two.
    pub text_size: f32,
    /// The practice's name, at the top of the first page.
    pub practice_name: &'a str,
    /// Address and telephone, opposite the name: `214 Cook Street, Victoria · 250-555-0100`.
    pub practice_line: &'a str,
    /// For whom, from whom and when: `For Margaret Oyelaran, from Ines Marlow, R.Ac. · 12 May 2026`.
    pub for_line: Option<&'a str>,
    /// At the foot of every page: `Back pain and acupuncture, version 3`.
    pub footer: &'a str,
    /// The practice's own mark beside its name, in place of ours.
    pub logo: Option<Logo<'a>>,
    /// The pictures of the text (png or jpeg) by the names it calls them.
    pub pictures: &'a BTreeMap<String, Vec<u8>>,
    /// When the sheet was made, as an ISO instant (`2026-05-12T09:30:00Z`), for the file's metadata.
    pub created: Option<&'a str>,
}

/// A picture in the letterhead.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Logo<'a> {
    /// A png or jpeg file.
    pub picture: &'a [u8],
    /// What it shows, for whoever cannot see it; empty when it only repeats the name beside it.
    pub shows: &'a str,
}

/// A sheet without pictures.
static NO_PICTURES: BTreeMap<String, Vec<u8>> = BTreeMap::new();

impl Default for Sheet<'_> {
    fn default() -> Self {
        Sheet {
            paper: Paper::A4,
            text_size: 14.0,
            practice_name: "",
            practice_line: "",
            for_line: None,
            footer: "",
            logo: None,
            pictures: &NO_PICTURES,
            created: None,
        }
    }
}

/// The printed sheet was designed at this text size; other sizes scale all type from it.
const DESIGN_SIZE: f32 = 14.0;

/// Sizes and distances in points. Margins stay as they are; all that belongs to the text scales.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) page_width: f32,
    pub(super) page_height: f32,
    pub(super) side: f32,
    pub(super) top: f32,
    /// Where the text must end, from the top of the page.
    pub(super) bottom: f32,
    /// The footer's rule, from the top of the page.
    pub(super) footer_rule: f32,
    scale: f32,
}

impl Look {
    pub(super) fn new(sheet: &Sheet<'_>) -> Self {
        let (page_width, page_height) = sheet.paper.size();
        let size = if sheet.text_size.is_finite() { sheet.text_size.clamp(8.0, 36.0) } else { DESIGN_SIZE };
        let scale = size / DESIGN_SIZE;
        let footer_rule = page_height - 25.5 - 19.5 * scale;
        Look {
            page_width,
            page_height,
            side: 54.0,
            top: 42.0,
            bottom: footer_rule - 12.0,
            footer_rule,
            scale,
        }
    }

    /// A length of the design in points of this sheet.
    pub(super) fn pt(&self, design: f32) -> f32 {
        design * self.scale
    }

    pub(super) fn column(&self) -> f32 {
        self.page_width - 2.0 * self.side
    }
}

/// How a piece of text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    /// Points.
    pub(super) size: f32,
    /// Points from one baseline to the next.
    pub(super) line: f32,
    pub(super) bold: bool,
    /// Extra room between letters, in points.
    pub(super) tracking: f32,
}

impl Style {
    fn scaled(look: &Look, size: f32, line: f32, bold: bool, tracking_em: f32) -> Self {
        Style { size: look.pt(size), line: look.pt(line), bold, tracking: look.pt(size) * tracking_em }
    }

    pub(super) fn body(look: &Look) -> Self {
        Self::scaled(look, 14.0, 19.5, false, 0.0)
    }

    pub(super) fn title(look: &Look) -> Self {
        Self::scaled(look, 25.0, 30.0, true, -0.02)
    }

    /// `depth` 2 is the first level below the title.
    pub(super) fn heading(look: &Look, depth: u8) -> Self {
        match depth {
            0..=2 => Self::scaled(look, 16.0, 21.0, true, -0.01),
            _ => Self::scaled(look, 14.0, 19.5, true, -0.005),
        }
    }

    /// Letterhead and the line that says for whom the sheet is.
    pub(super) fn letterhead(look: &Look, bold: bool) -> Self {
        Self::scaled(look, 11.0, 15.0, bold, 0.0)
    }

    /// Small print and the list of sources.
    pub(super) fn small(look: &Look) -> Self {
        Self::scaled(look, 11.0, 14.5, false, 0.0)
    }

    pub(super) fn footer(look: &Look) -> Self {
        Self::scaled(look, 10.0, 13.5, false, 0.0)
    }

    /// The number in the ring before a list item.
    pub(super) fn ring_number(look: &Look, digits: usize) -> Self {
        Self::scaled(look, if digits == 1 { 10.5 } else { 9.0 }, 19.5, true, 0.0)
    }

    /// From the top of a line to its baseline. The letters' box (ascender 0.969 em, descender 0.242 em
    /// in Inter) sits in the middle of the line, whichever face a word falls back to.
    pub(super) fn baseline(&self) -> f32 {
        self.line / 2.0 + self.size * 0.3635
    }
}
