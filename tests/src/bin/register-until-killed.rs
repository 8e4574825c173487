//! Works in a practice until somebody pulls the plug: registers a client, keeps a draft, signs a note and gives a sheet, and
//! now and then makes a backup. It says the name of each client as soon as it is kept, and `signed` for each note. The first argument is the folder around the practice, the second is part of the names.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use hegu_core::backup;
use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::drafts::{self, DraftKind, SaveDraft};
use hegu_core::handouts::{self, GiveSheet, PaperChoice};
use hegu_core::notes::{self, NoteText, SignNote};
use hegu_tests::reliability::unlock;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(around), Some(run)) = (arguments.next(), arguments.next()) else { return ExitCode::FAILURE };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let done = runtime.map(|runtime| runtime.block_on(register(around.into(), &run)));
    match done {
        Ok(Ok(())) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

async fn register(around: PathBuf, run: &str) -> hegu_core::Result<()> {
    let practice = unlock(&around).await?;
    let sheet = handouts::list(&practice).await?.into_iter().find(|sheet| sheet.built_in);
    let sheet = sheet.ok_or(hegu_core::Error::NotFound)?;
    for number in 0_u32.. {
        let name = format!("Run{run} Client{number}");
        let client = ClientInput { given_name: name.clone(), ..ClientInput::default() };
        let register = RegisterClient { client, despite_twins: true, draft: None };
        let client = clients::register(&practice, register).await?.id;
        if !say(&name) {
            break;
        }
        let (kind, subject) = (DraftKind::EditClient, Some(client.clone()));
        let draft = SaveDraft { id: None, kind, subject, label: name.clone(), body: "{}".to_owned() };
        drafts::save(&practice, draft).await?;
        let subjective = format!("{name} slept through");
        let note = NoteText { visit_date: "2026-05-12".to_owned(), subjective, ..NoteText::default() };
        notes::sign(&practice, SignNote { client: client.clone(), note, draft: None }).await?;
        if !say("signed") {
            break;
        }
        let (paper, text_size) = (PaperChoice::A4, 14);
        let give = GiveSheet { sheet: sheet.id.clone(), version: sheet.version, client, paper, text_size };
        handouts::give(&practice, give).await?;
        if number % 3 == 2 {
            backup::make(&practice, |_, _| {}).await?;
        }
    }
    Ok(())
}

/// Whether somebody heard it.
fn say(line: &str) -> bool {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).is_ok()
}
