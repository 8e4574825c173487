//! The program's own sheets: traceable, readable, honest, and never changed under anybody's hand.
#![expect(clippy::unwrap_used, reason = "a helper of a test may fail the test")]

use std::collections::{BTreeMap, BTreeSet};

use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::handouts::{
    self, BuiltIn, GiveSheet, KeepSheet, PaperChoice, PreviewSheet, SheetRow, SheetText, SheetView,
};
use hegu_core::opening::{self, Unlock};
use hegu_core::testing::{PASSPHRASE, TestPractice};
use hegu_document::review::reading_grade;

/// Facts by key, as `data/sheets/sources.tsv` has them: what is known, where it was read, how surely.
fn facts() -> BTreeMap<String, [String; 3]> {
    let table = include_str!("../data/sheets/sources.tsv");
    table
        .lines()
        .skip(1)
        .map(|row| {
            let cells: Vec<&str> = row.split('\t').collect();
            let [key, fact, source, mark] = cells[..] else { panic!("not four cells: {row}") };
            (key.to_owned(), [fact, source, mark].map(str::to_owned))
        })
        .collect()
}

/// Every stretch of words with the keys of the comment behind it; keys are empty where there is no comment.
fn claims(sheet: &BuiltIn) -> Vec<(String, Vec<String>)> {
    let mut claims = Vec::new();
    for line in sheet.commented.lines() {
        let line = line.trim_start_matches(['>', ' ']);
        let plain = line.is_empty()
            || ["#", "[!", "[^", "\\newpage", "{columns}", "{lines", "|---", "| | |"]
                .iter()
                .any(|start| line.starts_with(start));
        if plain {
            continue;
        }
        let mut rest = line;
        while let Some((words, comment)) = rest.split_once("<!--") {
            let (keys, after) = comment.split_once("-->").unwrap();
            let keys = keys.split(',').map(|key| key.trim().to_owned()).collect();
            claims.push((unnumbered(words.trim_matches([' ', '|'])).to_owned(), keys));
            rest = after;
        }
        if !rest.trim_matches([' ', '|']).is_empty() {
            claims.push((rest.to_owned(), Vec::new()));
        }
    }
    claims
}

/// A list item without its number.
fn unnumbered(words: &str) -> &str {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() < words.len() { rest.strip_prefix(". ").unwrap_or(words) } else { words }
}

/// How many sentences end inside the words, before their last one.
fn sentences_inside(words: &str) -> usize {
    [". ", "! ", "? "].iter().map(|end| words.matches(end).count()).sum()
}

/// The numbers of a text, without the commas between thousands.
fn numbers(text: &str) -> BTreeSet<String> {
    let without_references = text.split("[^").map(|part| part.split_once(']').map_or(part, |(_, rest)| rest));
    let joined: String =
        without_references.collect::<Vec<_>>().join(" ").replace("{dots ", "").replace("/100", " of 100");
    let spaced: String = joined
        .char_indices()
        .filter(|(at, c)| {
            let thousands = *c == ',' && joined[at + 1..].starts_with(|next: char| next.is_ascii_digit());
            !thousands
        })
        .map(|(_, c)| c)
        .collect();
    spaced
        .split(|c: char| !c.is_alphanumeric() && c != '.')
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_digit() || c == '.'))
        .map(str::to_owned)
        .collect()
}

/// Whether the fact states the number, exactly or with more places.
fn states(fact: &BTreeSet<String>, number: &str) -> bool {
    number == "100"
        || fact.contains(number)
        || fact.iter().any(|stated| stated.parse::<f64>().is_ok_and(|value| format!("{value:.0}") == number))
}

#[test]
fn every_sentence_names_the_facts_it_rests_on() {
    let facts = facts();
    for sheet in handouts::built_in().unwrap() {
        let claims = claims(&sheet);
        assert!(claims.len() > 30, "the whole of {} is looked at", sheet.name);
        for (words, keys) in claims {
            assert!(!keys.is_empty(), "no source beside: {words}");
            // Small print names author and dates, which have one source together.
            let several = sentences_inside(&words) > 0 && !words.starts_with("{small");
            assert!(!several, "more than one sentence before a source: {words}");
            for key in &keys {
                assert!(facts.contains_key(key), "{key} is in no fact, beside: {words}");
            }
        }
    }
}

#[test]
fn every_number_is_in_a_fact_that_the_sentence_names() {
    let facts = facts();
    for sheet in handouts::built_in().unwrap() {
        let claims = claims(&sheet).into_iter().filter(|(words, _)| !words.starts_with("{small"));
        for (words, keys) in claims {
            let stated: BTreeSet<String> = keys
                .iter()
                .flat_map(|key| numbers(&facts[key][0]).into_iter().chain(numbers(&facts[key][1])))
                .collect();
            for number in numbers(&words) {
                let point = number == "40" && words.contains("BL40");
                assert!(point || states(&stated, &number), "{number} is in none of {keys:?}: {words}");
            }
        }
    }
}

