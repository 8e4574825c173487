//! Which addresses a reader of the file can follow.

use std::ops::Range;

/// Words that can be clicked.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Where they lead.
    pub(super) to: Target,
    /// What a screen reader says of it: the words as they are printed.
    pub(super) said: String,
}

/// Where a click leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// An address, in ASCII.
    Address(String),
    /// The source of this number, at the end of the sheet.
    Source(usize),
    /// The first reference to the source of this number.
    Reference(usize),
}

/// Only these open a page, a letter or a call; everything else stays text.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The link to an address, when it is one that may be followed.
pub(super) fn link(to: &str, said: &str) -> Option<Link> {
    let (scheme, rest) = to.trim().split_once(':')?;
    let allowed = SCHEMES.iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed));
    (allowed && !rest.is_empty())
        .then(|| Link { to: Target::Address(escape(to.trim())), said: said.to_owned() })
}

/// Addresses written out in running text.
pub(super) fn written_out(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find("://") {
        let colon = from + at;
        let start = colon - text[..colon].bytes().rev().take_while(u8::is_ascii_alphabetic).count();
        let rest = &text[start..];
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”'));
        let address = without_closing(&rest[..end.unwrap_or(rest.len())]);
        from = (start + address.len()).max(colon + 3);
        if SCHEMES[..2].iter().any(|scheme| text[start..colon].eq_ignore_ascii_case(scheme))
            && start + address.len() > colon + 3
        {
            found.push(start..start + address.len());
        }
    }
    found
}

/// Without the full stop or the bracket that belongs to the sentence around the address.
fn without_closing(address: &str) -> &str {
    let mut address = address;
    loop {
        let open = address.contains('(');
        let shorter = address
            .trim_end_matches(|c: char| ".,;:!?'’]}".contains(c) || is_wide_stop(c) || c == ')' && !open);
        if shorter.len() == address.len() {
            return address;
        }
        address = shorter;
    }
}

fn is_wide_stop(c: char) -> bool {
    matches!(c, '。' | '、' | '，' | '；' | '：' | '！' | '？' | '）' | '」' | '』')
}

/// Addresses in a PDF are ASCII; everything else is written as the bytes of its UTF-8.
fn escape(address: &str) -> String {
    let mut escaped = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_letters_and_calls_can_be_followed() {
        for to in ["https://a.org", "HTTP://a.org", "mailto:a@b.org", "tel:+12505550100"] {
            assert_eq!(link(to, "words").unwrap().to, Target::Address(to.to_owned()));
        }
        for to in
            ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a", "a.org", "tel:"]
        {
            assert_eq!(link(to, "words"), None, "{to}");
        }
        let escaped = Target::Address("https://a.org/%C3%A9%20x".to_owned());
        assert_eq!(link("https://a.org/é x", "").unwrap().to, escaped);
    }

    #[test]
    fn addresses_in_running_text_end_where_the_sentence_goes_on() {
        let cases: &[(&str, &[&str])] = &[
            ("See https://a.org/b.", &["https://a.org/b"]),
            ("(https://a.org/b) and http://c.org, too", &["https://a.org/b", "http://c.org"]),
            ("https://a.org/b_(c)", &["https://a.org/b_(c)"]),
            ("https:// and ://a and ftp://a.org", &[]),
            ("请看https://a.org。", &["https://a.org"]),
            ("https://a.org://b", &["https://a.org://b"]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = written_out(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
