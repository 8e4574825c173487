//! Who may sign, with what proof, and what is left of a second click, a refusal and a look.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod added;
mod written;

use added::add;
use hegu_core::clients::{self, TimelineEntry};
use hegu_core::clock::Clock;
use hegu_core::drafts::{self, DraftKind, SaveDraft};
use hegu_core::notes::{self, AddAddendum, NoteText, SignNote};
use hegu_core::opening::{self, ProveSelf};
use hegu_core::people::Role;
use hegu_core::testing::{PASSPHRASE, TestPractice, ask};
use hegu_core::{Error, Practice};
use written::{note, register, sign};

fn at(practice: &Practice, time: &str) -> Practice {
    practice.at(Clock::Fixed(format!("2026-05-12T{time}-07:00").parse().unwrap()))
}

async fn draft(practice: &Practice, kind: DraftKind, subject: &str) -> Option<String> {
    let input = SaveDraft {
        id: None,
        kind,
        subject: Some(subject.to_owned()),
        label: "Margaret".to_owned(),
        body: "{}".to_owned(),
    };
    Some(drafts::save(practice, input).await.unwrap().id)
}

async fn entries(practice: &Practice, action: &str) -> usize {
    ask(practice, &format!("SELECT CAST(seq AS TEXT) FROM audit_entry WHERE action = '{action}'"))
        .await
        .unwrap()
        .len()
}

#[tokio::test]
async fn a_refused_signature_leaves_the_draft_where_it_was() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    let draft = draft(&practice, DraftKind::Note, &client).await;
    let empty = SignNote { draft: draft.clone(), ..sign(&client, NoteText::default()) };
    assert!(notes::sign(&practice, empty).await.is_err());
    let late = SignNote { draft, ..sign(&client, note()) };
    let late = notes::sign(&at(&practice, "11:30:00"), late).await;
    assert!(matches!(late, Err(Error::ProofNeeded)), "{late:?}");
    assert_eq!(drafts::list(&practice).await.unwrap().len(), 1);
}

#[tokio::test]
async fn two_clicks_on_sign_make_one_note_and_end_the_draft() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    let typed = draft(&practice, DraftKind::Note, &client).await;
    let click = |note| SignNote { draft: typed.clone(), ..sign(&client, note) };
    let (first, second) =
        tokio::join!(notes::sign(&practice, click(note())), notes::sign(&practice, click(note())));
    let (first, second) = (first.unwrap(), second.unwrap());
    assert_eq!(first.id, second.id);
    assert!(drafts::list(&practice).await.unwrap().is_empty(), "what was signed is no draft any more");
    let other = NoteText { plan: "Something else.".to_owned(), ..note() };
    let third = notes::sign(&practice, click(other)).await.unwrap();
    assert_ne!(third.id, first.id, "other words are never swallowed");
    let typed = draft(&practice, DraftKind::Addendum, &first.id).await;
    for _ in 0..2 {
        let add = AddAddendum { draft: typed.clone(), ..add(&first.id, "Better.") };
        assert_eq!(notes::add_addendum(&practice, add).await.unwrap().addenda.len(), 1);
    }
    assert!(drafts::list(&practice).await.unwrap().is_empty());
    assert_eq!((entries(&practice, "note_signed").await, entries(&practice, "addendum_added").await), (2, 1));
}

#[tokio::test]
async fn signing_needs_a_passphrase_of_the_last_five_minutes() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    let try_at = async |time: &str| notes::sign(&at(&practice, time), sign(&client, note())).await;
    let signed = try_at("11:02:00").await.unwrap();
    for time in ["11:02:01", "10:56:59"] {
        let refused = try_at(time).await;
        assert!(matches!(refused, Err(Error::ProofNeeded)), "{time}: {refused:?}");
    }
    let later = at(&practice, "11:30:00");
    let refused = notes::add_addendum(&later, add(&signed.id, "Better.")).await;
    assert!(matches!(refused, Err(Error::ProofNeeded)), "{refused:?}");
    let prove = async |passphrase: &str| {
        opening::prove(&later, ProveSelf { passphrase: passphrase.to_owned() }).await
    };
    let wrong = prove("granite walnut hover lantern tide").await;
    assert!(matches!(wrong, Err(Error::WrongPassphrase { .. })), "{wrong:?}");
    assert!(matches!(try_at("11:30:00").await, Err(Error::ProofNeeded)), "a wrong one proves nothing");
    prove(PASSPHRASE).await.unwrap();
    try_at("11:35:00").await.unwrap();
    notes::add_addendum(&later, add(&signed.id, "Better.")).await.unwrap();
    for expected in [0, 0, 0, 1] {
        let wrong = prove("wrong").await;
        assert!(
            matches!(wrong, Err(Error::WrongPassphrase { wait_seconds }) if wait_seconds == expected),
            "counted as at the door: {wrong:?}"
        );
    }
    assert!(matches!(prove(PASSPHRASE).await, Err(Error::TooSoon { wait_seconds: 1 })));
    assert_eq!(entries(&practice, "identity_proved").await, 6, "five wrong ones and a right one");
}

#[tokio::test]
async fn students_write_and_do_not_sign_and_the_desk_does_not_read() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    let signed = notes::sign(&practice, sign(&client, note())).await.unwrap();
    let typing = || SaveDraft {
        id: None,
        kind: DraftKind::Note,
        subject: Some(client.clone()),
        label: String::new(),
        body: "{}".to_owned(),
    };
    let student = practice.seating(Role::Student);
    assert!(matches!(notes::sign(&student, sign(&client, note())).await, Err(Error::NotPermitted)));
    let added = notes::add_addendum(&student, add(&signed.id, "x")).await;
    assert!(matches!(added, Err(Error::NotPermitted)));
    assert_eq!(notes::open(&student, &signed.id).await.unwrap().id, signed.id);
    drafts::save(&student, typing()).await.unwrap();
    let desk = practice.seating(Role::Receptionist);
    assert!(matches!(notes::open(&desk, &signed.id).await, Err(Error::NotPermitted)));
    assert!(matches!(notes::last(&desk, &client).await, Err(Error::NotPermitted)));
    assert!(matches!(notes::pdf(&desk, &signed.id).await, Err(Error::NotPermitted)));
    assert!(matches!(drafts::save(&desk, typing()).await, Err(Error::NotPermitted)));
    let timeline = clients::overview(&desk, &client).await.unwrap().timeline;
    assert!(!timeline.iter().any(|entry| matches!(entry, TimelineEntry::NoteSigned { .. })));
    assert_eq!(entries(&practice, "refused").await, 6, "every refusal is in the audit");
}

#[tokio::test]
async fn a_look_at_a_note_is_in_the_audit_once_for_as_long_as_it_stays_open() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    let first = notes::sign(&practice, sign(&client, note())).await.unwrap();
    let second = notes::sign(&practice, sign(&client, note())).await.unwrap();
    assert_eq!(entries(&practice, "note_opened").await, 0, "what one just signed one has not opened");
    for time in ["10:58:00", "10:59:00", "11:02:59"] {
        notes::open(&at(&practice, time), &first.id).await.unwrap();
    }
    assert_eq!(entries(&practice, "note_opened").await, 1);
    notes::open(&at(&practice, "11:03:00"), &second.id).await.unwrap();
    notes::open(&at(&practice, "11:03:00"), &first.id).await.unwrap();
    assert_eq!(
        entries(&practice, "note_opened").await,
        3,
        "another note, and the first one after five minutes"
    );
}
