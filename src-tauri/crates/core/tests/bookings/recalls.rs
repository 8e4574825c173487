//! Who is due again, and who is reminded of a visit.

use hegu_core::bookings::{
    self, AskAgain, ContactAbout, ContactOutcome, KeepRecall, ListRecalls, RecallReason, SayContact,
    SayStatus,
};
use hegu_core::clients::{
    self, Allowed, ClientInput, ClientStatus, PhoneAllows, PhoneInput, PhoneKind, RegisterClient,
};
use hegu_core::people::Role;
use hegu_core::{Error, FieldProblem, Practice, notes};

use super::clinic::{Clinic, register, wrong};
use crate::written::{note, sign};

fn recall(client: &str, due: &str) -> KeepRecall {
    KeepRecall {
        client: client.to_owned(),
        version: None,
        ask: AskAgain::OnDay,
        due: due.to_owned(),
        note: "Knee".to_owned(),
    }
}

async fn recalls(practice: &Practice) -> Vec<(String, RecallReason)> {
    let list = bookings::recall_list(practice, ListRecalls { lapsed_after_weeks: 8 }).await.unwrap();
    list.into_iter().map(|recall| (recall.client.name, recall.reason)).collect()
}

#[tokio::test]
async fn who_is_due_or_lapsed_is_listed_until_something_is_booked() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let mut clients = Vec::new();
    for name in ["Due", "Lapsed", "Lately", "Long ago", "Never again"] {
        clients.push(register(practice, name).await);
    }
    for (client, day) in clients[1..].iter().zip(["2026-02-20", "2026-05-04", "2024-11-01", "2026-02-10"]) {
        let visit_date = day.to_owned();
        notes::sign(practice, sign(client, notes::NoteText { visit_date, ..note() })).await.unwrap();
    }
    bookings::keep_recall(practice, recall(&clients[0], "2026-05-12")).await.unwrap();
    bookings::keep_recall(practice, recall(&clients[2], "2026-08-01")).await.unwrap();
    let never = KeepRecall { ask: AskAgain::Never, ..recall(&clients[4], "") };
    bookings::keep_recall(practice, never).await.unwrap();
    let due = ("Due".to_owned(), RecallReason::Due);
    let lapsed = ("Lapsed".to_owned(), RecallReason::Lapsed);
    assert_eq!(recalls(practice).await, [due.clone(), lapsed.clone()]);
    let booked =
        bookings::Book { start: "2026-05-19T09:00".to_owned(), ..clinic.visit(&clients[1], 0, "9:00") };
    let booked = clinic.book(booked).await.unwrap();
    assert_eq!(recalls(practice).await, std::slice::from_ref(&due), "who comes is not asked to");
    let cancelled = SayStatus {
        id: booked.id,
        version: booked.version,
        status: bookings::BookingStatus::Cancelled,
        reason: String::new(),
        fee: false,
    };
    bookings::say_status(practice, cancelled).await.unwrap();
    assert_eq!(recalls(practice).await, [due, lapsed]);
    let said = bookings::recall_said(practice, &clients[4]).await.unwrap();
    assert_eq!((said.ask, said.version), (AskAgain::Never, Some(1)));
    let like_everybody =
        KeepRecall { ask: AskAgain::WhenLapsed, version: said.version, ..recall(&clients[4], "") };
    bookings::keep_recall(practice, like_everybody).await.unwrap();
    assert_eq!(recalls(practice).await.len(), 3, "who was not to be asked is asked again");
    let past = bookings::keep_recall(practice, recall(&clients[3], "2026-05-11")).await;
    assert_eq!(wrong(past), [("due".to_owned(), FieldProblem::InThePast)]);
    let stale = bookings::keep_recall(practice, recall(&clients[0], "2026-06-01")).await;
    assert!(matches!(stale, Err(Error::Stale { version: 1, .. })), "{stale:?}");
}

