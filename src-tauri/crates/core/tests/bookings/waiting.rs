//! The waiting list, and whom somebody tried to reach.

use hegu_core::bookings::{
    self, ContactAbout, ContactOutcome, KeepWait, SayContact, SayStatus, SeenBooking, SeenWait, WaitInput,
    WaitView, WhoFits,
};
use hegu_core::people::Role;
use hegu_core::{Error, FieldProblem, Practice};

use super::clinic::{Clinic, register, wrong};

pub(crate) fn wait(client: &str) -> WaitInput {
    WaitInput {
        client: client.to_owned(),
        service: None,
        practitioner: None,
        weekdays: vec![],
        not_before: String::new(),
        over_by: String::new(),
        urgent: false,
        until: "2026-06-12".to_owned(),
        instead_of: None,
        note: String::new(),
    }
}

async fn keep(practice: &Practice, wait: WaitInput) -> Result<WaitView, Error> {
    bookings::keep_wait(practice, KeepWait { id: None, version: None, wait }).await
}

fn seen(wait: &WaitView) -> SeenWait {
    SeenWait { id: wait.id.clone(), version: wait.version }
}

async fn names(practice: &Practice) -> Vec<String> {
    bookings::waiting_list(practice).await.unwrap().into_iter().map(|wait| wait.client.name).collect()
}

impl Clinic {
    /// A time of Ines's that is free on that Tuesday, in the first room.
    fn slot(&self, start: &str) -> WhoFits {
        WhoFits {
            practitioner: self.ines.clone(),
            room: self.room(0),
            start: format!("2026-05-12T{start}"),
            service: self.service(),
            freed: None,
        }
    }

    async fn who_fits(&self, slot: WhoFits) -> Vec<String> {
        let fitting = bookings::who_fits(&self.practice, slot).await.unwrap();
        fitting.into_iter().map(|fits| fits.wait.client.name).collect()
    }
}

#[tokio::test]
async fn the_urgent_come_first_then_whoever_waits_longest() {
    let clinic = Clinic::make().await;
    for name in ["Alice", "Peter", "Mei"] {
        let client = register(&clinic.practice, name).await;
        keep(&clinic.practice, WaitInput { urgent: name == "Mei", ..wait(&client) }).await.unwrap();
    }
    assert_eq!(names(&clinic.practice).await, ["Mei", "Alice", "Peter"]);
    let alice = bookings::waiting_list(&clinic.practice).await.unwrap().remove(1);
    let gone = bookings::stop_waiting(&clinic.practice, seen(&alice)).await.unwrap();
    assert_eq!(names(&clinic.practice).await, ["Mei", "Peter"]);
    let twice = bookings::stop_waiting(&clinic.practice, seen(&gone)).await;
    assert!(matches!(twice, Err(Error::NotFound)), "{twice:?}");
    bookings::wait_again(&clinic.practice, seen(&gone)).await.unwrap();
    assert_eq!(names(&clinic.practice).await, ["Mei", "Alice", "Peter"], "in the place they had");
}

#[tokio::test]
async fn only_people_are_named_who_can_come_and_can_be_booked() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let mut ids = Vec::new();
    for name in ["Any", "Mornings", "Wednesdays", "Elsewhere", "Today only", "Evenings"] {
        ids.push(register(practice, name).await);
    }
    keep(practice, wait(&ids[0])).await.unwrap();
    let mornings = WaitInput { over_by: "12:00".to_owned(), ..wait(&ids[1]) };
    keep(practice, mornings).await.unwrap();
    keep(practice, WaitInput { weekdays: vec![3], ..wait(&ids[2]) }).await.unwrap();
    keep(practice, WaitInput { service: clinic.service(), ..wait(&ids[3]) }).await.unwrap();
    clinic.book(clinic.visit(&ids[3], 1, "15:00")).await.unwrap();
    keep(practice, WaitInput { until: "2026-05-12".to_owned(), ..wait(&ids[4]) }).await.unwrap();
    keep(practice, WaitInput { not_before: "16:00".to_owned(), ..wait(&ids[5]) }).await.unwrap();
    assert_eq!(clinic.who_fits(clinic.slot("11:05")).await, ["Any", "Mornings", "Elsewhere", "Today only"]);
    let fits = clinic.who_fits(clinic.slot("11:10")).await;
    assert_eq!(fits, ["Any", "Elsewhere", "Today only"], "it would be five past twelve");
    // From 15:20 to 15:45 hands are free, and Elsewhere is in the other room.
    assert_eq!(clinic.who_fits(clinic.slot("15:20")).await, ["Any", "Today only"]);
    let nobodys_hands = clinic.who_fits(clinic.slot("15:10")).await;
    assert!(nobodys_hands.is_empty(), "{nobodys_hands:?}");
    assert!(clinic.who_fits(clinic.slot("10:00")).await.is_empty(), "that is over");
    let evening = clinic.who_fits(clinic.slot("16:00")).await;
    assert_eq!(evening, ["Any", "Elsewhere", "Today only", "Evenings"]);
    let anything = WhoFits { service: None, ..clinic.slot("16:00") };
    assert_eq!(clinic.who_fits(anything).await, ["Elsewhere"], "who said for what they would come");
}

