//! Series: planned with what is in the way before anything is made, booked whole or not at all, and cancelled in parts.

use hegu_core::bookings::{
    self, BookSeries, BookingStatus, CancelSeries, ObstacleKind, PlanSeries, Repeat, RepeatUnit, SayStatus,
    SeriesPart, SeriesVisit,
};
use hegu_core::testing::ask;
use hegu_core::{Error, FieldProblem};

use super::clinic::{Clinic, kinds, register, wrong};

fn weekly(count: i32) -> Repeat {
    Repeat { every: 1, unit: RepeatUnit::Weeks, count, until: String::new() }
}

fn visits(clinic: &Clinic, starts: &[&str]) -> Vec<SeriesVisit> {
    let visit = |start: &&str| SeriesVisit { start: (*start).to_owned(), room: clinic.room(0) };
    starts.iter().map(visit).collect()
}

#[tokio::test]
async fn clashes_are_listed_with_other_times_before_anything_is_made() {
    let clinic = Clinic::make().await;
    let (alice, peter) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Peter").await);
    let taken = bookings::Book { start: "2026-05-26T09:00".to_owned(), ..clinic.visit(&peter, 0, "9:00") };
    clinic.book(taken).await.unwrap();
    let closed = bookings::GoAway {
        person: None,
        room: None,
        from: "2026-06-02T00:00".to_owned(),
        until: "2026-06-02T24:00".to_owned(),
        reason: "Holiday".to_owned(),
    };
    bookings::go_away(&clinic.practice, closed).await.unwrap();
    let plan = PlanSeries { visit: clinic.visit(&alice, 0, "09:00"), repeat: weekly(4) };
    let planned = bookings::plan_series(&clinic.practice, plan).await.unwrap();
    let starts: Vec<_> = planned.iter().map(|visit| visit.start.as_str()).collect();
    let expected = ["2026-05-12T09:00", "2026-05-19T09:00", "2026-05-26T09:00", "2026-06-02T09:00"];
    assert_eq!(starts, expected);
    assert!(planned[0].obstacles.is_empty() && planned[0].instead.is_empty());
    let in_the_way: Vec<_> = planned[2].obstacles.iter().map(|obstacle| obstacle.kind).collect();
    assert_eq!(in_the_way, [ObstacleKind::Hands, ObstacleKind::Room]);
    assert_eq!(
        planned[2].instead[0].start, "2026-05-26T09:20",
        "in the rest of the other, in the other room"
    );
    assert_eq!(planned[2].instead[0].room, clinic.room(1));
    assert_eq!(
        planned[3].instead[0].start, "2026-06-03T09:00",
        "on the next day, where the whole day is closed"
    );
    let made = ask(&clinic.practice, "SELECT count(*) FROM bookings_booking").await.unwrap();
    assert_eq!(made, ["1"], "Peter's, and nothing else");
    let later = bookings::Book { start: "2026-05-26T15:00".to_owned(), ..clinic.visit(&peter, 0, "9:00") };
    clinic.book(later).await.unwrap();
    let plan = PlanSeries { visit: clinic.visit(&alice, 0, "15:00"), repeat: weekly(3) };
    let planned = bookings::plan_series(&clinic.practice, plan).await.unwrap();
    assert_eq!(planned[2].instead[0].start, "2026-05-26T15:20", "in the afternoon, as it was asked for");
}

#[tokio::test]
async fn a_series_is_booked_whole_or_not_at_all_and_each_visit_is_its_own() {
    let clinic = Clinic::make().await;
    let (alice, peter) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Peter").await);
    let taken = bookings::Book { start: "2026-05-19T09:00".to_owned(), ..clinic.visit(&peter, 0, "9:00") };
    clinic.book(taken).await.unwrap();
    let series = |starts: &[&str]| BookSeries {
        visit: clinic.visit(&alice, 0, "09:00"),
        repeat: weekly(3),
        visits: visits(&clinic, starts),
    };
    let blind = series(&["2026-05-12T09:00", "2026-05-19T09:00", "2026-05-26T09:00"]);
    assert_eq!(
        kinds(bookings::book_series(&clinic.practice, blind).await),
        [ObstacleKind::Hands, ObstacleKind::Room]
    );
    let made = ask(&clinic.practice, "SELECT count(*) FROM bookings_booking").await.unwrap();
    assert_eq!(made, ["1"], "not even the first");
    let with_another_time = series(&["2026-05-12T09:00", "2026-05-19T11:00", "2026-05-26T09:00"]);
    let booked = bookings::book_series(&clinic.practice, with_another_time).await.unwrap();
    assert_eq!(booked.len(), 3);
    assert!(booked.iter().all(|visit| visit.series.is_some() && visit.series == booked[0].series));
    let moved = clinic.moved(&booked[1], "2026-05-20T11:00");
    let moved = bookings::reschedule(&clinic.practice, moved).await.unwrap();
    assert_eq!(moved.series, booked[0].series, "an exception stays one of them");
    let onto_itself = series(&["2026-06-09T09:00", "2026-06-09T09:30"]);
    assert!(
        kinds(bookings::book_series(&clinic.practice, onto_itself).await).contains(&ObstacleKind::Client)
    );
}

