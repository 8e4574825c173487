use proptest::prelude::*;

use super::reader::Reader;
use super::*;
use crate::model::{Block, Run};

/// The text of blocks in reading order, with the marks of lists and the addresses of links.
fn expected(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Heading { runs, .. } | Block::Paragraph(runs) => push_runs(runs, &mut text),
            Block::List { ordered, start, items, .. } => {
                for (index, item) in items.iter().enumerate() {
                    match (*ordered, start + index as u64) {
                        (false, _) => text.push('•'),
                        (true, number @ 0..=99) => text.push_str(&number.to_string()),
                        (true, number) => text.push_str(&format!("{number}.")),
                    }
                    text.push_str(&expected(&item.blocks));
                }
            }
            Block::Callout { blocks, .. } => text.push_str(&expected(blocks)),
            _ => {}
        }
    }
    text
}

fn push_runs(runs: &[Run], text: &mut String) {
    for run in runs {
        match run {
            Run::Text(letters) | Run::Key(letters) => text.push_str(letters),
            Run::Bold(inner) | Run::Italic(inner) => push_runs(inner, text),
            Run::Link { to, runs } => {
                push_runs(runs, text);
                let shown = to.trim_start_matches("mailto:");
                if !crate::model::plain(runs).contains(shown) {
                    text.push_str(&format!(" ({shown})"));
                }
            }
            Run::Point { code, han } => text.push_str(&format!("{code} {han}")),
            _ => {}
        }
    }
}

fn read(pdf: &Pdf) -> String {
    Reader::new(&pdf.bytes).tree().text
}

#[test]
fn every_character_of_a_sheet_can_be_copied_and_searched() {
    let cases = [
        "“Curly” quotes, it’s an office: affine, difficult, fjord, Trường, naïve, Ωμέγα, Привет.",
        "Zusanli ST36 足三里, LI4 合谷. **Bold 委中**, *italic 三陰交*, ***both***.",
        "e\u{301} decomposed, a\u{308}\u{301}, soft\u{AD}hyphen, zero\u{200B}width, \u{2066}isolated\u{2069}, \u{200E}mark.",
        "no-break\u{A0}space, em\u{2014}dash, 1\u{2044}2, \u{2082}, x², ½, €, ™, → and ←.",
        "A [link](https://www.nice.org.uk/guidance/ng59) and <mailto:a@b.org>.",
        "1. one\n2. two\n\n   more\n\n100. far",
        "Hyphen-ated words and a_very_long_name_that_goes_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on.",
    ];
    for text in cases {
        let document = document("", text);
        let pdf = render(&document, &Sheet::default()).unwrap();
        assert_eq!(read(&pdf), expected(&document.blocks), "{text}");
    }
}

#[test]
fn hebrew_and_control_characters_are_reported_by_name() {
    let missing = |text: &str| match render(&document("", text), &Sheet::default()) {
        Err(RenderError::NoGlyph(missing)) => missing.into_iter().map(|glyph| glyph.name).collect(),
        other => vec![format!("{other:?}")],
    };
    assert_eq!(
        missing("Dear שלום"),
        ["ש 5E9", "ל 5DC", "ו 5D5", "ם 5DD"].map(|letter| {
            let (letter, code) = letter.split_once(' ').unwrap();
            format!("Hebrew letter {letter} U+0{code}")
        })
    );
    assert_eq!(missing("a\0b\u{7}c"), ["control character U+0000", "control character U+0007"]);
    assert_eq!(missing("well 😀 😀"), ["emoji 😀 U+1F600"], "each is named once");
}

#[test]
fn a_missing_character_in_the_footer_or_the_name_is_reported_too() {
    let sheets = [
        Sheet { practice_name: "א", ..Sheet::default() },
        Sheet { practice_line: "א", ..Sheet::default() },
        Sheet { for_line: Some("א"), ..Sheet::default() },
        Sheet { footer: "א", ..Sheet::default() },
    ];
    for sheet in sheets {
        assert!(matches!(render(&document("", "a"), &sheet), Err(RenderError::NoGlyph(_))), "{sheet:?}");
    }
}

#[test]
fn text_without_spaces_is_wrapped_and_none_of_it_lost() {
    for text in ["x".repeat(100_000), "三".repeat(20_000), "W_".repeat(5_000)] {
        let document = document("", &text);
        let pdf = render(&document, &Sheet::default()).unwrap();
        assert_eq!(read(&pdf), text);
    }
}

#[test]
fn a_text_for_thousands_of_pages_is_refused() {
    let blocks = vec![Block::PageBreak; 1];
    let page = [blocks, vec![Block::Paragraph(vec![Run::Text("a".to_owned())])]].concat();
    let blocks = std::iter::repeat_n(page, 600).flatten().collect();
    let long = Document { blocks, ..Document::default() };
    assert_eq!(render(&long, &Sheet::default()), Err(RenderError::TooLong { pages: 600, most: 500 }));
}

#[test]
fn the_same_sheet_is_the_same_file() {
    let text = "# A\n\nSome *text* with 足三里.\n\n- one\n- two\n";
    let first = render(&document("Sheet", text), &sheet()).unwrap();
    render(&document("Another", "Something else."), &sheet()).unwrap();
    let again =
        std::thread::spawn(move || render(&document("Sheet", text), &sheet()).unwrap()).join().unwrap();
    assert_eq!(first, again, "on another thread, after another sheet");
    let later = Sheet { created: Some("2026-05-13T09:30:00Z"), ..sheet() };
    assert_ne!(first.bytes, render(&document("Sheet", text), &later).unwrap().bytes);
}

fn characters() -> impl Strategy<Value = String> {
    let kinds = prop_oneof![
        6 => prop::char::range(' ', '~'),
        2 => prop::char::range('\u{A0}', '\u{17F}'),
        1 => prop::char::range('\u{370}', '\u{45F}'),
        1 => prop::char::range('\u{1EA0}', '\u{1EF9}'),
        1 => prop::char::range('\u{4E00}', '\u{6FFF}'),
        1 => prop::char::range('\u{2000}', '\u{206F}'),
        1 => prop::char::range('\u{300}', '\u{36F}'),
        1 => Just('\n'),
    ];
    prop::collection::vec(kinds, 1..120).prop_map(|characters| characters.into_iter().collect())
}

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn printed_or_reported_but_never_dropped(text in characters()) {
        let document = document("", &text);
        match render(&document, &Sheet::default()) {
            Ok(pdf) => prop_assert_eq!(without_space(&read(&pdf)), without_space(&expected(&document.blocks))),
            Err(RenderError::NoGlyph(missing)) => {
                prop_assert!(!missing.is_empty());
                for glyph in missing {
                    prop_assert!(text.contains(glyph.character), "{}", glyph.name);
                }
            }
            Err(other) => prop_assert!(false, "{}", other),
        }
    }

    #[test]
    fn any_text_at_all_is_printed_or_reported(text in any::<String>(), size in 0.0_f32..60.0) {
        let sheet = Sheet { text_size: size, practice_name: &text, footer: &text, ..Sheet::default() };
        match render(&document(&text, &text), &sheet) {
            Ok(_) | Err(RenderError::NoGlyph(_)) => {}
            Err(other) => prop_assert!(false, "{}", other),
        }
    }
}