#[test]
fn reads_at_eighth_grade_or_below() {
    for sheet in handouts::built_in().unwrap() {
        // Headings, lists and the references would flatter the grade: whole sentences are measured alone as well.
        let sentences: String = sheet
            .text
            .markdown
            .lines()
            .filter(|line| line.ends_with(['.', ']']) && !line.starts_with(['[', '{', '-', '#']))
            .fold(String::new(), |text, line| text + line.trim_start_matches(['>', ' ']) + "\n\n");
        let (whole, alone) =
            (reading_grade(&sheet.text.markdown).unwrap(), reading_grade(&sentences).unwrap());
        assert!(whole <= 8.0 && alone <= 8.0, "{}: {whole:.1}, sentences alone {alone:.1}", sheet.name);
    }
}

#[tokio::test]
async fn a_careful_reader_finds_nothing_to_question() {
    let practice = TestPractice::make().await.unwrap();
    let words = [
        "cure",
        "heal",
        "proven",
        "guaranteed",
        "detox",
        "toxin",
        "boosts",
        "no side effects",
        "safe for everyone",
    ];
    for sheet in handouts::built_in().unwrap() {
        let found = handouts::review(&practice, &sheet.text).await.unwrap().findings;
        assert!(found.is_empty(), "{}: {found:?}", sheet.name);
        let text = sheet.text.markdown.to_lowercase();
        for word in words {
            assert!(!text.contains(word), "{} says {word}", sheet.name);
        }
    }
}

async fn back_pain(practice: &TestPractice) -> (SheetRow, SheetView) {
    let row = handouts::list(practice).await.unwrap().into_iter().find(|row| row.built_in).unwrap();
    let view = handouts::open(practice, &row.id).await.unwrap();
    (row, view)
}

async fn margaret(practice: &TestPractice) -> String {
    let client = ClientInput { given_name: "Margaret".to_owned(), ..ClientInput::default() };
    clients::register(practice, RegisterClient { client, despite_twins: false, draft: None })
        .await
        .unwrap()
        .id
}

/// Gives the sheet on back pain; the number of its pages.
async fn give(practice: &TestPractice, client: &str, paper: PaperChoice, text_size: i32) -> i32 {
    let (row, _) = back_pain(practice).await;
    let client = client.to_owned();
    let given = GiveSheet { sheet: row.id, version: row.version, client, paper, text_size };
    handouts::give(practice, given).await.unwrap().pages
}

#[tokio::test]
async fn a_new_practice_has_them_and_can_give_them() {
    let practice = TestPractice::make().await.unwrap();
    let (row, view) = back_pain(&practice).await;
    assert_eq!((row.title.as_str(), row.version, row.built_in), ("Back pain and acupuncture", 1, true));
    assert!(!view.text.markdown.contains("<!--"), "the remarks stay with the makers");
    let client = margaret(&practice).await;
    assert!(give(&practice, &client, PaperChoice::A4, 20).await > 2, "large print flows on");
}

#[tokio::test]
async fn back_pain_fits_two_sides_at_fourteen_points() {
    let practice = TestPractice::make().await.unwrap();
    let client = margaret(&practice).await;
    for paper in [PaperChoice::A4, PaperChoice::Letter] {
        assert_eq!(give(&practice, &client, paper, 14).await, 2, "{paper:?}");
    }
}

#[tokio::test]
async fn danger_signs_name_whom_to_call_even_before_the_practice_has_said_a_number() {
    let practice = TestPractice::make().await.unwrap();
    let (_, view) = back_pain(&practice).await;
    let drawn = |text: SheetText| PreviewSheet {
        text,
        client: None,
        paper: PaperChoice::A4,
        text_size: 14,
        sheet_version: None,
    };
    let mut written = view.text.clone();
    written.markdown = written.markdown.replace("{{practice.emergency_number}}", "your emergency number");
    let filled = handouts::preview(&practice, &drawn(view.text)).await.unwrap();
    assert!(filled == handouts::preview(&practice, &drawn(written)).await.unwrap());
}

#[tokio::test]
async fn a_changed_text_becomes_a_sheet_of_ones_own() {
    let practice = TestPractice::make().await.unwrap();
    let (row, view) = back_pain(&practice).await;
    let mut text = view.text.clone();
    text.title = "Back pain, as I say it".to_owned();
    let input = KeepSheet { id: Some(row.id.clone()), version: Some(1), text: text.clone(), draft: None };
    let own = handouts::keep(&practice, input).await.unwrap();
    assert_ne!(own.id, row.id);
    assert_eq!((own.version, own.built_in, own.text), (1, false, text));
    assert_eq!(back_pain(&practice).await.1.text, view.text, "the program's own is as it was");
}

#[tokio::test]
async fn opening_again_puts_nothing_in_twice() {
    let practice = TestPractice::make().await.unwrap();
    let before = handouts::list(&practice).await.unwrap().len();
    practice.lock().await.unwrap();
    let door = Unlock { person: practice.actor().id.to_string(), passphrase: PASSPHRASE.to_owned() };
    let again = opening::unlock(practice.premises(), door).await.unwrap();
    let after = handouts::list(&again).await.unwrap();
    assert_eq!(after.len(), before);
    assert!(after.iter().all(|row| row.version == 1));
    again.lock().await.unwrap();
}
