//! How well each client fits what was typed.

use memchr::memmem;

use super::near::{Slipped, at_end};
use super::typed::{Part, Typed};
use super::{Card, Cards, FIELD};

/// How well somebody fits; the best is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Not at all.
    No,
    /// But for a slip.
    Near,
    /// By the number of their card, where it is more likely the end of a telephone number.
    CardLast,
    /// In the middle of something.
    Inside,
    /// At the beginning of something, or at the end of a number.
    Edge,
    /// At the beginning of a name, or by the birth date.
    Name,
    /// A whole name.
    WholeName,
    /// By the number of their card.
    Card,
}

impl Fit {
    /// How many there are.
    pub(super) const ALL: usize = Self::Card as usize + 1;
}

/// How well each of the cards fits, in their order.
pub(super) fn fits(cards: &Cards, typed: &Typed) -> Vec<Fit> {
    if typed.is_empty() {
        return vec![Fit::Edge; cards.list.len()];
    }
    let mut best = vec![Fit::No; cards.list.len()];
    for reading in &typed.readings {
        let mut fits = vec![Fit::Card; cards.list.len()];
        for part in reading {
            let also = fit_part(cards, part);
            fits.iter_mut().zip(also).for_each(|(fit, also)| *fit = (*fit).min(also));
        }
        best.iter_mut().zip(fits).for_each(|(best, fit)| *best = (*best).max(fit));
    }
    if let Some(typed) = typed.card {
        let fit = if typed.first { Fit::Card } else { Fit::CardLast };
        let whose = cards.list.iter().zip(&mut best).filter(|(card, _)| card.number == typed.number);
        whose.for_each(|(_, best)| *best = (*best).max(fit));
    }
    best
}

fn fit_part(cards: &Cards, part: &Part) -> Vec<Fit> {
    let mut fits = vec![Fit::No; cards.list.len()];
    as_it_stands(cards, &part.word, &mut fits);
    if let Some(digits) = &part.digits {
        as_it_stands(cards, digits, &mut fits);
    }
    if !part.born.is_empty() {
        for (card, fit) in cards.list.iter().zip(&mut fits) {
            if card.born.is_some_and(|born| part.born.iter().any(|typed| typed.fits(born))) {
                *fit = (*fit).max(Fit::Name);
            }
        }
    }
    nearly(cards, part.digits.as_deref().unwrap_or(&part.word), &mut fits);
    fits
}

fn as_it_stands(cards: &Cards, word: &str, fits: &mut [Fit]) {
    let number = word.bytes().all(|byte| byte.is_ascii_digit());
    each(cards, memmem::find_iter(cards.text.as_bytes(), word), fits, |card, at, fit| {
        if *fit == Fit::WholeName {
            return;
        }
        let (begins, ends) = (begins(&cards.text, at), cards.text.get(at + word.len()..).is_some_and(at_end));
        let found = match (at < card.start + card.names, begins, ends) {
            (true, true, true) => Fit::WholeName,
            (true, true, false) => Fit::Name,
            (false, true, _) => Fit::Edge,
            (false, false, true) if number => Fit::Edge,
            _ => Fit::Inside,
        };
        *fit = (*fit).max(found);
    });
}

fn nearly(cards: &Cards, word: &str, fits: &mut [Fit]) {
    let Some(slipped) = Slipped::in_word(word) else { return };
    for (sure, before) in slipped.sure_of() {
        each(cards, everywhere(&cards.text, &sure), fits, |card, at, fit| {
            if *fit != Fit::No {
                return;
            }
            // A letter more or less shifts where the word began.
            let fewest = before.saturating_sub(1);
            let most = if before == 0 { 0 } else { before + 1 };
            let starts = (fewest..=most).filter_map(|letters| back(&cards.text, card.start, at, letters));
            let near = starts.filter(|start| begins(&cards.text, *start)).any(|start| {
                let rest = cards.text.get(start..card.end()).unwrap_or_default();
                slipped.begins(rest.split(FIELD).next().unwrap_or_default())
            });
            if near {
                *fit = Fit::Near;
            }
        });
    }
}

/// Every place where a text stands, also within another: "ana" stands twice in "banana".
fn everywhere<'t>(text: &'t str, sought: &'t str) -> impl Iterator<Item = usize> + 't {
    let finder = memmem::Finder::new(sought);
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + finder.find(text.as_bytes().get(from..)?)?;
        from = at + 1;
        Some(at)
    })
}

/// Goes through places in the text, in order, with the card they are on and how that fits so far.
fn each(
    cards: &Cards,
    places: impl Iterator<Item = usize>,
    fits: &mut [Fit],
    mut found: impl FnMut(&Card, usize, &mut Fit),
) {
    let mut on = cards.list.iter().zip(fits);
    let mut current = on.next();
    for at in places {
        while let Some((card, fit)) = &mut current {
            if at < card.end() {
                found(card, at, fit);
                break;
            }
            current = on.next();
        }
    }
}

/// Whether a word begins there.
fn begins(text: &str, at: usize) -> bool {
    // Nearly every letter is an ASCII one, which is told without taking the text apart.
    match at.checked_sub(1).and_then(|before| text.as_bytes().get(before)) {
        None => true,
        Some(last) if last.is_ascii() => !last.is_ascii_alphanumeric(),
        Some(_) => text
            .get(..at)
            .and_then(|before| before.chars().next_back())
            .is_none_or(|last| !last.is_alphanumeric()),
    }
}

/// So many letters before a place, on the same card.
fn back(text: &str, card: usize, at: usize, letters: usize) -> Option<usize> {
    let before = text.get(card..at)?;
    match letters {
        0 => Some(at),
        _ => before.char_indices().nth_back(letters - 1).map(|(start, _)| card + start),
    }
}
