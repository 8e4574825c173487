//! A disk that is full or fails in the middle of anything: what was said to be saved is saved, and a full disk is said to be
//! one.

#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

use std::path::Path;
use std::process::Command;

use hegu_tests::failing_disk::FailingDisk;
use hegu_tests::power_cut::Disk;
use hegu_tests::reliability::{Tally, create, is_kept, rounds};

/// How many clients come: a soak has more to break.
fn clients() -> usize {
    rounds(6, 12)
}

/// What the program said while it worked.
fn work(disk: &FailingDisk, around: &Path, how: (&str, u64)) -> Vec<String> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_work-on-a-failing-disk"));
    let output = program
        .arg(around)
        .arg(clients().to_string())
        .envs(disk.below(around))
        .env(how.0, how.1.to_string())
        .output();
    let output = output.expect("the program starts");
    let said = String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
    assert!(output.status.success(), "{how:?}: {}", String::from_utf8_lossy(&output.stderr));
    let open = output.stdout.windows(5).any(|word| word == b"open\n");
    assert!(!open, "{how:?}: the records stayed open behind the lock");
    said
}

/// Fails in so many ways, each on a copy of the same practice; how often the program came to its end all the same.
async fn fail(variable: &'static str, values: impl Iterator<Item = u64>, full: bool) -> usize {
    let what = if full { "A disk that is full, at one level after the other" } else { "A write that fails" };
    let mut tally = Tally::of(what);
    let disk = FailingDisk::make();
    let around = tempfile::tempdir().expect("a folder");
    create(around.path()).await.expect("a practice");
    let before = Disk::read(around.path()).expect("its folder");
    let mut undisturbed = 0;
    for value in values {
        let around = tempfile::tempdir().expect("a folder");
        before.write(around.path()).expect("the practice");
        let how = (variable, value);
        tally.add(1);
        let said = work(&disk, around.path(), how);
        let end = said.last().expect("a word at the end").clone();
        undisturbed += usize::from(end == "done");
        assert!(!full || end == "done" || end == "full", "{how:?}: {said:?}");
        let opened = said.iter().any(|line| line.starts_with("client"));
        let kept = said.iter().any(|line| line == "kept");
        let went_on = full || !opened || end == "done" || kept || said.iter().any(|line| line == "backup");
        assert!(went_on, "{how:?}: nothing could be kept after the failure: {said:?}");
        is_kept(around.path(), &said).await.unwrap_or_else(|wrong| panic!("{how:?}: {wrong}"));
    }
    undisturbed
}

#[tokio::test]
async fn a_disk_that_is_full_at_any_level_is_said_to_be_and_loses_nothing() {
    // From no room at all to more than the work needs: the records of nobody are half a megabyte, and are copied for the backup.
    let levels = rounds(200, 1_000) as u64;
    let room = (1 << 20) + ((clients() as u64) << 17);
    let undisturbed = fail("HEGU_DISK_ROOM", (0..levels).map(|level| level * room / levels), true).await;
    assert!((1..levels as usize / 2).contains(&undisturbed), "{undisturbed} of {levels} had room enough");
}

#[tokio::test]
async fn a_write_that_fails_is_no_save_and_spoils_nothing_that_was_saved() {
    let writes = rounds(500, 1_000) as u64;
    let undisturbed = fail("HEGU_DISK_FAILS", (1..=writes).step_by(2), false).await;
    assert!(undisturbed < writes as usize / 4, "{undisturbed} met no failure");
}

#[tokio::test]
async fn neither_is_any_of_the_writes_between_them() {
    let writes = rounds(500, 1_000) as u64;
    let undisturbed = fail("HEGU_DISK_FAILS", (2..=writes).step_by(2), false).await;
    assert!(undisturbed < writes as usize / 4, "{undisturbed} met no failure");
}