#[tokio::test]
async fn whoever_is_given_a_time_waits_no_more_unless_it_is_taken_back() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let waits = keep(&clinic.practice, wait(&alice)).await.unwrap();
    let visit = bookings::Book { wait: Some(waits.id.clone()), ..clinic.visit(&alice, 0, "14:00") };
    let booked = clinic.book(visit.clone()).await.unwrap();
    assert!(names(&clinic.practice).await.is_empty());
    let twice = clinic.book(bookings::Book { start: "2026-05-12T16:00".to_owned(), ..visit }).await;
    assert!(matches!(twice, Err(Error::NotFound)), "one time is given once: {twice:?}");
    let seen = SeenBooking { id: booked.id, version: booked.version };
    bookings::take_back(&clinic.practice, seen).await.unwrap();
    assert_eq!(names(&clinic.practice).await, ["Alice"]);
}

#[tokio::test]
async fn somebody_elses_time_is_not_given_to_whoever_waits() {
    let clinic = Clinic::make().await;
    let (alice, peter) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Peter").await);
    let waits = keep(&clinic.practice, wait(&alice)).await.unwrap();
    let visit = bookings::Book { wait: Some(waits.id), ..clinic.visit(&peter, 0, "14:00") };
    let refused = clinic.book(visit).await;
    assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
    assert_eq!(names(&clinic.practice).await, ["Alice"]);
}

#[tokio::test]
async fn an_earlier_time_takes_the_place_of_the_one_they_have() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let later = bookings::Book { start: "2026-05-12T14:30".to_owned(), ..clinic.visit(&alice, 0, "9:00") };
    let later = clinic.book(later).await.unwrap();
    let instead = WaitInput { instead_of: Some(later.id.clone()), service: clinic.service(), ..wait(&alice) };
    let waits = keep(&clinic.practice, instead).await.unwrap();
    assert_eq!(waits.instead_of.as_ref().map(|given_up| given_up.start.as_str()), Some("2026-05-12T14:30"));
    // Their own later visit is not in the way of an earlier one that overlaps it.
    assert_eq!(clinic.who_fits(clinic.slot("14:00")).await, ["Alice"]);
    assert!(
        clinic.who_fits(clinic.slot("16:00")).await.is_empty(),
        "a later time is none to give theirs up for"
    );
    let moved =
        bookings::Reschedule { wait: Some(waits.id.clone()), ..clinic.moved(&later, "2026-05-12T14:00") };
    let moved = bookings::reschedule(&clinic.practice, moved).await.unwrap();
    assert!(names(&clinic.practice).await.is_empty());
    bookings::reschedule(&clinic.practice, clinic.moved(&moved, "2026-05-12T14:30")).await.unwrap();
    let again = SeenWait { id: waits.id, version: waits.version + 1 };
    bookings::wait_again(&clinic.practice, again).await.unwrap();
    assert_eq!(names(&clinic.practice).await, ["Alice"]);
}

