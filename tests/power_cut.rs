//! Whatever is done to people and keys, a power cut in the middle leaves a practice that a known secret opens: the
//! state before or the state after, never something between.
//!
//! Every act runs once under strace. Between its steps the disk is rebuilt as a kill, a power cut and torn sectors
//! would leave it, and the practice there is opened with everything that anybody may have in hand.

#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

use std::path::Path;
use std::process::Command;

use hegu_core::testing::{ask, fault};
use hegu_core::{Error, Practice};
use hegu_tests::power_cut::{Disk, Replay, Step, Tear, run_on_failing_disk, trace};
use hegu_tests::reliability::{Act, Tally, Way, opens, rounds};

#[test]
fn while_the_practice_is_made() {
    every_state_opens(Act::Create);
}

#[test]
fn while_somebody_is_added() {
    every_state_opens(Act::Add);
}

#[test]
fn while_a_passphrase_is_changed() {
    every_state_opens(Act::Change);
}

#[test]
fn while_a_passphrase_is_reset() {
    every_state_opens(Act::Reset);
}

#[test]
fn while_somebody_is_suspended() {
    every_state_opens(Act::Suspend);
}

#[test]
fn while_somebody_is_removed() {
    every_state_opens(Act::Remove);
}

#[test]
fn while_the_master_key_is_replaced() {
    every_state_opens(Act::Rotate);
}

#[test]
fn while_the_recovery_sheet_is_renewed() {
    every_state_opens(Act::Renew);
}

#[test]
fn while_the_practice_is_recovered() {
    every_state_opens(Act::Recover);
}

#[test]
fn while_a_backup_is_made() {
    every_state_opens(Act::BackUp);
}

#[test]
fn while_a_backup_takes_the_place_of_the_records() {
    every_state_opens(Act::Restore);
}

// Each opening of these brings records up through every form there ever was, so that each way to be left is a test of its own.

#[test]
fn while_records_of_an_earlier_program_are_brought_up_by_what_is_killed() {
    every_state_opens_after(Act::BringUp, &[KILLED]);
}

#[test]
fn while_records_of_an_earlier_program_are_brought_up_and_the_power_goes() {
    every_state_opens_after(Act::BringUp, &[LOST]);
}

#[test]
fn while_records_of_an_earlier_program_are_brought_up_and_sectors_are_torn() {
    every_state_opens_after(Act::BringUp, &[TORN]);
}

/// A disk that answers with errors, at each of the first calls of a kind on any thread. Whatever the program makes of it,
/// what it says is true: done is done, and what it kept afterwards is kept in the state that the next opening finds.
#[test]
fn while_the_disk_fails() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let acts: &[Act] =
        if rounds(0, 1) == 1 { &Act::ALL } else { &[Act::Remove, Act::Rotate, Act::Recover, Act::Restore] };
    let mut tally = Tally::of("A disk that answers with an error in the middle of such a change");
    for act in acts {
        let run = runtime.block_on(traced(*act));
        let calls = [
            ("fsync", "EIO", 14),
            ("rename", "EIO", 8),
            ("pwrite64", "ENOSPC", 200),
            ("openat", "EMFILE", 90),
        ];
        for (call, error, most) in calls {
            let every = most / rounds(6, 16).min(most);
            for nth in (1..=most).step_by(every.max(1)) {
                tally.add(1);
                let failed = runtime.block_on(after_failure(*act, &run, call, error, nth));
                failed.unwrap_or_else(|wrong| panic!("{act:?}, {call} {nth} ({error}): {wrong}"));
            }
        }
    }
}

async fn after_failure(act: Act, run: &Traced, call: &str, error: &str, nth: usize) -> Result<(), String> {
    let around = tempfile::tempdir().map_err(|error| error.to_string())?;
    run.before.write(around.path()).map_err(|error| error.to_string())?;
    let program = program(act, around.path(), &run.codes[0]);
    let said = run_on_failing_disk(&program, call, error, nth).map_err(|error| error.to_string())?;
    let new_code = said.iter().find_map(|line| line.strip_prefix("done").map(str::trim_start));
    // A new sheet whose making failed was shown to nobody.
    let ways = act.ways(&run.codes[0], new_code.unwrap_or(&run.codes[0]));
    let disk = Disk::read(around.path()).map_err(|error| error.to_string())?;
    let kept = said.iter().any(|line| line == "kept");
    let clients = act.clients() + u8::from(kept);
    let found = match state_after(&disk, &ways, clients).await {
        Err(_) if act == Act::Renew && new_code.is_none() => return Ok(()),
        other => other.map_err(|wrong| format!("{wrong}; it said {said:?}"))?,
    };
    if new_code.is_some() && found != After::Done { Err("it was said to be done".to_owned()) } else { Ok(()) }
}

/// A run of an act on a folder: what it held, the steps, and the codes of the recovery sheets before and after.
struct Traced {
    before: Disk,
    steps: Vec<Step>,
    codes: [String; 2],
}

fn program(act: Act, around: &Path, code: &str) -> Command {
    let number = Act::ALL.iter().position(|other| *other == act).expect("a number");
    let mut program = Command::new(env!("CARGO_BIN_EXE_act-on-keys"));
    program.arg(around).arg(number.to_string()).arg(code);
    program
}

