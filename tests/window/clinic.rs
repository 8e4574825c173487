//! A clinic of three through a morning at one workstation.

use hegu_core::people::{self, AddPerson, PersonInput, Role};
use hegu_core::testing::PASSPHRASE;
use hegu_core::{Practice, Result};
use hegu_tests::window::{Machine, Seeded, Window, accessibility};

use crate::visit::{self, CLIENT};

/// Jun's and Grace's; as strong as an owner's, because the test's computer has no keyring.
const THEIRS: &str = "granite walnut hover lantern tide";
const PIN: &str = "290874";

/// Jun treats, Grace is at the desk.
async fn colleagues(practice: Practice) -> Result<()> {
    for (name, role) in [("Jun Mori", Role::Practitioner), ("Grace Tan", Role::Receptionist)] {
        let person = PersonInput { name: name.to_owned(), colour: 2, ..PersonInput::default() };
        let (passphrase, passphrase_again) = (THEIRS.to_owned(), THEIRS.to_owned());
        people::add(&practice, AddPerson { person, role, passphrase, passphrase_again }).await?;
    }
    Ok(())
}

/// Sets a PIN from the name at the foot of the sidebar.
fn set_pin(window: &Window<'_>) {
    window.press("Control+J");
    window.click("button", "Set a PIN");
    window.fill("textbox", "PIN", PIN);
    window.fill("textbox", "PIN again", PIN);
    window.click("button", "Set the PIN");
    window.read("region", "Your PIN is set.");
}

#[test]
fn three_people_share_a_keyboard_and_nothing_that_was_typed_is_lost() {
    let machine = Machine::new();
    drop(Seeded::with(&machine, colleagues));
    let window = Window::open(&machine);
    let mut faults = Vec::new();
    let mut look = |screen: &str| {
        let found = accessibility::faults(&window);
        faults.extend(found.into_iter().map(|fault| format!("{screen}: {fault}")));
    };
    window.see("radio", "Grace Tan");
    look("the door of a clinic");
    visit::unlock(&window, PASSPHRASE);
    set_pin(&window);
    visit::register(&window);
    window.click("button", "New note");
    window.fill("textbox", "S Complaint", "Low back easier, slept thr");

    // The screen is locked in mid-sentence: nobody is asked, and nothing is lost.
    machine.portal.locks_the_screen();
    window.read("paragraph", "Your PIN brings you back.");
    look("the resting page");
    assert_eq!(window.names("link"), [""; 0], "nothing of the practice shows");
    window.fill("textbox", "PIN", "000000");
    window.press("Enter");
    window.see_said_at("textbox", "PIN", "This is not the PIN. 4 tries are left.");
    window.fill("textbox", "PIN", PIN);
    window.press("Enter");
    window.read("heading", CLIENT);
    assert_eq!(window.value("textbox", "S Complaint"), "Low back easier, slept thr", "where she was");

    // Grace takes the keyboard: the note is Ines's, and notes are not for the desk.
    window.press("Control+J");
    window.see("dialog", "At the keyboard");
    look("who is at the keyboard");
    window.click("radio", "Grace Tan");
    window.fill("textbox", "Passphrase", THEIRS);
    window.click("button", "Go on as Grace Tan");
    window.see("button", "Register a client");
    assert!(
        !window.names("heading").iter().any(|name| name == "Clients you had open"),
        "Ines had, and not she"
    );
    window.click("link", "Clients");
    window.see("combobox", "Name, phone, email or birth date");
    window.type_text("quack");
    window.read("option", CLIENT);
    window.press("Enter");
    window.read("heading", CLIENT);
    assert!(!window.names("button").iter().any(|name| name == "New note"), "the desk writes no notes");
    window.press("Control+K");
    window.type_text("who may do");
    window.press("Escape");

    // Ines comes back by her PIN, exactly to where she was, and Grace leaves the clinic.
    window.press("Control+J");
    window.click("radio", "Ines Marlow R.Ac.");
    window.fill("textbox", "PIN", PIN);
    window.press("Enter");
    assert_eq!(window.value("textbox", "S Complaint"), "Low back easier, slept thr");
    window.click("link", "Settings");
    window.click("link", "People");
    window.see("heading", "People");
    look("the people");
    let links = window.names("link");
    let grace = links.iter().find(|name| name.starts_with("Grace Tan")).expect("Grace in the list");
    window.click("link", grace);
    window.click("button", "Remove");
    window.see("alertdialog", "Remove Grace Tan?");
    look("the question before somebody is removed");
    window.click("button", "Remove for good");
    window.read("region", "Grace Tan is removed.");
    window.click("link", "Security");
    window.see("heading", "Security");
    look("security");
    window.click("link", "Audit");
    window.read("listitem", "Grace Tan");

    // Before a sleep the records are closed, and the door does not know Grace any more.
    machine.portal.prepares_for_sleep();
    window.read("paragraph", "The records are closed.");
    window.see("radio", "Jun Mori");
    assert!(!window.names("radio").iter().any(|name| name == "Grace Tan"));
    visit::unlock(&window, PASSPHRASE);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(window.complaints(), [""; 0]);
}
