//! The recovery sheet on paper: the one thing that opens the practice when the passphrase is forgotten.

use chrono::NaiveDate;
use hegu_document::{Block, CalloutKind, Document, Paper, Run, Sheet};
use zeroize::Zeroizing;

use crate::error::{Error, Result};

use super::prepare::Prepared;

/// Draws the sheet as a PDF.
pub(super) fn pdf(prepared: &Prepared, today: NaiveDate) -> Result<Zeroizing<Vec<u8>>> {
    let practice = prepared.vault.practice();
    let document = Document {
        title: "Recovery sheet".to_owned(),
        language: "en".to_owned(),
        author: String::new(),
        blocks: blocks(prepared),
    };
    let for_line = format!("{practice} · {}", today.format("%-d %B %Y"));
    let created = format!("{today}T00:00:00Z");
    let sheet = Sheet {
        paper: Paper::A4,
        text_size: 14.0,
        practice_name: practice,
        practice_line: "",
        for_line: Some(&for_line),
        footer: "Keep this sheet locked away, not beside the computer",
        page_of: "Page {page} of {pages}",
        created: Some(&created),
    };
    let pdf = hegu_document::render(&document, &sheet)
        .map_err(|error| Error::unexpected("draw the recovery sheet", error.to_string()))?;
    Ok(Zeroizing::new(pdf.bytes))
}

fn blocks(prepared: &Prepared) -> Vec<Block> {
    let groups = prepared.code.groups();
    let mut rows = Vec::new();
    for (row, three) in groups.chunks(3).enumerate() {
        for (column, group) in three.iter().enumerate() {
            rows.push(Run::Text(format!("{}: ", row * 3 + column + 1)));
            rows.push(Run::Bold(vec![Run::Text(group.clone())]));
            rows.push(if column < 2 { Run::Text("      ".to_owned()) } else { Run::LineBreak });
        }
    }
    rows.pop();
    let identity = prepared.code.age_identity(prepared.vault.vault_id());
    vec![
        text(
            "If the passphrase is forgotten, this code opens the practice on this or another computer. Whoever has \
             this sheet and the practice’s files can read every record.",
        ),
        Block::Callout { kind: CalloutKind::Important, blocks: vec![Block::Paragraph(rows)] },
        heading("How to use it"),
        Block::List {
            ordered: true,
            start: 1,
            items: [
                "Start Hegu and choose “Use the recovery code”.",
                "Type the nine groups in order. Small letters are fine; 0 and O, 1 and I count as the same.",
                "Choose a new passphrase. This sheet stays valid.",
            ]
            .into_iter()
            .map(|step| vec![text(step)])
            .collect(),
        },
        heading("Without Hegu"),
        text(
            "The same key for the age program. It opens the field “recovery.sealed” of the file vault.json, which \
             holds the practice’s master key.",
        ),
        text(&identity),
    ]
}

fn text(words: &str) -> Block {
    Block::Paragraph(vec![Run::Text(words.to_owned())])
}

fn heading(words: &str) -> Block {
    Block::Heading { level: 2, runs: vec![Run::Text(words.to_owned())] }
}
