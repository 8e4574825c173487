//! Advertising in a text for clients.

use super::lines::{folded, has_any, plain};

/// Advertising at the end of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromotionalTail {
    /// Line of the Markdown it begins on, from 1. It runs to the end.
    pub first_line: usize,
    /// The lines of it.
    pub text: String,
}

impl PromotionalTail {
    /// The Markdown without this tail.
    #[must_use]
    pub fn dropped_from(&self, markdown: &str) -> String {
        let kept: Vec<&str> = markdown.lines().take(self.first_line - 1).collect();
        let kept = kept.join("\n").trim_end().to_owned();
        if kept.is_empty() { kept } else { kept + "\n" }
    }
}

/// Phrases that sell.
const PHRASES: [&str; 34] = [
    "book a session",
    "book session",
    "book now",
    "book today",
    "book online",
    "book your",
    "book an appointment",
    "schedule your",
    "schedule a",
    "call us today",
    "contact us",
    "join us",
    "come join",
    "visit us",
    "visit our",
    "follow us",
    "subscribe",
    "sign up",
    "give us a try",
    "try us",
    "special offer",
    "limited time",
    "discount",
    "% off",
    "free consultation",
    "gift card",
    "gift certificate",
    "look no further",
    "our award-winning",
    "best acupuncturist",
    "leading clinic",
    "our clinic offers",
    "at our clinic, we",
    "learn more about our",
];

/// A line of advertising is no longer than this, in words and in characters.
const LONGEST_LINE: (usize, usize) = (9, 70);

pub(super) fn sells(sentence: &str) -> bool {
    has_any(&folded(sentence), &PHRASES)
}

/// Short lines at the end (a name, a slogan, a call, a button), at least one of which sells something.
pub(super) fn tail(markdown: &str) -> Option<PromotionalTail> {
    let lines: Vec<&str> = markdown.lines().collect();
    let mut first = None;
    let mut selling = false;
    for (index, line) in lines.iter().enumerate().rev() {
        let text = plain(line);
        if text.is_empty() {
            continue;
        }
        if !is_short(line, &text) {
            break;
        }
        selling |= sells(&text);
        first = Some(index);
    }
    let first = first.filter(|first| selling && *first > 0)?;
    Some(PromotionalTail { first_line: first + 1, text: lines[first..].join("\n").trim_end().to_owned() })
}

/// No sentence, no list item, no box: something like a slogan or a button.
fn is_short(line: &str, text: &str) -> bool {
    let (words, characters) = LONGEST_LINE;
    let set_apart = line.trim_start().starts_with(['-', '>', '+']) || line.trim_start().starts_with("* ");
    let numbered = line.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let fits = text.split_whitespace().count() <= words && text.chars().count() <= characters;
    fits && !set_apart && !numbered && !text.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tail_is_short_lines_of_which_one_sells() {
        let cases: &[(&str, Option<usize>)] = &[
            ("Rest well.\n\nWillow Lane\n\nFeel Better\n\nBook a session with us today!\n", Some(3)),
            ("Rest well.\n\n## Ready?\n\nContact us\n", Some(3)),
            ("Rest well.\n\nWith warm wishes\n\nInes\n", None),
            ("Rest well.\n\n- book a session in time\n", None),
            ("Rest well.\n\nContact us when the pain comes back or when your leg feels numb.\n", None),
            ("Book now\n", None),
            ("", None),
        ];
        for (markdown, line) in cases {
            assert_eq!(tail(markdown).map(|tail| tail.first_line), *line, "{markdown}");
        }
    }

    #[test]
    fn dropping_the_tail_leaves_the_rest_as_it_was() {
        let markdown = "Rest *well*.\n\nFeel Better\n\nBook Session\n";
        let tail = tail(markdown).unwrap();
        assert_eq!(tail.text, "Feel Better\n\nBook Session");
        assert_eq!(tail.dropped_from(markdown), "Rest *well*.\n");
    }
}
