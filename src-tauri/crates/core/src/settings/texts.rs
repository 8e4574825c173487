//! What the practice writes to its clients in words of its own.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::{Action, Outcome};
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::store;

/// Longer ones would leave no room for names and days in a message that a phone scans.
const LONGEST: u32 = 320;

/// What stands for something else in a text. Of these, the time of a visit is known only where it is about one.
const FOR_ALL: [&str; 3] = ["name", "practice", "phone"];
const FOR_VISITS: [&str; 4] = ["name", "practice", "phone", "when"];

/// Texts that are written again and again, as the practice wants them. An empty one is the usual one, in the words of the
/// window. In each, `{name}` stands for what somebody is called, `{practice}` for the practice, `{phone}` for its number, and
/// in those about a visit `{when}` for its day and time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MessageTexts {
    /// Before a visit.
    pub reminder: String,
    /// To somebody who waits, when a time became free.
    pub waiting: String,
    /// To somebody who is due again.
    pub recall: String,
    /// To somebody whose visit cannot take place.
    pub called_off: String,
    /// How often these were saved; a change names it.
    pub version: i32,
}

/// The texts in force.
pub(super) async fn texts(reader: &impl Reader) -> Result<MessageTexts> {
    let values = store::practice(reader).await?;
    let text = |key: &str| values.get(key).cloned().unwrap_or_default();
    Ok(MessageTexts {
        reminder: text("text_reminder"),
        waiting: text("text_waiting"),
        recall: text("text_recall"),
        called_off: text("text_called_off"),
        version: values.get("texts_version").and_then(|value| value.parse().ok()).unwrap_or(1),
    })
}

/// Changes them, or answers [`Error::Stale`] when somebody did since.
pub async fn change_texts(practice: &Practice, input: MessageTexts) -> Result<MessageTexts> {
    practice.permit(Permission::ChangePractice).await?;
    let next = input.validate()?;
    let mut change = practice.change(Action::MessageTextsChanged).await?;
    let stored = texts(&change).await?;
    if stored.version != next.version {
        return Err(Error::Stale { id: "texts".to_owned(), version: stored.version });
    }
    if stored == next {
        return Ok(stored);
    }
    let next = MessageTexts { version: next.version + 1, ..next };
    let values = [
        ("text_reminder", next.reminder.clone()),
        ("text_waiting", next.waiting.clone()),
        ("text_recall", next.recall.clone()),
        ("text_called_off", next.called_off.clone()),
        ("texts_version", next.version.to_string()),
    ];
    store::write_practice(&mut change, &values).await?;
    change.end(Outcome::Done).await?;
    Ok(next)
}

impl MessageTexts {
    fn validate(self) -> Result<Self> {
        let mut checks = Checks::default();
        let mut read = |path: &str, text: &str, places: &[&str]| {
            let text = checks.lines(path, text, LONGEST).trim().to_owned();
            if !fits(&text, places) {
                checks.note(path, FieldProblem::UnknownPlaceholder);
            }
            text
        };
        let next = Self {
            reminder: read("reminder", &self.reminder, &FOR_VISITS),
            waiting: read("waiting", &self.waiting, &FOR_ALL),
            recall: read("recall", &self.recall, &FOR_ALL),
            called_off: read("called_off", &self.called_off, &FOR_VISITS),
            version: self.version,
        };
        checks.finish()?;
        Ok(next)
    }
}

/// Whether everything in braces is something that is known where the text is used.
fn fits(text: &str, places: &[&str]) -> bool {
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        let Some((name, after)) = behind.split_once('}') else { return false };
        if before.contains('}') || !places.contains(&name) {
            return false;
        }
        rest = after;
    }
    !rest.contains('}')
}

#[cfg(test)]
mod tests {
    use super::{FOR_ALL, FOR_VISITS, fits};

    #[test]
    fn what_stands_in_braces_is_known_where_the_text_is_used() {
        assert!(fits("", &FOR_ALL) && fits("Hello", &FOR_ALL));
        assert!(fits("{name}, {when} at {practice}: {phone}", &FOR_VISITS));
        for wrong in ["{when}", "{Name}", "{name", "name}", "}{", "{}", "{{name}}", "{name} {"] {
            assert!(!fits(wrong, &FOR_ALL), "{wrong}");
        }
    }
}
