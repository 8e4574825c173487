//! People, keys, and the keyboard that changes hands.

use hegu_core::testing::PASSPHRASE;
use serde_json::{Value, json};

use crate::arguments::{arguments, person};
use crate::mock_window::Window;

const OTHER: &str = "granite walnut hover lantern tide";
const PIN: &str = "290874";

fn one(id: &Value) -> Value {
    json!({ "input": { "id": id } })
}

/// The person of that name in the list.
fn find(window: &Window, name: &str) -> Value {
    let people = window.happy("people_list", json!({}));
    people["people"].as_array().unwrap().iter().find(|person| person["name"] == name).unwrap().clone()
}

/// Two groups of a recovery sheet, typed back as they were asked for.
fn typed_back(sheet: &Value) -> Value {
    let group =
        |asked: &Value| sheet["groups"][usize::try_from(asked.as_u64().unwrap()).unwrap() - 1].clone();
    let groups: Vec<Value> = sheet["ask"].as_array().unwrap().iter().map(group).collect();
    json!({ "input": { "groups": groups } })
}

#[test]
fn a_colleague_is_added_changed_kept_out_let_in_and_removed() {
    let window = Window::open();
    let weak = json!({ "input": { "person": person(" "), "role": "student", "passphrase": "short",
        "passphrase_again": "short" } });
    let refused = window.ask("people_add", weak).unwrap_err();
    let paths: Vec<&Value> =
        refused["fields"].as_array().unwrap().iter().map(|field| &field["path"]).collect();
    assert_eq!(paths, ["person.name", "passphrase"]);
    let jun = window.happy("people_add", arguments("people_add"));
    assert_eq!((&jun["role"], &jun["status"]), (&json!("practitioner"), &json!("active")));
    let mut edit = json!({ "id": jun["id"], "version": 1, "person": person("Jun Mori-Reyes") });
    assert_eq!(window.happy("people_edit", json!({ "input": edit.clone() }))["name"], "Jun Mori-Reyes");
    assert_eq!(window.code("people_edit", json!({ "input": edit.clone() })), "stale");
    edit["version"] = json!(2);
    edit["person"]["access_until"] = json!("31 April");
    let refused = window.ask("people_edit", json!({ "input": edit })).unwrap_err();
    assert_eq!(refused["fields"][0]["path"], "person.access_until");
    let change = |version: u32, role: &str, passphrase: &str| {
        json!({ "input": { "id": jun["id"], "version": version, "role": role, "passphrase": passphrase,
            "passphrase_again": passphrase } })
    };
    assert_eq!(window.happy("people_change_role", change(2, "student", ""))["role"], "student");
    assert_eq!(window.happy("people_suspend", one(&jun["id"]))["status"], "suspended");
    assert_eq!(
        window.code(
            "people_reset_passphrase",
            json!({ "input": { "id": jun["id"],
        "passphrase": OTHER, "passphrase_again": OTHER } })
        ),
        "not_permitted"
    );
    assert_eq!(window.happy("people_resume", one(&jun["id"]))["status"], "active");
    window.happy(
        "people_reset_passphrase",
        json!({ "input": { "id": jun["id"],
        "passphrase": OTHER, "passphrase_again": OTHER } }),
    );
    let removed = window.happy("people_remove", json!({ "input": { "id": jun["id"], "rotate": true } }));
    assert_eq!(removed["status"], "removed");
    assert_eq!(window.happy("people_security", json!({}))["key_epoch"], 2);
    let me = find(&window, "Ines Marlow");
    let last = json!({ "input": { "id": me["id"], "version": me["version"], "role": "student",
        "passphrase": "", "passphrase_again": "" } });
    assert_eq!(window.code("people_change_role", last), "last_owner");
    let table = window.happy("people_permissions", json!({}));
    assert!(table["rows"].as_array().unwrap().iter().any(|row| row["permission"] == "sign_notes"));
}

#[test]
fn the_keyboard_changes_hands_by_passphrase_and_by_pin_and_each_comes_back_to_their_place() {
    let window = Window::open();
    let jun = window.happy("people_add", arguments("people_add"));
    let ines = window.happy("session_state", json!({}))["me"]["id"].clone();
    window.happy("session_remember_place", json!({ "input": { "place": "#/clients" } }));
    window.happy("session_touch", json!({}));
    let refused = window.ask("session_set_pin", json!({ "input": { "pin": "12", "pin_again": "12" } }));
    assert_eq!(refused.unwrap_err()["fields"][0]["problem"], "not_a_pin");
    window.happy("session_set_pin", arguments("session_set_pin"));
    let desk = window.happy("session_desk", json!({}));
    assert_eq!((&desk["people"][0]["pin"], &desk["people"][1]["pin"]), (&json!(true), &json!(false)));

    window.happy("session_rest", json!({}));
    let resting = window.happy("session_state", json!({}));
    assert_eq!((&resting["state"], &resting["last"]), (&json!("resting"), &ines));
    assert_eq!(window.code("clients_find", arguments("clients_find")), "locked", "nobody acts");
    let sit = |person: &Value, secret: &str, by: &str| json!({ "input": { "person": person, "secret": secret, "by": by } });
    assert_eq!(window.code("session_take_seat", sit(&jun["id"], PIN, "pin")), "pin_gone");
    let wrong = window.ask("session_take_seat", sit(&ines, "000000", "pin")).unwrap_err();
    assert_eq!(wrong, json!({ "code": "wrong_pin", "tries_left": 4 }));
    window.happy("session_take_seat", sit(&jun["id"], OTHER, "passphrase"));
    let open = window.happy("session_state", json!({}));
    assert_eq!((&open["me"]["name"], &open["several"]), (&json!("Jun Mori"), &json!(true)));
    assert_eq!(open["place"], Value::Null, "Ines's place is not Jun's");
    assert_eq!(window.code("people_suspend", one(&ines)), "not_permitted");
    window.happy("session_take_seat", sit(&ines, PIN, "pin"));
    assert_eq!(window.happy("session_state", json!({}))["place"], "#/clients");
    window.happy("session_prove_with_pin", json!({ "input": { "pin": PIN } }));
    window.happy("session_forget_pin", json!({}));
    assert_eq!(window.code("session_prove_with_pin", json!({ "input": { "pin": PIN } })), "pin_gone");
    window.happy("session_rest", json!({}));
    window.happy("session_lock", json!({}));
    assert_eq!(window.happy("session_state", json!({}))["state"], "locked", "also out of a rest");
    assert_eq!(window.code("session_take_seat", sit(&ines, PIN, "pin")), "locked");
}

