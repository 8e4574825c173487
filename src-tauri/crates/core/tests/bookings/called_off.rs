//! A day that is called off, and what somebody left behind who does not work here any more: the calls that come of it.

use hegu_core::bookings::{
    self, BookingStatus, CallOffDay, ContactAbout, ContactOutcome, ObstacleKind, SayContact, SayStatus,
};
use hegu_core::people::{self, RemovePerson, Role};
use hegu_core::testing::add;
use hegu_core::{Error, FieldProblem};

use super::clinic::{Clinic, kinds, register, wrong};

fn ill(clinic: &Clinic, from: &str) -> CallOffDay {
    CallOffDay { practitioner: clinic.ines.clone(), from: from.to_owned(), reason: "Flu".to_owned() }
}

/// Four who come on that Tuesday: one before noon who is there already.
async fn four(clinic: &Clinic) -> Vec<bookings::BookingView> {
    let mut booked = Vec::new();
    for (name, room, time) in
        [("Alice", 0, "11:00"), ("Peter", 1, "14:00"), ("Mei", 0, "13:00"), ("Ana", 0, "15:00")]
    {
        let client = register(&clinic.practice, name).await;
        booked.push(clinic.book(clinic.visit(&client, room, time)).await.unwrap());
    }
    let here = SayStatus {
        id: booked[0].id.clone(),
        version: booked[0].version,
        status: BookingStatus::Arrived,
        reason: String::new(),
        fee: false,
    };
    bookings::say_status(&clinic.practice, here).await.unwrap();
    booked
}

#[tokio::test]
async fn everybody_who_was_to_come_is_cancelled_in_one_act_and_is_to_be_called_in_time_order() {
    let clinic = Clinic::make().await;
    let booked = four(&clinic).await;
    let mei = booked[2].client.as_ref().unwrap().id.clone();
    let weekly = bookings::Book { start: "2026-05-19T13:00".to_owned(), ..clinic.visit(&mei, 0, "9:00") };
    clinic.book(weekly).await.unwrap();
    let called_off =
        bookings::call_off_day(&clinic.practice, ill(&clinic, "2026-05-12T00:00")).await.unwrap();
    assert!(
        called_off.calls.iter().all(|call| call.instead.is_none()),
        "a visit of next week is none instead"
    );
    let names: Vec<_> =
        called_off.calls.iter().map(|call| call.booking.client.as_ref().unwrap().name.as_str()).collect();
    assert_eq!(names, ["Mei", "Peter", "Ana"], "who is here already stays");
    assert!(called_off.calls.iter().all(|call| call.booking.status == BookingStatus::Cancelled));
    let new = register(&clinic.practice, "New").await;
    let refused = clinic.book(clinic.visit(&new, 0, "16:00")).await;
    assert_eq!(kinds(refused), [ObstacleKind::Away], "nobody is booked into the day");
    let first = &called_off.calls[0].booking;
    let call = SayContact {
        client: first.client.as_ref().unwrap().id.clone(),
        about: ContactAbout::CalledOff,
        booking: Some(first.id.clone()),
        outcome: ContactOutcome::Reached,
    };
    bookings::say_contact(&clinic.practice, call).await.unwrap();
    let again = bookings::Book {
        start: "2026-05-14T13:00".to_owned(),
        ..clinic.visit(&first.client.as_ref().unwrap().id, 0, "9:00")
    };
    clinic.book(again).await.unwrap();
    let list = bookings::called_off(&clinic.practice).await.unwrap().remove(0);
    let made: Vec<_> = list.calls.iter().map(|call| call.contacts.len()).collect();
    assert_eq!(made, [1, 0, 0]);
    assert_eq!(list.calls[0].instead.as_deref(), Some("2026-05-14T13:00"));
}

