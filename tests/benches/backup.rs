//! How long a backup of 100 MB takes with its reading back, a copy of it elsewhere, and going back to that (`make bench`).

use std::error::Error;
use std::io::Write;
use std::time::Instant;

use hegu_core::opening::{self, BackupSecret, BackupSource};
use hegu_core::testing::{self, Demonstration, PASSPHRASE, ask, demonstrate};
use hegu_core::{Cancel, backup};
use hegu_tests::goals::{goal, percentile};

const TIMES: usize = 3;
/// What the records weigh.
const BYTES: u64 = 100_000_000;
/// A backup and its reading back, in seconds.
const GOAL: f64 = 10.0;

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let took = runtime.block_on(measured())?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "records of 100 MB           median s     slowest s   longest wait of another act")?;
    for (name, (times, wait)) in
        ["backup, read back", "copy, read back", "brought in, opened"].iter().zip(&took)
    {
        let (median, slowest) = (percentile(times, 50), percentile(times, 100));
        writeln!(out, "{name:<24}{median:>12.2}{slowest:>14.2}{wait:>16.0} ms  of {TIMES}")?;
    }
    writeln!(out, "{}", goal("backup and reading back of 100 MB", GOAL, "s", percentile(&took[0].0, 50)))?;
    writeln!(out, "{}", goal("wait for a step of a backup", 50.0, "ms", took[0].1))?;
    Ok(())
}

/// A backup, a copy and going back, in seconds each; and how long another act had to wait at most, in milliseconds.
async fn measured() -> Result<[(Vec<f64>, f64); 3], Box<dyn Error>> {
    let around = tempfile::tempdir()?;
    let premises = testing::premises(around.path());
    let practice = testing::create(&premises).await?;
    demonstrate(&practice, Demonstration { size: 10, seed: 1 }).await?;
    ask(&practice, "CREATE TABLE bench_filler (bytes BLOB) STRICT; PRAGMA wal_checkpoint(TRUNCATE)").await?;
    let missing = BYTES.saturating_sub(std::fs::metadata(premises.folder.join("db/practice.e1.1.db"))?.len());
    let fill = format!(
        "WITH RECURSIVE row (nth) AS (SELECT 1 UNION ALL SELECT nth + 1 FROM row WHERE nth < {})
         INSERT INTO bench_filler SELECT randomblob(4000) FROM row; PRAGMA wal_checkpoint(TRUNCATE)",
        missing / 4_000
    );
    ask(&practice, &fill).await?;
    let mut took = [(Vec::new(), 0.0), (Vec::new(), 0.0), (Vec::new(), 0.0)];
    for _ in 0..TIMES {
        let begun = Instant::now();
        let (made, wait) = tokio::join!(backup::make(&practice, |_, _| {}), longest_wait(&practice));
        made?;
        took[0].0.push(begun.elapsed().as_secs_f64());
        took[0].1 = wait?.max(took[0].1);
        let stick = tempfile::tempdir()?;
        backup::choose_place(&practice, stick.path().to_path_buf()).await?;
        let begun = Instant::now();
        backup::copy_outside(&practice, &Cancel::default(), |_, _| {}).await?;
        took[1].0.push(begun.elapsed().as_secs_f64());
        let copy = std::fs::read_dir(stick.path())?.next().ok_or("no copy")??.path();
        let elsewhere = tempfile::tempdir()?;
        let there = testing::premises(elsewhere.path());
        let secret = BackupSecret::Passphrase { passphrase: PASSPHRASE.to_owned() };
        let begun = Instant::now();
        let brought = opening::bring_in(&there, BackupSource::Copy(copy), secret).await?;
        opening::switch_to(&there, brought).await?.lock().await?;
        took[2].0.push(begun.elapsed().as_secs_f64());
    }
    practice.lock().await?;
    Ok(took)
}

/// Reads a little again and again while a backup steps along, for two seconds: how long one reading took at most.
async fn longest_wait(practice: &hegu_core::Practice) -> Result<f64, Box<dyn Error>> {
    let (mut longest, begun) = (0.0_f64, Instant::now());
    while begun.elapsed().as_secs_f64() < 2.0 {
        let asked = Instant::now();
        ask(practice, "SELECT CAST(count(*) AS TEXT) FROM clients_client").await?;
        longest = longest.max(asked.elapsed().as_secs_f64() * 1_000.0);
        tokio::task::yield_now().await;
    }
    Ok(longest)
}
