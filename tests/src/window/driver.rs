//! WebKitWebDriver, spoken to directly.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};

use super::bus::Running;
use super::wait::until;

/// One driver with its one session.
#[derive(Debug)]
pub(super) struct Driver {
    running: Running,
    agent: ureq::Agent,
    address: String,
    session: String,
}

impl Driver {
    /// Starts the driver with the environment that the program is to have, and the program.
    pub(super) fn start(mut command: Command, program: &PathBuf) -> Result<Self, String> {
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|listener| listener.local_addr())
            .map_err(|error| error.to_string())?
            .port();
        command.arg(format!("--port={port}")).arg("--host=127.0.0.1");
        let running = Running(command.spawn().map_err(|error| format!("{command:?}: {error}"))?);
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None)
            .timeout_global(Some(Duration::from_secs(90)));
        let agent: ureq::Agent = config.build().into();
        let address = format!("http://127.0.0.1:{port}");
        let mut driver = Self { running, agent, address, session: String::new() };
        until(|| driver.send("GET", "/status", None))?;
        let options = json!({ "binary": program, "args": [] });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let session = driver.send("POST", "/session", Some(&wanted))?;
        driver.session = format!("/session/{}", session["sessionId"].as_str().unwrap_or_default());
        Ok(driver)
    }

    pub(super) fn get(&self, path: &str) -> Result<Value, String> {
        self.send("GET", &format!("{}{path}", self.session), None)
    }

    pub(super) fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        self.send("POST", &format!("{}{path}", self.session), Some(body))
    }

    pub(super) fn delete(&self, path: &str) -> Result<Value, String> {
        self.send("DELETE", &format!("{}{path}", self.session), None)
    }

    /// The processes that the driver started: the program.
    pub(super) fn children(&self) -> Vec<u32> {
        children_of(self.running.0.id())
    }

    fn send(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        let url = format!("{}{path}", self.address);
        let answer = match (method, body) {
            ("POST", Some(body)) => self.agent.post(url).send(body.to_string()),
            ("DELETE", _) => self.agent.delete(url).call(),
            _ => self.agent.get(url).call(),
        };
        let mut answer = answer.map_err(|error| error.to_string())?;
        let status = answer.status();
        let text = answer
            .body_mut()
            .with_config()
            .limit(64 << 20)
            .read_to_string()
            .map_err(|error| error.to_string())?;
        let value: Value = serde_json::from_str(&text).map_err(|error| format!("{error}: {text}"))?;
        if status.is_success() {
            Ok(value["value"].clone())
        } else {
            Err(format!("{method} {path}: {}: {}", value["value"]["error"], value["value"]["message"]))
        }
    }
}

/// The processes that a process started.
pub(super) fn children_of(parent: u32) -> Vec<u32> {
    let parent = parent.to_string();
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    processes
        .filter_map(|entry| {
            let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
            // The name in parentheses may hold anything; the state and the parent follow it.
            let mut facts = stat.rsplit_once(") ")?.1.split(' ');
            (facts.nth(1)? == parent).then(|| entry.file_name().to_str()?.parse().ok())?
        })
        .collect()
}

/// The processes that draw the pages of some programs.
pub(super) fn pages_of(programs: &[u32]) -> Vec<u32> {
    let name = |id: &u32| std::fs::read_to_string(format!("/proc/{id}/comm")).unwrap_or_default();
    let children = programs.iter().flat_map(|program| children_of(*program));
    children.filter(|id| name(id).starts_with("WebKitWebProces")).collect()
}
