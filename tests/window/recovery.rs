//! The passphrase is forgotten, and the recovery sheet is at hand.

use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit;

const NEW: &str = "copper lantern seldom harvest violin";

#[test]
fn the_recovery_code_opens_and_sets_a_new_passphrase() {
    let machine = Machine::new();
    let seeded = Seeded::empty(&machine);
    let window = Window::open(&machine);
    window.click("button", "Use the recovery code");
    for (at, group) in seeded.recovery_code.iter().enumerate() {
        window.fill("textbox", &format!("Group {} of 9", at + 1), &group.to_lowercase());
    }
    window.fill("textbox", "New passphrase", NEW);
    window.fill("textbox", "New passphrase again", NEW);
    window.click("button", "Open the practice");
    window.see("heading", "Your practice is ready");

    window.press("Control+L");
    window.fill("textbox", "Passphrase", PASSPHRASE);
    window.press("Enter");
    window.see_said_at("textbox", "Passphrase", "This is not the passphrase.");
    visit::unlock(&window, NEW);
    assert_eq!(window.complaints(), [""; 0]);
}
