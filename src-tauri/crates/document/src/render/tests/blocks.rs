//! What a screen reader finds in every kind of block, and what it does not.

use std::collections::BTreeMap;

use super::pictures::{jpeg, png};
use super::reader::Reader;
use super::*;
use crate::model::{Align, Block, Run, Table};

fn read(markdown: &str) -> Reader {
    Reader::new(&render(&document("", markdown), &Sheet::default()).unwrap().bytes)
}

#[test]
fn a_table_says_which_words_are_heads() {
    let reader = read("| What | How often |\n|---|--:|\n| **Bruise** | 6 in 100 |\n| Other | |");
    let shape = "Document(Table(THead(TR(TH TH)) TBody(TR(TD TD) TR(TD TD))))";
    assert_eq!(reader.tree().shape(), shape);
    assert_eq!(reader.tree().text, "WhatHow oftenBruise6 in 100Other");
    let named = read("| | |\n|---|--:|\n| Bruise | 6 in 100 |");
    assert_eq!(named.tree().shape(), "Document(Table(TBody(TR(TH TD))))");
    assert_eq!(named.attributes(b"Scope"), ["Row"]);
    assert_eq!(reader.attributes(b"Scope"), ["Column", "Column"]);
}

#[test]
fn the_head_of_a_long_table_is_seen_on_every_page_and_read_once() {
    let row = "| A row that says something | and goes on |\n";
    let pdf = render(&document("", &format!("| First | Second |\n|---|---|\n{}", row.repeat(120))), &sheet())
        .unwrap();
    let reader = Reader::new(&pdf.bytes);
    assert!(pdf.pages > 2);
    assert_eq!(reader.tree().text.matches("FirstSecond").count(), 1);
    for page in &reader.artifacts[1..] {
        assert!(page.contains("FirstSecond"), "{page}");
    }
}

#[test]
fn a_small_table_stays_on_one_page_in_every_size_wherever_it_begins() {
    let row =
        "| A drop of blood | 6 in 100 | A drop when the needle comes out. I press on it with cotton. |\n";
    let table =
        format!("## Harms\n\n| WHAT | How often | What it is like |\n|---|--:|---|\n{}", row.repeat(5));
    for text_size in [14.0, 20.0] {
        for above in (0..28).step_by(2) {
            let text = format!("{}{table}", "A line.\n\n".repeat(above));
            let sheet = Sheet { text_size, ..sheet() };
            let pdf = render(&document("Back pain", &text), &sheet).unwrap();
            // A head that is printed again would be passed over by who reads aloud.
            let again = Reader::new(&pdf.bytes).artifacts.iter().any(|page| page.contains("WHAT"));
            assert!(!again, "{text_size} pt, {above} lines above");
        }
    }
}

#[test]
fn a_cell_longer_than_a_page_goes_on_and_loses_nothing() {
    let words: Vec<String> = (0..1500).map(|number| format!("word{number}")).collect();
    let long = words.join(" ");
    let pdf = render(&document("", &format!("| a | b |\n|---|---|\n| {long} | short |")), &sheet()).unwrap();
    assert!(pdf.pages > 1);
    let text = Reader::new(&pdf.bytes).tree().text;
    assert!(text.contains(&format!("{long}short")), "the long cell is read before the next one");
}

#[test]
fn boxes_grids_and_codes_are_described() {
    let reader =
        read("- [ ] walk\n- [x] rest\n\n{dots 48/100 real}\n{dots 27/100 usual}\n\n{qr https://a.org Book}");
    let shape = "Document(L(LI(Lbl LBody(P)) LI(Lbl LBody(P))) Figure P P Figure P P Figure P P(Link))";
    assert_eq!(reader.tree().shape(), shape);
    assert_eq!(reader.attributes(b"ActualText"), ["☐", "☑"]);
    let shown = ["100 dots, 48 of them filled", "100 dots, 27 of them filled", "QR code for https://a.org"];
    assert_eq!(reader.attributes(b"Alt"), shown);
    assert_eq!(reader.tree().text, "walkrest48 of 100real27 of 100usualBookhttps://a.org");
}

#[test]
fn references_are_numbered_as_they_are_met_and_lead_both_ways() {
    let text = "One.[^b] Two.[^a][^b] Three.[^none]\n\n[^a]: Second.\n[^b]: First.\n[^c]: Never met.";
    let reader = read(text);
    let tree = reader.tree();
    let reference = "Reference(Link)";
    let note = "Note(Lbl(Link) P)";
    let shape = format!(
        "Document(P({reference} Span {reference} Span {reference} Span) H1 {note} {note} Note(Lbl P))"
    );
    assert_eq!(tree.shape(), shape);
    let printed = "One.1 Two.2, 1 Three.[^none]References1.First.2.Second.3.Never met.";
    assert_eq!(tree.text, printed);
    assert_eq!(reader.places(), 5, "three references lead to their sources, two sources lead back");
}

