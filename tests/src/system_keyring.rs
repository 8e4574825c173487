//! A real keyring on a bus of its own, or one that is missing, locked or silent.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;
use zbus::blocking;
use zbus::blocking::fdo::DBusProxy;
use zbus::names::BusName;

use crate::window::bus::{Running, bus};
use crate::window::wait::until;

const NAME: &str = "org.freedesktop.secrets";

/// A log-in session of its own: folders of an account that nobody else uses, its bus, and its keyring.
#[derive(Debug)]
pub struct LogIn {
    /// Its keyring; none at first.
    pub keyring: SystemKeyring,
    _bus: Running,
    folder: TempDir,
}

/// The keyring of a log-in session.
#[derive(Debug)]
pub struct SystemKeyring {
    bus: String,
    folder: PathBuf,
    answering: Option<Answering>,
}

/// Who has the keyring's name on the bus. Dropping it frees the name.
#[derive(Debug)]
#[expect(dead_code, reason = "held until it is dropped, never read")]
enum Answering {
    Daemon(Running),
    Silence(blocking::Connection),
}

impl LogIn {
    /// Begins one without a keyring.
    ///
    /// # Panics
    /// When something that `make deps` installs is missing.
    #[must_use]
    pub fn begin() -> Self {
        let folder = TempDir::with_prefix("hegu-keyring-").unwrap_or_else(|error| panic!("{error}"));
        let (running, bus) = bus(folder.path());
        Self { keyring: SystemKeyring::on(&bus, folder.path()), _bus: running, folder }
    }

    /// Runs `with-the-keyring` in this session and gives the line it said.
    #[must_use]
    pub fn run(&self, program: &str, what: &str) -> String {
        let output = self.keyring.here(program).arg(self.folder.path()).arg(what).output();
        let output = output.unwrap_or_else(|error| panic!("{program}: {error}"));
        assert!(output.status.success(), "{what}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// Runs it for two tries in one process, with something in between, and gives both lines.
    #[must_use]
    pub fn run_twice(
        &mut self,
        program: &str,
        what: &str,
        between: impl FnOnce(&mut SystemKeyring),
    ) -> [String; 2] {
        let mut command = self.keyring.here(program);
        command.arg(self.folder.path()).arg(what).arg("twice").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let running = Running(child);
        let mut lines =
            output.into_iter().flat_map(|output| BufReader::new(output).lines()).map_while(Result::ok);
        let first = lines.next().unwrap_or_default();
        between(&mut self.keyring);
        // Its end of the input is what it waits for.
        drop(input);
        let second = lines.next().unwrap_or_default();
        drop(running);
        [first, second]
    }
}

impl SystemKeyring {
    /// Of a session with this bus; what it keeps lies in the folder. Nobody answers yet.
    #[must_use]
    pub fn on(bus: &str, folder: &Path) -> Self {
        Self { bus: bus.to_owned(), folder: folder.to_owned(), answering: None }
    }

    /// The keyring comes up as after a log-in, and the log-in's password unlocks it.
    pub fn unlock(&mut self) {
        self.end();
        self.start(&["--unlock"]);
    }

    /// The keyring comes up and nobody unlocks it. There is no screen on which it could ask.
    pub fn start_locked(&mut self) {
        self.end();
        self.start(&[]);
    }

    /// Something has the keyring's name and never answers.
    pub fn silence(&mut self) {
        self.end();
        let named = self.connect().and_then(|connection| connection.request_name(NAME).map(|()| connection));
        self.answering = Some(Answering::Silence(named.unwrap_or_else(|error| panic!("{NAME}: {error}"))));
    }

    /// Nobody has the name any more.
    pub fn end(&mut self) {
        self.answering = None;
        self.wait_until_named(false);
    }

    /// Everything that was in the keyring is lost, as on another computer.
    pub fn lose_everything(&mut self) {
        self.end();
        let kept = self.folder.join("keyrings");
        std::fs::remove_dir_all(&kept).unwrap_or_else(|error| panic!("{}: {error}", kept.display()));
    }

    fn start(&mut self, how: &[&str]) {
        let mut daemon = self.here("gnome-keyring-daemon");
        daemon.args(["--foreground", "--components=secrets"]).args(how);
        daemon.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child =
            daemon.spawn().unwrap_or_else(|error| panic!("{daemon:?}: {error}; `make deps` installs it"));
        if let Some(mut input) = child.stdin.take() {
            // Locked, it reads nothing.
            drop(input.write_all(b"the log-in's password"));
        }
        self.answering = Some(Answering::Daemon(Running(child)));
        self.wait_until_named(true);
    }

    fn here(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY");
        for variable in ["HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"] {
            command.env(variable, &self.folder);
        }
        command
    }

    fn connect(&self) -> zbus::Result<blocking::Connection> {
        blocking::connection::Builder::address(self.bus.as_str())?.build()
    }

    fn wait_until_named(&self, named: bool) {
        let has_owner = || -> zbus::Result<bool> {
            let name = BusName::try_from(NAME)?;
            Ok(DBusProxy::new(&self.connect()?)?.name_has_owner(name)?)
        };
        let as_wanted = || match has_owner() {
            Ok(found) if found == named => Ok(()),
            other => Err(format!("{NAME} on the bus: {other:?}")),
        };
        until(as_wanted).unwrap_or_else(|reason| panic!("{reason}"));
    }
}
