//! Does one thing to the people or keys of a practice, and says `done` with the code of the recovery sheet that is in force
//! then, unless somebody pulls the plug. The arguments are the folder around the practice, the number of the act, and the
//! code of the sheet before. When the act failed it says `failed`, registers a client in what is still open, and says
//! `kept` once that is kept.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use hegu_tests::reliability::{Act, register};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(around), Some(act), Some(code)) = (arguments.next(), arguments.next(), arguments.next()) else {
        return ExitCode::FAILURE;
    };
    let act = act.parse::<usize>().ok().and_then(|number| Act::ALL.get(number).copied());
    let Some(act) = act else { return ExitCode::FAILURE };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let Ok(runtime) = runtime else { return ExitCode::FAILURE };
    let said = runtime.block_on(async {
        let mut out = std::io::stdout();
        let practice = match act.open(Path::new(&around), &code).await {
            Ok(practice) => practice,
            Err(error) => return writeln!(out, "failed {error}"),
        };
        match act.perform(&practice, &code).await {
            Ok(code) => {
                let locked = practice.lock().await.is_ok();
                if locked { writeln!(out, "done {code}") } else { Ok(()) }
            }
            Err(error) => {
                writeln!(out, "failed {error}")?;
                let kept = register(&practice, "Afterwards").await.is_ok();
                drop(practice.lock().await);
                if kept { writeln!(out, "kept") } else { Ok(()) }
            }
        }
    });
    if said.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
