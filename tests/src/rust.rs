//! Rust sources as the words a compiler sees: no comments, no test modules, and strings kept apart.

mod reader;

use std::ops::Range;

use reader::Reader;

/// One piece of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// An identifier or keyword.
    Word(String),
    /// What stands between the quotes of a string literal.
    Text(String),
    /// Any other character that is not space.
    Mark(char),
}

/// A token and the line it starts on, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lexeme {
    /// The line.
    pub line: usize,
    /// The token.
    pub token: Token,
}

impl Lexeme {
    /// The identifier, when it is one.
    #[must_use]
    pub fn word(&self) -> Option<&str> {
        if let Token::Word(word) = &self.token { Some(word) } else { None }
    }

    /// The string's content, when it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        if let Token::Text(text) = &self.token { Some(text) } else { None }
    }

    fn is(&self, mark: char) -> bool {
        self.token == Token::Mark(mark)
    }
}

/// A function with its signature (from `fn` to the brace) and its body.
#[derive(Debug)]
pub struct Function<'a> {
    /// From `fn` up to the opening brace.
    pub signature: &'a [Lexeme],
    /// Where its body stands among the tokens; empty for a declaration.
    pub body: Range<usize>,
}

/// A struct or enum with what it derives.
#[derive(Debug)]
pub struct Type<'a> {
    /// Its name.
    pub name: &'a str,
    /// Where it is declared.
    pub line: usize,
    /// Every word within its `#[derive(…)]`.
    pub derives: Vec<&'a str>,
    /// Everything between its braces or parentheses.
    pub body: &'a [Lexeme],
}

/// Cuts a source into tokens, leaving out comments and everything under `#[cfg(test)]`.
#[must_use]
pub fn read(source: &str) -> Vec<Lexeme> {
    without_tests(&Reader::of(source).collect::<Vec<_>>())
}

