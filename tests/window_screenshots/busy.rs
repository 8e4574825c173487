//! A practice that has run for years, in the sizes and colours people work in.

use std::cell::RefCell;

use hegu_core::Practice;
use hegu_core::clients::{self, FindClients};
use hegu_core::drafts::{self, DraftKind, SaveDraft};
use hegu_core::notes::{self, NeedledPoint, NoteText, Side, SignNote};
use hegu_core::testing::{Demonstration, demonstrate};
use hegu_tests::window::{Look, Machine, Seeded, Window};

use serde_json::json;

use crate::album::Album;
use crate::people::{give_all, go_to, han, long, maggie, register, unlock};

#[test]
fn a_busy_practice_has_its_pictures() {
    let (machine, album) = (Machine::new(), Album::open());
    machine.set_look(Look::LIGHT);
    let size = if album.is_wanted() { 10 } else { 1 };
    let regular = RefCell::new(String::new());
    drop(Seeded::with(&machine, async |practice| {
        demonstrate(&practice, Demonstration { size, seed: 2 }).await?;
        *regular.borrow_mut() = who_comes_most_often(&practice).await?;
        a_full_day(&practice).await
    }));
    let window = Window::open(&machine);
    unlock(&window);
    lists(&album, &window);
    people(&album, &window, &regular.borrow());
    notes(&album, &window);
    reference(&album, &window);
    assert_eq!(window.complaints(), [""; 0]);
}

fn lists(album: &Album, window: &Window<'_>) {
    window.see("heading", "3 unsigned notes");
    album.keep_in(
        window,
        &[
            (Look::LIGHT, "states/today-busy"),
            (Look::TOUCH, "states/today-busy-touch"),
            (Look::DOUBLE, "states/today-busy-200"),
        ],
    );
    window.click("link", "Clients");
    window.read("option", "client 0");
    album.keep_in(
        window,
        &[
            (Look::LIGHT, "states/clients-busy"),
            (Look::TOUCH, "states/clients-busy-touch"),
            (Look::DOUBLE, "states/clients-busy-200"),
        ],
    );
    window.press("Control+Shift+P");
    window.see("button", "Show names (Ctrl ⇧ P)");
    album.keep(window, "states/clients-blurred");
    window.press("Control+Shift+P");
    window.press("Control+K");
    window.type_text("back");
    window.read("option", "Back pain and acupuncture");
    album.keep_in(window, &[(Look::LIGHT, "states/palette"), (Look::DARK, "states/palette-dark")]);
    window.press("Escape");
    window.press("Control+K");
    window.type_text("new note");
    window.read("option", "New note");
    window.press("Enter");
    window.see("combobox", "New note: about which client?");
    window.type_text("maggie");
    window.read("option", "Margaret Whitford");
    album.keep(window, "states/palette-question");
    window.press("Escape");
    window.press("Escape");
}

fn people(album: &Album, window: &Window<'_>, regular: &str) {
    let (number, name) = regular.split_once(' ').unwrap_or_default();
    // By a telephone number, Enter would book: whoever rings wants a time.
    window.press("Control+K");
    window.type_text(number);
    window.read("option", name);
    window.press("Control+Enter");
    window.read("heading", name);
    window.read("listitem", "Note of");
    album.keep_in(
        window,
        &[
            (Look::LIGHT, "states/client-busy"),
            (Look::DARK, "states/client-busy-dark"),
            (Look::TOUCH, "states/client-busy-touch"),
            (Look::DOUBLE, "states/client-busy-200"),
        ],
    );
    go_to(window, "hohenstaufen", "von Hohenstaufen-Wittelsbach");
    album.keep_in(
        window,
        &[(Look::LIGHT, "states/client-long-name"), (Look::DOUBLE, "states/client-long-name-200")],
    );
    go_to(window, "歐陽小明", "歐陽小明");
    window.click("tab", "Details");
    window.see("textbox", "Given name");
    album.keep(window, "states/client-han-name");
}

fn notes(album: &Album, window: &Window<'_>) {
    go_to(window, "maggie", "Margaret Whitford");
    window.click("button", "Open note");
    window.see("textbox", "S Complaint");
    window.read("row", "BL23");
    album.keep_in(
        window,
        &[
            (Look::LIGHT, "states/note-busy"),
            (Look::TOUCH, "states/note-busy-touch"),
            (Look::DOUBLE, "states/note-busy-200"),
        ],
    );
    window.press("Control+Enter");
    window.see("dialog", "Sign the note");
    album.keep(window, "states/note-signing");
    window.press("Control+Enter");
    window.read("paragraph", "Signed by Ines Marlow, R.Ac.");
    album.keep_in(window, &[(Look::LIGHT, "states/note-signed"), (Look::DARK, "states/note-signed-dark")]);
    go_to(window, "maggie", "Margaret Whitford");
    window.right_click("link", &note_of_today(window));
    window.see("menuitem", "Add an addendum");
    album.keep(window, "states/client-menu");
    window.press("Escape");
    window.click("link", "Handouts");
    window.see("img", "Page 1 of 2: Back pain and acupuncture");
    album.keep_in(window, &[(Look::TOUCH, "states/handouts-touch"), (Look::DOUBLE, "states/handouts-200")]);
}

