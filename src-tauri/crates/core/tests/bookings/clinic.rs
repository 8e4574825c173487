//! A clinic with two rooms, one follow-up, and Ines who works from nine to five.

use hegu_core::bookings::{
    self, Book, BookingView, DiarySetup, FindFree, KeepHours, KeepRoom, KeepService, Reschedule, RoomInput,
    ServiceInput, ShiftInput, VisitPart,
};
use hegu_core::testing::TestPractice;
use hegu_core::{Error, Practice};

pub(crate) use crate::written::register;

/// 20 minutes hands on, 25 at rest, 10 hands on.
pub(crate) fn staggered() -> Vec<VisitPart> {
    [(true, 20), (false, 25), (true, 10)].map(|(hands_on, minutes)| VisitPart { hands_on, minutes }).to_vec()
}

pub(crate) fn room(name: &str) -> RoomInput {
    RoomInput {
        name: name.to_owned(),
        chairs: 1,
        every: 15,
        equipment: String::new(),
        people: vec![],
        closed: false,
    }
}

pub(crate) fn service(name: &str) -> ServiceInput {
    ServiceInput {
        name: name.to_owned(),
        colour: 1,
        parts: staggered(),
        before: 0,
        after: 0,
        price: "85".to_owned(),
        currency: "cad".to_owned(),
        retired: false,
    }
}

pub(crate) fn weekdays(person: &str) -> KeepHours {
    let shift = |weekday, from: &str, until: &str| ShiftInput {
        weekday,
        from: from.to_owned(),
        until: until.to_owned(),
    };
    KeepHours {
        id: None,
        version: None,
        person: person.to_owned(),
        since: "2026-01-01".to_owned(),
        until: String::new(),
        shifts: (1..=5).map(|weekday| shift(weekday, "9:00", "17:00")).collect(),
    }
}

pub(crate) struct Clinic {
    pub(crate) practice: TestPractice,
    pub(crate) setup: DiarySetup,
    pub(crate) ines: String,
}

pub(crate) async fn keep_room(practice: &Practice, room: RoomInput) -> Result<DiarySetup, Error> {
    bookings::keep_room(practice, KeepRoom { id: None, version: None, room }).await
}

pub(crate) async fn keep_service(practice: &Practice, service: ServiceInput) -> Result<DiarySetup, Error> {
    bookings::keep_service(practice, KeepService { id: None, version: None, service }).await
}

impl Clinic {
    pub(crate) async fn make() -> Self {
        let practice = TestPractice::make().await.unwrap();
        let ines = practice.actor().id.to_string();
        keep_room(&practice, room("Room 1")).await.unwrap();
        keep_room(&practice, room("Room 2")).await.unwrap();
        keep_service(&practice, service("Follow-up")).await.unwrap();
        let setup = bookings::keep_hours(&practice, weekdays(&ines)).await.unwrap();
        Self { practice, setup, ines }
    }

    pub(crate) fn room(&self, nth: usize) -> Option<String> {
        Some(self.setup.rooms[nth].id.clone())
    }

    pub(crate) fn service(&self) -> Option<String> {
        Some(self.setup.services[0].id.clone())
    }

    /// A follow-up with Ines on that Tuesday, in one of the rooms.
    pub(crate) fn visit(&self, client: &str, room: usize, time: &str) -> Book {
        Book {
            client: Some(client.to_owned()),
            service: self.service(),
            practitioner: self.ines.clone(),
            room: self.room(room),
            start: format!("2026-05-12T{time}"),
            which: None,
            parts: None,
            company: None,
            note: String::new(),
            despite: None,
            wait: None,
            draft: None,
        }
    }

    pub(crate) async fn book(&self, visit: Book) -> Result<BookingView, Error> {
        bookings::book(&self.practice, visit).await
    }

    /// The same place at another time.
    pub(crate) fn moved(&self, booking: &BookingView, start: &str) -> Reschedule {
        Reschedule {
            id: booking.id.clone(),
            version: booking.version,
            practitioner: booking.practitioner.clone(),
            room: booking.room.clone(),
            start: start.to_owned(),
            which: None,
            minutes: None,
            parts: None,
            despite: None,
            wait: None,
        }
    }

    /// Where a follow-up fits from a time on.
    pub(crate) fn search(&self, from: &str) -> FindFree {
        FindFree {
            client: None,
            service: self.service(),
            parts: None,
            practitioner: None,
            room: None,
            from: from.to_owned(),
            weekdays: vec![],
            not_before: String::new(),
            over_by: String::new(),
            moving: None,
            count: 1,
        }
    }
}

/// What stands in the way, by kind.
pub(crate) fn kinds<T: std::fmt::Debug>(result: Result<T, Error>) -> Vec<bookings::ObstacleKind> {
    match result {
        Err(Error::InTheWay(obstacles)) => obstacles.into_iter().map(|obstacle| obstacle.kind).collect(),
        other => panic!("nothing is said to be in the way: {other:?}"),
    }
}

/// Which fields are to be corrected.
pub(crate) fn wrong<T: std::fmt::Debug>(result: Result<T, Error>) -> Vec<(String, hegu_core::FieldProblem)> {
    match result {
        Err(Error::Invalid(fields)) => fields.into_iter().map(|field| (field.path, field.problem)).collect(),
        other => panic!("no field is said to be wrong: {other:?}"),
    }
}
