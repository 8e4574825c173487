//! Makes two records again of what was made one.

use serde::Serialize;
use specta::Type;

use crate::audit::Action;
use crate::clients::name;
use crate::clients::own;
use crate::clients::store::{self, Merge};
use crate::clients::view::{self, ClientView};
use crate::error::{Error, Result};
use crate::health;
use crate::ids::{ClientId, MergeId};
use crate::moment::Moment;
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;
use crate::retention;

use super::attached;

/// Why two records stay one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum UnmergeHindrance {
    /// The details were changed since: nobody knows of which of the two that was said.
    Details,
    /// The health history was changed or gone through since.
    Health,
    /// The record became part of another since, which has to be undone before.
    PartOfAnother,
    /// Yet another became part of the record since, which has to be undone before.
    AnotherSince,
}

/// A record that is part of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MergedRecord {
    /// Names what was done, to undo it.
    pub id: String,
    /// When (UTC milliseconds).
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// The number of its card.
    pub number: i32,
    /// What it was called.
    pub name: String,
    /// Why it stays so; nothing where it can be undone.
    pub hindrance: Option<UnmergeHindrance>,
}

/// Two records again.
#[derive(Debug, Serialize, Type)]
pub struct UnmergedClients {
    /// The one that was kept.
    pub kept: ClientView,
    /// The one that was part of it.
    pub gone: ClientView,
}

/// Undoes that two records became one: the details of the one are as before, and what came from the other goes back to it. What
/// was written since stays. [`Error::StaysMerged`] where something contradicts it. Whoever reaches only their own clients undoes
/// it only where both were theirs, and two health histories are taken apart by whoever may put them together.
pub async fn unmerge(practice: &Practice, id: &str) -> Result<UnmergedClients> {
    practice.permit(Permission::EditClients).await?;
    let id = MergeId::parse(id)?;
    let merge = store::merge(practice, id).await?;
    own::permit(practice, merge.kept).await?;
    let before = store::details_before(practice, id).await?;
    own::permit_parting(practice, merge.gone, before.answered_for_by()?).await?;
    let united = merge.health.filter(|(before, after)| *before > 0 && before != after);
    if united.is_some() {
        practice.permit(Permission::WriteNotes).await?;
    }
    let mut change = practice.change(Action::ClientsUnmerged).await?;
    let merge = store::merge(&change, id).await?;
    if let Some(hindrance) = hindrance(&change, &merge).await? {
        return Err(Error::StaysMerged(hindrance));
    }
    let Merge { kept, gone, .. } = merge;
    let said = health::history_of(&change, kept).await?;
    store::part_of(&mut change, gone, None).await?;
    let mut moved = 0;
    for what in attached() {
        moved += store::move_back(&mut change, id, (kept, gone), what).await?;
    }
    store::move_back(&mut change, id, (kept, gone), store::PARTS).await?;
    if let Some((before, after)) = merge.health {
        if before == 0 {
            for what in health::ATTACHED {
                store::move_back(&mut change, id, (kept, gone), what).await?;
            }
        }
        if before != after {
            health::say_again(&mut change, kept, before).await?;
        }
        change.note("health_fields", said.differences(&health::history_of(&change, kept).await?));
    }
    // Nobody knows of which of the two it was said that it must be kept.
    retention::hold_as(practice, &mut change, kept, gone).await?;
    let together = store::read(&change, kept).await?;
    let answering = own::still_here(&change, before.answered_for_by()?).await?;
    let before = before.with_responsible(answering);
    store::update(&mut change, kept, &before).await?;
    let health_version = health::version_of(&change, kept).await?;
    store::undo_merge(&mut change, &merge, together.version + 1, health_version).await?;
    let other = store::read(&change, gone).await?.number;
    change.note("fields", together.client.differences(&before));
    change.note("other_card", other);
    change.note("went_along", moved);
    change.also(kept).await?;
    change.note("other_card", together.number);
    change.commit(gone).await?;
    Ok(UnmergedClients { kept: view::of(practice, kept).await?, gone: view::of(practice, gone).await? })
}

/// What is part of a record, the latest first.
pub(in crate::clients) async fn merged_into(
    practice: &Practice,
    kept: ClientId,
) -> Result<Vec<MergedRecord>> {
    let mut records = Vec::new();
    for merge in store::merges_of(practice, kept).await? {
        let gone = store::read(practice, merge.gone).await?;
        records.push(MergedRecord {
            id: merge.id.to_string(),
            at: merge.at.into(),
            number: gone.number,
            name: name::full(&gone.client.given_name, &gone.client.family_name),
            hindrance: hindrance(practice, &merge).await?,
            by: merge.by,
        });
    }
    Ok(records)
}

async fn hindrance(reader: &impl Reader, merge: &Merge) -> Result<Option<UnmergeHindrance>> {
    if store::record_of(reader, merge.kept).await? != merge.kept {
        return Ok(Some(UnmergeHindrance::PartOfAnother));
    }
    let stands = store::read(reader, merge.kept).await?.version;
    if stands != merge.version {
        // Merged once more, and nothing else: that comes first.
        let mut reached = merge.version;
        for later in store::merges_of(reader, merge.kept).await?.iter().rev() {
            reached += i32::from(later.version == reached + 1);
        }
        let hindrance =
            if reached == stands { UnmergeHindrance::AnotherSince } else { UnmergeHindrance::Details };
        return Ok(Some(hindrance));
    }
    if let Some((_, after)) = merge.health
        && health::changed_since(reader, merge.kept, after, merge.at).await?
    {
        return Ok(Some(UnmergeHindrance::Health));
    }
    Ok(None)
}
