//! What becomes of a booking.

use hegu_core::bookings::{
    self, BookingStatus, BookingView, ObstacleKind, SayStatus, SeenBooking, TreatmentNote,
};
use hegu_core::{Error, notes};

use super::clinic::{Clinic, kinds, register};
use crate::written::{note, sign};

fn say(booking: &BookingView, status: BookingStatus) -> SayStatus {
    SayStatus { id: booking.id.clone(), version: booking.version, status, reason: String::new(), fee: false }
}

fn seen(booking: &BookingView) -> SeenBooking {
    SeenBooking { id: booking.id.clone(), version: booking.version }
}

#[tokio::test]
async fn each_step_has_its_time_and_can_be_taken_back() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let booked = clinic.book(clinic.visit(&alice, 0, "11:00")).await.unwrap();
    assert_eq!((booked.status, booked.steps.len()), (BookingStatus::Booked, 0));
    let arrived = bookings::say_status(&clinic.practice, say(&booked, BookingStatus::Arrived)).await.unwrap();
    let in_room = bookings::say_status(&clinic.practice, say(&arrived, BookingStatus::InRoom)).await.unwrap();
    assert_eq!(in_room.steps.len(), 2);
    assert_eq!(in_room.steps[0].wall, "2026-05-12T10:57");
    assert_eq!(in_room.steps[0].by, "Ines Marlow");
    let twice = bookings::say_status(&clinic.practice, say(&arrived, BookingStatus::InRoom)).await;
    assert!(matches!(twice, Err(Error::Stale { .. })), "a second click says nothing twice: {twice:?}");
    let back = bookings::take_back_status(&clinic.practice, seen(&in_room)).await.unwrap();
    assert_eq!((back.status, back.steps.len()), (BookingStatus::Arrived, 1));
    let back = bookings::take_back_status(&clinic.practice, seen(&back)).await.unwrap();
    assert_eq!((back.status, back.steps.len()), (BookingStatus::Booked, 0));
    let nothing = bookings::take_back_status(&clinic.practice, seen(&back)).await;
    assert!(matches!(nothing, Err(Error::NotFound)), "{nothing:?}");
    let again = bookings::say_status(&clinic.practice, say(&back, BookingStatus::Confirmed)).await.unwrap();
    assert_eq!(again.steps.len(), 1, "what was taken back does not come back");
}

#[tokio::test]
async fn a_cancelled_time_is_free_and_is_taken_up_again_only_while_it_is() {
    let clinic = Clinic::make().await;
    let (alice, peter) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Peter").await);
    let booked = clinic.book(clinic.visit(&alice, 0, "11:00")).await.unwrap();
    let late = SayStatus {
        reason: "Child is ill".to_owned(),
        fee: true,
        ..say(&booked, BookingStatus::CancelledLate)
    };
    let cancelled = bookings::say_status(&clinic.practice, late).await.unwrap();
    let step = &cancelled.steps[0];
    assert_eq!((step.reason.as_str(), step.fee), ("Child is ill", true));
    let instead = clinic.book(clinic.visit(&peter, 0, "11:00")).await.unwrap();
    let taken = bookings::take_back_status(&clinic.practice, seen(&cancelled)).await;
    assert_eq!(kinds(taken), [ObstacleKind::Hands, ObstacleKind::Room]);
    let taken = bookings::say_status(&clinic.practice, say(&cancelled, BookingStatus::Confirmed)).await;
    assert_eq!(kinds(taken), [ObstacleKind::Hands, ObstacleKind::Room]);
    let no_show = say(&instead, BookingStatus::NoShow);
    bookings::say_status(&clinic.practice, no_show).await.unwrap();
    let back = bookings::take_back_status(&clinic.practice, seen(&cancelled)).await.unwrap();
    assert_eq!(back.status, BookingStatus::Booked);
}

#[tokio::test]
async fn a_fee_is_only_for_what_did_not_come_about() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let booked = clinic.book(clinic.visit(&alice, 0, "11:00")).await.unwrap();
    let done = SayStatus { fee: true, ..say(&booked, BookingStatus::Done) };
    assert!(!bookings::say_status(&clinic.practice, done).await.unwrap().steps[0].fee);
}

