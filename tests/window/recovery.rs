//! The passphrase is forgotten, and the recovery sheet is at hand.

use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit;

/// The passphrase that takes the place of the forgotten one.
pub(crate) const NEW: &str = "copper lantern seldom harvest violin";

#[test]
fn the_recovery_code_opens_and_sets_a_new_passphrase() {
    let machine = Machine::new();
    let seeded = Seeded::empty(&machine);
    let window = Window::open(&machine);
    window.click("button", "Use the recovery code");
    type_code(&window, &seeded.recovery_code);
    window.click("button", "Open the practice");
    let groups = make_the_new_sheet(&machine, &window);
    assert_ne!(groups, seeded.recovery_code, "the code that was read is used up");
    window.see("heading", "Your practice is ready");

    window.press("Control+L");
    window.click("button", "Use the recovery code");
    type_code(&window, &seeded.recovery_code);
    window.click("button", "Open the practice");
    window.read("paragraph", "This is not the recovery code of this practice.");
    window.click("button", "Back to the passphrase");
    window.fill("textbox", "Passphrase", PASSPHRASE);
    window.press("Enter");
    window.see_said_at("textbox", "Passphrase", "This is not the passphrase.");
    visit::unlock(&window, NEW);
    assert_eq!(window.complaints(), [""; 0]);
}

/// Types the code of a recovery sheet as people do, in small letters, and the new passphrase.
pub(crate) fn type_code(window: &Window<'_>, code: &[String]) {
    for (at, group) in code.iter().enumerate() {
        window.fill("textbox", &format!("Group {} of 9", at + 1), &group.to_lowercase());
    }
    window.fill("textbox", "New passphrase", NEW);
    window.fill("textbox", "New passphrase again", NEW);
}

/// Makes the sheet that is asked for after the old one was used; its groups.
pub(crate) fn make_the_new_sheet(machine: &Machine, window: &Window<'_>) -> Vec<String> {
    window.see("heading", "A new recovery sheet first");
    assert_eq!(window.names("link"), [""; 0], "nothing else is done before there is one");
    window.click("button", "Make the new sheet");
    let groups = window.items("Recovery code, nine groups");
    machine.portal.will_save_as(&machine.papers().join("recovery.pdf"));
    window.click("button", "Save as PDF");
    window.read("status", "Saved as recovery.pdf.");
    window.click("button", "Continue");
    for label in window.names("textbox") {
        let number: usize = label.trim_start_matches("Group ").parse().expect("a numbered group");
        window.fill("textbox", &label, &groups[number - 1]);
    }
    window.click("button", "Done");
    groups
}
