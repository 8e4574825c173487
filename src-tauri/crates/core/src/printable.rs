//! Papers about people whose names no bundled face can print: Arabic, Hebrew, an emoji.
//!
//! Nobody is refused a paper for what they are called. It is drawn anew without those names, and says by number who it is
//! about; anything else that cannot be printed is refused with its characters, as somebody typed it and can write it otherwise.

use hegu_document::RenderError;

use crate::error::Error;

/// Draws a paper; where characters cannot be printed, once more by what is said without them.
pub(crate) fn drawn<T>(draw: impl Fn(&[char]) -> Result<T, RenderError>) -> Result<T, RenderError> {
    match draw(&[]) {
        Err(RenderError::NoGlyph(missing)) => {
            let missing: Vec<char> = missing.iter().map(|glyph| glyph.character).collect();
            draw(&missing)
        }
        other => other,
    }
}

/// Whether a text holds none of the characters that cannot be printed.
pub(crate) fn is_printable(text: &str, missing: &[char]) -> bool {
    !text.chars().any(|letter| missing.contains(&letter))
}

/// What could not be drawn, as the core says it; `doing` says what was.
pub(crate) fn refused(doing: &'static str, error: RenderError) -> Error {
    match error {
        RenderError::NoGlyph(characters) => Error::NoGlyph(characters),
        other => Error::unexpected(doing, other.to_string()),
    }
}
