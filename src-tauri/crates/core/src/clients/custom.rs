//! Custom fields: what a practice asks beside the fields that every record has.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::{Action, Outcome};
use crate::change::Change;
use crate::checks::{Checks, FieldProblem};
use crate::error::Result;
use crate::folding::fold;
use crate::ids::CustomFieldId;
use crate::people::Permission;
use crate::practice::Practice;

use super::contact::few;
use super::own::Whose;
use super::store;

/// How many fields a practice can ask at once.
const MOST_FIELDS: u32 = 40;
/// Among how many words one chooses at most.
const MOST_CHOICES: u32 = 50;
/// Characters of such a word.
const LONGEST_CHOICE: u32 = 80;

/// What is answered in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CustomKind {
    /// A line of text.
    Line,
    /// Text of several lines.
    Lines,
    /// A day, past or to come.
    Date,
    /// One of some words.
    Choice,
    /// Yes or no.
    YesNo,
}

impl CustomKind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Lines => "lines",
            Self::Date => "date",
            Self::Choice => "choice",
            Self::YesNo => "yes_no",
        }
    }

    pub(super) fn from_name(name: &str) -> Self {
        let mut known = [Self::Lines, Self::Date, Self::Choice, Self::YesNo].into_iter();
        known.find(|kind| kind.name() == name).unwrap_or(Self::Line)
    }
}

/// A field that the practice defined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CustomField {
    /// The field.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What is answered.
    pub kind: CustomKind,
    /// What one chooses among, where one does.
    pub choices: Vec<String>,
    /// Whether records are asked for it. Where one says something of it, it is shown all the same.
    pub asked: bool,
    /// How many records say something of it, of those that are this person's to see.
    pub used: i32,
}

/// What a record says in a custom field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CustomValue {
    /// The field.
    pub field: String,
    /// The text; of a date ISO, of yes or no one of these two words.
    pub value: String,
}

/// The fields that the practice asks from now on, in the order of the form.
#[derive(Debug, Deserialize, Type)]
pub struct DefineFields {
    /// Every one; what is not among them is not asked any more.
    pub fields: Vec<DefineField>,
}

/// One field as it is to be.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
pub struct DefineField {
    /// The field, or nothing for a new one.
    pub id: Option<String>,
    /// What it is called.
    pub name: String,
    /// What is answered. Of a field that is there already it stays what it is.
    pub kind: CustomKind,
    /// What one chooses among, where one does.
    pub choices: Vec<String>,
}

/// The fields of the practice in the order of the form, then those that are not asked any more.
pub async fn custom_fields(practice: &Practice) -> Result<Vec<CustomField>> {
    practice.permit(Permission::ReadClients).await?;
    store::custom_fields(practice, Whose::may_be_seen_by(practice.actor())).await
}

/// Says which fields the practice asks. What records say stays there, also of a field that is not asked any more.
pub async fn define_fields(practice: &Practice, input: DefineFields) -> Result<Vec<CustomField>> {
    practice.permit(Permission::ChangePractice).await?;
    let mut change = practice.change(Action::ClientFieldsDefined).await?;
    let known = store::custom_fields(&change, Whose::Everybodys).await?;
    let mut checks = Checks::default();
    few(&mut checks, "fields", input.fields.len(), MOST_FIELDS);
    let mut names = BTreeSet::new();
    let mut asked = Vec::new();
    for (at, field) in input.fields.iter().enumerate() {
        let name = checks.required(format!("fields.{at}.name"), &field.name, 60);
        if !name.is_empty() && !names.insert(fold(&name)) {
            checks.note(format!("fields.{at}.name"), FieldProblem::NameTaken);
        }
        let choices = match field.kind {
            CustomKind::Choice => choices(&mut checks, at, &field.choices),
            _ => Vec::new(),
        };
        let id = field.id.as_deref().map(CustomFieldId::parse).transpose()?;
        if let Some(id) = id
            && !known.iter().any(|known| known.id == id.to_string() && known.kind == field.kind)
        {
            checks.note(format!("fields.{at}.kind"), FieldProblem::UnknownValue);
        }
        let is_new = id.is_none();
        let id = id.map_or_else(|| practice.new_id().map(CustomFieldId::new), Ok)?;
        asked.push((id, is_new, DefineField { id: None, name, kind: field.kind, choices }));
    }
    checks.finish()?;
    store::ask_for_none(&mut change).await?;
    for ((id, is_new, field), position) in asked.iter().zip(0_i64..) {
        store::keep_field(&mut change, *id, *is_new, position, field).await?;
    }
    note_changes(&mut change, &known, &asked);
    change.end(Outcome::Done).await?;
    custom_fields(practice).await
}

