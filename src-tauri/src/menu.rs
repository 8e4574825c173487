//! The menu bar. Its entries carry the UI's names of actions, and the UI does what they say.

use tauri::menu::{Menu, MenuBuilder, MenuItemBuilder, SubmenuBuilder};
use tauri::{AppHandle, Manager, Wry};

use crate::desktop::Said;
use crate::session::Shell;

/// The entry that locks.
const LOCK: &str = "lock";

/// Builds the menu bar.
pub(crate) fn build(app: &AppHandle) -> tauri::Result<Menu<Wry>> {
    let entry = |id: &str, text: &str, keys: &str| {
        let item = MenuItemBuilder::with_id(id, text);
        if keys.is_empty() { item.build(app) } else { item.accelerator(keys).build(app) }
    };
    let file = SubmenuBuilder::new(app, "File")
        .item(&entry("new-client", "Register a client", "")?)
        .item(&entry("import-sheet", "Import a sheet…", "")?)
        .separator()
        .item(&entry(LOCK, "Lock", "CmdOrCtrl+L")?)
        .quit_with_text("Quit Hegu")
        .build()?;
    let edit = SubmenuBuilder::new(app, "Edit")
        .undo()
        .redo()
        .separator()
        .cut()
        .copy()
        .paste()
        .select_all()
        .build()?;
    let go = SubmenuBuilder::new(app, "Go")
        .item(&entry("go-today", "Today", "")?)
        .item(&entry("go-clients", "Clients", "")?)
        .item(&entry("go-handouts", "Handouts", "")?)
        .item(&entry("go-settings", "Settings", "")?)
        .separator()
        .item(&entry("palette", "Find anything…", "")?)
        .build()?;
    let help = SubmenuBuilder::new(app, "Help")
        .item(&entry("shortcuts", "Keyboard shortcuts", "")?)
        .item(&entry("about", "About Hegu", "")?)
        .build()?;
    MenuBuilder::new(app).items(&[&file, &edit, &go, &help]).build()
}

/// Does what an entry says. Locking is the only one that happens even when the page does not listen.
pub(crate) fn chosen(app: &AppHandle, id: &str) {
    let shell = app.state::<Shell>();
    if id == LOCK {
        shell.ask_to_lock();
    } else {
        shell.desktop.say(Said::Menu { action: id.to_owned() });
    }
}