#[test]
fn the_outline_has_the_headings_as_they_are_nested() {
    let pdf = render(&document("Back pain", "## One\n\n### Inner\n\n## Two"), &sheet()).unwrap();
    let outline = Reader::new(&pdf.bytes).outline();
    assert_eq!(outline, "Back pain(One(Inner) Two)");
    assert!(read("Words.").pdf.catalog().unwrap().get(b"Outlines").is_err(), "nothing to list");
}

#[test]
fn remarks_are_not_printed_and_leave_no_gap() {
    let reader = read("<!-- secret -->\n\nOne. <!-- secret --> Two.");
    assert_eq!(reader.tree().text, "One. Two.");
    assert_eq!(read("One. <!-- secret -->").tree().text, "One.");
    assert_eq!(reader.tree().shape(), "Document(P)");
}

#[test]
fn what_is_written_on_is_labelled_and_the_lines_are_passed_over() {
    let reader = read("{lines 3 My goal}\n\n{small Small **print**.}");
    assert_eq!(reader.tree().shape(), "Document(P P)");
    assert_eq!(reader.tree().text, "My goalSmall print.");
}

#[test]
fn a_code_is_copied_as_one_word_however_far_apart_its_letters_stand() {
    let code = |letters: &str| vec![Run::Key(letters.to_owned())];
    let table = Table {
        columns: vec![Align::None; 3],
        head: vec![Vec::new(); 3],
        rows: vec![vec![vec![Run::Text("1 to 2".to_owned())], code("WM1I"), code("K7QF")]],
        ..Table::default()
    };
    let blocks = vec![Block::Table(table), Block::Paragraph(code("3NZ8"))];
    let pdf = render(&Document { blocks, ..Document::default() }, &Sheet::default()).unwrap();
    let spelled = Reader::new(&pdf.bytes).replacements();
    assert_eq!(spelled, ["WM1I", "K7QF", "3NZ8"]);
}

#[test]
fn a_list_in_columns_is_read_from_top_to_bottom() {
    let reader = read("{columns}\n\n- a\n- b\n- c\n- d");
    assert_eq!(reader.tree().text, "•a•b•c•d");
    assert_eq!(reader.tree().kids.len(), 1);
}

#[test]
fn words_around_the_sheet_are_in_its_language() {
    let spanish = Document { language: "es-MX".to_owned(), ..document("", "{dots 1/2}\n\na[^1]\n\n[^1]: b") };
    let reader = Reader::new(&render(&spanish, &sheet()).unwrap().bytes);
    assert!(reader.tree().text.contains("1 de 2") && reader.tree().text.contains("Referencias"));
    assert!(reader.artifacts[0].contains("Página 1 de 1"), "{:?}", reader.artifacts);
}

#[test]
fn pictures_are_described_measured_and_without_what_a_camera_added() {
    let files =
        BTreeMap::from([("photo".to_owned(), jpeg(300, 150, 6)), ("drawing".to_owned(), png(150, 75))]);
    let text = "![A knee](photo)\n\n![](drawing)";
    let logo = png(10, 10);
    let sheet = Sheet {
        pictures: &files,
        logo: Some(Logo { picture: &logo, shows: "A willow" }),
        ..Sheet::default()
    };
    let pdf = render(&document("", text), &sheet).unwrap();
    let reader = Reader::new(&pdf.bytes);
    assert_eq!(reader.tree().shape(), "Document(Figure Figure)", "decoration is passed over");
    assert_eq!(reader.attributes(b"Alt"), ["A willow", "A knee"]);
    assert!(!pdf.bytes.windows(6).any(|bytes| bytes == b"SECRET"), "the place of a photograph stays out");
    // 300 by 150 dots, held sideways: 150 across and 300 down at 150 dots to an inch.
    assert_eq!(reader.pictures(), [(36.0, 36.0), (72.0, 144.0), (72.0, 36.0)]);
}

#[test]
fn missing_and_broken_pictures_are_named() {
    let missing = render(&document("", "![a](x)\n\n![b](y)\n\n> ![c](x)"), &Sheet::default());
    assert_eq!(missing, Err(RenderError::NoPicture(vec!["x".to_owned(), "y".to_owned()])));
    for broken in [
        Vec::new(),
        b"GIF89a".to_vec(),
        b"\xFF\xD8\xFF".to_vec(),
        png(1, 1)[..20].to_vec(),
        png(65_000, 65_000),
    ] {
        let files = BTreeMap::from([("x".to_owned(), broken)]);
        let sheet = Sheet { pictures: &files, ..Sheet::default() };
        assert_eq!(render(&document("", "![a](x)"), &sheet), Err(RenderError::BadPicture("x".to_owned())));
    }
}
