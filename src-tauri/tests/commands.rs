//! Every command once through the mock runtime: the locked answer, the happy answer, the field error.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod arguments;
#[path = "commands/clinic.rs"]
mod clinic;
mod mock_window;
#[path = "commands/people.rs"]
mod people;
#[path = "commands/pictures.rs"]
mod pictures;
#[path = "commands/roles.rs"]
mod roles;

use std::sync::atomic::Ordering;

use arguments::{arguments, audit, client, preview, register, sign, text};
use hegu_core::testing::PASSPHRASE;
use hegu_shell::COMMANDS;
use mock_window::Window;
use serde_json::{Value, json};

/// A registered client and a kept sheet.
fn filled(window: &Window) -> (String, String) {
    let client = window.happy("clients_register", register("Margaret"))["id"].as_str().unwrap().to_owned();
    let keep = json!({ "input": { "id": null, "version": null, "text": text("Rest."), "draft": null } });
    let sheet = window.happy("handouts_keep", keep)["id"].as_str().unwrap().to_owned();
    (client, sheet)
}

#[test]
fn while_locked_every_command_but_the_door_answers_locked() {
    let window = Window::closed();
    for command in COMMANDS.iter().filter(|command| command.permission != "anyone") {
        assert_eq!(window.code(command.name, arguments(command.name)), "locked", "{}", command.name);
    }
}

#[test]
fn a_command_that_is_not_listed_does_not_exist() {
    let refused = Window::open().ask("read_file", json!({ "path": "/etc/passwd" })).unwrap_err();
    assert!(refused.as_str().is_some_and(|text| text.contains("not found")), "{refused}");
}

#[test]
fn the_door_makes_locks_and_opens_a_practice() {
    let window = Window::closed();
    assert_eq!(window.happy("session_state", json!({}))["state"], "first_run");
    let words =
        window.happy("session_suggest_passphrase", json!({}))["passphrase"].as_str().unwrap().to_owned();
    assert_eq!(words.split(' ').count(), 5);
    let measured =
        window.happy("session_measure_passphrase", json!({ "input": { "passphrase": words, "about": [] } }));
    assert_eq!(measured["enough"], true);
    let form = |passphrase: &str| {
        json!({ "input": { "practice_name": "Willow Lane", "owner_name": "Ines Marlow", "credentials": "",
            "passphrase": passphrase, "passphrase_again": passphrase } })
    };
    let weak = window.ask("session_prepare_practice", form("ines")).unwrap_err();
    assert_eq!((&weak["code"], &weak["fields"][0]["path"]), (&json!("invalid"), &json!("passphrase")));
    let sheet = window.happy("session_prepare_practice", form(PASSPHRASE));
    let saved = window.happy("session_save_recovery_sheet", json!({}));
    assert_eq!(saved["file_name"], "saved.pdf", "the window hears a name and no path");
    assert!(std::fs::read(window.folder.path().join("saved.pdf")).unwrap().starts_with(b"%PDF"));
    let groups: Vec<Value> = sheet["ask"]
        .as_array()
        .unwrap()
        .iter()
        .map(|asked| sheet["groups"][usize::try_from(asked.as_u64().unwrap()).unwrap() - 1].clone())
        .collect();
    let wrong =
        window.ask("session_create_practice", json!({ "input": { "groups": ["", ""] } })).unwrap_err();
    assert_eq!(wrong["fields"][0]["problem"], "does_not_match");
    window.happy("session_create_practice", json!({ "input": { "groups": groups } }));
    assert_eq!(window.happy("session_state", json!({}))["state"], "open");
    window.happy("session_lock", json!({}));
    let locked = window.happy("session_state", json!({}));
    assert_eq!((&locked["state"], &locked["practice_name"]), (&json!("locked"), &json!("Willow Lane")));
    let person = locked["people"][0]["id"].clone();
    let try_with = |passphrase: &str| json!({ "input": { "person": person, "passphrase": passphrase } });
    assert_eq!(window.code("session_unlock", try_with("wrong")), "wrong_passphrase");
    window.happy("session_unlock", try_with(PASSPHRASE));
    window.happy("session_unlock", try_with(PASSPHRASE));
    assert_eq!(window.happy("session_state", json!({}))["state"], "open", "a second click on Unlock is fine");
    window.happy("session_lock", json!({}));
    window.happy("session_lock", json!({}));
    assert_eq!(
        *window.desktop.shown.lock().unwrap(),
        [] as [hegu_shell::Page; 0],
        "a page leaves by itself, when it has heard the answer"
    );
    let code: Vec<&str> =
        sheet["groups"].as_array().unwrap().iter().map(|group| group.as_str().unwrap()).collect();
    let recover = |code: &str| json!({ "input": { "code": code, "new_passphrase": words, "new_passphrase_again": words } });
    assert_eq!(window.code("session_unlock_with_recovery_code", recover("ABCD")), "mistyped_recovery_code");
    window.happy("session_unlock_with_recovery_code", recover(&code.join("-")));
}

