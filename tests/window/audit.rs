//! The audit in the real window: who opened a record, whether everything is as it was written, and a copy to keep.

use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit;

#[test]
fn the_owner_sees_who_opened_a_record_checks_every_entry_and_takes_the_audit_along() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    visit::register(&window);
    window.click("link", "Who opened this record");
    window.see("heading", "Audit");
    window.read("listitem", &format!("Ines Marlow opened {}’s record", visit::CLIENT));
    window.click("button", "Check every entry");
    window.read("paragraph", "entries are as they were written.");
    let table = machine.papers().join("audit.csv");
    machine.portal.will_save_as(&table);
    window.click("button", "Export");
    window.click("button", "Save as CSV");
    window.read("region", "Saved as audit.csv.");
    let saved = std::fs::read_to_string(&table).expect("the table was saved");
    assert!(saved.contains("\"Opened the record\""), "what was asked for is in it: {saved}");
    assert!(!saved.contains("\"Unlocked the practice\""), "and nothing else");
    assert!(saved.lines().last().is_some_and(|seal| seal.starts_with("\"Seal\"")), "{saved}");
    window.click("button", "Show everything");
    window.read("listitem", "Ines Marlow took the audit out as a file");
    assert_eq!(window.complaints(), [""; 0]);
}
