//! A child whose mother is no client: registered with who answers for her, found when the mother rings, by keyboard. A
//! practice asks what no other asks.

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

#[test]
fn a_practice_asks_what_no_other_asks_and_finds_a_client_by_it() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    window.click("link", "Settings");
    window.tab_to("button", "Add a field…");
    window.press("Enter");
    window.see_focus("textbox", "Name of the field");
    window.type_text("NDIS number");
    window.press("Control+Enter");
    window.see("button", &window.whole_name("button", "What to do with the field"));
    window.press("Control+N");
    window.see_focus("textbox", "Given name");
    window.type_text("Beatrix");
    window.tab_to("textbox", "NDIS number");
    window.type_text("43 417 001");
    window.press("Control+Enter");
    window.see("heading", "Beatrix");
    window.read("complementary", "43 417 001");
    // It is not asked any more, and what the record says stays.
    window.click("link", "Settings");
    window.click("button", &window.whole_name("button", "What to do with the field"));
    window.click("menuitem", "Do not ask any more");
    window.see("button", "Ask again");
    window.click("link", "Clients");
    window.fill("combobox", "Name, phone, email or birth date", "43 417");
    window.read("option", "Beatrix");
    window.press("Enter");
    window.read("complementary", "43 417 001");
    assert_eq!(window.complaints(), [""; 0]);
}
