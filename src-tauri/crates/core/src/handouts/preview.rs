//! Draws a sheet exactly as it will print.

use serde::Deserialize;
use specta::Type;

use hegu_document::{Pdf, RenderError};

use crate::audit::{Action, Outcome};
use crate::blocking::blocking;
use crate::checks::{Checks, FieldProblem};
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::ClientId;
use crate::people::{self, Permission};
use crate::practice::Practice;
use crate::reader::Reader;
use crate::settings;

use super::model::{PaperChoice, SheetText};
use super::page::Page;
use super::pictures;

/// What to draw.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct PreviewSheet {
    /// The text, kept or not.
    pub text: SheetText,
    /// For whom, or nobody.
    pub client: Option<String>,
    /// The paper.
    pub paper: PaperChoice,
    /// Points: 12, 14, 16 or 20.
    pub text_size: i32,
    /// The version this is, or nothing for a draft.
    pub sheet_version: Option<i32>,
}

/// The sheet as a PDF. A text that names a picture which is not here is refused by [`Error::NoPicture`]. The same sheet for the same client on the same day has the same bytes.
pub async fn preview(practice: &Practice, input: &PreviewSheet) -> Result<Vec<u8>> {
    practice.permit(Permission::ReadSheets).await?;
    if let Some(client) = input.client.as_deref() {
        clients::permit(practice, ClientId::parse(client)?).await?;
    }
    Ok(draw(practice, practice, input).await?.bytes)
}

/// Notes in the audit that a sheet left the practice as a file; called once the file is written.
pub async fn saved(practice: &Practice, input: &PreviewSheet) -> Result<()> {
    practice.permit(Permission::GiveSheets).await?;
    let client = input.client.as_deref().map(ClientId::parse).transpose()?;
    let change = practice.change(Action::SheetSaved).await?;
    match client {
        Some(client) => change.commit(client).await,
        None => change.end(Outcome::Done).await,
    }
}

/// A name for the file: the sheet's title without what a file system refuses. Never the client's name: file names
/// show in places the record does not.
pub fn file_name(title: &str) -> String {
    let kept: String = title
        .chars()
        .map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { ' ' } else { c })
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let mut short: String = kept.trim_matches(['.', ' ']).chars().take(80).collect();
    // Names that Windows keeps for devices, whatever follows the dot.
    let device = ["con", "prn", "aux", "nul"].contains(&short.to_lowercase().as_str());
    if short.is_empty() || device {
        short = format!("Sheet {short}").trim().to_owned();
    }
    format!("{}.pdf", short.trim_end())
}

/// Draws the sheet for the practice as it stands, reading through `reader`.
pub(super) async fn draw(practice: &Practice, reader: &impl Reader, input: &PreviewSheet) -> Result<Pdf> {
    let mut checks = Checks::default();
    if ![12, 14, 16, 20].contains(&input.text_size) {
        checks.note("text_size", FieldProblem::UnknownValue);
    }
    if input.text.markdown.len() > 1 << 20 {
        checks.note("text.markdown", FieldProblem::TooLong);
    }
    checks.finish()?;
    let letterhead = settings::letterhead(practice, reader).await?;
    let pictures = pictures::of_text(practice, reader, &input.text.markdown).await?;
    let client = match input.client.as_deref().map(ClientId::parse).transpose()? {
        Some(id) => Some(clients::salutation(reader, clients::record_of(reader, id).await?).await?),
        None => None,
    };
    let today = practice.today();
    let from = people::me(practice, reader).await?;
    let page = Page { letterhead, pictures, from: &from, client: client.as_ref(), today };
    let (document, sheet) = page.lay(input);
    // Drawing takes some milliseconds of pure work, so other commands go on meanwhile.
    let work = move || hegu_document::render(&document, &sheet.borrowed());
    let drawn = blocking("draw a sheet", work).await?;
    drawn.map_err(|error| match error {
        RenderError::NoGlyph(characters) => Error::NoGlyph(characters),
        other => Error::unexpected("draw a sheet", other.to_string()),
    })
}
