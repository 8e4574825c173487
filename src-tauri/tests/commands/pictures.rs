//! The practice's logo, and pictures in sheets.

use std::path::Path;

use serde_json::{Value, json};

use crate::arguments::text;
use crate::mock_window::Window;

/// In the dialogs for pictures the person chooses this file from now on.
fn will_choose(window: &Window, file: &str) {
    let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sheets").join(file);
    *window.desktop.picture.lock().unwrap() = Some(picture);
}

#[test]
fn a_logo_is_chosen_shown_described_removed_and_put_back() {
    let window = Window::open();
    assert_eq!(window.happy("settings_choose_logo", json!({})), Value::Null, "the dialog was closed");
    assert_eq!(window.happy("settings_take_dropped_logo", json!({})), Value::Null, "nothing was dropped");
    will_choose(&window, "everything.md");
    let refused = window.ask("settings_choose_logo", json!({})).unwrap_err();
    assert_eq!(refused, json!({ "code": "unusable_picture", "reason": "not_a_picture" }));
    let large = window.folder.path().join("large.png");
    std::fs::File::create(&large).unwrap().set_len(6 << 20).unwrap();
    *window.desktop.picture.lock().unwrap() = Some(large);
    let refused = window.ask("settings_choose_logo", json!({})).unwrap_err();
    assert_eq!(refused, json!({ "code": "unusable_picture", "reason": "too_large" }));
    will_choose(&window, "logo.jpg");
    let logo = window.happy("settings_choose_logo", json!({}));
    assert_eq!(window.happy("settings_read", json!({}))["logo"], logo);
    let one = json!({ "input": { "id": logo["id"] } });
    assert_eq!(window.happy("settings_logo", one.clone())["start"], json!([0xFF, 0xD8, 0xFF, 0xE0]));
    let shows = |words: &str| json!({ "input": { "id": logo["id"], "shows": words } });
    let long = window.ask("settings_describe_logo", shows(&"a".repeat(201))).unwrap_err();
    assert_eq!(long["fields"][0]["path"], "shows");
    assert_eq!(window.happy("settings_describe_logo", shows("A leaf"))["shows"], "A leaf");
    window.happy("settings_remove_logo", json!({}));
    assert_eq!(window.happy("settings_read", json!({}))["logo"], Value::Null);
    assert_eq!(window.code("settings_logo", one.clone()), "not_found");
    assert_eq!(window.happy("settings_put_back_logo", one)["shows"], "A leaf");
}

#[test]
fn a_picture_is_chosen_shown_and_missed_by_its_name() {
    let window = Window::open();
    let missed = |name: Option<&str>| json!({ "input": { "name": name } });
    assert_eq!(window.happy("handouts_choose_picture", missed(None)), Value::Null, "the dialog was closed");
    assert_eq!(window.happy("handouts_take_dropped_picture", json!({})), Value::Null, "nothing was dropped");
    will_choose(&window, "figure.png");
    let picture = window.happy("handouts_choose_picture", missed(None));
    assert_eq!(picture["name"], "figure.png");
    assert_eq!(window.happy("handouts_picture", json!({ "input": picture }))["start"], json!(b"\x89PNG"));
    let keep = json!({ "input": { "id": null, "version": null, "draft": null,
        "text": text("![A back](figure.png)\n\n![A leaf](img/leaf.jpg)") } });
    let refused = window.ask("handouts_keep", keep.clone()).unwrap_err();
    assert_eq!(refused, json!({ "code": "no_picture", "names": ["img/leaf.jpg"] }));
    will_choose(&window, "logo.jpg");
    assert_eq!(window.happy("handouts_choose_picture", missed(Some("img/leaf.jpg")))["name"], "img/leaf.jpg");
    assert_eq!(window.happy("handouts_keep", keep)["version"], 1);
}
