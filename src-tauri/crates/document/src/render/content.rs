//! Page content, written operator by operator as it is drawn.
//!
//! printpdf puts pages, fonts and resources together, but it keeps every glyph as an object of its own
//! until the file is saved; a page of text is written many times faster directly.

use std::io::Write;

/// The content stream of one page.
#[derive(Default)]
pub(super) struct Content {
    bytes: Vec<u8>,
    showing: bool,
    in_string: bool,
}

impl Content {
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// A line that is no drawing, such as `BT` or `/Artifact BMC`.
    pub(super) fn line(&mut self, line: &str) {
        self.bytes.extend_from_slice(line.as_bytes());
        self.bytes.push(b'\n');
    }

    /// An operator after its numbers. Hundredths of a point are finer than any printer.
    pub(super) fn operator(&mut self, numbers: &[f32], operator: &str) {
        for number in numbers {
            self.hundredths(*number);
            self.bytes.push(b' ');
        }
        self.line(operator);
    }

    /// Chooses a font of the page's resources. Its size is written in full: every glyph is as wide as it
    /// says.
    pub(super) fn font(&mut self, name: &str, size: f32) {
        self.line(&format!("/{name} {size} Tf"));
    }

    /// Begins marked content with a number that the structure tree refers to.
    pub(super) fn begin_numbered(&mut self, tag: &str, number: usize) {
        self.line(&format!("/{tag} <</MCID {number}>> BDC"));
    }

    /// Begins a span that tells a reader which characters its glyphs stand for, where the glyphs alone
    /// would say something else.
    pub(super) fn begin_meaning(&mut self, text: &str) {
        self.bytes.extend_from_slice(b"/Span <</ActualText <FEFF");
        for unit in text.encode_utf16() {
            for shift in [12, 8, 4, 0] {
                self.bytes.push(b"0123456789ABCDEF"[usize::from(unit >> shift & 0xF)]);
            }
        }
        self.line(">>> BDC");
    }

    /// Shows the glyph with this code after the last one.
    pub(super) fn glyph(&mut self, code: u16) {
        if !self.showing {
            self.bytes.push(b'[');
            self.showing = true;
        }
        if !self.in_string {
            self.bytes.push(b'(');
            self.in_string = true;
        }
        for byte in code.to_be_bytes() {
            match byte {
                b'(' | b')' | b'\\' => self.bytes.extend([b'\\', byte]),
                b'\r' => self.bytes.extend(b"\\r"),
                b'\n' => self.bytes.extend(b"\\n"),
                _ => self.bytes.push(byte),
            }
        }
    }

    /// Moves the pen back between two glyphs, in thousandths of the font's size.
    pub(super) fn kern(&mut self, back: f32) {
        self.end_string();
        self.hundredths(back);
    }

    /// Ends a row of glyphs, if one is being shown.
    pub(super) fn end_show(&mut self) {
        self.end_string();
        if std::mem::take(&mut self.showing) {
            self.line("]TJ");
        }
    }

    fn end_string(&mut self) {
        if std::mem::take(&mut self.in_string) {
            self.bytes.push(b')');
        }
    }

    fn hundredths(&mut self, number: f32) {
        let hundredths = (number * 100.0).round() as i64;
        if hundredths < 0 {
            self.bytes.push(b'-');
        }
        let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
        self.integer(whole);
        if rest > 0 {
            self.bytes.push(b'.');
            self.bytes.push(b'0' + (rest / 10) as u8);
            if rest % 10 > 0 {
                self.bytes.push(b'0' + (rest % 10) as u8);
            }
        }
    }

    fn integer(&mut self, number: u64) {
        // Almost every number on a page is small, and formatting is the slowest part of writing it.
        if number < 10 {
            self.bytes.push(b'0' + number as u8);
        } else if number < 1000 {
            let digits = [number / 100, number / 10 % 10, number % 10].map(|digit| b'0' + digit as u8);
            self.bytes.extend_from_slice(if number < 100 { &digits[1..] } else { &digits });
        } else {
            // A vector takes every byte.
            let _ = write!(self.bytes, "{number}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_to_the_hundredth_and_never_longer_than_needed() {
        let mut content = Content::default();
        content.operator(&[0.0, -0.004, 1.5, 12.34, -7.05, 99.999, 841.89, 1234.5], "c");
        assert_eq!(
            String::from_utf8(content.into_bytes()).unwrap(),
            "0 0 1.5 12.34 -7.05 100 841.89 1234.5 c\n"
        );
    }

    #[test]
    fn every_glyph_code_can_be_read_back() {
        let mut content = Content::default();
        let codes = 0..=0x0D_FF_u16;
        codes.clone().for_each(|code| content.glyph(code));
        content.end_show();
        let content = lopdf::content::Content::decode(&content.into_bytes()).unwrap();
        let strings = content.operations[0].operands[0].as_array().unwrap();
        let expected: Vec<u8> = codes.flat_map(u16::to_be_bytes).collect();
        assert_eq!(strings[0].as_str().unwrap(), expected);
    }
}
