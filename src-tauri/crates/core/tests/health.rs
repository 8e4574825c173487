//! A client's health history: taken down, gone through, read as it was on any day, and what it raises.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod taken_down;

use chrono::{Duration, NaiveDate};
use hegu_core::clients::{self, TimelineEntry};
use hegu_core::drafts::{self, DraftKind, SaveDraft};
use hegu_core::health::{
    self, Fertility, HealthFlagKind, HealthHistory, HealthLine, HealthSection, HealthView, KeepHealth,
    PregnancyState, SeenHealth, SeenReview, Sport,
};
use hegu_core::people::Role;
use hegu_core::testing::{TestPractice, ask};
use hegu_core::{Error, FieldProblem, Practice};
use proptest::prelude::*;

use taken_down::{flag, keep, later, line, pregnant, register};

fn seen(view: &HealthView) -> SeenHealth {
    SeenHealth { client: view.client.clone(), version: view.version }
}

#[tokio::test]
async fn it_is_taken_down_gone_through_and_says_what_it_said_on_every_earlier_day() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let empty = health::read(&practice, &may).await.unwrap();
    assert_eq!((empty.version, empty.reviewed, empty.saved), (0, None, None), "nothing was asked yet");
    let first = HealthHistory {
        medicines: vec![line(" Apixaban ", "5 mg twice a day"), HealthLine::default()],
        none: vec![HealthSection::Allergies, HealthSection::Medicines],
        ..HealthHistory::default()
    };
    let kept = keep(&practice, &may, 0, first).await.unwrap();
    assert_eq!(kept.history.medicines, [line("Apixaban", "5 mg twice a day")], "blank lines are no lines");
    assert_eq!(kept.history.none, [HealthSection::Allergies], "where something stands, it is not none");
    let in_march = later(&practice, 300);
    let unchanged = health::review(&in_march, seen(&kept)).await.unwrap();
    assert_eq!(unchanged.version, 1, "nothing was saved again");
    let reviewed = unchanged.reviewed.unwrap();
    assert_eq!(
        (reviewed.day.as_str(), reviewed.by.as_str(), reviewed.today),
        ("2027-03-08", "Ines Marlow", true)
    );
    let twice = health::review(&in_march, seen(&kept)).await.unwrap();
    assert_eq!(twice.reviewed.unwrap().id, reviewed.id, "a double click is one review");
    let next_year = later(&practice, 365);
    let stopped = HealthHistory { medicines: vec![line("Ramipril", "5 mg")], ..HealthHistory::default() };
    let changed = keep(&next_year, &may, 1, stopped).await.unwrap();
    assert_eq!(changed.savings.len(), 2);
    let on = |day: &'static str| {
        let (practice, may) = (next_year.clone(), may.clone());
        async move { health::on_day(&practice, &may, day).await.unwrap() }
    };
    assert_eq!(on("2026-05-11").await.version, 0);
    let then = on("2026-05-12").await;
    assert_eq!(then.history.medicines, [line("Apixaban", "5 mg twice a day")]);
    assert_eq!(on("2027-05-11").await.reviewed.unwrap().day, "2027-03-08");
    assert_eq!(on("2027-05-12").await.history.medicines, [line("Ramipril", "5 mg")]);
    for (day, problem) in [
        ("2027-05-13", FieldProblem::InTheFuture),
        ("", FieldProblem::Required),
        ("yesterday", FieldProblem::NotADate),
    ] {
        let Err(Error::Invalid(fields)) = health::on_day(&next_year, &may, day).await else {
            panic!("{day:?} was read")
        };
        assert_eq!((fields[0].path.as_str(), fields[0].problem), ("day", problem));
    }
    let edited = ask(&practice, "UPDATE health_version SET body = '{}' RETURNING 'edited'").await;
    assert!(edited.is_err(), "what it said is never edited");
}

