//! The program in its window, and what a person does there.

use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::cross::press_cross;
use super::driver::Driver;
use super::element::{ask_texts, only};
use super::keys::chord;
use super::machine::Machine;
use super::wait::until;

/// A running program on a machine. It is ended when this is dropped; when that is because the test failed, a
/// picture of the window stays in `target/window-failures/`.
#[derive(Debug)]
pub struct Window<'m> {
    machine: &'m Machine,
    driver: Driver,
}

impl<'m> Window<'m> {
    /// Starts the program in English.
    ///
    /// # Panics
    /// When it does not start.
    #[must_use]
    pub fn open(machine: &'m Machine) -> Self {
        Self::open_with(machine, &[("LANG", "en_CA.UTF-8")])
    }

    /// Starts the program with these variables in its environment, and none of the tester's own.
    ///
    /// # Panics
    /// When it does not start.
    #[must_use]
    pub fn open_with(machine: &'m Machine, variables: &[(&str, &str)]) -> Self {
        let output = std::fs::File::options().create(true).append(true).open(machine.output());
        let output = output.unwrap_or_else(|error| panic!("{error}"));
        let errors = output.try_clone().unwrap_or_else(|error| panic!("{error}"));
        let mut command = Command::new("WebKitWebDriver");
        command
            .env_clear()
            .envs(std::env::var_os("PATH").map(|path| ("PATH", path)))
            .envs(machine.folders())
            .env("DISPLAY", &machine.screen)
            .env("DBUS_SESSION_BUS_ADDRESS", &machine.bus)
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            // Neither settings of a desktop nor its bus for assistive programs are here.
            .env("GSETTINGS_BACKEND", "memory")
            .env("NO_AT_BRIDGE", "1")
            .envs(variables.iter().copied())
            .stdout(output)
            .stderr(errors);
        let driver = Driver::start(command, &program()).unwrap_or_else(|error| {
            panic!("{error}\n{}", std::fs::read_to_string(machine.output()).unwrap_or_default())
        });
        Self { machine, driver }
    }

    /// Waits until something with this role and name is there.
    ///
    /// # Panics
    /// When it does not appear.
    #[track_caller]
    pub fn see(&self, role: &str, name: &str) {
        self.expect(|| {
            let names = ask_texts(&self.driver, &[json!("names"), json!(role)])?;
            let there = names.iter().any(|known| known == name);
            if there { Ok(()) } else { Err(format!("no {role} “{name}”; there are {names:?}")) }
        });
    }

    /// Waits until the keyboard is at the element with this role and name.
    ///
    /// # Panics
    /// When it stays elsewhere.
    #[track_caller]
    pub fn see_focus(&self, role: &str, name: &str) {
        self.expect(|| {
            let focused = ask_texts(&self.driver, &[json!("focus")])?;
            let there = focused == [role, name];
            if there { Ok(()) } else { Err(format!("the keyboard is at {focused:?}")) }
        });
    }

    /// What stands in a field.
    ///
    /// # Panics
    /// When there is no such field.
    #[track_caller]
    #[must_use]
    pub fn value(&self, role: &str, name: &str) -> String {
        self.expect(|| {
            let element = only(&self.driver, role, name)?;
            let value = self.driver.get(&format!("{element}/property/value"))?;
            Ok(value.as_str().unwrap_or_default().to_owned())
        })
    }

    /// Waits until something with this role reads these words.
    ///
    /// # Panics
    /// When nothing does.
    #[track_caller]
    pub fn read(&self, role: &str, words: &str) {
        self.expect(|| {
            let texts = ask_texts(&self.driver, &[json!("text"), json!(role), Value::Null])?;
            let there = texts.iter().any(|text| text.contains(words));
            if there { Ok(()) } else { Err(format!("no {role} reads “{words}”; they read {texts:?}")) }
        });
    }

    /// Clicks.
    ///
    /// # Panics
    /// When there is nothing of that role and name to click.
    #[track_caller]
    pub fn click(&self, role: &str, name: &str) {
        self.expect(|| {
            let element = only(&self.driver, role, name)?;
            self.driver.post(&format!("{element}/click"), &json!({})).map(drop)
        });
    }

    /// Types a text in place of what stands in a field.
    ///
    /// # Panics
    /// When there is no such field.
    #[track_caller]
    pub fn fill(&self, role: &str, name: &str, text: &str) {
        self.click(role, name);
        self.run("document.activeElement.select()");
        self.type_text(text);
    }

    /// Types where the keyboard is.
    ///
    /// # Panics
    /// When nothing on the page has the keyboard.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.expect(|| {
            let active = self.driver.get("/element/active")?;
            let id = active.as_object().and_then(|fields| fields.values().next()).and_then(Value::as_str);
            let path = format!("/element/{}/value", id.unwrap_or_default());
            self.driver.post(&path, &json!({ "text": text })).map(drop)
        });
    }

    /// Presses a key or a chord such as "Control+L".
    ///
    /// # Panics
    /// When the driver refuses.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let pressed = self.driver.post("/actions", &chord(keys));
        pressed.unwrap_or_else(|error| panic!("{keys}: {error}"));
    }

    /// Waits until the field's hint or problem says this.
    ///
    /// # Panics
    /// When it does not.
    #[track_caller]
    pub fn see_said_at(&self, role: &str, name: &str, words: &str) {
        self.expect(|| {
            let said = ask_texts(&self.driver, &[json!("described"), json!(role), json!(name)])?;
            let there = said.iter().any(|text| text.contains(words));
            if there { Ok(()) } else { Err(format!("{role} “{name}” says {said:?}, not “{words}”")) }
        });
    }

    /// The text of the one element with this role and name, once it has some.
    ///
    /// # Panics
    /// When it stays empty.
    #[track_caller]
    #[must_use]
    pub fn text(&self, role: &str, name: &str) -> String {
        self.expect(|| {
            let texts = ask_texts(&self.driver, &[json!("text"), json!(role), json!(name)])?;
            match texts.as_slice() {
                [one] if !one.is_empty() => Ok(one.clone()),
                other => Err(format!("{role} “{name}” reads {other:?}")),
            }
        })
    }

    /// The items of the list with this name, once there are some.
    ///
    /// # Panics
    /// When it stays empty.
    #[track_caller]
    #[must_use]
    pub fn items(&self, list: &str) -> Vec<String> {
        self.expect(|| {
            let items = ask_texts(&self.driver, &[json!("items"), json!("list"), json!(list)])?;
            if items.is_empty() { Err(format!("the list “{list}” is empty")) } else { Ok(items) }
        })
    }

    /// The names of everything with this role that can be seen now.
    ///
    /// # Panics
    /// When the page does not answer.
    #[track_caller]
    #[must_use]
    pub fn names(&self, role: &str) -> Vec<String> {
        self.expect(|| ask_texts(&self.driver, &[json!("names"), json!(role)]))
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

    /// What the pages complained about since the window opened: errors on the console, errors that nobody
    /// caught, and everything that the security policy refused.
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
    fn expect<T>(&self, ask: impl FnMut() -> Result<T, String>) -> T {
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

/// Where Cargo builds: the test itself runs from `<target>/debug/deps/`.
fn target() -> PathBuf {
    let test = std::env::current_exe().unwrap_or_else(|error| panic!("{error}"));
    test.ancestors()
        .nth(3)
        .unwrap_or_else(|| panic!("{} is not below a target folder", test.display()))
        .to_owned()
}

fn program() -> PathBuf {
    let program = target().join("debug/hegu");
    assert!(program.exists(), "{} is missing: `make test` builds it first", program.display());
    program
}
