//! The calendar and the lists around it, one after the other: usable by everybody in both themes, and whole at twice the
//! text size.

use hegu_tests::window::{Look, Machine, Window, accessibility, fitting};

use crate::waiting;

/// Goes through everything that there is of the calendar, and has it looked at.
fn walk(window: &Window<'_>, look: &mut dyn FnMut(&str)) {
    look("a day");
    for view in ["Week", "Month", "List"] {
        window.click("radio", view);
        window.read("button", "Alice Whitford");
        look(view);
    }
    window.click("radio", "Day");
    window.click("button", &window.whole_name("button", "Alice Novak"));
    window.see("heading", "Alice Novak");
    look("a booking");
    window.click("button", "Move to…");
    window.see("button", "Next free");
    window.click("button", "On certain days…");
    look("where to move it");
    window.press("Escape");
    window.press("Escape");
    window.click("button", "Book");
    window.see("heading", "Book");
    window.choose("Repeat", "Every week");
    look("a series");
    window.press("Escape");
    window.click("button", "Print the calendar");
    window.see("dialog", "Print the calendar");
    look("what to print");
    window.press("Escape");
    window.click("button", "More");
    window.click("menuitem", "Waiting list");
    window.read("listitem", "Aiko Tanaka");
    look("who waits");
    window.click("radio", "Reminders");
    window.read("listitem", "Alice Whitford");
    window.click("button", "Show a code beside each name");
    window.see("img", "Code that opens a message to Alice Whitford on a phone");
    look("reminders with codes");
    window.click("button", "Texts…");
    window.see("dialog", "What the practice writes");
    look("what the practice writes");
    window.press("Escape");
    window.run("location.hash = '#/settings/calendar'");
    window.see("button", "Keep it in a folder…");
    look("what the calendar is made of");
}

fn every_screen(look: Look, judge: fn(&Window<'_>) -> Vec<String>) {
    let machine = Machine::new();
    machine.set_look(look);
    let window = waiting::open_tomorrow(&machine);
    let mut faults = Vec::new();
    walk(&window, &mut |screen| {
        faults.extend(judge(&window).into_iter().map(|fault| format!("{screen}: {fault}")));
    });
    assert_eq!(window.complaints(), [""; 0]);
    assert!(faults.is_empty(), "{look:?}:\n{}", faults.join("\n"));
}

#[test]
fn the_calendar_is_accessible_in_light_with_controls_for_fingers() {
    every_screen(Look::TOUCH, accessibility::faults);
}

#[test]
fn the_calendar_is_accessible_in_dark() {
    every_screen(Look::DARK, accessibility::faults);
}

#[test]
fn the_calendar_fits_at_twice_the_text_size() {
    every_screen(Look::DOUBLE, fitting::misfits);
}
