//! Visits that stand where nobody comes any more: who is told of them, before and after.

use hegu_core::bookings::{
    self, AboutToKeep, Book, GoAway, KeepHours, ShiftInput, Stranded, StrandedBy, WaitInput,
};
use hegu_core::clock::Clock;
use hegu_core::people::{self, RemovePerson, Role};
use hegu_core::testing::{TestPractice, add};
use hegu_core::{Error, Practice};

use super::clinic::{Clinic, register, weekdays};

fn away(person: Option<&str>, from: &str, until: &str) -> GoAway {
    GoAway {
        person: person.map(str::to_owned),
        room: None,
        from: from.to_owned(),
        until: until.to_owned(),
        reason: "Conference".to_owned(),
    }
}

/// Somebody new who comes at that time.
async fn comes(clinic: &Clinic, name: &str, room: usize, start: &str, despite: Option<&str>) -> String {
    let client = register(&clinic.practice, name).await;
    let despite = despite.map(str::to_owned);
    let visit = Book { start: start.to_owned(), despite, ..clinic.visit(&client, room, "9:00") };
    clinic.book(visit).await.unwrap().id
}

/// By what, and who comes when.
fn said(found: &[Stranded]) -> Vec<(&'static str, Vec<String>)> {
    let call = |call: &bookings::CallToMake| {
        format!("{} {}", call.booking.client.as_ref().unwrap().name, call.booking.start)
    };
    let by = |by: &StrandedBy| match by {
        StrandedBy::Away { .. } => "away",
        StrandedBy::Hours { .. } => "hours",
    };
    found.iter().map(|one| (by(&one.by), one.calls.iter().map(call).collect())).collect()
}

async fn stranded(practice: &Practice) -> Vec<(&'static str, Vec<String>)> {
    said(&bookings::stranded(practice).await.unwrap())
}

#[tokio::test]
async fn whoever_is_booked_in_time_off_is_counted_before_and_named_after_however_far_ahead() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    comes(&clinic, "Alice", 0, "2026-05-12T09:00", None).await;
    comes(&clinic, "Peter", 0, "2026-05-18T16:05", None).await;
    comes(&clinic, "Mei", 0, "2026-09-21T10:00", None).await;
    comes(&clinic, "Ana", 1, "2026-09-23T16:00", None).await;
    comes(&clinic, "Wim", 0, "2026-09-24T09:00", None).await;
    let off = || away(Some(&clinic.ines), "2026-05-18T17:00", "2026-09-24T09:00");
    let counted = bookings::would_strand(practice, AboutToKeep::Away { away: off() }).await.unwrap();
    assert_eq!(counted, 2, "who is over when it begins, or begins when it is over, is not concerned");
    assert!(stranded(practice).await.is_empty(), "asking keeps nothing");
    let setup = bookings::go_away(practice, off()).await.unwrap();
    let both = ["Mei 2026-09-21T10:00".to_owned(), "Ana 2026-09-23T16:00".to_owned()];
    assert_eq!(stranded(practice).await, [("away", both.to_vec())]);
    let day = bookings::OpenDiary { from: "2026-09-21".to_owned(), until: "2026-09-21".to_owned() };
    let diary = bookings::diary(practice, day).await.unwrap();
    assert_eq!(diary.bookings[0].status, bookings::BookingStatus::Booked, "nobody is cancelled by it");
    bookings::come_back(practice, &setup.away[0].id).await.unwrap();
    assert!(stranded(practice).await.is_empty());
}

