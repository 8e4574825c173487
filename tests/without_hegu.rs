//! A copy is opened with nothing but stock programs, by the words on the recovery sheet.

#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

use std::fs;
use std::path::Path;
use std::process::Command;

use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::opening::{self, NEEDED_WITHOUT_HEGU, NewPractice, STEPS_WITHOUT_HEGU, TypedBack};
use hegu_core::testing::{PASSPHRASE, premises};
use hegu_core::{Cancel, backup};
use hegu_tests::project::Project;

/// Makes a practice with one client, its recovery sheet and one copy of it in a folder.
async fn practice_sheet_and_copy(desk: &Path) {
    let around = tempfile::tempdir().expect("a folder");
    let premises = premises(around.path());
    let new = NewPractice {
        practice_name: "Willow Lane Acupuncture".to_owned(),
        owner_name: "Ines Marlow".to_owned(),
        credentials: String::new(),
        passphrase: PASSPHRASE.to_owned(),
        passphrase_again: PASSPHRASE.to_owned(),
    };
    let prepared = opening::prepare(&premises, new).await.expect("a prepared practice");
    let pdf = prepared.sheet_pdf(&premises).expect("a sheet");
    fs::write(desk.join("sheet.pdf"), &*pdf).expect("a file");
    let sheet = prepared.sheet();
    let groups = sheet.ask.iter().map(|asked| sheet.groups[usize::from(*asked) - 1].clone()).collect();
    let practice = opening::create(&premises, &prepared, TypedBack { groups }).await.expect("a practice");
    let client = ClientInput { given_name: "Wilhelmina".to_owned(), ..ClientInput::default() };
    let register = RegisterClient { client, despite_twins: true, draft: None };
    clients::register(&practice, register).await.expect("a client");
    let stick = tempfile::tempdir().expect("a stick");
    backup::choose_place(&practice, stick.path().to_path_buf()).await.expect("a place");
    backup::copy_outside(&practice, &Cancel::default(), |_, _| {}).await.expect("a copy");
    practice.lock().await.expect("a closed practice");
    let copy = fs::read_dir(stick.path()).expect("the stick").next().expect("a copy").expect("a file").path();
    fs::copy(copy, desk.join("copy.hegubak")).expect("the copy under its printed name");
}

/// Types a line, as it is printed.
fn run(desk: &Path, line: &str) -> String {
    let path = format!("{}:{}", desk.join("bin").display(), std::env::var("PATH").unwrap_or_default());
    let output = Command::new("bash").args(["-c", line]).current_dir(desk).env("PATH", path).output();
    let output = output.expect("a shell");
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The shell of SQLCipher, from a package that is not ours.
fn install_sqlcipher(desk: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let root = Project::root();
    let (python, shell) = (root.join(".deps/venv/bin/python"), root.join("tests/sqlcipher.py"));
    let script = format!("#!/bin/sh\nexec '{}' '{}' \"$@\"\n", python.display(), shell.display());
    let file = desk.join("bin/sqlcipher");
    fs::create_dir_all(desk.join("bin")).expect("a folder");
    fs::write(&file, script).expect("a script");
    fs::set_permissions(file, fs::Permissions::from_mode(0o700)).expect("a script that runs");
}

#[tokio::test]
async fn the_words_on_the_recovery_sheet_open_a_copy_with_stock_programs() {
    let desk = tempfile::tempdir().expect("a desk");
    let desk = desk.path();
    practice_sheet_and_copy(desk).await;
    install_sqlcipher(desk);
    let printed = run(desk, "pdftotext -raw sheet.pdf -");
    let words = printed.split_whitespace().collect::<Vec<_>>();
    // A line that is too long for the paper is printed on two; what is typed is the same without any blank.
    let letters = words.concat();
    let is_printed = |text: &str| letters.contains(&text.split_whitespace().collect::<String>());
    assert!(is_printed(NEEDED_WITHOUT_HEGU));
    let begins = letters.find("AGE-SECRET-KEY-1").expect("the key");
    fs::write(desk.join("key.txt"), &letters[begins..begins + 74]).expect("key.txt");

    let mut rest = None;
    for step in STEPS_WITHOUT_HEGU {
        assert!(is_printed(step.what), "{}", step.what);
        for line in step.lines {
            assert!(is_printed(line), "{line}");
        }
        if step.what.contains("key.py") {
            fs::write(desk.join("key.py"), step.lines.join("\n")).expect("key.py");
            continue;
        }
        for line in step.lines {
            let line =
                rest.as_ref().map_or((*line).to_owned(), |rest| line.replace("+N", &format!("+{rest}")));
            let said = run(desk, &line);
            if let Some((_, number)) = said.split_once("rest=") {
                rest = number.split(' ').next().map(|digits| digits.trim_start_matches('0').to_owned());
            }
        }
    }
    let records = fs::read_to_string(desk.join("records.sql")).expect("the records");
    assert!(records.contains("'Wilhelmina'"), "{records:.2000}");
    assert!(records.lines().any(|line| line.starts_with("INSERT INTO \"audit_entry\"")), "{records:.2000}");
}
