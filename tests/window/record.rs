//! A child whose mother is no client: registered with who answers for her, found when the mother rings, by keyboard.

use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit;

#[test]
fn a_child_is_registered_with_her_guardian_and_found_when_the_guardian_rings() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    window.press("Control+N");
    window.see_focus("textbox", "Given name");
    window.type_text("Beatrix");
    for (field, words) in [("Family name", "Lund"), ("Birth date", "2 February 2016")] {
        window.tab_to("textbox", field);
        window.type_text(words);
    }
    window.tab_to("button", "Add a guardian");
    window.press("Enter");
    window.see_focus("textbox", "Name");
    window.type_text("Ann Lund");
    window.tab_to("combobox", "Relation");
    window.type_text("mot");
    window.press("ArrowDown");
    window.press("Enter");
    window.tab_to("textbox", "Their phone");
    window.type_text("(250) 555-0171");
    window.press("Control+L");
    visit::unlock(&window, PASSPHRASE);
    window.click("button", &window.whole_name("button", "Register"));
    assert_eq!(window.value("textbox", "Their phone"), "(250) 555-0171", "kept through the lock");
    window.press("Control+Enter");
    window.see("heading", "Beatrix Lund");
    window.read("complementary", "Ann Lund");
    window.read("complementary", "guardian · may sign");
    // What must not be done at a number stands where it is dialled.
    window.click("tab", "Details");
    window.fill("textbox", "Phone", "250-555-0199");
    window.choose("Voicemail", "No");
    window.press("Control+Enter");
    window.read("complementary", "no voicemail");
    window.press("Control+Z");
    window.see("button", "Add a guardian");
    // The mother rings.
    window.click("link", "Clients");
    window.fill("combobox", "Name, phone, email or birth date", "555 0171");
    window.read("option", "Beatrix Lund");
    window.press("Enter");
    window.see("heading", "Beatrix Lund");
    window.read("complementary", "Ann Lund");
    assert_eq!(window.complaints(), [""; 0]);
}
