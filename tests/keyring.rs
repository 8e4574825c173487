//! A clinic on a computer with a real keyring, in every state that one can be in.
//!
//! Whatever it answers, the owner is in; a colleague is told what is missing, and nothing that is not there is made anew
//! but by the owner.

#![cfg(target_os = "linux")]

use hegu_tests::system_keyring::LogIn;

const PROGRAM: &str = env!("CARGO_BIN_EXE_with-the-keyring");

fn founded() -> LogIn {
    let mut log_in = LogIn::begin();
    log_in.unlock_keyring();
    assert_eq!(log_in.run(PROGRAM, "found"), "open");
    assert_eq!(log_in.run(PROGRAM, "jun"), "open", "the key was kept, and is found by another process");
    log_in
}

#[test]
fn a_keyring_that_was_locked_opens_for_a_colleague_once_it_is_unlocked() {
    let mut log_in = founded();
    log_in.start_keyring_locked();
    assert_eq!(log_in.run(PROGRAM, "jun"), "this computer's key: Locked");
    assert_eq!(log_in.run(PROGRAM, "ines"), "open");
    log_in.unlock_keyring();
    assert_eq!(log_in.run(PROGRAM, "jun"), "open", "nothing was written over it meanwhile");
}

#[test]
fn without_a_keyring_the_owner_opens_and_nothing_is_changed() {
    let mut log_in = founded();
    log_in.end_keyring();
    assert_eq!(log_in.run(PROGRAM, "jun"), "this computer's key: None");
    assert_eq!(log_in.run(PROGRAM, "ines"), "open");
    log_in.unlock_keyring();
    assert_eq!(log_in.run(PROGRAM, "jun"), "open");
}

#[test]
fn a_keyring_that_lost_everything_is_healed_by_the_owner_alone() {
    let mut log_in = founded();
    log_in.lose_keyring();
    log_in.unlock_keyring();
    assert_eq!(log_in.run(PROGRAM, "jun"), "this computer's key: Empty");
    assert_eq!(log_in.run(PROGRAM, "jun"), "this computer's key: Empty", "and nobody made one");
    assert_eq!(log_in.run(PROGRAM, "ines"), "open");
    assert_eq!(log_in.run(PROGRAM, "jun"), "open");
}

#[test]
fn a_keyring_that_was_never_set_up_makes_nothing() {
    let mut log_in = founded();
    log_in.lose_keyring();
    log_in.start_keyring_locked();
    assert_eq!(log_in.run(PROGRAM, "jun"), "this computer's key: Empty");
    assert_eq!(log_in.run(PROGRAM, "ines"), "open");
    assert_eq!(log_in.run(PROGRAM, "jun"), "this computer's key: Empty", "it kept nothing, as it said");
}

#[test]
fn a_keyring_that_never_answers_keeps_nobody_waiting_for_ever() {
    let mut log_in = founded();
    log_in.silence_keyring();
    assert_eq!(log_in.run(PROGRAM, "jun"), "this computer's key: Locked");
    assert_eq!(log_in.run(PROGRAM, "ines"), "open");
}
