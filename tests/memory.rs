//! What is left in the memory of a process that locked: no key, no passphrase, nobody's name.

#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use hegu_core::testing::{self, PASSPHRASE};
use hegu_tests::memory::{count, memory_of};
use hegu_vault::{KdfBounds, Passphrase, VaultFile};

/// In no word list, and in no program.
const WORD: &str = "Zwickelwurz";

#[test]
fn after_a_lock_no_key_no_passphrase_and_no_name_is_left_in_memory() {
    let around = tempfile::tempdir().expect("a temporary folder");
    let premises = testing::premises(around.path());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let made = runtime.block_on(async { testing::create(&premises).await?.lock().await });
    made.expect("a practice");
    let mut program = Command::new(env!("CARGO_BIN_EXE_work-and-lock"))
        .arg(around.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = program.stdin.take().expect("its input");
    write!(input, "{PASSPHRASE}\n{WORD}\n").expect("it is told");
    let mut said = String::new();
    BufReader::new(program.stdout.take().expect("its output")).read_line(&mut said).expect("it answers");
    assert_eq!(said, format!("process {} locked\n", program.id()));

    let memory = memory_of(program.id()).expect("its memory");
    assert!(memory.iter().map(Vec::len).sum::<usize>() > 1_000_000, "the memory can be read");
    assert!(count(&memory, said.trim_end().as_bytes()) > 0, "and what it holds is found in it");
    let left: Vec<(&str, usize)> = secrets(&premises.folder)
        .into_iter()
        .map(|(what, secret)| (what, count(&memory, &secret)))
        .filter(|(_, times)| *times > 0)
        .collect();
    assert_eq!(left, [], "still there, so many times");
    drop(input);
    program.wait().expect("it ends");
}

fn secrets(folder: &std::path::Path) -> Vec<(&'static str, Vec<u8>)> {
    let file = std::fs::read(folder.join("vault.json")).expect("the key file");
    let file = VaultFile::parse(&file).expect("a whole key file");
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let person = file.people()[0].id().to_owned();
    let opened =
        hegu_vault::unlock(&file, &person, &passphrase, None, &KdfBounds::quick()).expect("it opens");
    let key = opened.master.database_key(file.vault_id());
    let key = key.expose_bytes_for_sqlcipher().to_vec();
    let hex = key.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string takes everything");
        text
    });
    vec![
        ("the passphrase", PASSPHRASE.into()),
        ("a client's name", WORD.into()),
        ("a client's name as it is searched", WORD.to_lowercase().into()),
        ("the key of the records", key),
        ("the key of the records as text", hex.into()),
    ]
}
