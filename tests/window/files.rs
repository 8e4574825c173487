//! A client's files at the window: dropped on the record, looked at, saved byte for byte, removed and put back.

use hegu_core::testing::PASSPHRASE;
use hegu_tests::project::Project;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit;

#[test]
fn a_photo_is_dropped_on_a_record_looked_at_saved_removed_and_put_back() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    visit::register(&window);
    let picture = Project::root().join("tests/sheets/logo.jpg");
    window.drag_in(&picture, || window.read("status", "Add to the record of"));
    window.see("button", "logo.jpg");
    window.read("status", "1 file added.");
    machine.portal.will_open(&visit::article());
    window.click("button", "Add files…");
    window.see("button", "acupuncture-for-back-pain.txt");
    assert_eq!(window.complaints(), [""; 0]);

    window.click("button", "logo.jpg");
    window.see("dialog", "logo.jpg");
    window.see("img", "logo.jpg");
    let copy = machine.practice().with_file_name("copy.jpg");
    machine.portal.will_save_as(&copy);
    window.click("button", "Save a copy…");
    window.read("status", "Saved as");
    assert_eq!(std::fs::read(&copy).expect("a copy"), std::fs::read(&picture).expect("the photo"));
    window.press("Escape");
    window.see_focus("button", "logo.jpg");

    window.click("button", "What to do with logo.jpg");
    window.click("menuitem", "Remove");
    window.read("status", " is removed.");
    window.press("Control+Z");
    window.see("button", "logo.jpg");
    window.press("Control+L");
    window.see("textbox", "Passphrase");
    assert_eq!(window.complaints(), [""; 0]);
}

#[test]
fn a_phones_photo_and_pages_of_a_scanner_are_seen_in_the_window() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    visit::register(&window);
    let photo = Project::root().join("tests/photos/tongue.heic");
    window.drag_in(&photo, || window.read("status", "Add to the record of"));
    window.see("button", "tongue.heic");
    window.click("button", "tongue.heic");
    window.see("img", "tongue.heic");
    window.press("Escape");
    window.see_focus("button", "tongue.heic");
    // Pictures as scanners and fax machines pack them: the decoders come from the program itself.
    for name in ["jbig2.pdf", "jpeg2000.pdf", "fax.pdf"] {
        machine.portal.will_open(&Project::root().join("tests/scans").join(name));
        window.click("button", "Add files…");
        window.see("button", name);
        window.click("button", name);
        window.see("dialog", name);
        assert!(window.ink_of_letterhead() > 0, "{name}");
        window.press("Escape");
        window.see_focus("button", name);
    }
    assert_eq!(window.complaints(), [""; 0]);
}
