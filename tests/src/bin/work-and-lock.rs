//! Works in a practice with a secret word all over it, locks, says so, and stays until its input ends, so that its
//! memory can be searched. The argument is the folder around the practice; the input begins with the passphrase and the
//! word, a line each.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use hegu_core::clients::{self, ClientInput, FindClients, RegisterClient};
use hegu_core::notes::{self, NoteText, SignNote};
use hegu_core::opening::{self, Standing, Unlock};
use hegu_core::{Error, Result, testing};
use zeroize::Zeroizing;

/// As in the program itself.
#[global_allocator]
static WIPED: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    let Some(around) = std::env::args().nth(1) else { return ExitCode::FAILURE };
    // Read without a buffer of the standard library's, which would keep both until the end.
    let Ok(mut input) = File::open("/dev/stdin") else { return ExitCode::FAILURE };
    let mut told = Zeroizing::new(vec![0_u8; 512]);
    let Ok(length) = input.read(&mut told[..]) else { return ExitCode::FAILURE };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let done = {
        let text = std::str::from_utf8(&told[..length]).unwrap_or_default();
        let (passphrase, word) = text.trim_end().split_once('\n').unwrap_or_default();
        runtime.map(|runtime| runtime.block_on(work(Path::new(&around), passphrase, word)))
    };
    drop(told);
    // Held until the end, so that whoever searches finds what is there.
    let mark = format!("process {} locked", std::process::id());
    if !matches!(done, Ok(Ok(()))) || writeln!(std::io::stdout(), "{mark}").is_err() {
        return ExitCode::FAILURE;
    }
    drop(input.read(&mut [0]));
    drop(mark);
    ExitCode::SUCCESS
}

async fn work(around: &Path, passphrase: &str, word: &str) -> Result<()> {
    let premises = testing::premises(around);
    let Standing::Closed { people, .. } = opening::look(&premises.folder)? else {
        return Err(Error::NotFound);
    };
    let person = people.into_iter().next().ok_or(Error::NotFound)?.id;
    let practice = opening::unlock(&premises, Unlock { person, passphrase: passphrase.to_owned() }).await?;
    for number in 0..40 {
        let client = ClientInput {
            given_name: format!("{word} {number}"),
            notes: format!("{word} said so"),
            ..ClientInput::default()
        };
        let register = RegisterClient { client, despite_twins: true, draft: None };
        let client = clients::register(&practice, register).await?.id;
        let note = NoteText {
            visit_date: "2026-05-12".to_owned(),
            subjective: format!("{word} slept through"),
            ..NoteText::default()
        };
        notes::sign(&practice, SignNote { client: client.clone(), note, draft: None }).await?;
        clients::overview(&practice, &client).await?;
    }
    clients::find(&practice, FindClients { text: word.to_owned(), limit: 100, ..FindClients::default() })
        .await?;
    practice.lock().await
}
