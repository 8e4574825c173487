//! Backups at the window: made at once, made at the door, and said.

use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit;

/// The folders of the backups that count.
fn made(machine: &Machine) -> Vec<String> {
    let entries = std::fs::read_dir(machine.practice().join("backups")).expect("the folder of backups");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name.starts_with("20")).collect();
    names.sort();
    names
}

#[test]
fn a_backup_is_made_at_a_click_and_another_when_the_records_are_closed() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    visit::register(&window);
    window.click("link", "Settings");
    window.click("link", "Backups");
    window.read("paragraph", "There is no backup yet");
    window.click("button", "Back up now");
    window.read("paragraph", "It was read back: 1 client, 0 signed notes");
    window.read("row", "By hand");
    let by_hand = made(&machine);
    assert!(matches!(by_hand.as_slice(), [one] if one.ends_with("-by-hand")), "{by_hand:?}");

    window.press("Control+L");
    window.see("textbox", "Passphrase");
    assert_eq!(made(&machine), by_hand, "nothing was done since");
    visit::unlock(&window, PASSPHRASE);
    window.press("Control+N");
    window.see_focus("textbox", "Given name");
    window.type_text("Tomás");
    window.press("Control+Enter");
    window.read("heading", "Tomás");
    window.press("Control+Shift+L");
    window.read("paragraph", "Your passphrase brings you back.");
    assert_eq!(window.complaints(), [""; 0]);
    window.close();
    let both = made(&machine);
    assert!(matches!(both.as_slice(), [_, last] if last.ends_with("-closing")), "{both:?}");
}

#[test]
fn records_that_a_failing_disk_spoiled_come_back_from_the_last_backup() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    visit::register(&window);
    window.close();
    drop(window);
    assert_eq!(made(&machine).len(), 1);
    let database = machine.practice().join("db/practice.e1.1.db");
    let mut bytes = std::fs::read(&database).expect("the records");
    bytes[..8192].fill(0);
    std::fs::write(&database, bytes).expect("a spoiled page");

    let window = Window::open(&machine);
    window.fill("textbox", "Passphrase", PASSPHRASE);
    window.press("Enter");
    window.read("heading", "The records are damaged");
    window.click("button", "Go back to a backup");
    window.fill("textbox", "An owner’s passphrase", PASSPHRASE);
    window.press("Enter");
    window.read("paragraph", "1 client, 0 signed notes");
    window.click("button", "Go back to this backup");
    window.see("link", "Handouts");
    visit::find(&window);
    assert_eq!(window.complaints(), [""; 0]);
}
