//! A message bus and a screen that belong to one test.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A program that runs as long as the test does.
#[derive(Debug)]
pub(crate) struct Running(pub(crate) Child);

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Starts a program and reads the one line in which it says where it can be reached.
fn started(command: &mut Command) -> (Running, String) {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?}: {error}; `make deps` installs what the tests need"));
    let out = child.stdout.take();
    let running = Running(child);
    let mut line = String::new();
    if let Some(out) = out {
        drop(BufReader::new(out).read_line(&mut line));
    }
    assert!(!line.trim().is_empty(), "{command:?} did not start");
    (running, line.trim().to_owned())
}

/// A bus on which nothing is started by itself: only what the test puts there answers. Gives its address.
pub(crate) fn bus(folder: &Path) -> (Running, String) {
    let settings = folder.join("bus.conf");
    let text = format!(
        "<busconfig><type>session</type><listen>unix:dir={}</listen><policy context=\"default\">\
         <allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/>\
         </policy></busconfig>",
        folder.display()
    );
    std::fs::write(&settings, text).unwrap_or_else(|error| panic!("{}: {error}", settings.display()));
    started(
        Command::new("dbus-daemon")
            .arg("--nofork")
            .arg("--print-address=1")
            .arg(format!("--config-file={}", settings.display())),
    )
}

/// A screen that nobody sees, and that stays as it is when whoever looked at it goes. Gives its name.
pub(super) fn screen() -> (Running, String) {
    let (running, number) = started(Command::new("Xvfb").args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1280x960x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]));
    (running, format!(":{number}"))
}
