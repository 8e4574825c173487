//! Sentences of a Markdown text with their lines.

/// A sentence as printed, and the line of the Markdown it begins on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    pub(super) line: usize,
    pub(super) text: String,
}

/// Short forms whose dot ends no sentence.
const SHORT_FORMS: [&str; 14] = [
    "e.g.", "i.e.", "dr.", "mr.", "ms.", "mrs.", "st.", "vs.", "etc.", "no.", "approx.", "al.", "r.ac.",
    "fig.",
];

/// All sentences; a heading or list item counts as one. A sentence may run over wrapped lines.
pub(super) fn sentences(markdown: &str) -> Vec<Sentence> {
    let mut sentences: Vec<Sentence> = Vec::new();
    let mut open: Option<Sentence> = None;
    for (index, raw) in markdown.lines().enumerate() {
        let text = plain(raw);
        if text.is_empty() || starts_block(raw) {
            sentences.extend(open.take());
        }
        for piece in pieces(&text) {
            let ended = ends_sentence(piece);
            match &mut open {
                Some(sentence) => {
                    sentence.text.push(' ');
                    sentence.text.push_str(piece);
                }
                None => open = Some(Sentence { line: index + 1, text: piece.to_owned() }),
            }
            if ended {
                sentences.extend(open.take());
            }
        }
    }
    sentences.extend(open);
    sentences
}

/// How many words a text has. A word has at least one letter or digit.
pub(super) fn words(markdown: &str) -> usize {
    markdown
        .lines()
        .map(|line| {
            plain(line).split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
        })
        .sum()
}

/// Lower case with straight apostrophes, so that phrases match however they were typed.
pub(super) fn folded(text: &str) -> String {
    text.to_lowercase().replace(['’', '‘'], "'")
}

/// Whether the text contains the phrase as whole words.
pub(super) fn has_phrase(folded: &str, phrase: &str) -> bool {
    folded.match_indices(phrase).any(|(at, _)| {
        let before = folded[..at].chars().next_back();
        let after = folded[at + phrase.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

pub(super) fn has_any(folded: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| has_phrase(folded, phrase))
}

fn starts_block(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with(['#', '>', '-', '+']) || line.starts_with("* ") || numbered(line).is_some()
}

fn numbered(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == line.len() { None } else { rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") ")) }
}

/// A line of Markdown without its marks.
pub(super) fn plain(line: &str) -> String {
    let mut rest = line.trim();
    while let Some(inner) = rest.strip_prefix(['>', '#']) {
        rest = inner.trim_start();
    }
    for mark in ["- ", "* ", "+ "] {
        rest = rest.strip_prefix(mark).unwrap_or(rest);
    }
    rest = numbered(rest).unwrap_or(rest);
    if rest.starts_with("[!") || matches!(rest, "___" | "---" | "***" | "\\newpage") {
        return String::new();
    }
    let mut text = String::with_capacity(rest.len());
    let mut characters = rest.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' if characters.peek().is_some_and(char::is_ascii_punctuation) => {
                text.extend(characters.next())
            }
            '\\' if characters.peek().is_none() => {}
            '*' => {}
            c => text.push(c),
        }
    }
    text.trim().to_owned()
}

fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (index, _) in text.match_indices(' ') {
        if index > start && ends_sentence(&text[start..index]) {
            pieces.push(text[start..index].trim());
            start = index + 1;
        }
    }
    pieces.push(text[start..].trim());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['”', '"', '’', '\'', ')', ']']);
    let last_word = bare.rsplit(' ').next().unwrap_or(bare).to_lowercase();
    bare.ends_with(['.', '!', '?', '…']) && !SHORT_FORMS.contains(&last_word.trim_start_matches('('))
}
