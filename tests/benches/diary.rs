//! How long the day and the next free time take in a clinic of six, after one year of bookings and after twenty
//! (`make bench`).

use std::error::Error;
use std::io::Write;
use std::time::Instant;

use hegu_core::Practice;
use hegu_core::bookings::{self, FindFree, OpenDiary, VisitPart};
use hegu_core::testing::{self, ask};
use hegu_tests::full_clinic::{BUSY, PEOPLE, USUAL, book, clinic};
use hegu_tests::goals::{goal, percentile};

const TIMES: usize = 30;
/// What is measured: a search through a year in which nothing fits, with one of the six and with whoever is free.
const MEASURED: [&str; 3] = ["the day", "next free with one", "next free with anybody"];

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let around = tempfile::tempdir()?;
    let premises = testing::premises(around.path());
    let [one, twenty] = runtime.block_on(async {
        let practice = testing::create(&premises).await?;
        clinic(&practice).await?;
        // The day that is looked at, and the year to come.
        book(&practice, BUSY, "date('2026-05-12')", 1).await?;
        book(&practice, USUAL, "date('2026-05-13')", 366).await?;
        Ok::<_, Box<dyn Error>>([measured(&practice, 1).await?, measured(&practice, 20).await?])
    })?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "a clinic of six, 120 bookings on the day   median ms   slowest ms")?;
    for (years, took) in [(1, &one), (20, &twenty)] {
        for (name, times) in MEASURED.iter().zip(took) {
            let (median, slowest) = (percentile(times, 50), percentile(times, 100));
            writeln!(out, "{name:<24} after {years:>2} years {median:>14.1}{slowest:>13.1}")?;
        }
    }
    writeln!(out, "{}", goal("the day", 10.0, "ms", percentile(&one[0], 50)))?;
    for at in [1, 2] {
        writeln!(out, "{}", goal(MEASURED[at], 20.0, "ms", percentile(&one[at], 50)))?;
    }
    for (at, name) in MEASURED.iter().enumerate() {
        let times = percentile(&twenty[at], 50) / percentile(&one[at], 50);
        writeln!(out, "{}", goal(&format!("{name}, 20 years to 1"), 1.5, "times", times))?;
    }
    Ok(())
}

/// The day and the search for a time that is nowhere in the year, in milliseconds.
async fn measured(practice: &Practice, years: usize) -> Result<[Vec<f64>; 3], Box<dyn Error>> {
    let first = format!("date('2026-05-12', '-{years} years')");
    ask(practice, "DELETE FROM bookings_booking WHERE wall < '2026-05-12'").await?;
    book(practice, USUAL, &first, years * 365).await?;
    let mut took = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..TIMES {
        let begun = Instant::now();
        let day = OpenDiary { from: "2026-05-12".to_owned(), until: "2026-05-12".to_owned() };
        let day = bookings::diary(practice, day).await?;
        took[0].push(since(begun));
        if day.bookings.len() != PEOPLE * BUSY {
            return Err(format!("{} are booked on the day", day.bookings.len()).into());
        }
        for (at, practitioner) in [(1, Some(practice.actor().id.to_string())), (2, None)] {
            let begun = Instant::now();
            let found = bookings::find_free(practice, nowhere(practitioner)).await?;
            took[at].push(since(begun));
            if !found.is_empty() {
                return Err("more than seven hours were found beside an hour of visits in eight".into());
            }
        }
    }
    Ok(took)
}

/// Longer than anybody has free beside their visits, so that every day of the year and all that is on it is looked at.
fn nowhere(practitioner: Option<String>) -> FindFree {
    FindFree {
        client: None,
        service: None,
        parts: Some(vec![VisitPart { hands_on: true, minutes: 430 }]),
        practitioner,
        room: None,
        from: "2026-05-12T09:00".to_owned(),
        weekdays: Vec::new(),
        not_before: String::new(),
        over_by: String::new(),
        moving: None,
        count: 1,
    }
}

fn since(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1000.0
}
