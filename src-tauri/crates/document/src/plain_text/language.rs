//! Which language a text is in, as a first guess that a person can change.

/// BCP 47: Chinese when a tenth of the letters are Han, otherwise English.
#[must_use]
pub fn language(text: &str) -> &'static str {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let han = text.chars().filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}')).count();
    if han * 10 > letters.max(1) { "zh-Hans" } else { "en" }
}