#[test]
fn a_practice_that_was_abandoned_leaves_nothing() {
    let window = Window::closed();
    let form = json!({ "input": { "practice_name": "Willow Lane", "owner_name": "Ines", "credentials": "",
        "passphrase": PASSPHRASE, "passphrase_again": PASSPHRASE } });
    window.happy("session_prepare_practice", form);
    window.happy("session_abandon_practice", json!({}));
    assert_eq!(
        window.code("session_create_practice", json!({ "input": { "groups": ["", ""] } })),
        "not_found"
    );
    assert_eq!(window.happy("session_state", json!({}))["state"], "first_run");
}

#[test]
fn clients_are_registered_found_changed_and_looked_at() {
    let window = Window::open();
    let refused = window.ask("clients_register", register("")).unwrap_err();
    assert_eq!(refused["fields"][0], json!({ "path": "given_name", "problem": "required", "limit": null }));
    let made = window.happy("clients_register", register("Margaret"));
    let id = made["id"].clone();
    let twin = json!({ "input": { "client": client("Margaret"), "despite_twins": false, "draft": null } });
    assert_eq!(window.ask("clients_register", twin).unwrap_err()["clients"][0], id);
    let found =
        window.happy("clients_find", json!({ "input": { "text": "marg", "offset": 0, "limit": 10 } }));
    assert_eq!((&found["total"], &found["rows"][0]["id"]), (&json!(1), &id));
    assert_eq!(window.happy("clients_rows", json!({ "input": { "ids": [id] } }))[0]["name"], "Margaret");
    let edit = |version: u32| json!({ "input": { "id": id, "version": version, "client": client("Maggie"), "draft": null } });
    assert_eq!(window.happy("clients_edit", edit(1))["version"], 2);
    assert_eq!(
        window.ask("clients_edit", edit(1)).unwrap_err(),
        json!({ "code": "stale", "id": id, "version": 2 })
    );
    let overview = window.happy("clients_overview", json!({ "input": { "id": id } }));
    assert_eq!(overview["timeline"][0]["kind"], "details_changed");
}

