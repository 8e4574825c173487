//! A file dropped on the window.

use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit;

#[test]
fn a_text_file_dropped_on_the_window_becomes_a_sheet_to_look_through() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    window.drag_in(&visit::article(), || window.read("status", "Drop the file to bring it in as a sheet"));
    window.see("button", "Keep sheet");
    assert_eq!(window.value("textbox", "Title"), visit::TITLE);
    window.read("region", "acupuncture-for-back-pain.txt");
    assert_eq!(window.complaints(), [""; 0]);
}