#[tokio::test]
async fn what_somebody_saved_meanwhile_is_not_overwritten_and_the_last_saving_is_taken_back() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let asthma = HealthHistory { conditions: vec![line("Asthma", "")], ..HealthHistory::default() };
    let kept = keep(&practice, &may, 0, asthma.clone()).await.unwrap();
    for refused in [
        keep(&practice, &may, 0, HealthHistory::default()).await,
        health::review(&practice, SeenHealth { client: may.clone(), version: 0 }).await,
        health::take_back(&practice, SeenHealth { client: may.clone(), version: 2 }).await,
    ] {
        assert!(matches!(refused, Err(Error::Stale { version: 1, .. })), "{refused:?}");
    }
    let review = kept.reviewed.clone().unwrap().id;
    let same = keep(&practice, &may, 1, asthma.clone()).await.unwrap();
    assert_eq!((same.version, same.reviewed.unwrap().id), (1, review), "saving what is there writes nothing");
    let both = HealthHistory { surgeries: vec![line("Appendix", "")], ..asthma.clone() };
    let both = keep(&practice, &may, 1, both).await.unwrap();
    assert_eq!(both.savings, ["2026-05-12"], "a day is one to choose, however often it was saved");
    let back = health::take_back(&practice, seen(&both)).await.unwrap();
    assert_eq!((back.version, &back.history), (3, &asthma), "nothing is taken out: it is said again");
    let today = back.reviewed.unwrap();
    assert!(!today.today, "what was taken back was not gone through");
    let third = keep(&practice, &may, 3, HealthHistory::default()).await.unwrap();
    let colleague = HealthHistory { other: "Typed since".to_owned(), ..HealthHistory::default() };
    let keep_it = KeepHealth {
        client: may.clone(),
        version: third.version,
        history: colleague,
        reviewed: false,
        draft: None,
    };
    let fourth = health::keep(&practice, keep_it).await.unwrap();
    let went = health::review(&later(&practice, 1), seen(&fourth)).await.unwrap();
    let back = health::take_back(&later(&practice, 1), seen(&went)).await.unwrap();
    assert_eq!(back.reviewed.unwrap().day, "2026-05-13", "a review of its own is not undone with the saving");
    let none = register(&practice, "Peter").await;
    let nothing = health::review(&practice, SeenHealth { client: none.clone(), version: 0 }).await;
    assert!(
        matches!(nothing, Err(Error::NotFound)),
        "what was never taken down cannot be unchanged: {nothing:?}"
    );
    let first = keep(&practice, &none, 0, asthma).await.unwrap();
    let empty = health::take_back(&practice, seen(&first)).await.unwrap();
    assert_eq!((&empty.history, &empty.reviewed), (&HealthHistory::default(), &None));
    let nothing = health::review(&practice, seen(&empty)).await;
    assert!(matches!(nothing, Err(Error::NotFound)), "nor what was taken back: {nothing:?}");
    let unchanged = health::review(&practice, seen(&kept)).await;
    assert!(matches!(unchanged, Err(Error::Stale { .. })), "{unchanged:?}");
}

#[tokio::test]
async fn a_review_is_taken_back_and_all_of_it_stands_in_the_timeline_of_those_who_treat() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let told = HealthHistory { other: "Sleeps four hours".to_owned(), ..HealthHistory::default() };
    let kept = keep(&practice, &may, 0, told).await.unwrap();
    let tomorrow = later(&practice, 1);
    let view = health::review(&tomorrow, seen(&kept)).await.unwrap();
    let timeline = |practice: Practice| {
        let may = may.clone();
        async move {
            let entries = clients::overview(&practice, &may).await.unwrap().timeline;
            let words = entries.into_iter().filter_map(|entry| match entry {
                TimelineEntry::HealthChanged { fields, by, .. } => {
                    Some(format!("{by}: {}", fields.join(", ")))
                }
                TimelineEntry::HealthUnchanged { by, .. } => Some(format!("{by}: unchanged")),
                _ => None,
            });
            words.collect::<Vec<_>>()
        }
    };
    assert_eq!(timeline(tomorrow.clone()).await, ["Ines Marlow: unchanged", "Ines Marlow: other"]);
    assert!(timeline(practice.seating(Role::Receptionist)).await.is_empty(), "the desk is not told");
    let review = SeenReview { client: may.clone(), id: view.reviewed.unwrap().id };
    let back = health::take_review_back(&tomorrow, review.clone()).await.unwrap();
    assert_eq!(back.reviewed.unwrap().day, "2026-05-12", "the one before holds again");
    let twice = health::take_review_back(&tomorrow, review).await;
    assert!(matches!(twice, Err(Error::NotFound)), "{twice:?}");
    assert_eq!(timeline(tomorrow).await, ["Ines Marlow: other"]);
    let entries = "SELECT action || ' ' || detail FROM audit_entry WHERE action LIKE 'health%' ORDER BY seq";
    let entries = ask(&practice, entries).await.unwrap();
    assert_eq!(
        entries,
        [
            r#"health_kept {"fields":["other"],"reviewed":true}"#,
            "health_reviewed {}",
            "health_review_taken_back {}"
        ],
        "the audit says which part, and never what"
    );
}

#[tokio::test]
async fn it_is_for_those_who_treat_and_for_whose_client_it_is() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let kept = keep(&practice, &may, 0, HealthHistory::default()).await.unwrap();
    assert_eq!((kept.version, kept.reviewed.unwrap().today), (1, true), "asked, and there was nothing");
    for role in [Role::Receptionist, Role::Associate] {
        let other = practice.seating(role);
        for refused in [
            health::read(&other, &may).await,
            health::on_day(&other, &may, "2026-05-12").await,
            keep(&other, &may, 1, HealthHistory::default()).await,
            health::review(&other, SeenHealth { client: may.clone(), version: 1 }).await,
            health::take_back(&other, SeenHealth { client: may.clone(), version: 1 }).await,
        ] {
            assert!(matches!(refused, Err(Error::NotPermitted)), "{role:?}: {refused:?}");
        }
    }
    let draft = || SaveDraft {
        id: None,
        kind: DraftKind::HealthHistory,
        subject: Some(may.clone()),
        label: "May".to_owned(),
        body: r#"{"other":"half a sent"}"#.to_owned(),
    };
    let refused = drafts::save(&practice.seating(Role::Receptionist), draft()).await;
    assert!(matches!(refused, Err(Error::NotPermitted)));
    let begun = drafts::save(&practice, draft()).await.unwrap();
    let finish = KeepHealth {
        client: may.clone(),
        version: 1,
        history: HealthHistory::default(),
        reviewed: false,
        draft: Some(begun.id),
    };
    let finished = health::keep(&practice, finish).await.unwrap();
    assert_eq!(finished.version, 1);
    assert!(
        drafts::list(&practice).await.unwrap().is_empty(),
        "what was typed and taken back is finished, too"
    );
}

