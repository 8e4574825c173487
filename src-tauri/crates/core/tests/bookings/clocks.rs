//! A change of the clocks moves no booking.

use chrono::DateTime;
use hegu_core::bookings::{self, Book, WhichTime};
use hegu_core::clock::Clock;
use hegu_core::testing::ask;
use hegu_core::{FieldProblem, Practice};

use super::clinic::{Clinic, register, wrong};

/// The clinic is in Victoria, where the clocks change; the clock of the test does not.
async fn in_victoria(practice: &Practice) {
    let zone = "INSERT INTO bookings_clinic (only_row, zone) VALUES (1, 'America/Vancouver')";
    ask(practice, zone).await.unwrap();
    // Whoever works all day can be booked in the night, too.
    ask(practice, "DELETE FROM bookings_hours").await.unwrap();
}

#[tokio::test]
async fn a_time_that_does_not_exist_is_refused_and_one_that_comes_twice_is_asked_about() {
    let clinic = Clinic::make().await;
    in_victoria(&clinic.practice).await;
    let alice = register(&clinic.practice, "Alice").await;
    let at = |start: &str, which| Book { start: start.to_owned(), which, ..clinic.visit(&alice, 0, "9:00") };
    let never = clinic.book(at("2027-03-14T02:30", None)).await;
    assert_eq!(wrong(never), [("start".to_owned(), FieldProblem::NoSuchTime)]);
    let twice = clinic.book(at("2026-11-01T01:15", None)).await;
    assert_eq!(wrong(twice), [("start".to_owned(), FieldProblem::TimeComesTwice)]);
    let earlier = clinic.book(at("2026-11-01T01:15", Some(WhichTime::Earlier))).await.unwrap();
    let later = clinic.book(at("2026-11-01T01:15", Some(WhichTime::Later))).await;
    later.expect("an hour later the room and her hands are free, though the wall says the same");
    assert_eq!((earlier.start.as_str(), earlier.end.as_str()), ("2026-11-01T01:15", "2026-11-01T01:10"));
    let over_it = clinic.book(at("2027-03-14T01:30", None)).await.unwrap();
    assert_eq!(
        (over_it.end.as_str(), over_it.minutes),
        ("2027-03-14T03:25", 55),
        "55 minutes are 55 minutes"
    );
}

#[tokio::test]
async fn ten_in_the_morning_is_ten_in_the_morning_on_both_sides_of_a_change() {
    let clinic = Clinic::make().await;
    in_victoria(&clinic.practice).await;
    let alice = register(&clinic.practice, "Alice").await;
    for start in ["2026-10-27T10:00", "2026-11-03T10:00"] {
        let visit = Book { start: start.to_owned(), ..clinic.visit(&alice, 0, "9:00") };
        assert_eq!(clinic.book(visit).await.unwrap().start, start);
    }
    let apart =
        ask(&clinic.practice, "SELECT (max(start_at) - min(start_at)) / 3600000 FROM bookings_booking");
    assert_eq!(apart.await.unwrap(), ["169"], "a week and the hour that came twice");
    // The computer is taken to Toronto.
    let moment = DateTime::parse_from_rfc3339("2026-10-20T09:00:00-04:00").unwrap();
    let elsewhere = clinic.practice.at(Clock::Fixed(moment));
    let day = bookings::OpenDiary { from: "2026-10-27".to_owned(), until: "2026-10-27".to_owned() };
    let seen = bookings::diary(&elsewhere, day).await.unwrap();
    assert_eq!(seen.bookings[0].start, "2026-10-27T10:00", "the clinic's wall is where the clinic is");
    assert_eq!(seen.now, "2026-10-20T06:00");
    let setup = bookings::setup(&elsewhere).await.unwrap();
    assert_eq!((setup.zone.as_str(), setup.other_zone.as_deref()), ("America/Vancouver", Some("Etc/GMT+4")));
}
