//! A text message that is written here and sent by a phone: a code to scan. Nothing is sent by the program.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::people::Permission;
use crate::practice::Practice;

/// Longer messages make a code that phones read badly.
const LONGEST: u32 = 480;

/// A message to write.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct WriteText {
    /// The number it goes to, as people write it.
    pub phone: String,
    /// What it says.
    pub text: String,
}

/// A code of squares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct TextCode {
    /// Its rows from the top, each as long as there are rows: "1" for a dark square, "0" for a light one.
    pub rows: Vec<String>,
}

/// The code that opens the message on the phone that scans it, ready to be sent: `SMSTO:number:text`, which the cameras of
/// iOS and Android read.
pub async fn text_code(practice: &Practice, input: WriteText) -> Result<TextCode> {
    practice.permit(Permission::ReadBookings).await?;
    let mut checks = Checks::default();
    let number = number(&input.phone);
    if number.is_empty() {
        checks.note("phone", FieldProblem::NotAPhone);
    }
    let text = checks.required_lines("text", &input.text, LONGEST);
    checks.finish()?;
    let rows = hegu_document::squares(&format!("SMSTO:{number}:{text}"))
        .ok_or_else(|| Error::unexpected("a code for a message", "too long"))?;
    let written = |row: Vec<bool>| row.into_iter().map(|dark| if dark { '1' } else { '0' }).collect();
    Ok(TextCode { rows: rows.into_iter().map(written).collect() })
}

/// The digits of a telephone number, with the "+" of an international one.
fn number(typed: &str) -> String {
    // The zero that is dialled only within the country stands in brackets behind the country's code.
    let typed = typed.trim();
    let typed = if typed.starts_with('+') { typed.replace("(0)", "") } else { typed.to_owned() };
    let (plus, rest) = typed.strip_prefix('+').map_or(("", typed.as_str()), |rest| ("+", rest));
    // An extension or a second number would be dialled with the first.
    let between = |sign: char| sign.is_whitespace() || "-.()\u{2011}\u{2013}".contains(sign);
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let readable = rest.chars().all(|sign| sign.is_ascii_digit() || between(sign));
    if readable && (3..=15).contains(&digits.len()) { format!("{plus}{digits}") } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_number_is_its_digits() {
        assert_eq!(number(" +1 (250) 555-0199 "), "+12505550199");
        assert_eq!(number("0412 345 678"), "0412345678");
        assert_eq!(number("+44 (0)20 7946 0000"), "+442079460000");
        for none in
            ["+1;body=x", "0412 345 678 ext 12", "0412 345 678 / 0298 765 432", "12", "1234567890123456"]
        {
            assert_eq!(number(none), "", "{none}");
        }
        assert_eq!(number(""), "");
    }
}
