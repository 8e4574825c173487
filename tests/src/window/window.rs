//! The program in its window, and what a person does there.

use std::path::Path;
use std::process::Command;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::drag::Drag;
use super::driver::{Driver, pages_of};
use super::frame::{has_keyboard, press_cross, press_keys, resize, take_keyboard};
use super::machine::Machine;
use super::program::{on, program, target};
use super::wait::until;

/// A running program on a machine. It is ended when this is dropped; when that is because the test failed, a
/// picture of the window stays in `target/window-failures/`.
#[derive(Debug)]
pub struct Window<'m> {
    pub(super) machine: &'m Machine,
    pub(super) driver: Driver,
}

impl<'m> Window<'m> {
    /// Starts the program in English.
    ///
    /// # Panics
    /// When it does not start.
    #[must_use]
    pub fn open(machine: &'m Machine) -> Self {
        Self::open_with(machine, &[])
    }

    /// Starts the program with these variables in its environment as well.
    ///
    /// # Panics
    /// When it does not start.
    #[must_use]
    pub fn open_with(machine: &'m Machine, variables: &[(&str, &str)]) -> Self {
        let mut command = on(machine, "WebKitWebDriver");
        command.env("TAURI_WEBVIEW_AUTOMATION", "true").envs(variables.iter().copied());
        let driver = Driver::start(command, &program()).unwrap_or_else(|error| {
            panic!("{error}\n{}", std::fs::read_to_string(machine.output()).unwrap_or_default())
        });
        Self { machine, driver }
    }

    /// Starts the program once more on the same machine, while the person works with something else, and waits until
    /// that start has ended and this window has the keyboard.
    ///
    /// # Panics
    /// When it goes on, fails, or the window stays where it was.
    #[track_caller]
    pub fn start_again(&self) {
        let screen = &self.machine.screen;
        let take =
            || take_keyboard(screen).and_then(|()| has_keyboard(screen)).map_err(|error| error.to_string());
        assert_eq!(take(), Ok(false), "the person works with something else");
        let again = on(self.machine, program()).status().unwrap_or_else(|error| panic!("{error}"));
        assert!(again.success(), "{again}");
        self.expect(|| match has_keyboard(screen) {
            Ok(true) => Ok(()),
            other => Err(format!("the window has not got the keyboard: {other:?}")),
        });
    }

    /// Takes hold of a file in another program and holds it over the window, looks, and lets go of it there.
    ///
    /// # Panics
    /// When the window does not take it.
    #[track_caller]
    pub fn drag_in(&self, file: &Path, look: impl FnOnce()) {
        let drag =
            Drag::over(&self.machine.screen, file).unwrap_or_else(|error| panic!("hold a file: {error}"));
        look();
        drag.drop().unwrap_or_else(|error| panic!("let go of a file: {error}"));
    }

    /// Runs a script in the page. The driver's scripts are outside of the page's security policy.
    ///
    /// # Panics
    /// When it throws.
    #[track_caller]
    pub fn run(&self, script: &str) -> Value {
        let body = json!({ "script": script, "args": [] });
        self.driver.post("/execute/sync", &body).unwrap_or_else(|error| panic!("{script:.60}: {error}"))
    }

    /// Runs a script that calls its last argument with what it found.
    ///
    /// # Panics
    /// When it throws.
    #[track_caller]
    pub fn run_and_wait(&self, script: &str) -> Value {
        let body = json!({ "script": script, "args": [] });
        self.driver.post("/execute/async", &body).unwrap_or_else(|error| panic!("{script:.60}: {error}"))
    }

    /// Runs a script that replaces the document, and waits until that has happened.
    ///
    /// # Panics
    /// When the document stays.
    #[track_caller]
    pub fn run_and_leave(&self, script: &str) {
        self.run(&format!("window.left = false; {script}"));
        self.expect(|| {
            match self
                .driver
                .post("/execute/sync", &json!({ "script": "return window.left === undefined", "args": [] }))
            {
                Ok(Value::Bool(true)) => Ok(()),
                other => Err(format!("the document stays: {other:?}")),
            }
        });
    }

    /// Presses Ctrl and a letter on the keyboard itself: the menu bar hears it before the page does.
    ///
    /// # Panics
    /// When there is no such key.
    #[track_caller]
    pub fn press_key_of_the_menu_bar(&self, letter: char) {
        const CONTROL: u32 = 0xffe3;
        let pressed = press_keys(&self.machine.screen, &[CONTROL, u32::from(letter)]);
        pressed.unwrap_or_else(|error| panic!("Ctrl and {letter}: {error}"));
    }

    /// Ends the program at once, as when the plug is pulled.
    ///
    /// # Panics
    /// When it goes on.
    #[track_caller]
    pub fn kill(&self) {
        for program in self.driver.children() {
            drop(Command::new("kill").args(["-KILL", &program.to_string()]).status());
        }
        self.expect(|| match self.driver.children().as_slice() {
            [] => Ok(()),
            running => Err(format!("the program still runs: {running:?}")),
        });
    }

