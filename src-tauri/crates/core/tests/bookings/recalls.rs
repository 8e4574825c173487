//! Who is due again, and who is reminded of a visit.

use hegu_core::bookings::{
    self, AskAgain, ContactAbout, ContactOutcome, KeepRecall, ListRecalls, RecallReason, SayContact,
    SayStatus,
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
