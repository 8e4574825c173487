//! A signed note on paper: for whom, from which visit, its sections and points, what was added, and who signed.

use chrono::NaiveDate;
use hegu_document::{Align, Block, CalloutKind, Document, Run, Table};

use crate::clock::Clock;

use super::model::Side;
use super::sections::SECTIONS;
use super::view::{AddendumView, NoteView, PrintedPoint, Seal};

/// The note as a document, in the time zone of the clock. Everything in it is from the signed record, but the lines
/// below the signer's name.
pub(super) fn document(note: &NoteView, signature_block: &str, clock: Clock) -> Document {
    let mut blocks = Vec::new();
    if note.seal == Seal::Broken {
        blocks.push(warning(
            "This is not what was signed. Something was changed in the record behind the program’s back.",
        ));
    }
    let sections = [
        (SECTIONS.subjective, &note.subjective),
        (SECTIONS.objective, &note.objective),
        (SECTIONS.assessment, &note.assessment),
        (SECTIONS.plan, &note.plan),
    ];
    for (section, text) in sections.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
        blocks.push(headed(&format!("{}\u{2002}{}", section.letter, section.label)));
        blocks.extend(paragraphs(text));
    }
    if !note.points.is_empty() {
        blocks.push(headed("Points"));
        blocks.push(points(&note.points));
    }
    // A table ends with a line of its own.
    if note.points.is_empty() {
        blocks.push(Block::Rule);
    }
    let signed = format!(
        "Signed by {} on {}",
        with_letters(&note.signed_by, &note.credentials),
        clock.wall(note.signed_at.millis())
    );
    let registration = match note.registration.as_str() {
        "" => None,
        number => Some(format!("Registration {number}")),
    };
    let below = signature_block.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
    let fingerprint = format!("Fingerprint {}", note.fingerprint);
    let lines = [signed].into_iter().chain(registration).chain(below).chain([fingerprint]);
    let mut runs: Vec<Run> = lines.flat_map(|line| [Run::Text(line), Run::LineBreak]).collect();
    runs.pop();
    blocks.push(Block::Paragraph(runs));
    for addendum in &note.addenda {
        blocks.extend(added(addendum, clock));
    }
    Document {
        title: format!("Treatment note, {}", day(&note.visit_date)),
        language: "en".to_owned(),
        author: note.signed_by.clone(),
        blocks,
    }
}

/// "12 May 2026", or the text as it stands where it is no day.
fn day(iso: &str) -> String {
    iso.parse::<NaiveDate>().map_or_else(|_| iso.to_owned(), |day| day.format("%-d %B %Y").to_string())
}

/// "Ines Marlow, R.Ac.", or the name alone.
fn with_letters(name: &str, credentials: &str) -> String {
    if credentials.is_empty() { name.to_owned() } else { format!("{name}, {credentials}") }
}

fn added(addendum: &AddendumView, clock: Clock) -> Vec<Block> {
    let mut blocks = vec![headed("Addendum")];
    if addendum.seal == Seal::Broken {
        blocks.push(warning("This addendum is not what was signed."));
    }
    blocks.extend(paragraphs(&addendum.text));
    let signed = with_letters(&addendum.by, &addendum.credentials);
    blocks.push(text(format!("Added by {signed} on {}", clock.wall(addendum.at.millis()))));
    blocks
}

/// The points with their names, sides and needles, as they were signed.
fn points(points: &[PrintedPoint]) -> Block {
    let words = |text: &str| vec![Run::Text(text.to_owned())];
    let row = |point: &PrintedPoint| {
        let side = match point.side {
            Side::Left => "left",
            Side::Right => "right",
            Side::Both => "both sides",
            Side::Middle => "midline",
            Side::Whole => "all places",
        };
        vec![
            vec![Run::Point { code: point.code.clone(), han: point.hanzi.clone() }],
            words(&point.pinyin),
            words(side),
            words(&point.needles.to_string()),
        ]
    };
    Block::Table(Table {
        columns: vec![Align::Left, Align::Left, Align::Left, Align::Right],
        head: ["Point", "Name", "Side", "Needles"].map(words).to_vec(),
        rows: points.iter().map(row).collect(),
        ..Table::default()
    })
}

