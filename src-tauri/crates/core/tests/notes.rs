//! A treatment note says what was written, for ever, and an addendum says the rest.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod added;
mod written;

use added::add;
use hegu_core::clients::{self, TimelineEntry};
use hegu_core::notes::{self, NeedledPoint, NoteText, NoteView, Seal, Side};
use hegu_core::testing::TestPractice;
use hegu_core::{Error, FieldProblem};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use written::{needled, note, register, sign};

fn seals(note: &NoteView) -> Vec<Seal> {
    [note.seal].into_iter().chain(note.addenda.iter().map(|addendum| addendum.seal)).collect()
}

#[tokio::test]
async fn a_signed_note_says_who_signed_what_and_when() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    let signed = notes::sign(&practice, sign(&client, note())).await.unwrap();
    assert_eq!((signed.signed_by.as_str(), signed.credentials.as_str()), ("Ines Marlow", "R.Ac."));
    assert_eq!(signed.signed_at.millis(), practice.now());
    assert_eq!(signed.seal, Seal::Verified);
    assert_eq!(signed.fingerprint.len(), 19, "four groups of four: {}", signed.fingerprint);
    let points: Vec<_> = signed
        .points
        .iter()
        .map(|point| (point.code.as_str(), point.pinyin.as_str(), point.hanzi.as_str(), point.needles))
        .collect();
    assert_eq!(
        points,
        [
            ("BL23", "Shènshū", "腎俞", 2),
            ("GV20", "Bǎihuì", "百會", 1),
            ("EX-HN1", "Sìshéncōng", "四神聰", 4),
            ("BL23", "Shènshū", "腎俞", 1)
        ],
        "in the order they were entered, with their names"
    );
    let opened = notes::open(&practice, &signed.id).await.unwrap();
    assert_eq!((opened.subjective, opened.fingerprint), (signed.subjective, signed.fingerprint));
    let last = notes::last(&practice, &client).await.unwrap().unwrap();
    assert_eq!(last.id, signed.id);
    let other = register(&practice, "Wendy").await;
    assert!(notes::last(&practice, &other).await.unwrap().is_none());
}

#[test]
fn a_note_read_back_is_the_note_that_was_written() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let practice = runtime.block_on(TestPractice::make()).unwrap();
    let client = runtime.block_on(register(&practice, "Margaret"));
    let hostile = prop_oneof![
        "\\PC{0,80}",
        "[a-zA-Z 甲乙丙🙂👩‍⚕️שָׁלוֹםمرحبا\n\t]{0,200}",
        Just("'; DROP TABLE notes_note; --".to_owned()),
        Just("<script>alert(1)</script> {{client.name}} %s \\u0000".to_owned()),
        Just("\u{202e}txet desrever\u{202c} e\u{301}\u{327} \u{feff}".to_owned()),
        Just("腰痛三週。".repeat(2_000)),
    ];
    let sections = (hostile.clone(), hostile.clone(), hostile.clone(), hostile);
    let points =
        prop::collection::vec((prop::sample::select(vec!["ST36", "LI4", "UB60", "GV20"]), 1..=99_i32), 0..6);
    let mut runner = TestRunner::new(Config { cases: 64, failure_persistence: None, ..Config::default() });
    let held = runner.run(&(sections, points), |((subjective, objective, assessment, plan), points)| {
        let points: Vec<NeedledPoint> = points
            .into_iter()
            .filter(|(code, _)| *code != "UB60")
            .map(|(code, needles)| {
                needled(code, if code == "GV20" { Side::Middle } else { Side::Both }, needles)
            })
            .collect();
        let note = NoteText {
            visit_date: "2026-05-12".to_owned(),
            subjective: format!("{subjective}."),
            objective,
            assessment,
            plan,
            points,
        };
        let written = note.clone();
        let signed = runtime.block_on(notes::sign(&practice, sign(&client, note))).unwrap();
        let read = runtime.block_on(notes::open(&practice, &signed.id)).unwrap();
        prop_assert_eq!(read.subjective, written.subjective.trim_end());
        prop_assert_eq!(read.objective, written.objective.trim_end());
        prop_assert_eq!(read.assessment, written.assessment.trim_end());
        prop_assert_eq!(read.plan, written.plan.trim_end());
        let points = |points: &[NeedledPoint]| -> Vec<(String, Side, i32)> {
            points.iter().map(|point| (point.code.clone(), point.side, point.needles)).collect()
        };
        let read_points: Vec<NeedledPoint> =
            read.points.iter().map(|point| needled(&point.code, point.side, point.needles)).collect();
        prop_assert_eq!(points(&read_points), points(&written.points));
        prop_assert_eq!(read.seal, Seal::Verified);
        Ok(())
    });
    held.unwrap();
}

