//! Where this computer keeps things: the practice, the machine's settings, the log.

use std::path::{Path, PathBuf};

/// The folders and files of one account on one computer.
#[derive(Debug, Clone)]
pub struct Places {
    /// The practice's folder.
    pub practice: PathBuf,
    /// Is there once a practice was: a folder that is gone is no new computer.
    pub was_here: PathBuf,
    /// The machine's settings.
    pub machine_settings: PathBuf,
    /// The log file.
    pub log: PathBuf,
    /// What exists only while the program runs; wiped when it ends.
    pub passing: PathBuf,
    /// Where the web engine keeps its files.
    pub web_engine: PathBuf,
    /// Where the system's viewer finds its private copies; wiped at each lock as well.
    pub papers: PathBuf,
}

impl Places {
    /// The usual places below a data folder, a settings folder and a run-time folder of the account.
    pub fn below(data: &Path, settings: &Path, run_time: &Path) -> Self {
        let passing = run_time.join(format!("hegu-{}", std::process::id()));
        Self {
            practice: data.join("practice"),
            was_here: settings.join("practice-was-here"),
            machine_settings: settings.join("window.json"),
            log: data.join("log").join("hegu.log"),
            web_engine: passing.join("engine"),
            papers: passing.join("papers"),
            passing,
        }
    }
}
