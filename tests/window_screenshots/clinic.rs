//! Several people at one computer: the door, the rest, who is at the keyboard, and what an owner sees of them.

use hegu_core::clients::{self, FindClients};
use hegu_core::people::{self, AddPerson, PersonInput, Role};
use hegu_core::testing::{Demonstration, demonstrate};
use hegu_core::{Practice, Result};
use hegu_tests::window::{Look, Machine, Seeded, Window};

use crate::album::Album;
use crate::people::unlock;

const PIN: &str = "290874";

#[test]
fn a_clinic_has_its_pictures() {
    let (machine, album) = (Machine::new(), Album::open());
    machine.set_look(Look::LIGHT);
    drop(Seeded::with(&machine, async |practice| {
        demonstrate(&practice, Demonstration { size: 1, seed: 2 }).await?;
        colleagues(&practice).await?;
        looks(&practice).await
    }));
    let window = Window::open(&machine);
    window.see("radio", "Grace Tan");
    album.keep_in(&window, &[(Look::LIGHT, "states/door-clinic"), (Look::DARK, "states/door-clinic-dark")]);
    unlock(&window);
    window.press("Control+J");
    window.see("button", "Set a PIN");
    album.keep_in(&window, &[(Look::LIGHT, "states/keyboard"), (Look::TOUCH, "states/keyboard-touch")]);
    window.click("button", "Set a PIN");
    window.fill("textbox", "PIN", PIN);
    window.fill("textbox", "PIN again", PIN);
    window.click("button", "Set the PIN");
    window.read("region", "Your PIN is set.");

    window.click("link", "Settings");
    window.click("link", "People");
    window.see("heading", "Who may do what");
    album.keep_in(
        &window,
        &[
            (Look::LIGHT, "states/people"),
            (Look::DARK, "states/people-dark"),
            (Look::DOUBLE, "states/people-200"),
        ],
    );
    window.click("button", "Add a person");
    window.fill("textbox", "Access until", "31 April");
    window.press("Tab");
    album.keep(&window, "states/person-new-errors");
    window.click("link", "Settings");
    window.click("link", "Security");
    window.see("heading", "Where the records are");
    album.keep_in(&window, &[(Look::LIGHT, "states/security"), (Look::DARK, "states/security-dark")]);
    window.click("link", "Backups");
    window.click("button", "Back up now");
    window.read("row", "By hand");
    album.keep_in(
        &window,
        &[
            (Look::LIGHT, "states/backups"),
            (Look::DARK, "states/backups-dark"),
            (Look::DOUBLE, "states/backups-200"),
        ],
    );
    window.click("link", "Audit");
    window.read("listitem", "opened");
    album.keep_in(&window, &[(Look::LIGHT, "states/audit"), (Look::TOUCH, "states/audit-touch")]);

    window.press("Control+Shift+L");
    window.read("paragraph", "Your PIN brings you back.");
    album.keep_in(&window, &[(Look::LIGHT, "states/resting"), (Look::TOUCH, "states/resting-touch")]);
    window.click("button", "Close the records");
    window.click("button", "Go back to a backup");
    window.read("button", "Look into it");
    album.keep_in(&window, &[(Look::LIGHT, "states/door-backups")]);
    assert_eq!(window.complaints(), [""; 0]);
}

async fn colleagues(practice: &Practice) -> Result<()> {
    let people = [
        ("Jun Mori", "R.TCM.P.", Role::Practitioner, 2),
        ("Mei-Lin Chow 周美玲", "R.Ac.", Role::Associate, 3),
        ("Grace Tan", "", Role::Receptionist, 5),
    ];
    for (name, credentials, role, colour) in people {
        let person = PersonInput {
            name: name.to_owned(),
            credentials: credentials.to_owned(),
            colour,
            ..PersonInput::default()
        };
        let passphrase = "granite walnut hover lantern tide".to_owned();
        let passphrase_again = passphrase.clone();
        people::add(practice, AddPerson { person, role, passphrase, passphrase_again }).await?;
    }
    Ok(())
}

/// Some records are opened, so that the audit has something to tell of today.
async fn looks(practice: &Practice) -> Result<()> {
    let found =
        clients::find(practice, FindClients { offset: 40, limit: 6, ..FindClients::default() }).await?;
    for row in found.rows {
        clients::overview(practice, &row.id).await?;
    }
    Ok(())
}
