//! How often tests do their worst, and the count of it for the table at the end of `make soak`.

use std::fs::OpenOptions;
use std::io::Write;

/// How often a test does its worst: as often as `make test` has time for, or, under `make soak`, as often as it takes to
/// believe it.
#[must_use]
pub fn rounds(in_tests: usize, in_soak: usize) -> usize {
    if std::env::var_os("HEGU_SOAK").is_some() { in_soak } else { in_tests }
}

/// Counts. When it is dropped it adds a line to the file that `HEGU_TALLY` names: what was tried, how often, and whether
/// all of it was well.
#[derive(Debug)]
pub struct Tally {
    what: &'static str,
    tried: usize,
}

impl Tally {
    /// Begins to count. Tests that try the same in parts say the same of it.
    #[must_use]
    pub fn of(what: &'static str) -> Self {
        Self { what, tried: 0 }
    }

    /// So many more were tried.
    pub fn add(&mut self, tried: usize) {
        self.tried += tried;
    }
}

impl Drop for Tally {
    fn drop(&mut self) {
        let Some(file) = std::env::var_os("HEGU_TALLY") else { return };
        let end = if std::thread::panicking() { "failed" } else { "well" };
        let line = format!("{}\t{}\t{end}\n", self.what, self.tried);
        let written = OpenOptions::new().create(true).append(true).open(file);
        drop(written.and_then(|mut file| file.write_all(line.as_bytes())));
    }
}
