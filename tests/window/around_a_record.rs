//! What is done with a record between visits, one after the other: its history, its alerts, a call, and how it ends.

use hegu_tests::window::Window;

use crate::visit::CLIENT;

/// Goes through it from the list of clients, and has every screen and question looked at.
pub(crate) fn walk(window: &Window<'_>, look: &mut dyn FnMut(&str)) {
    let open = || {
        window.click("link", "Clients");
        window.click("option", &window.whole_name("option", CLIENT));
        window.see("heading", CLIENT);
    };
    open();
    window.click("tab", "Health history");
    window.see("heading", "No health history yet");
    look("a health history, none yet");
    window.click("button", "Take the history");
    window.see_focus("checkbox", "Anticoagulant");
    window.type_text(" ");
    window.choose("How it stands", "Pregnant");
    look("a health history that is taken down");
    window.press("Control+Enter");
    window.read("button", "Pregnant");
    look("a health history");
    window.click("button", "As it was on…");
    window.see("dialog", "As it was on…");
    look("which day of a health history");
    window.press("Escape");
    window.click("tab", "Overview");
    window.click("button", "Add an alert");
    window.see("dialog", &format!("Alert about {CLIENT}"));
    window.press("Control+Enter");
    window.see_said_at("textbox", "What has to be known", "fill this in");
    look("an alert without words");
    window.fill("textbox", "What has to be known", "Faints at needles, tell Ines before she gets up");
    window.press("Control+Enter");
    window.read("button", "Faints at needles");
    look("a client with alerts");
    window.click("button", "Call or message");
    window.see("dialog", &format!("Call or message: {CLIENT}"));
    look("a call");
    window.press("Escape");
    window.click("link", "Erase record…");
    window.read("paragraph", "Without one nobody can say what has to stay");
    look("erasing, without a rule");
    window.click("link", "Settings");
    window.see("heading", "How long records are kept");
    window.click("radio", &window.whole_name("radio", "Florida"));
    window.read("status", "Florida");
    look("how long records are kept");
    open();
    window.click("link", "Erase record…");
    window.see("heading", "A part has to be kept");
    look("erasing");
    window.click("button", "Erase…");
    look("erasing, without saying who asked");
    open();
    window.click("button", "Archive");
    window.see("button", "Take out");
    look("an archived client");
    window.click("link", "Clients");
    window.read("option", "Oluwaseun");
    window.click("button", "Archive");
    window.see("link", CLIENT);
    look("the archive");
    window.click("link", CLIENT);
    window.click("button", "Take out");
    window.see("button", "Archive");
}
