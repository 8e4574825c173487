//! Takes a signed note out of the practice: drawn as a PDF, saved or printed.

use hegu_document::Sheet;

use crate::audit::{Action, Subject};
use crate::blocking::blocking;
use crate::clients;
use crate::error::Result;
use crate::handouts::WayOut;
use crate::ids::{ClientId, NoteId};
use crate::people::Permission;
use crate::practice::Practice;
use crate::printable;
use crate::settings;

use super::{page, view};

/// A signed note as a PDF, and a name for its file. The name says the day and never whose note it is: file names show
/// in places the record does not.
pub async fn pdf(practice: &Practice, id: &str) -> Result<(String, Vec<u8>)> {
    practice.permit(Permission::ReadNotes).await?;
    let id = NoteId::parse(id)?;
    let note = view::of(practice, id).await?;
    let signature_block = view::signature_block(practice, id).await?;
    let letterhead = settings::letterhead(practice, practice).await?;
    let client = ClientId::parse(&note.client)?;
    let client = clients::permit(practice, client).await?;
    let client = clients::identified(practice, client).await?;
    let document = page::document(&note, &signature_block, practice.clock());
    let file_name = format!("Treatment note {}.pdf", note.visit_date);
    let created = format!("{}T00:00:00Z", practice.day_of(note.signed_at.millis()));
    let work = move || {
        let settings = &letterhead.settings;
        let practice_line = letterhead.line();
        printable::drawn(|missing| {
            hegu_document::render(
                &document,
                &Sheet {
                    paper: settings.paper.into(),
                    text_size: 12.0,
                    practice_name: letterhead.name(),
                    practice_line: &practice_line,
                    for_line: Some(&client.line(missing)),
                    footer: &document.title,
                    logo: letterhead.logo(),
                    created: Some(&created),
                    ..Sheet::default()
                },
            )
        })
    };
    let drawn = blocking("draw a note", work).await?;
    let pdf = drawn.map_err(|error| printable::refused("draw a note", error))?;
    Ok((file_name, pdf.bytes))
}

/// Notes in the audit that a note left the practice as a file; called once the file is written.
pub async fn saved(practice: &Practice, id: &str) -> Result<()> {
    left(practice, id, Action::NoteSaved).await
}

/// Notes in the audit that a note was printed or opened outside; called once it was.
pub async fn went_out(practice: &Practice, id: &str, way: WayOut) -> Result<()> {
    left(practice, id, way.action()).await
}

async fn left(practice: &Practice, id: &str, action: Action) -> Result<()> {
    practice.permit(Permission::ReadNotes).await?;
    let id = NoteId::parse(id)?;
    let note = view::of(practice, id).await?;
    let client = ClientId::parse(&note.client)?;
    practice.change(action).await?.commit(Subject::from(id).of_client(client)).await
}
