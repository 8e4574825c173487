//! The diary of a demonstration: two rooms, three kinds of visits, the weeks around today.

use chrono::{DateTime, Datelike, Duration, FixedOffset};

use crate::bookings::{
    self, Book, BookingStatus, FindFree, KeepHours, KeepRoom, KeepService, RoomInput, SayStatus,
    ServiceInput, ShiftInput, VisitPart,
};
use crate::error::Result;
use crate::ids::ClientId;
use crate::practice::Practice;

use super::demonstration::on;

/// Days before and after today on which somebody is booked.
const BACK: i64 = 5;
const AHEAD: i64 = 9;

/// Says what can be booked and when, as an owner would on the first day.
pub(super) async fn set_up(practice: &Practice) -> Result<()> {
    let hands = |minutes| VisitPart { hands_on: true, minutes };
    let rest = |minutes| VisitPart { hands_on: false, minutes };
    for (name, colour, parts) in [
        ("Follow-up", 1, vec![hands(20), rest(25), hands(10)]),
        ("Initial visit", 2, vec![hands(45), rest(20), hands(10)]),
        ("Cupping", 5, vec![hands(30)]),
    ] {
        let service = ServiceInput {
            name: name.to_owned(),
            colour,
            parts,
            before: 0,
            after: 5,
            price: "95".to_owned(),
            currency: "CAD".to_owned(),
            retired: false,
        };
        bookings::keep_service(practice, KeepService { id: None, version: None, service }).await?;
    }
    for name in ["Room 1", "Room 2"] {
        let room = RoomInput {
            name: name.to_owned(),
            chairs: 1,
            every: 15,
            equipment: String::new(),
            people: Vec::new(),
            closed: false,
        };
        bookings::keep_room(practice, KeepRoom { id: None, version: None, room }).await?;
    }
    let shift = |weekday, from: &str, until: &str| ShiftInput {
        weekday,
        from: from.to_owned(),
        until: until.to_owned(),
    };
    let week = KeepHours {
        id: None,
        version: None,
        person: practice.actor().id.to_string(),
        since: "2020-01-01".to_owned(),
        until: String::new(),
        shifts: (1..=5).flat_map(|day| [shift(day, "9:00", "12:45"), shift(day, "13:30", "17:30")]).collect(),
    };
    bookings::keep_hours(practice, week).await.map(drop)
}

/// Books people on the days around today, each where they fit, and says what became of those who have been.
pub(super) async fn book(
    practice: &Practice,
    clients: &[(ClientId, DateTime<FixedOffset>)],
    now: DateTime<FixedOffset>,
    random: &mut fastrand::Rng,
) -> Result<()> {
    let services = bookings::setup(practice).await?.services;
    for days in -BACK..=AHEAD {
        let day = now + Duration::days(days);
        if day.weekday().number_from_monday() > 5 {
            continue;
        }
        let evening_before = on(practice, day - Duration::hours(16));
        for _ in 0..random.usize(6..11) {
            let service = &services[[0, 0, 0, 0, 1, 2][random.usize(0..6)]];
            let client = clients[random.usize(0..clients.len())].0.to_string();
            let search = FindFree {
                client: Some(client.clone()),
                service: Some(service.id.clone()),
                parts: None,
                practitioner: None,
                room: None,
                from: format!("{}T{:02}:00", day.date_naive(), random.u8(9..16)),
                weekdays: Vec::new(),
                not_before: String::new(),
                over_by: String::new(),
                moving: None,
                count: 1,
            };
            let Some(free) = bookings::find_free(&evening_before, search).await?.pop() else { continue };
            let visit = Book {
                client: Some(client),
                service: Some(service.id.clone()),
                practitioner: free.practitioner,
                room: free.room,
                start: free.start,
                which: None,
                parts: None,
                company: None,
                note: String::new(),
                despite: None,
                wait: None,
                draft: None,
            };
            let booked = bookings::book(&evening_before, visit).await?;
            let status = match days {
                ..0 => BookingStatus::Done,
                0 if random.bool() => BookingStatus::Confirmed,
                _ => continue,
            };
            let say = SayStatus {
                id: booked.id,
                version: booked.version,
                status,
                reason: String::new(),
                fee: false,
            };
            bookings::say_status(&evening_before, say).await?;
        }
    }
    Ok(())
}
