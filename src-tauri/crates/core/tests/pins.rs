//! Pinned facts stand at the head of a record until they are taken down, and say no more than the note says.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod added;
mod written;

use added::add;
use chrono::DateTime;
use hegu_core::clock::Clock;
use hegu_core::notes::{self, PinView, PinWords, PinnedFrom, Seal};
use hegu_core::people::Role;
use hegu_core::testing::{Clinic, TestPractice, add as add_person, passphrase_of, tamper};
use hegu_core::{Error, FieldProblem, Practice};
use written::{note, register, sign};

async fn pin(practice: &Practice, note: &str, from: PinnedFrom, text: &str) -> Result<PinView, Error> {
    let words = PinWords { note: note.to_owned(), from, text: text.to_owned() };
    notes::pin(practice, words).await.map(|pinned| pinned.pin)
}

async fn pinned(practice: &Practice, client: &str) -> Vec<String> {
    notes::pins(practice, client).await.unwrap().into_iter().map(|pin| pin.text).collect()
}

fn problem(result: Result<PinView, Error>) -> FieldProblem {
    match result {
        Err(Error::Invalid(fields)) if fields[0].path == "text" => fields[0].problem,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_section_a_line_and_words_of_an_addendum_are_pinned_once_and_taken_down() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    let signed = notes::sign(&practice, sign(&client, note())).await.unwrap();
    let amended =
        notes::add_addendum(&practice, add(&signed.id, "She called:\nsleeps again.")).await.unwrap();
    let addendum = PinnedFrom::Addendum { id: amended.addenda[0].id.clone() };
    let line = pin(&practice, &signed.id, PinnedFrom::Subjective, " Better in the evening. ").await.unwrap();
    pin(&practice, &signed.id, PinnedFrom::Plan, &note().plan).await.unwrap();
    pin(&practice, &signed.id, addendum, "sleeps again.").await.unwrap();
    let again = pin(&practice, &signed.id, PinnedFrom::Subjective, "Better in the evening.").await.unwrap();
    assert_eq!(again, line, "a second click pins nothing");
    let words = PinWords { note: signed.id.clone(), from: PinnedFrom::Plan, text: note().plan };
    assert!(notes::pin(&practice, words).await.unwrap().already, "and says so");
    let three = ["Better in the evening.", "Once more next week.", "sleeps again."];
    assert_eq!(pinned(&practice, &client).await, three);
    assert_eq!((line.visit_date.as_str(), line.signed_by.as_str()), ("2026-05-12", "Ines Marlow"));
    notes::unpin(&practice, &line.id).await.unwrap();
    assert_eq!(pinned(&practice, &client).await, three[1..]);
    assert!(matches!(notes::unpin(&practice, &line.id).await, Err(Error::NotFound)));
    assert!(matches!(
        notes::pin_again(&practice, "0196c000-0000-7000-8000-000000000000").await,
        Err(Error::NotFound)
    ));
    let read = notes::open(&practice, &signed.id).await.unwrap();
    assert_eq!(read.seal, Seal::Verified, "the note is as it was signed");
    let other = register(&practice, "Wendy").await;
    assert_eq!(pinned(&practice, &other).await, [""; 0]);
}

#[tokio::test]
async fn only_what_stands_there_is_pinned() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    let long = format!("{}\nx", "x".repeat(599));
    let body = hegu_core::notes::NoteText { objective: long.clone(), ..note() };
    let signed = notes::sign(&practice, sign(&client, body)).await.unwrap();
    let elsewhere = pin(&practice, &signed.id, PinnedFrom::Plan, "Better in the evening.").await;
    assert_eq!(problem(elsewhere), FieldProblem::UnknownValue);
    assert_eq!(problem(pin(&practice, &signed.id, PinnedFrom::Plan, " \n").await), FieldProblem::Required);
    assert_eq!(
        problem(pin(&practice, &signed.id, PinnedFrom::Objective, &long).await),
        FieldProblem::TooLong
    );
    let nobodys = PinnedFrom::Addendum { id: signed.id.clone() };
    assert_eq!(problem(pin(&practice, &signed.id, nobodys, "x").await), FieldProblem::UnknownValue);
    assert_eq!(pinned(&practice, &client).await, [""; 0]);
}