#[tokio::test]
async fn everything_to_correct_is_said_at_its_field() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let spanned = |since: &str, until: &str| HealthLine {
        since: since.to_owned(),
        until: until.to_owned(),
        ..line("Asthma", "")
    };
    let wrong = HealthHistory {
        conditions: vec![
            spanned("2027", ""),
            spanned("2020-05", "2020-04"),
            spanned("1820", ""),
            line("", "mild"),
        ],
        surgeries: vec![spanned("2027-02", "")],
        medicines: vec![spanned("last spring", "")],
        allergies: vec![line(&"x".repeat(201), ""), line("tape", "a\u{0}b")],
        flags: vec![
            flag(HealthFlagKind::Lymphoedema, "", "", "left arm"),
            flag(HealthFlagKind::Lymphoedema, "", "", "right arm"),
        ],
        fertility: Some(Fertility { cycle_began: "2026-05-13".to_owned(), ..Fertility::default() }),
        sport: Some(Sport { event_day: "2026-02-30".to_owned(), ..Sport::default() }),
        other: "x".repeat(10_001),
        ..pregnant(PregnancyState::Pregnant, "2027-05-12")
    };
    let Err(Error::Invalid(fields)) = keep(&practice, &may, 0, wrong).await else { panic!("it was kept") };
    let said: Vec<(&str, FieldProblem)> =
        fields.iter().map(|field| (field.path.as_str(), field.problem)).collect();
    assert_eq!(
        said,
        [
            ("conditions.0.since", FieldProblem::InTheFuture),
            ("conditions.1.until", FieldProblem::EndsBeforeItBegins),
            ("conditions.2.since", FieldProblem::TooLongAgo),
            ("conditions.3.what", FieldProblem::Required),
            ("medicines.0.since", FieldProblem::NotADate),
            ("allergies.0.what", FieldProblem::TooLong),
            ("allergies.1.detail", FieldProblem::ControlCharacters),
            ("flags.1.kind", FieldProblem::NameTaken),
            ("pregnancy.due", FieldProblem::TooFarAhead),
            ("fertility.cycle_began", FieldProblem::InTheFuture),
            ("sport.event_day", FieldProblem::NotADate),
            ("other", FieldProblem::TooLong),
        ],
        "a surgery may be yet to come"
    );
    let lines = vec![line("Asthma", ""); 101];
    let many = HealthHistory { conditions: lines, ..HealthHistory::default() };
    let Err(Error::Invalid(fields)) = keep(&practice, &may, 0, many).await else { panic!("it was kept") };
    assert_eq!((fields[0].path.as_str(), fields[0].problem), ("conditions", FieldProblem::TooMuch));
    // Hostile text is text.
    let hostile = "<script>alert(1)</script> '); DROP TABLE health_version; -- =1+1 \u{202e}fdp 🤰";
    let history = HealthHistory { allergies: vec![line(hostile, hostile)], ..HealthHistory::default() };
    let kept = keep(&practice, &may, 0, history.clone()).await.unwrap();
    assert_eq!(kept.history, history);
}

/// A history of a few words, and after how many days it was saved.
fn savings() -> impl Strategy<Value = Vec<(i64, String, bool)>> {
    proptest::collection::vec((0_i64..40, "[a-zéñ漢字 ]{0,12}", any::<bool>()), 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Whatever was saved when, what it said on a day is what was saved last by the end of that day.
    #[test]
    fn what_it_said_on_a_day_is_what_was_stored_that_day(mut savings in savings()) {
        savings.sort_by_key(|(day, ..)| *day);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let practice = TestPractice::make().await.unwrap();
            let may = register(&practice, "May").await;
            let mut said: Vec<(i64, HealthHistory)> = Vec::new();
            let mut version = 0;
            for (day, other, faints) in &savings {
                let flags = if *faints { vec![flag(HealthFlagKind::Fainting, "", "", other)] } else { Vec::new() };
                let typed = HealthHistory { other: other.clone(), flags, ..HealthHistory::default() };
                let kept = keep(&later(&practice, *day), &may, version, typed).await.unwrap();
                version = kept.version;
                said.push((*day, kept.history));
            }
            let after = later(&practice, 60);
            for days in 0..45 {
                let day = NaiveDate::from_ymd_opt(2026, 5, 12).unwrap() + Duration::days(days);
                let then = health::on_day(&after, &may, &day.to_string()).await.unwrap().history;
                let expected = said.iter().rev().find(|(saved, _)| *saved <= days);
                assert_eq!(then, expected.map(|(_, history)| history.clone()).unwrap_or_default(), "{day}");
            }
        });
    }
}