#[test]
fn a_sheet_is_brought_in_kept_drawn_given_and_saved() {
    let window = Window::open();
    let imported = window.happy("handouts_import", json!({}));
    assert_eq!(imported["file_name"], "acupuncture-for-back-pain.txt");
    assert_eq!(window.happy("handouts_take_dropped", json!({})), Value::Null, "nothing was dropped");
    assert!(
        !window.happy("handouts_review", json!({ "input": imported["text"] }))["findings"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    let empty = json!({ "input": { "id": null, "version": null, "text": text(" "), "draft": null } });
    assert_eq!(window.ask("handouts_keep", empty).unwrap_err()["fields"][0]["path"], "markdown");
    let (client, sheet) = filled(&window);
    assert_eq!(window.happy("handouts_list", json!({}))[0]["id"], sheet.as_str());
    assert_eq!(window.happy("handouts_open", json!({ "input": { "id": sheet } }))["version"], 1);
    assert_eq!(window.happy("handouts_preview", preview(Some(&client)))["start"], json!(b"%PDF"));
    assert_eq!(window.happy("handouts_save_pdf", preview(Some(&client)))["file_name"], "saved.pdf");
    let give = json!({ "input": { "sheet": sheet, "version": 1, "client": client, "paper": "letter", "text_size": 13 } });
    assert_eq!(window.ask("handouts_give", give.clone()).unwrap_err()["fields"][0]["path"], "text_size");
    let mut give = give;
    give["input"]["text_size"] = json!(16);
    let given = window.happy("handouts_give", give);
    let one = json!({ "input": { "id": given["id"] } });
    assert_eq!(window.happy("handouts_given_pdf", one.clone())["bytes"], given["bytes"]);
    window.happy("handouts_save_given_pdf", one);
    let saved = std::fs::read(window.folder.path().join("saved.pdf")).unwrap();
    assert_eq!(json!(saved.len()), given["bytes"]);
}

#[test]
fn a_note_is_signed_opened_added_to_and_saved() {
    let window = Window::open();
    let (client, _) = filled(&window);
    let future = sign(&client, "a\u{0}b");
    assert_eq!(window.ask("notes_sign", future).unwrap_err()["fields"][0]["path"], "subjective");
    let signed = window.happy("notes_sign", sign(&client, "Low back."));
    assert_eq!((&signed["seal"], &signed["points"][0]["pinyin"]), (&json!("verified"), &json!("Zúsānlǐ")));
    let one = json!({ "input": { "id": signed["id"] } });
    assert_eq!(window.happy("notes_open", one.clone())["fingerprint"], signed["fingerprint"]);
    let of_client = json!({ "input": { "id": client } });
    assert_eq!(window.happy("notes_last", of_client.clone())["id"], signed["id"]);
    let add = |text: &str| json!({ "input": { "note": signed["id"], "text": text, "draft": null } });
    assert_eq!(window.ask("notes_add_addendum", add("")).unwrap_err()["fields"][0]["path"], "text");
    assert_eq!(window.happy("notes_add_addendum", add("Better."))["addenda"][0]["text"], "Better.");
    let entry = window.happy("clients_overview", of_client)["timeline"][0].clone();
    assert_eq!((&entry["kind"], &entry["addenda"]), (&json!("note_signed"), &json!(1)));
    assert_eq!(window.happy("notes_save_pdf", one.clone())["file_name"], "saved.pdf");
    let saved = std::fs::read(window.folder.path().join("saved.pdf")).unwrap();
    assert!(saved.starts_with(b"%PDF"));
    assert_eq!(window.happy("notes_print", one)["outcome"], "sent");
    let printed = window.desktop.printed.lock().unwrap().clone();
    assert_eq!(
        printed,
        [("Treatment note 2026-05-12".to_owned(), saved)],
        "what is printed is what is saved"
    );
    let prove = |passphrase: &str| json!({ "input": { "passphrase": passphrase } });
    assert_eq!(window.code("session_prove", prove("wrong")), "wrong_passphrase");
    window.happy("session_prove", prove(PASSPHRASE));
    assert_eq!(Window::closed().code("session_prove", prove(PASSPHRASE)), "locked");
}

#[test]
fn the_audit_is_read_checked_and_saved() {
    let window = Window::open();
    let (client, _) = filled(&window);
    window.happy("clients_overview", json!({ "input": { "id": client } }));
    let page = window.happy("audit_read", audit(None));
    let newest = &page["entries"][0];
    assert_eq!((&newest["action"], &newest["client"]["name"]), (&json!("client_viewed"), &json!("Margaret")));
    assert_eq!((&page["more"], &page["people"][0]["name"]), (&json!(false), &json!("Ines Marlow")));
    assert_eq!(window.happy("audit_read", audit(Some(2)))["entries"].as_array().unwrap().len(), 1);
    let mut wrong = audit(None);
    wrong["input"]["from"] = json!("soon");
    assert_eq!(window.ask("audit_read", wrong).unwrap_err()["fields"][0]["path"], "from");
    let verdict = window.happy("audit_verify", json!({}));
    assert_eq!((&verdict["first_bad"], &verdict["anchor"]), (&Value::Null, &json!("none")));
    assert_eq!(verdict["entries"], newest["seq"]);
    assert!(window.desktop.said.lock().unwrap().contains(&"progress".to_owned()));
    assert_eq!(window.happy("audit_export", audit(None))["file_name"], "saved.pdf");
    let saved = std::fs::read_to_string(window.folder.path().join("saved.pdf")).unwrap();
    assert!(saved.contains("\"Opened the record\",\"\",\"1\",\"Margaret\""), "{saved}");
    let newest = window.happy("audit_read", audit(None))["entries"][0].clone();
    assert_eq!(newest["action"], "audit_exported");
}

#[test]
fn points_are_looked_up() {
    let window = Window::closed();
    let find = |text: &str| json!({ "input": { "text": text, "limit": 5 } });
    let found = window.happy("points_find", find("ub 60"));
    assert_eq!((&found[0]["code"], &found[0]["matched"]), (&json!("BL60"), &json!("UB60")));
    assert_eq!(window.happy("points_find", find("")), json!([]));
    let channel = |name: &str| json!({ "input": { "channel": name } });
    assert_eq!(window.happy("points_of_channel", channel("HT")).as_array().unwrap().len(), 9);
    assert_eq!(window.code("points_of_channel", channel("UB")), "not_found");
    let point = window.happy("points_read", json!({ "input": { "code": "GV20" } }));
    assert_eq!((&point["place"], &point["other_codes"]), (&json!("middle"), &json!(["DU20"])));
    assert_eq!(window.code("points_read", json!({ "input": { "code": "DU20" } })), "not_found");
}

#[test]
fn a_sheet_is_printed_in_its_exact_bytes_or_opened_in_a_private_copy_that_the_lock_removes() {
    let window = Window::open();
    let (client, sheet) = filled(&window);
    let give = json!({ "input": { "sheet": sheet, "version": 1, "client": client, "paper": "a4", "text_size": 16 } });
    let one = json!({ "input": { "id": window.happy("handouts_give", give)["id"] } });
    assert_eq!(window.happy("handouts_print_given", one.clone())["outcome"], "sent");
    assert_eq!(window.happy("handouts_print", preview(Some(&client)))["outcome"], "sent");
    window.happy("handouts_save_given_pdf", one.clone());
    let stored = std::fs::read(window.folder.path().join("saved.pdf")).unwrap();
    let printed = window.desktop.printed.lock().unwrap().clone();
    assert_eq!(printed[0], ("After treatment".to_owned(), stored.clone()));
    assert!(printed[1].1.starts_with(b"%PDF") && printed[1].1 != stored);

    window.desktop.prints.store(false, Ordering::Relaxed);
    assert_eq!(window.happy("handouts_print_given", one.clone())["outcome"], "viewer");
    window.happy("handouts_open_given", one);
    window.happy("handouts_open_pdf", preview(None));
    let opened = window.desktop.opened.lock().unwrap().clone();
    assert_eq!(std::fs::read(&opened[0]).unwrap(), stored);
    assert_eq!(std::fs::read(&opened[1]).unwrap(), stored);
    assert!(opened.iter().all(|copy| !copy.to_string_lossy().contains("treatment")), "{opened:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(opened[0].metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    window.happy("session_lock", json!({}));
    assert!(opened.iter().all(|copy| !copy.exists()), "a lock leaves no copy");
}

#[test]
fn drafts_settings_today_and_about_answer() {
    let window = Window::open();
    let draft = window.happy("drafts_save", arguments("drafts_save"));
    assert_eq!(window.happy("drafts_list", json!({}))[0]["id"], draft["id"]);
    let one = json!({ "input": { "id": draft["id"] } });
    assert_eq!(window.happy("drafts_read", one.clone())["body"], "{}");
    assert_eq!(window.happy("today_read", json!({}))["unfinished"][0]["id"], draft["id"]);
    window.happy("drafts_discard", one);
    let settings = window.happy("settings_read", json!({}));
    let mut practice = settings["practice"].clone();
    practice["country"] = json!("Canada");
    assert_eq!(
        window.ask("settings_change_practice", json!({ "input": practice })).unwrap_err()["fields"][0]["path"],
        "country"
    );
    practice["country"] = json!("ca");
    assert_eq!(window.happy("settings_change_practice", json!({ "input": practice }))["country"], "CA");
    assert_eq!(window.code("settings_change_practice", json!({ "input": practice })), "stale");
    let mut person = settings["person"].clone();
    person["name"] = json!("Ines Marlow-Reyes");
    window.happy("settings_change_person", json!({ "input": person }));
    let state = window.happy("session_state", json!({}));
    assert_eq!(state["practice_name"], "Willow Lane Acupuncture");
    assert_eq!(state["me"]["name"], "Ines Marlow-Reyes", "a new name counts at once");
    let mut machine = window.happy("settings_machine", json!({}));
    machine["text_percent"] = json!(500);
    assert_eq!(
        window.ask("settings_change_machine", json!({ "input": machine })).unwrap_err()["fields"][0]["path"],
        "text_percent"
    );
    machine["text_percent"] = json!(150);
    window.happy("settings_change_machine", json!({ "input": machine }));
    assert_eq!(window.happy("settings_machine", json!({}))["text_percent"], 150);
    let about = window.happy("about_read", json!({}));
    assert!(
        about["licences"]
            .as_array()
            .unwrap()
            .iter()
            .all(|licence| !licence["text"].as_str().unwrap().is_empty())
    );
    assert!(window.happy("session_report", json!({}))["text"].as_str().unwrap().starts_with("Hegu"));
}
