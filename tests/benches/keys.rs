//! How long a person waits at the door, for another passphrase, and for another master key, in a practice of ten busy years
//! with the shipped cost of a passphrase (`make bench`).

use std::error::Error;
use std::io::Write;
use std::time::Instant;

use hegu_core::keys::{self, ChangePassphrase};
use hegu_core::opening::{self, Effort, Premises, Unlock};
use hegu_core::settings::MachineSettings;
use hegu_core::testing::{self, Demonstration, PASSPHRASE, ask, demonstrate};
use hegu_core::{Practice, people, settings, today};
use hegu_tests::goals::{goal, percentile};

const TIMES: usize = 5;
/// What the records weigh when the master key is replaced.
const BYTES: u64 = 36_000_000;
const OTHER: &str = "granite walnut hover lantern tide";

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let around = tempfile::tempdir()?;
    let premises = Premises { effort: Effort::shipped(), ..testing::premises(around.path()) };
    let took = runtime.block_on(measured(&premises))?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "at the door and after       median ms     slowest ms")?;
    for (name, times) in ["Enter to Today", "passphrase changed", "master key replaced"].iter().zip(&took) {
        writeln!(
            out,
            "{name:<24}{:>13.0}{:>15.0}  of {TIMES}",
            percentile(times, 50),
            percentile(times, 100)
        )?;
    }
    for ((name, most), times) in
        [("Enter to Today", 1_500.0), ("passphrase changed", 1_000.0), ("master key replaced", 3_000.0)]
            .iter()
            .zip(&took)
    {
        writeln!(out, "{}", goal(name, *most, "ms", percentile(times, 50)))?;
    }
    Ok(())
}

/// Opening, changing the passphrase and replacing the key, in milliseconds.
async fn measured(premises: &Premises) -> Result<[Vec<f64>; 3], Box<dyn Error>> {
    let mut practice = testing::create(premises).await?;
    demonstrate(&practice, Demonstration { size: 10, seed: 1 }).await?;
    fill(&practice, premises).await?;
    let mut took = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..TIMES {
        let person = practice.actor().id.to_string();
        practice.lock().await?;
        let passphrase = PASSPHRASE.to_owned();
        let begun = Instant::now();
        practice = opening::unlock(premises, Unlock { person, passphrase }).await?;
        people::me(&practice, &practice).await?;
        settings::read(&practice, MachineSettings::default()).await?;
        today::read(&practice).await?;
        took[0].push(since(begun));
        let begun = Instant::now();
        keys::change_passphrase(&practice, change(PASSPHRASE, OTHER)).await?;
        took[1].push(since(begun));
        keys::change_passphrase(&practice, change(OTHER, PASSPHRASE)).await?;
        let begun = Instant::now();
        keys::rotate(&practice).await?;
        took[2].push(since(begun));
    }
    Ok(took)
}

/// Pictures and letters that the demonstration does not have, as bytes in a table of their own.
async fn fill(practice: &Practice, premises: &Premises) -> Result<(), Box<dyn Error>> {
    ask(practice, "CREATE TABLE bench_filler (bytes BLOB) STRICT").await?;
    let database = premises.folder.join("db/practice.e1.1.db");
    ask(practice, "PRAGMA wal_checkpoint(TRUNCATE)").await?;
    let missing = BYTES.saturating_sub(std::fs::metadata(database)?.len());
    let rows = missing / 4_000;
    let fill = format!(
        "WITH RECURSIVE row (nth) AS (SELECT 1 UNION ALL SELECT nth + 1 FROM row WHERE nth < {rows})
         INSERT INTO bench_filler SELECT randomblob(3900) FROM row"
    );
    if rows > 0 {
        ask(practice, &fill).await?;
    }
    Ok(())
}

fn change(old: &str, new: &str) -> ChangePassphrase {
    ChangePassphrase { old: old.to_owned(), new: new.to_owned(), new_again: new.to_owned() }
}

fn since(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1000.0
}
