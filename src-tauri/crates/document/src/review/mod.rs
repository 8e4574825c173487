//! Points out what a careful reader would question in a text for clients.
//!
//! The rules look for words, not for truth: they ask, a person decides. They follow what guides to good
//! health information have in common (DISCERN, the Patient Information Forum, the NHS content guide):
//! name author, date and sources, say when to get help at once, hedge where the evidence is uncertain,
//! keep advertising out, and look at the text again after some years.

mod claims;
mod danger;
mod lines;
mod promotion;
mod reading_grade;
mod sources;

use crate::markdown::{self, NamedPicture};
use lines::Sentence;

pub use promotion::PromotionalTail;
pub use reading_grade::reading_grade;

/// Something to look at before the text is handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// Nothing says where the facts come from.
    NoReferences,
    /// Nothing says when to get help at once.
    NoDangerSigns,
    /// A claim that is stated as certain, or that leans on studies without naming one.
    FlatClaim {
        /// Line of the Markdown, from 1.
        line: usize,
        /// The sentence.
        quote: String,
    },
    /// Nobody is named as author.
    EmptyByline,
    /// Nothing says when it was written.
    NoDate,
    /// A sentence that sells something.
    Promotion {
        /// Line of the Markdown, from 1.
        line: usize,
        /// The sentence.
        quote: String,
    },
    /// A picture that says nothing to whoever cannot see it.
    PictureWithoutWords {
        /// Line of the Markdown, from 1.
        line: usize,
        /// The name of the picture.
        name: String,
    },
    /// Written, or looked at last, more than three years ago.
    Old {
        /// Line of the Markdown, from 1; the date belongs to the text as a whole, so it is the first.
        line: usize,
    },
}

/// What was found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Review {
    /// Findings: those about the whole text first, then by line.
    pub findings: Vec<Finding>,
    /// Advertising at the end that can be dropped as a whole.
    pub tail: Option<PromotionalTail>,
    /// How many words the text has, without its title.
    pub words: usize,
}

/// Health information is commonly looked at again after three years at the latest.
const OLD_AFTER_YEARS: i32 = 3;

/// Reviews a text. `written` and `today` are ISO dates; without `today` nothing is called old.
#[must_use]
pub fn review(
    title: &str,
    author: Option<&str>,
    written: Option<&str>,
    text: &str,
    today: Option<&str>,
) -> Review {
    let tail = promotion::tail(text);
    let body_lines = tail.as_ref().map_or(usize::MAX, |tail| tail.first_line - 1);
    let sentences: Vec<Sentence> =
        lines::sentences(text).into_iter().filter(|sentence| sentence.line <= body_lines).collect();

    let mut findings = Vec::new();
    if author.is_none_or(|author| author.trim().is_empty()) {
        findings.push(Finding::EmptyByline);
    }
    match written.map(str::trim).filter(|written| !written.is_empty()) {
        None => findings.push(Finding::NoDate),
        Some(written) if is_old(written, today) => findings.push(Finding::Old { line: 1 }),
        Some(_) => {}
    }
    if !sentences.iter().any(|sentence| sources::names_source(&sentence.text)) {
        findings.push(Finding::NoReferences);
    }
    if !danger::names_danger_signs(title, &sentences) {
        findings.push(Finding::NoDangerSigns);
    }
    let mut by_line: Vec<(usize, Finding)> = Vec::new();
    for sentence in &sentences {
        let (line, quote) = (sentence.line, sentence.text.clone());
        if promotion::sells(&sentence.text) {
            by_line.push((line, Finding::Promotion { line, quote }));
        } else if claims::is_flat(&sentence.text) {
            by_line.push((line, Finding::FlatClaim { line, quote }));
        }
    }
    for NamedPicture { line, name, shows } in markdown::pictures(text) {
        if shows.trim().is_empty() && line <= body_lines {
            by_line.push((line, Finding::PictureWithoutWords { line, name }));
        }
    }
    by_line.sort_by_key(|(line, _)| *line);
    findings.extend(by_line.into_iter().map(|(_, finding)| finding));
    Review { findings, tail, words: lines::words(text) }
}

fn is_old(written: &str, today: Option<&str>) -> bool {
    let (Some(written), Some(today)) = (date_number(written), today.and_then(date_number)) else {
        return false;
    };
    today - written > OLD_AFTER_YEARS * 10_000
}

/// An ISO date as a number that sorts like it: 20260512.
fn date_number(date: &str) -> Option<i32> {
    let mut parts = date.get(..10)?.split('-').map(str::parse::<i32>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    Some(year * 10_000 + month * 100 + day)
}

#[cfg(test)]
mod tests;
