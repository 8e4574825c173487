//! Somebody was registered twice: found in the report, compared, made one, and two again, by keyboard and with the mouse.

use hegu_core::clients::{self, ClientInput, PhoneInput, PhoneKind, RegisterClient};
use hegu_core::notes::{self, NoteText, SignNote};
use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit;

fn oyelaran(given_name: &str, number: &str, born: &str) -> ClientInput {
    ClientInput {
        given_name: given_name.to_owned(),
        family_name: "Oyelaran".to_owned(),
        birth_date: born.to_owned(),
        phones: vec![PhoneInput::new(PhoneKind::Mobile, number)],
        ..ClientInput::default()
    }
}

#[test]
fn two_records_of_one_person_become_one_with_the_notes_of_both_and_two_again() {
    let machine = Machine::new();
    drop(Seeded::with(&machine, async |practice| {
        for client in [
            oyelaran("Margaret", "250-555-0138", "1964-03-03"),
            oyelaran("Margaret", "(250) 555 0138", "1964-03-08"),
            oyelaran("Tola", "250-555-0138", "1999-01-01"),
        ] {
            // As the import of another program's clients would: nobody looked whether they are here.
            let register = RegisterClient { client, despite_twins: true, draft: None };
            let id = clients::register(&practice, register).await?.id;
            let note = NoteText {
                visit_date: "2026-05-12".to_owned(),
                subjective: format!("Back, written in {}", &id[id.len() - 4..]),
                ..NoteText::default()
            };
            notes::sign(&practice, SignNote { client: id, note, draft: None }).await?;
        }
        hegu_core::testing::ask(&practice, "DELETE FROM clients_not_twins").await.map(drop)
    }));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    window.click("link", "Clients");
    window.read("option", "Tola Oyelaran");
    window.tab_to("button", "Registered twice?");
    window.press("Enter");
    window.read("listitem", "Same name, birth dates that differ by a slip, and same phone or email");
    assert_eq!(window.names("listitem").len(), 1, "a daughter at the same number is no twin");
    window.tab_to("button", &window.whole_name("button", "Compare"));
    window.press("Enter");
    window.see("heading", "One person, two records");
    window.read("group", "March 3, 1964");
    window.tab_to("button", "Make one record");
    window.press("Enter");
    window.see("heading", "Margaret Oyelaran");
    window.read("listitem", "Merged with no. 0002");
    let visits = window.names("link").into_iter().filter(|name| name.starts_with("Note of")).count();
    assert_eq!(visits, 2, "signed in either");
    window.press("Control+Z");
    window.read("status", "two records again");
    // With the mouse, and from the record itself.
    window.click("link", "Clients");
    window.click("button", "Registered twice?");
    window.click("button", &window.whole_name("button", "Compare"));
    window.click("radio", &window.whole_name("radio", "Keep no. 0002"));
    window.click("button", "Make one record");
    window.read("listitem", "Merged with no. 0001");
    window.press("Control+L");
    visit::unlock(&window, PASSPHRASE);
    window.click("link", "Clients");
    window.read("option", "Tola Oyelaran");
    assert_eq!(window.names("option").len(), 2, "one of her is found");
    window.click("option", &window.whole_name("option", "Margaret Oyelaran"));
    window.click("button", "Make two records again");
    window.see("dialog", "Make two records again?");
    window.press("Escape");
    window.see_focus("button", "Make two records again");
    window.press("Enter");
    window.tab_to("button", "Make two records again");
    window.press("Enter");
    window.read("status", "two records again");
    window.click("link", "Clients");
    window.read("option", "Tola Oyelaran");
    assert_eq!(window.names("option").len(), 3);
    assert_eq!(window.complaints(), [""; 0]);
}
