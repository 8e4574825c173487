//! Cuts a source into tokens.

use super::{Lexeme, Token};

/// The source from here on, and the line it has come to.
pub(super) struct Reader<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn of(source: &'a str) -> Self {
        Self { rest: source, line: 1 }
    }

    fn take(&mut self, bytes: usize) -> String {
        let (taken, rest) = self.rest.split_at(bytes.min(self.rest.len()));
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken.to_owned()
    }

    fn take_to(&mut self, end: &str) -> String {
        let at = self.rest.find(end).unwrap_or(self.rest.len());
        let text = self.take(at);
        self.take(end.len());
        text
    }

    fn skip_block_comment(&mut self) {
        let mut depth = 0;
        while !self.rest.is_empty() {
            if self.rest.starts_with("/*") {
                depth += 1;
                self.take(2);
            } else if self.rest.starts_with("*/") {
                depth -= 1;
                self.take(2);
                if depth == 0 {
                    return;
                }
            } else {
                self.take(self.rest.chars().next().map_or(0, char::len_utf8));
            }
        }
    }

    /// The rest of a string whose opening quote is taken.
    fn quoted(&mut self) -> String {
        let mut escaped = false;
        let end = self.rest.find(|c| {
            let ends = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        });
        let text = self.take(end.unwrap_or(self.rest.len()));
        self.take(1);
        text
    }

    /// A word, or the string that a prefix such as `r#` or `b` begins.
    fn word_or_prefixed_string(&mut self) -> Token {
        let end = self.rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(self.rest.len());
        let word = self.take(end);
        let hashes = self.rest.len() - self.rest.trim_start_matches('#').len();
        let opens = self.rest[hashes..].starts_with('"');
        match word.as_str() {
            "r" | "br" | "cr" if opens => {
                self.take(hashes + 1);
                Token::Text(self.take_to(&format!("\"{}", "#".repeat(hashes))))
            }
            "b" | "c" if opens && hashes == 0 => {
                self.take(1);
                Token::Text(self.quoted())
            }
            _ => Token::Word(word),
        }
    }

    /// A character literal is left out; of a lifetime only its name stays.
    fn skip_tick(&mut self) {
        self.take(1);
        let mut following = self.rest.chars();
        match (following.next(), following.next()) {
            (Some('\\'), _) => {
                self.take(2);
                self.take_to("'");
            }
            (Some(literal), Some('\'')) => {
                self.take(literal.len_utf8() + 1);
            }
            _ => {}
        }
    }
}

impl Iterator for Reader<'_> {
    type Item = Lexeme;

    fn next(&mut self) -> Option<Lexeme> {
        loop {
            let first = self.rest.chars().next()?;
            let line = self.line;
            let token = match first {
                _ if self.rest.starts_with("//") => {
                    self.take_to("\n");
                    continue;
                }
                _ if self.rest.starts_with("/*") => {
                    self.skip_block_comment();
                    continue;
                }
                _ if first.is_whitespace() => {
                    self.take(first.len_utf8());
                    continue;
                }
                '\'' => {
                    self.skip_tick();
                    continue;
                }
                '"' => {
                    self.take(1);
                    Token::Text(self.quoted())
                }
                _ if first.is_alphanumeric() || first == '_' => self.word_or_prefixed_string(),
                _ => {
                    self.take(first.len_utf8());
                    Token::Mark(first)
                }
            };
            return Some(Lexeme { line, token });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(source: &str) -> Vec<Token> {
        Reader::of(source).map(|lexeme| lexeme.token).collect()
    }

    #[test]
    fn comments_and_characters_are_left_out_and_strings_kept_apart() {
        let source = "a /* b /* c */ d */ \"e \\\" f\" 'g' '\\'' // h\n r#\"i \"j\"\"# b\"k\"";
        let word = |text: &str| Token::Word(text.to_owned());
        let text = |text: &str| Token::Text(text.to_owned());
        assert_eq!(tokens(source), [word("a"), text("e \\\" f"), text("i \"j\""), text("k")]);
    }

    #[test]
    fn a_lifetime_is_not_an_open_quote() {
        assert!(tokens("fn f<'a>(x: &'a str) { unsafe {} }").contains(&Token::Word("unsafe".to_owned())));
    }

    #[test]
    fn lines_are_counted_through_comments_and_strings() {
        let last = Reader::of("/* \n */ \"\n\"\nx").last();
        assert_eq!(last, Some(Lexeme { line: 4, token: Token::Word("x".to_owned()) }));
    }
}
