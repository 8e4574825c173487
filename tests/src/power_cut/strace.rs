//! One run of a program, as strace wrote it down.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::{Disk, Inode, Step};

/// All calls that change files, and those that say where the next bytes go. With `?`, because no machine has them all.
const CALLS: &str = "trace=?open,?openat,?creat,?lseek,?write,?pwrite64,?writev,?pwritev,?pwritev2,?ftruncate,\
    ?fallocate,?copy_file_range,?sendfile,?rename,?renameat,?renameat2,?unlink,?unlinkat,?rmdir,?mkdir,?mkdirat,\
    ?link,?linkat,?symlink,?symlinkat,?fsync,?fdatasync";

/// More than a program of ours writes at once.
const LONGEST: &str = "16000000";

/// Lets a program run, and gives what it did to `folder`, which held `before` when it began.
///
/// # Errors
/// When strace cannot be started, the program fails, or it changed the folder in a way that is not known here.
pub fn trace(program: &Command, folder: &Path, before: &Disk) -> io::Result<Vec<Step>> {
    let written = tempfile::NamedTempFile::new()?;
    let mut traced = Command::new("strace");
    traced
        .args(["-f", "-y", "-xx", "-s", LONGEST, "-e", CALLS, "-e", "signal=none", "-o"])
        .arg(written.path());
    traced.arg("--").arg(program.get_program()).args(program.get_args());
    let Output { status, stderr, .. } = traced.output()?;
    if !status.success() {
        return Err(io::Error::other(format!("{program:?}: {status}: {}", String::from_utf8_lossy(&stderr))));
    }
    let mut reading = Reading {
        folder: folder.canonicalize()?,
        disk: before.clone(),
        positions: HashMap::new(),
        steps: Vec::new(),
    };
    for call in calls(&std::fs::read_to_string(written.path())?) {
        reading.take(&call).ok_or_else(|| io::Error::other(format!("not understood: {:.200}", call.line)))?;
    }
    Ok(reading.steps)
}

/// Lets a program run with a disk that fails: the `nth` of these calls on each of its threads answers with an error and
/// does nothing. Gives what it said, whether or not it succeeded.
///
/// # Errors
/// When strace cannot be started.
pub fn run_on_failing_disk(
    program: &Command,
    call: &str,
    error: &str,
    nth: usize,
) -> io::Result<Vec<String>> {
    let mut failing = Command::new("strace");
    failing.args(["-f", "-e", &format!("trace={call}"), "-e", "signal=none", "-o", "/dev/null"]);
    failing.args(["-e", &format!("inject={call}:error={error}:when={nth}")]);
    failing.arg("--").arg(program.get_program()).args(program.get_args());
    let output = failing.output()?;
    Ok(String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect())
}

/// A call that succeeded.
struct Call {
    name: String,
    arguments: Vec<String>,
    answer: String,
    line: String,
}

/// The calls in the order in which they came back. One that was interrupted by another thread is two lines.
fn calls(written: &str) -> Vec<Call> {
    let mut begun: HashMap<&str, &str> = HashMap::new();
    let mut calls = Vec::new();
    for line in written.lines() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let rest = rest.trim_start();
        if let Some(first) = rest.strip_suffix(" <unfinished ...>") {
            begun.insert(thread, first);
            continue;
        }
        let whole = match rest.strip_prefix("<... ").and_then(|rest| rest.split_once(" resumed>")) {
            Some((_, second)) => format!("{}{second}", begun.remove(thread).unwrap_or_default()),
            None => rest.to_owned(),
        };
        calls.extend(call(whole));
    }
    calls
}

/// `name(arguments) = answer`; nothing for a call that failed and for what is no call.
fn call(line: String) -> Option<Call> {
    let (before, answer) = line.rsplit_once(" = ")?;
    let (name, arguments) = before.trim_end().strip_suffix(')')?.split_once('(')?;
    if answer.starts_with(['-', '?']) {
        return None;
    }
    let arguments = arguments.split(", ").map(str::to_owned).collect();
    Some(Call { name: name.to_owned(), arguments, answer: answer.to_owned(), line })
}

/// What was read of the trace so far.
struct Reading {
    folder: PathBuf,
    disk: Disk,
    /// Where the next bytes of a descriptor go.
    positions: HashMap<String, usize>,
    steps: Vec<Step>,
}

