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
