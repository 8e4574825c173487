//! A day that is called off, and a time that is given to somebody who waits for one.

use hegu_core::bookings::{self, Book, KeepWait, VisitPart, WaitInput};
use hegu_core::testing::PASSPHRASE;
use hegu_core::{Practice, clients};
use hegu_tests::window::{Machine, Seeded, Window};

use crate::{bookings as calendar, visit};

pub(crate) async fn register(
    practice: &Practice,
    given_name: &str,
    family_name: &str,
) -> hegu_core::Result<String> {
    let client = clients::ClientInput {
        given_name: given_name.to_owned(),
        family_name: family_name.to_owned(),
        emails: vec![clients::EmailInput::personal(format!("{}@example.org", family_name.to_lowercase()))],
        phones: vec![clients::PhoneInput::new(clients::PhoneKind::Mobile, "250 555 0177")],
        ..clients::ClientInput::default()
    };
    let register = clients::RegisterClient { client, despite_twins: true, draft: None };
    Ok(clients::register(practice, register).await?.id)
}

/// Tomorrow three come, and a fourth would.
pub(crate) async fn tomorrow(practice: Practice) -> hegu_core::Result<()> {
    calendar::set_up(practice.clone()).await?;
    let setup = bookings::setup(&practice).await?;
    let me = practice.actor().id.to_string();
    let day = practice.today().succ_opt().unwrap_or_default();
    for (family_name, time) in [("Whitford", "9:00"), ("Novak", "11:00"), ("Rivera", "14:00")] {
        let visit = Book {
            client: Some(register(&practice, "Alice", family_name).await?),
            service: Some(setup.services[0].id.clone()),
            practitioner: me.clone(),
            room: Some(setup.rooms[0].id.clone()),
            start: format!("{day}T{time}"),
            which: None,
            parts: None::<Vec<VisitPart>>,
            company: None,
            note: String::new(),
            despite: None,
            wait: None,
            draft: None,
        };
        bookings::book(&practice, visit).await?;
    }
    let wait = WaitInput {
        client: register(&practice, "Aiko", "Tanaka").await?,
        service: None,
        practitioner: None,
        weekdays: Vec::new(),
        not_before: String::new(),
        over_by: String::new(),
        urgent: false,
        until: "2199-12-31".to_owned(),
        instead_of: None,
        note: String::new(),
    };
    bookings::keep_wait(&practice, KeepWait { id: None, version: None, wait }).await.map(drop)
}

/// The calendar at tomorrow, in a clinic where three come then.
pub(crate) fn open_tomorrow(machine: &Machine) -> Window<'_> {
    drop(Seeded::with(machine, tomorrow));
    let window = Window::open(machine);
    visit::unlock(&window, PASSPHRASE);
    window.click("link", "Calendar");
    window.click("button", "Next day");
    window.read("button", "Alice Whitford");
    window
}

#[test]
fn a_sick_day_becomes_a_list_of_calls_that_is_ticked_off() {
    let machine = Machine::new();
    let window = open_tomorrow(&machine);
    window.click("button", "More");
    window.click("menuitem", "Cancel the day…");
    window.see("dialog", "Cancel the day");
    window.read("status", "3 visits are cancelled");
    window.fill("textbox", "What the calendar shows", "Ill");
    window.press("Control+Enter");
    window.read("status", "3 of 3 calls left");
    window.click("button", "Called… Alice Whitford");
    window.click("menuitem", "Reached");
    window.read("status", "2 of 3 calls left");
    // The second is texted from the clinic's phone.
    window.click("button", "Called… Alice Novak");
    window.click("menuitem", "Text by phone…");
    window.see("img", "Code that opens a message to Alice Novak on a phone");
    window.click("button", "It was sent");
    window.read("status", "1 of 3 calls left");
    window.click("button", "Take the day up again");
    window.read("heading", "Nobody to call");
    window.click("link", "Calendar");
    window.read("button", "Alice Whitford");
    assert_eq!(window.complaints(), [""; 0]);
}

#[test]
fn a_cancelled_time_is_given_to_somebody_who_waits() {
    let machine = Machine::new();
    let window = open_tomorrow(&machine);
    window.click("button", &window.whole_name("button", "Alice Novak"));
    window.click("button", "Cancel the booking");
    window.see("dialog", "Cancel Alice Novak");
    window.press("Control+Enter");
    window.read("paragraph", "1 person on the waiting list could come");
    window.click("button", "Give the time away");
    window.see("heading", "Book");
    window.click("button", "Book Aiko Tanaka");
    window.read("paragraph", "From the waiting list");
    window.press("Control+Enter");
    window.read("region", "Aiko Tanaka booked for");
    window.press("Escape");
    window.press("Control+K");
    window.type_text("waiting list");
    window.press("Enter");
    window.read("heading", "Nobody waits");
    // Undo of the booking lets her wait again.
    window.press("Control+Z");
    window.read("listitem", "Aiko Tanaka");
    assert_eq!(window.complaints(), [""; 0]);
}

#[test]
fn a_reminder_is_written_in_the_mail_program_and_ticked_off_once_it_was_sent() {
    let machine = Machine::new();
    drop(Seeded::with(&machine, tomorrow));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    window.press("Control+K");
    window.type_text("waiting list");
    window.press("Enter");
    window.read("listitem", "Aiko Tanaka");
    window.click("radio", "Reminders");
    window.read("status", "3 of 3 still to remind");
    window.click("button", "Called… Alice Whitford");
    window.click("menuitem", "Email…");
    window.see("dialog", "Email to Alice Whitford");
    window.fill("textbox", "Subject", "Tomorrow at nine");
    window.press("Control+Enter");
    window.read("status", "It is open in the mail program");
    let address = machine.portal.addresses().pop().unwrap_or_default();
    let begins =
        "mailto:whitford@example.org?subject=Tomorrow%20at%20nine&body=Hello%20Alice%2C%20a%20reminder";
    assert!(address.starts_with(begins), "{address}");
    assert_eq!(window.names("dialog").len(), 1, "what was opened is not taken for sent");
    window.press("Control+Enter");
    window.read("status", "2 of 3 still to remind");
    assert_eq!(window.complaints(), [""; 0]);
}
