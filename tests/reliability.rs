//! What was acknowledged is kept, whatever happens to the program.

#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use hegu_core::Practice;
use hegu_core::clients::{self, FindClients};
use hegu_tests::reliability::{create, unlock};

const KILLS: u32 = 50;

#[tokio::test]
async fn every_acknowledged_client_outlives_fifty_kills() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    create(folder.path()).await.expect("a practice");
    let mut acknowledged = BTreeSet::new();
    for run in 0..KILLS {
        // Killed while it opens the practice, and after up to six clients, in the middle of the next one.
        let names = register_and_kill(folder.path(), run, run as usize % 7);
        acknowledged.extend(names);
        let practice = unlock(folder.path()).await.expect("the practice opens after a kill");
        let kept = everybody(&practice).await;
        let lost: Vec<&String> = acknowledged.difference(&kept).collect();
        assert!(lost.is_empty(), "acknowledged and lost after kill {run}: {lost:?}");
        assert_eq!(practice.verify_audit().await.expect("an audit"), None, "the audit chain is whole");
        practice.lock().await.expect("it closes");
    }
    assert!(acknowledged.len() > KILLS as usize, "only {} were registered", acknowledged.len());
}

/// Lets the program register until so many names were acknowledged, kills it, and gives all that it acknowledged.
fn register_and_kill(around: &Path, run: u32, after: usize) -> Vec<String> {
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
        let page = FindClients { text: String::new(), offset, limit: 200 };
        let found = clients::find(practice, page).await.expect("a list of clients");
        if found.rows.is_empty() {
            return names;
        }
        names.extend(found.rows.into_iter().map(|row| row.name));
    }
}
