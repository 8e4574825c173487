//! A power cut in the middle of a day's work: what was acknowledged is there, and the records are whole.

#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

use std::collections::BTreeSet;
use std::process::Command;

use hegu_tests::power_cut::{Disk, Inode, Replay, Step, Tear, trace};
use hegu_tests::reliability::{Tally, create, is_kept, rounds};

/// What a practice was, and the steps of a program that registers, writes, signs, and makes backups in it.
async fn worked() -> (Disk, Vec<Step>) {
    let around = tempfile::tempdir().expect("a temporary folder");
    create(around.path()).await.expect("a practice");
    let before = Disk::read(around.path()).expect("its folder");
    let mut program = Command::new(env!("CARGO_BIN_EXE_work-on-a-failing-disk"));
    program.arg(around.path()).arg(CLIENTS.to_string());
    let steps = trace(&program, around.path(), &before).expect("a trace");
    assert!(steps.iter().any(|step| *step == Step::Say("done".to_owned())), "it came to its end");
    (before, steps)
}

const CLIENTS: usize = 12;

/// What is wrong with the practice that is found after a power cut or kill here.
async fn wrong_after(replay: &Replay, tear: Tear) -> Result<(), String> {
    let around = tempfile::tempdir().expect("a temporary folder");
    replay.state(tear).write(around.path()).expect("the practice");
    is_kept(around.path(), replay.said()).await
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_a_power_cut_at_any_step() {
    let mut tally = Tally::of("A power cut in the middle of the work");
    let tears = rounds(2, 10) as u64;
    let (before, steps) = worked().await;
    let mut replay = Replay::from(before);
    for (number, step) in steps.iter().enumerate() {
        replay.take(step);
        if !step.matters() {
            continue;
        }
        let torn = (0..tears).map(|tear| Tear::Torn(number as u64 * tears + tear));
        for tear in [Tear::Killed, Tear::Lost].into_iter().chain(torn) {
            tally.add(1);
            let kept = wrong_after(&replay, tear).await;
            kept.unwrap_or_else(|wrong| panic!("step {number} of {} ({tear:?}): {wrong}", steps.len()));
        }
    }
}

/// The negative control: these tests would see it if the program went on before the disk has what it was told to keep.
#[tokio::test]
async fn without_waiting_for_the_disk_it_would_be_lost() {
    let (before, steps) = worked().await;
    let is_log = |step: &Step| match step {
        Step::Create(name, inode) if name.to_string_lossy().ends_with("-wal") => Some(*inode),
        _ => None,
    };
    let logs: BTreeSet<Inode> = steps.iter().filter_map(is_log).collect();
    let waits = |step: &&Step| !matches!(step, Step::SyncFile(file) if logs.contains(file));
    let mut replay = Replay::from(before);
    let mut lost = 0;
    for step in steps.iter().filter(waits) {
        replay.take(step);
        if let Step::Say(line) = step
            && line.starts_with("note")
        {
            lost += usize::from(wrong_after(&replay, Tear::Lost).await.is_err());
        }
    }
    assert!(lost > CLIENTS / 2, "{lost} losses were seen");
}
