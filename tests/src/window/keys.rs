//! Keys as people name them, as WebDriver wants them.

use serde_json::{Value, json};

/// The key actions of a chord such as "Control+L" or "Enter".
pub(super) fn chord(keys: &str) -> Value {
    let keys: Vec<String> = keys.split('+').map(code).collect();
    let step = |kind: &str, key: &String| json!({ "type": kind, "value": key });
    let down = keys.iter().map(|key| step("keyDown", key));
    let up = keys.iter().rev().map(|key| step("keyUp", key));
    json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": down.chain(up).collect::<Vec<_>>() }] })
}

fn code(name: &str) -> String {
    match name {
        "Control" => "\u{e009}".to_owned(),
        "Shift" => "\u{e008}".to_owned(),
        "Alt" => "\u{e00a}".to_owned(),
        "Enter" => "\u{e007}".to_owned(),
        "Tab" => "\u{e004}".to_owned(),
        "Escape" => "\u{e00c}".to_owned(),
        "ArrowDown" => "\u{e015}".to_owned(),
        "F1" => "\u{e031}".to_owned(),
        "ArrowRight" => "\u{e014}".to_owned(),
        "ArrowUp" => "\u{e013}".to_owned(),
        letter => letter.to_lowercase(),
    }
}
