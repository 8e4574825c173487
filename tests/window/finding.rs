//! Somebody is found in spite of a slip, and a list is narrowed, saved and taken up again after a lock, by keyboard.

use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit;

#[test]
fn among_three_hundred_somebody_is_found_in_spite_of_a_slip_and_a_list_is_saved_over_a_lock() {
    let machine = Machine::new();
    drop(Seeded::with(&machine, async |practice| visit::three_hundred(&practice).await));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    // On the list whatever is typed is a search.
    window.click("link", "Clients");
    window.read("option", "Ada Adler");
    window.fill("combobox", "Name, phone, email or birth date", "leila sorenesn");
    window.read("option", "Leila Sørensen");
    window.read("option", "similar");
    // Enter alone would register whom nobody quite fits.
    window.see("button", &window.whole_name("button", "Register leila sorenesn"));
    window.press("ArrowDown");
    window.press("Enter");
    window.see("heading", "Leila Sørensen");
    window.click("link", "Clients");
    window.tab_to("button", "Filter");
    window.press("Enter");
    window.see_focus("checkbox", "Active");
    window.tab_to("checkbox", "Inactive");
    window.press(" ");
    window.read("option", "Ada Holm");
    window.press("Escape");
    window.see_focus("button", "Filter: 1 chosen");
    window.tab_to("button", "Lists");
    window.press("Enter");
    window.see("menuitem", "Save as a list…");
    window.press("Enter");
    window.see_focus("textbox", "Name of the list");
    window.type_text("Who stayed away");
    window.press("Control+Enter");
    window.see("button", "Who stayed away");
    window.press("Control+L");
    visit::unlock(&window, PASSPHRASE);
    window.click("link", "Clients");
    window.read("option", "Ada Adler");
    window.tab_to("button", "Lists");
    window.press("Enter");
    window.see("menuitem", "Who stayed away");
    window.press("Enter");
    window.read("option", "Ada Holm");
    assert_eq!(window.names("option").len(), visit::GIVEN.len());
    // All of them come again: ticked by one key, changed at once, and one by one in the list.
    window.tab_to("button", "Choose");
    window.press("Enter");
    window.press("Control+A");
    window.read("toolbar", "12 chosen");
    window.tab_to("button", "Status");
    window.press("Enter");
    window.see("menuitem", "Active");
    window.press("Enter");
    window.see("heading", "No clients in this list");
    window.press("Control+Z");
    window.read("option", "Ada Holm");
    window.tab_to("button", "Done");
    window.press("Enter");
    // Who is not in the list is not taken for somebody new.
    window.fill("combobox", "Name, phone, email or birth date", "leila sorensen");
    window.see("button", &window.whole_name("button", "Search everybody"));
    window.press("Enter");
    window.read("option", "Leila Sørensen");
    assert_eq!(window.complaints(), [""; 0]);
}