#[tokio::test]
async fn an_addendum_never_changes_what_was_signed() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    let signed = notes::sign(&practice, sign(&client, note())).await.unwrap();
    let mut amended = signed.clone();
    for text in ["She called: better.", "腰不痛了 🙂", "x\u{202e}y"] {
        amended = notes::add_addendum(&practice, add(&signed.id, text)).await.unwrap();
        assert_eq!(amended.fingerprint, signed.fingerprint, "the note's own hash stays");
        assert_eq!(amended.subjective, signed.subjective);
    }
    let texts: Vec<&str> = amended.addenda.iter().map(|addendum| addendum.text.as_str()).collect();
    assert_eq!(texts, ["She called: better.", "腰不痛了 🙂", "x\u{202e}y"], "oldest first");
    assert_eq!(seals(&amended), [Seal::Verified; 4]);
    let empty = notes::add_addendum(&practice, add(&signed.id, " \n ")).await;
    let Err(Error::Invalid(fields)) = empty else { panic!("{empty:?}") };
    assert_eq!((fields[0].path.as_str(), fields[0].problem), ("text", FieldProblem::Required));
    let nowhere = notes::add_addendum(&practice, add("0196c000-0000-7000-8000-000000000000", "x")).await;
    assert!(matches!(nowhere, Err(Error::NotFound)), "{nowhere:?}");
}

#[tokio::test]
async fn everything_that_cannot_be_signed_is_pointed_out_at_once() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    let problems = async |note: NoteText| match notes::sign(&practice, sign(&client, note)).await {
        Err(Error::Invalid(fields)) => {
            fields.into_iter().map(|field| (field.path, field.problem)).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    let wrong = NoteText {
        visit_date: "2026-05-13".to_owned(),
        plan: "x".repeat(20_001),
        objective: "a\u{0}b".to_owned(),
        points: vec![
            needled("ST36", Side::Middle, 1),
            needled("UB60", Side::Both, 2),
            needled("GV20", Side::Middle, 0),
            needled("LI4", Side::Left, 100),
            needled("CV4", Side::Left, 1),
        ],
        ..NoteText::default()
    };
    let expected = [
        ("visit_date", FieldProblem::InTheFuture),
        ("objective", FieldProblem::ControlCharacters),
        ("plan", FieldProblem::TooLong),
        ("points.0.side", FieldProblem::UnknownValue),
        ("points.1.code", FieldProblem::UnknownValue),
        ("points.2.needles", FieldProblem::UnknownValue),
        ("points.3.needles", FieldProblem::UnknownValue),
        ("points.4.side", FieldProblem::UnknownValue),
    ];
    assert_eq!(problems(wrong).await, expected.map(|(path, problem)| (path.to_owned(), problem)));
    let silent = NoteText { plan: " \n".to_owned(), ..NoteText::default() };
    let expected = [("visit_date", FieldProblem::Required), ("note", FieldProblem::Required)];
    assert_eq!(problems(silent).await, expected.map(|(path, problem)| (path.to_owned(), problem)));
    let date = |visit_date: &str| NoteText { visit_date: visit_date.to_owned(), ..note() };
    assert_eq!(problems(date("2026-02-30")).await[0].1, FieldProblem::NotADate);
    assert_eq!(problems(date("1826-05-12")).await[0].1, FieldProblem::TooLongAgo);
    assert!(notes::sign(&practice, sign(&client, date("2025-12-31"))).await.is_ok(), "written up later");
    let points_alone =
        NoteText { visit_date: "2026-05-12".to_owned(), points: note().points, ..NoteText::default() };
    assert!(notes::sign(&practice, sign(&client, points_alone)).await.is_ok());
    let nobody = sign("0196c000-0000-7000-8000-000000000000", note());
    assert!(matches!(notes::sign(&practice, nobody).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_note_stands_on_the_timeline_in_a_few_words() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    let signed = notes::sign(&practice, sign(&client, note())).await.unwrap();
    notes::add_addendum(&practice, add(&signed.id, "Better.")).await.unwrap();
    let timeline = clients::overview(&practice, &client).await.unwrap().timeline;
    let TimelineEntry::NoteSigned { id, by, visit_date, points, summary, addenda, .. } = &timeline[0] else {
        panic!("{timeline:?}")
    };
    assert_eq!((id, by.as_str(), visit_date.as_str()), (&signed.id, "Ines Marlow", "2026-05-12"));
    assert_eq!(points, &["BL23", "GV20", "EX-HN1", "BL23"]);
    assert_eq!((summary.as_str(), *addenda), ("Kidney deficiency, local stagnation.", 1));
}
