//! The system's dialogs, answered by the test: it says beforehand what the person will choose. What is printed or
//! opened outside is kept, byte for byte.

use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::os::fd::AsRawFd;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use zbus::message::Header;
use zbus::zvariant::{OwnedFd, OwnedObjectPath, OwnedValue, Value};
use zbus::{blocking, fdo, interface};

const NAME: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";

/// A session as logind names it.
const SESSION: &str = "/org/freedesktop/login1/session/_32";

/// What the person will choose next, and what was asked.
#[derive(Debug, Default)]
struct Choices {
    open: Option<PathBuf>,
    save: Option<PathBuf>,
    offered: Vec<String>,
    printed: Vec<Vec<u8>>,
    opened: Vec<PathBuf>,
    addresses: Vec<String>,
}

/// The desktop portal of one test's bus.
#[derive(Debug)]
pub struct Portal {
    choices: Arc<Mutex<Choices>>,
    connection: blocking::Connection,
}

impl Portal {
    pub(super) fn on(address: &str) -> zbus::Result<Self> {
        let choices = Arc::new(Mutex::new(Choices::default()));
        let dialogs = Dialogs { choices: Arc::clone(&choices) };
        let connection = blocking::connection::Builder::address(address)?
            .serve_at(PATH, dialogs)?
            .serve_at(PATH, Printer { choices: Arc::clone(&choices) })?
            .serve_at(PATH, Viewer { choices: Arc::clone(&choices) })?
            .name(NAME)?
            .build()?;
        Ok(Self { choices, connection })
    }

    /// In the next dialog that opens a file, the person chooses this one.
    pub fn will_open(&self, file: &Path) {
        locked(&self.choices).open = Some(file.to_owned());
    }

    /// In the next dialog that saves a file, the person chooses this place.
    pub fn will_save_as(&self, file: &Path) {
        locked(&self.choices).save = Some(file.to_owned());
    }

    /// The file names that the dialogs offered so far.
    #[must_use]
    pub fn offered(&self) -> Vec<String> {
        locked(&self.choices).offered.clone()
    }

    /// From now on this desktop has no dialog for printing, as under a bare window manager.
    ///
    /// # Panics
    /// When it cannot be taken away.
    pub fn without_printing(&self) {
        let removed = self.connection.object_server().remove::<Printer, _>(PATH);
        assert!(removed.is_ok(), "{removed:?}");
    }

    /// The screen of the computer is locked, as a screen saver says it.
    ///
    /// # Panics
    /// When it cannot be said.
    pub fn locks_the_screen(&self) {
        self.say("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged");
    }

    /// The same as other desktops' screen savers say it, one of `gnome`, `cinnamon` and `mate`.
    ///
    /// # Panics
    /// When it cannot be said.
    pub fn locks_the_screen_of(&self, desktop: &str) {
        let interface = format!("org.{desktop}.ScreenSaver");
        self.say(&format!("/org/{desktop}/ScreenSaver"), &interface, "ActiveChanged");
    }

    /// The session is locked, as logind says it.
    ///
    /// # Panics
    /// When it cannot be said.
    pub fn locks_the_session(&self) {
        self.say(SESSION, "org.freedesktop.login1.Session", "Lock");
    }

    /// Another account takes the screen, as logind says it.
    ///
    /// # Panics
    /// When it cannot be said.
    pub fn switches_to_another_account(&self) {
        let changed = HashMap::from([("Active", Value::from(false))]);
        let body = ("org.freedesktop.login1.Session", changed, [""; 0].as_slice());
        let properties = "org.freedesktop.DBus.Properties";
        let said = self.connection.emit_signal(None::<&str>, SESSION, properties, "PropertiesChanged", &body);
        assert!(said.is_ok(), "{said:?}");
    }

    /// The computer is about to sleep, as logind says it.
    ///
    /// # Panics
    /// When it cannot be said.
    pub fn prepares_for_sleep(&self) {
        self.say("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep");
    }

    fn say(&self, path: &str, interface: &str, signal: &str) {
        let said = self.connection.emit_signal(None::<&str>, path, interface, signal, &true);
        assert!(said.is_ok(), "{said:?}");
    }

    /// The bytes of everything that was printed, oldest first.
    #[must_use]
    pub fn printed(&self) -> Vec<Vec<u8>> {
        locked(&self.choices).printed.clone()
    }

    /// The addresses that were opened in other programs, oldest first.
    #[must_use]
    pub fn addresses(&self) -> Vec<String> {
        locked(&self.choices).addresses.clone()
    }

