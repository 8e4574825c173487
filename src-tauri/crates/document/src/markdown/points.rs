//! Finds acupuncture points written as a code with its Chinese name, such as `ST36 足三里`.

use crate::model::Run;

/// Point names have two to four characters; a longer run of Han is a sentence.
const LONGEST_NAME: usize = 4;

/// Takes the points out of a text run; every other run comes back alone and unchanged.
pub(super) fn split(run: Run) -> Vec<Run> {
    let Run::Text(text) = run else { return vec![run] };
    if !text.chars().any(is_han) {
        return vec![Run::Text(text)];
    }
    let mut runs = Vec::new();
    let mut rest = text.as_str();
    let mut searched = 0;
    while let Some(space) = rest[searched..].find(' ').map(|at| at + searched) {
        searched = space + 1;
        let (before, after) = (&rest[..space], &rest[space + 1..]);
        let han: String = after.chars().take_while(|c| is_han(*c)).collect();
        let (Some(code), true) = (code_at_end(before), is_name(&han)) else { continue };
        let text_before = &before[..before.len() - code.len()];
        if !text_before.is_empty() {
            runs.push(Run::Text(text_before.to_owned()));
        }
        rest = &after[han.len()..];
        searched = 0;
        runs.push(Run::Point { code: code.to_owned(), han });
    }
    if !rest.is_empty() {
        runs.push(Run::Text(rest.to_owned()));
    }
    runs
}

fn is_name(han: &str) -> bool {
    (1..=LONGEST_NAME).contains(&han.chars().count())
}

/// The point code that ends the text: two or three capitals and a number, or an extra point (`EX-HN3`).
fn code_at_end(text: &str) -> Option<&str> {
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric() || *c == '-')
        .last()
        .map(|(index, _)| index)?;
    let word = &text[start..];
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = word.len() - letters.len();
    let meridian = letters.strip_prefix("EX-").unwrap_or(letters);
    let is_meridian = (2..=3).contains(&meridian.len()) && meridian.chars().all(|c| c.is_ascii_uppercase());
    ((1..=2).contains(&digits) && is_meridian).then_some(word)
}

/// Whether a character is a Chinese character (CJK unified ideographs and their extensions).
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Run {
        Run::Text(text.to_owned())
    }

    fn point(code: &str, han: &str) -> Run {
        Run::Point { code: code.to_owned(), han: han.to_owned() }
    }

    #[test]
    fn points_are_found_beside_their_chinese_names() {
        let cases: &[(&str, Vec<Run>)] = &[
            ("Zusanli ST36 足三里.", vec![text("Zusanli "), point("ST36", "足三里"), text(".")]),
            ("LI4 合谷, LR3 太衝", vec![point("LI4", "合谷"), text(", "), point("LR3", "太衝")]),
            ("(EX-HN3 印堂)", vec![text("("), point("EX-HN3", "印堂"), text(")")]),
            ("ST36", vec![text("ST36")]),
            ("ST36足三里", vec![text("ST36足三里")]),
            ("AST36B 足三里", vec![text("AST36B 足三里")]),
            ("ST36 足三里位于膝下", vec![text("ST36 足三里位于膝下")]),
            ("in 2023 合谷", vec![text("in 2023 合谷")]),
            ("足三里", vec![text("足三里")]),
        ];
        for (input, expected) in cases {
            assert_eq!(&split(text(input)), expected, "{input}");
        }
    }
}
