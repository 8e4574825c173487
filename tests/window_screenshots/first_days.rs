//! A practice with nothing in it yet, and forms that are filled in wrongly.

use hegu_tests::window::{Look, Machine, Seeded, Window};

use crate::album::Album;
use crate::people::{hebrew, maggie, named, register, unlock};

#[test]
fn an_empty_practice_has_its_pictures() {
    let (machine, album) = (Machine::new(), Album::open());
    machine.set_look(Look::LIGHT);
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    unlock(&window);
    window.see("heading", "Your practice is ready");
    album.keep_in(&window, &[(Look::LIGHT, "states/today-empty"), (Look::DARK, "states/today-empty-dark")]);
    window.click("link", "Clients");
    window.see("heading", "No clients yet");
    album.keep(&window, "states/clients-empty");

    window.press("Control+N");
    window.see_focus("textbox", "Given name");
    window.fill("textbox", "Preferred name", "Maggie");
    window.fill("textbox", "Birth date", "the third of March");
    window.fill("textbox", "Email", "maggie at home");
    window.press("Control+Enter");
    window.see_said_at("textbox", "Email", "This does not look like an email address.");
    album.keep_in(
        &window,
        &[
            (Look::LIGHT, "states/register-errors"),
            (Look::DARK, "states/register-errors-dark"),
            (Look::DOUBLE, "states/register-errors-200"),
        ],
    );
    window.click("link", "Settings");
    window.fill("textbox", "Name of the practice", " ");
    window.press("Tab");
    window.see_said_at("textbox", "Name of the practice", "Please fill this in.");
    album.keep(&window, "states/settings-errors");
    assert_eq!(window.complaints(), [""; 0]);
}

#[test]
fn what_cannot_be_done_as_it_stands_has_its_pictures() {
    let (machine, album) = (Machine::new(), Album::open());
    machine.set_look(Look::LIGHT);
    drop(Seeded::with(&machine, async |practice| {
        register(&practice, maggie()).await?;
        register(&practice, hebrew()).await?;
        register(&practice, named("Tomás", "Whitford")).await.map(drop)
    }));
    let window = Window::open(&machine);
    unlock(&window);
    window.press("Control+N");
    window.see_focus("textbox", "Given name");
    window.type_text("margaret");
    window.fill("textbox", "Family name", "whitford");
    window.press("Control+Enter");
    window.see("heading", "Is this someone you know already?");
    album.keep(&window, "states/register-twins");

    window.press("Control+K");
    window.type_text("new note");
    window.read("option", "New note");
    window.press("Enter");
    window.type_text("0188");
    window.read("option", "Margaret Whitford");
    window.press("Enter");
    window.see("textbox", "S Complaint");
    window.press("Control+Enter");
    window.see("dialog", "Sign the note");
    window.press("Control+Enter");
    window.read("alert", "A note needs at least a word or a point");
    album.keep(&window, "states/note-errors");

    window.press("Control+K");
    window.type_text("give a sheet");
    window.read("option", "Give a sheet");
    window.press("Enter");
    window.type_text("לוי");
    window.read("option", "לוי");
    window.press("Enter");
    window.read("paragraph", "Write it in Latin or Chinese letters");
    album.keep(&window, "states/handouts-unprintable");

    window.click("button", "New sheet");
    window.fill("textbox", "Text", "Dear {{client.frist_name}}: acupuncture always cures back pain.");
    window.click("button", "Keep sheet");
    window.see_said_at("textbox", "Title", "Please fill this in.");
    window.read("listitem", "Stated as certain");
    album.keep(&window, "states/editor-errors");
    assert_eq!(window.complaints(), [""; 0]);
}
