//! Rooms, services, hours and time off.

use hegu_core::bookings::{
    self, KeepHours, KeepRoom, KeepService, RoomInput, ServiceInput, ShiftInput, VisitPart,
};
use hegu_core::people::Role;
use hegu_core::testing::TestPractice;
use hegu_core::{Error, FieldProblem};

use super::clinic::{Clinic, keep_room, keep_service, room, service, weekdays, wrong};

#[tokio::test]
async fn a_new_practice_has_its_owner_and_nothing_else_in_the_diary() {
    let practice = TestPractice::make().await.unwrap();
    let setup = bookings::setup(&practice).await.unwrap();
    assert!(setup.rooms.is_empty() && setup.services.is_empty() && setup.away.is_empty());
    let people: Vec<_> = setup.people.iter().map(|person| (person.name.as_str(), person.here)).collect();
    assert_eq!(people, [("Ines Marlow", true)]);
    assert_eq!((setup.zone.as_str(), setup.other_zone), ("Etc/GMT+7", None));
}

#[tokio::test]
async fn every_wrong_field_of_a_room_and_a_service_is_pointed_out() {
    let practice = TestPractice::make().await.unwrap();
    let bad = RoomInput { name: " ".to_owned(), chairs: 0, every: 600, ..room("") };
    let found = wrong(keep_room(&practice, bad).await);
    let expected = [
        ("name", FieldProblem::Required),
        ("chairs", FieldProblem::NotANumber),
        ("every", FieldProblem::TooMuch),
    ];
    assert_eq!(found, expected.map(|(path, problem)| (path.to_owned(), problem)));
    let bad = ServiceInput {
        parts: vec![VisitPart { hands_on: false, minutes: 25 }],
        price: "dear".to_owned(),
        colour: 9,
        ..service("Follow-up")
    };
    let found = wrong(keep_service(&practice, bad).await);
    let expected = [
        ("parts", FieldProblem::Required),
        ("colour", FieldProblem::UnknownValue),
        ("price", FieldProblem::NotANumber),
    ];
    assert_eq!(found, expected.map(|(path, problem)| (path.to_owned(), problem)));
    let priced = ServiceInput { currency: String::new(), ..service("Follow-up") };
    let found = wrong(keep_service(&practice, priced).await);
    assert_eq!(found, [("currency".to_owned(), FieldProblem::UnknownValue)], "a price is in some currency");
}

#[tokio::test]
async fn names_are_told_apart_and_a_stale_save_is_refused() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let taken = wrong(keep_room(practice, room("Room 1")).await);
    assert_eq!(taken, [("name".to_owned(), FieldProblem::NameTaken)]);
    let taken = wrong(keep_service(practice, service("Follow-up")).await);
    assert_eq!(taken, [("name".to_owned(), FieldProblem::NameTaken)]);
    let rename = |version| KeepRoom { id: clinic.room(0), version: Some(version), room: room("Garden room") };
    let setup = bookings::keep_room(practice, rename(1)).await.unwrap();
    let names: Vec<_> = setup.rooms.iter().map(|room| room.name.as_str()).collect();
    assert_eq!(names, ["Garden room", "Room 2"], "it stays in its place");
    let stale = bookings::keep_room(practice, rename(1)).await;
    assert!(matches!(stale, Err(Error::Stale { version: 2, .. })), "{stale:?}");
    let longer = ServiceInput {
        parts: vec![VisitPart { hands_on: true, minutes: 90 }],
        price: "120,5".to_owned(),
        ..service("Initial visit")
    };
    let changed = KeepService { id: clinic.service(), version: Some(1), service: longer };
    let setup = bookings::keep_service(practice, changed).await.unwrap();
    let kept = &setup.services[0];
    assert_eq!((kept.minutes, kept.price.as_str(), kept.currency.as_str()), (90, "120.50", "CAD"));
}

