//! One program, one window and one practice at a time.

use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, OpenElsewhere, Seeded, Window};

use crate::visit;

#[test]
fn a_second_start_ends_and_brings_the_first_window_forward() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    window.start_again();
    window.see("link", "Handouts");
}

#[test]
fn the_window_comes_back_in_the_size_in_which_it_was_left() {
    let machine = Machine::new();
    let window = Window::open(&machine);
    window.see("heading", "Welcome to Hegu");
    window.resize(1010, 720);
    window.close();
    drop(window);
    Window::open(&machine).see_width(1010);
}

#[test]
fn a_practice_that_is_open_elsewhere_is_refused_in_its_own_words_until_it_is_closed() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let elsewhere = OpenElsewhere::open(&machine).expect("nobody has it open");
    let window = Window::open(&machine);
    window.fill("textbox", "Passphrase", PASSPHRASE);
    window.press("Enter");
    window.see("heading", "The practice is open elsewhere");
    window.read("paragraph", "Another Hegu, perhaps under another account on this computer");
    drop(elsewhere);
    window.click("button", "Try again");
    visit::unlock(&window, PASSPHRASE);
    assert_eq!(window.complaints(), [""; 0]);
}