#[tokio::test]
async fn the_rest_of_a_series_is_cancelled_and_what_has_begun_stays() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let starts = ["2026-05-12T11:00", "2026-05-19T11:00", "2026-05-26T11:00", "2026-06-02T11:00"];
    let series = BookSeries {
        visit: clinic.visit(&alice, 0, "11:00"),
        repeat: weekly(4),
        visits: visits(&clinic, &starts),
    };
    let booked = bookings::book_series(&clinic.practice, series).await.unwrap();
    let arrived = SayStatus {
        id: booked[0].id.clone(),
        version: booked[0].version,
        status: BookingStatus::Arrived,
        reason: String::new(),
        fee: false,
    };
    bookings::say_status(&clinic.practice, arrived).await.unwrap();
    let cancel = |nth: usize, version, part| CancelSeries {
        id: booked[nth].id.clone(),
        version,
        part,
        reason: "Moves away".to_owned(),
    };
    let rest = bookings::cancel_series(&clinic.practice, cancel(2, 1, SeriesPart::Following)).await.unwrap();
    let cancelled: Vec<_> = rest.iter().map(|visit| (visit.start.as_str(), visit.status)).collect();
    assert_eq!(cancelled, [(starts[2], BookingStatus::Cancelled), (starts[3], BookingStatus::Cancelled)]);
    assert_eq!(rest[0].steps[0].reason, "Moves away");
    let all = bookings::cancel_series(&clinic.practice, cancel(1, 1, SeriesPart::All)).await.unwrap();
    assert_eq!(all.len(), 1, "of the others one is here already and two are cancelled");
    let series = booked[0].series.clone().unwrap();
    bookings::take_back_series(&clinic.practice, &series).await.unwrap();
    let left =
        ask(&clinic.practice, "SELECT count(*) FROM bookings_booking WHERE NOT taken_back").await.unwrap();
    assert_eq!(left, ["0"]);
    let single = clinic.book(clinic.visit(&alice, 0, "14:00")).await.unwrap();
    let none = CancelSeries { id: single.id, ..cancel(0, 1, SeriesPart::All) };
    let refused = bookings::cancel_series(&clinic.practice, none).await;
    assert!(matches!(refused, Err(Error::NotFound)), "it is no series: {refused:?}");
}

#[tokio::test]
async fn what_is_no_series_is_refused_at_its_field() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let plan = |repeat| {
        let practice = hegu_core::Practice::clone(&clinic.practice);
        let plan = PlanSeries { visit: clinic.visit(&alice, 0, "09:00"), repeat };
        async move { wrong(bookings::plan_series(&practice, plan).await) }
    };
    let of = |path: &str, problem| vec![(path.to_owned(), problem)];
    assert_eq!(plan(weekly(10_000)).await, of("repeat.count", FieldProblem::TooMuch));
    assert_eq!(plan(weekly(0)).await, of("repeat.count", FieldProblem::NotANumber));
    let never = Repeat { every: 0, ..weekly(3) };
    assert_eq!(plan(never).await, of("repeat.every", FieldProblem::NotANumber));
    let century = Repeat { until: "2126-05-12".to_owned(), ..weekly(0) };
    assert_eq!(plan(century).await, of("repeat.until", FieldProblem::TooMuch));
    let yesterday = Repeat { until: "2026-05-11".to_owned(), ..weekly(0) };
    assert_eq!(plan(yesterday).await, of("repeat.until", FieldProblem::EndsBeforeItBegins));
    let no_day = Repeat { until: "2026-04-31".to_owned(), ..weekly(0) };
    assert_eq!(plan(no_day).await, of("repeat.until", FieldProblem::NotADate));
}
