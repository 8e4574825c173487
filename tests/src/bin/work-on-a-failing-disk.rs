//! Opens a practice and works in it: registers clients, signs notes, changes settings, makes a backup. It says what was
//! acknowledged, and ends at the first thing that fails by saying how: `full`, or what the error was. Before that it says
//! `kept` when a client could be registered after the failure. The first argument is the folder around the
//! practice; the second, how many clients come, is six where it is missing. Without any, no backup is made.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use hegu_core::backup;
use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::drafts::{self, DraftKind, SaveDraft};
use hegu_core::notes::{self, NoteText, SignNote};
use hegu_core::{Error, Practice, Result, Trouble, end_process};
use hegu_tests::reliability::unlock;

/// How many clients come where nobody says.
const CLIENTS: usize = 6;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(around) = arguments.next() else { return ExitCode::FAILURE };
    let clients = arguments.next().and_then(|number| number.parse().ok()).unwrap_or(CLIENTS);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let Ok(runtime) = runtime else { return ExitCode::FAILURE };
    let end = runtime.block_on(async {
        let practice = unlock(Path::new(&around)).await?;
        let worked = work(&practice, clients).await;
        // One failure is no end: what comes after it is kept.
        if worked.is_err() && register(&practice, "Afterwards").await.is_ok() {
            say("kept");
        }
        let locked = practice.lock().await;
        if !practice.is_closed().await {
            say("open");
        }
        worked.and(locked)
    });
    let end = match end {
        Ok(()) => "done".to_owned(),
        Err(Error::DiskFull | Error::Trouble(Trouble::DiskFull { .. })) => "full".to_owned(),
        Err(error) => format!("failed {error}"),
    };
    say(&end);
    // As the program itself does.
    drop(runtime);
    end_process(0)
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    drop(writeln!(out, "{line}").and_then(|()| out.flush()));
}

async fn register(practice: &Practice, name: &str) -> Result<String> {
    let client = ClientInput { given_name: name.to_owned(), ..ClientInput::default() };
    let register = RegisterClient { client, despite_twins: true, draft: None };
    Ok(clients::register(practice, register).await?.id)
}

async fn work(practice: &Practice, clients: usize) -> Result<()> {
    for number in 0..clients {
        let name = format!("Client{number}");
        let client = register(practice, &name).await?;
        say(&format!("client {name}"));
        let draft = SaveDraft {
            id: None,
            kind: DraftKind::EditClient,
            subject: Some(client.clone()),
            label: name.clone(),
            body: "{}".to_owned(),
        };
        drafts::save(practice, draft).await?;
        say(&format!("draft {name}"));
        let note = NoteText {
            visit_date: "2026-05-12".to_owned(),
            subjective: format!("{name} slept through"),
            ..NoteText::default()
        };
        notes::sign(practice, SignNote { client, note, draft: None }).await?;
        say(&format!("note {name}"));
    }
    if clients > 0 {
        backup::make(practice, |_, _| {}).await?;
        say("backup");
    }
    Ok(())
}
