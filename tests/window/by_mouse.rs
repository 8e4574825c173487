//! A first visit with the mouse alone: the keyboard writes words into fields, and does nothing else.

use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit::CLIENT;

#[test]
fn the_mouse_alone_goes_from_the_door_to_a_printed_sheet() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    window.fill("textbox", "Passphrase", PASSPHRASE);
    window.click("button", "Unlock");
    window.click("button", "Register your first client");
    let (given, family) = CLIENT.split_once(' ').expect("two names");
    window.fill("textbox", "Given name", given);
    window.fill("textbox", "Family name", family);
    window.click("button", "Choose from a calendar");
    window.click("button", &window.whole_name("button", " 1, "));
    window.click("button", "Register");
    window.read("heading", CLIENT);

    window.click("button", "New note");
    window.fill("textbox", "S Complaint", "Dull ache low in the back for three weeks.");
    window.fill("combobox", "Add points", "st36");
    window.read("option", "ST36");
    window.click("option", &window.whole_name("option", "ST36"));
    window.read("row", "ST36");
    window.click("button", "Sign");
    window.see("dialog", "Sign the note");
    window.click("button", "Sign");
    window.read("paragraph", "Signed by Ines Marlow, R.Ac.");

    window.click("button", "Give a sheet");
    window.see("img", "Page 1 of 2: Back pain and acupuncture");
    window.click("radio", "16");
    window.click("button", &format!("Give to {CLIENT}"));
    window.read("region", "is given to");
    window.click("button", "Print");
    window.read("region", "Sent to the printer.");
    window.click("button", "Close");
    window.click("link", &format!("Open {CLIENT}"));
    window.read("listitem", "Sheet given: Back pain and acupuncture");
    window.right_click("link", &window.whole_name("link", "Note of "));
    window.click("menuitem", "Print");
    window.read("region", "Sent to the printer.");
    assert_eq!(machine.portal.printed().len(), 2, "the sheet and the note");
    window.click("button", "Lock now (Ctrl L)");
    window.see("textbox", "Passphrase");
    assert_eq!(window.complaints(), [""; 0]);
}
