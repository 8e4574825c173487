//! The parts of a visit: hands on, at rest, hands on.

use super::MINUTE;
use super::span::Span;

/// A visit has at most so many parts: needles in, rest, and needles out are three, and the longest protocols turn the
/// client once and come by twice.
pub const MOST_PARTS: usize = 12;
/// No visit is longer, in minutes.
pub const LONGEST_VISIT: u16 = 12 * 60;

/// A part of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Whether the practitioner is needed. While nobody's hands are, they can be in another room.
    pub hands_on: bool,
    /// How long it lasts.
    pub minutes: u16,
}

/// Why parts make no visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnfitPattern {
    /// There is none, or one lasts no time.
    Empty,
    /// There are more than [`MOST_PARTS`].
    TooManyParts,
    /// It is longer than [`LONGEST_VISIT`].
    TooLong,
    /// In no part of it is a practitioner needed.
    NobodysHands,
}

/// Parts that make a visit, one after the other without a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern(Vec<Part>);

impl Pattern {
    /// Takes parts for a visit. Parts of a kind that follow each other are one.
    pub fn of(parts: &[Part]) -> Result<Self, UnfitPattern> {
        let mut joined: Vec<Part> = Vec::new();
        for part in parts {
            match joined.last_mut() {
                _ if part.minutes == 0 => return Err(UnfitPattern::Empty),
                Some(last) if last.hands_on == part.hands_on => {
                    last.minutes = last.minutes.saturating_add(part.minutes);
                }
                _ => joined.push(*part),
            }
        }
        let minutes: u32 = joined.iter().map(|part| u32::from(part.minutes)).sum();
        match joined.len() {
            0 => Err(UnfitPattern::Empty),
            count if count > MOST_PARTS => Err(UnfitPattern::TooManyParts),
            _ if minutes > u32::from(LONGEST_VISIT) => Err(UnfitPattern::TooLong),
            _ if !joined.iter().any(|part| part.hands_on) => Err(UnfitPattern::NobodysHands),
            _ => Ok(Self(joined)),
        }
    }

    /// A visit with hands on from its beginning to its end.
    pub fn hands_on_for(minutes: u16) -> Result<Self, UnfitPattern> {
        Self::of(&[Part { hands_on: true, minutes }])
    }

    /// The parts, in order.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// How long all of it lasts.
    pub fn minutes(&self) -> u16 {
        self.0.iter().map(|part| part.minutes).sum()
    }

    /// Written in a word for each part: "h20 r25 h10".
    pub(super) fn written(&self) -> String {
        let word = |part: &Part| format!("{}{}", if part.hands_on { 'h' } else { 'r' }, part.minutes);
        self.0.iter().map(word).collect::<Vec<_>>().join(" ")
    }

    /// Reads what was written; nothing for what never was.
    pub(super) fn from_written(text: &str) -> Option<Self> {
        let part = |word: &str| {
            let hands_on = match word.chars().next()? {
                'h' => true,
                'r' => false,
                _ => return None,
            };
            Some(Part { hands_on, minutes: word.get(1..)?.parse().ok()? })
        };
        let parts: Vec<Part> = text.split(' ').map(part).collect::<Option<_>>()?;
        Self::of(&parts).ok()
    }

    /// The same visit, longer or shorter: what changes is the longest rest, or, where nobody rests or the rest would be gone,
    /// the last part.
    pub fn stretched_to(&self, minutes: u16) -> Result<Self, UnfitPattern> {
        let change = i32::from(minutes) - i32::from(self.minutes());
        let mut parts = self.0.clone();
        let fits = |part: &Part| i32::from(part.minutes) + change > 0;
        let rest = (0..parts.len())
            .filter(|at| !parts[*at].hands_on && fits(&parts[*at]))
            .max_by_key(|at| parts[*at].minutes);
        let at = rest.unwrap_or(parts.len() - 1);
        let stretched = i32::from(parts[at].minutes) + change;
        parts[at].minutes = u16::try_from(stretched).map_err(|_| UnfitPattern::Empty)?;
        Self::of(&parts)
    }

