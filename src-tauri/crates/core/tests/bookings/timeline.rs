//! What a client's timeline tells of their visits and of the calls about them.

use chrono::DateTime;
use hegu_core::bookings::{
    self, BookingStatus, BookingView, ContactAbout, ContactOutcome, SayContact, SayStatus,
};
use hegu_core::clients::{self, TimelineEntry};
use hegu_core::clock::Clock;
use hegu_core::notes::{self, NoteText};
use hegu_core::people::Role;
use hegu_core::{Practice, testing};

use super::clinic::{Clinic, register};
use crate::written::{note, sign};

fn at(moment: &str) -> Clock {
    Clock::Fixed(DateTime::parse_from_rfc3339(moment).unwrap())
}

/// That evening, when everybody is gone.
fn evening(clinic: &Clinic) -> Practice {
    clinic.practice.at(at("2026-05-12T19:00:00-07:00"))
}

async fn say(practice: &Practice, booking: &BookingView, status: BookingStatus, reason: &str) {
    let say = SayStatus {
        id: booking.id.clone(),
        version: booking.version,
        status,
        reason: reason.to_owned(),
        fee: status == BookingStatus::NoShow,
    };
    bookings::say_status(practice, say).await.unwrap();
}

/// Each entry about a visit in a few words, newest first.
async fn told(practice: &Practice, client: &str) -> Vec<String> {
    let entries = clients::overview(practice, client).await.unwrap().timeline;
    let told = entries.into_iter().filter_map(|entry| match entry {
        TimelineEntry::Visit { visit, .. } => {
            let said = [visit.said_by, visit.reason].join(" ");
            Some(format!("{} {} {}", &visit.start[5..], visit.status.name(), said.trim()).trim().to_owned())
        }
        TimelineEntry::NoteSigned { visit_date, visit, .. } => {
            let of = visit.map(|visit| visit.start[11..].to_owned());
            Some(format!("note of {}, visit {of:?}", &visit_date[5..]))
        }
        TimelineEntry::Contacted { tried, .. } => {
            Some(format!("{:?} {:?} by {} about {:?}", tried.about, tried.outcome, tried.by, tried.visit))
        }
        _ => None,
    });
    told.collect()
}

#[tokio::test]
async fn every_visit_that_was_or_came_to_nothing_is_told_where_it_happened_and_what_comes_is_not() {
    let clinic = Clinic::make().await;
    let client = register(&clinic.practice, "Margaret").await;
    let mut booked = Vec::new();
    for (room, time) in [(0, "11:00"), (0, "13:00"), (0, "15:00")] {
        booked.push(clinic.book(clinic.visit(&client, room, time)).await.unwrap());
    }
    for day in ["2026-05-19", "2026-05-26"] {
        let visit = bookings::Book { start: format!("{day}T09:00"), ..clinic.visit(&client, 0, "9:00") };
        booked.push(clinic.book(visit).await.unwrap());
    }
    let gone = clinic.book(clinic.visit(&client, 1, "16:00")).await.unwrap();
    bookings::take_back(&clinic.practice, bookings::SeenBooking { id: gone.id, version: gone.version })
        .await
        .unwrap();
    say(&clinic.practice, &booked[3], BookingStatus::Cancelled, "Travels").await;
    let evening = evening(&clinic);
    say(&evening, &booked[0], BookingStatus::Done, "").await;
    say(&evening, &booked[1], BookingStatus::NoShow, "").await;
    assert_eq!(
        told(&evening, &client).await,
        [
            "05-12T15:00 booked",
            "05-12T13:00 no_show Ines Marlow",
            "05-12T11:00 done Ines Marlow",
            "05-19T09:00 cancelled Ines Marlow Travels",
        ],
        "one that was cancelled when that was said, at 10:57; none that was taken back, and none that comes"
    );
    let entries = clients::overview(&evening, &client).await.unwrap().timeline;
    let Some(TimelineEntry::Visit { visit, .. }) =
        entries.iter().find(|entry| matches!(entry, TimelineEntry::Visit { .. }))
    else {
        panic!("{entries:?}")
    };
    assert_eq!((visit.service.as_deref(), visit.practitioner.as_str()), (Some("Follow-up"), "Ines Marlow"));
    assert!(!visit.fee);
}