#[tokio::test]
async fn nobody_writes_to_somebody_who_has_died_nor_to_a_number_where_texts_are_not_allowed() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let no_texts = PhoneAllows { text: Allowed::No, ..PhoneAllows::default() };
    for (name, status, start) in
        [("Comes", ClientStatus::Discharged, "09:00"), ("Died", ClientStatus::Deceased, "11:00")]
    {
        let client = ClientInput {
            given_name: name.to_owned(),
            status,
            phones: vec![
                PhoneInput { allows: no_texts, ..PhoneInput::new(PhoneKind::Home, "250-555-0100") },
                PhoneInput::new(PhoneKind::Mobile, "250-555-0101"),
            ],
            ..ClientInput::default()
        };
        let register = RegisterClient { client, despite_twins: true, draft: None };
        let client = clients::register(practice, register).await.unwrap().id;
        let start = format!("2026-05-19T{start}");
        clinic.book(bookings::Book { start, ..clinic.visit(&client, 0, "9:00") }).await.unwrap();
    }
    let day = bookings::RemindersFor { day: "2026-05-19".to_owned() };
    let calls = bookings::reminders(practice, day).await.unwrap();
    let reached: Vec<_> = calls.into_iter().filter_map(|call| call.booking.client).collect();
    let [only] = reached.as_slice() else { panic!("{reached:?}") };
    assert_eq!((only.name.as_str(), only.status), ("Comes", ClientStatus::Discharged));
    assert_eq!(only.phone.as_deref(), Some("250-555-0100"));
    assert_eq!(only.text_phone.as_deref(), Some("250-555-0101"), "the one where texts are allowed");
}

#[tokio::test]
async fn nobody_is_asked_again_who_is_discharged_or_has_died() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    for (name, status) in [
        ("Comes", ClientStatus::Active),
        ("Rests", ClientStatus::Inactive),
        ("Left", ClientStatus::Discharged),
        ("Died", ClientStatus::Deceased),
    ] {
        let mut ids = Vec::new();
        for nth in ["due", "lapsed"] {
            let given_name = format!("{name} {nth}");
            let client = ClientInput { given_name, status, ..ClientInput::default() };
            let register = RegisterClient { client, despite_twins: true, draft: None };
            ids.push(clients::register(practice, register).await.unwrap().id);
        }
        bookings::keep_recall(practice, recall(&ids[0], "2026-05-12")).await.unwrap();
        let lapsed = notes::NoteText { visit_date: "2026-02-20".to_owned(), ..note() };
        notes::sign(practice, sign(&ids[1], lapsed)).await.unwrap();
    }
    let mut asked: Vec<_> = recalls(practice).await.into_iter().map(|(name, _)| name).collect();
    asked.sort();
    assert_eq!(
        asked,
        ["Comes due", "Comes lapsed", "Rests due"],
        "of who is inactive only where a day was said"
    );
}

#[tokio::test]
async fn who_comes_on_a_day_is_reminded_once() {
    let clinic = Clinic::make().await;
    let (alice, peter) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Peter").await);
    let tomorrow = |client: &str, time: &str| bookings::Book {
        start: format!("2026-05-13T{time}"),
        ..clinic.visit(client, 0, "9:00")
    };
    let later = clinic.book(tomorrow(&peter, "11:00")).await.unwrap();
    let first = clinic.book(tomorrow(&alice, "09:00")).await.unwrap();
    clinic.book(clinic.visit(&alice, 0, "14:00")).await.unwrap();
    let held = bookings::Book {
        client: None,
        service: None,
        parts: Some(vec![bookings::VisitPart { hands_on: true, minutes: 30 }]),
        note: "Lunch".to_owned(),
        ..tomorrow(&alice, "13:00")
    };
    clinic.book(held).await.unwrap();
    let reminded = SayContact {
        client: alice,
        about: ContactAbout::Reminder,
        booking: Some(first.id),
        outcome: ContactOutcome::Sent,
    };
    bookings::say_contact(&clinic.practice, reminded).await.unwrap();
    let list = |practice: Practice| async move {
        let day = bookings::RemindersFor { day: "2026-05-13".to_owned() };
        let calls = bookings::reminders(&practice, day).await.unwrap();
        let row = |call: bookings::CallToMake| (call.booking.client.unwrap().name, call.contacts.len());
        calls.into_iter().map(row).collect::<Vec<_>>()
    };
    let both = [("Alice".to_owned(), 1), ("Peter".to_owned(), 0)];
    assert_eq!(list(clinic.practice.clone()).await, both, "in the order in which they come");
    assert!(
        list(clinic.practice.seating(Role::Associate)).await.is_empty(),
        "others' clients are not theirs"
    );
    let cancelled = SayStatus {
        id: later.id,
        version: later.version,
        status: bookings::BookingStatus::Cancelled,
        reason: String::new(),
        fee: false,
    };
    bookings::say_status(&clinic.practice, cancelled).await.unwrap();
    assert_eq!(list(clinic.practice.clone()).await, both[..1]);
}
