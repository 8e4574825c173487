//! Booking and moving: one practitioner, two rooms, no clash.

use hegu_core::bookings::{self, AmendBooking, Book, ObstacleKind, OpenDiary, SeenBooking, VisitPart};
use hegu_core::drafts::{self, DraftKind, SaveDraft};
use hegu_core::people::{self, AddPerson, Role};
use hegu_core::testing::{ask, called};
use hegu_core::{Error, FieldProblem};

use super::clinic::{Clinic, kinds, register, room, wrong};

#[tokio::test]
async fn two_rooms_are_staggered_and_the_same_hands_are_never_in_both() {
    let clinic = Clinic::make().await;
    let (alice, peter) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Peter").await);
    let first = clinic.book(clinic.visit(&alice, 0, "9:00")).await.unwrap();
    assert_eq!(
        (first.start.as_str(), first.end.as_str(), first.minutes),
        ("2026-05-12T09:00", "2026-05-12T09:55", 55)
    );
    let parts: Vec<_> = first.parts.iter().map(|part| (part.hands_on, &part.from[11..])).collect();
    assert_eq!(parts, [(true, "09:00"), (false, "09:20"), (true, "09:45")]);
    assert_eq!(kinds(clinic.book(clinic.visit(&peter, 1, "9:10")).await), [ObstacleKind::Hands]);
    assert_eq!(kinds(clinic.book(clinic.visit(&peter, 0, "9:20")).await), [ObstacleKind::Room]);
    assert_eq!(kinds(clinic.book(clinic.visit(&alice, 1, "9:20")).await), [ObstacleKind::Client]);
    clinic.book(clinic.visit(&peter, 1, "9:20")).await.unwrap();
    clinic.book(clinic.visit(&alice, 0, "9:55")).await.expect_err("hands are with Peter from 10:05 on");
    clinic.book(clinic.visit(&alice, 0, "10:15")).await.unwrap();
}

