//! Entries as screens and files show them.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;
use serde_json::{Map, Value};
use specta::Type;

use crate::audit::{Action, AuditKind, EntryRow, Outcome};
use crate::clients;
use crate::error::Result;
use crate::moment::Moment;
use crate::people::Role;
use crate::practice::Practice;

/// One entry of the audit.
#[derive(Debug, Clone, Serialize, Type)]
pub struct AuditEntryView {
    /// Its number in the chain.
    #[specta(type = i32)]
    pub seq: i64,
    /// When (UTC milliseconds).
    pub at: Moment,
    /// The name of who did it, as it is now.
    pub person: String,
    /// Who did it.
    pub person_id: String,
    /// What they were then.
    pub role: Option<Role>,
    /// What they did; nothing for an act that this version does not know.
    pub action: Option<Action>,
    /// What kind of act that is.
    pub kind: Option<AuditKind>,
    /// How it ended.
    pub outcome: Outcome,
    /// Whom it was done to, where that is another person who works or worked here.
    pub about: Option<NamedPerson>,
    /// In whose record.
    pub client: Option<NamedClient>,
    /// What kind of thing it was about.
    pub subject_kind: Option<String>,
    /// The thing it was about.
    pub subject: Option<String>,
    /// What else was noted: counts, ids, names of fields.
    pub facts: Vec<AuditFact>,
}

/// A client that an entry is about.
#[derive(Debug, Clone, Serialize, Type)]
pub struct NamedClient {
    /// The client.
    pub id: String,
    /// The number of their card; 0 when there is no such client.
    pub number: i32,
    /// Their full name; empty when there is no such client.
    pub name: String,
}

/// Somebody who works or worked here.
#[derive(Debug, Clone, Serialize, Type)]
pub struct NamedPerson {
    /// The person.
    pub id: String,
    /// Their name.
    pub name: String,
}

/// Something that was noted with an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct AuditFact {
    /// What.
    pub fact: String,
    /// How much, which.
    pub value: String,
}

/// Puts names to entries.
pub(super) async fn named(
    practice: &Practice,
    rows: &[EntryRow],
    people: &HashMap<String, String>,
) -> Result<Vec<AuditEntryView>> {
    let ids: BTreeSet<&str> = rows.iter().filter_map(|row| row.client.as_deref()).collect();
    let cards = clients::cards_of(practice, practice, &ids).await?;
    Ok(rows.iter().map(|row| view(row, people, &cards)).collect())
}

fn view(
    row: &EntryRow,
    people: &HashMap<String, String>,
    cards: &HashMap<String, (i32, String)>,
) -> AuditEntryView {
    let action = Action::from_name(&row.action);
    AuditEntryView {
        seq: row.seq,
        at: row.at.into(),
        person: people.get(&row.person).cloned().unwrap_or_default(),
        person_id: row.person.clone(),
        role: Role::from_name(&row.role),
        action,
        kind: action.map(Action::kind),
        outcome: Outcome::from_name(&row.outcome),
        about: row
            .subject
            .as_ref()
            .filter(|id| **id != row.person)
            .and_then(|id| people.get(id).map(|name| NamedPerson { id: id.clone(), name: name.clone() })),
        client: row.client.as_ref().map(|id| {
            let (number, name) = cards.get(id).cloned().unwrap_or_default();
            NamedClient { id: id.clone(), number, name }
        }),
        subject_kind: row.subject_kind.clone(),
        subject: row.subject.clone(),
        facts: facts(&row.detail),
    }
}

/// The facts of an entry. Details that are none are shown as they stand: a reader must see what is there.
fn facts(detail: &str) -> Vec<AuditFact> {
    let Ok(facts) = serde_json::from_str::<Map<String, Value>>(detail) else {
        return vec![AuditFact { fact: "detail".to_owned(), value: detail.to_owned() }];
    };
    facts.into_iter().map(|(fact, value)| AuditFact { fact, value: plain(&value) }).collect()
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_words_and_numbers() {
        let fact = |fact: &str, value: &str| AuditFact { fact: fact.to_owned(), value: value.to_owned() };
        assert_eq!(facts("{}"), []);
        assert_eq!(
            facts(r#"{"fields":["email","phones"],"version":3,"wrong_tries":0,"kind":"note"}"#),
            [
                fact("fields", "email, phones"),
                fact("kind", "note"),
                fact("version", "3"),
                fact("wrong_tries", "0")
            ]
        );
        assert_eq!(facts("[1"), [fact("detail", "[1")], "what was put there by hand is shown");
    }
}
