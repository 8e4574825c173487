//! The report of those who are likely registered twice, and what somebody says of them.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde::Serialize;
use specta::Type;

use crate::audit::Action;
use crate::blocking::blocking;
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
    /// Of whom somebody said that they are two people, the latest first, at most two hundred.
    pub apart: Vec<TwinPair>,
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
    let told: HashSet<(ClientId, ClientId)> = apart.iter().copied().collect();
    let (everybody, mut pairs) = blocking("compare everybody", move || {
        let pairs = likely_pairs(&everybody, &told);
        (everybody, pairs)
    })
    .await?;
    // Stable, so that of pairs with as much in common those stay first whose names are.
    pairs.sort_by_key(|(alike, ..)| std::cmp::Reverse(alike.len()));
    let total = i32::try_from(pairs.len()).unwrap_or(i32::MAX);
    pairs.truncate(MOST);
    let at: HashMap<ClientId, usize> = everybody.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
    // Whoever is not this person's to see is in neither list, and two that became one after all are one.
    let apart: Vec<(Vec<Alike>, usize, usize)> = apart
        .iter()
        .filter(|(one, other)| one != other)
        .filter_map(|(one, other)| Some((*at.get(one)?, *at.get(other)?)))
        .map(|(one, other)| (twins::alike(&everybody[one].1, &everybody[other].1), one, other))
        .take(MOST)
        .collect();
    let ids: BTreeSet<ClientId> = pairs
        .iter()
        .chain(&apart)
        .flat_map(|(_, one, other)| [everybody[*one].0, everybody[*other].0])
        .collect();
    let ids: Vec<ClientId> = ids.into_iter().collect();
    let rows: HashMap<String, ClientRow> = view::rows(practice, store::rows(practice, whose, &ids).await?)
        .into_iter()
        .map(|row| (row.id.clone(), row))
        .collect();
    let row = |at: usize| rows.get(&everybody[at].0.to_string()).cloned();
    let pair = |(alike, one, other): (Vec<Alike>, usize, usize)| {
        let (mut one, mut other) = (row(one)?, row(other)?);
        if one.number > other.number {
            std::mem::swap(&mut one, &mut other);
        }
        Some(TwinPair { one, other, alike })
    };
    Ok(LikelyTwins {
        pairs: pairs.into_iter().filter_map(pair).collect(),
        total,
        apart: apart.into_iter().filter_map(pair).collect(),
    })
}

/// Who is likely whom, each pair once, in the order given, with what speaks for it. Compared are those who have the name in
/// common, or what they are called and a birth date or contact: without the one or the other nobody is a twin.
fn likely_pairs(
    everybody: &[(ClientId, Likeness)],
    apart: &HashSet<(ClientId, ClientId)>,
) -> Vec<(Vec<Alike>, usize, usize)> {
    let mut sharing: HashMap<(&str, String), Vec<usize>> = HashMap::new();
    for (at, (_, likeness)) in everybody.iter().enumerate() {
        sharing.entry((&likeness.name_key, String::new())).or_default().push(at);
        let known = likeness.contacts.iter().filter(|contact| !contact.is_empty()).cloned();
        let known: HashSet<String> = known.chain(likeness.birth_date.map(|born| born.to_string())).collect();
        let called: HashSet<&String> = likeness.called.iter().filter(|name| !name.is_empty()).collect();
        for name in called {
            for shared in &known {
                sharing.entry((name, shared.clone())).or_default().push(at);
            }
        }
    }
    let mut pairs = BTreeSet::new();
    for group in sharing.values() {
        for (nth, one) in group.iter().enumerate() {
            for other in &group[nth + 1..] {
                let ((this, these), (that, those)) = (&everybody[*one], &everybody[*other]);
                let told = apart.contains(&(*this.min(that), *this.max(that)));
                if !told && twins::likely(these, those) {
                    pairs.insert((*one, *other));
                }
            }
        }
    }
    let alike =
        |(one, other): (usize, usize)| (twins::alike(&everybody[one].1, &everybody[other].1), one, other);
    pairs.into_iter().map(alike).collect()
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
