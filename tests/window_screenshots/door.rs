//! The door and the first start, when something is not as it should be.

use hegu_tests::window::{Look, Machine, Seeded, Window};

use crate::album::Album;

#[test]
fn the_first_start_has_its_pictures() {
    let (machine, album) = (Machine::new(), Album::open());
    machine.set_look(Look::LIGHT);
    let window = Window::open(&machine);
    window.see("heading", "Welcome to Hegu");
    window.fill("textbox", "Name of the practice", "Willow Lane Acupuncture");
    window.fill("textbox", "Your name", "Ines Marlow");
    window.press("Enter");
    window.click("button", "Type my own instead");
    window.fill("textbox", "Passphrase", "ines marlow 1");
    window.fill("textbox", "Passphrase again", "ines marlow");
    // What is said of a passphrase may just be moving the button away from the mouse.
    window.press("Enter");
    window.see_said_at("textbox", "Passphrase", "This would be guessed too easily.");
    album.keep_in(
        &window,
        &[(Look::LIGHT, "states/first-run-errors"), (Look::DOUBLE, "states/first-run-errors-200")],
    );
    assert_eq!(window.complaints(), [""; 0]);
}

#[test]
fn the_door_has_its_pictures() {
    let (machine, album) = (Machine::new(), Album::open());
    machine.set_look(Look::LIGHT);
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    window.fill("textbox", "Passphrase", "not what it is");
    window.press("Enter");
    window.see_said_at("textbox", "Passphrase", "This is not the passphrase.");
    album.keep(&window, "states/door-wrong");
    window.click("button", "Use the recovery code");
    for group in 1..=9 {
        window.fill("textbox", &format!("Group {group} of 9"), "7KQ2");
    }
    window.fill("textbox", "New passphrase", "copper lantern seldom harvest violin");
    window.fill("textbox", "New passphrase again", "copper lantern seldom harvest");
    window.click("button", "Open the practice");
    window.read("paragraph", "There is a slip");
    album.keep(&window, "states/recovery-slip");
    assert_eq!(window.complaints(), [""; 0]);
    drop(window);

    let keys = machine.practice().join("vault.json");
    let half = std::fs::read(&keys).map(|whole| whole[..whole.len() / 2].to_vec());
    half.and_then(|half| std::fs::write(&keys, half)).unwrap_or_else(|error| panic!("{error}"));
    let window = Window::open(&machine);
    window.see("heading", "The key file is damaged");
    album.keep(&window, "states/trouble-damaged");
}
