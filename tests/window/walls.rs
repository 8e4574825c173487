//! A page that was taken over reaches nothing: no address, no other page, no command that is not ours.

use std::io::ErrorKind;
use std::net::TcpListener;

use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};
use serde_json::Value;

use crate::visit;

/// Every way out that a script knows, each with an address of ours to knock at, and what the policy says to it.
const WAYS_OUT: [(&str, &str); 12] = [
    ("void fetch('OUTSIDE/fetch').catch(() => 0)", "connect-src OUTSIDE/fetch"),
    ("new WebSocket('ws://HOST/socket')", "connect-src ws://HOST/socket"),
    ("new EventSource('OUTSIDE/events')", "connect-src OUTSIDE/events"),
    ("navigator.sendBeacon('OUTSIDE/beacon', 'x')", "connect-src OUTSIDE/beacon"),
    ("add('img', { src: 'OUTSIDE/image' })", "img-src OUTSIDE/image"),
    ("add('iframe', { src: 'OUTSIDE/frame' })", "frame-src OUTSIDE"),
    ("add('script', { src: 'OUTSIDE/script' })", "script-src-elem OUTSIDE/script"),
    ("add('link', { rel: 'stylesheet', href: 'OUTSIDE/style' })", "style-src-elem OUTSIDE/style"),
    ("add('object', { data: 'OUTSIDE/object' })", "object-src OUTSIDE"),
    ("add('video', { src: 'OUTSIDE/video' })", "media-src OUTSIDE/video"),
    ("add('script', { textContent: 'window.ran = true' })", "script-src-elem inline"),
    ("add('form', { action: 'OUTSIDE/form', method: 'post' }).submit()", "form-action OUTSIDE/form"),
];

/// What leaves no complaint, because the window itself refuses it.
const WAYS_AWAY: [&str; 9] = [
    "add('a', { href: 'OUTSIDE/file', download: 'file' }).click()",
    "add('link', { rel: 'preconnect', href: 'OUTSIDE' })",
    "add('link', { rel: 'prefetch', href: 'OUTSIDE/ahead' })",
    "window.open('OUTSIDE/window')",
    "location.href = 'OUTSIDE/page'",
    "location.href = 'http://localhost/page'",
    "location.href = 'file:///etc/passwd'",
    "location.href = 'data:text/html,<h1>not ours</h1>'",
    "location.href = 'smb://HOST/share'",
];

const ADD: &str =
    "const add = (name, what) => { const element = Object.assign(document.createElement(name), what);
    document.body.append(element); return element; };";

/// A door of ours outside the program, for one way to knock at.
struct Door(TcpListener);

impl Door {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("an address of our own");
        listener.set_nonblocking(true).expect("it can be asked");
        Self(listener)
    }

    /// The way with this door's address.
    fn at(&self, text: &str) -> String {
        let host = self.0.local_addr().expect("its number").to_string();
        text.replace("OUTSIDE", &format!("http://{host}")).replace("HOST", &host)
    }

    /// Whether anybody connected, even to say nothing.
    fn was_knocked_at(&self) -> bool {
        match self.0.accept() {
            Err(error) => error.kind() != ErrorKind::WouldBlock,
            Ok(_) => true,
        }
    }
}

#[test]
fn a_page_that_was_taken_over_reaches_nothing_outside() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    let here = window.run("return location.href");
    let mut doors = Vec::new();
    for (way, complaint) in WAYS_OUT {
        let door = Door::new();
        window.run(&door.at(&format!("{ADD} try {{ {way} }} catch {{}}")));
        window.wait_for_complaint(&door.at(&format!("policy: {complaint}")));
        doors.push((way, door));
    }
    for way in WAYS_AWAY {
        let door = Door::new();
        window.run(&door.at(&format!("{ADD} {way}")));
        // It answers, it is ours, and nothing else was opened.
        assert_eq!(window.run("return location.href"), here, "{way}");
        window.see("link", "Handouts");
        doors.push((way, door));
    }
    assert_eq!(window.run("return window.ran ?? null"), Value::Null, "nothing that was put in ran");
    let knocked: Vec<&str> =
        doors.iter().filter(|(_, door)| door.was_knocked_at()).map(|(way, _)| *way).collect();
    assert_eq!(knocked, [""; 0], "nothing was sent");
}

#[test]
fn a_page_that_was_taken_over_has_the_commands_of_the_list_and_no_others() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    for command in [
        "read_file",
        "plugin:fs|read_text_file",
        "plugin:shell|execute",
        "plugin:opener|open_url",
        "plugin:dialog|open",
        "plugin:webview|create_webview_window",
        "plugin:window|create",
        "plugin:path|resolve_directory",
    ] {
        let asked = format!(
            "const done = arguments[arguments.length - 1];
             window.__TAURI_INTERNALS__.invoke('{command}', {{}}).then(() => done('it answered'), String).then(done)"
        );
        let answer = window.run_and_wait(&asked);
        let refused = answer.as_str().unwrap_or_default();
        assert!(refused.contains("not allowed") || refused.contains("not found"), "{command}: {refused}");
    }
    assert_eq!(
        window.run("return typeof window.__TAURI__"),
        "undefined",
        "nothing hangs on the window for scripts"
    );
}
