//! Files and folders in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use super::{Inode, Step};

/// What a folder holds: names, and the contents they lead to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Disk {
    names: BTreeMap<PathBuf, Inode>,
    folders: BTreeSet<PathBuf>,
    contents: BTreeMap<Inode, Vec<u8>>,
}

impl Disk {
    /// Reads a folder.
    ///
    /// # Errors
    /// What the disk says.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let mut disk = Self::default();
        disk.read_below(folder, Path::new(""))?;
        Ok(disk)
    }

    fn read_below(&mut self, folder: &Path, below: &Path) -> io::Result<()> {
        for entry in std::fs::read_dir(folder.join(below))? {
            let entry = entry?;
            let name = below.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                self.folders.insert(name.clone());
                self.read_below(folder, &name)?;
            } else {
                let inode = self.next_inode();
                self.contents.insert(inode, std::fs::read(entry.path())?);
                self.names.insert(name, inode);
            }
        }
        Ok(())
    }

    /// Writes it all into an empty folder.
    ///
    /// # Errors
    /// What the disk says.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        for below in &self.folders {
            std::fs::create_dir_all(folder.join(below))?;
        }
        for (name, inode) in &self.names {
            let path = folder.join(name);
            if let Some(parent) = path.parent() {
                std::fs::create_dir_all(parent)?;
            }
            std::fs::write(path, self.contents.get(inode).map_or(&[][..], Vec::as_slice))?;
        }
        Ok(())
    }

    /// Which content a name leads to.
    #[must_use]
    pub fn inode(&self, name: &Path) -> Option<Inode> {
        self.names.get(name).copied()
    }

    /// A number that no content has.
    #[must_use]
    pub fn next_inode(&self) -> Inode {
        self.contents.keys().next_back().map_or(0, |last| last + 1)
    }

    /// A file or a folder with everything below it.
    fn rename(&mut self, from: &Path, to: &Path) {
        let moved = |name: PathBuf| match name.strip_prefix(from) {
            Ok(below) if below.as_os_str().is_empty() => to.to_path_buf(),
            Ok(below) => to.join(below),
            Err(_) => name,
        };
        // What had the name until now is replaced, whichever of the two comes first in the order of names.
        if from != to {
            self.names.remove(to);
        }
        self.names =
            std::mem::take(&mut self.names).into_iter().map(|(name, inode)| (moved(name), inode)).collect();
        self.folders = std::mem::take(&mut self.folders).into_iter().map(moved).collect();
    }

    /// Takes a step.
    pub fn take(&mut self, step: &Step) {
        match step {
            Step::Create(name, inode) => {
                self.names.insert(name.clone(), *inode);
                self.contents.entry(*inode).or_default();
            }
            Step::MakeFolder(name) => {
                self.folders.insert(name.clone());
            }
            Step::Rename(from, to) => self.rename(from, to),
            Step::Remove(name) => {
                self.names.remove(name);
            }
            Step::Write(inode, at, bytes) => {
                let content = self.contents.entry(*inode).or_default();
                let end = at + bytes.len();
                if content.len() < end {
                    content.resize(end, 0);
                }
                content[*at..end].copy_from_slice(bytes);
            }
            Step::Resize(inode, length) => self.contents.entry(*inode).or_default().resize(*length, 0),
            Step::SyncFile(_) | Step::SyncFolder(_) | Step::Say(_) => {}
        }
    }
}
