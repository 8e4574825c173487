//! Where this computer keeps things: the practice, the machine's settings, the log.

use std::path::{Path, PathBuf};

/// The folders and files of one account on one computer.
#[derive(Debug, Clone)]
pub struct Places {
    /// The practice's folder.
    pub practice: PathBuf,
    /// The machine's settings.
    pub machine_settings: PathBuf,
    /// The log file.
    pub log: PathBuf,
    /// Where the web engine keeps its files while the program runs; wiped when it ends.
    pub web_engine: PathBuf,
}

impl Places {
    /// The usual places below a data folder, a settings folder and a run-time folder of the account.
    pub fn below(data: &Path, settings: &Path, run_time: &Path) -> Self {
        Self {
            practice: data.join("practice"),
            machine_settings: settings.join("window.json"),
            log: data.join("log").join("hegu.log"),
            web_engine: run_time.join(format!("hegu-{}", std::process::id())),
        }
    }
}
