//! Whoever is reminded and says that they will come.

use hegu_core::Error;
use hegu_core::bookings::{
    self, BookingStatus, CallToMake, ContactOutcome, RemindersFor, SayStatus, SeenBooking, TakeBackConfirmed,
};
use hegu_core::people::Role;

use super::clinic::{Clinic, register};

async fn today(clinic: &Clinic) -> CallToMake {
    let day = RemindersFor { day: "2026-05-12".to_owned() };
    bookings::reminders(&clinic.practice, day).await.unwrap().remove(0)
}

#[tokio::test]
async fn who_says_that_they_will_come_is_reminded_and_confirmed_in_one_act_and_undone_in_one() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let alice = register(practice, "Alice").await;
    let booked = clinic.book(clinic.visit(&alice, 0, "14:00")).await.unwrap();
    let seen = |version| SeenBooking { id: booked.id.clone(), version };
    let desk = practice.seating(Role::Student);
    let refused = bookings::confirm_visit(&desk, seen(booked.version)).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    let confirmed = bookings::confirm_visit(practice, seen(booked.version)).await.unwrap();
    let call = today(&clinic).await;
    assert_eq!(call.booking.status, BookingStatus::Confirmed);
    let outcomes: Vec<_> = call.contacts.iter().map(|made| made.outcome).collect();
    assert_eq!(outcomes, [ContactOutcome::Reached]);
    assert_eq!(call.contacts[0].id, confirmed.contact);
    let twice = bookings::confirm_visit(practice, seen(booked.version)).await;
    assert!(matches!(twice, Err(Error::Stale { .. })), "a second click notes no second call: {twice:?}");
    let again = bookings::confirm_visit(practice, seen(confirmed.booking.version)).await;
    assert!(matches!(again, Err(Error::NotFound)), "it is confirmed already: {again:?}");
    let undo = TakeBackConfirmed {
        id: booked.id.clone(),
        version: confirmed.booking.version,
        contact: confirmed.contact,
    };
    bookings::take_back_confirmed(practice, undo).await.unwrap();
    let call = today(&clinic).await;
    assert_eq!((call.booking.status, call.contacts.len()), (BookingStatus::Booked, 0));
}

#[tokio::test]
async fn who_has_come_meanwhile_stays_here_and_the_call_stays_noted() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let alice = register(practice, "Alice").await;
    let booked = clinic.book(clinic.visit(&alice, 0, "14:00")).await.unwrap();
    let seen = SeenBooking { id: booked.id.clone(), version: booked.version };
    let confirmed = bookings::confirm_visit(practice, seen).await.unwrap();
    let arrived = SayStatus {
        id: booked.id.clone(),
        version: confirmed.booking.version,
        status: BookingStatus::Arrived,
        reason: String::new(),
        fee: false,
    };
    let arrived = bookings::say_status(practice, arrived).await.unwrap();
    let undo = TakeBackConfirmed { id: booked.id, version: arrived.version, contact: confirmed.contact };
    let refused = bookings::take_back_confirmed(practice, undo).await;
    assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
    let call = today(&clinic).await;
    assert_eq!((call.booking.status, call.contacts.len()), (BookingStatus::Arrived, 1));
}
