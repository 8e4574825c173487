//! How long the day and the next free time take in a clinic of six, after one year of bookings and after twenty
//! (`make bench`).

use std::error::Error;
use std::io::Write;
use std::time::Instant;

use hegu_core::Practice;
use hegu_core::bookings::{
    self, FindFree, KeepHours, KeepRoom, KeepService, OpenDiary, RoomInput, ServiceInput, ShiftInput,
    VisitPart,
};
use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::people::Role;
use hegu_core::testing::{self, add, ask};
use hegu_tests::goals::{goal, percentile};

const TIMES: usize = 30;
const PEOPLE: usize = 6;
/// On the day that is looked at, everybody treats twenty; on every other day of all years three.
const BUSY: usize = 20;
const USUAL: usize = 3;

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let around = tempfile::tempdir()?;
    let premises = testing::premises(around.path());
    let [one, twenty] = runtime.block_on(async {
        let practice = testing::create(&premises).await?;
        clinic(&practice).await?;
        Ok::<_, Box<dyn Error>>([measured(&practice, 1).await?, measured(&practice, 20).await?])
    })?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "a clinic of six, 120 bookings on the day   median ms   slowest ms")?;
    for (years, took) in [(1, &one), (20, &twenty)] {
        for (name, times) in ["the day", "next free, a year full"].iter().zip(took) {
            let (median, slowest) = (percentile(times, 50), percentile(times, 100));
            writeln!(out, "{name:<24} after {years:>2} years {median:>14.1}{slowest:>13.1}")?;
        }
    }
    writeln!(out, "{}", goal("the day", 10.0, "ms", percentile(&one[0], 50)))?;
    writeln!(out, "{}", goal("next free, a year full", 20.0, "ms", percentile(&one[1], 50)))?;
    for (name, at) in [("the day", 0), ("next free, a year full", 1)] {
        let times = percentile(&twenty[at], 50) / percentile(&one[at], 50);
        writeln!(out, "{}", goal(&format!("{name}, 20 years to 1"), 1.5, "times", times))?;
    }
    Ok(())
}

/// Six who treat from nine to five, six rooms, one visit of half an hour, and forty who come.
async fn clinic(practice: &Practice) -> Result<(), Box<dyn Error>> {
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
    // The day that is looked at, and the year to come.
    book(practice, BUSY, "date('2026-05-12')", 1).await?;
    book(practice, USUAL, "date('2026-05-13')", 366).await
}

/// Books so many a day with everybody, on so many days from one on, as the rows that booking them would leave.
async fn book(practice: &Practice, each: usize, from: &str, days: usize) -> Result<(), Box<dyn Error>> {
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

/// The day and the search for a time that is nowhere in the year, in milliseconds.
async fn measured(practice: &Practice, years: usize) -> Result<[Vec<f64>; 2], Box<dyn Error>> {
    let first = format!("date('2026-05-12', '-{years} years')");
    ask(practice, "DELETE FROM bookings_booking WHERE wall < '2026-05-12'").await?;
    book(practice, USUAL, &first, years * 365).await?;
    ask(practice, "ANALYZE").await?;
    let mut took = [Vec::new(), Vec::new()];
    for _ in 0..TIMES {
        let begun = Instant::now();
        let day = OpenDiary { from: "2026-05-12".to_owned(), until: "2026-05-12".to_owned() };
        let day = bookings::diary(practice, day).await?;
        took[0].push(since(begun));
        if day.bookings.len() != PEOPLE * BUSY {
            return Err(format!("{} are booked on the day", day.bookings.len()).into());
        }
        let begun = Instant::now();
        let nowhere = FindFree {
            client: None,
            service: None,
            // Longer than anybody works, so that every day of the year is looked at.
            parts: Some(vec![VisitPart { hands_on: true, minutes: 500 }]),
            practitioner: Some(practice.actor().id.to_string()),
            room: None,
            from: "2026-05-12T09:00".to_owned(),
            weekdays: Vec::new(),
            not_before: String::new(),
            over_by: String::new(),
            moving: None,
            count: 1,
        };
        let found = bookings::find_free(practice, nowhere).await?;
        took[1].push(since(begun));
        if !found.is_empty() {
            return Err("more than eight hours were found in eight".into());
        }
    }
    Ok(took)
}

fn since(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1000.0
}
