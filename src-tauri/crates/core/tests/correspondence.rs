//! What passes with a client without a visit: written down, changed with what it said before, followed up, struck.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use hegu_core::clients::{self, ClientInput, RegisterClient, TimelineEntry};
use hegu_core::correspondence::{
    self, CorrespondenceInput, CorrespondenceKind, CorrespondenceView, FollowedUp, KeepCorrespondence,
    SeenCorrespondence, StrikeCorrespondence,
};
use hegu_core::drafts::{self, DraftKind, SaveDraft};
use hegu_core::people::Role;
use hegu_core::testing::TestPractice;
use hegu_core::{Error, FieldProblem, Practice, today};

async fn register(practice: &Practice, given_name: &str) -> String {
    let client = ClientInput { given_name: given_name.to_owned(), ..ClientInput::default() };
    let register = RegisterClient { client, despite_twins: true, draft: None };
    clients::register(practice, register).await.unwrap().id
}

fn call(text: &str) -> CorrespondenceInput {
    CorrespondenceInput {
        kind: CorrespondenceKind::PhoneCall,
        day: "2026-05-12".to_owned(),
        text: text.to_owned(),
        clinical: false,
        follow_up: String::new(),
    }
}

fn due_on(day: &str, entry: CorrespondenceInput) -> CorrespondenceInput {
    CorrespondenceInput { follow_up: day.to_owned(), ..entry }
}

async fn add(
    practice: &Practice,
    client: &str,
    entry: CorrespondenceInput,
) -> Result<CorrespondenceView, Error> {
    let client = client.to_owned();
    let keep = KeepCorrespondence { id: None, version: None, client, entry, draft: None };
    correspondence::keep(practice, keep).await
}

async fn change(
    practice: &Practice,
    view: &CorrespondenceView,
    entry: CorrespondenceInput,
) -> Result<CorrespondenceView, Error> {
    let (id, version) = (Some(view.id.clone()), Some(view.version));
    let keep = KeepCorrespondence { id, version, client: view.client.clone(), entry, draft: None };
    correspondence::keep(practice, keep).await
}

async fn strike(practice: &Practice, view: &CorrespondenceView) -> Result<CorrespondenceView, Error> {
    let reason = "Another May".to_owned();
    let strike = StrikeCorrespondence { id: view.id.clone(), version: view.version, reason };
    correspondence::strike(practice, strike).await
}

async fn set_done(
    practice: &Practice,
    view: &CorrespondenceView,
    done: bool,
) -> Result<CorrespondenceView, Error> {
    correspondence::follow_up(practice, FollowedUp { id: view.id.clone(), version: view.version, done }).await
}

/// What stands on somebody's page, newest first.
async fn entries(practice: &Practice, client: &str) -> Vec<CorrespondenceView> {
    let timeline = clients::overview(practice, client).await.unwrap().timeline;
    let entries = timeline.into_iter().filter_map(|entry| match entry {
        TimelineEntry::Corresponded { view, .. } => Some(view),
        _ => None,
    });
    entries.collect()
}

async fn due(practice: &Practice) -> Vec<String> {
    today::read(practice).await.unwrap().follow_ups.into_iter().map(|due| due.text).collect()
}

fn wrong(found: Result<CorrespondenceView, Error>) -> Vec<(String, FieldProblem)> {
    match found {
        Err(Error::Invalid(fields)) => fields.into_iter().map(|field| (field.path, field.problem)).collect(),
        other => panic!("{:?}", other.map(|view| view.entry)),
    }
}

#[tokio::test]
async fn it_stands_on_the_page_in_its_place_and_what_it_said_before_stays() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let today = add(&practice, &may, call("Asked for a receipt ")).await.unwrap();
    let before = CorrespondenceInput { day: "2026-05-10".to_owned(), ..call("Asked about moxa") };
    add(&practice, &may, before).await.unwrap();
    let words: Vec<String> = entries(&practice, &may).await.into_iter().map(|view| view.entry.text).collect();
    assert_eq!(words, ["Asked for a receipt", "Asked about moxa"], "the day it is about decides");
    let mail = CorrespondenceInput { kind: CorrespondenceKind::Email, ..call("Asked for two receipts") };
    let changed = change(&practice, &today, mail).await.unwrap();
    assert_eq!(changed.earlier.len(), 1);
    let read = correspondence::read(&practice, &today.id).await.unwrap();
    let [earlier] = &read.earlier[..] else { panic!("{:?}", read.earlier) };
    assert_eq!((earlier.kind, earlier.text.as_str()), (CorrespondenceKind::PhoneCall, "Asked for a receipt"));
    let late = change(&practice, &today, call("Typed over what is no more")).await;
    assert!(matches!(late, Err(Error::Stale { .. })), "{late:?}");
}

