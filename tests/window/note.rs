//! A first note: written, cut off in mid-sentence, recovered, signed, added to, and pinned to the head of the record.

use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit::{self, CLIENT};

const KEPT: &str = "Dull ache across the low back since Tuesday, ";
const LOST: &str = "worse when he";
const REST: &str = "easier after walking.";

#[test]
fn a_note_survives_a_crash_in_mid_sentence_and_is_signed_and_added_to() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    {
        let window = Window::open(&machine);
        visit::unlock(&window, PASSPHRASE);
        visit::register(&window);
        window.click("button", "New note");
        window.fill("textbox", "S Complaint", KEPT);
        // The client's page shows what is kept of it.
        window.click("link", CLIENT);
        window.read("listitem", KEPT.trim());
        window.click("button", "Open note");
        window.fill("textbox", "S Complaint", &format!("{KEPT}{LOST}"));
        window.kill();
    }
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    window.read("button", &format!("{CLIENT} Typed until"));
    let recovered = visit::reopen_note(&window);
    assert!(
        recovered.starts_with(KEPT) && format!("{KEPT}{LOST}").starts_with(&recovered),
        "what was kept is there, and nothing else: {recovered}"
    );
    let complaint = format!("{KEPT}{REST}");
    window.fill("textbox", "S Complaint", &complaint);
    window.fill("combobox", "Add points", "st36; bl23 bl; ren4");
    window.press("Enter");
    window.read("row", "BL23");
    window.press("Control+Enter");
    window.see("dialog", "Sign the note");
    window.press("Control+Enter");
    window.read("paragraph", "Signed by Ines Marlow, R.Ac.");
    window.read("paragraph", &complaint);
    assert_eq!(window.names("textbox"), [""; 0], "what is signed is not typed into");

    window.click("button", "Add an addendum");
    window.fill("textbox", "New addendum", "No pain the day after, by telephone.");
    window.press("Control+Enter");
    window.see("dialog", "Sign the addendum");
    window.press("Control+Enter");
    window.read("paragraph", "Added and signed by Ines Marlow, R.Ac.");
    window.read("paragraph", "Signed by Ines Marlow, R.Ac.");
    window.read("paragraph", &complaint);

    // What must be seen each time is pinned to the head of the record, and taken down by its undo.
    window.tab_to("button", "Pin words of Complaint");
    window.press("Enter");
    window.read("status", "Pinned to the head of the record.");
    window.click("link", CLIENT);
    window.read("listitem", &complaint);
    window.press("Control+Z");
    window.read("status", "Taken down.");
    assert_eq!(window.complaints(), [""; 0]);
}
