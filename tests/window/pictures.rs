//! A logo and a picture come in by the system's dialog and by dropping, and stand on the sheet that is saved.

use std::path::PathBuf;

use hegu_core::testing::PASSPHRASE;
use hegu_tests::project::Project;
use hegu_tests::window::{Machine, Seeded, Window, pictures, words};

use crate::visit;

fn picture(name: &str) -> PathBuf {
    Project::root().join("tests/sheets").join(name)
}

#[test]
fn a_logo_and_a_picture_stand_on_the_page_that_is_seen_and_on_the_pdf_that_is_saved() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    window.click("link", "Handouts");
    window.see("heading", "Back pain and acupuncture");
    let ours = window.ink_of_letterhead();
    window.click("link", "Settings");
    window.see("button", "Choose a picture");
    window.drag_in(&picture("figure.png"), || {
        window.read("status", "Drop the picture to make it the logo");
    });
    window.see("img", "The logo");
    machine.portal.will_open(&picture("logo.jpg"));
    window.click("button", "Replace");
    window.read("region", "The logo is replaced.");
    window.fill("textbox", "What the logo shows", "A willow leaf");
    window.press("Tab");
    window.see("img", "A willow leaf");

    window.click("link", "Handouts");
    window.see_another_letterhead(ours);
    window.click("button", "New sheet");
    window.fill("textbox", "Title", "Points of the back");
    window.fill("textbox", "Text", "Three points:");
    machine.portal.will_open(&picture("figure.png"));
    window.click("button", "Insert a picture");
    window.fill("textbox", "What it shows", "The lower back");
    window.click("button", "Insert");
    window.see_focus("textbox", "Text");
    assert_eq!(window.value("textbox", "Text").trim(), "Three points:\n\n![The lower back](figure.png)");
    window.click("button", "Keep sheet");
    window.see("heading", "Handouts");

    let pdf = machine.papers().join("points.pdf");
    machine.portal.will_save_as(&pdf);
    window.click("button", "Save PDF");
    window.read("region", "Saved as points.pdf.");
    assert_eq!(pictures(&pdf), 2, "the logo and the picture");
    let words = words(&pdf).concat().join(" ");
    assert!(words.contains("Points of the back Three points:"), "{words}");
    assert_eq!(window.complaints(), [""; 0]);
}
