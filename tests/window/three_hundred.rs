//! One of three hundred clients from the first look to the erasing of what need not be kept, by the keyboard alone.

use hegu_core::clients::{self, ClientInput, PhoneInput, PhoneKind, RegisterClient};
use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit;

#[test]
fn one_of_three_hundred_is_found_changed_warned_about_merged_archived_and_erased_by_keyboard() {
    let machine = Machine::new();
    drop(Seeded::with(&machine, async |practice| {
        visit::three_hundred(&practice).await?;
        let client = ClientInput {
            given_name: "Laila".to_owned(),
            family_name: "Sorensen".to_owned(),
            phones: vec![PhoneInput::new(PhoneKind::Mobile, "250-555-0199")],
            ..ClientInput::default()
        };
        let register = RegisterClient { client, despite_twins: true, draft: None };
        clients::register(&practice, register).await.map(drop)
    }));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    let press_on = |role: &str, name: &str| {
        window.tab_to(role, &window.whole_name(role, name));
        window.press("Enter");
    };
    // Found from anywhere, opened, changed, and changed back.
    window.press("/");
    window.type_text("leila sorensen");
    window.read("option", "Leila Sørensen");
    window.press("Enter");
    window.see("heading", "Leila Sørensen");
    window.tab_to("tab", "Overview");
    window.press("ArrowRight");
    window.press("Enter");
    window.tab_to("textbox", "Phone");
    window.type_text("250 555 0199");
    window.press("Control+Enter");
    window.read("complementary", "250 555 0199");
    window.press("Control+Z");
    window.read("status", "");
    assert_eq!(window.complaints(), [""; 0]);

    press_on("button", "Add an alert");
    window.see_focus("textbox", "What has to be known");
    window.type_text("Faints at needles");
    window.press("Control+Enter");
    window.read("button", "Faints at needles");

    window.tab_to("tab", "Overview");
    machine.portal.will_open(&visit::article());
}
