//! Makes one record of two.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::Action;
use crate::change::Change;
use crate::checks::{Checks, FieldProblem};
use crate::clients::model::ClientInput;
use crate::clients::own::{self, Whose};
use crate::clients::put_away::RecordPlace;
use crate::clients::relation::{self, RelationInput};
use crate::clients::store;
use crate::clients::view::{self, ClientView};
use crate::drafts;
use crate::error::{Error, Result};
use crate::health::{self, HealthHistory};
use crate::ids::{ClientId, MergeId};
use crate::people::Permission;
use crate::practice::Practice;

use super::attached;

/// A record as it was compared.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct MergingRecord {
    /// The client.
    pub id: String,
    /// The version of the details.
    pub version: i32,
    /// The version of the health history; 0 where there was none.
    pub health_version: i32,
}

/// Two records to make one of.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct MergeClients {
    /// The record that is kept, with its number.
    pub kept: MergingRecord,
    /// The record that becomes part of it.
    pub gone: MergingRecord,
    /// The details of the one record, as somebody chose them.
    pub client: ClientInput,
    /// What the two health histories say together; nothing where not both have one.
    pub health: Option<HealthHistory>,
}

/// The one record.
#[derive(Debug, Serialize, Type)]
pub struct MergedClients {
    /// Names what was done, to undo it.
    pub merge: String,
    /// The record.
    pub client: ClientView,
}

/// Makes one record of two: the details are as they were chosen, and everything that belongs to the other goes along. Answers
/// [`Error::Stale`] when one of them was saved since they were compared. Where somebody is still changing either, that is said
/// at the field `kept` or `gone`.
pub async fn merge(practice: &Practice, input: MergeClients) -> Result<MergedClients> {
    practice.permit(Permission::EditClients).await?;
    let (kept, gone) = (ClientId::parse(&input.kept.id)?, ClientId::parse(&input.gone.id)?);
    own::permit(practice, kept).await?;
    own::permit(practice, gone).await?;
    // Nobody works with what is kept for the law alone, nor sees it through another.
    for record in [kept, gone] {
        if store::place_of(practice, record).await? == Some(RecordPlace::Kept) {
            return Err(Error::OnlyKept);
        }
    }
    let fields = store::custom_fields(practice, Whose::Everybodys).await?;
    let mut client = input.client.validate(practice.today(), &fields)?;
    if input.kept.health_version > 0 && input.gone.health_version > 0 {
        practice.permit(Permission::WriteNotes).await?;
        let mut checks = Checks::default();
        if input.health.is_none() {
            checks.note("health", FieldProblem::Required);
        }
        checks.finish()?;
    }
    let id = MergeId::new(practice.new_id()?);
    let mut change = practice.change(Action::ClientsMerged).await?;
    // Of two quick clicks the second finds that they are one.
    let now = (store::record_of(&change, kept).await?, store::record_of(&change, gone).await?);
    if now != (kept, gone) || kept == gone {
        return Err(Error::NotFound);
    }
    let (before, other) = (store::read(&change, kept).await?, store::read(&change, gone).await?);
    for (record, stored) in [(&input.kept, &before), (&input.gone, &other)] {
        let health = health::version_of(&change, ClientId::parse(&record.id)?).await?;
        if stored.version != record.version || health != record.health_version {
            return Err(Error::Stale { id: record.id.clone(), version: stored.version });
        }
    }
    nobody_is_typing(&change, kept, gone).await?;
    if client.responsible != before.client.responsible {
        let person = own::decided(practice, &change, client.answered_for_by()?).await?;
        client = client.with_responsible(person);
    }
    let linked = [before.client.relations.as_slice(), &other.client.relations].concat();
    let chosen = without(&client.relations, kept, gone);
    let people =
        relation::linked(practice, &change, Some(kept), &chosen, &without(&linked, kept, gone)).await?;
    client = client.with_relations(people);
    let said = health::history_of(&change, kept).await?;
    let health = merge_health(practice, &mut change, &input, kept).await?;
    store::insert_merge(&mut change, id, (kept, gone), &before.client, before.version + 1, health).await?;
    let mut moved = 0;
    for what in attached() {
        moved += store::move_over(&mut change, id, (gone, kept), what).await?;
    }
    if health.is_some_and(|(before, _)| before == 0) {
        for what in health::ATTACHED {
            store::move_over(&mut change, id, (gone, kept), what).await?;
        }
    }
    // What was part of the other is part of the one now.
    store::move_over(&mut change, id, (gone, kept), store::PARTS).await?;
    store::part_of(&mut change, gone, Some(kept)).await?;
    store::update(&mut change, kept, &client).await?;
    change.note("other_card", before.number);
    change.also(gone).await?;
    if health.is_some() {
        change.note("health_fields", said.differences(&health::history_of(&change, kept).await?));
    }
    change.note("fields", before.client.differences(&client));
    change.note("other_card", other.number);
    change.note("went_along", moved);
    change.commit(kept).await?;
    Ok(MergedClients { merge: id.to_string(), client: view::of(practice, kept).await? })
}

/// What was typed over one version of one record has no place to go to afterwards.
async fn nobody_is_typing(change: &Change, kept: ClientId, gone: ClientId) -> Result<()> {
    let mut checks = Checks::default();
    for (record, field) in [(kept, "kept"), (gone, "gone")] {
        if !drafts::who_changes(change, &[record]).await?.is_empty() {
            checks.note(field, FieldProblem::BeingTyped);
        }
    }
    checks.finish()
}

/// The people around somebody who is not around themselves.
fn without(people: &[RelationInput], kept: ClientId, gone: ClientId) -> Vec<RelationInput> {
    let themselves = [kept.to_string(), gone.to_string()];
    let mut people = people.to_vec();
    for person in people.iter_mut().filter(|person| themselves.contains(&person.other)) {
        person.other.clear();
    }
    people
}

/// What becomes of the health histories: the versions of the one that is kept, before and after; nothing where it stays as it is.
async fn merge_health(
    practice: &Practice,
    change: &mut Change,
    input: &MergeClients,
    kept: ClientId,
) -> Result<Option<(i32, i32)>> {
    let (before, theirs) = (input.kept.health_version, input.gone.health_version);
    match &input.health {
        _ if theirs == 0 => Ok(None),
        Some(together) if before > 0 => {
            let after = health::unite(practice, change, kept, together).await?;
            Ok(Some((before, after)))
        }
        _ => Ok(Some((before, theirs))),
    }
}
