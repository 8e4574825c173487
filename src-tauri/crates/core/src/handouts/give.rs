//! Gives a sheet to a client: the exact bytes go onto their timeline.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::attachments;
use crate::audit::{Action, Subject};
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::{AttachmentId, ClientId, GivenId, SheetId};
use crate::moment::Moment;
use crate::people::Permission;
use crate::practice::Practice;

use super::model::PaperChoice;
use super::preview::{self, PreviewSheet};
use super::store::{self, Giving};

/// A sheet to give.
#[derive(Debug, Deserialize, Type)]
pub struct GiveSheet {
    /// The sheet.
    pub sheet: String,
    /// The version that was looked at.
    pub version: i32,
    /// To whom.
    pub client: String,
    /// The paper.
    pub paper: PaperChoice,
    /// Points: 12, 14, 16 or 20.
    pub text_size: i32,
}

/// A sheet that was given.
#[derive(Debug, Clone, Serialize, Type)]
pub struct GivenSheet {
    /// Names the given sheet, for its exact bytes.
    pub id: String,
    /// To whom.
    pub client: String,
    /// Pages.
    pub pages: i32,
    /// Size of the PDF in bytes.
    pub bytes: i32,
    /// When (UTC milliseconds).
    pub at: Moment,
}

/// Draws the named version and keeps its bytes with version, language, paper and date. What was given stays as it
/// was, whatever becomes of the sheet, the client's name or this program.
pub async fn give(practice: &Practice, input: GiveSheet) -> Result<GivenSheet> {
    practice.permit(Permission::GiveSheets).await?;
    let sheet = SheetId::parse(&input.sheet)?;
    let client = ClientId::parse(&input.client)?;
    let client = clients::permit(practice, client).await?;
    let id = GivenId::new(practice.new_id()?);
    let file = AttachmentId::new(practice.new_id()?);
    let mut change = practice.change(Action::SheetGiven).await?;
    let text = store::version(&change, sheet, input.version).await?.text();
    let drawing = PreviewSheet {
        text: text.clone(),
        client: Some(client.to_string()),
        paper: input.paper,
        text_size: input.text_size,
        sheet_version: Some(input.version),
    };
    let pdf = preview::draw(practice, &change, &drawing).await?;
    let count =
        |number: usize| i32::try_from(number).map_err(|error| Error::unexpected("size of a sheet", error));
    let (pages, bytes) = (count(pdf.pages)?, count(pdf.bytes.len())?);
    attachments::keep(&mut change, practice.folder(), file, "application/pdf", &pdf.bytes).await?;
    let giving = Giving {
        id,
        client,
        sheet,
        version: input.version,
        text: &text,
        paper: input.paper,
        text_size: input.text_size,
        pages,
        file,
    };
    store::insert_given(&mut change, &giving).await?;
    change.note("sheet", sheet.to_string());
    change.note("version", input.version);
    let at = change.at().into();
    change.commit(Subject::from(id).of_client(client)).await?;
    Ok(GivenSheet { id: id.to_string(), client: client.to_string(), pages, bytes, at })
}
