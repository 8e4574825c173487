//! The pictures of the README, from the real window over the demonstration practice.
//!
//! With `HEGU_SCREENSHOTS` set to a folder they are kept there; without it the same walk checks that each screen
//! shows what the picture is of.

#![cfg(target_os = "linux")]

use std::path::PathBuf;

use hegu_core::Practice;
use hegu_core::clients::{self, ClientInput, PhoneInput, PhoneKind, RegisterClient};
use hegu_core::handouts::{self, GiveSheet, PaperChoice};
use hegu_core::testing::{Demonstration, PASSPHRASE, demonstrate};
use hegu_tests::project::Project;
use hegu_tests::window::{Machine, Seeded, Window};

#[test]
fn every_screen_has_its_picture() {
    let machine = Machine::new();
    drop(Seeded::with(&machine, async |practice| {
        demonstrate(&practice, Demonstration { size: 1, seed: 2 }).await?;
        this_morning(&practice).await
    }));
    for theme in ["light", "dark"] {
        machine.set_theme(theme);
        walk(&machine, theme);
    }
}

/// Something done today, so that the day is not empty.
async fn this_morning(practice: &Practice) -> hegu_core::Result<()> {
    let phone = PhoneInput { kind: PhoneKind::Mobile, number: "250-555-0188".to_owned() };
    let client = ClientInput {
        given_name: "Margaret".to_owned(),
        family_name: "Whitford".to_owned(),
        preferred_name: "Maggie".to_owned(),
        pronouns: "she/her".to_owned(),
        birth_date: "1964-03-03".to_owned(),
        phones: vec![phone],
        email: "maggie.whitford@post.example".to_owned(),
        address: "1187 Moss Street\nVictoria BC".to_owned(),
        emergency_name: "Tomás Whitford".to_owned(),
        emergency_relation: "Partner".to_owned(),
        emergency_phone: "250-555-0142".to_owned(),
        ..ClientInput::default()
    };
    let register = RegisterClient { client, despite_twins: true, draft: None };
    let client = clients::register(practice, register).await?.id;
    for sheet in handouts::list(practice).await? {
        let (sheet, version) = (sheet.id, sheet.version);
        let client = client.clone();
        let give = GiveSheet { sheet, version, client, paper: PaperChoice::Letter, text_size: 14 };
        handouts::give(practice, give).await?;
    }
    Ok(())
}

fn walk(machine: &Machine, theme: &str) {
    let window = Window::open(machine);
    let keep = |screen: &str| {
        window.rest();
        if let Some(folder) = std::env::var_os("HEGU_SCREENSHOTS") {
            let file = PathBuf::from(folder).join(format!("{screen}-{theme}.png"));
            window.picture(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        }
    };
    window.read("paragraph", "The records are closed.");
    keep("unlock");

    window.fill("textbox", "Passphrase", PASSPHRASE);
    window.press("Enter");
    window.see("heading", "In this practice");
    keep("today");

    window.click("link", "Clients");
    window.see("combobox", "Name, phone, email or birth date");
    window.read("option", "client 0");
    keep("clients");

    window.type_text("maggie");
    window.read("option", "Margaret Whitford");
    window.press("Enter");
    window.read("listitem", "Sheet given: Finding us");
    keep("client");

    window.click("button", "New note");
    window.fill("textbox", "S Complaint", "Low back easier, slept through twice. Still stiff after sitting.");
    window.fill("combobox", "Add points", "bl23; bl40; ki3; ren4");
    window.press("Enter");
    window.read("row", "KI3");
    window.fill("combobox", "Add points", "st36");
    window.read("option", "Zúsānlǐ");
    keep("note");
    window.click("button", "Throw away");
    window.read("region", "The note is thrown away.");

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

    window.click("button", "Throw away");
    window.read("region", "The draft is thrown away.");
    assert_eq!(window.complaints(), [""; 0]);
}