/// The index just behind the bracket that closes the one at `open`.
fn closing(tokens: &[Lexeme], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, lexeme) in tokens.iter().enumerate().skip(open) {
        match lexeme.token {
            Token::Mark('{' | '(' | '[') => depth += 1,
            Token::Mark('}' | ')' | ']') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

fn without_tests(tokens: &[Lexeme]) -> Vec<Lexeme> {
    let mut kept = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        let words = |from: usize| rest.get(from).and_then(Lexeme::word);
        if rest[0].is('#') && words(2) == Some("cfg") && words(4) == Some("test") && rest[5].is(')') {
            let end = rest
                .iter()
                .skip(7)
                .position(|lexeme| lexeme.is('{') || lexeme.is(';'))
                .map_or(rest.len(), |n| n + 7);
            at +=
                if rest.get(end).is_some_and(|lexeme| lexeme.is('{')) { closing(rest, end) } else { end + 1 };
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// Every path a source names, `use` trees written out: line and segments.
#[must_use]
pub fn paths(tokens: &[Lexeme]) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].word() == Some("use") {
            at = use_tree(tokens, at + 1, &[], &mut found);
        } else if tokens[at].word().is_some() {
            let (segments, end) = segments(tokens, at);
            if segments.len() > 1 {
                found.push((tokens[at].line, segments));
            }
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

/// `a::b::c` from `at` on, and the index behind it (and behind a trailing `::`).
fn segments(tokens: &[Lexeme], mut at: usize) -> (Vec<String>, usize) {
    let mut segments = Vec::new();
    while let Some(word) = tokens.get(at).and_then(Lexeme::word) {
        segments.push(word.to_owned());
        at += 1;
        if !(tokens.get(at).is_some_and(|lexeme| lexeme.is(':'))
            && tokens.get(at + 1).is_some_and(|l| l.is(':')))
        {
            break;
        }
        at += 2;
    }
    (segments, at)
}

fn use_tree(tokens: &[Lexeme], at: usize, before: &[String], found: &mut Vec<(usize, Vec<String>)>) -> usize {
    let Some(line) = tokens.get(at).map(|lexeme| lexeme.line) else { return at };
    let start = if tokens[at].is(':') { at + 2 } else { at };
    let (own, mut at) = segments(tokens, start);
    let path: Vec<String> = before.iter().cloned().chain(own).collect();
    if tokens.get(at).is_some_and(|lexeme| lexeme.is('{')) {
        let end = closing(tokens, at);
        at += 1;
        while at + 1 < end {
            let next = use_tree(tokens, at, &path, found);
            at = if next > at { next } else { at + 1 };
        }
        return end;
    }
    found.push((line, path));
    while tokens.get(at).is_some_and(|lexeme| !matches!(lexeme.token, Token::Mark(',' | ';' | '}'))) {
        at += 1;
    }
    if tokens.get(at).is_some_and(|lexeme| lexeme.is(',')) { at + 1 } else { at }
}

/// Every function, methods and nested ones too.
#[must_use]
pub fn functions(tokens: &[Lexeme]) -> Vec<Function<'_>> {
    let starts = (0..tokens.len()).filter(|&at| {
        tokens[at].word() == Some("fn") && tokens.get(at + 1).is_some_and(|lexeme| lexeme.word().is_some())
    });
    starts
        .filter_map(|start| {
            let open = head_end(tokens, start)?;
            let end = if tokens[open].is('{') { closing(tokens, open) } else { open };
            Some(Function { signature: &tokens[start..open], body: open..end })
        })
        .collect()
}

/// Where the head of an item ends: at its brace or semicolon, not at the one inside `[u8; 32]`.
fn head_end(tokens: &[Lexeme], start: usize) -> Option<usize> {
    let mut at = start;
    while let Some(lexeme) = tokens.get(at) {
        match lexeme.token {
            Token::Mark('{' | ';') => return Some(at),
            Token::Mark('(' | '[') => at = closing(tokens, at),
            _ => at += 1,
        }
    }
    None
}

/// Every struct and enum.
#[must_use]
pub fn types(tokens: &[Lexeme]) -> Vec<Type<'_>> {
    let mut found = Vec::new();
    let mut derives = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match tokens[at].word() {
            Some("derive") => {
                let end = closing(tokens, at + 1);
                derives.extend(tokens[at..end].iter().filter_map(Lexeme::word));
                at = end;
                continue;
            }
            Some("struct" | "enum") => {
                let name = tokens.get(at + 1).and_then(Lexeme::word);
                let open =
                    (at..tokens.len()).find(|&i| matches!(tokens[i].token, Token::Mark('{' | '(' | ';')));
                if let (Some(name), Some(open)) = (name, open) {
                    let end = if tokens[open].is(';') { open } else { closing(tokens, open) };
                    let derives = std::mem::take(&mut derives);
                    found.push(Type { name, line: tokens[at].line, derives, body: &tokens[open..end] });
                    at = end;
                }
            }
            Some("fn" | "impl" | "mod" | "trait" | "const") => derives.clear(),
            _ => {}
        }
        at += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(source: &str) -> Vec<String> {
        paths(&read(source)).into_iter().map(|(_, path)| path.join("::")).collect()
    }

    #[test]
    fn use_trees_are_written_out() {
        assert_eq!(written("use a::{b, c::{self, d as e}}; use f;"), ["a::b", "a::c::self", "a::c::d", "f"]);
        assert_eq!(written("fn x() -> g::H { ::i::j() }"), ["g::H", "i::j"]);
    }

    #[test]
    fn test_modules_are_not_the_program() {
        assert_eq!(written("use a; #[cfg(test)] mod tests { use b; } use c;"), ["a", "c"]);
    }

    #[test]
    fn a_signature_ends_at_its_brace_even_with_an_array_in_it() {
        let tokens = read("fn f(key: &[u8; 32], change: &mut Change) { write() }");
        let function = &functions(&tokens)[0];
        assert!(function.signature.iter().any(|lexeme| lexeme.word() == Some("Change")));
        assert!(tokens[function.body.clone()].iter().any(|lexeme| lexeme.word() == Some("write")));
    }
}