async fn traced(act: Act) -> Traced {
    let around = tempfile::tempdir().expect("a temporary folder");
    let code = act.prepare(around.path()).await.expect("a practice");
    let before = Disk::read(around.path()).expect("its folder");
    let program = program(act, around.path(), &code);
    let steps = trace(&program, around.path(), &before).expect("a trace");
    let code_after = steps.iter().find_map(|step| match step {
        Step::Say(line) => line.strip_prefix("done ").or(line.strip_prefix("done")),
        _ => None,
    });
    let code_after = code_after.expect("it was done").to_owned();
    Traced { before, steps, codes: [code, code_after] }
}

/// How the disk is left after the step of this number.
type Left = fn(u64) -> Tear;
const KILLED: Left = |_| Tear::Killed;
const LOST: Left = |_| Tear::Lost;
const TORN: Left = Tear::Torn;

fn every_state_opens(act: Act) {
    every_state_opens_after(act, &[KILLED, LOST, TORN]);
}

fn every_state_opens_after(act: Act, left: &[Left]) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let run = traced(act).await;
        let chosen = chosen(&run.steps);
        let ways = act.ways(&run.codes[0], &run.codes[1]);
        let clients = act.clients();
        let mut replay = Replay::from(run.before.clone());
        let mut seen = [0_u32; 2];
        let mut tally =
            Tally::of("A power cut while keys, people, backups or the form of the records change");
        for (number, step) in run.steps.iter().enumerate() {
            replay.take(step);
            if !chosen.contains(&number) {
                continue;
            }
            let is_done = replay.said().iter().any(|line| line.starts_with("done"));
            for left in left {
                let tear = left(number as u64);
                tally.add(1);
                let found = state_after(&replay.state(tear), &ways, clients).await;
                let found =
                    found.unwrap_or_else(|wrong| panic!("{act:?}, step {number} ({tear:?}): {wrong}"));
                assert!(
                    found == After::Done || !is_done,
                    "{act:?}, step {number} ({tear:?}): it was said to be done"
                );
                seen[usize::from(found == After::Done)] += 1;
            }
        }
        // Where before and after open alike, there is nothing to tell them apart by.
        let [before, after] = &ways;
        assert!(before == after || seen.iter().all(|count| *count > 0), "both were seen: {seen:?}");
    });
}

/// The steps after which the plug is pulled: those that change a name or say something, and a choice of the others.
fn chosen(steps: &[Step]) -> Vec<usize> {
    let matters: Vec<usize> = (0..steps.len()).filter(|number| steps[*number].matters()).collect();
    let is_write = |number: &&usize| matches!(steps[**number], Step::Write(..) | Step::Resize(..));
    let writes: Vec<usize> = matters.iter().filter(is_write).copied().collect();
    let every = writes.len().div_ceil(rounds(12, 80).min(writes.len().max(1))).max(1);
    let others = matters.iter().filter(|number| !is_write(number)).copied();
    others.chain(writes.into_iter().step_by(every)).collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    NotDone,
    Done,
}

/// Opens what is there with every secret that anybody may have, and says which of the two states it is.
async fn state_after(disk: &Disk, [before, after]: &[Vec<Way>; 2], clients: u8) -> Result<After, String> {
    let mut all = before.clone();
    all.extend(after.iter().filter(|way| !before.contains(way)).cloned());
    let mut open = Vec::new();
    for way in all {
        // A folder of its own for each, because every opening writes.
        let around = tempfile::tempdir().map_err(|error| error.to_string())?;
        disk.write(around.path()).map_err(|error| error.to_string())?;
        if opens_whole(around.path(), &way, clients).await.map_err(|wrong| format!("{way:?}: {wrong}"))? {
            open.push(way);
        }
    }
    let exactly = |ways: &[Way]| ways.len() == open.len() && ways.iter().all(|way| open.contains(way));
    match (exactly(before), exactly(after)) {
        (_, true) => Ok(After::Done),
        (true, false) => Ok(After::NotDone),
        _ => Err(format!("{open:?} open it")),
    }
}

/// Whether a secret opens the practice. What it opens must be whole.
async fn opens_whole(around: &Path, way: &Way, clients: u8) -> Result<bool, String> {
    let practice = match opens(around, way).await {
        Ok(practice) => practice,
        Err(
            Error::WrongPassphrase { .. } | Error::WrongRecoveryCode | Error::NotFound | Error::Suspended,
        ) => {
            return Ok(false);
        }
        Err(other) => return Err(other.to_string()),
    };
    let whole = whole(&practice, clients).await.map_err(|error| error.to_string())?;
    practice.lock().await.map_err(|error| error.to_string())?;
    if whole { Ok(true) } else { Err("what it opened is not whole".to_owned()) }
}

async fn whole(practice: &Practice, expected: u8) -> hegu_core::Result<bool> {
    let sound = ask(practice, "PRAGMA integrity_check").await? == ["ok"];
    let clients = ask(practice, "SELECT CAST(count(*) AS TEXT) FROM clients_client").await?;
    Ok(sound && clients == [expected.to_string()] && fault(practice).await?.is_none())
}
