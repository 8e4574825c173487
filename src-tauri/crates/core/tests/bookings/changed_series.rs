//! Changing visits of a series together, and taking up again what was cancelled together.

use hegu_core::bookings::{
    self, AmendBooking, AmendSeries, AmendedBookings, BookSeries, BookingStatus, BookingView, CancelSeries,
    ObstacleKind, Repeat, RepeatUnit, SayStatus, SeenBooking, SeriesPart, SeriesVisit, TakeUpSeries,
};
use hegu_core::people::Role;
use hegu_core::testing::{add, ask};
use hegu_core::{Error, FieldProblem};

use super::clinic::{Clinic, keep_service, kinds, register, service, wrong};

/// Four Tuesdays at two, the first of them today.
const STARTS: [&str; 4] = ["2026-05-12T14:00", "2026-05-19T14:00", "2026-05-26T14:00", "2026-06-02T14:00"];

async fn four(clinic: &Clinic, client: &str) -> Vec<BookingView> {
    let visit = |start: &str| SeriesVisit { start: start.to_owned(), room: clinic.room(0) };
    let series = BookSeries {
        visit: clinic.visit(client, 0, "14:00"),
        repeat: Repeat { every: 1, unit: RepeatUnit::Weeks, count: 4, until: String::new() },
        visits: STARTS.map(visit).into(),
    };
    bookings::book_series(&clinic.practice, series).await.unwrap()
}

/// The booking as it is.
fn same(booking: &BookingView) -> AmendBooking {
    AmendBooking {
        id: booking.id.clone(),
        version: booking.version,
        client: booking.client.as_ref().map(|client| client.id.clone()),
        service: booking.service.clone(),
        note: booking.note.clone(),
    }
}

async fn now(clinic: &Clinic, booked: &[BookingView]) -> Vec<BookingView> {
    let ids = booked.iter().map(|one| one.id.clone()).collect();
    bookings::rows(&clinic.practice, ids).await.unwrap()
}

fn notes(of: &[BookingView]) -> Vec<&str> {
    of.iter().map(|one| one.note.as_str()).collect()
}

fn following(visit: AmendBooking) -> AmendSeries {
    AmendSeries { visit, part: SeriesPart::Following }
}

#[tokio::test]
async fn this_and_the_following_are_changed_and_what_is_an_exception_stays_one() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let setup = keep_service(&clinic.practice, service("Cupping")).await.unwrap();
    let cupping = setup.services.iter().find(|one| one.name == "Cupping").unwrap().id.clone();
    let booked = four(&clinic, &alice).await;
    let own = AmendBooking { note: "Comes with her son".to_owned(), ..same(&booked[2]) };
    bookings::amend(&clinic.practice, own).await.unwrap();
    let wanted = AmendBooking {
        service: Some(cupping.clone()),
        note: " Parks behind\r\n".to_owned(),
        ..same(&booked[1])
    };
    let AmendedBookings { before, after } =
        bookings::amend_series(&clinic.practice, following(wanted)).await.unwrap();
    assert_eq!(notes(&before), ["", "Comes with her son", ""]);
    assert_eq!(notes(&after), [" Parks behind", "Comes with her son", " Parks behind"]);
    let all = now(&clinic, &booked).await;
    assert_eq!(all[0].service, clinic.service(), "those before it stay");
    assert!(all[1..].iter().all(|one| one.service.as_ref() == Some(&cupping)), "of the exception as well");
    assert!(
        all.iter().zip(&booked).all(|(is, was)| (&is.start, is.minutes) == (&was.start, was.minutes)),
        "when and how long it is is changed by moving it"
    );
    let back = before
        .iter()
        .zip(&after)
        .map(|(was, is)| AmendBooking { version: is.version, ..same(was) })
        .collect();
    bookings::amend_several(&clinic.practice, back).await.unwrap();
    let back = now(&clinic, &booked).await;
    assert_eq!(notes(&back), ["", "", "Comes with her son", ""], "one undo brings each back to its own");
    assert!(back.iter().all(|one| one.service == clinic.service()));
    let acts = ask(
        &clinic.practice,
        "SELECT count(*) || ' ' || max(client) FROM audit_entry WHERE action = 'bookings_amended'",
    );
    assert_eq!(acts.await.unwrap(), [format!("2 {alice}")], "the act and its undo, each once");
}

