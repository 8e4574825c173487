//! Somebody stands at the desk and can see the screen: nobody is listed until the search leaves one, and names are blurred, also
//! after a lock.

use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window};

use crate::visit;

/// Whether the names that are shown are blurred.
const BLURRED: &str = "const name = document.querySelector('[data-name]');
    return getComputedStyle(name).filter.includes('blur');";

#[test]
fn with_a_queue_at_the_desk_nobody_is_listed_and_names_are_blurred_also_after_a_lock() {
    let machine = Machine::new();
    drop(Seeded::with(&machine, async |practice| {
        for (given_name, family_name) in [("Ann", "Lund"), ("Beatrix", "Lund"), ("Theo", "Adeyemi")] {
            let client = ClientInput {
                given_name: given_name.to_owned(),
                family_name: family_name.to_owned(),
                ..ClientInput::default()
            };
            let register = RegisterClient { client, despite_twins: true, draft: None };
            clients::register(&practice, register).await?;
        }
        Ok(())
    }));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    window.press("Control+K");
    window.type_text("settings");
    window.press("Enter");
    window.tab_to("checkbox", "Secure search");
    window.press(" ");
    window.press("Control+Shift+P");
    let nobody_but_one = || {
        window.click("link", "Clients");
        window.see("heading", "Type until one is left");
        window.fill("combobox", "Name, phone, email or birth date", "lund");
        window.read("paragraph", "2 clients fit so far");
        assert_eq!(window.names("option"), [""; 0], "nobody is named");
        window.fill("combobox", "Name, phone, email or birth date", "ann lund");
        window.read("option", "Ann Lund");
        assert_eq!(window.run(BLURRED), true);
    };
    nobody_but_one();
    window.press("Control+L");
    visit::unlock(&window, PASSPHRASE);
    nobody_but_one();
    window.press("Enter");
    window.see("heading", "Ann Lund");
    assert_eq!(window.run(BLURRED), true);
    window.press("Control+Shift+P");
    assert_eq!(window.run(BLURRED), false, "and she is alone again");
    assert_eq!(window.complaints(), [""; 0]);
}