#[tokio::test]
async fn of_many_who_want_one_time_one_gets_it() {
    let clinic = Clinic::make().await;
    let mut wanting = tokio::task::JoinSet::new();
    for nth in 0..24 {
        let client = register(&clinic.practice, &format!("Client {nth}")).await;
        let visit = clinic.visit(&client, nth % 2, "14:00");
        let practice = hegu_core::Practice::clone(&clinic.practice);
        wanting.spawn(async move { bookings::book(&practice, visit).await });
    }
    let (mut booked, mut refused) = (0, 0);
    while let Some(done) = wanting.join_next().await {
        match done.unwrap() {
            Ok(_) => booked += 1,
            Err(Error::InTheWay(_)) => refused += 1,
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!((booked, refused), (1, 23));
    let kept = ask(&clinic.practice, "SELECT count(*) FROM bookings_booking").await.unwrap();
    assert_eq!(kept, ["1"]);
}

#[tokio::test]
async fn it_can_be_meant_by_whoever_may_with_the_reason() {
    let clinic = Clinic::make().await;
    let (alice, peter) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Peter").await);
    clinic.book(clinic.visit(&alice, 0, "9:00")).await.unwrap();
    let meant = |reason: &str| Book { despite: Some(reason.to_owned()), ..clinic.visit(&peter, 1, "9:00") };
    assert_eq!(
        wrong(clinic.book(meant(" ")).await),
        [("despite".to_owned(), FieldProblem::Required)],
        "a reason is a reason"
    );
    let desk = clinic.practice.seating(Role::Receptionist);
    let refused = bookings::book(&desk, meant("Walk-in")).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    let booked = clinic.book(meant("Ear seeds only")).await.unwrap();
    assert_eq!(booked.despite.as_deref(), Some("Ear seeds only"));
    let free = clinic.moved(&booked, "2026-05-12T11:00");
    let moved = bookings::reschedule(&clinic.practice, free).await.unwrap();
    assert_eq!(moved.despite, None, "nothing is in its way there");
    let unneeded = Book { start: "2026-05-12T15:00".to_owned(), ..meant("In case") };
    assert_eq!(clinic.book(unneeded).await.unwrap().despite, None, "a reason that was not needed is none");
}

#[tokio::test]
async fn a_mother_in_her_childs_room_is_no_clash() {
    let clinic = Clinic::make().await;
    let (child, mother) =
        (register(&clinic.practice, "Ada").await, register(&clinic.practice, "Grace").await);
    let visit = clinic.book(clinic.visit(&child, 0, "9:00")).await.unwrap();
    let watching = vec![VisitPart { hands_on: false, minutes: 25 }, VisitPart { hands_on: true, minutes: 5 }];
    let with_her =
        Book { company: Some(visit.id.clone()), parts: Some(watching), ..clinic.visit(&mother, 0, "9:15") };
    let alone = Book { company: None, ..with_her.clone() };
    assert_eq!(kinds(clinic.book(alone).await), [ObstacleKind::Room]);
    let hers = clinic.book(with_her).await.unwrap();
    assert_eq!(hers.company, Some(visit.id));
}

#[tokio::test]
async fn moving_asks_the_same_and_a_refusal_leaves_it_where_it_was() {
    let clinic = Clinic::make().await;
    let (alice, peter) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Peter").await);
    let first = clinic.book(clinic.visit(&alice, 0, "9:00")).await.unwrap();
    let second = clinic.book(clinic.visit(&peter, 1, "11:00")).await.unwrap();
    let onto = clinic.moved(&second, "2026-05-12T09:10");
    assert_eq!(kinds(bookings::reschedule(&clinic.practice, onto.clone()).await), [ObstacleKind::Hands]);
    let a_little = clinic.moved(&second, "2026-05-12T11:05");
    let moved = bookings::reschedule(&clinic.practice, a_little.clone()).await.unwrap();
    assert_eq!(moved.start, "2026-05-12T11:05", "it is not in its own way");
    let again = bookings::reschedule(&clinic.practice, a_little).await;
    assert!(matches!(again, Err(Error::Stale { version: 2, .. })), "{again:?}");
    let longer = bookings::Reschedule { minutes: Some(70), ..clinic.moved(&moved, "2026-05-12T11:05") };
    let longer = bookings::reschedule(&clinic.practice, longer).await.unwrap();
    let rests: Vec<_> = longer.parts.iter().map(|part| part.minutes).collect();
    assert_eq!(rests, [20, 40, 10], "it is the rest that grows");
    let no_time = bookings::Reschedule { minutes: Some(0), ..clinic.moved(&longer, "2026-05-12T11:05") };
    let refused = wrong(bookings::reschedule(&clinic.practice, no_time).await);
    assert_eq!(refused, [("minutes".to_owned(), FieldProblem::NotANumber)]);
    let back = bookings::Reschedule {
        parts: Some(super::clinic::staggered()),
        ..clinic.moved(&longer, "2026-05-12T11:00")
    };
    let back = bookings::reschedule(&clinic.practice, back).await.unwrap();
    assert_eq!((back.start, back.minutes), (second.start, 55), "undo is the same act");
    assert_eq!(first.version, 1);
}

#[tokio::test]
async fn what_is_no_time_is_refused_at_its_field() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let at = |start: &str| Book { start: start.to_owned(), ..clinic.visit(&alice, 0, "9:00") };
    for (start, problem) in [
        ("2026-04-31T09:00", FieldProblem::NotADate),
        ("2026-05-12T25:00", FieldProblem::NotATime),
        ("2026-05-12", FieldProblem::Required),
        ("", FieldProblem::Required),
        ("12026-05-12T09:00", FieldProblem::NotADate),
        ("2026-05-12T23:30", FieldProblem::PastMidnight),
    ] {
        assert_eq!(wrong(clinic.book(at(start)).await), [("start".to_owned(), problem)], "{start}");
    }
    let none = Book { parts: Some(vec![]), ..at("2026-05-12T09:00") };
    assert_eq!(wrong(clinic.book(none).await), [("parts".to_owned(), FieldProblem::Required)]);
    let zero = Book { parts: Some(vec![VisitPart { hands_on: true, minutes: 0 }]), ..at("2026-05-12T09:00") };
    assert_eq!(wrong(clinic.book(zero).await), [("parts.0.minutes".to_owned(), FieldProblem::NotANumber)]);
    let endless =
        Book { parts: Some(vec![VisitPart { hands_on: true, minutes: i32::MAX }]), ..at("2026-05-12T09:00") };
    assert_eq!(wrong(clinic.book(endless).await), [("parts.0.minutes".to_owned(), FieldProblem::TooMuch)]);
    let nobody = Book {
        client: None,
        service: None,
        parts: Some(super::clinic::staggered()),
        ..at("2026-05-12T09:00")
    };
    assert_eq!(wrong(clinic.book(nobody.clone()).await), [("client".to_owned(), FieldProblem::Required)]);
    let forgotten = Book { client: None, note: "Parks behind".to_owned(), ..at("2026-05-12T09:00") };
    let found = wrong(clinic.book(forgotten).await);
    assert_eq!(found, [("client".to_owned(), FieldProblem::Required)], "a follow-up is for somebody");
    let held = Book { note: "Delivery of needles".to_owned(), ..nobody };
    let held = clinic.book(held).await.unwrap();
    assert_eq!((held.client.is_none(), held.hidden), (true, false), "a time can be held for nobody");
}

#[tokio::test]
async fn hours_time_off_and_rooms_are_in_the_way_too() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let alice = register(practice, "Alice").await;
    assert_eq!(kinds(clinic.book(clinic.visit(&alice, 0, "8:30")).await), [ObstacleKind::OutsideHours]);
    assert_eq!(kinds(clinic.book(clinic.visit(&alice, 0, "16:30")).await), [ObstacleKind::OutsideHours]);
    let away = |person: Option<String>, room: Option<String>, from: &str, until: &str| bookings::GoAway {
        person,
        room,
        from: format!("2026-05-12T{from}"),
        until: format!("2026-05-12T{until}"),
        reason: "Dentist".to_owned(),
    };
    bookings::go_away(practice, away(Some(clinic.ines.clone()), None, "9:00", "10:00")).await.unwrap();
    bookings::go_away(practice, away(None, clinic.room(0), "11:00", "12:00")).await.unwrap();
    let closed = bookings::go_away(practice, away(None, None, "15:00", "24:00")).await.unwrap();
    assert_eq!(closed.away.len(), 3);
    assert_eq!(kinds(clinic.book(clinic.visit(&alice, 0, "9:30")).await), [ObstacleKind::Away]);
    assert_eq!(kinds(clinic.book(clinic.visit(&alice, 0, "11:30")).await), [ObstacleKind::RoomClosed]);
    assert_eq!(kinds(clinic.book(clinic.visit(&alice, 1, "15:30")).await), [ObstacleKind::PracticeClosed]);
    clinic.book(clinic.visit(&alice, 1, "11:30")).await.unwrap();
    let holiday = closed.away.iter().find(|away| away.person.is_none() && away.room.is_none()).unwrap();
    bookings::come_back(practice, &holiday.id).await.unwrap();
    clinic.book(clinic.visit(&alice, 1, "15:30")).await.unwrap();
    let others_only = bookings::KeepRoom {
        id: clinic.room(1),
        version: Some(1),
        room: bookings::RoomInput { closed: true, ..room("Room 2") },
    };
    bookings::keep_room(practice, others_only).await.unwrap();
    assert_eq!(kinds(clinic.book(clinic.visit(&alice, 1, "14:00")).await), [ObstacleKind::RoomClosed]);
}