    /// The files that were opened in the viewer, oldest first.
    #[must_use]
    pub fn opened(&self) -> Vec<PathBuf> {
        locked(&self.choices).opened.clone()
    }
}

fn locked(choices: &Mutex<Choices>) -> MutexGuard<'_, Choices> {
    choices.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Dialogs {
    choices: Arc<Mutex<Choices>>,
}

type Options = HashMap<String, OwnedValue>;

#[interface(name = "org.freedesktop.portal.FileChooser")]
impl Dialogs {
    async fn open_file(
        &self,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &zbus::Connection,
        _parent: String,
        _title: String,
        options: Options,
    ) -> fdo::Result<OwnedObjectPath> {
        let chosen = locked(&self.choices).open.take();
        answer(connection, &header, &options, chosen.as_deref().map(address))
    }

    async fn save_file(
        &self,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &zbus::Connection,
        _parent: String,
        _title: String,
        options: Options,
    ) -> fdo::Result<OwnedObjectPath> {
        let chosen = {
            let mut choices = locked(&self.choices);
            choices.offered.extend(text(&options, "current_name"));
            choices.save.take()
        };
        answer(connection, &header, &options, chosen.as_deref().map(address))
    }

    #[zbus(property, name = "version")]
    async fn version(&self) -> u32 {
        4
    }
}

struct Printer {
    choices: Arc<Mutex<Choices>>,
}

#[interface(name = "org.freedesktop.portal.Print")]
impl Printer {
    async fn print(
        &self,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &zbus::Connection,
        _parent: String,
        _title: String,
        file: OwnedFd,
        options: Options,
    ) -> fdo::Result<OwnedObjectPath> {
        let mut bytes = Vec::new();
        let read = File::from(std::os::fd::OwnedFd::from(file)).read_to_end(&mut bytes);
        read.map_err(|error| fdo::Error::IOError(error.to_string()))?;
        locked(&self.choices).printed.push(bytes);
        answer(connection, &header, &options, Some(String::new()))
    }

    #[zbus(property, name = "version")]
    async fn version(&self) -> u32 {
        3
    }
}

struct Viewer {
    choices: Arc<Mutex<Choices>>,
}

#[interface(name = "org.freedesktop.portal.OpenURI")]
impl Viewer {
    async fn open_file(
        &self,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &zbus::Connection,
        _parent: String,
        file: OwnedFd,
        options: Options,
    ) -> fdo::Result<OwnedObjectPath> {
        let path = std::fs::read_link(format!("/proc/self/fd/{}", file.as_raw_fd()));
        locked(&self.choices).opened.push(path.map_err(|error| fdo::Error::IOError(error.to_string()))?);
        answer(connection, &header, &options, Some(String::new()))
    }

    #[zbus(name = "OpenURI")]
    async fn open_address(
        &self,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &zbus::Connection,
        _parent: String,
        address: String,
        options: Options,
    ) -> fdo::Result<OwnedObjectPath> {
        locked(&self.choices).addresses.push(address);
        answer(connection, &header, &options, Some(String::new()))
    }

    #[zbus(property, name = "version")]
    async fn version(&self) -> u32 {
        3
    }
}

fn address(file: &Path) -> String {
    format!("file://{}", file.display())
}

fn text(options: &Options, key: &str) -> Option<String> {
    options.get(key).and_then(|value| value.downcast_ref::<String>().ok())
}

/// Answers as the portal does: the call gives back a request at once, and the choice follows as its signal. With
/// nothing to choose, the dialog is closed.
fn answer(
    connection: &zbus::Connection,
    header: &Header<'_>,
    options: &Options,
    chosen: Option<String>,
) -> fdo::Result<OwnedObjectPath> {
    let sender = header.sender().map(ToString::to_string).unwrap_or_default();
    let token = text(options, "handle_token").unwrap_or_else(|| "t".to_owned());
    let request = format!("{PATH}/request/{}/{token}", sender.trim_start_matches(':').replace('.', "_"));
    let path = OwnedObjectPath::try_from(request).map_err(|error| fdo::Error::Failed(error.to_string()))?;
    let (connection, at) = (blocking::Connection::from(connection.clone()), path.clone());
    std::thread::spawn(move || {
        // Nobody chooses before the dialog stands: a program that listens only then is right.
        std::thread::sleep(Duration::from_millis(50));
        let closed = u32::from(chosen.is_none());
        let uris: Vec<String> = chosen.into_iter().collect();
        let results = HashMap::from([("uris", Value::from(uris))]);
        let body = (closed, results);
        connection.emit_signal(Some(sender), at, "org.freedesktop.portal.Request", "Response", &body)
    });
    Ok(path)
}
