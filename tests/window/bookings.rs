//! A morning in two rooms, booked by keyboard; and a day's visits with the mouse alone.

use hegu_core::Practice;
use hegu_core::bookings::{self, Book, KeepRoom, KeepService, RoomInput, ServiceInput, VisitPart};
use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit::{self, CLIENT};
use crate::waiting;

/// Two rooms, and a follow-up of 20 minutes hands on, 25 at rest, 10 hands on. Nobody has said when they work, so that the
/// journey goes the same way on every day of the week.
pub(crate) async fn set_up(practice: Practice) -> hegu_core::Result<()> {
    for name in ["Room 1", "Room 2"] {
        let room = RoomInput {
            name: name.to_owned(),
            chairs: 1,
            every: 15,
            equipment: String::new(),
            people: Vec::new(),
            closed: false,
        };
        bookings::keep_room(&practice, KeepRoom { id: None, version: None, room }).await?;
    }
    let parts = [(true, 20), (false, 25), (true, 10)];
    let service = ServiceInput {
        name: "Follow-up".to_owned(),
        colour: 1,
        parts: parts.map(|(hands_on, minutes)| VisitPart { hands_on, minutes }).to_vec(),
        before: 0,
        after: 0,
        price: String::new(),
        currency: String::new(),
        retired: false,
    };
    bookings::keep_service(&practice, KeepService { id: None, version: None, service }).await.map(drop)
}

/// Alice comes at nine on every day of the week after this one.
async fn next_week_is_taken(practice: Practice) -> hegu_core::Result<()> {
    set_up(practice.clone()).await?;
    let setup = bookings::setup(&practice).await?;
    let alice = waiting::register(&practice, "Alice", "Whitford").await?;
    for day in practice.today().iter_days().skip(7).take(7) {
        let visit = Book {
            client: Some(alice.clone()),
            service: Some(setup.services[0].id.clone()),
            practitioner: practice.actor().id.to_string(),
            room: Some(setup.rooms[0].id.clone()),
            start: format!("{day}T09:00"),
            which: None,
            parts: None,
            company: None,
            note: String::new(),
            despite: None,
            wait: None,
            draft: None,
        };
        bookings::book(&practice, visit).await?;
    }
    Ok(())
}

fn register(window: &Window<'_>, given: &str, family: &str) {
    window.press("Control+N");
    window.see_focus("textbox", "Given name");
    window.type_text(given);
    window.press("Tab");
    window.type_text(family);
    window.press("Control+Enter");
    window.read("heading", &format!("{given} {family}"));
}

/// Books from the client's own page: the day after tomorrow or later, so that nothing has begun.
fn book(window: &Window<'_>, time: &str) {
    window.press("Control+Shift+B");
    window.see("heading", "Book");
    window.fill("textbox", "Time", time);
    window.press("Control+Enter");
}

#[test]
fn two_rooms_are_staggered_by_keyboard_and_the_same_hands_are_never_in_both() {
    let machine = Machine::new();
    drop(Seeded::with(&machine, set_up));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    register(&window, "Alice", "Whitford");
    book(&window, "9:00");
    window.read("region", "Alice Whitford booked for");
    register(&window, "Peter", "Novak");
    window.press("Control+Shift+B");
    window.see("heading", "Book");
    // The same time and the first room are what is typed; both are taken, and each is said.
    window.fill("textbox", "Time", "9:10");
    window.press("Control+Enter");
    window.read("listitem", "Ines Marlow has hands on Alice Whitford");
    window.see_focus("textbox", "Book it all the same, because");
    // The next that is free is in the rest of the first visit, in the other room.
    window.click("button", "Next free");
    window.read("button", "9:20");
    window.click("button", &window.whole_name("button", "9:20"));
    window.press("Control+Enter");
    window.read("region", "Peter Novak booked for");
    window.read("button", "Peter Novak");
    // Alt and an arrow would take it into Alice's hands: it slides back, and the reason is said.
    window.press("Escape");
    window.see_focus("button", &window.whole_name("button", "Peter Novak"));
    window.press("Alt+ArrowUp");
    window.read("region", "Peter Novak stays where it was");
    window.see_focus("button", &window.whole_name("button", "9:20"));
    window.press("Alt+Shift+ArrowDown");
    window.read("region", "Peter Novak: now 70 minutes");
    window.press("Control+Z");
    window.read("button", "10:15");
    assert_eq!(window.complaints(), [""; 0]);
}

