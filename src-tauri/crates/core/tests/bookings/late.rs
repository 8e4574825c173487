//! Running late, and moving many bookings in one act.

use hegu_core::bookings::{
    self, BookingStatus, ContactAbout, ContactOutcome, LateCalls, MoveSeries, ObstacleKind, Reschedule,
    RunLate, SayContact, SayStatus, SeriesPart,
};
use hegu_core::{Error, FieldProblem};

use super::clinic::{Clinic, kinds, register, wrong};

fn late(clinic: &Clinic, minutes: i32) -> RunLate {
    RunLate { practitioner: clinic.ines.clone(), minutes }
}

/// It is 10:57. One is in room 1 since 10:45 with hands on to 11:05; three are to come.
async fn morning(clinic: &Clinic) -> Vec<bookings::BookingView> {
    let mut booked = Vec::new();
    for (name, room, time) in
        [("Alice", 0, "10:45"), ("Peter", 1, "11:05"), ("Mei", 0, "12:00"), ("Ana", 1, "14:00")]
    {
        let client = register(&clinic.practice, name).await;
        booked.push(clinic.book(clinic.visit(&client, room, time)).await.unwrap());
    }
    let in_room = SayStatus {
        id: booked[0].id.clone(),
        version: booked[0].version,
        status: BookingStatus::InRoom,
        reason: String::new(),
        fee: false,
    };
    booked[0] = bookings::say_status(&clinic.practice, in_room).await.unwrap();
    booked
}

fn times(of: &[bookings::BookingView]) -> Vec<String> {
    of.iter()
        .map(|one| format!("{} {}-{}", one.client.as_ref().unwrap().name, &one.start[11..], &one.end[11..]))
        .collect()
}

#[tokio::test]
async fn who_is_affected_is_named_before_anything_moves_and_a_gap_swallows_the_delay() {
    let clinic = Clinic::make().await;
    let before = morning(&clinic).await;
    let plan = bookings::plan_late(&clinic.practice, late(&clinic, 10)).await.unwrap();
    let planned: Vec<_> = plan
        .iter()
        .map(|late| {
            format!(
                "{} {}-{}",
                late.booking.client.as_ref().unwrap().name,
                &late.start[11..],
                &late.end[11..]
            )
        })
        .collect();
    // Alice's hands-on part takes ten minutes longer; her last part, Peter's first and Mei's wait their turn.
    assert_eq!(planned, ["Alice 10:45-11:50", "Peter 11:15-12:10", "Mei 12:10-13:05"]);
    let ids = before.iter().map(|one| one.id.clone()).collect();
    let untouched = bookings::rows(&clinic.practice, ids).await.unwrap();
    assert_eq!(times(&untouched), times(&before), "nothing has moved yet");
    let bookings::RanLate { before: were, after: moved, .. } =
        bookings::run_late(&clinic.practice, late(&clinic, 10)).await.unwrap();
    assert_eq!(times(&were), times(&before[..3]));
    assert_eq!(times(&moved), planned);
    let back: Vec<_> = before[..3]
        .iter()
        .map(|one| {
            let version = moved.iter().find(|after| after.id == one.id).unwrap().version;
            let parts = one
                .parts
                .iter()
                .map(|part| bookings::VisitPart { hands_on: part.hands_on, minutes: part.minutes })
                .collect();
            Reschedule { version, parts: Some(parts), ..clinic.in_place(one) }
        })
        .collect();
    let back = bookings::reschedule_several(&clinic.practice, back).await.unwrap();
    assert_eq!(times(&back), times(&before[..3]));
}

#[tokio::test]
async fn whoever_is_not_there_yet_is_called_about_it_and_ticked_off_since_it_moved() {
    let clinic = Clinic::make().await;
    morning(&clinic).await;
    let ran = bookings::run_late(&clinic.practice, late(&clinic, 10)).await.unwrap();
    let ids: Vec<_> = ran.after.iter().map(|one| one.id.clone()).collect();
    let asked = |since| LateCalls { ids: ids.clone(), since };
    let calls = bookings::late_calls(&clinic.practice, asked(ran.at)).await.unwrap();
    let to_call: Vec<_> = calls.iter().map(|call| call.booking.clone()).collect();
    assert_eq!(times(&to_call), ["Peter 11:15-12:10", "Mei 12:10-13:05"], "Alice is in her room");
    let peter = &calls[0].booking;
    let reached = SayContact {
        client: peter.client.as_ref().unwrap().id.clone(),
        about: ContactAbout::CalledOff,
        booking: Some(peter.id.clone()),
        outcome: ContactOutcome::Reached,
    };
    bookings::say_contact(&clinic.practice, reached).await.unwrap();
    let made = |calls: Vec<bookings::CallToMake>| -> Vec<usize> {
        calls.iter().map(|call| call.contacts.len()).collect()
    };
    let calls = bookings::late_calls(&clinic.practice, asked(ran.at)).await.unwrap();
    assert_eq!(made(calls), [1, 0]);
    let later = (ran.at.millis() + 1).into();
    let calls = bookings::late_calls(&clinic.practice, asked(later)).await.unwrap();
    assert_eq!(made(calls), [0, 0], "who was called before it moved again was told of another time");
}

