//! A first history: taken down by keyboard, kept through a lock, beside the name as an alert, and gone through again.

use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit::{self, CLIENT};

#[test]
fn a_history_outlives_a_lock_warns_beside_the_name_and_is_readable_as_it_was() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    visit::register(&window);
    window.click("tab", "Health history");
    window.see("heading", "No health history yet");
    window.click("button", "Take the history");
    window.see_focus("checkbox", "Anticoagulant");
    window.type_text(" ");
    window.press("Tab");
    window.type_text("apixaban");
    window.press("Tab");
    window.type_text("march 2024");
    window.tab_to("combobox", "How it stands");
    window.choose("How it stands", "Pregnant");
    for (field, words) in
        [("Or weeks today", "23+5"), ("Allergic to", "Zinc oxide tape"), ("Reaction", "rash")]
    {
        window.tab_to("textbox", field);
        window.type_text(words);
    }
    window.press("Control+L");
    visit::unlock(&window, PASSPHRASE);
    window.click("button", &window.whole_name("button", "Save the health history of "));
    window.see("form", &format!("Health history of {CLIENT}"));
    assert_eq!(window.value("textbox", "Or weeks today"), "23+5", "what was typed is there after the lock");
    window.press("Control+Enter");
    window.read("listitem", "apixaban since March 2024");
    for words in ["Anticoagulant: apixaban, since March 2024", "Pregnant, 23 weeks and 5 days", "rash"] {
        window.read("button", words);
    }
    // It ends with one click, which asks for nothing; the warning goes with it, and comes back with the undo.
    window.click("button", "It has ended");
    window.read("region", "Noted.");
    window.read("listitem", "Ended");
    window.press("Control+Z");
    window.read("button", "Pregnant, 23 weeks and 5 days");
    window.click("tab", "Overview");
    window.read("listitem", "Health history changed");
    window.click("button", &window.whole_name("button", "Danger: Anticoagulant"));
    window.click("button", "As it was on…");
    window.see("dialog", "As it was on…");
    window.press("Escape");
    window.see("button", "As it was on…");
    assert_eq!(window.complaints(), [""; 0]);
}