#[tokio::test]
async fn a_closure_concerns_everybody_and_a_room_those_in_it_and_each_is_named_once() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let jun = add(practice, "Jun Mori", Role::Practitioner).await.unwrap();
    comes(&clinic, "Alice", 0, "2026-05-18T09:00", None).await;
    comes(&clinic, "Peter", 1, "2026-05-18T11:00", None).await;
    let mei = register(practice, "Mei").await;
    let with_jun =
        Book { practitioner: jun, start: "2026-05-18T13:00".to_owned(), ..clinic.visit(&mei, 0, "9:00") };
    clinic.book(with_jun).await.unwrap();
    let painted = GoAway { room: clinic.room(0), ..away(None, "2026-05-18T00:00", "2026-05-18T12:00") };
    bookings::go_away(practice, painted).await.unwrap();
    bookings::go_away(practice, away(None, "2026-05-18T08:00", "2026-05-18T24:00")).await.unwrap();
    let alice = vec!["Alice 2026-05-18T09:00".to_owned()];
    let others = vec!["Peter 2026-05-18T11:00".to_owned(), "Mei 2026-05-18T13:00".to_owned()];
    assert_eq!(stranded(practice).await, [("away", alice), ("away", others)]);
}

#[tokio::test]
async fn what_was_booked_into_time_off_is_meant_and_what_was_there_before_is_not() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    comes(&clinic, "Alice", 0, "2026-05-18T09:00", None).await;
    comes(&clinic, "Peter", 0, "2026-05-18T09:00", Some("Her twin")).await;
    let later = practice.at(Clock::Fixed("2026-05-12T11:30:00-07:00".parse().unwrap()));
    let off = away(Some(&clinic.ines), "2026-05-18T00:00", "2026-05-18T24:00");
    bookings::go_away(&later, off).await.unwrap();
    let mei = register(practice, "Mei").await;
    let meant = Book {
        start: "2026-05-18T12:00".to_owned(),
        despite: Some("Comes in for her".to_owned()),
        ..clinic.visit(&mei, 1, "9:00")
    };
    bookings::book(&later, meant).await.unwrap();
    let both = ["Alice 2026-05-18T09:00".to_owned(), "Peter 2026-05-18T09:00".to_owned()];
    assert_eq!(stranded(practice).await, [("away", both.to_vec())]);
}

#[tokio::test]
async fn new_hours_name_whom_they_leave_outside_and_not_whoever_was_booked_there_on_purpose() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    comes(&clinic, "Alice", 0, "2026-05-15T09:00", None).await;
    comes(&clinic, "Peter", 0, "2026-06-05T09:00", None).await;
    comes(&clinic, "Mei", 1, "2026-06-12T16:00", None).await;
    comes(&clinic, "Ana", 1, "2026-06-12T16:00", Some("Both in one room")).await;
    comes(&clinic, "Wim", 0, "2026-06-08T16:00", None).await;
    comes(&clinic, "Early bird", 0, "2026-06-08T07:00", Some("Flies at ten")).await;
    let shift = |weekday| ShiftInput { weekday, from: "9:00".to_owned(), until: "17:00".to_owned() };
    let no_fridays = || KeepHours {
        since: "2026-06-01".to_owned(),
        shifts: (1..=4).map(shift).collect(),
        ..weekdays(&clinic.ines)
    };
    let ask = |week| bookings::would_strand(practice, AboutToKeep::Hours { week });
    assert_eq!(ask(no_fridays()).await.unwrap(), 3);
    let setup = bookings::keep_hours(practice, no_fridays()).await.unwrap();
    let three = ["Peter 2026-06-05T09:00", "Mei 2026-06-12T16:00", "Ana 2026-06-12T16:00"];
    assert_eq!(stranded(practice).await, [("hours", three.map(str::to_owned).to_vec())]);
    let week = &setup.people[0].hours[1];
    let changed =
        |since: &str| KeepHours { id: Some(week.id.clone()), since: since.to_owned(), ..no_fridays() };
    assert_eq!(ask(changed("2026-05-15")).await.unwrap(), 1, "Alice, beside those who are outside already");
    assert_eq!(ask(changed("2026-06-08")).await.unwrap(), 0, "a week does not stand beside itself");
}

