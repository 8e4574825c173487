//! A sheet's text, always valid once checked.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::checks::{Checks, FieldProblem};
use crate::error::Result;
use crate::moment::Moment;

/// A sheet as somebody types it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SheetText {
    /// The title, printed large.
    pub title: String,
    /// BCP 47, for example "en" or "zh-Hans".
    pub language: String,
    /// Who wrote it; may be empty.
    pub author: String,
    /// When it was written: ISO date, or nothing.
    pub written: String,
    /// The text as Markdown.
    pub markdown: String,
}

/// The paper a sheet is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PaperChoice {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl PaperChoice {
    /// The stored name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// Reads a stored name; the database's CHECK allows these two only.
    pub(crate) fn from_name(name: &str) -> Self {
        if name == "letter" { Self::Letter } else { Self::A4 }
    }
}

impl From<PaperChoice> for hegu_document::Paper {
    fn from(paper: PaperChoice) -> Self {
        match paper {
            PaperChoice::A4 => Self::A4,
            PaperChoice::Letter => Self::Letter,
        }
    }
}

/// A sheet in the library.
#[derive(Debug, Clone, Serialize, Type)]
pub struct SheetRow {
    /// The sheet.
    pub id: String,
    /// Its title.
    pub title: String,
    /// BCP 47.
    pub language: String,
    /// The newest version.
    pub version: i32,
    /// Who wrote it; may be empty.
    pub author: String,
    /// When it was written, ISO date.
    pub written: Option<String>,
    /// When the newest version was kept (UTC milliseconds).
    pub kept_at: Moment,
    /// How often it was given, in any version.
    pub given: i32,
    /// Comes with the program: it is never changed here, only copied.
    pub built_in: bool,
}

/// A sheet with its newest text.
#[derive(Debug, Clone, Serialize, Type)]
pub struct SheetView {
    /// The sheet.
    pub id: String,
    /// The newest version; keeping a next one names it.
    pub version: i32,
    /// Its text.
    pub text: SheetText,
    /// When it was kept (UTC milliseconds).
    pub kept_at: Moment,
    /// By whom.
    pub kept_by: String,
    /// Comes with the program: keeping a changed text makes a sheet of the practice's own.
    pub built_in: bool,
}

impl SheetText {
    /// Checks what is about to be kept: a title, a known shape of language tag, a real date, some text.
    pub(super) fn validate(&self) -> Result<Self> {
        let mut checks = Checks::default();
        let title = checks.required("title", &self.title, 200);
        let author = checks.line("author", &self.author, 200);
        let language = checks.required("language", &self.language, 35);
        if !language.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            checks.note("language", FieldProblem::UnknownValue);
        }
        let written = checks.date("written", &self.written).map(|date| date.to_string()).unwrap_or_default();
        let markdown = checks.required_lines("markdown", &self.markdown, 300_000);
        checks.finish()?;
        Ok(Self { title, language, author, written, markdown })
    }
}
