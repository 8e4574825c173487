//! The first start on a fresh computer, and locking and unlocking ever after.

use hegu_tests::window::{Machine, Window, words};

#[test]
fn a_practice_is_made_locked_and_unlocked() {
    first_run("en_CA.UTF-8");
}

#[test]
fn the_same_start_works_in_the_plain_locale() {
    first_run("C.UTF-8");
}

fn first_run(locale: &str) {
    let machine = Machine::new();
    let window = Window::open_with(&machine, &[("LANG", locale)]);
    let Made { passphrase, .. } = make_a_practice(&machine, &window);
    // The first one is made by itself.
    machine.wait_for_copy();

    window.press("Control+L");
    window.fill("textbox", "Passphrase", "not what it is");
    window.press("Enter");
    window.see_said_at("textbox", "Passphrase", "This is not the passphrase.");
    assert_eq!(window.names("link"), [""; 0], "nothing of the practice shows on a closed door");

    window.fill("textbox", "Passphrase", &passphrase);
    window.click("button", "Unlock");
    window.see("heading", "Your practice is ready");

    window.click("button", "Lock now (Ctrl L)");
    window.see("textbox", "Passphrase");
    assert_eq!(window.complaints(), [""; 0]);
}

/// The secrets of a new practice, as the window showed them.
pub(crate) struct Made {
    pub(crate) passphrase: String,
    pub(crate) recovery_code: Vec<String>,
}

/// Walks through the five steps.
pub(crate) fn make_a_practice(machine: &Machine, window: &Window<'_>) -> Made {
    make_a_practice_looking(machine, window, |_| ())
}

/// The same, with a look at each step.
pub(crate) fn make_a_practice_looking(
    machine: &Machine,
    window: &Window<'_>,
    mut look: impl FnMut(&str),
) -> Made {
    window.see("heading", "Welcome to Hegu");
    window.fill("textbox", "Name of the practice", "Willow Lane Acupuncture");
    window.fill("textbox", "Your name", "Ines Marlow");
    window.fill("textbox", "Your credentials", "R.Ac.");
    look("first run, the practice");
    window.press("Enter");

    window.see("heading", "Your passphrase");
    let passphrase = window.text("status", "Five random words Other words");
    assert_eq!(passphrase.split(' ').count(), 5, "five words are offered: {passphrase}");
    look("first run, the passphrase");
    window.click("button", "Continue");

    window.see("heading", "A copy outside this computer");
    let stick = machine.stick();
    machine.portal.will_open(&stick);
    window.click("button", "Choose a place");
    window.read("status", &format!("Copies go to {}", stick.display()));
    look("first run, a place for copies");
    window.click("button", "Continue");

    window.see("heading", "Your recovery sheet");
    let groups = window.items("Recovery code, nine groups");
    assert_eq!(groups.len(), 9);
    let sheet = machine.papers().join("recovery.pdf");
    machine.portal.will_save_as(&sheet);
    window.click("button", "Save as PDF");
    window.read("status", "Saved as recovery.pdf.");
    assert_eq!(machine.portal.offered(), ["Hegu recovery sheet.pdf"]);
    let printed = words(&sheet).concat().join(" ");
    for group in &groups {
        assert!(printed.contains(group.as_str()), "group {group} is not on the sheet");
    }
    assert!(!printed.contains(&passphrase), "the sheet never shows the passphrase");
    look("first run, the sheet");
    window.click("button", "Continue");

    window.see("heading", "Read it back");
    look("first run, reading back");
    assert!(!machine.practice().exists(), "nothing is on the disk until the sheet was read back");
    let asked = window.names("textbox");
    assert_eq!(asked.len(), 2);
    for label in asked {
        let number: usize = label.trim_start_matches("Group ").parse().expect("a numbered group");
        window.fill("textbox", &label, &groups[number - 1].to_lowercase());
    }
    window.click("button", "Open the practice");
    window.see("heading", "Your practice is ready");
    Made { passphrase, recovery_code: groups }
}
