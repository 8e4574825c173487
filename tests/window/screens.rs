//! Every screen there is, one after the other.

use hegu_core::testing::PASSPHRASE;
use hegu_tests::project::Project;
use hegu_tests::window::{Look, Machine, Seeded, Window, accessibility, fitting};

use crate::around_a_record;
use crate::first_run::make_a_practice_looking;
use crate::visit::{self, CLIENT};

// Colours do not depend on the size of the controls, nor sizes on the theme: two walks see both of each.
#[test]
fn every_screen_is_accessible_and_quiet_in_light_with_controls_for_fingers() {
    every_screen(Look::TOUCH);
}

#[test]
fn every_screen_is_accessible_and_quiet_in_dark() {
    every_screen(Look::DARK);
}

#[test]
fn every_screen_fits_at_twice_the_text_size() {
    let machine = Machine::new();
    machine.set_look(Look::DOUBLE);
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    let mut faults = Vec::new();
    walk(&machine, &window, &mut |screen| {
        for look in [Look { density: "touch", ..Look::DOUBLE }, Look::DOUBLE] {
            window.wear(look);
            let found = fitting::misfits(&window).into_iter();
            faults.extend(found.map(|fault| format!("{screen}, {}: {fault}", look.density)));
        }
    });
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    window.press("Escape");
    window.run("document.querySelector('main h1').style.minWidth = '2000px'");
    assert!(!fitting::misfits(&window).is_empty(), "a heading that is too wide would be seen");
}

#[test]
fn what_a_page_complains_about_is_heard() {
    let machine = Machine::new();
    let window = Window::open(&machine);
    window.see("heading", "Welcome to Hegu");
    window.run("console.error('planted'); document.body.append(Object.assign(new Image(), { src: 'http://example.org/' }))");
    window.wait_for_complaint("console: planted");
    window.wait_for_complaint("policy: img-src http://example.org/");
}

fn every_screen(look: Look) {
    let first = Machine::new();
    first.set_look(look);
    let mut faults = Vec::new();
    let mut examine = |window: &Window<'_>, screen: &str| {
        let found = accessibility::faults(window);
        faults.extend(found.into_iter().map(|fault| format!("{screen}: {fault}")));
    };
    {
        let window = Window::open(&first);
        make_a_practice_looking(&first, &window, |screen| examine(&window, screen));
        examine(&window, "Today, empty");
        assert_eq!(window.run("return document.documentElement.dataset.theme"), look.theme);
        assert_eq!(window.run("return document.documentElement.dataset.density"), look.density);
        assert_eq!(window.complaints(), [""; 0]);
    }
    let second = Machine::new();
    second.set_look(look);
    drop(Seeded::empty(&second));
    let window = Window::open(&second);
    walk(&second, &window, &mut |screen| examine(&window, screen));
    assert_eq!(window.complaints(), [""; 0]);
    assert!(faults.is_empty(), "{look:?}:\n{}", faults.join("\n"));
}

