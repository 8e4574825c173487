//! Where the next visit fits.

use hegu_core::bookings::{self, FindFree, FreeTime};
use hegu_core::{Error, FieldProblem};

use super::clinic::{Clinic, register, wrong};

async fn found(clinic: &Clinic, search: FindFree) -> Vec<FreeTime> {
    bookings::find_free(&clinic.practice, search).await.unwrap()
}

#[tokio::test]
async fn the_next_start_beside_a_visit_is_in_its_rest_in_the_other_room() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    clinic.book(clinic.visit(&alice, 0, "9:00")).await.unwrap();
    let next = found(&clinic, clinic.search("2026-05-12T09:00")).await;
    assert_eq!(next[0].start, "2026-05-12T09:20");
    assert_eq!(next[0].room, clinic.room(1));
    let booked = clinic.book(bookings::Book {
        start: next[0].start.clone(),
        room: next[0].room.clone(),
        ..clinic.visit(&register(&clinic.practice, "Peter").await, 0, "9:00")
    });
    booked.await.expect("what is offered can be booked");
    let hers = FindFree { client: Some(alice), ..clinic.search("2026-05-12T09:00") };
    assert_eq!(found(&clinic, hers).await[0].start, "2026-05-12T10:15", "she is in one place at a time");
}

#[tokio::test]
async fn in_a_community_room_somebody_comes_every_so_many_minutes() {
    let clinic = Clinic::make().await;
    let community = bookings::RoomInput { chairs: 4, every: 15, ..super::clinic::room("Community") };
    let setup = super::clinic::keep_room(&clinic.practice, community).await.unwrap();
    let room = setup.rooms.iter().find(|room| room.name == "Community").map(|room| room.id.clone());
    let alice = register(&clinic.practice, "Alice").await;
    let first = bookings::Book { room: room.clone(), ..clinic.visit(&alice, 0, "9:00") };
    clinic.book(first).await.unwrap();
    let next = FindFree { room, ..clinic.search("2026-05-12T09:00") };
    assert_eq!(
        found(&clinic, next).await[0].start,
        "2026-05-12T10:00",
        "9:20 is free, and no quarter of an hour"
    );
    let alone = FindFree { room: clinic.room(0), ..clinic.search("2026-05-12T09:00") };
    assert_eq!(found(&clinic, alone).await[0].start, "2026-05-12T09:20");
}

#[tokio::test]
async fn the_first_tuesday_afternoon_with_ines() {
    let clinic = Clinic::make().await;
    let search = FindFree {
        practitioner: Some(clinic.ines.clone()),
        weekdays: vec![2],
        not_before: "13:00".to_owned(),
        count: 3,
        ..clinic.search("2026-05-12T15:40")
    };
    let starts: Vec<String> = found(&clinic, search).await.into_iter().map(|free| free.start).collect();
    assert_eq!(starts, ["2026-05-12T15:40", "2026-05-19T13:00", "2026-05-26T13:00"]);
}

#[tokio::test]
async fn nothing_is_offered_where_nobody_works_or_comes() {
    let clinic = Clinic::make().await;
    let sunday = FindFree { weekdays: vec![7], ..clinic.search("2026-05-12T09:00") };
    assert_eq!(found(&clinic, sunday).await, []);
    let away = bookings::GoAway {
        person: None,
        room: None,
        from: "2026-05-12T00:00".to_owned(),
        until: "2026-05-13T24:00".to_owned(),
        reason: "Closed".to_owned(),
    };
    bookings::go_away(&clinic.practice, away).await.unwrap();
    let next = found(&clinic, clinic.search("2026-05-12T09:00")).await;
    assert_eq!(next[0].start, "2026-05-14T09:00");
    let backwards = FindFree {
        not_before: "13:00".to_owned(),
        over_by: "12:00".to_owned(),
        ..clinic.search("2026-05-12T09:00")
    };
    let refused: Result<_, Error> = bookings::find_free(&clinic.practice, backwards).await;
    assert_eq!(wrong(refused), [("over_by".to_owned(), FieldProblem::EndsBeforeItBegins)]);
}

#[tokio::test]
async fn a_year_of_full_days_is_looked_through_to_its_end() {
    let clinic = Clinic::make().await;
    let long = bookings::Book {
        client: None,
        service: None,
        parts: Some(vec![bookings::VisitPart { hands_on: true, minutes: 8 * 60 }]),
        note: "Course".to_owned(),
        room: None,
        ..clinic.visit("", 0, "9:00")
    };
    let first: chrono::NaiveDate = "2026-05-12".parse().unwrap();
    for day in first.iter_days().take(60) {
        let weekday: u32 = chrono::Datelike::weekday(&day).number_from_monday();
        if weekday < 6 {
            let held = bookings::Book { start: format!("{day}T09:00"), ..long.clone() };
            clinic.book(held).await.unwrap();
        }
    }
    let next = found(&clinic, clinic.search("2026-05-12T09:00")).await;
    assert_eq!(next[0].start, "2026-07-13T09:00", "the Monday after the last of them");
}
