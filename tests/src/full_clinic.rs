//! A clinic of six whose day is full, to measure how long a day takes.

use hegu_core::Practice;
use hegu_core::bookings::{
    self, KeepHours, KeepRoom, KeepService, RoomInput, ServiceInput, ShiftInput, VisitPart,
};
use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::people::Role;
use hegu_core::testing::{add, ask};

/// How many treat.
pub const PEOPLE: usize = 6;
/// On a full day everybody treats twenty.
pub const BUSY: usize = 20;
/// And three on every other.
pub const USUAL: usize = 3;

/// Six who treat from nine to five, six rooms, one visit of half an hour, and forty who come.
///
/// # Errors
/// When something of it cannot be kept.
pub async fn clinic(practice: &Practice) -> hegu_core::Result<()> {
    let me = practice.actor().id.to_string();
    for nth in 1..PEOPLE {
        add(practice, &format!("Practitioner {nth}"), Role::Practitioner).await?;
    }
    let part = VisitPart { hands_on: true, minutes: 20 };
    let service = ServiceInput {
        name: "Follow-up".to_owned(),
        colour: 1,
        parts: vec![part],
        before: 0,
        after: 0,
        price: String::new(),
        currency: String::new(),
        retired: false,
    };
    let setup = bookings::keep_service(practice, KeepService { id: None, version: None, service }).await?;
    for person in &setup.people {
        let room = RoomInput {
            name: format!("Room of {}", if person.id == me { "the owner" } else { &person.name }),
            chairs: 1,
            every: 15,
            equipment: String::new(),
            people: Vec::new(),
            closed: false,
        };
        bookings::keep_room(practice, KeepRoom { id: None, version: None, room }).await?;
        let shift = |weekday| ShiftInput { weekday, from: "9:00".to_owned(), until: "17:00".to_owned() };
        let week = KeepHours {
            id: None,
            version: None,
            person: person.id.clone(),
            since: "2000-01-01".to_owned(),
            until: String::new(),
            shifts: (1..=5).map(shift).collect(),
        };
        bookings::keep_hours(practice, week).await?;
    }
    for nth in 0..40 {
        let client = ClientInput { given_name: format!("Client {nth}"), ..ClientInput::default() };
        let register = RegisterClient { client, despite_twins: true, draft: None };
        clients::register(practice, register).await?;
    }
    Ok(())
}

/// Books so many a day with everybody, on so many days from one on, as the rows that booking them would leave.
///
/// # Errors
/// When the rows cannot be written.
pub async fn book(practice: &Practice, each: usize, from: &str, days: usize) -> hegu_core::Result<()> {
    let sql = format!(
        "WITH RECURSIVE
             day (nth, date) AS (
                 SELECT 0, {from} UNION ALL SELECT nth + 1, date(date, '+1 day') FROM day WHERE nth + 1 < {days}
             ),
             visit (nth) AS (SELECT 0 UNION ALL SELECT nth + 1 FROM visit WHERE nth + 1 < {each}),
             person (id, nth) AS (SELECT id, row_number() OVER () - 1 FROM people_person),
             client (id, nth) AS (SELECT id, row_number() OVER () - 1 FROM clients_client),
             room (id, nth) AS (SELECT id, row_number() OVER () - 1 FROM bookings_room),
             at (date, person, room, client, minute) AS (
                 SELECT day.date, person.id, room.id, client.id, 540 + visit.nth * 20
                 FROM day CROSS JOIN visit CROSS JOIN person
                     JOIN room ON room.nth = person.nth
                     JOIN client ON client.nth = (day.nth + visit.nth * 7 + person.nth) % 40
             ),
             placed AS (
                 SELECT *, date || 'T' || printf('%02d:%02d', minute / 60, minute % 60) AS wall,
                     (unixepoch(date) + minute * 60) * 1000 + 25200000 AS start_at
                 FROM at
             )
         INSERT INTO bookings_booking
             (id, client, practitioner, room, service, wall, zone, start_at, end_at, from_at, to_at, pattern, note,
              created_at, created_by, updated_at, updated_by)
         SELECT substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7' || substr(h, 14, 3) || '-8' || substr(h, 18, 3)
                 || '-' || substr(h, 21, 12),
             client, person, room, (SELECT id FROM bookings_service), wall, 'Etc/GMT+7', start_at,
             start_at + 1200000, start_at, start_at + 1200000, 'h20', '', 0, person, 0, person
         FROM (SELECT *, lower(hex(randomblob(16))) AS h FROM placed)"
    );
    ask(practice, &sql).await?;
    Ok(())
}
