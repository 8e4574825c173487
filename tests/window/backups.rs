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
    assert_eq!(window.complaints(), [""; 0]);
    window.close();
    let both = made(&machine);
    assert!(matches!(both.as_slice(), [_, last] if last.ends_with("-closing")), "{both:?}");
}