#[tokio::test]
async fn who_was_cancelled_is_here_or_was_left_by_a_colleague_is_not_stranded() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let jun = add(practice, "Jun Mori", Role::Practitioner).await.unwrap();
    let off = comes(&clinic, "Alice", 0, "2026-05-18T09:00", None).await;
    let peter = register(practice, "Peter").await;
    let with_jun = Book {
        practitioner: jun.clone(),
        start: "2026-05-18T13:00".to_owned(),
        ..clinic.visit(&peter, 1, "9:00")
    };
    clinic.book(with_jun).await.unwrap();
    let held = Book {
        client: None,
        service: None,
        parts: Some(super::clinic::staggered()),
        start: "2026-05-18T15:00".to_owned(),
        note: "Delivery of needles".to_owned(),
        ..clinic.visit(&peter, 0, "9:00")
    };
    clinic.book(held).await.unwrap();
    bookings::go_away(practice, away(None, "2026-05-18T00:00", "2026-05-18T24:00")).await.unwrap();
    assert_eq!(stranded(practice).await[0].1.len(), 2, "a time that is held calls nobody");
    let cancel = bookings::SayStatus {
        id: off,
        version: 1,
        status: bookings::BookingStatus::Cancelled,
        reason: String::new(),
        fee: false,
    };
    bookings::say_status(practice, cancel).await.unwrap();
    people::remove(practice, RemovePerson { id: jun, rotate: false }).await.unwrap();
    assert!(stranded(practice).await.is_empty());
    assert_eq!(bookings::left_behind(practice).await.unwrap().len(), 1, "Peter is on that list");
}

#[tokio::test]
async fn what_was_just_added_is_taken_back_until_it_is_used_or_changed() {
    let practice = TestPractice::make().await.unwrap();
    let seen = |id: &str, version| bookings::SeenInDiary { id: id.to_owned(), version };
    let stale = |result: Result<bookings::DiarySetup, Error>| {
        assert!(matches!(result, Err(Error::Stale { .. })), "{result:?}");
    };
    let me = practice.actor().id.to_string();
    let room = bookings::RoomInput { people: vec![me.clone()], ..super::clinic::room("Room 1") };
    let setup = super::clinic::keep_room(&practice, room).await.unwrap();
    let room = setup.rooms[0].id.clone();
    let setup = super::clinic::keep_service(&practice, super::clinic::service("Follow-up")).await.unwrap();
    let service = setup.services[0].id.clone();
    stale(bookings::take_back_room(&practice, seen(&room, 2)).await);
    stale(bookings::take_back_service(&practice, seen(&service, 2)).await);
    let closed = GoAway { room: Some(room.clone()), ..away(None, "2026-05-18T00:00", "2026-05-18T24:00") };
    let setup = bookings::go_away(&practice, closed).await.unwrap();
    stale(bookings::take_back_room(&practice, seen(&room, 1)).await);
    bookings::come_back(&practice, &setup.away[0].id).await.unwrap();
    let client = register(&practice, "Alice").await;
    let wait = WaitInput {
        client,
        service: Some(service.clone()),
        practitioner: None,
        weekdays: vec![],
        not_before: String::new(),
        over_by: String::new(),
        urgent: false,
        until: "2026-08-31".to_owned(),
        instead_of: None,
        note: String::new(),
    };
    let setup = bookings::take_back_room(&practice, seen(&room, 1)).await.unwrap();
    assert!(setup.rooms.is_empty());
    bookings::keep_wait(&practice, bookings::KeepWait { id: None, version: None, wait }).await.unwrap();
    stale(bookings::take_back_service(&practice, seen(&service, 1)).await);
    let setup = super::clinic::keep_service(&practice, super::clinic::service("Cupping")).await.unwrap();
    let setup = bookings::take_back_service(&practice, seen(&setup.services[1].id, 1)).await.unwrap();
    assert_eq!(setup.services.len(), 1);
    let setup = bookings::keep_hours(&practice, weekdays(&me)).await.unwrap();
    let week = setup.people[0].hours[0].id.clone();
    stale(bookings::remove_hours(&practice, seen(&week, 2)).await);
    assert!(bookings::remove_hours(&practice, seen(&week, 1)).await.is_ok());
    let desk = practice.seating(Role::Receptionist);
    let refused = bookings::take_back_service(&desk, seen(&service, 1)).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
}
