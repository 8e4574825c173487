//! Reads the line that says who wrote a text and when.

use super::dates;

/// A line such as `by Jane Doe | May 22, 2023`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Byline {
    pub(super) author: Option<String>,
    pub(super) written: Option<String>,
    /// Whether every part of the line was understood, so that the line may leave the text.
    pub(super) complete: bool,
}

const BEFORE_AUTHOR: [&str; 5] = ["written by", "posted by", "author:", "by:", "by"];
const BEFORE_DATE: [&str; 8] =
    ["published on", "published", "posted on", "posted", "last updated", "updated", "date:", "written"];

/// A name has at most this many words (`Dr. Ines Marlow, R.Ac., MSc`).
const LONGEST_NAME: usize = 8;

/// Reads a line as a byline; nothing when it is no byline.
pub(super) fn read(line: &str) -> Option<Byline> {
    let mut byline = Byline { author: None, written: None, complete: true };
    let mut says_by = false;
    for part in parts(line) {
        let part = part.trim();
        if let Some(date) = date(part) {
            byline.complete &= byline.written.is_none();
            byline.written.get_or_insert(date);
        } else if let Some(name) = after_any(part, &BEFORE_AUTHOR) {
            says_by = true;
            match name_and_date(name) {
                (name, Some(date)) => {
                    byline.author = name;
                    byline.written = Some(date);
                }
                (None, None) if name.is_empty() => {}
                (None, None) => byline.complete = false,
                (name, None) => byline.author = name,
            }
        } else if !part.is_empty() {
            byline.complete = false;
        }
    }
    let understood = byline.author.is_some() || byline.written.is_some() || (says_by && byline.complete);
    let plausible = byline.complete || line.contains(['|', '·', '•']);
    (understood && plausible).then_some(byline)
}

fn parts(line: &str) -> impl Iterator<Item = &str> {
    line.split(['|', '·', '•', '—', '–']).flat_map(|part| part.split(" - "))
}

/// `Jane Doe, May 22, 2023` or `Jane Doe on 22 May 2023` as name and date, `Jane Doe` as a name.
fn name_and_date(text: &str) -> (Option<String>, Option<String>) {
    for (index, _) in text.char_indices().filter(|(_, c)| matches!(c, ',' | ' ')) {
        let (before, after) = text.split_at(index);
        let before = before.trim_end_matches(" on").trim_end_matches(',');
        if let (true, Some(date)) = (is_name(before), date(after.trim_start_matches([',', ' ']))) {
            return (Some(before.to_owned()), Some(date));
        }
    }
    (is_name(text).then(|| text.to_owned()), None)
}

fn date(text: &str) -> Option<String> {
    let text = after_any(text, &BEFORE_DATE).unwrap_or(text);
    dates::read(text.trim_start_matches([':', ' ']))
}

/// What follows one of the phrases, when it stands at the beginning as words of its own.
fn after_any<'a>(text: &'a str, phrases: &[&str]) -> Option<&'a str> {
    phrases.iter().find_map(|phrase| {
        let start = text.get(..phrase.len())?;
        let rest = &text[phrase.len()..];
        let whole = rest.is_empty()
            || rest.starts_with(|c: char| c == ':' || c.is_whitespace())
            || phrase.ends_with(':');
        (start.eq_ignore_ascii_case(phrase) && whole).then(|| rest.trim())
    })
}

/// Few words, the first of which begins with a capital, and no sentence.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = words.first().and_then(|word| word.chars().next()).is_some_and(|c| !c.is_lowercase());
    let small_words = words.iter().filter(|word| word.chars().all(char::is_lowercase)).count();
    let sentence = text.ends_with(['.', '!', '?']) && words.len() > 4;
    capital
        && !sentence
        && words.len() <= LONGEST_NAME
        && small_words <= 2
        && !text.chars().any(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_are_told_from_sentences() {
        type Found<'a> = Option<(Option<&'a str>, Option<&'a str>, bool)>;
        let cases: &[(&str, Found<'_>)] = &[
            ("by | May 22, 2023", Some((None, Some("2023-05-22"), true))),
            ("By Jane Doe", Some((Some("Jane Doe"), None, true))),
            ("by Jane Doe, 22 May 2023", Some((Some("Jane Doe"), Some("2023-05-22"), true))),
            (
                "Written by Dr. Ines Marlow, R.Ac. · 3 March 2026",
                Some((Some("Dr. Ines Marlow, R.Ac."), Some("2026-03-03"), true)),
            ),
            ("Jane Doe | May 22, 2023 | 5 min read", Some((None, Some("2023-05-22"), false))),
            ("Published: 22 May 2023", Some((None, Some("2023-05-22"), true))),
            ("by", Some((None, None, true))),
            ("By the time you read this, the pain has gone.", None),
            ("By walking every day", None),
            ("Back pain is common.", None),
            ("", None),
        ];
        for (line, expected) in cases {
            let found = read(line);
            let found = found.as_ref().map(|b| (b.author.as_deref(), b.written.as_deref(), b.complete));
            assert_eq!(found, *expected, "{line}");
        }
    }
}