/// What somebody typed, line by line: an empty line separates paragraphs, and nothing in it is a mark.
fn paragraphs(typed: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut runs = Vec::new();
    for line in typed.lines().chain([""]) {
        if line.trim().is_empty() {
            if !runs.is_empty() {
                blocks.push(Block::Paragraph(std::mem::take(&mut runs)));
            }
            continue;
        }
        if !runs.is_empty() {
            runs.push(Run::LineBreak);
        }
        runs.push(Run::Text(line.replace('\t', " ")));
    }
    blocks
}

fn text(words: String) -> Block {
    Block::Paragraph(vec![Run::Text(words)])
}

fn headed(words: &str) -> Block {
    Block::Heading { level: 2, runs: vec![Run::Text(words.to_owned())] }
}

fn warning(words: &str) -> Block {
    Block::Callout { kind: CalloutKind::Warning, blocks: vec![text(words.to_owned())] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note() -> NoteView {
        NoteView {
            id: String::new(),
            client: String::new(),
            visit_date: "2026-05-12".to_owned(),
            subjective: "Back pain.\nWorse at night.\n\n# no heading, **no** marks".to_owned(),
            objective: " \n".to_owned(),
            assessment: String::new(),
            plan: String::new(),
            points: Vec::new(),
            signed_at: 1_778_608_620_000.into(),
            signed_by: "Ines Marlow".to_owned(),
            credentials: "R.Ac.".to_owned(),
            registration: "BC 1234".to_owned(),
            fingerprint: "5180 392f 457e fb18".to_owned(),
            seal: Seal::Verified,
            addenda: vec![AddendumView {
                id: String::new(),
                text: "Better.".to_owned(),
                at: 1_778_695_020_000.into(),
                by: "Ines Marlow".to_owned(),
                credentials: String::new(),
                seal: Seal::Broken,
            }],
        }
    }

    fn clock() -> Clock {
        Clock::Fixed("2026-05-12T10:57:00-07:00".parse().unwrap())
    }

    #[test]
    fn what_was_typed_is_printed_line_by_line_and_no_mark_in_it_counts() {
        let runs = |line: &str| Run::Text(line.to_owned());
        let document = document(&note(), "", clock());
        assert_eq!(document.title, "Treatment note, 12 May 2026");
        assert_eq!(
            document.blocks[..3],
            [
                headed("S\u{2002}Complaint"),
                Block::Paragraph(vec![runs("Back pain."), Run::LineBreak, runs("Worse at night.")]),
                text("# no heading, **no** marks".to_owned()),
            ]
        );
        assert_eq!(document.blocks[3], Block::Rule, "an empty section has no heading");
    }

    #[test]
    fn a_page_says_who_signed_what_and_when_and_what_is_broken() {
        let mut note = note();
        let blocks = document(&note, "Willow Lane\n\nLevel 2", clock()).blocks;
        let Block::Paragraph(signed) = &blocks[4] else { panic!("{blocks:?}") };
        let said = [
            Run::Text("Signed by Ines Marlow, R.Ac. on 12 May 2026, 10:57 (UTC-07:00)".to_owned()),
            Run::LineBreak,
            Run::Text("Registration BC 1234".to_owned()),
            Run::LineBreak,
            Run::Text("Willow Lane".to_owned()),
            Run::LineBreak,
            Run::Text("Level 2".to_owned()),
            Run::LineBreak,
            Run::Text("Fingerprint 5180 392f 457e fb18".to_owned()),
        ];
        assert_eq!(signed[..], said);
        assert_eq!(blocks[5], headed("Addendum"));
        assert_eq!(blocks[6], warning("This addendum is not what was signed."));
        assert_eq!(
            blocks[7..9],
            [
                text("Better.".to_owned()),
                text("Added by Ines Marlow on 13 May 2026, 10:57 (UTC-07:00)".to_owned()),
            ]
        );
        note.seal = Seal::Broken;
        let first = &document(&note, "Willow Lane\n\nLevel 2", clock()).blocks[0];
        assert!(matches!(first, Block::Callout { kind: CalloutKind::Warning, .. }), "{first:?}");
    }
}
