//! A sheet leaves by the printer, and by the system's viewer where there is none.

use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit::{self, CLIENT};

#[test]
fn the_bytes_that_are_printed_are_the_bytes_that_were_given() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    visit::register(&window);
    visit::import(&machine, &window);
    window.click("radio", "16");
    visit::give(&machine, &window);
    window.click("button", "Print");
    window.read("region", "Sent to the printer.");

    window.click("link", &format!("Open {CLIENT}"));
    window.click("button", "Open PDF");
    let copy = machine.papers().join("copy.pdf");
    machine.portal.will_save_as(&copy);
    window.click("button", "Save copy");
    window.press("Escape");
    window.read("region", "Saved as copy.pdf.");
    let kept = std::fs::read(&copy).expect("a copy of what was given");
    assert!(machine.portal.printed() == [kept.clone()], "other bytes were printed than were given");

    window.click("button", "Open PDF");
    window.click("button", "Print");
    window.read("status", "Sent to the printer.");
    assert!(machine.portal.printed() == [kept.clone(), kept.clone()]);

    machine.portal.without_printing();
    window.click("button", "Print");
    window.read("status", "print them there");
    let opened = machine.portal.opened();
    assert_eq!(opened.len(), 1);
    assert!(std::fs::read(&opened[0]).expect("a private copy") == kept);
    window.press("Escape");
    window.press("Control+L");
    window.see("textbox", "Passphrase");
    assert!(!opened[0].exists(), "the lock leaves no copy");
    assert_eq!(window.complaints(), [""; 0]);
}

#[test]
fn the_keyboard_alone_goes_from_the_door_to_a_printed_sheet() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    window.see_focus("textbox", "Passphrase");
    window.type_text(PASSPHRASE);
    window.press("Enter");
    window.see("link", "Handouts");
    visit::register(&window);
    window.tab_to("button", "Give a sheet");
    window.press("Enter");
    window.tab_to("radio", "14");
    window.press("ArrowRight");
    window.see_focus("radio", "16");
    window.tab_to("button", &format!("Give to {CLIENT}"));
    window.press("Enter");
    window.read("region", "is given to");
    window.tab_to("button", "Print");
    window.press("Enter");
    window.read("region", "Sent to the printer.");
    assert_eq!(machine.portal.printed().len(), 1);
    assert!(machine.portal.printed()[0].starts_with(b"%PDF"));
    assert_eq!(window.complaints(), [""; 0]);
}
