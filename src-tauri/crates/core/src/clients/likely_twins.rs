//! The report of those who are likely registered twice, and what somebody says of them.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde::Serialize;
use specta::Type;

use crate::audit::Action;
use crate::error::{Error, Result};
use crate::ids::ClientId;
use crate::people::Permission;
use crate::practice::Practice;

use super::merging::ComparedRecords;
use super::own::{self, Whose};
use super::store;
use super::twins::{self, Alike, Likeness};
use super::view::{self, ClientRow};

/// How many pairs are shown at once.
const MOST: usize = 200;

/// Who is likely registered twice.
#[derive(Debug, Serialize, Type)]
pub struct LikelyTwins {
    /// Those with most in common first, at most two hundred.
    pub pairs: Vec<TwinPair>,
    /// How many pairs there are.
    pub total: i32,
}

/// Two records that are likely one person's.
#[derive(Debug, Serialize, Type)]
pub struct TwinPair {
    /// The one with the lower number.
    pub one: ClientRow,
    /// The other.
    pub other: ClientRow,
    /// What speaks for it.
    pub alike: Vec<Alike>,
}

/// Compares everybody with everybody whom they share a name, a birth date or a contact with. Pairs of whom somebody said that they
/// are two people are left out.
pub async fn likely_twins(practice: &Practice) -> Result<LikelyTwins> {
    practice.permit(Permission::EditClients).await?;
    let whose = Whose::may_be_seen_by(practice.actor());
    let everybody = store::all_likenesses(practice, whose).await?;
    let apart = store::told_apart(practice).await?;
    let mut pairs: Vec<(Vec<Alike>, usize, usize)> = candidates(&everybody)
        .into_iter()
        .filter(|(one, other)| {
            let (one, other) = (everybody[*one].0, everybody[*other].0);
            !apart.contains(&(one.min(other), one.max(other)))
        })
        .filter(|(one, other)| twins::likely(&everybody[*one].1, &everybody[*other].1))
        .map(|(one, other)| (twins::alike(&everybody[one].1, &everybody[other].1), one, other))
        .collect();
    // Stable, so that of pairs with as much in common those stay first whose names are.
    pairs.sort_by_key(|(alike, ..)| std::cmp::Reverse(alike.len()));
    let total = i32::try_from(pairs.len()).unwrap_or(i32::MAX);
    pairs.truncate(MOST);
    let ids: BTreeSet<ClientId> =
        pairs.iter().flat_map(|(_, one, other)| [everybody[*one].0, everybody[*other].0]).collect();
    let ids: Vec<ClientId> = ids.into_iter().collect();
    let rows: HashMap<String, ClientRow> = view::rows(practice, store::rows(practice, whose, &ids).await?)
        .into_iter()
        .map(|row| (row.id.clone(), row))
        .collect();
    let row = |at: usize| rows.get(&everybody[at].0.to_string()).cloned();
    let pairs = pairs.into_iter().filter_map(|(alike, one, other)| {
        let (mut one, mut other) = (row(one)?, row(other)?);
        if one.number > other.number {
            std::mem::swap(&mut one, &mut other);
        }
        Some(TwinPair { one, other, alike })
    });
    Ok(LikelyTwins { pairs: pairs.collect(), total })
}

/// Everybody with everybody whom they share something with, each pair once, in the order given.
fn candidates(everybody: &[(ClientId, Likeness)]) -> BTreeSet<(usize, usize)> {
    let mut sharing: HashMap<(u8, String), Vec<usize>> = HashMap::new();
    for (at, (_, likeness)) in everybody.iter().enumerate() {
        let contacts: HashSet<&String> =
            likeness.contacts.iter().filter(|contact| !contact.is_empty()).collect();
        let keys = [(0, likeness.name_key.clone())]
            .into_iter()
            .chain(likeness.birth_date.map(|born| (1, born.to_string())))
            .chain(contacts.into_iter().map(|contact| (2, contact.clone())));
        for key in keys {
            sharing.entry(key).or_default().push(at);
        }
    }
    let pairs = sharing.values().flat_map(|group| {
        group.iter().enumerate().flat_map(|(at, one)| group[at + 1..].iter().map(|other| (*one, *other)))
    });
    pairs.collect()
}

/// Says that two records are two people: they are in the report no more.
pub async fn tell_apart(practice: &Practice, input: ComparedRecords) -> Result<()> {
    set_apart(practice, input, true).await
}

/// It is open again whether they are: the undo of [`tell_apart`].
pub async fn take_back_apart(practice: &Practice, input: ComparedRecords) -> Result<()> {
    set_apart(practice, input, false).await
}

async fn set_apart(practice: &Practice, input: ComparedRecords, apart: bool) -> Result<()> {
    practice.permit(Permission::EditClients).await?;
    let one = own::permit(practice, ClientId::parse(&input.one)?).await?;
    let other = own::permit(practice, ClientId::parse(&input.other)?).await?;
    if one == other {
        return Err(Error::NotFound);
    }
    let action = if apart { Action::TwinsToldApart } else { Action::TwinsToldApartTakenBack };
    let mut change = practice.change(action).await?;
    let number = store::read(&change, other).await?.number;
    if !store::tell_apart(&mut change, (one, other), apart).await? {
        drop(change);
        return Ok(());
    }
    change.note("other_card", number);
    change.commit(one).await
}
