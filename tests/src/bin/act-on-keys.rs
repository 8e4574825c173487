//! Does one thing to the people or keys of a practice, and says `done` with the code of the recovery sheet that is in force
//! then, unless somebody pulls the plug. The arguments are the folder around the practice, the number of the act, and the
//! code of the sheet before.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use hegu_tests::reliability::Act;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(around), Some(act), Some(code)) = (arguments.next(), arguments.next(), arguments.next()) else {
        return ExitCode::FAILURE;
    };
    let act = act.parse::<usize>().ok().and_then(|number| Act::ALL.get(number).copied());
    let Some(act) = act else { return ExitCode::FAILURE };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let done = runtime.map(|runtime| runtime.block_on(act.perform(Path::new(&around), &code)));
    match done {
        Ok(Ok(code)) => {
            let said = writeln!(std::io::stdout(), "done {code}");
            if said.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        _ => ExitCode::FAILURE,
    }
}
