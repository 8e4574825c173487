//! Registers one client after the other in a practice and says the name of each as soon as it is kept, until
//! somebody pulls the plug. The first argument is the folder around the practice, the second is part of the names.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use hegu_core::clients::{self, ClientInput, RegisterClient};
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
    for number in 0_u32.. {
        let name = format!("Run{run} Client{number}");
        let client = ClientInput { given_name: name.clone(), ..ClientInput::default() };
        clients::register(&practice, RegisterClient { client, despite_twins: true, draft: None }).await?;
        let mut out = std::io::stdout().lock();
        if writeln!(out, "{name}").and_then(|()| out.flush()).is_err() {
            break;
        }
    }
    Ok(())
}
