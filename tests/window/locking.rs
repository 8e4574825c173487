//! Locking, also when the page does not do its part.

use hegu_core::testing::PASSPHRASE;
use hegu_core::{Error, Trouble};
use hegu_tests::window::{Machine, OpenElsewhere, Seeded, Window};

use crate::visit;

#[test]
fn a_page_that_does_not_leave_after_locking_is_replaced() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    window.run("window.__TAURI_INTERNALS__.invoke('session_lock')");
    window.see("textbox", "Passphrase");
}

#[test]
fn there_is_no_way_back_to_what_a_locked_page_showed() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    visit::register(&window);
    window.click("link", "Clients");
    window.read("option", visit::CLIENT);
    window.press("Control+L");
    window.see("textbox", "Passphrase");
    window.run_and_leave("history.back()");
    window.see("textbox", "Passphrase");
    assert_eq!(window.names("link"), [""; 0], "nothing of the practice shows on a closed door");
    assert_eq!(window.complaints(), [""; 0]);
}

#[test]
fn a_page_that_crashes_takes_the_keys_with_it_and_stands_again_closed() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    let in_use = OpenElsewhere::open(&machine).map(drop).expect_err("the program has the practice open");
    assert!(matches!(in_use, Error::Trouble(Trouble::InUse)), "{in_use}");
    window.crash_page();
    drop(OpenElsewhere::when_closed(&machine));
}
