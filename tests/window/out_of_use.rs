//! A treatment is over: the record is archived, found again, taken out, and at last erased as far as the law allows.

use hegu_core::clients::{self, ClientInput, PhoneInput, PhoneKind, RegisterClient};
use hegu_core::notes::{self, NoteText, SignNote};
use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit;

#[test]
fn a_record_is_archived_found_again_and_erased_as_far_as_the_rule_allows() {
    let machine = Machine::new();
    drop(Seeded::with(&machine, async |practice| {
        let client = ClientInput {
            given_name: "Abel".to_owned(),
            family_name: "Adeyemi".to_owned(),
            phones: vec![PhoneInput::new(PhoneKind::Mobile, "250-555-0138")],
            ..ClientInput::default()
        };
        let register = RegisterClient { client, despite_twins: false, draft: None };
        let id = clients::register(&practice, register).await?.id;
        let note = NoteText {
            visit_date: "2026-05-12".to_owned(),
            subjective: "Back".to_owned(),
            ..NoteText::default()
        };
        notes::sign(&practice, SignNote { client: id, note, draft: None }).await.map(drop)
    }));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    window.click("link", "Clients");
    window.click("option", &window.whole_name("option", "Abel Adeyemi"));
    window.see("heading", "Abel Adeyemi");
    window.tab_to("button", "Archive");
    window.press("Enter");
    window.see("button", "Take out");
    window.click("link", "Clients");
    window.fill("combobox", "Name, phone, email or birth date", "abel");
    window.read("option", "Archived");
    window.press("Enter");
    window.tab_to("button", "Take out");
    window.press("Enter");
    window.see("button", "Archive");
    // The owner says by which rule records are kept, before anything is erased.
    window.click("link", "Settings");
    window.click("radio", &window.whole_name("radio", "Florida"));
    window.read("status", "Florida");
    window.click("link", "Clients");
    window.click("option", &window.whole_name("option", "Abel Adeyemi"));
    window.click("link", "Erase record…");
    window.see("heading", "A part has to be kept");
    window.fill("textbox", "Day on which they asked", "11 May 2026");
    window.click("button", "Erase…");
    window.see("alertdialog", "Erase what need not be kept?");
    window.tab_to("button", "Erase for good");
    window.press("Enter");
    window.see("heading", "Archive");
    window.see("link", "Abel Adeyemi");
    assert_eq!(window.complaints(), [""; 0]);
}
