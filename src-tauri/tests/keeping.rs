//! `hegu backup` and `hegu verify`, as a scheduler calls them.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use hegu_core::backup;
use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::opening::{self, Effort, Premises};
use hegu_core::testing::{PASSPHRASE, create, premises};

/// A closed practice with one client and, as after every working day, a backup.
async fn closed_practice(parent: &Path) -> PathBuf {
    let premises = as_shipped(parent);
    let practice = create(&premises).await.unwrap();
    let client = ClientInput { given_name: "Maggie".to_owned(), ..ClientInput::default() };
    let register = RegisterClient { client, despite_twins: false, draft: None };
    clients::register(&practice, register).await.unwrap();
    backup::before_closing(&practice).await;
    practice.lock().await.unwrap();
    premises.folder
}

/// The program opens no envelope that is cheaper to guess than those it makes.
fn as_shipped(parent: &Path) -> Premises {
    Premises { effort: Effort::shipped(), ..premises(parent) }
}

fn hegu(arguments: &[&str], typed: &str) -> Output {
    let mut hegu = Command::new(env!("CARGO_BIN_EXE_hegu"));
    let hegu = hegu.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = hegu.spawn().unwrap();
    running.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    running.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(if output.status.success() { &output.stdout } else { &output.stderr })
        .into_owned()
}

fn copies(stick: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(stick).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[tokio::test]
async fn a_copy_is_made_at_night_and_read_through_in_the_morning() {
    let around = tempfile::tempdir().unwrap();
    let practice = closed_practice(around.path()).await;
    let stick = tempfile::tempdir().unwrap();
    let make = ["backup", "--to", stick.path().to_str().unwrap(), "--practice", practice.to_str().unwrap()];

    let at_night = hegu(&make, "");
    assert!(at_night.status.success(), "{}", said(&at_night));
    assert!(said(&at_night).contains("without a passphrase"), "{}", said(&at_night));
    let file = copies(stick.path()).remove(0);
    let verify = ["verify", file.to_str().unwrap()];
    let unread = hegu(&verify, "");
    assert!(!unread.status.success(), "what was not read through is not called good");
    assert!(said(&unread).contains("complete in length"), "{}", said(&unread));
    let wrong = hegu(&verify, "not this one\n");
    assert!(!wrong.status.success() && said(&wrong).contains("no owner's passphrase"), "{}", said(&wrong));
    let read = hegu(&verify, &format!("{PASSPHRASE}\n"));
    assert!(read.status.success() && said(&read).contains("1 clients, 0 signed notes"), "{}", said(&read));

    let with_words = hegu(&make, &format!("{PASSPHRASE}\r\n"));
    assert!(with_words.status.success() && said(&with_words).contains("read back"), "{}", said(&with_words));
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let spoiled = hegu(&verify, PASSPHRASE);
    assert!(
        !spoiled.status.success() && said(&spoiled).contains("not as it was written"),
        "{}",
        said(&spoiled)
    );
    for output in [&at_night, &read, &with_words, &spoiled] {
        assert!(!said(output).contains(PASSPHRASE) && !said(output).contains("Maggie"));
    }
}

#[tokio::test]
async fn nothing_is_copied_while_the_practice_is_open_or_where_there_is_none() {
    let around = tempfile::tempdir().unwrap();
    let practice = closed_practice(around.path()).await;
    let stick = tempfile::tempdir().unwrap();
    let to = stick.path().to_str().unwrap();
    let open = opening::unlock_as_owner(&as_shipped(around.path()), PASSPHRASE.to_owned()).await.unwrap();
    for typed in ["", PASSPHRASE] {
        let refused = hegu(&["backup", "--to", to, "--practice", practice.to_str().unwrap()], typed);
        assert!(
            !refused.status.success() && said(&refused).contains("the practice is open"),
            "{}",
            said(&refused)
        );
    }
    open.lock().await.unwrap();
    let nowhere = around.path().join("nowhere");
    let refused = hegu(&["backup", "--to", to, "--practice", nowhere.to_str().unwrap()], "");
    assert!(!refused.status.success() && said(&refused).contains("no practice"), "{}", said(&refused));
    let refused =
        hegu(&["backup", "--to", nowhere.to_str().unwrap(), "--practice", practice.to_str().unwrap()], "");
    assert!(!refused.status.success() && said(&refused).contains("not there"), "{}", said(&refused));
    assert!(copies(stick.path()).is_empty() && !nowhere.exists());
}