#[tokio::test]
async fn how_late_is_said_in_minutes_that_the_day_has() {
    let clinic = Clinic::make().await;
    morning(&clinic).await;
    for (minutes, problem) in
        [(0, FieldProblem::NotANumber), (-5, FieldProblem::NotANumber), (121, FieldProblem::TooMuch)]
    {
        let refused = bookings::run_late(&clinic.practice, late(&clinic, minutes)).await;
        assert_eq!(wrong(refused), [("minutes".to_owned(), problem)]);
    }
    let nobody = RunLate { practitioner: String::new(), minutes: 10 };
    assert_eq!(
        wrong(bookings::plan_late(&clinic.practice, nobody).await),
        [("practitioner".to_owned(), FieldProblem::Required)]
    );
}

#[tokio::test]
async fn on_an_empty_day_nobody_is_affected() {
    let clinic = Clinic::make().await;
    assert!(bookings::plan_late(&clinic.practice, late(&clinic, 30)).await.unwrap().is_empty());
}

fn say(booking: &bookings::BookingView) -> SayStatus {
    SayStatus {
        id: booking.id.clone(),
        version: booking.version,
        status: BookingStatus::Confirmed,
        reason: String::new(),
        fee: false,
    }
}

impl Clinic {
    /// The place a booking has.
    fn in_place(&self, booking: &bookings::BookingView) -> Reschedule {
        Reschedule { room: booking.room.clone(), ..self.moved(booking, &booking.start) }
    }
}

#[tokio::test]
async fn two_who_change_places_are_not_in_each_others_way() {
    let clinic = Clinic::make().await;
    let booked = morning(&clinic).await;
    let swap = vec![
        Reschedule {
            start: booked[3].start.clone(),
            room: booked[3].room.clone(),
            ..clinic.in_place(&booked[2])
        },
        Reschedule {
            start: booked[2].start.clone(),
            room: booked[2].room.clone(),
            ..clinic.in_place(&booked[3])
        },
    ];
    let swapped = bookings::reschedule_several(&clinic.practice, swap).await.unwrap();
    assert_eq!(times(&swapped), ["Ana 12:00-12:55", "Mei 14:00-14:55"]);
    let onto_another = vec![
        Reschedule { start: "2026-05-12T15:00".to_owned(), ..clinic.in_place(&swapped[1]) },
        Reschedule { start: "2026-05-12T11:05".to_owned(), ..clinic.in_place(&swapped[0]) },
    ];
    let refused = bookings::reschedule_several(&clinic.practice, onto_another).await;
    assert!(kinds(refused).contains(&ObstacleKind::Hands));
    let mei = bookings::rows(&clinic.practice, vec![swapped[1].id.clone()]).await.unwrap();
    assert_eq!(times(&mei), ["Mei 14:00-14:55"], "none of them is moved");
}

#[tokio::test]
async fn the_rest_of_a_series_moves_to_another_day_and_time() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let starts =
        ["2026-05-12T14:00", "2026-05-19T14:00", "2026-05-26T14:00", "2026-06-02T14:00", "2026-06-09T14:00"];
    let visit = |start: &&str| bookings::SeriesVisit { start: (*start).to_owned(), room: clinic.room(0) };
    let series = bookings::BookSeries {
        visit: clinic.visit(&alice, 0, "14:00"),
        repeat: bookings::Repeat {
            every: 1,
            unit: bookings::RepeatUnit::Weeks,
            count: 5,
            until: String::new(),
        },
        visits: starts.iter().map(visit).collect(),
    };
    let booked = bookings::book_series(&clinic.practice, series).await.unwrap();
    let cancelled = SayStatus { status: BookingStatus::Cancelled, ..say(&booked[2]) };
    bookings::say_status(&clinic.practice, cancelled).await.unwrap();
    let done = SayStatus { status: BookingStatus::Done, ..say(&booked[0]) };
    bookings::say_status(&clinic.practice, done).await.unwrap();
    // The last one was put elsewhere before, and stays an exception.
    let elsewhere = Reschedule {
        start: "2026-06-09T16:00".to_owned(),
        room: clinic.room(1),
        ..clinic.in_place(&booked[4])
    };
    bookings::reschedule(&clinic.practice, elsewhere).await.unwrap();
    let moved = MoveSeries {
        visit: Reschedule { start: "2026-05-20T09:30".to_owned(), ..clinic.in_place(&booked[1]) },
        part: SeriesPart::Following,
    };
    let moved = bookings::move_series(&clinic.practice, moved).await.unwrap();
    let starts: Vec<_> = moved.after.iter().map(|one| one.start.as_str()).collect();
    assert_eq!(
        starts,
        ["2026-05-20T09:30", "2026-06-03T09:30", "2026-06-10T16:00"],
        "what was cancelled stays where it was, and what was put elsewhere keeps its time"
    );
    assert_eq!(moved.after[2].room, clinic.room(1));
    let all = MoveSeries {
        visit: Reschedule { start: "2026-05-21T09:30".to_owned(), ..clinic.in_place(&moved.after[0]) },
        part: SeriesPart::All,
    };
    bookings::move_series(&clinic.practice, all).await.unwrap();
    let first = bookings::rows(&clinic.practice, vec![booked[0].id.clone()]).await.unwrap();
    assert_eq!(first[0].start, "2026-05-12T14:00", "a visit that has taken place is not moved");
    let stale = MoveSeries {
        visit: Reschedule { start: "2026-05-21T09:30".to_owned(), ..clinic.in_place(&booked[1]) },
        part: SeriesPart::Following,
    };
    let stale = bookings::move_series(&clinic.practice, stale).await;
    assert!(matches!(stale, Err(Error::Stale { .. })), "{stale:?}");
}