#[tokio::test]
async fn it_says_whether_the_visit_has_its_note() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let booked = clinic.book(clinic.visit(&alice, 0, "11:00")).await.unwrap();
    assert_eq!((booked.treatment_note, booked.first_visit), (TreatmentNote::None, true));
    notes::sign(&clinic.practice, sign(&alice, note())).await.unwrap();
    let row = bookings::rows(&clinic.practice, vec![booked.id]).await.unwrap().remove(0);
    assert_eq!((row.treatment_note, row.first_visit), (TreatmentNote::Signed, false));
    let next = bookings::Book { start: "2026-05-19T11:00".to_owned(), ..clinic.visit(&alice, 0, "11:00") };
    let next = clinic.book(next).await.unwrap();
    assert_eq!(next.treatment_note, TreatmentNote::None, "that was another day's");
}

#[tokio::test]
async fn a_clients_page_says_when_they_come_next() {
    let clinic = Clinic::make().await;
    let (alice, peter) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Peter").await);
    let at = |start: &str| bookings::Book { start: start.to_owned(), ..clinic.visit(&alice, 0, "9:00") };
    for start in ["2026-05-11T09:00", "2026-05-12T09:00", "2026-05-26T09:00", "2026-05-19T09:00"] {
        clinic.book(at(start)).await.unwrap();
    }
    clinic.book(clinic.visit(&peter, 1, "9:20")).await.unwrap();
    let coming = bookings::coming(&clinic.practice, &alice).await.unwrap();
    let starts: Vec<_> = coming.iter().map(|booking| &booking.start[..10]).collect();
    assert_eq!(starts, ["2026-05-12", "2026-05-19", "2026-05-26"], "from today on, in order");
    bookings::say_status(&clinic.practice, say(&coming[1], BookingStatus::Cancelled)).await.unwrap();
    assert_eq!(bookings::coming(&clinic.practice, &alice).await.unwrap().len(), 2);
    let last = bookings::last(&clinic.practice, &alice).await.unwrap().unwrap();
    assert_eq!((last.start.as_str(), last.status), ("2026-05-11T09:00", BookingStatus::Booked));
    bookings::say_status(&clinic.practice, say(&last, BookingStatus::NoShow)).await.unwrap();
    let last = bookings::last(&clinic.practice, &alice).await.unwrap().unwrap();
    assert_eq!(last.status, BookingStatus::NoShow, "whatever became of it");
    assert!(bookings::last(&clinic.practice, &peter).await.unwrap().is_none(), "today is not over");
    let associate = clinic.practice.seating(hegu_core::people::Role::Associate);
    let others = bookings::coming(&associate, &alice).await;
    assert!(matches!(others, Err(Error::NotPermitted)), "{others:?}");
    let others = bookings::last(&associate, &alice).await;
    assert!(matches!(others, Err(Error::NotPermitted)), "{others:?}");
}

#[tokio::test]
async fn whoever_still_rests_keeps_the_room_though_their_time_is_over() {
    let clinic = Clinic::make().await;
    let (alice, peter) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Peter").await);
    // It is 10:57; her time was over at 10:25.
    let hers = clinic.book(clinic.visit(&alice, 0, "9:30")).await.unwrap();
    let free = clinic.book(clinic.visit(&peter, 0, "10:56")).await.unwrap();
    let gone = bookings::take_back(&clinic.practice, seen(&free)).await;
    gone.expect("nobody has said yet that she came");
    let resting = bookings::say_status(&clinic.practice, say(&hers, BookingStatus::Resting)).await.unwrap();
    let walk_in = clinic.book(clinic.visit(&peter, 0, "11:00")).await;
    assert_eq!(kinds(walk_in), [ObstacleKind::Room]);
    let later = clinic.book(clinic.visit(&peter, 0, "11:10")).await;
    let later = later.expect("nobody knows how long she rests: what is booked for later stays possible");
    bookings::take_back(&clinic.practice, seen(&later)).await.unwrap();
    // What was booked long since is put back all the same: it stood there before.
    let mei = register(&clinic.practice, "Mei").await;
    let done = bookings::say_status(&clinic.practice, say(&resting, BookingStatus::Done)).await.unwrap();
    let next = clinic.book(clinic.visit(&mei, 0, "11:00")).await.expect("she has gone");
    let cancelled =
        bookings::say_status(&clinic.practice, say(&next, BookingStatus::Cancelled)).await.unwrap();
    bookings::take_back_status(&clinic.practice, seen(&done)).await.unwrap();
    bookings::take_back_status(&clinic.practice, seen(&cancelled)).await.expect("undo is possible");
}
