//! A call between visits: written down by keyboard, kept through a lock in mid-sentence, and followed up from Today.

use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit::{self, CLIENT};

#[test]
fn a_call_outlives_a_lock_and_stands_on_today_until_somebody_came_back_to_it() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    visit::register(&window);
    window.click("button", "Call or message");
    window.see("dialog", &format!("Call or message: {CLIENT}"));
    window.fill("textbox", "What was said, asked or arranged", "Asks whether she can swim after cupping.");
    window.press("Control+L");
    visit::unlock(&window, PASSPHRASE);
    window.click("button", &window.whole_name("button", "Call or message: "));
    window.see("dialog", &format!("Call or message: {CLIENT}"));
    window.fill("textbox", "Follow up on", &today());
    window.press("Control+Enter");
    window.read("listitem", "Asks whether she can swim after cupping.");
    window.click("link", "Today");
    window.click("button", &format!("Done with {CLIENT}"));
    window.read("region", "Followed up.");
    window.press("Control+Z");
    window.see("button", &format!("Done with {CLIENT}"));
    assert_eq!(window.complaints(), [""; 0]);
}

/// The day on this computer, ISO.
fn today() -> String {
    let day = std::process::Command::new("date").arg("+%F").output().expect("the day");
    String::from_utf8_lossy(&day.stdout).trim().to_owned()
}