#[tokio::test]
async fn a_week_is_checked_shift_by_shift() {
    let clinic = Clinic::make().await;
    let shift = |weekday, from: &str, until: &str| ShiftInput {
        weekday,
        from: from.to_owned(),
        until: until.to_owned(),
    };
    let week = |shifts| KeepHours { since: "2026-06-01".to_owned(), shifts, ..weekdays(&clinic.ines) };
    let refused = |shifts| {
        let practice = hegu_core::Practice::clone(&clinic.practice);
        let week = week(shifts);
        async move { wrong(bookings::keep_hours(&practice, week).await) }
    };
    let of = |path: &str, problem| vec![(path.to_owned(), problem)];
    let backwards = refused(vec![shift(1, "17:00", "9:00")]).await;
    assert_eq!(backwards, of("shifts.0.until", FieldProblem::EndsBeforeItBegins));
    let twice = refused(vec![shift(1, "9:00", "12:00"), shift(1, "11:00", "15:00")]).await;
    assert_eq!(twice, of("shifts.1.from", FieldProblem::Overlapping));
    assert_eq!(
        refused(vec![shift(8, "9:00", "12:00")]).await,
        of("shifts.0.weekday", FieldProblem::UnknownValue)
    );
    assert_eq!(refused(vec![shift(1, "25:00", "26:00")]).await.len(), 1);
    assert_eq!(refused(vec![]).await, of("shifts", FieldProblem::Required), "hours that leave no time");
    let ended = KeepHours { until: "2026-05-31".to_owned(), ..week(vec![shift(1, "9:00", "12:00")]) };
    let found = wrong(bookings::keep_hours(&clinic.practice, ended).await);
    assert_eq!(found, of("until", FieldProblem::EndsBeforeItBegins));
    let same_day = KeepHours { since: "2026-01-01".to_owned(), ..week(vec![shift(1, "9:00", "12:00")]) };
    let found = wrong(bookings::keep_hours(&clinic.practice, same_day).await);
    assert_eq!(found, of("since", FieldProblem::Overlapping));
    let kept = bookings::keep_hours(&clinic.practice, week(vec![shift(1, "9:00", "24:00")])).await.unwrap();
    assert_eq!(kept.people[0].hours[1].shifts, [shift(1, "09:00", "24:00")]);
    let second = bookings::SeenInDiary { id: kept.people[0].hours[1].id.clone(), version: 1 };
    let fewer = bookings::remove_hours(&clinic.practice, second).await.unwrap();
    assert_eq!(fewer.people[0].hours.len(), 1);
}

#[tokio::test]
async fn everybody_enters_their_own_time_off_and_the_owner_everybodys() {
    let clinic = Clinic::make().await;
    let away = |person: Option<String>| bookings::GoAway {
        person,
        room: None,
        from: "2026-05-18T00:00".to_owned(),
        until: "2026-05-18T24:00".to_owned(),
        reason: "Victoria Day".to_owned(),
    };
    let practitioner = clinic.practice.seating(Role::Practitioner);
    bookings::go_away(&practitioner, away(Some(clinic.ines.clone()))).await.unwrap();
    let closed = bookings::go_away(&practitioner, away(None)).await;
    assert!(matches!(closed, Err(Error::NotPermitted)), "{closed:?}");
    let student = clinic.practice.seating(Role::Student);
    let own = bookings::go_away(&student, away(Some(clinic.ines.clone()))).await;
    assert!(matches!(own, Err(Error::NotPermitted)), "{own:?}");
    let setup = bookings::go_away(&clinic.practice, away(None)).await.unwrap();
    assert_eq!(setup.away.len(), 2);
    assert_eq!(setup.away[0].until, "2026-05-19T00:00", "24:00 is the next midnight");
    let nobody =
        bookings::GoAway { person: Some("0196c000-0000-7000-8000-000000000000".to_owned()), ..away(None) };
    let found = wrong(bookings::go_away(&clinic.practice, nobody).await);
    assert_eq!(found, [("person".to_owned(), FieldProblem::UnknownValue)]);
}
