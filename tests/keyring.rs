//! A clinic on a computer with a real keyring, in every state that one can be in.
//!
//! Whatever it answers, the owner is in; a colleague is told what is missing, and nothing that is not there is made anew
//! but by the owner.

#![cfg(target_os = "linux")]

use hegu_tests::system_keyring::LogIn;

const PROGRAM: &str = env!("CARGO_BIN_EXE_with-the-keyring");

fn founded() -> LogIn {
    let mut log_in = LogIn::begin();
    log_in.keyring.unlock();
    assert_eq!(log_in.run(PROGRAM, "found"), "open");
    assert_eq!(log_in.run(PROGRAM, "jun"), "open", "the key was kept, and is found by another process");
    log_in
}

#[test]
fn a_keyring_that_was_locked_opens_for_a_colleague_once_it_is_unlocked() {
    let mut log_in = founded();
    log_in.keyring.start_locked();
    assert_eq!(log_in.run(PROGRAM, "jun"), "this computer's key: Locked");
    assert_eq!(log_in.run(PROGRAM, "ines"), "open");
    log_in.keyring.unlock();
    assert_eq!(log_in.run(PROGRAM, "jun"), "open", "nothing was written over it meanwhile");
}

#[test]
fn without_a_keyring_the_owner_opens_and_nothing_is_changed() {
    let mut log_in = founded();
    log_in.keyring.end();
    assert_eq!(log_in.run(PROGRAM, "jun"), "this computer's key: None");
    assert_eq!(log_in.run(PROGRAM, "ines"), "open");
    log_in.keyring.unlock();
    assert_eq!(log_in.run(PROGRAM, "jun"), "open");
}

#[test]
fn a_keyring_that_lost_everything_is_healed_by_the_owner_alone() {
    let mut log_in = founded();
    log_in.keyring.lose_everything();
    log_in.keyring.unlock();
    assert_eq!(log_in.run(PROGRAM, "jun"), "this computer's key: Empty");
    assert_eq!(log_in.run(PROGRAM, "jun"), "this computer's key: Empty", "and nobody made one");
    assert_eq!(log_in.run(PROGRAM, "ines"), "open");
    assert_eq!(log_in.run(PROGRAM, "jun"), "open");
}

#[test]
fn a_keyring_that_was_never_set_up_makes_nothing() {
    let mut log_in = founded();
    log_in.keyring.lose_everything();
    log_in.keyring.start_locked();
    assert_eq!(log_in.run(PROGRAM, "jun"), "this computer's key: Empty");
    assert_eq!(log_in.run(PROGRAM, "ines"), "open");
    assert_eq!(log_in.run(PROGRAM, "jun"), "this computer's key: Empty", "it kept nothing, as it said");
}

#[test]
fn a_keyring_that_never_answers_keeps_nobody_waiting_for_ever() {
    let mut log_in = founded();
    log_in.keyring.silence();
    assert_eq!(log_in.run(PROGRAM, "jun"), "this computer's key: Locked");
    assert_eq!(log_in.run(PROGRAM, "ines"), "open");
}

#[test]
fn a_keyring_that_came_up_after_the_program_is_found_by_looking_again() {
    let mut log_in = founded();
    log_in.keyring.end();
    let tries = log_in.run_twice(PROGRAM, "jun", |keyring| keyring.unlock());
    assert_eq!(tries, ["this computer's key: None", "open"]);
}

#[test]
fn a_keyring_that_goes_away_between_two_calls_is_missed_and_found_again() {
    let mut log_in = founded();
    let tries = log_in.run_twice(PROGRAM, "jun", |keyring| keyring.end());
    assert_eq!(tries, ["open", "this computer's key: None"]);
    log_in.keyring.unlock();
    assert_eq!(log_in.run(PROGRAM, "jun"), "open");
}

#[test]
fn a_keyring_that_was_started_anew_is_asked_in_a_new_session() {
    let mut log_in = founded();
    let tries = log_in.run_twice(PROGRAM, "ines", |keyring| {
        keyring.lose_everything();
        keyring.unlock();
    });
    assert_eq!(tries, ["open", "open"]);
    assert_eq!(
        log_in.run(PROGRAM, "jun"),
        "open",
        "the owner's program healed it without being started anew"
    );
}