#[test]
fn keys_locks_and_the_recovery_sheet_are_changed_and_seen() {
    let window = Window::open();
    let change = |old: &str, new: &str| json!({ "input": { "old": old, "new": new, "new_again": new } });
    assert_eq!(window.code("people_change_passphrase", change("wrong", OTHER)), "wrong_passphrase");
    let refused = window.ask("people_change_passphrase", change(PASSPHRASE, "ines")).unwrap_err();
    assert_eq!(refused["fields"][0], json!({ "path": "new", "problem": "too_weak", "limit": null }));
    window.happy("people_change_passphrase", change(PASSPHRASE, OTHER));
    window.happy("people_rotate_keys", json!({}));

    let sheet = window.happy("people_prepare_recovery_sheet", json!({}));
    let saved = window.happy("people_save_recovery_sheet", json!({}));
    assert_eq!(saved["file_name"], "saved.pdf");
    let wrong = json!({ "input": { "groups": ["", ""] } });
    assert_eq!(window.code("people_renew_recovery_sheet", wrong.clone()), "invalid");
    window.happy("people_renew_recovery_sheet", typed_back(&sheet));
    window.happy("people_abandon_recovery_sheet", json!({}));
    assert_eq!(window.code("people_renew_recovery_sheet", wrong), "not_found", "it was used");
    let groups: Vec<&str> = sheet["groups"].as_array().unwrap().iter().map(|g| g.as_str().unwrap()).collect();
    let check = |code: &str| json!({ "input": { "code": code } });
    window.happy("people_check_recovery_sheet", check(&groups.join(" ")));
    assert_eq!(window.code("people_check_recovery_sheet", check("ABCD")), "mistyped_recovery_code");

    let view = window.happy("people_security", json!({}));
    assert_eq!((&view["keyring"], &view["recovery"]["due"]), (&json!("none"), &json!(false)));
    let refused = window.ask("people_keep_in_keyring", json!({})).unwrap_err();
    assert_eq!(refused, json!({ "code": "keyring", "situation": "none" }));
    let on = json!({ "input": { "on": true, "passphrase": OTHER } });
    assert_eq!(window.code("people_unlock_with_computer", on), "keyring");
    window.happy("people_unlock_with_computer", arguments("people_unlock_with_computer"));
    let locks = |rest: u32| json!({ "input": { "rest_minutes": rest, "lock_minutes": 60, "version": 1 } });
    let refused = window.ask("settings_change_locks", locks(90)).unwrap_err();
    assert_eq!(refused["fields"][0]["path"], "rest_minutes");
    assert_eq!(window.happy("settings_change_locks", locks(2))["version"], 2);
    window.happy("session_lock", json!({}));
    assert_eq!(window.code("session_unlock_with_computer", json!({})), "computer_unlock_gone");
}

#[test]
fn after_the_recovery_sheet_was_used_a_new_one_is_asked_for_until_it_is_made() {
    let window = Window::open();
    let sheet = window.happy("people_prepare_recovery_sheet", json!({}));
    window.happy("people_renew_recovery_sheet", typed_back(&sheet));
    window.happy("session_lock", json!({}));
    let groups: Vec<&str> = sheet["groups"].as_array().unwrap().iter().map(|g| g.as_str().unwrap()).collect();
    let recover = json!({ "input": { "code": groups.join("-"), "new_passphrase": OTHER,
        "new_passphrase_again": OTHER } });
    window.happy("session_unlock_with_recovery_code", recover.clone());
    assert_eq!(window.happy("session_state", json!({}))["sheet_used"], true);
    let next = window.happy("people_prepare_recovery_sheet", json!({}));
    window.happy("people_renew_recovery_sheet", typed_back(&next));
    assert_eq!(window.happy("session_state", json!({}))["sheet_used"], false);
    window.happy("session_lock", json!({}));
    assert_eq!(window.code("session_unlock_with_recovery_code", recover), "wrong_recovery_code");
}
