//! What the window is told about the core is generated, committed, and current.
//!
//! After changing a command or a type that crosses the wire, run
//! `UPDATE_BINDINGS=1 cargo nextest run -p hegu --test bindings` and look at the difference: it is the contract.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use hegu_shell::COMMANDS;
use specta_typescript::Typescript;

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn updating() -> bool {
    std::env::var_os("UPDATE_BINDINGS").is_some()
}

#[test]
fn the_committed_bindings_are_what_the_commands_say() {
    let made = tempfile::tempdir().unwrap();
    let file = made.path().join("bindings.ts");
    let header = "// Generated from the commands of the shell; see src-tauri/tests/bindings.rs.\n";
    hegu_shell::bindings::<tauri::Wry>().export(Typescript::default().header(header), &file).unwrap();
    let generated = fs::read_to_string(file).unwrap();
    let committed = top().join("ui/src/ipc/bindings.ts");
    if updating() {
        fs::write(&committed, &generated).unwrap();
    }
    assert_eq!(
        fs::read_to_string(committed).unwrap(),
        generated,
        "bindings.ts is stale: see the top of this file"
    );
}

#[test]
fn the_window_may_call_every_command_and_nothing_more() {
    let file = top().join("src-tauri/capabilities/main.json");
    let capability: serde_json::Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let allowed: BTreeSet<&str> =
        capability["permissions"].as_array().unwrap().iter().map(|p| p.as_str().unwrap()).collect();
    let ours: BTreeSet<String> =
        COMMANDS.iter().map(|command| format!("allow-{}", command.name.replace('_', "-"))).collect();
    let tauris = ["core:event:allow-listen", "core:event:allow-unlisten", "core:window:allow-set-title"];
    let expected: BTreeSet<&str> = ours.iter().map(String::as_str).chain(tauris).collect();
    assert_eq!(allowed, expected);
    assert_eq!(capability["windows"], serde_json::json!(["main"]), "one window");
    assert!(capability.get("remote").is_none(), "no page from elsewhere may call anything");
}

#[test]
fn every_command_is_named_for_its_slice_and_needs_a_known_permission() {
    let permissions: BTreeSet<String> =
        hegu_core::people::Permission::ALL.iter().map(|permission| format!("{permission:?}")).collect();
    for command in COMMANDS {
        assert!(command.name.starts_with(&format!("{}_", command.slice)), "{}", command.name);
        let known = command.permission == "anyone" || permissions.contains(command.permission);
        assert!(known, "{} asks for {}, which no role is granted", command.name, command.permission);
        // The points are a printed table inside the program: they say nothing about anybody. A backup may have to take
        // the place of records that nobody can open any more, so it is gone back to at the door, by its own passphrase; and
        // where copies go is asked before there is a practice.
        let while_locked = ["session", "about", "points"].contains(&command.slice)
            || ["settings_machine", "settings_change_machine"].contains(&command.name)
            || ["backup_at_door", "backup_pick_copy", "backup_bring_in", "backup_switch", "backup_give_up"]
                .contains(&command.name)
            || command.name == "copies_choose_first_place";
        assert_eq!(
            command.permission == "anyone",
            while_locked,
            "{}: only the door is open to anyone",
            command.name
        );
    }
    let names: BTreeSet<&str> = COMMANDS.iter().map(|command| command.name).collect();
    assert_eq!(names.len(), COMMANDS.len(), "every command is listed once");
}