#[tokio::test]
async fn a_line_is_pinned_however_long_it_is() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    let long = "Sleeps badly. ".repeat(1_000).trim().to_owned();
    let body = hegu_core::notes::NoteText { objective: format!("Pale.\n{long}"), ..note() };
    let signed = notes::sign(&practice, sign(&client, body)).await.unwrap();
    pin(&practice, &signed.id, PinnedFrom::Objective, &long).await.unwrap();
    assert_eq!(pinned(&practice, &client).await, [long]);
}

#[tokio::test]
async fn a_pinned_fact_says_that_the_note_was_added_to_since() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    let signed = notes::sign(&practice, sign(&client, note())).await.unwrap();
    notes::add_addendum(&practice, add(&signed.id, "Before.")).await.unwrap();
    let in_minutes = |minutes: i64| {
        let time = DateTime::from_timestamp_millis(practice.now() + minutes * 60_000).unwrap();
        practice.at(Clock::Fixed(time.fixed_offset()))
    };
    let later = in_minutes(1);
    let fact = pin(&later, &signed.id, PinnedFrom::Plan, &note().plan).await.unwrap();
    assert_eq!((fact.addenda_since, fact.seal), (0, Seal::Verified));
    let much_later = in_minutes(2);
    notes::add_addendum(&much_later, add(&signed.id, "Not next week.")).await.unwrap();
    let warns = notes::pins(&much_later, &client).await.unwrap();
    assert_eq!(warns[0].addenda_since, 1);
    notes::unpin(&in_minutes(3), &fact.id).await.unwrap();
    notes::pin_again(&in_minutes(4), &fact.id).await.unwrap();
    assert_eq!(notes::pins(&in_minutes(4), &client).await.unwrap(), warns, "an undo leaves the warning");
    assert!(matches!(notes::pin_again(&practice, &fact.id).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_pinned_fact_says_that_its_note_is_not_what_was_signed_and_nothing_more_of_it_is_pinned() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    let signed = notes::sign(&practice, sign(&client, note())).await.unwrap();
    let fact = pin(&practice, &signed.id, PinnedFrom::Plan, &note().plan).await.unwrap();
    tamper(&practice, "UPDATE notes_note SET objective = 'Nothing.'").await.unwrap();
    assert_eq!(notes::pins(&practice, &client).await.unwrap()[0].seal, Seal::Broken);
    let more = pin(&practice, &signed.id, PinnedFrom::Objective, "Nothing.").await;
    assert_eq!(problem(more), FieldProblem::UnknownValue);
    notes::unpin(&practice, &fact.id).await.unwrap();
    notes::pin_again(&practice, &fact.id).await.unwrap();
    assert_eq!(pinned(&practice, &client).await, [note().plan], "the copy is not lost by an undo");
}

#[tokio::test]
async fn what_is_pinned_is_for_those_who_read_notes_and_an_associate_sees_their_own() {
    let clinic = Clinic::open().await.unwrap();
    let client = register(&clinic.practice, "Margaret").await;
    let signed = notes::sign(&clinic.practice, sign(&client, note())).await.unwrap();
    let fact = pin(&clinic.practice, &signed.id, PinnedFrom::Plan, &note().plan).await.unwrap();
    let desk = add_person(&clinic.practice, "Rosa Lind", Role::Receptionist).await.unwrap();
    let ada = add_person(&clinic.practice, "Ada Quist", Role::Associate).await.unwrap();
    for (person, name) in [(&desk, "Rosa"), (&ada, "Ada")] {
        let seat = clinic.seat(person, &passphrase_of(name)).await.unwrap();
        assert!(matches!(notes::pins(&seat, &client).await, Err(Error::NotPermitted)), "{name} reads");
        assert!(matches!(notes::unpin(&seat, &fact.id).await, Err(Error::NotPermitted)), "{name} takes down");
        let again = pin(&seat, &signed.id, PinnedFrom::Plan, &note().plan).await;
        assert!(matches!(again, Err(Error::NotPermitted)), "{name} pins: {again:?}");
    }
}
