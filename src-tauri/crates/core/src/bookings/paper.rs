//! Papers of the diary, drawn under the practice's letterhead.

use hegu_document::{Document, Run, Sheet};

use crate::blocking::blocking;
use crate::error::Result;
use crate::practice::Practice;
use crate::printable;
use crate::settings;

/// Draws a document, off the thread that answers. It is built anew without the characters that no bundled face has: a paper
/// about ten is printed though the name of one of them cannot be.
pub(super) async fn draw(
    practice: &Practice,
    document: impl Fn(&[char]) -> Document + Send + 'static,
) -> Result<Vec<u8>> {
    let letterhead = settings::letterhead(practice, practice).await?;
    let created = format!("{}T00:00:00Z", practice.today());
    let work = move || {
        let draw = |document: &Document| {
            let line = letterhead.line();
            let sheet = Sheet {
                paper: letterhead.settings.paper.into(),
                text_size: 11.0,
                practice_name: letterhead.name(),
                practice_line: &line,
                footer: &document.title,
                logo: letterhead.logo(),
                created: Some(&created),
                ..Sheet::default()
            };
            hegu_document::render(document, &sheet)
        };
        printable::drawn(|missing| draw(&document(missing)))
    };
    let drawn = blocking("draw a paper of the diary", work).await?;
    drawn.map(|pdf| pdf.bytes).map_err(|error| printable::refused("draw a paper of the diary", error))
}

/// Plain words of a document.
pub(super) fn words(text: &str) -> Vec<Run> {
    vec![Run::Text(text.to_owned())]
}