#[tokio::test]
async fn a_client_is_not_changed_to_one_who_is_elsewhere_then() {
    let clinic = Clinic::make().await;
    let (alice, peter) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Peter").await);
    let first = clinic.book(clinic.visit(&alice, 0, "9:00")).await.unwrap();
    clinic.book(clinic.visit(&peter, 1, "9:20")).await.unwrap();
    let amend = |client: &str, note: &str| AmendBooking {
        id: first.id.clone(),
        version: first.version,
        client: Some(client.to_owned()),
        service: first.service.clone(),
        note: note.to_owned(),
    };
    assert_eq!(kinds(bookings::amend(&clinic.practice, amend(&peter, "")).await), [ObstacleKind::Client]);
    let nobody = AmendBooking { client: None, ..amend(&alice, "") };
    let found = wrong(bookings::amend(&clinic.practice, nobody).await);
    assert_eq!(found, [("client".to_owned(), FieldProblem::Required)], "a follow-up is for somebody");
    let noted = bookings::amend(&clinic.practice, amend(&alice, "Parks behind")).await.unwrap();
    assert_eq!((noted.note.as_str(), noted.start), ("Parks behind", first.start));
}

#[tokio::test]
async fn what_was_taken_back_is_gone_and_comes_back_while_its_time_is_free() {
    let clinic = Clinic::make().await;
    let (alice, peter) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Peter").await);
    let booked = clinic.book(clinic.visit(&alice, 0, "9:00")).await.unwrap();
    let seen = |version| SeenBooking { id: booked.id.clone(), version };
    bookings::take_back(&clinic.practice, seen(1)).await.unwrap();
    let day = || OpenDiary { from: "2026-05-12".to_owned(), until: "2026-05-12".to_owned() };
    assert!(bookings::diary(&clinic.practice, day()).await.unwrap().bookings.is_empty());
    let moved = bookings::reschedule(
        &clinic.practice,
        bookings::Reschedule { version: 2, ..clinic.moved(&booked, "2026-05-12T10:00") },
    );
    assert!(matches!(moved.await, Err(Error::NotFound)), "nobody moves what is not there");
    bookings::put_back(&clinic.practice, seen(2)).await.unwrap();
    assert_eq!(bookings::diary(&clinic.practice, day()).await.unwrap().bookings.len(), 1);
    bookings::take_back(&clinic.practice, seen(3)).await.unwrap();
    clinic.book(clinic.visit(&peter, 0, "9:00")).await.unwrap();
    let kinds = kinds(bookings::put_back(&clinic.practice, seen(4)).await);
    assert_eq!(kinds, [ObstacleKind::Hands, ObstacleKind::Room]);
}