#[tokio::test]
async fn what_has_to_be_followed_up_is_on_today_until_it_is_done() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let one = add(&practice, &may, due_on("2026-05-12", call("Call back\nabout the bill"))).await.unwrap();
    let old = CorrespondenceInput { day: "2026-05-01".to_owned(), ..call("Send the letter") };
    add(&practice, &may, due_on("2026-05-02", old)).await.unwrap();
    add(&practice, &may, due_on("2026-05-13", call("Tomorrow"))).await.unwrap();
    assert_eq!(
        due(&practice).await,
        ["Send the letter", "Call back"],
        "the longest due first, one line each"
    );
    let done = set_done(&practice, &one, true).await.unwrap();
    assert_eq!(due(&practice).await, ["Send the letter"]);
    assert!(matches!(set_done(&practice, &done, true).await, Err(Error::NotFound)), "done once");
    let open = set_done(&practice, &done, false).await.unwrap();
    assert_eq!(due(&practice).await.len(), 2);
    let done = set_done(&practice, &open, true).await.unwrap();
    let same = change(&practice, &done, due_on("2026-05-12", call("Called back"))).await.unwrap();
    assert!(same.followed_up, "other words for what is done");
    let again = change(&practice, &same, due_on("2026-05-20", call("Called back, again in a week"))).await;
    assert!(!again.unwrap().followed_up, "another day begins it anew");
}

#[tokio::test]
async fn what_was_entered_in_error_stays_readable_with_its_reason_and_is_never_due() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let view = add(&practice, &may, due_on("2026-05-12", call("Wants to stop"))).await.unwrap();
    let empty = StrikeCorrespondence { id: view.id.clone(), version: view.version, reason: " ".to_owned() };
    let refused = correspondence::strike(&practice, empty).await;
    assert_eq!(wrong(refused), [("reason".to_owned(), FieldProblem::Required)]);
    let struck = strike(&practice, &view).await.unwrap();
    assert_eq!(due(&practice).await, [""; 0]);
    let shown = entries(&practice, &may).await.remove(0);
    assert_eq!((shown.struck.as_deref(), shown.entry.text.as_str()), (Some("Another May"), "Wants to stop"));
    assert!(matches!(change(&practice, &struck, call("Else")).await, Err(Error::NotFound)));
    let back = SeenCorrespondence { id: struck.id.clone(), version: struck.version };
    assert_eq!(correspondence::put_back(&practice, back).await.unwrap().struck, None);
    assert_eq!(due(&practice).await, ["Wants to stop"]);
}

#[tokio::test]
async fn what_is_clinical_is_for_those_who_treat() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let clinical = CorrespondenceInput { clinical: true, ..due_on("2026-05-12", call("The result is in")) };
    let view = add(&practice, &may, clinical.clone()).await.unwrap();
    let desk = practice.seating(Role::Receptionist);
    assert_eq!(entries(&desk, &may).await, []);
    assert_eq!(due(&desk).await, [""; 0]);
    assert!(matches!(correspondence::read(&desk, &view.id).await, Err(Error::NotPermitted)));
    assert!(matches!(add(&desk, &may, clinical).await, Err(Error::NotPermitted)));
    let for_all = change(&desk, &view, call("Mine now")).await;
    assert!(matches!(for_all, Err(Error::NotPermitted)), "{for_all:?}");
    assert!(matches!(strike(&desk, &view).await, Err(Error::NotPermitted)));
    assert!(matches!(set_done(&desk, &view, true).await, Err(Error::NotPermitted)));
    let theirs = add(&desk, &may, call("Asked for a receipt")).await.unwrap();
    assert_eq!(entries(&desk, &may).await.len(), 1);
    let associate = practice.seating(Role::Associate);
    let others = correspondence::read(&associate, &theirs.id).await;
    assert!(matches!(others, Err(Error::NotPermitted)), "not a client of theirs: {others:?}");
}

#[tokio::test]
async fn bad_input_is_refused_at_its_field_and_a_draft_ends_with_what_it_became() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let bad = CorrespondenceInput { day: "2026-05-13".to_owned(), ..call(" ") };
    let text = ("text".to_owned(), FieldProblem::Required);
    let found = wrong(add(&practice, &may, due_on("2026-02-30", bad)).await);
    let day = ("day".to_owned(), FieldProblem::InTheFuture);
    assert_eq!(found, [text, day, ("follow_up".to_owned(), FieldProblem::NotADate)]);
    let no_day = CorrespondenceInput { day: String::new(), ..call("x") };
    assert_eq!(wrong(add(&practice, &may, no_day).await), [("day".to_owned(), FieldProblem::Required)]);
    let before = due_on("2026-05-11", call("x"));
    let found = wrong(add(&practice, &may, before).await);
    assert_eq!(found, [("follow_up".to_owned(), FieldProblem::InThePast)]);
    let long = wrong(add(&practice, &may, call(&"x".repeat(10_001))).await);
    assert_eq!(long, [("text".to_owned(), FieldProblem::TooLong)]);
    let typing = SaveDraft {
        id: None,
        kind: DraftKind::Correspondence,
        subject: Some(may.clone()),
        label: "May".to_owned(),
        body: "{}".to_owned(),
    };
    let draft = drafts::save(&practice, typing).await.unwrap().id;
    let keep = KeepCorrespondence {
        id: None,
        version: None,
        client: may,
        entry: call("<b>Hello</b> 👋"),
        draft: Some(draft),
    };
    assert_eq!(correspondence::keep(&practice, keep).await.unwrap().entry.text, "<b>Hello</b> 👋");
    assert!(drafts::list(&practice).await.unwrap().is_empty());
}
