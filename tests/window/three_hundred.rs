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
    let press_on = |role: &str, words: &str| {
        window.tab_to(role, &window.whole_name(role, words));
        window.press("Enter");
    };
    let find = |keys: &str| {
        window.press(keys);
        window.type_text("leila sorensen");
        window.read("option", "Leila Sørensen");
        window.press("Enter");
        window.see("heading", "Leila Sørensen");
    };
    // Found from anywhere, opened, changed, and changed back.
    find("Control+F");
    window.tab_to("tab", "Overview");
    window.press("ArrowRight");
    window.press("Enter");
    window.tab_to("textbox", "Phone");
    window.type_text("250 555 0199");
    window.press("Control+Enter");
    window.read("complementary", "250 555 0199");
    window.press("Control+Z");
    window.read("complementary", "Nothing known yet.");

    press_on("button", "Add an alert");
    window.see_focus("textbox", "What has to be known");
    window.type_text("Faints at needles");
    window.press("Control+Enter");
    window.read("button", "Faints at needles");

    window.tab_to("tab", "Details");
    window.press("ArrowRight");
    window.press("ArrowRight");
    window.press("Enter");
    machine.portal.will_open(&visit::article());
    press_on("button", "Add files…");
    window.see("button", "acupuncture-for-back-pain.txt");

    // The same person under another number, whose file and alert go along; and two again.
    press_on("link", "Merge with another record…");
    window.tab_to("combobox", "The other record");
    window.type_text("laila");
    window.read("option", "Laila Sorensen");
    window.press("Enter");
    press_on("button", "Make one record");
    window.read("listitem", "Merged with no.");
    window.read("complementary", "250-555-0199");
    window.press("Control+Z");
    window.read("status", "two records again");

    // By which rule records are kept is said before anything is erased.
    press_on("link", "Settings");
    window.tab_to("radio", "No rule yet");
    window.press("ArrowDown");
    window.read("status", "Australia");
    window.press("ArrowDown");
    window.read("status", "Florida");
    find("Control+K");
    press_on("button", "Archive");
    window.see("button", "Take out");
    press_on("link", "Erase record…");
    window.see("heading", "A part has to be kept");
    window.tab_to("textbox", "Day on which they asked");
    window.type_text("11 May 2026");
    press_on("button", "Erase…");
    window.see("alertdialog", "Erase what need not be kept?");
    window.tab_to("button", "Erase for good");
    window.press("Enter");
    window.see("heading", "Archive");
    window.see("link", "Leila Sørensen");
    assert_eq!(window.complaints(), [""; 0]);
}