    /// Ends the process of the page, as a crash does, and waits until another one stands in its place. The driver has
    /// lost the window then.
    ///
    /// # Panics
    /// When there is no page, or none follows.
    #[track_caller]
    pub fn crash_page(&self) {
        let crashing = pages_of(&self.driver.children());
        assert_eq!(crashing.len(), 1, "one page stands in the window");
        for page in &crashing {
            drop(Command::new("kill").args(["-KILL", &page.to_string()]).status());
        }
        self.expect(|| match pages_of(&self.driver.children()).as_slice() {
            [page] if !crashing.contains(page) => Ok(()),
            other => Err(format!("no new page: {other:?}")),
        });
    }

    /// What the pages complained about since the window opened: errors and warnings on the console, errors that
    /// nobody caught, and everything that the security policy refused.
    ///
    /// # Panics
    /// When the page does not answer.
    #[track_caller]
    #[must_use]
    pub fn complaints(&self) -> Vec<String> {
        let heard = self.run("return JSON.parse(sessionStorage.getItem('heard') ?? '[]')");
        let heard = heard.as_array().cloned().unwrap_or_default();
        heard.iter().map(|complaint| complaint.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Waits until the page complains of this.
    ///
    /// # Panics
    /// When it does not.
    #[track_caller]
    pub fn wait_for_complaint(&self, complaint: &str) {
        self.expect(|| {
            let heard = self.complaints();
            let there = heard.iter().any(|known| known == complaint);
            if there { Ok(()) } else { Err(format!("no “{complaint}” among {heard:?}")) }
        });
    }

    /// Waits until nothing on the page moves any more.
    ///
    /// # Panics
    /// When the page does not answer.
    #[track_caller]
    pub fn rest(&self) {
        self.run_and_wait(concat!(include_str!("rest.js"), "rest.then(arguments[arguments.length - 1]);"));
    }

    /// Keeps a picture of the page.
    ///
    /// # Errors
    /// When there is no picture or no place for it.
    pub fn picture(&self, file: &Path) -> Result<(), String> {
        let png = self.driver.get("/screenshot")?;
        let bytes =
            BASE64_STANDARD.decode(png.as_str().unwrap_or_default()).map_err(|error| error.to_string())?;
        std::fs::create_dir_all(file.parent().unwrap_or(Path::new(".")))
            .map_err(|error| error.to_string())?;
        std::fs::write(file, bytes).map_err(|error| error.to_string())
    }

    /// Drags a corner of the window until it has this size in pixels, and waits until the page has it too.
    ///
    /// # Panics
    /// When the page keeps its width.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        resize(&self.machine.screen, width, height).unwrap_or_else(|error| panic!("resize: {error}"));
        self.see_width(width);
    }

    /// Waits until the page is this many pixels wide.
    ///
    /// # Panics
    /// When it is not.
    #[track_caller]
    pub fn see_width(&self, width: u32) {
        self.expect(|| match self.run("return innerWidth").as_u64() {
            Some(now) if now == u64::from(width) => Ok(()),
            other => Err(format!("the page is {other:?} pixels wide, not {width}")),
        });
    }

    /// Closes the window as its cross does, and waits until the program has ended.
    ///
    /// # Panics
    /// When it goes on.
    #[track_caller]
    pub fn close(&self) {
        press_cross(&self.machine.screen).unwrap_or_else(|error| panic!("the cross of the window: {error}"));
        self.expect(|| match self.driver.children().as_slice() {
            [] => Ok(()),
            running => Err(format!("the program still runs: {running:?}")),
        });
    }

    #[track_caller]
    pub(super) fn expect<T>(&self, ask: impl FnMut() -> Result<T, String>) -> T {
        match until(ask) {
            Ok(answer) => answer,
            Err(reason) => panic!("{reason}"),
        }
    }

    /// What a person who looks for the reason of a failure wants to see.
    fn keep_evidence(&self) {
        let name = std::thread::current().name().unwrap_or("window").replace("::", "-");
        let file = target().join("window-failures").join(name);
        drop(self.picture(&file.with_extension("png")));
        drop(std::fs::copy(self.machine.output(), file.with_extension("txt")));
        drop(std::fs::copy(self.machine.log(), file.with_extension("log")));
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.keep_evidence();
        }
        let program = self.driver.children();
        drop(self.driver.delete(""));
        // The driver ends what it started; this is for a driver that cannot any more.
        for process in program {
            drop(
                Command::new("kill")
                    .args(["-KILL", &process.to_string()])
                    .stderr(std::process::Stdio::null())
                    .status(),
            );
        }
    }
}