/// Notes which fields were added, changed, moved, and asked or not asked from now on, by their names: what the practice
/// asks is nobody's record, and a field that is called otherwise changes what every record says.
fn note_changes(change: &mut Change, known: &[CustomField], asked: &[(CustomFieldId, bool, DefineField)]) {
    let now = |field: &CustomField| asked.iter().find(|(id, ..)| id.to_string() == field.id);
    let mut facts: [(&str, Vec<String>); 4] = [
        ("fields_added", Vec::new()),
        ("fields_changed", Vec::new()),
        ("fields_asked_again", Vec::new()),
        ("fields_not_asked", Vec::new()),
    ];
    facts[0].1 =
        asked.iter().filter(|(_, is_new, _)| *is_new).map(|(.., field)| field.name.clone()).collect();
    for field in known {
        match now(field) {
            Some((.., next)) if field.name != next.name => {
                facts[1].1.push(format!("{} → {}", field.name, next.name));
            }
            Some((.., next)) if field.choices != next.choices => facts[1].1.push(field.name.clone()),
            Some(_) if !field.asked => facts[2].1.push(field.name.clone()),
            None if field.asked => facts[3].1.push(field.name.clone()),
            _ => {}
        }
    }
    if facts.iter().all(|(_, names)| names.is_empty()) {
        change.note("fields_moved", true);
    }
    for (fact, names) in facts.into_iter().filter(|(_, names)| !names.is_empty()) {
        change.note(fact, names);
    }
}

/// The words that were typed, each once.
fn choices(checks: &mut Checks, at: usize, typed: &[String]) -> Vec<String> {
    let path = format!("fields.{at}.choices");
    few(checks, &path, typed.len(), MOST_CHOICES);
    let mut seen = BTreeSet::new();
    let words: Vec<String> = typed
        .iter()
        .map(|word| checks.line(path.as_str(), word, LONGEST_CHOICE))
        .filter(|word| !word.is_empty() && seen.insert(fold(word)))
        .collect();
    if words.is_empty() {
        checks.note(path, FieldProblem::Required);
    }
    words
}

/// What was typed into the custom fields, in the order of the form and without blanks. A problem stands at
/// `custom.` and the field.
pub(super) fn checked(
    checks: &mut Checks,
    fields: &[CustomField],
    typed: &[CustomValue],
) -> Vec<CustomValue> {
    let typed: BTreeMap<&str, &str> =
        typed.iter().map(|line| (line.field.as_str(), line.value.as_str())).collect();
    let unknown = typed.keys().filter(|id| fields.iter().all(|field| field.id != **id));
    for id in unknown {
        checks.note(format!("custom.{id}"), FieldProblem::UnknownValue);
    }
    let values = fields.iter().filter_map(|field| {
        let value = field.checked(checks, typed.get(field.id.as_str())?);
        (!value.is_empty()).then(|| CustomValue { field: field.id.clone(), value })
    });
    values.collect()
}

impl CustomField {
    fn checked(&self, checks: &mut Checks, typed: &str) -> String {
        let path = format!("custom.{}", self.id);
        match self.kind {
            CustomKind::Line => checks.line(path, typed, 200),
            CustomKind::Lines => checks.lines(path, typed, 5_000),
            CustomKind::Date if typed.trim().is_empty() => String::new(),
            CustomKind::Date => checks.day(path, typed).map(|day| day.to_string()).unwrap_or_default(),
            CustomKind::YesNo => {
                if !matches!(typed.trim(), "" | "yes" | "no") {
                    checks.note(path, FieldProblem::UnknownValue);
                }
                typed.trim().to_owned()
            }
            // Also what is not offered any more: a record that says it may say it again after an undo.
            CustomKind::Choice => checks.line(path, typed, LONGEST_CHOICE),
        }
    }
}