#[tokio::test]
async fn all_that_are_still_to_come_are_changed_and_the_named_one_whatever_became_of_it() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let booked = four(&clinic, &alice).await;
    let say = |nth: usize, status| SayStatus {
        id: booked[nth].id.clone(),
        version: booked[nth].version,
        status,
        reason: String::new(),
        fee: false,
    };
    bookings::say_status(&clinic.practice, say(0, BookingStatus::Arrived)).await.unwrap();
    bookings::say_status(&clinic.practice, say(1, BookingStatus::Cancelled)).await.unwrap();
    let booked = now(&clinic, &booked).await;
    let wanted = AmendBooking { note: "Hard of hearing".to_owned(), ..same(&booked[2]) };
    let all = AmendSeries { visit: wanted, part: SeriesPart::All };
    bookings::amend_series(&clinic.practice, all).await.unwrap();
    let after = now(&clinic, &booked).await;
    assert_eq!(
        notes(&after),
        ["", "", "Hard of hearing", "Hard of hearing"],
        "who is here or cancelled stays"
    );
    assert_eq!(after[1].version, booked[1].version);
    let here = AmendBooking { note: "Hard of hearing".to_owned(), ..same(&booked[0]) };
    let amended = bookings::amend_series(&clinic.practice, following(here)).await.unwrap();
    assert_eq!(amended.after.len(), 1, "the others have it already, or are cancelled");
    let long = AmendBooking { note: "x".repeat(1_001), ..same(&after[2]) };
    let refused = bookings::amend_series(&clinic.practice, following(long)).await;
    assert_eq!(wrong(refused), [("note".to_owned(), FieldProblem::TooLong)]);
}

#[tokio::test]
async fn another_client_who_is_booked_elsewhere_changes_none_of_them_and_every_clash_is_named() {
    let clinic = Clinic::make().await;
    let (alice, peter) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Peter").await);
    let booked = four(&clinic, &alice).await;
    for start in [STARTS[2], STARTS[3]] {
        // In the rest of the other's visit, in the other room.
        let start = start.replace("14:00", "14:20");
        clinic.book(bookings::Book { start, ..clinic.visit(&peter, 1, "9:00") }).await.unwrap();
    }
    let to_peter = || AmendBooking { client: Some(peter.clone()), ..same(&booked[1]) };
    let refused = bookings::amend_series(&clinic.practice, following(to_peter())).await;
    assert_eq!(kinds(refused), [ObstacleKind::Client, ObstacleKind::Client]);
    let left = now(&clinic, &booked).await;
    assert!(left.iter().all(|one| one.client.as_ref().unwrap().name == "Alice"), "not even the first");
    let stale = AmendBooking { version: 7, ..to_peter() };
    let stale = bookings::amend_series(&clinic.practice, following(stale)).await;
    assert!(matches!(stale, Err(Error::Stale { .. })), "{stale:?}");
    let single = clinic.book(clinic.visit(&alice, 0, "15:00")).await.unwrap();
    let none = bookings::amend_series(&clinic.practice, following(same(&single))).await;
    assert!(matches!(none, Err(Error::NotFound)), "it is no series: {none:?}");
}

async fn cancel(clinic: &Clinic, visit: &BookingView) -> Vec<BookingView> {
    let rest = CancelSeries {
        id: visit.id.clone(),
        version: visit.version,
        part: SeriesPart::Following,
        reason: String::new(),
    };
    bookings::cancel_series(&clinic.practice, rest).await.unwrap()
}

