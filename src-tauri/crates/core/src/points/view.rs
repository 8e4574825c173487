//! Points as screens see them.

use serde::Serialize;
use specta::Type;

use super::table::Point;

/// Where on the body a point lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// On both sides.
    Paired,
    /// On the midline.
    Middle,
    /// A group of places, or one off the midline, needled as a whole.
    Whole,
}

/// A point in a list.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PointRow {
    /// The WHO's code, for example "ST36" or "EX-HN3".
    pub code: String,
    /// With tones.
    pub pinyin: String,
    /// Traditional Han.
    pub hanzi: String,
    /// Simplified Han.
    pub hanzi_simplified: String,
    /// A literal gloss.
    pub english: String,
    /// The channel, for example "ST", or the region of an extra point, for example "EX-HN".
    pub channel: String,
    /// Where it lies.
    pub place: Place,
    /// How many needles it takes when it is needled everywhere it lies.
    pub default_needles: i32,
    /// The code or name that was typed, where it is not the one above, for example "UB60".
    pub matched: Option<String>,
}

/// A point with everything the tables know.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PointView {
    /// What a list shows of it.
    #[serde(flatten)]
    pub row: PointRow,
    /// Codes of other systems.
    pub other_codes: Vec<String>,
    /// Names beside the WHO's.
    pub other_names: Vec<String>,
    /// What it is among points: five-shu, source, front-mu …
    pub special: Vec<String>,
    /// What is taught for pregnancy; may be empty.
    pub pregnancy: String,
    /// What is taught for needling; may be empty.
    pub needling: String,
    /// Where both are taught.
    pub source: String,
    /// The region of an extra point.
    pub region: String,
    /// A remark on an extra point.
    pub note: String,
}

impl PointRow {
    /// A point, and how it was found.
    pub(super) fn of(point: &Point, matched: Option<String>) -> Self {
        Self {
            code: point.code.to_owned(),
            pinyin: point.pinyin.to_owned(),
            hanzi: point.hanzi.to_owned(),
            hanzi_simplified: point.simplified.to_owned(),
            english: point.english.to_owned(),
            channel: point.channel.to_owned(),
            place: point.place,
            default_needles: point.needles,
            matched,
        }
    }
}

impl PointView {
    pub(super) fn of(point: &Point) -> Self {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Self {
            row: PointRow::of(point, None),
            other_codes: owned(&point.other_codes),
            other_names: owned(&point.other_names),
            special: owned(&point.special),
            pregnancy: point.pregnancy.to_owned(),
            needling: point.needling.to_owned(),
            source: point.source.to_owned(),
            region: point.region.to_owned(),
            note: point.note.to_owned(),
        }
    }
}