#[tokio::test]
async fn what_cannot_be_waited_for_is_said_at_its_field() {
    let clinic = Clinic::make().await;
    let (alice, peter) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Peter").await);
    let theirs = clinic.book(clinic.visit(&peter, 0, "14:00")).await.unwrap();
    let nonsense = WaitInput {
        practitioner: Some("nobody".to_owned()),
        weekdays: vec![0],
        not_before: "17:00".to_owned(),
        over_by: "9:00".to_owned(),
        until: "2026-02-31".to_owned(),
        ..wait(&alice)
    };
    let problems = wrong(keep(&clinic.practice, nonsense).await);
    let expected = [
        ("practitioner", FieldProblem::UnknownValue),
        ("weekdays", FieldProblem::UnknownValue),
        ("over_by", FieldProblem::EndsBeforeItBegins),
        ("until", FieldProblem::NotADate),
    ];
    assert_eq!(problems, expected.map(|(path, problem)| (path.to_owned(), problem)));
    let others = keep(&clinic.practice, WaitInput { instead_of: Some(theirs.id), ..wait(&alice) }).await;
    assert_eq!(wrong(others), [("instead_of".to_owned(), FieldProblem::UnknownValue)]);
    let nobody = keep(&clinic.practice, wait("")).await;
    assert_eq!(wrong(nobody), [("client".to_owned(), FieldProblem::Required)]);
    let kept = keep(&clinic.practice, wait(&alice)).await.unwrap();
    let change = |version| KeepWait { id: Some(kept.id.clone()), version: Some(version), wait: wait(&alice) };
    bookings::keep_wait(&clinic.practice, change(1)).await.unwrap();
    let stale = bookings::keep_wait(&clinic.practice, change(1)).await;
    assert!(matches!(stale, Err(Error::Stale { version: 2, .. })), "{stale:?}");
}

#[tokio::test]
async fn an_associate_sees_only_their_own_clients_wait() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    keep(&clinic.practice, wait(&alice)).await.unwrap();
    let associate = clinic.practice.seating(Role::Associate);
    assert!(names(&associate).await.is_empty());
    let refused = keep(&associate, wait(&alice)).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    let student = clinic.practice.seating(Role::Student);
    let refused = keep(&student, wait(&alice)).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
}

#[tokio::test]
async fn a_call_is_noted_with_what_came_of_it_and_can_be_taken_back() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    keep(&clinic.practice, wait(&alice)).await.unwrap();
    let call = SayContact {
        client: alice,
        about: ContactAbout::Waiting,
        booking: None,
        outcome: ContactOutcome::NoAnswer,
    };
    let made = bookings::say_contact(&clinic.practice, call).await.unwrap();
    assert_eq!((made.by.as_str(), made.wall.as_str()), ("Ines Marlow", "2026-05-12T10:57"));
    let waits = bookings::waiting_list(&clinic.practice).await.unwrap().remove(0);
    assert_eq!(waits.contacts.len(), 1);
    bookings::take_back_contact(&clinic.practice, &made.id).await.unwrap();
    let twice = bookings::take_back_contact(&clinic.practice, &made.id).await;
    assert!(matches!(twice, Err(Error::NotFound)), "{twice:?}");
    assert!(bookings::waiting_list(&clinic.practice).await.unwrap()[0].contacts.is_empty());
}

#[tokio::test]
async fn a_series_is_given_to_whoever_waits_and_what_has_been_is_not_moved_up() {
    let clinic = Clinic::make().await;
    let (alice, peter) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Peter").await);
    let waits = keep(&clinic.practice, wait(&alice)).await.unwrap();
    let series = bookings::BookSeries {
        visit: bookings::Book { wait: Some(waits.id), ..clinic.visit(&alice, 0, "14:00") },
        repeat: bookings::Repeat {
            every: 1,
            unit: bookings::RepeatUnit::Weeks,
            count: 2,
            until: String::new(),
        },
        visits: ["2026-05-12T14:00", "2026-05-19T14:00"]
            .map(|start| bookings::SeriesVisit { start: start.to_owned(), room: clinic.room(0) })
            .to_vec(),
    };
    bookings::book_series(&clinic.practice, series).await.unwrap();
    assert!(names(&clinic.practice).await.is_empty());
    let theirs = clinic.book(clinic.visit(&peter, 1, "14:20")).await.unwrap();
    let instead = WaitInput { instead_of: Some(theirs.id.clone()), ..wait(&peter) };
    let waits = keep(&clinic.practice, instead).await.unwrap();
    let done = SayStatus {
        id: theirs.id.clone(),
        version: theirs.version,
        status: bookings::BookingStatus::Done,
        reason: String::new(),
        fee: false,
    };
    let theirs = bookings::say_status(&clinic.practice, done).await.unwrap();
    let listed = bookings::waiting_list(&clinic.practice).await.unwrap().remove(0);
    assert!(listed.instead_of.is_none(), "what has taken place is not given up");
    let moved = bookings::Reschedule { wait: Some(waits.id), ..clinic.moved(&theirs, "2026-05-12T11:30") };
    let refused = bookings::reschedule(&clinic.practice, moved).await;
    assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
}
