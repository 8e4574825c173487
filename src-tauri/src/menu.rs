//! The menu bar. Its entries are the UI's actions, by the same ids, names and keys, which a test of the UI compares;
//! the UI does what they say. Only leaving and the full screen are done here, for they are the window's own.

use serde::Deserialize;
use tauri::menu::{Menu, MenuBuilder, MenuItemBuilder, Submenu, SubmenuBuilder};
use tauri::{AppHandle, Manager, Wry};

use crate::desktop::Said;
use crate::session::Shell;
use crate::window;

/// Submenus with their entries; nothing stands for a line between them.
const BAR: &str = include_str!("../menu.json");

#[derive(Deserialize)]
struct Part {
    title: String,
    entries: Vec<Option<Entry>>,
}

#[derive(Deserialize)]
struct Entry {
    /// The UI's name of the action.
    id: String,
    label: String,
    /// As the UI writes keys: "Mod+K".
    #[serde(default)]
    keys: Option<String>,
}

/// Builds the menu bar.
pub(crate) fn build(app: &AppHandle) -> tauri::Result<Menu<Wry>> {
    let parts: Vec<Part> = serde_json::from_str(BAR)?;
    let mut bar = MenuBuilder::new(app);
    for part in &parts {
        bar = bar.item(&if part.entries.is_empty() { edit(app, &part.title)? } else { submenu(app, part)? });
    }
    bar.build()
}

fn submenu(app: &AppHandle, part: &Part) -> tauri::Result<Submenu<Wry>> {
    let mut menu = SubmenuBuilder::new(app, &part.title);
    for entry in &part.entries {
        menu = match entry {
            None => menu.separator(),
            Some(entry) => {
                let item = MenuItemBuilder::with_id(&entry.id, &entry.label);
                let item = match &entry.keys {
                    Some(keys) => item.accelerator(accelerator(keys)),
                    None => item,
                };
                menu.item(&item.build(app)?)
            }
        };
    }
    menu.build()
}

/// What the system itself does with a text.
fn edit(app: &AppHandle, title: &str) -> tauri::Result<Submenu<Wry>> {
    let menu = SubmenuBuilder::new(app, title);
    menu.undo().redo().separator().cut().copy().paste().select_all().build()
}

/// The UI's way of writing keys as Tauri writes it; a plus is the key of the equals sign.
fn accelerator(keys: &str) -> String {
    let keys = keys.replace("Mod", "CmdOrCtrl");
    match keys.strip_suffix("++") {
        Some(held) => format!("{held}+="),
        None => keys,
    }
}

/// Does what an entry says.
pub(crate) fn chosen(app: &AppHandle, id: &str) {
    let shell = app.state::<Shell>();
    match id {
        "quit" => window::quit(app),
        "full-screen" => window::change_full_screen(app),
        // Locking happens even when the page does not listen.
        "lock" => shell.ask_to_lock(),
        _ => shell.desktop.say(Said::Menu { action: id.to_owned() }),
    }
}
