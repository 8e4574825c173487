//! Copies outside the computer at the window: chosen, made, missed, and all that is left after a theft.

use std::fs;
use std::path::{Path, PathBuf};

use hegu_core::testing::PASSPHRASE;
use hegu_tests::failing_disk::FailingDisk;
use hegu_tests::window::{Machine, Seeded, Window, files_below};

use crate::recovery::{NEW, make_the_new_sheet, type_code};
use crate::visit::{self, CLIENT};

/// Chooses the stick at the window.
fn choose_stick(machine: &Machine, window: &Window<'_>) {
    window.click("link", "Choose a place for a copy");
    machine.portal.will_open(&machine.stick());
    window.click("button", "Choose a place");
    window.read("paragraph", "No copy was made there yet");
}

/// A practice whose client came today, copied onto the stick at a click; the copy.
fn copied(machine: &Machine) -> PathBuf {
    let window = Window::open(machine);
    visit::unlock(&window, PASSPHRASE);
    visit::register(&window);
    window.click("link", "Today");
    choose_stick(machine, &window);
    window.click("button", "Copy now");
    window.read("paragraph", "It was read back from there.");
    window.read("row", "1 client, 0 signed notes");
    window.click("link", "Today");
    window.read("heading", "Registered today");
    assert!(!window.names("link").iter().any(|name| name.contains("copy")), "nothing is wanted any more");
    assert_eq!(window.complaints(), [""; 0]);
    window.close();
    for (path, bytes) in files_below(&machine.stick()) {
        let finds = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
        assert!(!CLIENT.split(' ').any(finds) && !finds(PASSPHRASE), "{} can be read", path.display());
    }
    machine.copies().remove(0)
}

/// Begins on a new computer with the copy from another one.
fn pick(machine: &Machine, window: &Window<'_>, copy: &Path) {
    window.click("button", "Bring your records back from a copy");
    machine.portal.will_open(copy);
    window.click("button", "Choose a copy from a stick or folder");
    window.see("button", "Look into it");
}

#[test]
fn after_a_theft_the_stick_and_the_recovery_sheet_bring_the_day_back() {
    let machine = Machine::new();
    let seeded = Seeded::empty(&machine);
    let copy = copied(&machine);

    let new = Machine::new();
    let window = Window::open(&new);
    pick(&new, &window, &copy);
    window.click("button", "Use the recovery sheet instead");
    type_code(&window, &seeded.recovery_code);
    window.click("button", "Look into it");
    window.read("paragraph", "1 client, 0 signed notes");
    window.click("button", "Go on with these records");
    make_the_new_sheet(&new, &window);
    window.read("heading", "Registered today");
    window.read("link", CLIENT);
    window.press("Control+L");
    visit::unlock(&window, NEW);
    window.read("link", CLIENT);
    assert_eq!(window.complaints(), [""; 0]);
}

#[test]
fn a_new_computer_takes_a_copy_with_the_passphrase_of_its_day_and_the_client_is_there() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let copy = copied(&machine);

    let new = Machine::new();
    let window = Window::open(&new);
    let spoiled = new.papers().join("spoiled.hegubak");
    let bytes = fs::read(&copy).expect("the copy");
    fs::write(&spoiled, &bytes[..bytes.len() / 2]).expect("half a copy");
    window.click("button", "Bring your records back from a copy");
    new.portal.will_open(&spoiled);
    window.click("button", "Choose a copy from a stick or folder");
    window.read("paragraph", "This backup is not as it was written.");
    window.click("button", "Make a new practice instead");
    pick(&new, &window, &copy);
    window.fill("textbox", "An owner’s passphrase", "not this one");
    window.press("Enter");
    window.see_said_at("textbox", "An owner’s passphrase", "This is not the passphrase.");
    window.fill("textbox", "An owner’s passphrase", PASSPHRASE);
    window.press("Enter");
    window.read("paragraph", "1 client, 0 signed notes");
    assert!(!new.practice().join("vault.json").exists(), "shown, and not in force");
    window.click("button", "Choose another one");
    window.fill("textbox", "An owner’s passphrase", PASSPHRASE);
    window.press("Enter");
    window.read("paragraph", "1 client, 0 signed notes");
    window.click("button", "Go on with these records");
    window.see("link", "Handouts");
    window.read("heading", "Registered today");
    window.read("link", CLIENT);
    assert_eq!(window.complaints(), [""; 0]);
}

#[test]
fn a_stick_that_is_not_there_is_said_and_its_copy_is_made_once_it_is() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    choose_stick(&machine, &window);
    let away = machine.papers().join("in a drawer");
    fs::rename(machine.stick(), &away).expect("pulled out");
    window.click("button", "Copy now");
    window.read("paragraph", "The place is not there. Connect the stick or disk, then try again.");
    window.read("paragraph", "Not connected now.");
    fs::rename(&away, machine.stick()).expect("put in again");
    window.click("button", "Copy now");
    window.read("paragraph", "It was read back from there.");
    window.click("button", "Stop copies there");
    window.read("paragraph", "No copy is outside this computer");
    assert_eq!(machine.copies().len(), 1, "what was made stays");
    assert_eq!(window.complaints(), [""; 0]);
}

#[test]
fn a_stick_that_is_pulled_out_during_a_copy_is_said_and_leaves_nothing_that_counts() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let disk = FailingDisk::make();
    let (held, stick) = (disk.held_while(), machine.stick());
    let [(preload, library), (below, folder)] = disk.below(&stick);
    let texts = [library, folder, held.clone()].map(|path| path.to_string_lossy().into_owned());
    let variables = [
        (preload, texts[0].as_str()),
        (below, texts[1].as_str()),
        ("HEGU_DISK_HELD_WHILE", texts[2].as_str()),
    ];
    let window = Window::open_with(&machine, &variables);
    visit::unlock(&window, PASSPHRASE);
    visit::register(&window);
    window.click("link", "Today");
    choose_stick(&machine, &window);
    fs::write(&held, "").expect("a slow stick");
    window.click("button", "Copy now");
    window.see("button", "Stop");
    let away = machine.papers().join("in a hand");
    fs::rename(&stick, &away).expect("pulled out");
    fs::remove_file(&held).expect("what was being written fails");
    window.read("paragraph", "The place is not there. Connect the stick or disk, then try again.");
    window.read("paragraph", "Not connected now.");

    fs::rename(&away, &stick).expect("put in again");
    window.click("button", "Copy now");
    window.read("paragraph", "It was read back from there.");
    window.read("row", "1 client, 0 signed notes");
    assert_eq!(machine.copies().len(), 1);
    let names: Vec<_> =
        fs::read_dir(&stick).expect("the stick").map(|entry| entry.expect("a file").file_name()).collect();
    assert_eq!(names.len(), 1, "what was begun is gone: {names:?}");
    assert_eq!(window.complaints(), [""; 0]);
}