fn walk(machine: &Machine, window: &Window<'_>, look: &mut dyn FnMut(&str)) {
    window.fill("textbox", "Passphrase", "wrong");
    window.press("Enter");
    window.see_said_at("textbox", "Passphrase", "This is not the passphrase.");
    look("the door");
    window.click("button", "Use the recovery code");
    window.see("textbox", "Group 1 of 9");
    look("the recovery code");
    window.click("button", "Back to the passphrase");
    window.click("button", "Go back to a backup");
    window.read("paragraph", "There are no backups");
    look("going back, without a backup");
    window.click("button", "Leave everything as it is");
    visit::unlock(window, PASSPHRASE);

    window.click("link", "Clients");
    window.see("heading", "No clients yet");
    look("Clients, empty");
    window.click("link", "Handouts");
    window.see("heading", "Back pain and acupuncture");
    look("Handouts, with what comes with the program");
    window.click("link", "Points");
    window.see("heading", "Points");
    look("the points");
    window.press("Control+N");
    window.see_focus("textbox", "Given name");
    look("a new client");
    visit::register(window);
    look("a client");
    window.click("button", "New note");
    window.fill("combobox", "Add points", "st36; bl23 bl");
    window.press("Enter");
    window.read("row", "BL23");
    look("a note");
    window.press("Control+Enter");
    window.see("dialog", "Sign the note");
    look("the question before a note is signed");
    window.press("Control+Enter");
    window.read("paragraph", "Signed by Ines Marlow, R.Ac.");
    look("a signed note");
    window.click("link", CLIENT);
    window.click("tab", "Details");
    window.see("textbox", "Given name");
    look("a client's details");
    window.click("tab", "Files");
    look("a client's files, none yet");
    for picture in ["logo.jpg", "figure.png"] {
        machine.portal.will_open(&Project::root().join("tests/sheets").join(picture));
        window.click("button", "Add files…");
        window.see("button", picture);
    }
    look("a client's files");
    window.click("button", "figure.png");
    window.see("img", "figure.png");
    look("a file");
    window.press("Escape");
    window.click("button", "Compare photos");
    window.see("dialog", "Compare photos");
    look("two photos beside each other");
    window.press("Escape");
    visit::import_looking(machine, window, |screen| look(screen));
    look("Handouts");
    visit::give(machine, window);
    look("a sheet just given");
    window.click("button", "Read as text");
    window.see("article", &format!("Text of {}", visit::TITLE));
    look("a sheet as text");

    window.click("link", &format!("Open {CLIENT}"));
    window.click("button", "Open PDF");
    window.see("dialog", visit::TITLE);
    look("a given sheet");
    window.press("Escape");
    for (screen, heading) in [("Today", None), ("Clients", Some("Clients")), ("Settings", Some("Settings"))] {
        window.click("link", screen);
        window.read("heading", heading.unwrap_or(","));
        look(screen);
    }
    merging(window, look);
    around_a_record::walk(window, look);
    window.click("link", "Settings");
    window.click("link", "People");
    window.see("heading", "Who may do what");
    look("People");
    window.click("button", "Add a person");
    window.see("heading", "Add a person");
    look("a new person");
    window.click("link", "Settings");
    window.click("link", "Security");
    window.see("heading", "Where the records are");
    look("Security");
    window.click("link", "Backups");
    window.click("button", "Back up now");
    window.read("row", "By hand");
    look("Backups");
    window.click("link", "Audit");
    window.read("listitem", "Hegu made a backup");
    look("Audit");
    window.click("link", "About Hegu");
    window.see("heading", "About Hegu");
    look("About");
    window.press("Control+K");
    window.type_text("quack");
    window.read("option", CLIENT);
    look("the palette");
    window.press("Escape");
    window.press("F1");
    window.see("dialog", "Keyboard shortcuts");
    look("the shortcuts");
}

/// Somebody who is here twice: found, compared, one, and two again.
fn merging(window: &Window<'_>, look: &mut dyn FnMut(&str)) {
    window.press("Control+N");
    window.fill("textbox", "Given name", "Oluwaseun");
    window.fill("textbox", "Family name", "Adeyemi-Brown");
    window.press("Control+Enter");
    window.see("heading", "Oluwaseun Adeyemi-Brown");
    window.click("link", "Merge with another record…");
    window.see("combobox", "The other record");
    look("the question which record is the other");
    window.fill("combobox", "The other record", CLIENT);
    window.click("option", &window.whole_name("option", CLIENT));
    window.see("heading", "One person, two records");
    window.read("group", CLIENT);
    look("two records of one person");
    window.click("button", "Make one record");
    window.click("button", "Make two records again");
    window.see("dialog", "Make two records again?");
    look("the question before one record becomes two");
    window.tab_to("button", "Make two records again");
    window.press("Enter");
    window.read("status", "two records again");
    window.click("link", "Clients");
    window.click("button", "Registered twice?");
    window.see("heading", "No client seems to be here twice");
    look("Registered twice, nobody");
}
