//! What a person sees and does on the page.

use serde_json::{Value, json};

use super::element::{ask_texts, only};
use super::frame::press_right_button;
use super::keys::chord;
use super::window::Window;

/// Counts the dark dots of a corner of the first page.
const CORNER: &str = "const page = document.querySelector('[data-page] canvas');
    if (!page?.width) return null;
    const { data } = page.getContext('2d').getImageData(0, 0, page.width * 0.2, page.height * 0.11);
    return data.filter((value, at) => at % 4 === 0 && value < 128).length;";

impl Window<'_> {
    /// Waits until something with this role and name is there.
    ///
    /// # Panics
    /// When it does not appear.
    #[track_caller]
    pub fn see(&self, role: &str, name: &str) {
        self.expect(|| {
            let names = ask_texts(&self.driver, &[json!("names"), json!(role)])?;
            let there = names.iter().any(|known| known == name);
            if there { Ok(()) } else { Err(format!("no {role} “{name}”; there are {names:?}")) }
        });
    }

    /// Waits until the keyboard is at the element with this role and name.
    ///
    /// # Panics
    /// When it stays elsewhere.
    #[track_caller]
    pub fn see_focus(&self, role: &str, name: &str) {
        self.expect(|| {
            let focused = ask_texts(&self.driver, &[json!("focus")])?;
            let there = focused == [role, name];
            if there { Ok(()) } else { Err(format!("the keyboard is at {focused:?}")) }
        });
    }

    /// How many dark dots stand in the upper left corner of the first page of a shown PDF, where its letterhead begins.
    ///
    /// # Panics
    /// When no page is shown.
    #[track_caller]
    #[must_use]
    pub fn ink_of_letterhead(&self) -> u64 {
        self.expect(|| {
            self.run(CORNER).as_u64().filter(|dots| *dots > 0).ok_or("no page is drawn".to_owned())
        })
    }

    /// Waits until there are more or fewer of those.
    ///
    /// # Panics
    /// When the letterhead stays as it was.
    #[track_caller]
    pub fn see_another_letterhead(&self, before: u64) {
        self.expect(|| match self.run(CORNER).as_u64() {
            Some(now) if now > 0 && now != before => Ok(()),
            other => Err(format!("the letterhead has {other:?} dark dots, as before")),
        });
    }

    /// What stands in a field.
    ///
    /// # Panics
    /// When there is no such field.
    #[track_caller]
    #[must_use]
    pub fn value(&self, role: &str, name: &str) -> String {
        self.expect(|| {
            let element = only(&self.driver, role, name)?;
            let value = self.driver.get(&format!("{element}/property/value"))?;
            Ok(value.as_str().unwrap_or_default().to_owned())
        })
    }

    /// Waits until something with this role reads these words.
    ///
    /// # Panics
    /// When nothing does.
    #[track_caller]
    pub fn read(&self, role: &str, words: &str) {
        self.expect(|| {
            let texts = ask_texts(&self.driver, &[json!("text"), json!(role), Value::Null])?;
            let there = texts.iter().any(|text| text.contains(words));
            if there { Ok(()) } else { Err(format!("no {role} reads “{words}”; they read {texts:?}")) }
        });
    }

    /// Clicks.
    ///
    /// # Panics
    /// When there is nothing of that role and name to click.
    #[track_caller]
    pub fn click(&self, role: &str, name: &str) {
        self.expect(|| {
            let element = only(&self.driver, role, name)?;
            self.driver.post(&format!("{element}/click"), &json!({})).map(drop)
        });
    }

    /// Clicks with the right button of the mouse itself, which asks for the menu of the thing. The driver's own right
    /// button comes up again as the left one.
    ///
    /// # Panics
    /// When there is nothing of that role and name to click.
    #[track_caller]
    pub fn right_click(&self, role: &str, name: &str) {
        let at = self.middle(role, name);
        let height = self.run("return innerHeight").as_f64().unwrap_or_default();
        let clicked = press_right_button(&self.machine.screen, at, height);
        clicked.unwrap_or_else(|error| panic!("right click on {role} “{name}”: {error}"));
    }

    /// Chooses from a list of the system's own.
    ///
    /// # Panics
    /// When there is no such list, or no such choice in it.
    #[track_caller]
    pub fn choose(&self, name: &str, choice: &str) {
        self.expect(|| {
            let list = only(&self.driver, "combobox", name)?;
            let wanted =
                json!({ "using": "xpath", "value": format!(".//option[normalize-space()='{choice}']") });
            let found = self.driver.post(&format!("{list}/elements"), &wanted)?;
            let option = found.get(0).and_then(Value::as_object).and_then(|fields| fields.values().next());
            let option = option.and_then(Value::as_str).ok_or(format!("no “{choice}” in “{name}”"))?;
            self.driver.post(&format!("/element/{option}/click"), &json!({})).map(drop)
        });
    }

    /// Drags something with the mouse towards another thing of its role: `part` of the way, 1.0 for all of it.
    ///
    /// # Panics
    /// When one of them is not there.
    #[track_caller]
    pub fn drag(&self, role: &str, name: &str, towards: &str, part: f64) {
        let from = self.middle(role, name);
        let onto = self.middle(role, towards);
        let along = |share: f64| (from.0 + (onto.0 - from.0) * share, from.1 + (onto.1 - from.1) * share);
        let go = |(x, y): (f64, f64)| json!({ "type": "pointerMove", "origin": "viewport", "duration": 50, "x": x.round(), "y": y.round() });
        // In steps, as a hand does it: a grid that scrolls or snaps sees where the pointer passes.
        let way = (1..=8).map(|step| go(along(part * f64::from(step) / 8.0)));
        let begin = [go(from), json!({ "type": "pointerDown", "button": 0 })];
        let end = [json!({ "type": "pointerUp", "button": 0 })];
        let actions: Vec<Value> = begin.into_iter().chain(way).chain(end).collect();
        let mouse = json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
            "actions": actions });
        let dragged = self.driver.post("/actions", &json!({ "actions": [mouse] }));
        dragged.unwrap_or_else(|error| panic!("drag {role} “{name}”: {error}"));
    }

    /// The middle of something on the page.
    #[track_caller]
    fn middle(&self, role: &str, name: &str) -> (f64, f64) {
        let place = self.expect(|| {
            let element = only(&self.driver, role, name)?;
            self.driver.get(&format!("{element}/rect"))
        });
        let middle = |from: &str, length: &str| {
            let number = |key: &str| place[key].as_f64().unwrap_or_default();
            number(from) + number(length) / 2.0
        };
        (middle("x", "width"), middle("y", "height"))
    }

    /// Types a text in place of what stands in a field.
    ///
    /// # Panics
    /// When there is no such field.
    #[track_caller]
    pub fn fill(&self, role: &str, name: &str, text: &str) {
        self.expect(|| {
            let element = only(&self.driver, role, name)?;
            self.driver.post(&format!("{element}/click"), &json!({}))?;
            // A page that is just being drawn may give the keyboard to something else once more.
            let select = "const it = document.activeElement; it.select?.(); return Boolean(it.select)";
            match self.driver.post("/execute/sync", &json!({ "script": select, "args": [] }))? {
                Value::Bool(true) => Ok(()),
                _ => Err(format!("{role} “{name}” does not take the keyboard")),
            }
        });
        self.type_text(text);
    }

    /// Types where the keyboard is.
    ///
    /// # Panics
    /// When nothing on the page has the keyboard.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.expect(|| {
            let active = self.driver.get("/element/active")?;
            let id = active.as_object().and_then(|fields| fields.values().next()).and_then(Value::as_str);
            let path = format!("/element/{}/value", id.unwrap_or_default());
            self.driver.post(&path, &json!({ "text": text })).map(drop)
        });
    }

    /// Presses a key or a chord such as "Control+L".
    ///
    /// # Panics
    /// When the driver refuses.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let pressed = self.driver.post("/actions", &chord(keys));
        pressed.unwrap_or_else(|error| panic!("{keys}: {error}"));
    }

    /// Goes on from one thing to the next by Tab until the keyboard is at the element with this role and name.
    ///
    /// # Panics
    /// When it never gets there.
    #[track_caller]
    pub fn tab_to(&self, role: &str, name: &str) {
        self.see(role, name);
        let mut passed = Vec::new();
        for _ in 0..80 {
            self.press("Tab");
            let at = self.expect(|| ask_texts(&self.driver, &[json!("focus")]));
            if at == [role, name] {
                return;
            }
            passed.push(at.join(" "));
        }
        panic!("the keyboard never gets to {role} “{name}”, but to {passed:?}");
    }

    /// Waits until the field's hint or problem says this.
    ///
    /// # Panics
    /// When it does not.
    #[track_caller]
    pub fn see_said_at(&self, role: &str, name: &str, words: &str) {
        self.expect(|| {
            let said = ask_texts(&self.driver, &[json!("described"), json!(role), json!(name)])?;
            let there = said.iter().any(|text| text.contains(words));
            if there { Ok(()) } else { Err(format!("{role} “{name}” says {said:?}, not “{words}”")) }
        });
    }

    /// The text of the one element with this role and name, once it has some.
    ///
    /// # Panics
    /// When it stays empty.
    #[track_caller]
    #[must_use]
    pub fn text(&self, role: &str, name: &str) -> String {
        self.expect(|| {
            let texts = ask_texts(&self.driver, &[json!("text"), json!(role), json!(name)])?;
            match texts.as_slice() {
                [one] if !one.is_empty() => Ok(one.clone()),
                other => Err(format!("{role} “{name}” reads {other:?}")),
            }
        })
    }

    /// The items of the list with this name, once there are some.
    ///
    /// # Panics
    /// When it stays empty.
    #[track_caller]
    #[must_use]
    pub fn items(&self, list: &str) -> Vec<String> {
        self.expect(|| {
            let items = ask_texts(&self.driver, &[json!("items"), json!("list"), json!(list)])?;
            if items.is_empty() { Err(format!("the list “{list}” is empty")) } else { Ok(items) }
        })
    }

    /// The whole name of the first thing with this role in whose name these words stand, once there is one.
    ///
    /// # Panics
    /// When none appears.
    #[track_caller]
    #[must_use]
    pub fn whole_name(&self, role: &str, words: &str) -> String {
        self.expect(|| {
            let names = ask_texts(&self.driver, &[json!("names"), json!(role)])?;
            let found = names.iter().find(|name| name.contains(words)).cloned();
            found.ok_or_else(|| format!("no {role} with “{words}” in its name; there are {names:?}"))
        })
    }

    /// The names of everything with this role that can be seen now.
    ///
    /// # Panics
    /// When the page does not answer.
    #[track_caller]
    #[must_use]
    pub fn names(&self, role: &str) -> Vec<String> {
        self.expect(|| ask_texts(&self.driver, &[json!("names"), json!(role)]))
    }
}