fn reference(album: &Album, window: &Window<'_>) {
    window.click("link", "Points");
    window.see("heading", "Points");
    album.keep(window, "states/points");
    window.press("Control+K");
    window.type_text("zusanli");
    window.read("option", "ST36");
    window.press("Enter");
    window.read("heading", "ST36");
    album.keep(window, "states/point");
    window.press("F1");
    window.see("dialog", "Keyboard shortcuts");
    album.keep(window, "states/shortcuts");
    window.press("Escape");
    window.click("link", "Settings");
    window.click("link", "About Hegu");
    window.see("heading", "About Hegu");
    album.keep(window, "states/about");
}

fn note_of_today(window: &Window<'_>) -> String {
    window.names("link").into_iter().find(|link| link.starts_with("Note of ")).unwrap_or_default()
}

/// Number and name of the client with the longest record among the first hundred.
async fn who_comes_most_often(practice: &Practice) -> hegu_core::Result<String> {
    let find = FindClients { limit: 100, ..FindClients::default() };
    let mut most = (0, String::new());
    let rows = clients::find(practice, find).await?.rows;
    for row in &rows {
        // They are found by their number, before everybody else who has it too.
        let Some(phone) = &row.phone else { continue };
        let found = FindClients { text: phone.replace(' ', ""), limit: 1, ..FindClients::default() };
        if clients::find(practice, found).await?.rows.first().is_none_or(|first| first.id != row.id) {
            continue;
        }
        let entries = clients::overview(practice, &row.id).await?.timeline.len();
        if entries > most.0 {
            most = (entries, format!("{} {}", phone.replace(' ', ""), row.name));
        }
    }
    Ok(most.1)
}

/// What is done and begun on a day with more to do than fits on the screen.
async fn a_full_day(practice: &Practice) -> hegu_core::Result<()> {
    for client in [long(), han()] {
        give_all(practice, &register(practice, client).await?).await?;
    }
    let maggie = register(practice, maggie()).await?;
    give_all(practice, &maggie).await?;
    let a_week_ago = std::iter::successors(Some(practice.today()), |day| day.pred_opt()).nth(7);
    let last = NoteText {
        visit_date: a_week_ago.unwrap_or_default().to_string(),
        subjective: "Woke twice a night from the back. Pain 6.\nBending is freer, sitting is not.".to_owned(),
        objective: "Tongue pale red, swollen, teeth marks. Left guan wiry, both chi deep and weak."
            .to_owned(),
        assessment: "Kidney yang deficiency; qi and blood stagnation in the channels of the back.".to_owned(),
        plan: "Knee rolls 8 to 10, mornings. Walk daily.".to_owned(),
        points: POINTS[..6].iter().map(|(code, side, needles)| point(code, *side, *needles)).collect(),
    };
    notes::sign(practice, SignNote { client: maggie.clone(), note: last, draft: None }).await?;
    begin_note(practice, &maggie, "Margaret Whitford", &POINTS).await?;
    let find = FindClients { text: "park".to_owned(), limit: 2, ..FindClients::default() };
    for row in clients::find(practice, find).await?.rows {
        begin_note(practice, &row.id, &row.name, &POINTS[..2]).await?;
    }
    Ok(())
}

const POINTS: [(&str, Side, i32); 12] = [
    ("BL23", Side::Both, 2),
    ("BL25", Side::Both, 2),
    ("BL26", Side::Both, 2),
    ("BL40", Side::Both, 2),
    ("GB34", Side::Right, 1),
    ("KI3", Side::Both, 2),
    ("GV4", Side::Middle, 1),
    ("BL17", Side::Both, 2),
    ("ST36", Side::Both, 2),
    ("SP6", Side::Left, 1),
    ("EX-B2", Side::Both, 6),
    ("EX-HN1", Side::Whole, 4),
];

fn point(code: &str, side: Side, needles: i32) -> NeedledPoint {
    NeedledPoint { code: code.to_owned(), side, needles }
}

/// A note of today that nobody has signed yet.
async fn begin_note(
    practice: &Practice,
    client: &str,
    name: &str,
    points: &[(&str, Side, i32)],
) -> hegu_core::Result<()> {
    let points =
        points.iter().map(|(code, side, needles)| json!({ "code": code, "side": side, "needles": needles }));
    let note = json!({
        "visit_date": practice.today().to_string(),
        "subjective": "Low back easier, slept through twice. Still stiff after sitting half an hour; stairs fine. \
            Pain 4, worst in the evening.",
        "objective": "Tongue pale, swollen, teeth marks; coat thin, white, moist.\nLeft guan less wiry, right soft; \
            chi deep, weak. 72 bpm.",
        "assessment": "Kidney yang deficiency. Warm and tonify Kidney yang, move qi and blood in the back.",
        "plan": "",
        "points": points.collect::<Vec<_>>(),
    });
    let draft = SaveDraft {
        id: None,
        kind: DraftKind::Note,
        subject: Some(client.to_owned()),
        label: name.to_owned(),
        body: note.to_string(),
    };
    drafts::save(practice, draft).await.map(drop)
}
