//! The recovery sheet on paper: the one thing that opens the practice when the passphrase is forgotten.

use chrono::{Datelike, NaiveDate};
use hegu_document::{Align, Block, Document, Item, Paper, Run, Sheet, Table, Wording};
use hegu_vault::{RecoveryCode, VaultFile};
use zeroize::Zeroizing;

use crate::error::{Error, Result};

use super::without_hegu::{NEEDED_WITHOUT_HEGU, STEPS_WITHOUT_HEGU, StepWithoutHegu};

/// The language of the sheet.
const LANGUAGE: &str = "en";

/// How many groups of the code stand side by side.
const PER_ROW: usize = 3;

/// Draws the sheet as a PDF.
pub(crate) fn pdf(vault: &VaultFile, code: &RecoveryCode, today: NaiveDate) -> Result<Zeroizing<Vec<u8>>> {
    let practice = vault.practice();
    let document = Document {
        title: "Recovery sheet".to_owned(),
        language: LANGUAGE.to_owned(),
        author: String::new(),
        blocks: blocks(vault, code),
    };
    let for_line =
        format!("{practice} · {}", Wording::of(LANGUAGE).date(today.year(), today.month(), today.day()));
    let created = format!("{today}T00:00:00Z");
    let sheet = Sheet {
        paper: Paper::A4,
        text_size: 14.0,
        practice_name: practice,
        practice_line: "",
        for_line: Some(&for_line),
        footer: "Keep this sheet locked away, not beside the computer",
        created: Some(&created),
        ..Sheet::default()
    };
    let pdf = hegu_document::render(&document, &sheet)
        .map_err(|error| Error::unexpected("draw the recovery sheet", error.to_string()))?;
    Ok(Zeroizing::new(pdf.bytes))
}

fn blocks(vault: &VaultFile, code: &RecoveryCode) -> Vec<Block> {
    let identity = code.age_identity(vault.vault_id());
    vec![
        text(
            "If the passphrase is forgotten, this code opens the practice on this or another computer. Whoever has \
             this sheet and the practice’s files can read every record.",
        ),
        groups(&code.groups()),
        heading("How to use it"),
        Block::List {
            ordered: true,
            start: 1,
            columns: false,
            items: [
                "Start Hegu and choose “Use the recovery code”. On a new computer, choose “Bring your records back from a \
                 copy”, and the copy on your stick.",
                "Type the nine groups in order. Small letters are fine; 0 and O, 1 and I count as the same.",
                "Choose a new passphrase, and print the new sheet that Hegu then shows. This one opens nothing from then on.",
            ]
            .into_iter()
            .map(|step| Item { ticked: None, blocks: vec![text(step)] })
            .collect(),
        },
        Block::PageBreak,
        heading("Without Hegu"),
        text(NEEDED_WITHOUT_HEGU),
        Block::List { ordered: true, start: 1, columns: false, items: steps_without_hegu(&identity) },
    ]
}

/// The steps as they stand in the program, with the key below the first one.
fn steps_without_hegu(identity: &str) -> Vec<Item> {
    let step = |(nth, step): (usize, &StepWithoutHegu)| {
        let mut blocks = vec![text(step.what)];
        if nth == 0 {
            blocks.push(text(identity));
        }
        blocks.extend(step.lines.iter().map(|line| text(line)));
        Item { ticked: None, blocks }
    };
    STEPS_WITHOUT_HEGU.iter().enumerate().map(step).collect()
}

/// Three groups to a row, each row named by the groups in it.
fn groups(groups: &[String]) -> Block {
    let rows = groups.chunks(PER_ROW).enumerate().map(|(row, groups)| {
        let (first, last) = (row * PER_ROW + 1, row * PER_ROW + groups.len());
        let name = vec![Run::Text(format!("{first} to {last}"))];
        std::iter::once(name).chain(groups.iter().map(|group| vec![Run::Key(group.clone())])).collect()
    });
    Block::Table(Table {
        columns: vec![Align::None; PER_ROW + 1],
        head: vec![Vec::new(); PER_ROW + 1],
        rows: rows.collect(),
        ..Table::default()
    })
}

fn text(words: &str) -> Block {
    Block::Paragraph(vec![Run::Text(words.to_owned())])
}

fn heading(words: &str) -> Block {
    Block::Heading { level: 2, runs: vec![Run::Text(words.to_owned())] }
}