#[tokio::test]
async fn a_visit_with_its_note_is_told_once_and_the_desk_is_told_of_the_visit() {
    let clinic = Clinic::make().await;
    let client = register(&clinic.practice, "Margaret").await;
    for time in ["11:00", "14:00"] {
        clinic.book(clinic.visit(&client, 0, time)).await.unwrap();
    }
    let evening = evening(&clinic);
    notes::sign(&clinic.practice, sign(&client, note())).await.unwrap();
    assert_eq!(told(&evening, &client).await, ["05-12T14:00 booked", "note of 05-12, visit Some(\"11:00\")"]);
    let soon = clinic.practice.at(at("2026-05-12T10:58:00-07:00"));
    notes::sign(&soon, sign(&client, note())).await.unwrap();
    let elsewhere = NoteText { visit_date: "2026-05-11".to_owned(), ..note() };
    notes::sign(&soon, sign(&client, elsewhere)).await.unwrap();
    let mut said = told(&evening, &client).await;
    said.sort();
    assert_eq!(
        said,
        [
            "note of 05-11, visit None",
            "note of 05-12, visit Some(\"11:00\")",
            "note of 05-12, visit Some(\"14:00\")"
        ]
    );
    let desk = testing::seated_as(&evening, Role::Receptionist);
    assert_eq!(told(&desk, &client).await, ["05-12T14:00 booked", "05-12T11:00 booked"]);
}

#[tokio::test]
async fn a_note_of_a_day_on_which_nobody_came_takes_no_visit() {
    let clinic = Clinic::make().await;
    let client = register(&clinic.practice, "Margaret").await;
    let booked = clinic.book(clinic.visit(&client, 0, "11:00")).await.unwrap();
    let evening = evening(&clinic);
    say(&evening, &booked, BookingStatus::NoShow, "").await;
    notes::sign(&clinic.practice, sign(&client, note())).await.unwrap();
    assert_eq!(
        told(&evening, &client).await,
        ["05-12T11:00 no_show Ines Marlow", "note of 05-12, visit None"]
    );
}

#[tokio::test]
async fn who_was_called_about_what_is_told_until_it_is_taken_back() {
    let clinic = Clinic::make().await;
    let client = register(&clinic.practice, "Margaret").await;
    let booked = clinic.book(clinic.visit(&client, 0, "14:00")).await.unwrap();
    let tried = |about, outcome, booking: Option<&BookingView>| SayContact {
        client: client.clone(),
        about,
        booking: booking.map(|booking| booking.id.clone()),
        outcome,
    };
    let reminded = tried(ContactAbout::Reminder, ContactOutcome::Sent, Some(&booked));
    let reminded = bookings::say_contact(&clinic.practice, reminded).await.unwrap();
    let noon = clinic.practice.at(at("2026-05-12T12:00:00-07:00"));
    let recall = tried(ContactAbout::Recall, ContactOutcome::NoAnswer, None);
    bookings::say_contact(&noon, recall).await.unwrap();
    let recalled = "Recall NoAnswer by Ines Marlow about None";
    assert_eq!(
        told(&noon, &client).await,
        [recalled, "Reminder Sent by Ines Marlow about Some(\"2026-05-12T14:00\")"]
    );
    bookings::take_back_contact(&noon, &reminded.id).await.unwrap();
    assert_eq!(told(&noon, &client).await, [recalled]);
}

#[tokio::test]
async fn the_visits_and_calls_of_a_record_that_became_part_of_another_are_told_there() {
    let clinic = Clinic::make().await;
    let (kept, gone) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Alicia").await);
    clinic.book(clinic.visit(&gone, 0, "11:00")).await.unwrap();
    let about = ContactAbout::Waiting;
    let tried = SayContact { client: gone.clone(), about, booking: None, outcome: ContactOutcome::Reached };
    bookings::say_contact(&clinic.practice, tried).await.unwrap();
    let evening = evening(&clinic);
    let theirs = ["05-12T11:00 booked", "Waiting Reached by Ines Marlow about None"];
    let merged = super::merged::make_one(&evening, &kept, &gone).await.unwrap();
    assert_eq!(told(&evening, &kept).await, theirs);
    clients::unmerge(&evening, &merged.merge).await.unwrap();
    assert_eq!(told(&evening, &gone).await, theirs);
    assert!(told(&evening, &kept).await.is_empty());
}