fn jun() -> AddPerson {
    let passphrase = "granite walnut hover lantern tide".to_owned();
    AddPerson {
        person: called("Jun Mori"),
        role: Role::Practitioner,
        passphrase: passphrase.clone(),
        passphrase_again: passphrase,
    }
}

#[tokio::test]
async fn an_associate_sees_that_a_time_is_taken_and_not_by_whom() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let noted = Book { note: "Sciatica again".to_owned(), ..clinic.visit(&alice, 0, "9:00") };
    let booked = clinic.book(noted).await.unwrap();
    let associate = clinic.practice.seating(Role::Associate);
    let day = OpenDiary { from: "2026-05-12".to_owned(), until: "2026-05-12".to_owned() };
    let seen = bookings::diary(&associate, day).await.unwrap();
    assert!(seen.bookings[0].hidden && seen.bookings[0].client.is_none());
    assert_eq!(seen.bookings[0].note, "", "nor what the desk wrote about them");
    let cancelled = bookings::SayStatus {
        id: booked.id.clone(),
        version: booked.version,
        status: bookings::BookingStatus::CancelledLate,
        reason: "Her child is ill".to_owned(),
        fee: false,
    };
    let booked = bookings::say_status(&clinic.practice, cancelled).await.unwrap();
    let seen = bookings::rows(&associate, vec![booked.id.clone()]).await.unwrap().remove(0);
    assert_eq!(seen.steps[0].reason, "", "nor why they cancelled");
    assert!(!seen.first_visit && seen.despite.is_none());
    let refused = bookings::book(&associate, clinic.visit(&alice, 0, "11:00")).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "not their client: {refused:?}");
    let jun = people::add(&clinic.practice, jun()).await.unwrap();
    let juns = Book { practitioner: jun.id.clone(), ..clinic.visit(&alice, 1, "14:00") };
    let juns = clinic.book(juns).await.unwrap();
    let leave = people::RemovePerson { id: jun.id, rotate: false };
    people::remove(&clinic.practice, leave).await.unwrap();
    let moved = bookings::reschedule(&associate, clinic.moved(&juns, "2026-05-12T15:00")).await;
    assert!(
        matches!(moved, Err(Error::NotPermitted)),
        "a colleague who left is a colleague still: {moved:?}"
    );
    let student = clinic.practice.seating(Role::Student);
    let moved = bookings::reschedule(&student, clinic.moved(&booked, "2026-05-12T11:00")).await;
    assert!(matches!(moved, Err(Error::NotPermitted)), "{moved:?}");
}

#[tokio::test]
async fn what_was_typed_ends_with_the_booking_and_stays_while_it_cannot_be_made() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let typed = SaveDraft {
        id: None,
        kind: DraftKind::Booking,
        subject: None,
        label: "Alice".to_owned(),
        body: "{}".to_owned(),
    };
    let draft = drafts::save(&clinic.practice, typed).await.unwrap().id;
    let visit = Book { draft: Some(draft.clone()), ..clinic.visit(&alice, 0, "9:00") };
    let never = Book { start: "2026-05-12T25:00".to_owned(), ..visit.clone() };
    clinic.book(never).await.unwrap_err();
    assert_eq!(drafts::list(&clinic.practice).await.unwrap()[0].id, draft);
    clinic.book(visit).await.unwrap();
    assert!(drafts::list(&clinic.practice).await.unwrap().is_empty());
}