#[tokio::test]
async fn only_what_is_left_of_the_day_is_called_off() {
    let clinic = Clinic::make().await;
    four(&clinic).await;
    let called_off =
        bookings::call_off_day(&clinic.practice, ill(&clinic, "2026-05-12T13:30")).await.unwrap();
    assert_eq!(called_off.calls.len(), 2);
    let nobody = bookings::call_off_day(&clinic.practice, ill(&clinic, "2026-05-12T13:30")).await;
    assert!(matches!(nobody, Err(Error::NotFound)), "a second click calls nothing off: {nobody:?}");
    assert_eq!(bookings::called_off(&clinic.practice).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_day_is_taken_up_again_as_it_was() {
    let clinic = Clinic::make().await;
    four(&clinic).await;
    let called_off =
        bookings::call_off_day(&clinic.practice, ill(&clinic, "2026-05-12T00:00")).await.unwrap();
    bookings::take_back_called_off(&clinic.practice, &called_off.id).await.unwrap();
    let ids = called_off.calls.iter().map(|call| call.booking.id.clone()).collect();
    let rows = bookings::rows(&clinic.practice, ids).await.unwrap();
    assert!(rows.iter().all(|row| row.status == BookingStatus::Booked && row.steps.is_empty()));
    assert!(bookings::called_off(&clinic.practice).await.unwrap().is_empty());
    let new = register(&clinic.practice, "New").await;
    clinic.book(clinic.visit(&new, 0, "16:00")).await.unwrap();
}

#[tokio::test]
async fn whoever_was_given_another_time_is_not_booked_twice() {
    let clinic = Clinic::make().await;
    let booked = four(&clinic).await;
    let called_off =
        bookings::call_off_day(&clinic.practice, ill(&clinic, "2026-05-12T00:00")).await.unwrap();
    let mei = booked[2].client.as_ref().unwrap().id.clone();
    let instead = bookings::Book { start: "2026-05-14T13:00".to_owned(), ..clinic.visit(&mei, 0, "9:00") };
    clinic.book(instead).await.unwrap();
    bookings::take_back_called_off(&clinic.practice, &called_off.id).await.unwrap();
    let ids = called_off.calls.iter().map(|call| call.booking.id.clone()).collect();
    let rows = bookings::rows(&clinic.practice, ids).await.unwrap();
    let stands: Vec<_> = rows.iter().map(|row| row.status).collect();
    assert_eq!(stands, [BookingStatus::Cancelled, BookingStatus::Booked, BookingStatus::Booked]);
}

#[tokio::test]
async fn what_is_over_took_place_though_nobody_said_so() {
    let clinic = Clinic::make().await;
    four(&clinic).await;
    let early = register(&clinic.practice, "Early").await;
    let over = clinic.book(clinic.visit(&early, 1, "9:30")).await.unwrap();
    bookings::call_off_day(&clinic.practice, ill(&clinic, "2026-05-12T00:00")).await.unwrap();
    let over = bookings::rows(&clinic.practice, vec![over.id]).await.unwrap().remove(0);
    assert_eq!(over.status, BookingStatus::Booked);
}

#[tokio::test]
async fn it_is_not_taken_up_again_over_somebody_who_was_booked_meanwhile() {
    let clinic = Clinic::make().await;
    four(&clinic).await;
    let called_off =
        bookings::call_off_day(&clinic.practice, ill(&clinic, "2026-05-12T00:00")).await.unwrap();
    let new = register(&clinic.practice, "New").await;
    let meanwhile =
        bookings::Book { despite: Some("She is well by then".to_owned()), ..clinic.visit(&new, 1, "14:00") };
    clinic.book(meanwhile).await.unwrap();
    let refused = bookings::take_back_called_off(&clinic.practice, &called_off.id).await;
    assert_eq!(kinds(refused), [ObstacleKind::Hands, ObstacleKind::Room]);
    let list = bookings::called_off(&clinic.practice).await.unwrap().remove(0);
    let off = list.calls.iter().filter(|call| call.booking.status == BookingStatus::Cancelled).count();
    assert_eq!(off, 3, "none of them is booked again, and the day stays called off");
    let away = bookings::setup(&clinic.practice).await.unwrap().away;
    assert_eq!(away.len(), 1);
}

#[tokio::test]
async fn a_day_that_is_over_and_a_colleagues_are_not_called_off() {
    let clinic = Clinic::make().await;
    four(&clinic).await;
    let over = bookings::call_off_day(&clinic.practice, ill(&clinic, "2026-05-11T00:00")).await;
    assert_eq!(wrong(over), [("from".to_owned(), FieldProblem::InThePast)]);
    let jun = add(&clinic.practice, "Jun Mori", Role::Practitioner).await.unwrap();
    let associate = clinic.practice.seating(Role::Associate);
    let theirs = CallOffDay { practitioner: jun, ..ill(&clinic, "2026-05-12T00:00") };
    let refused = bookings::call_off_day(&associate, theirs.clone()).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    let practitioner = clinic.practice.seating(Role::Practitioner);
    let refused = bookings::call_off_day(&practitioner, theirs).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "time off is entered by whose it is: {refused:?}");
}

#[tokio::test]
async fn whoever_is_booked_with_somebody_who_left_is_named_until_it_is_moved() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let jun = add(practice, "Jun Mori", Role::Practitioner).await.unwrap();
    let alice = register(practice, "Alice").await;
    let with_jun = |time: &str| bookings::Book { practitioner: jun.clone(), ..clinic.visit(&alice, 0, time) };
    clinic.book(with_jun("9:00")).await.unwrap();
    let coming = clinic.book(with_jun("14:00")).await.unwrap();
    assert!(bookings::left_behind(practice).await.unwrap().is_empty(), "Jun works here");
    people::suspend(practice, &jun).await.unwrap();
    assert!(bookings::left_behind(practice).await.unwrap().is_empty(), "whoever is away comes back");
    people::remove(practice, RemovePerson { id: jun.clone(), rotate: false }).await.unwrap();
    let left = bookings::left_behind(practice).await.unwrap();
    assert_eq!((left.len(), left[0].practitioner.as_str()), (1, jun.as_str()));
    let starts: Vec<_> = left[0].calls.iter().map(|call| call.booking.start.as_str()).collect();
    assert_eq!(starts, ["2026-05-12T14:00"], "what has been stays as it was");
    let to_ines = bookings::Reschedule {
        practitioner: clinic.ines.clone(),
        ..clinic.moved(&coming, "2026-05-12T14:00")
    };
    bookings::reschedule(practice, to_ines).await.unwrap();
    assert!(bookings::left_behind(practice).await.unwrap().is_empty());
}
