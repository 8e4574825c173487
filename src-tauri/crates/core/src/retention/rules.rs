//! The rules of how long records are kept, as the practice edits them.

use serde::Deserialize;
use specta::Type;

use crate::audit::{Action, Outcome};
use crate::change::Change;
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::folding::fold;
use crate::ids::RuleId;
use crate::people::Permission;
use crate::practice::Practice;

use super::rule::{CountedFrom, RetentionRule};
use super::store;

/// Longer than anybody lives.
const MOST_YEARS: i32 = 100;

/// A rule as somebody looked it up.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct KeepRule {
    /// The rule, or nothing for a new one.
    pub id: Option<String>,
    /// The version that was changed; nothing for a new one.
    pub version: Option<i32>,
    /// Whose rule it is. No other is called so.
    pub name: String,
    /// For so many years.
    pub years: i32,
    /// The record of whoever was a child when it began is kept at least until they are so old.
    pub child_until: Option<i32>,
    /// From when on.
    pub counted_from: CountedFrom,
    /// Where it was read.
    pub source: String,
    /// What is not certain about it.
    pub doubt: String,
}

/// The rule to go by.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct GoBy {
    /// The rule, or nothing for none.
    pub id: Option<String>,
}

/// Every rule, by name.
pub async fn rules(practice: &Practice) -> Result<Vec<RetentionRule>> {
    practice.permit(Permission::ReadSettings).await?;
    store::rules(practice).await
}

/// Keeps a rule, which counts as looked up today. Answers [`Error::Stale`] when somebody else saved it since, and the rules as they
/// are now.
pub async fn keep_rule(practice: &Practice, input: KeepRule) -> Result<Vec<RetentionRule>> {
    practice.permit(Permission::ChangePractice).await?;
    let mut checks = Checks::default();
    let name = checks.required("name", &input.name, 80);
    let source = checks.line("source", &input.source, 300);
    let doubt = checks.lines("doubt", &input.doubt, 500);
    let mut years = |path: &str, years: i32| match years {
        ..1 => checks.note(path, FieldProblem::NotANumber),
        1..=MOST_YEARS => {}
        _ => checks.too_much(path, MOST_YEARS.unsigned_abs()),
    };
    years("years", input.years);
    if let Some(age) = input.child_until {
        years("child_until", age);
    }
    let known = input.id.as_deref().map(RuleId::parse).transpose()?;
    let mut change = practice.change(Action::RetentionRuleKept).await?;
    let rules = store::rules(&change).await?;
    let same = |rule: &&RetentionRule| Some(&rule.id) == input.id.as_ref();
    if let Some(known) = known {
        let stored = rules.iter().find(same).ok_or(Error::NotFound)?;
        if Some(stored.version) != input.version {
            return Err(Error::Stale { id: known.to_string(), version: stored.version });
        }
    }
    if rules.iter().any(|rule| !same(&rule) && fold(&rule.name) == fold(&name)) {
        checks.note("name", FieldProblem::NameTaken);
    }
    checks.finish()?;
    let id = known.map_or_else(|| practice.new_id().map(RuleId::new), Ok)?;
    let rule = RetentionRule {
        id: id.to_string(),
        version: 0,
        name,
        years: input.years,
        child_until: input.child_until,
        counted_from: input.counted_from,
        source,
        doubt,
        in_force: false,
        checked_at: None,
        checked_by: None,
    };
    store::write_rule(&mut change, id, &rule).await?;
    // What a practice goes by is nobody's record, and whoever audits it asks what it said when.
    change.note("rule", rule.name);
    change.note("years", rule.years);
    change.note("child_until", rule.child_until);
    change.end(Outcome::Done).await?;
    store::rules(practice).await
}

/// A rule as it was last seen.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct SeenRule {
    /// The rule.
    pub id: String,
    /// Its version.
    pub version: i32,
}

/// Takes the last saving of a rule back: it says again what it said before, and was looked up when it was then. One that was new
/// goes. [`Error::Stale`] when somebody saved it since.
pub async fn take_rule_back(practice: &Practice, input: SeenRule) -> Result<Vec<RetentionRule>> {
    practice.permit(Permission::ChangePractice).await?;
    let id = RuleId::parse(&input.id)?;
    let mut change = practice.change(Action::RetentionRuleKept).await?;
    let rules = store::rules(&change).await?;
    let stored = rules.iter().find(|rule| rule.id == input.id).ok_or(Error::NotFound)?;
    if stored.version != input.version {
        return Err(Error::Stale { id: input.id, version: stored.version });
    }
    if !store::say_as_before(&mut change, id).await? {
        store::set_removed(&mut change, id, true).await?;
    }
    let rules = named_once(&change, id).await?;
    change.note("rule", stored.name.clone());
    change.note("taken_back", true);
    change.end(Outcome::Done).await?;
    Ok(rules)
}

/// Takes a rule out. Where it was in force, none is.
pub async fn remove_rule(practice: &Practice, id: &str) -> Result<Vec<RetentionRule>> {
    practice.permit(Permission::ChangePractice).await?;
    let id = RuleId::parse(id)?;
    let mut change = practice.change(Action::RetentionRuleRemoved).await?;
    let removed = store::rules(&change).await?.into_iter().find(|rule| rule.id == id.to_string());
    change.note("rule", removed.ok_or(Error::NotFound)?.name);
    store::set_removed(&mut change, id, true).await?;
    change.end(Outcome::Done).await?;
    store::rules(practice).await
}

/// Puts a rule back that was taken out, as it was; it is not in force.
pub async fn put_rule_back(practice: &Practice, id: &str) -> Result<Vec<RetentionRule>> {
    practice.permit(Permission::ChangePractice).await?;
    let id = RuleId::parse(id)?;
    let mut change = practice.change(Action::RetentionRuleKept).await?;
    store::set_removed(&mut change, id, false).await?;
    let rules = named_once(&change, id).await?;
    change.note("taken_back", true);
    change.end(Outcome::Done).await?;
    Ok(rules)
}

/// The rules as they are now; refused where another took the name of this one meanwhile.
async fn named_once(change: &Change, id: RuleId) -> Result<Vec<RetentionRule>> {
    let rules = store::rules(change).await?;
    let mut checks = Checks::default();
    if let Some(rule) = rules.iter().find(|rule| rule.id == id.to_string())
        && rules.iter().any(|other| other.id != rule.id && fold(&other.name) == fold(&rule.name))
    {
        checks.note("name", FieldProblem::NameTaken);
    }
    checks.finish()?;
    Ok(rules)
}

/// Says which rule holds for this practice, or none.
pub async fn go_by(practice: &Practice, input: GoBy) -> Result<Vec<RetentionRule>> {
    practice.permit(Permission::ChangePractice).await?;
    let id = input.id.as_deref().map(RuleId::parse).transpose()?;
    let mut change = practice.change(Action::RetentionRuleChosen).await?;
    store::put_in_force(&mut change, id).await?;
    let rules = store::rules(&change).await?;
    if let Some(rule) = rules.iter().find(|rule| rule.in_force) {
        change.note("rule", rule.name.clone());
        change.note("years", rule.years);
        change.note("child_until", rule.child_until);
    }
    change.end(Outcome::Done).await?;
    Ok(rules)
}