fn again(cancelled: &[BookingView]) -> TakeUpSeries {
    let seen = |one: &BookingView| SeenBooking { id: one.id.clone(), version: one.version };
    TakeUpSeries { visits: cancelled.iter().map(seen).collect() }
}

#[tokio::test]
async fn what_was_cancelled_together_is_taken_up_together_as_it_was() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let booked = four(&clinic, &alice).await;
    let confirmed = SayStatus {
        id: booked[2].id.clone(),
        version: booked[2].version,
        status: BookingStatus::Confirmed,
        reason: String::new(),
        fee: false,
    };
    bookings::say_status(&clinic.practice, confirmed).await.unwrap();
    let cancelled = cancel(&clinic, &booked[1]).await;
    let taken_up = bookings::take_up_series(&clinic.practice, again(&cancelled)).await.unwrap();
    let statuses: Vec<_> = taken_up.iter().map(|one| one.status).collect();
    assert_eq!(statuses, [BookingStatus::Booked, BookingStatus::Confirmed, BookingStatus::Booked]);
    let acts = ask(
        &clinic.practice,
        "SELECT count(*) || ' ' || max(client) FROM audit_entry WHERE action = 'series_taken_up_again'",
    );
    assert_eq!(acts.await.unwrap(), [format!("1 {alice}")]);
    let twice = bookings::take_up_series(&clinic.practice, again(&cancelled)).await;
    assert!(matches!(twice, Err(Error::Stale { .. })), "{twice:?}");
    let nothing = bookings::take_up_series(&clinic.practice, again(&taken_up)).await;
    assert!(matches!(nothing, Err(Error::NotFound)), "none of them is cancelled: {nothing:?}");
}

#[tokio::test]
async fn where_somebody_else_was_booked_meanwhile_none_is_taken_up_and_every_clash_is_named() {
    let clinic = Clinic::make().await;
    let (alice, peter) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Peter").await);
    let booked = four(&clinic, &alice).await;
    let cancelled = cancel(&clinic, &booked[1]).await;
    for start in [STARTS[2], STARTS[3]] {
        let instead = bookings::Book { start: start.to_owned(), ..clinic.visit(&peter, 0, "9:00") };
        clinic.book(instead).await.unwrap();
    }
    let refused = kinds(bookings::take_up_series(&clinic.practice, again(&cancelled)).await);
    assert_eq!(
        refused,
        [ObstacleKind::Hands, ObstacleKind::Room, ObstacleKind::Hands, ObstacleKind::Room],
        "on both days"
    );
    let left = now(&clinic, &cancelled).await;
    assert!(
        left.iter().all(|one| one.status == BookingStatus::Cancelled),
        "not even the one whose time is free"
    );
}

#[tokio::test]
async fn an_associate_changes_no_series_that_a_colleague_has_a_visit_of() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let associate = practice.seating(Role::Associate);
    let alice = register(&associate, "Alice").await;
    let jun = add(practice, "Jun Mori", Role::Practitioner).await.unwrap();
    let booked = four(&clinic, &alice).await;
    let to_jun = bookings::Reschedule { practitioner: jun, ..clinic.moved(&booked[3], &booked[3].start) };
    bookings::reschedule(practice, to_jun).await.unwrap();
    let rest = CancelSeries {
        id: booked[1].id.clone(),
        version: booked[1].version,
        part: SeriesPart::Following,
        reason: String::new(),
    };
    let refused = bookings::cancel_series(&associate, rest).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    let series = booked[0].series.clone().unwrap();
    let refused = bookings::take_back_series(&associate, &series).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    let noted = || AmendBooking { note: "Parks behind".to_owned(), ..same(&booked[1]) };
    let refused = bookings::amend_series(&associate, following(noted())).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    let own = bookings::amend(&associate, noted()).await.unwrap();
    let cancelled = cancel(&clinic, &own).await;
    let refused = bookings::take_up_series(&associate, again(&cancelled)).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
}
