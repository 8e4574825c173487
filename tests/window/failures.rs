//! What goes wrong around the program, and what somebody at the window sees of it.

use hegu_core::testing::{PASSPHRASE, ask};
use hegu_tests::failing_disk::FailingDisk;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit::{self, CLIENT};

const BEFORE: &str = "Dull ache across the low back since Tuesday, ";
const MEANWHILE: &str = "worse when sitting, ";
const AFTER: &str = "easier after walking.";

/// Nothing that needs the disk pretends to work, and what was typed stays.
fn sign_in_vain(window: &Window<'_>, why: &str) {
    window.press("Control+Enter");
    window.see("dialog", "Sign the note");
    window.press("Control+Enter");
    window.read("paragraph", why);
    window.press("Escape");
    assert_eq!(window.value("textbox", "S Complaint"), format!("{BEFORE}{MEANWHILE}"));
}

#[test]
fn a_disk_that_fills_in_the_middle_of_a_note_costs_no_word_of_it() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let disk = FailingDisk::make();
    let full = disk.full_while();
    let around = machine.practice();
    let [(preload, library), (below, folder)] = disk.below(&around);
    let texts = [library, folder, full.clone()].map(|path| path.to_string_lossy().into_owned());
    let variables = [
        (preload, texts[0].as_str()),
        (below, texts[1].as_str()),
        ("HEGU_DISK_FULL_WHILE", texts[2].as_str()),
    ];
    {
        let window = Window::open_with(&machine, &variables);
        visit::unlock(&window, PASSPHRASE);
        visit::register(&window);
        window.click("button", "New note");
        window.fill("textbox", "S Complaint", BEFORE);
        std::fs::write(&full, "").expect("a full disk");
        window.fill("textbox", "S Complaint", &format!("{BEFORE}{MEANWHILE}"));
        window.read("alert", "Not saved: the disk is full. Make room; it is tried again by itself");
        sign_in_vain(&window, "The disk is full. Nothing was lost; free some space and try again.");
        std::fs::remove_file(&full).expect("room again");
        window.fill("textbox", "S Complaint", &format!("{BEFORE}{MEANWHILE}{AFTER}"));
        window.press("Control+L");
        window.see("textbox", "Passphrase");
        window.kill();
    }
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    assert_eq!(visit::reopen_note(&window), format!("{BEFORE}{MEANWHILE}{AFTER}"));
    assert_eq!(window.complaints(), [""; 0]);
}

#[test]
fn records_of_a_newer_program_are_not_touched_and_the_door_says_what_is_needed() {
    let machine = Machine::new();
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
        VALUES (9999, 'of a program to come', TRUE, x'00', 0)";
    drop(Seeded::with(&machine, async |practice| ask(&practice, newer).await.map(drop)));
    let file = machine.practice().join("db/practice.e1.1.db");
    let before = std::fs::read(&file).expect("the records");
    let window = Window::open(&machine);
    window.fill("textbox", "Passphrase", PASSPHRASE);
    window.press("Enter");
    window.read("heading", "The records are from a newer Hegu");
    assert!(
        !window.names("button").iter().any(|name| name.contains("backup")),
        "going back would lose what is there"
    );
    window.close();
    assert!(std::fs::read(&file).expect("the records") == before, "byte for byte");
}

#[test]
fn a_folder_that_is_moved_away_in_the_middle_of_a_note_is_said_and_costs_no_word_once_it_is_back() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let (folder, aside) = (machine.practice(), machine.papers().join("practice"));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    visit::register(&window);
    window.click("button", "New note");
    window.fill("textbox", "S Complaint", BEFORE);
    std::fs::rename(&folder, &aside).expect("it is moved");
    window.fill("textbox", "S Complaint", &format!("{BEFORE}{MEANWHILE}"));
    window.read("alert", "Not saved: the practice’s folder is gone");
    window.read("alert", "The practice’s folder is gone from its place");
    sign_in_vain(&window, "so nothing can be saved. Put it back, then try again.");
    assert!(!folder.exists(), "nothing is made in its place");

    std::fs::rename(&aside, &folder).expect("it is back");
    window.fill("textbox", "S Complaint", &format!("{BEFORE}{MEANWHILE}{AFTER}"));
    window.press("Control+L");
    visit::unlock(&window, PASSPHRASE);
    assert_eq!(visit::reopen_note(&window), format!("{BEFORE}{MEANWHILE}{AFTER}"));
    assert_eq!(window.complaints(), [""; 0]);
}

#[test]
fn a_folder_that_was_deleted_is_told_from_a_new_computer() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    visit::register(&window);
    window.close();
    drop(window);
    let (folder, trash) = (machine.practice(), machine.papers().join("practice"));
    std::fs::rename(&folder, &trash).expect("it is deleted");
    let window = Window::open(&machine);
    window.read("heading", "The practice’s folder is not there");
    window.see("button", "Begin with a new practice");
    std::fs::rename(&trash, &folder).expect("it is taken out of the trash");
    window.click("button", "Try again");
    visit::unlock(&window, PASSPHRASE);
    window.read("link", CLIENT);
    assert_eq!(window.complaints(), [""; 0]);
}
