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
/// was written since stays. [`Error::StaysMerged`] where something contradicts it.
pub async fn unmerge(practice: &Practice, id: &str) -> Result<UnmergedClients> {
    practice.permit(Permission::EditClients).await?;
    let id = MergeId::parse(id)?;
    own::permit(practice, store::merge(practice, id).await?.kept).await?;
    let mut change = practice.change(Action::ClientsUnmerged).await?;
    let merge = store::merge(&change, id).await?;
    if let Some(hindrance) = hindrance(&change, &merge).await? {
        return Err(Error::StaysMerged(hindrance));
    }
    let Merge { kept, gone, .. } = merge;
    store::part_of(&mut change, gone, None).await?;
    let mut moved = 0;
    for what in attached() {
        moved += store::move_back(&mut change, id, (kept, gone), what).await?;
    }
    store::move_back(&mut change, id, (kept, gone), store::PARTS).await?;
    match merge.health {
        Some((0, _)) => {
            for what in health::ATTACHED {
                store::move_back(&mut change, id, (kept, gone), what).await?;
            }
        }
        Some((before, after)) if before != after => health::say_again(&mut change, kept, before).await?,
        _ => (),
    }
    let together = store::read(&change, kept).await?;
    store::update(&mut change, kept, &merge.before).await?;
    store::undo_merge(&mut change, id).await?;
    let other = store::read(&change, gone).await?.number;
    change.note("other_card", together.number);
    change.also(gone).await?;
    change.note("fields", together.client.differences(&merge.before));
    change.note("other_card", other);
    change.note("went_along", moved);
    change.commit(kept).await?;
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
    if store::read(reader, merge.kept).await?.version != merge.version {
        return Ok(Some(UnmergeHindrance::Details));
    }
    if let Some((_, after)) = merge.health
        && health::changed_since(reader, merge.kept, after, merge.at).await?
    {
        return Ok(Some(UnmergeHindrance::Health));
    }
    Ok(None)
}
