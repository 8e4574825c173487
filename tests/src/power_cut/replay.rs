//! The steps of a program taken again, and what is on the disk between any two of them.

use std::path::Path;

use super::{Disk, Inode, Step};

/// What of that which nobody asked the disk to keep is there all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tear {
    /// All of it: the program was killed, and the system went on.
    Killed,
    /// Nothing: the power failed before the disk had got round to any.
    Lost,
    /// Some of the contents, by sectors of 512 bytes, and the names up to some change: a disk writes contents in any
    /// order, and a file system keeps the order of its names. The number chooses which.
    Torn(u64),
}

/// What the disk has for certain, and what it may have.
#[derive(Debug, Clone)]
pub struct Replay {
    kept: Disk,
    pending: Vec<Step>,
    said: Vec<String>,
}

impl Replay {
    /// Begins with a folder as it is.
    #[must_use]
    pub fn from(disk: Disk) -> Self {
        Self { kept: disk, pending: Vec::new(), said: Vec::new() }
    }

    /// The lines that were said so far.
    #[must_use]
    pub fn said(&self) -> &[String] {
        &self.said
    }

    /// Takes the next step.
    pub fn take(&mut self, step: &Step) {
        match step {
            Step::Say(line) => self.said.push(line.clone()),
            Step::SyncFile(inode) => self.keep(|pending| content_of(pending) == Some(*inode)),
            Step::SyncFolder(folder) => self.keep(|pending| name_in(pending, folder)),
            other => self.pending.push(other.clone()),
        }
    }

    /// The folder that is found after a kill or a power cut here.
    #[must_use]
    pub fn state(&self, tear: Tear) -> Disk {
        let mut disk = self.kept.clone();
        match tear {
            Tear::Lost => {}
            Tear::Killed => self.pending.iter().for_each(|step| disk.take(step)),
            Tear::Torn(seed) => self.tear(&mut disk, seed),
        }
        disk
    }

    fn keep(&mut self, asked_for: impl Fn(&Step) -> bool) {
        let (kept, pending) = std::mem::take(&mut self.pending).into_iter().partition(asked_for);
        self.pending = pending;
        let kept: Vec<Step> = kept;
        kept.iter().for_each(|step| self.kept.take(step));
    }

    fn tear(&self, disk: &mut Disk, seed: u64) {
        let mut chance = fastrand::Rng::with_seed(seed);
        let names = self.pending.iter().filter(|step| content_of(step).is_none()).count();
        let mut names_left = chance.usize(0..=names);
        for step in &self.pending {
            match step {
                Step::Write(inode, at, bytes) => {
                    for (number, sector) in bytes.chunks(SECTOR).enumerate() {
                        if chance.bool() {
                            disk.take(&Step::Write(*inode, at + number * SECTOR, sector.to_vec()));
                        }
                    }
                }
                Step::Resize(..) => {
                    chance.bool().then_some(step).into_iter().for_each(|step| disk.take(step))
                }
                name if names_left > 0 => {
                    names_left -= 1;
                    disk.take(name);
                }
                _ => {}
            }
        }
    }
}

const SECTOR: usize = 512;

fn content_of(step: &Step) -> Option<Inode> {
    match step {
        Step::Write(inode, ..) | Step::Resize(inode, _) => Some(*inode),
        _ => None,
    }
}

fn name_in(step: &Step, folder: &Path) -> bool {
    match step {
        Step::Create(name, _) | Step::MakeFolder(name) | Step::Remove(name) | Step::Rename(_, name) => {
            name.parent() == Some(folder)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn steps() -> [Step; 6] {
        let name = |name: &str| PathBuf::from(name);
        [
            Step::Create(name("new.tmp"), 7),
            Step::Write(7, 0, b"words".to_vec()),
            Step::SyncFile(7),
            Step::Rename(name("new.tmp"), name("new")),
            Step::SyncFolder(PathBuf::new()),
            Step::Say("done".to_owned()),
        ]
    }

    #[test]
    fn a_name_is_certain_only_after_its_folder_was_kept() {
        let mut replay = Replay::from(Disk::default());
        let name = PathBuf::from("new");
        for step in &steps()[..4] {
            replay.take(step);
        }
        assert_eq!(replay.state(Tear::Lost), replay.state(Tear::Lost));
        assert_eq!(replay.state(Tear::Lost).inode(&name), None);
        assert_eq!(replay.state(Tear::Killed).inode(&name), Some(7));
        let torn: Vec<_> = (0..40).map(|seed| replay.state(Tear::Torn(seed)).inode(&name)).collect();
        assert!(torn.contains(&None) && torn.contains(&Some(7)), "either may be");
        for step in &steps()[4..] {
            replay.take(step);
        }
        assert_eq!(replay.state(Tear::Lost).inode(&name), Some(7));
        assert_eq!(replay.said(), ["done"]);
    }

    #[test]
    fn content_that_nobody_asked_to_keep_may_be_lost_under_a_name_that_is_kept() {
        let mut replay = Replay::from(Disk::default());
        for step in steps().iter().filter(|step| !matches!(step, Step::SyncFile(_))) {
            replay.take(step);
        }
        let folder = tempfile::tempdir().unwrap();
        replay.state(Tear::Lost).write(folder.path()).unwrap();
        assert_eq!(std::fs::read(folder.path().join("new")).unwrap(), b"");
    }
}
