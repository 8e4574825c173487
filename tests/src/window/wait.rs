//! Waiting for something to become true, never for time to pass.

use std::time::{Duration, Instant};

/// Longer than anything takes on a busy machine. Reached only by a test that fails.
const PATIENCE: Duration = Duration::from_secs(45);
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(25);

/// Asks again and again until there is an answer, and says at the end why there was none.
pub(crate) fn until<T>(mut ask: impl FnMut() -> Result<T, String>) -> Result<T, String> {
    let asked = Instant::now();
    loop {
        match ask() {
            Ok(answer) => return Ok(answer),
            Err(reason) if asked.elapsed() > PATIENCE => return Err(reason),
            Err(_) => std::thread::sleep(PAUSE),
        }
    }
}
