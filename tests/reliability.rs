//! What was acknowledged is kept, whatever happens to the program.

#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use hegu_core::clients::{self, FindClients};
use hegu_core::testing::{ask, fault};
use hegu_core::{Practice, backup};
use hegu_tests::power_cut::Disk;
use hegu_tests::reliability::{Tally, create, rounds, unlock};

#[tokio::test]
async fn everything_acknowledged_outlives_every_kill_in_the_middle_of_any_work() {
    for _ in 0..rounds(1, 25) {
        kills_in_one_practice(0).await;
    }
}

#[tokio::test]
async fn and_every_kill_that_comes_after_other_acts() {
    for _ in 0..rounds(1, 25) {
        kills_in_one_practice(3).await;
    }
}

async fn kills_in_one_practice(first: usize) {
    // Its records grow with each, so a soak begins anew more often.
    let kills = rounds(250, 100);
    let mut tally = Tally::of("The program killed in the middle of any work");
    let folder = tempfile::tempdir().expect("a temporary folder");
    create(folder.path()).await.expect("a practice");
    let (mut acknowledged, mut signed) = (BTreeSet::new(), 0);
    for run in 0..kills {
        tally.add(1);
        // Killed while it opens the practice, and after up to six acts, in the middle of the next one.
        let said = register_and_kill(folder.path(), run, (run + first) % 7);
        let (notes, names): (Vec<String>, Vec<String>) = said.into_iter().partition(|line| line == "signed");
        acknowledged.extend(names);
        signed += notes.len();
        let practice = unlock(folder.path()).await.expect("the practice opens after a kill");
        let kept = everybody(&practice).await;
        let lost: Vec<&String> = acknowledged.difference(&kept).collect();
        assert!(lost.is_empty(), "acknowledged and lost after kill {run}: {lost:?}");
        let notes = ask(&practice, "SELECT CAST(count(*) AS TEXT) FROM notes_note").await.expect("a count");
        let notes: usize = notes[0].parse().expect("a number");
        assert!(notes >= signed, "{notes} of {signed} notes after kill {run}");
        let backups = backup::list(&practice).await.expect("a list");
        assert_eq!(backups.damaged, [""; 0], "after kill {run}");
        assert_eq!(fault(&practice).await.expect("an audit"), None, "the audit chain is whole");
        practice.lock().await.expect("it closes");
    }
    assert!(acknowledged.len() > kills, "only {} were registered", acknowledged.len());
}

/// Lets the program register until so many names were acknowledged, kills it, and gives all that it acknowledged.
fn register_and_kill(around: &Path, run: usize, after: usize) -> Vec<String> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_register-until-killed"))
        .args([around.as_os_str(), run.to_string().as_ref()])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut lines = BufReader::new(program.stdout.take().expect("its output")).lines();
    let mut names: Vec<String> = lines.by_ref().take(after).map(|line| line.expect("a name")).collect();
    assert_eq!(names.len(), after, "run {run} ended by itself");
    program.kill().expect("it is killed");
    program.wait().expect("it has ended");
    // What it said between the last name and its end counts as well.
    names.extend(lines.map_while(Result::ok));
    names
}

async fn everybody(practice: &Practice) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    loop {
        let offset = i32::try_from(names.len()).expect("few clients");
        let page = FindClients { offset, limit: 200, ..FindClients::default() };
        let found = clients::find(practice, page).await.expect("a list of clients");
        if found.rows.is_empty() {
            return names;
        }
        names.extend(found.rows.into_iter().map(|row| row.name));
    }
}

#[tokio::test]
async fn a_second_process_is_refused_at_once_and_changes_nothing_and_a_lock_that_was_left_is_taken_over() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    create(folder.path()).await.expect("a practice");
    let mut tally = Tally::of("A second program at the same records");
    for run in 0..rounds(10, 100) {
        tally.add(1);
        let practice = unlock(folder.path()).await.expect("the lock of a killed process is taken over");
        let before = Disk::read(folder.path()).expect("its folder");
        let run = run.to_string();
        let second =
            Command::new(env!("CARGO_BIN_EXE_register-until-killed")).arg(folder.path()).arg(&run).output();
        let second = second.expect("it starts");
        assert!(!second.status.success() && second.stdout.is_empty(), "the second was refused");
        assert_eq!(Disk::read(folder.path()).expect("its folder"), before, "and has changed nothing");
        practice.lock().await.expect("it closes");
        // The next one finds what a killed process left.
        register_and_kill(folder.path(), 0, 1);
    }
}

/// SQLCipher clears its memory at the end of a process, and crashed it where the connection was still closing. The tests on
/// failing disks look at several hundred ends more.
#[tokio::test]
async fn every_program_that_had_the_records_open_ends_cleanly() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    create(folder.path()).await.expect("a practice");
    let mut tally = Tally::of("The program ended with the records open");
    for nth in 0..rounds(1_000, 5_000) {
        tally.add(1);
        let mut program = Command::new(env!("CARGO_BIN_EXE_work-on-a-failing-disk"));
        let output = program.arg(folder.path()).arg("0").output().expect("the program starts");
        assert!(output.status.success(), "end {nth}: {}", output.status);
        assert_eq!(output.stdout, b"done\n", "end {nth}");
    }
}
