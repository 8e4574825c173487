//! Why a sheet could not be drawn.

/// A character that no bundled font has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingGlyph {
    /// The character itself.
    pub character: char,
    /// What to call it in a message, such as `Hebrew letter א U+05D0`.
    pub name: String,
}

/// Why a sheet could not be drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// These characters cannot be printed; each is named once, in the order of the text.
    #[error("no bundled font prints {}", names(.0))]
    NoGlyph(Vec<MissingGlyph>),
    /// The practice keeps no picture of these names; each is named once, in the order of the text.
    #[error("no picture is called {}", quoted(.0))]
    NoPicture(Vec<String>),
    /// This picture is neither a png nor a jpeg that can be read, or it is too large.
    #[error("the picture {0:?} cannot be read")]
    BadPicture(String),
    /// The text would fill too many pages.
    #[error("the sheet would have {pages} pages, more than {most}")]
    TooLong {
        /// How many pages it would have.
        pages: usize,
        /// How many are allowed.
        most: usize,
    },
    /// A bundled font or the PDF could not be put together: a fault of the program, not of the text.
    #[error("the sheet could not be put together: {0}")]
    Broken(&'static str),
}

fn names(missing: &[MissingGlyph]) -> String {
    missing.iter().map(|glyph| glyph.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(", ")
}
