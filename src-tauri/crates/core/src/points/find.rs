//! Finds points as one types.

use serde::Deserialize;
use specta::Type;

use crate::folding::fold;

use super::code::{self, Code};
use super::table::{POINTS, Point, spelled};
use super::view::PointRow;

/// What is being looked for.
#[derive(Debug, Deserialize, Type)]
pub struct FindPoints {
    /// A code of any system, pinyin with or without tones, Han, or English.
    pub text: String,
    /// Rows to answer with, at most 100.
    pub limit: i32,
}

/// How well a point answers, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    ExactCode,
    CodeBegins,
    ExactName,
    NameBegins,
    WordBegins,
    Contains,
}

/// What was typed, in the shapes it is compared in.
#[derive(Debug)]
struct Typed {
    code: Option<Code>,
    /// Without accents, spaces and marks, as names are spelled.
    spelled: String,
    /// Folded, with its spaces, as it would stand in an English name.
    words: String,
}

/// The points that answer to what was typed: an exact code first, then codes that begin with it, names that are it or
/// begin with it, words that begin with it, and whatever contains it. Nothing typed finds nothing.
pub fn find(input: &FindPoints) -> Vec<PointRow> {
    let text: String = input.text.chars().take(60).collect();
    let typed = Typed { code: code::parse(&text), spelled: spelled(&text), words: fold(&text) };
    if typed.spelled.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(Rank, PointRow)> = POINTS
        .iter()
        .filter_map(|point| typed.rank(point).map(|(rank, matched)| (rank, PointRow::of(point, matched))))
        .collect();
    // Stable, so that equals stay in the order of the channels.
    found.sort_by_key(|(rank, _)| *rank);
    let limit = usize::try_from(input.limit.clamp(1, 100)).unwrap_or(1);
    found.into_iter().take(limit).map(|(_, row)| row).collect()
}

impl Typed {
    /// How well a point answers, and the synonym that did.
    fn rank(&self, point: &Point) -> Option<(Rank, Option<String>)> {
        let by_code = self.code.as_ref().and_then(|code| by_code(code, point));
        let names = [point.spelled.as_str(), point.hanzi, point.simplified];
        let own = names.iter().filter_map(|name| self.by_name(name)).min();
        let by_word = self.by_word(&point.words);
        let by_other = point
            .other_names
            .iter()
            .filter_map(|name| Some((self.by_name(&spelled(name))?, Some((*name).to_owned()))))
            .min();
        // At equal rank a point is shown under its own name.
        let by_own = own.into_iter().chain(by_word).min().map(|rank| (rank, None));
        by_code.into_iter().chain(by_own).chain(by_other).min_by_key(|(rank, _)| *rank)
    }

    fn by_name(&self, name: &str) -> Option<Rank> {
        match name.find(&self.spelled)? {
            0 if name == self.spelled => Some(Rank::ExactName),
            0 => Some(Rank::NameBegins),
            _ => Some(Rank::Contains),
        }
    }

    fn by_word(&self, words: &str) -> Option<Rank> {
        let begins = words
            .match_indices(&self.words)
            .any(|(at, _)| words[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric()));
        if begins { Some(Rank::WordBegins) } else { words.contains(&self.words).then_some(Rank::Contains) }
    }
}

fn by_code(code: &Code, point: &Point) -> Option<(Rank, Option<String>)> {
    let channel = point.channel.strip_prefix(code.channel)?;
    // "EX" alone begins the codes of every extra point; any other channel is meant whole.
    let whole = channel.is_empty() || (code.channel == "EX-" && code.number.is_empty());
    let rank = match point.number {
        _ if !whole => return None,
        number if number == code.number => Rank::ExactCode,
        number if number.starts_with(&code.number) => Rank::CodeBegins,
        _ => return None,
    };
    let matched = code.synonym.as_ref().filter(|_| !point.channel.starts_with("EX-"));
    Some((rank, matched.map(|synonym| format!("{synonym}{}", point.number))))
}
