//! A client's first visit, as steps that several journeys walk.

use std::path::PathBuf;

use hegu_core::Practice;
use hegu_core::clients::{self, ClientInput, ClientStatus, RegisterClient};
use hegu_tests::project::Project;
use hegu_tests::window::{Machine, Window};

/// The client of the visit.
pub(crate) const CLIENT: &str = "Wilhelmina Quackenbush";
pub(crate) const TITLE: &str = "Acupuncture for Back Pain: A Promising Alternative Treatment";

/// What the three hundred are called.
pub(crate) const GIVEN: [&str; 12] =
    ["Ada", "Bo", "Cy", "Dora", "Ewan", "Fatima", "Grace", "Hugo", "Igor", "Jonas", "Kenji", "Leila"];
const FAMILY: [&str; 25] = [
    "Adler",
    "Berg",
    "Costa",
    "Dahl",
    "Eriksen",
    "Ferrand",
    "Garnier",
    "Holm",
    "Ivarsen",
    "Jansen",
    "Kovalenko",
    "Lindqvist",
    "Mori",
    "Nwosu",
    "Oyelaran",
    "Petrov",
    "Quist",
    "Rivera",
    "Sørensen",
    "Tanaka",
    "Ulm",
    "Vance",
    "Wyatt",
    "Yamada",
    "Zeller",
];

/// Registers three hundred clients; those called Holm stayed away.
pub(crate) async fn three_hundred(practice: &Practice) -> hegu_core::Result<()> {
    for family_name in FAMILY {
        for given_name in GIVEN {
            let status = if family_name == "Holm" { ClientStatus::Inactive } else { ClientStatus::Active };
            let client = ClientInput {
                given_name: given_name.to_owned(),
                family_name: family_name.to_owned(),
                status,
                ..ClientInput::default()
            };
            let register = RegisterClient { client, despite_twins: true, draft: None };
            clients::register(practice, register).await?;
        }
    }
    Ok(())
}

/// The customer's article.
pub(crate) fn article() -> PathBuf {
    Project::root().join("tests/articles/acupuncture-for-back-pain.txt")
}

/// Opens a closed practice from the keyboard.
pub(crate) fn unlock(window: &Window<'_>, passphrase: &str) {
    window.fill("textbox", "Passphrase", passphrase);
    window.press("Enter");
    window.see("link", "Handouts");
}

/// Registers the client without touching the mouse.
pub(crate) fn register(window: &Window<'_>) {
    window.press("Control+N");
    window.see_focus("textbox", "Given name");
    let (given, family) = CLIENT.split_once(' ').expect("two names");
    window.type_text(given);
    window.press("Tab");
    window.type_text(family);
    for _ in ["Preferred name", "Pronouns", "Birth date"] {
        window.press("Tab");
    }
    window.type_text("3 March 1964");
    window.press("Control+Enter");
    window.read("heading", CLIENT);
    window.read("paragraph", "March 3, 1964");
}

/// Finds the client from wherever one is, and opens the record.
pub(crate) fn find(window: &Window<'_>) {
    window.press("Control+K");
    window.type_text("quackenbush");
    window.read("option", CLIENT);
    window.press("Enter");
    window.read("heading", CLIENT);
}

/// Goes on with the note about the client that was begun; what its first field holds.
pub(crate) fn reopen_note(window: &Window<'_>) -> String {
    find(window);
    window.click("button", "Open note");
    window.see("textbox", "S Complaint");
    window.value("textbox", "S Complaint")
}

/// Brings the article in through the system's dialog, drops its advertising and keeps it.
pub(crate) fn import(machine: &Machine, window: &Window<'_>) {
    import_looking(machine, window, |_| ());
}

/// The same, with a look at the editor on the way.
pub(crate) fn import_looking(machine: &Machine, window: &Window<'_>, look: impl FnOnce(&str)) {
    machine.portal.will_open(&article());
    window.press("Control+O");
    window.see("button", "Keep sheet");
    assert_eq!(window.value("textbox", "Title"), TITLE);
    assert_eq!(window.value("textbox", "Author"), "", "the byline names nobody");
    assert_eq!(window.value("textbox", "Written or checked"), "May 22, 2023");
    for question in ["No references", "No danger signs", "No author"] {
        window.read("listitem", question);
    }
    look("the editor");
    window.click("button", "Drop the last 6 lines");
    window.click("button", "Keep sheet");
    window.see("heading", "Handouts");
}

/// Chooses client and paper, saves the PDF, gives the sheet, and says where the PDF is.
pub(crate) fn give(machine: &Machine, window: &Window<'_>) -> PathBuf {
    window.fill("combobox", "Give to", "quack");
    window.see("option", &format!("{CLIENT} March 3, 1964 · client 0001"));
    window.press("Enter");
    window.click("radio", "Letter");
    let pdf = machine.papers().join("back pain.pdf");
    machine.portal.will_save_as(&pdf);
    window.click("button", "Save PDF");
    window.read("region", "Saved as back pain.pdf.");
    window.click("button", &format!("Give to {CLIENT}"));
    window.see("link", &format!("Open {CLIENT}"));
    pdf
}
