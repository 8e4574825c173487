//! Locking, also when the page does not do its part.

use hegu_core::testing::PASSPHRASE;
use hegu_core::{Error, Trouble};
use hegu_tests::window::{Machine, OpenElsewhere, Seeded, Window};

use crate::visit;

const COMPLAINT: &str = "Dull ache across the low back, worse when she";

/// Stops in mid-sentence.
fn begin_a_note(window: &Window<'_>) {
    visit::unlock(window, PASSPHRASE);
    visit::register(window);
    window.click("button", "New note");
    window.fill("textbox", "S Complaint", COMPLAINT);
}

/// Unlocks, and goes on with the note from Today; what stands in it.
fn taken_up_again(window: &Window<'_>) -> String {
    visit::unlock(window, PASSPHRASE);
    let begun = format!("{} Typed until", visit::CLIENT);
    window.read("button", &begun);
    window.click("button", &window.whole_name("button", &begun));
    window.see("textbox", "S Complaint");
    window.value("textbox", "S Complaint")
}

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
fn what_was_typed_right_before_the_menu_bar_locks_is_kept() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    begin_a_note(&window);
    window.run("addEventListener('keydown', (event) => event.stopImmediatePropagation(), true)");
    window.press_key_of_the_menu_bar('l');
    window.see("textbox", "Passphrase");
    assert_eq!(taken_up_again(&window), COMPLAINT);
    assert_eq!(window.complaints(), [""; 0]);
}

#[test]
fn however_the_screen_is_left_the_records_rest() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    let ways: [&dyn Fn(); 6] = [
        &|| machine.portal.locks_the_screen(),
        &|| machine.portal.locks_the_screen_of("gnome"),
        &|| machine.portal.locks_the_screen_of("cinnamon"),
        &|| machine.portal.locks_the_screen_of("mate"),
        &|| machine.portal.locks_the_session(),
        &|| machine.portal.switches_to_another_account(),
    ];
    for leave in ways {
        leave();
        window.read("paragraph", "Your passphrase brings you back.");
        assert_eq!(window.names("link"), [""; 0], "nothing of the practice shows");
        visit::unlock(&window, PASSPHRASE);
    }
    assert_eq!(window.complaints(), [""; 0]);
}

#[test]
fn what_was_typed_right_before_the_window_is_closed_is_kept() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    begin_a_note(&window);
    window.close();
    drop(window);
    let window = Window::open(&machine);
    assert_eq!(taken_up_again(&window), COMPLAINT);
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
