//! The log: what happened, in typed fields, with nothing about any client and no statement of any database.
//!
//! It is there so that somebody who helps can see what went wrong. Names, notes and paths of sheets never go in; ids
//! and counts may. Starting with `HEGU_LOG=trace` says more, under the same rule.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use tracing::level_filters::LevelFilter;

/// A log larger than this starts anew, keeping the one before it.
const LARGEST: u64 = 1 << 20;
/// How much of the end of the log a report carries.
const REPORT: u64 = 16 << 10;

static REFERENCES: AtomicU32 = AtomicU32::new(0);

/// Starts writing the log. A log that cannot be written keeps nobody from working.
pub(crate) fn start(path: &Path) {
    let Some(file) = open(path) else { return };
    let level = match std::env::var("HEGU_LOG").as_deref() {
        Ok("trace") => LevelFilter::TRACE,
        Ok("debug") => LevelFilter::DEBUG,
        _ => LevelFilter::INFO,
    };
    let log = tracing_subscriber::fmt()
        .with_writer(Mutex::new(file))
        .with_ansi(false)
        .with_max_level(level)
        .finish();
    // A second start in one process happens in tests only; the first log stays.
    drop(tracing::subscriber::set_global_default(log));
    tracing::info!(version = env!("CARGO_PKG_VERSION"), system = std::env::consts::OS, "started");
}

/// A number somebody can read out over the telephone: process and count.
pub(crate) fn next_reference() -> String {
    let count = REFERENCES.fetch_add(1, Ordering::Relaxed) + 1;
    format!("{}-{count}", std::process::id())
}

/// The end of the log, from the start of a line.
pub(crate) fn report(path: &Path) -> String {
    let heading = format!("Hegu {} on {}\n", env!("CARGO_PKG_VERSION"), std::env::consts::OS);
    let tail = || -> std::io::Result<String> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(REPORT)))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let whole =
            if length > REPORT { text.split_once('\n').map(|(_, rest)| rest.to_owned()) } else { None };
        Ok(whole.unwrap_or(text))
    };
    heading + &tail().unwrap_or_default()
}

fn open(path: &Path) -> Option<File> {
    let folder = path.parent()?;
    fs::create_dir_all(folder).ok()?;
    if fs::metadata(path).is_ok_and(|facts| facts.len() > LARGEST) {
        fs::rename(path, path.with_extension("log.1")).ok()?;
    }
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path).ok()
}
