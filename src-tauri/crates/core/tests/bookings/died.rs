//! Somebody dies who was still to come: nobody offers them a time, and what was booked for them is cancelled in one act.

use hegu_core::bookings::{self, BookingStatus, CancelToCome, KeepWait, SayStatus, SeenBooking, WhoFits};
use hegu_core::clients::{self, ClientStatus, EditClient};
use hegu_core::people::Role;
use hegu_core::testing::{add, ask};
use hegu_core::{Error, Practice};

use super::clinic::{Clinic, register};
use super::waiting::wait;

async fn become_so(practice: &Practice, id: &str, status: ClientStatus) {
    let view = clients::overview(practice, id).await.unwrap().client;
    let client = clients::ClientInput { status, ..view.client };
    let edit = EditClient { id: view.id, version: view.version, client, draft: None };
    clients::edit(practice, edit).await.unwrap();
}

fn cancel(client: &str) -> CancelToCome {
    CancelToCome { client: client.to_owned(), reason: "Has died".to_owned() }
}

#[tokio::test]
async fn nobody_offers_a_time_to_somebody_who_waited_for_one_and_has_died() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let died = register(practice, "Died").await;
    let lives = register(practice, "Lives").await;
    for client in [&died, &lives] {
        let wait = KeepWait { id: None, version: None, wait: wait(client) };
        bookings::keep_wait(practice, wait).await.unwrap();
    }
    become_so(practice, &died, ClientStatus::Deceased).await;
    let slot = WhoFits {
        practitioner: clinic.ines.clone(),
        room: clinic.room(0),
        start: "2026-05-12T14:00".to_owned(),
        service: clinic.service(),
        freed: None,
    };
    let fitting = bookings::who_fits(practice, slot).await.unwrap();
    let names: Vec<_> = fitting.into_iter().map(|fits| fits.wait.client.name).collect();
    assert_eq!(names, ["Lives"]);
}

#[tokio::test]
async fn everything_that_was_still_to_come_is_cancelled_in_one_act_and_each_can_be_taken_up_again() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let client = register(practice, "Margaret").await;
    let other = register(practice, "Peter").await;
    let here = clinic.book(clinic.visit(&client, 0, "11:00")).await.unwrap();
    let arrived = SayStatus {
        id: here.id.clone(),
        version: here.version,
        status: BookingStatus::Arrived,
        reason: String::new(),
        fee: false,
    };
    bookings::say_status(practice, arrived).await.unwrap();
    clinic.book(clinic.visit(&other, 0, "16:00")).await.unwrap();
    for day in ["2026-05-19", "2026-05-26"] {
        let visit = bookings::Book { start: format!("{day}T09:00"), ..clinic.visit(&client, 0, "9:00") };
        clinic.book(visit).await.unwrap();
    }
    become_so(practice, &client, ClientStatus::Deceased).await;
    let cancelled = bookings::cancel_to_come(practice, cancel(&client)).await.unwrap();
    let starts: Vec<_> = cancelled.iter().map(|booking| booking.start.as_str()).collect();
    assert_eq!(starts, ["2026-05-19T09:00", "2026-05-26T09:00"]);
    assert!(cancelled.iter().all(|booking| booking.steps[0].reason == "Has died"));
    let left = bookings::coming(practice, &client).await.unwrap();
    assert_eq!(left.len(), 1, "who was here was here");
    assert_eq!(bookings::coming(practice, &other).await.unwrap().len(), 1);
    let entries = ask(
        practice,
        "SELECT count(*) || ' ' || count(DISTINCT subject) FROM audit_entry
         WHERE action = 'booking_status_set' AND detail LIKE '%cancelled%'",
    );
    assert_eq!(entries.await.unwrap(), ["2 2"], "one for each");
    let twice = bookings::cancel_to_come(practice, cancel(&client)).await;
    assert!(matches!(twice, Err(Error::NotFound)), "{twice:?}");
    for one in &cancelled {
        let seen = SeenBooking { id: one.id.clone(), version: one.version };
        bookings::take_back_status(practice, seen).await.unwrap();
    }
    assert_eq!(bookings::coming(practice, &client).await.unwrap().len(), 3);
}

#[tokio::test]
async fn nothing_is_cancelled_by_whoever_may_not_book_or_may_not_change_all_of_it() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let jun = add(practice, "Jun Mori", Role::Practitioner).await.unwrap();
    let associate = practice.seating(Role::Associate);
    let client = register(&associate, "Margaret").await;
    for (practitioner, room, time) in [(&clinic.ines, 0, "14:00"), (&jun, 1, "16:00")] {
        let visit =
            bookings::Book { practitioner: practitioner.clone(), ..clinic.visit(&client, room, time) };
        clinic.book(visit).await.unwrap();
    }
    for who in [practice.seating(Role::Student), associate] {
        let refused = bookings::cancel_to_come(&who, cancel(&client)).await;
        assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    }
    assert_eq!(bookings::coming(practice, &client).await.unwrap().len(), 2);
}
