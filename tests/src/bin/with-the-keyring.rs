//! Does one thing with a practice and the keyring of the log-in session it runs in, and says in one line how it went.
//! The arguments are the folder around the practice and what to do: `found` the clinic of Ines and Jun, or open it as
//! `ines` or as `jun`. With a third argument it does it once more when its input ends.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use hegu_core::opening::{self, Premises, Standing, Unlock};
use hegu_core::people::{Keyring, Role};
use hegu_core::testing::{self, PASSPHRASE, passphrase_of};
use hegu_core::{Error, IdSource, Result};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(around), Some(what)) = (arguments.next(), arguments.next()) else { return ExitCode::FAILURE };
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else {
        return ExitCode::FAILURE;
    };
    let mut said = say(runtime.block_on(went(Path::new(&around), &what)));
    if arguments.next().is_some() {
        let waited = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
        said =
            said.and(waited.map(drop)).and_then(|()| say(runtime.block_on(went(Path::new(&around), &what))));
    }
    // A call to a keyring that never answers is still waiting on a thread of its own.
    runtime.shutdown_background();
    if said.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn say(went: Result<()>) -> std::io::Result<()> {
    let line = match went {
        Ok(()) => "open".to_owned(),
        Err(Error::DeviceKeyNeeded(standing)) => format!("this computer's key: {standing:?}"),
        Err(other) => other.to_string(),
    };
    writeln!(std::io::stdout(), "{line}")
}

async fn went(around: &Path, what: &str) -> Result<()> {
    let premises = Premises { ids: IdSource::Random, keyring: Keyring::System, ..testing::premises(around) };
    let practice = match what {
        "found" => {
            let practice = testing::create(&premises).await?;
            testing::add(&practice, "Jun Mori", Role::Practitioner).await?;
            practice
        }
        name => {
            let Standing::Closed { people, .. } = opening::look(&premises.folder)? else {
                return Err(Error::NotFound);
            };
            let found = people.into_iter().find(|person| person.name.to_lowercase().starts_with(name));
            let person = found.ok_or(Error::NotFound)?.id;
            let passphrase = if name == "ines" { PASSPHRASE.to_owned() } else { passphrase_of(name) };
            opening::unlock(&premises, Unlock { person, passphrase }).await?
        }
    };
    practice.lock().await
}