    /// When the practitioner is needed, for a visit that begins at an instant (UTC milliseconds).
    pub fn hands_on(&self, start: i64) -> impl Iterator<Item = Span> + '_ {
        let mut at = start;
        self.0.iter().filter_map(move |part| {
            let span = Span { from: at, until: at + i64::from(part.minutes) * MINUTE };
            at = span.until;
            part.hands_on.then_some(span)
        })
    }

    /// From its beginning at an instant (UTC milliseconds) to its end.
    pub fn whole(&self, start: i64) -> Span {
        Span { from: start, until: start + i64::from(self.minutes()) * MINUTE }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(of: &[(bool, u16)]) -> Vec<Part> {
        of.iter().map(|(hands_on, minutes)| Part { hands_on: *hands_on, minutes: *minutes }).collect()
    }

    fn pattern(of: &[(bool, u16)]) -> Result<Pattern, UnfitPattern> {
        Pattern::of(&parts(of))
    }

    #[test]
    fn hands_are_needed_at_the_beginning_and_at_the_end_and_not_between() {
        let visit = pattern(&[(true, 20), (false, 25), (true, 10)]).unwrap();
        let needed: Vec<_> =
            visit.hands_on(0).map(|span| (span.from / MINUTE, span.until / MINUTE)).collect();
        assert_eq!(needed, [(0, 20), (45, 55)]);
        assert_eq!((visit.minutes(), visit.whole(0).until), (55, 55 * MINUTE));
    }

    #[test]
    fn what_makes_no_visit_is_refused_with_the_reason() {
        assert_eq!(pattern(&[]), Err(UnfitPattern::Empty));
        assert_eq!(pattern(&[(true, 20), (false, 0)]), Err(UnfitPattern::Empty));
        assert_eq!(pattern(&[(false, 30)]), Err(UnfitPattern::NobodysHands));
        assert_eq!(pattern(&[(true, 721)]), Err(UnfitPattern::TooLong));
        assert_eq!(pattern(&[(true, u16::MAX), (false, u16::MAX)]), Err(UnfitPattern::TooLong));
        let many: Vec<_> = (0..13).map(|nth| (nth % 2 == 0, 5)).collect();
        assert_eq!(pattern(&many), Err(UnfitPattern::TooManyParts));
        let one = pattern(&[(true, 10), (true, 5), (false, 20), (false, 5)]).unwrap();
        assert_eq!(one.parts(), parts(&[(true, 15), (false, 25)]), "what follows its own kind is one part");
    }

    #[test]
    fn it_is_read_as_it_was_written() {
        let visit = pattern(&[(true, 20), (false, 25), (true, 10)]).unwrap();
        assert_eq!(visit.written(), "h20 r25 h10");
        assert_eq!(Pattern::from_written("h20 r25 h10"), Some(visit));
        for wrong in ["", "h", "20", "x20", "h20  r5", "r20", "h-5", "h0", "\u{4e2d}5"] {
            assert_eq!(Pattern::from_written(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_visit_that_grows_or_shrinks_changes_its_rest_first() {
        let visit = pattern(&[(true, 20), (false, 25), (true, 10)]).unwrap();
        let stretched = |minutes| visit.stretched_to(minutes).map(|visit| visit.parts().to_vec());
        assert_eq!(stretched(70).unwrap(), parts(&[(true, 20), (false, 40), (true, 10)]));
        assert_eq!(stretched(40).unwrap(), parts(&[(true, 20), (false, 10), (true, 10)]));
        assert_eq!(stretched(31).unwrap(), parts(&[(true, 20), (false, 1), (true, 10)]));
        assert_eq!(
            stretched(28),
            Err(UnfitPattern::Empty),
            "neither rest nor the last part has so much to give"
        );
        let short = pattern(&[(true, 60)]).unwrap();
        assert_eq!(short.stretched_to(45).unwrap().parts(), parts(&[(true, 45)]));
        assert_eq!(short.stretched_to(0), Err(UnfitPattern::Empty));
    }
}
