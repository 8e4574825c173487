//! A clinic's computer loses its keyring, and the owner heals it.

use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window, accessibility};

use crate::visit;

/// Jun's passphrase, which opens nothing without this computer's key.
const JUN: &str = "violet otter lantern";

fn lock(window: &Window<'_>) {
    window.press("Control+L");
    window.read("paragraph", "The records are closed.");
}

fn try_as_jun(window: &Window<'_>) {
    window.click("radio", "Jun Mori");
    window.fill("textbox", "Passphrase", JUN);
    window.press("Enter");
}

#[test]
fn a_colleague_is_told_what_is_missing_and_works_again_once_the_owner_was_here() {
    let machine = Machine::new();
    let mut keyring = machine.keyring();
    keyring.unlock();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    let mut faults = Vec::new();
    visit::unlock(&window, PASSPHRASE);
    window.click("link", "Settings");
    window.click("link", "People");
    window.click("button", "Add a person");
    window.fill("textbox", "Name", "Jun Mori");
    window.click("radio", "Practitioner");
    window.fill("textbox", "Passphrase", JUN);
    window.fill("textbox", "Passphrase again", JUN);
    window.press("Control+Enter");
    window.fill("textbox", "Passphrase", PASSPHRASE);
    window.press("Enter");
    window.read("link", "Jun Mori");
    lock(&window);
    try_as_jun(&window);
    window.see("link", "Handouts");
    lock(&window);

    keyring.end();
    try_as_jun(&window);
    window.read("paragraph", "This computer has no keyring");
    faults.extend(accessibility::faults(&window));
    keyring.start_locked();
    try_as_jun(&window);
    window.read("paragraph", "This computer’s keyring is locked");
    keyring.lose_everything();
    keyring.unlock();
    try_as_jun(&window);
    window.read("paragraph", "This computer does not have the clinic’s key");

    window.click("radio", "Ines Marlow R.Ac.");
    visit::unlock(&window, PASSPHRASE);
    lock(&window);
    try_as_jun(&window);
    window.see("link", "Handouts");
    assert_eq!(faults, [""; 0]);
    assert_eq!(window.complaints(), [""; 0]);
}