impl Reading {
    /// Nothing when the call is not understood.
    fn take(&mut self, call: &Call) -> Option<()> {
        let argument = |number: usize| call.arguments.get(number).map(String::as_str);
        let number = |at: usize| argument(at).and_then(|number| number.parse::<usize>().ok());
        match call.name.as_str() {
            "open" => self.open(argument(0)?, argument(1)?, &call.answer),
            "openat" => self.open(argument(1)?, argument(2)?, &call.answer),
            "lseek" => {
                self.positions.insert(descriptor(argument(0)?).0.to_owned(), call.answer.parse().ok()?);
                Some(())
            }
            "write" => self.write_on(argument(0)?, bytes(argument(1)?)?),
            "pwrite64" => match self.file(argument(0)?) {
                Some(inode) => self.add(Step::Write(inode?, number(3)?, bytes(argument(1)?)?)),
                None => Some(()),
            },
            "ftruncate" => match self.file(argument(0)?) {
                Some(inode) => self.add(Step::Resize(inode?, number(1)?)),
                None => Some(()),
            },
            "fsync" | "fdatasync" => self.sync(argument(0)?),
            "rename" => self.rename(argument(0)?, argument(1)?),
            "renameat" | "renameat2" => self.rename(argument(1)?, argument(3)?),
            "unlink" => self.name(argument(0)?, Step::Remove),
            "unlinkat" => self.name(argument(1)?, Step::Remove),
            "mkdir" => self.name(argument(0)?, Step::MakeFolder),
            "mkdirat" => self.name(argument(1)?, Step::MakeFolder),
            // Nothing of ours writes in any other way; should it begin to, this must learn it.
            _ => (!self.touches_folder(call)).then_some(()),
        }
    }

    fn open(&mut self, path: &str, flags: &str, answer: &str) -> Option<()> {
        self.positions.insert(descriptor(answer).0.to_owned(), 0);
        let Some(name) = self.below(&text(path)?) else { return Some(()) };
        match self.disk.inode(&name) {
            Some(inode) if flags.contains("O_TRUNC") => self.add(Step::Resize(inode, 0)),
            None if flags.contains("O_CREAT") => self.add(Step::Create(name, self.disk.next_inode())),
            _ => Some(()),
        }
    }

    fn write_on(&mut self, to: &str, bytes: Vec<u8>) -> Option<()> {
        let (number, _) = descriptor(to);
        if let Some(inode) = self.file(to) {
            let at = self.positions.entry(number.to_owned()).or_default();
            let begin = *at;
            *at += bytes.len();
            return self.add(Step::Write(inode?, begin, bytes));
        }
        if number == "1" {
            for line in String::from_utf8_lossy(&bytes).lines() {
                self.add(Step::Say(line.to_owned()))?;
            }
        }
        Some(())
    }

    fn sync(&mut self, descriptor_text: &str) -> Option<()> {
        let Some(name) = self.below(&descriptor(descriptor_text).1) else { return Some(()) };
        match self.disk.inode(&name) {
            Some(inode) => self.add(Step::SyncFile(inode)),
            None => self.add(Step::SyncFolder(name)),
        }
    }

    fn rename(&mut self, from: &str, to: &str) -> Option<()> {
        match (self.below(&text(from)?), self.below(&text(to)?)) {
            (Some(from), Some(to)) => self.add(Step::Rename(from, to)),
            (None, None) => Some(()),
            _ => None,
        }
    }

    fn name(&mut self, path: &str, step: fn(PathBuf) -> Step) -> Option<()> {
        match self.below(&text(path)?) {
            Some(name) => self.add(step(name)),
            None => Some(()),
        }
    }

    fn add(&mut self, step: Step) -> Option<()> {
        self.disk.take(&step);
        self.steps.push(step);
        Some(())
    }

    /// The content behind a descriptor of our folder: nothing for one elsewhere, and nothing inside for one that has
    /// no name any more.
    fn file(&self, descriptor_text: &str) -> Option<Option<Inode>> {
        self.below(&descriptor(descriptor_text).1).map(|name| self.disk.inode(&name))
    }

    fn below(&self, path: &Path) -> Option<PathBuf> {
        path.strip_prefix(&self.folder).ok().map(Path::to_path_buf)
    }

    fn touches_folder(&self, call: &Call) -> bool {
        let named = |argument: &String| text(argument).is_some_and(|path| self.below(&path).is_some());
        let held = |argument: &String| self.below(&descriptor(argument).1).is_some();
        call.arguments.iter().any(|argument| named(argument) || held(argument))
    }
}

/// `5</path>`: the number and the path.
fn descriptor(argument: &str) -> (&str, PathBuf) {
    let (number, path) = argument.split_once('<').unwrap_or((argument, ""));
    let path = path.trim_end_matches('>');
    let decoded = unescaped(path).unwrap_or_else(|| path.as_bytes().to_vec());
    (number, PathBuf::from(String::from_utf8_lossy(&decoded).into_owned()))
}

fn text(argument: &str) -> Option<PathBuf> {
    let path = String::from_utf8(bytes(argument)?).ok()?;
    Some(PathBuf::from(path))
}

/// `"\x41\x42"`; a shortened text, which ends in dots, is nothing.
fn bytes(argument: &str) -> Option<Vec<u8>> {
    unescaped(argument.strip_prefix('"')?.strip_suffix('"')?)
}

fn unescaped(text: &str) -> Option<Vec<u8>> {
    let mut parts = text.split("\\x");
    if parts.next() != Some("") {
        return None;
    }
    parts.map(|byte| u8::from_str_radix(byte, 16).ok()).collect()
}
