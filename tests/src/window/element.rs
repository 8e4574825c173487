//! Something on the page, found by what a screen reader calls it.

use serde_json::{Value, json};

use super::driver::Driver;

/// The key under which WebDriver names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

const LOCATE: &str = concat!(include_str!("listen.js"), include_str!("locate.js"));

/// Asks the page one of the questions of `locate.js`.
pub(super) fn ask(driver: &Driver, question: &[Value]) -> Result<Vec<Value>, String> {
    let answer = driver.post("/execute/sync", &json!({ "script": LOCATE, "args": question }))?;
    answer.as_array().cloned().ok_or_else(|| format!("not a list: {answer}"))
}

/// The same for answers that are texts.
pub(super) fn ask_texts(driver: &Driver, question: &[Value]) -> Result<Vec<String>, String> {
    let texts = ask(driver, question)?;
    Ok(texts.iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect())
}

/// The path of the one element with this role and name; two of them would be a question of luck.
pub(super) fn only(driver: &Driver, role: &str, name: &str) -> Result<String, String> {
    let found = ask(driver, &[json!("find"), json!(role), json!(name)])?;
    match found.as_slice() {
        [one] => Ok(format!("/element/{}", one[ELEMENT].as_str().unwrap_or_default())),
        [] => Err(format!(
            "no {role} “{name}”; there are {:?}",
            ask_texts(driver, &[json!("names"), json!(role)])?
        )),
        several => Err(format!("{} times {role} “{name}”", several.len())),
    }
}