#[test]
fn the_mouse_alone_books_moves_and_cancels() {
    let machine = Machine::new();
    drop(Seeded::with(&machine, set_up));
    let window = Window::open(&machine);
    window.fill("textbox", "Passphrase", PASSPHRASE);
    window.click("button", "Unlock");
    window.see("link", "Calendar");
    visit::register(&window);
    window.click("link", "Today");
    window.click("button", "Book");
    window.see("heading", "Book");
    window.fill("combobox", "Client", "quack");
    window.read("option", CLIENT);
    window.click("option", &window.whole_name("option", CLIENT));
    window.fill("textbox", "Time", "10:15");
    window.click("button", "Book the visit");
    window.read("region", &format!("{CLIENT} booked for"));
    window.see("heading", CLIENT);
    window.click("button", "Print the calendar");
    window.see("dialog", "Print the calendar");
    window.click("button", "Print");
    window.read("region", "Sent to the printer.");
    assert_eq!(machine.portal.printed().len(), 1, "the day is on its way to the printer");
    window.click("button", "Move to…");
    window.fill("textbox", "Time", "11:00");
    window.click("button", "Move");
    window.read("region", &format!("{CLIENT} moved to 11:00"));
    window.click("button", "Confirm");
    window.read("region", &format!("{CLIENT}: Confirmed"));
    window.click("button", "Undo");
    window.see("button", "Confirm");
    window.click("button", "Cancel the booking");
    window.see("dialog", &format!("Cancel {CLIENT}"));
    window.click("radio", "In time");
    window.click("button", "Cancel the booking");
    window.read("region", &format!("{CLIENT}: Cancelled in time"));
    assert_eq!(window.complaints(), [""; 0]);
}

#[test]
fn a_visit_is_dragged_to_another_time_and_undo_takes_it_back() {
    let machine = Machine::new();
    let window = waiting::open_tomorrow(&machine);
    // Whitford comes at nine and Novak at eleven.
    let (whitford, novak) =
        (window.whole_name("button", "Alice Whitford"), window.whole_name("button", "Alice Novak"));
    window.drag("button", &whitford, &novak, 0.5);
    window.read("region", "Alice Whitford moved to 10:00");
    window.press("Control+Z");
    window.see("button", &whitford);
    // Onto somebody else it slides back, and the reason is said.
    window.drag("button", &whitford, &novak, 1.0);
    window.read("region", "Alice Whitford stays where it was");
    window.see("button", &whitford);
    assert_eq!(window.complaints(), [""; 0]);
}

#[test]
fn a_series_says_what_clashes_before_anything_is_made() {
    let machine = Machine::new();
    drop(Seeded::with(&machine, next_week_is_taken));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    register(&window, "Peter", "Novak");
    window.press("Control+Shift+B");
    window.see("heading", "Book");
    window.fill("textbox", "Time", "9:00");
    window.choose("Repeat", "Every week");
    window.fill("textbox", "How many visits", "4");
    window.click("button", "Look at the days");
    window.read("status", "4 visits, 1 clashes");
    window.read("listitem", "Ines Marlow has hands on Alice Whitford");
    assert!(!window.names("region").iter().any(|said| said.contains("booked")), "nothing is made yet");
    window.see("button", "Book 4 visits");
    let instead = window.whole_name("combobox", "Instead of");
    window.choose(&instead, "Leave it out");
    window.click("button", "Book 3 visits");
    window.read("region", "Peter Novak: 3 visits are booked");
    assert_eq!(window.complaints(), [""; 0]);
}
