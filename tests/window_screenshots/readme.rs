//! The pictures of the README: one working day, by day and by night.

use hegu_core::testing::{Demonstration, demonstrate};
use hegu_tests::project::Project;
use hegu_tests::window::{Look, Machine, Seeded, Window};

use crate::album::Album;
use crate::people::{give_all, maggie, register, take_down, unlock};

#[test]
fn every_screen_has_its_picture() {
    let machine = Machine::new();
    machine.set_look(Look::LIGHT);
    drop(Seeded::with(&machine, async |practice| {
        demonstrate(&practice, Demonstration { size: 1, seed: 2 }).await?;
        // Something done today, so that the day is not empty.
        let maggie = register(&practice, maggie()).await?;
        take_down(&practice, &maggie).await?;
        give_all(&practice, &maggie).await
    }));
    let (window, album) = (Window::open(&machine), Album::open());
    let keep = |screen: &str| {
        let [light, dark] = ["light", "dark"].map(|theme| format!("{screen}-{theme}"));
        album.keep_in(&window, &[(Look::LIGHT, &light), (Look::DARK, &dark)]);
    };
    window.read("paragraph", "The records are closed.");
    keep("unlock");

    unlock(&window);
    window.see("heading", "In this practice");
    keep("today");

    window.click("link", "Calendar");
    window.see("group", "Bookings");
    keep("calendar");

    window.click("link", "Clients");
    window.see("combobox", "Name, phone, email or birth date");
    window.read("option", "client 0");
    keep("clients");

    window.type_text("maggie");
    window.read("option", "Margaret Whitford");
    window.press("Enter");
    window.read("listitem", "Sheet given: Finding us");
    keep("client");
    window.click("tab", "Health history");
    window.read("listitem", "since March 2024");
    keep("health");

    window.click("link", "Handouts");
    window.see("img", "Page 1 of 2: Back pain and acupuncture");
    keep("handouts");

    window.click("link", "Settings");
    window.see("heading", "Settings");
    window.read("group", "Dark");
    keep("settings");

    machine.portal.will_open(&Project::root().join("tests/articles/acupuncture-for-back-pain.txt"));
    window.press("Control+O");
    window.read("heading", "A careful reader would ask");
    window.read("heading", "Acupuncture for Back Pain");
    window.see("img", "Page 1 of 3: Acupuncture for Back Pain: A Promising Alternative Treatment");
    keep("editor");

    window.press("Control+K");
    window.type_text("new note");
    window.read("option", "New note");
    window.press("Enter");
    window.see("combobox", "New note: about which client?");
    window.type_text("maggie");
    window.read("option", "Margaret Whitford");
    window.press("Enter");
    window.fill("textbox", "S Complaint", "Low back easier, slept through twice. Still stiff after sitting.");
    window.fill("combobox", "Add points", "bl23; bl40; ki3; ren4");
    window.press("Enter");
    window.read("row", "KI3");
    window.fill("combobox", "Add points", "st36");
    window.read("option", "Zúsānlǐ");
    keep("note");
    assert_eq!(window.complaints(), [""; 0]);
}
