//! Brings the records up to the key file after a change of people that was interrupted between the two.

use hegu_vault::PersonSlot;

use crate::audit::{self, Action};
use crate::change::Change;
use crate::clients;
use crate::drafts;
use crate::error::Result;
use crate::ids::PersonId;
use crate::practice::Practice;

use super::list;
use super::model::{Person, Status};
use super::role::Role;
use super::store;

/// The key file is the one place where a change of people counts: it is written whole, in one moment, and vouched for
/// by the master key. What the records lack of it is added here, with an entry about each person; nothing in them is
/// taken away.
pub(crate) async fn catch_up(practice: &Practice) -> Result<()> {
    let vault = list::vault(practice).await?;
    let (rows, keys) = (store::all(practice).await?, store::signing_keys(practice).await?);
    let in_step = |slot: &PersonSlot| {
        let same = |row: &store::PersonRow| {
            row.id == slot.id()
                && Role::from_name(&row.role) == Some(slot.role().into())
                && Status::from_name(&row.status) == Some(slot.status().into())
        };
        let known = keys.get(slot.id()).is_some_and(|keys| keys.iter().any(|key| key == slot.signing_key()));
        rows.iter().any(same) && known
    };
    for slot in vault.people().iter().filter(|slot| !in_step(slot)) {
        let mut change = practice.change(Action::PeopleCaughtUp).await?;
        bring_up(&mut change, slot).await?;
        change.commit(PersonId::parse(slot.id())?).await?;
    }
    name_earlier_keys(practice).await
}

/// Names the signing keys of a practice from before entries named them, once: from then on a key that no entry names
/// was put in by something else.
async fn name_earlier_keys(practice: &Practice) -> Result<()> {
    if audit::names_any_key(practice).await? {
        return Ok(());
    }
    let mut keys: Vec<_> = store::signing_keys(practice).await?.into_iter().collect();
    keys.sort();
    for (person, keys) in keys {
        for key in keys {
            let mut change = practice.change(Action::SigningKeyNoted).await?;
            change.vouch_for_key(&key);
            change.commit(PersonId::parse(&person)?).await?;
        }
    }
    Ok(())
}

async fn bring_up(change: &mut Change, slot: &PersonSlot) -> Result<()> {
    let id = PersonId::parse(slot.id())?;
    let (role, status) = (Role::from(slot.role()), Status::from(slot.status()));
    match store::read(change, id).await {
        Ok(row) if row.role()? == role && row.status()? == status => {}
        Ok(_) => store::set_standing(change, id, role, status).await?,
        Err(crate::error::Error::NotFound) => {
            let person = Person::named(slot.name(), slot.credentials());
            store::insert(change, id, &person, role).await?;
            store::set_standing(change, id, role, status).await?;
        }
        Err(other) => return Err(other),
    }
    if status == Status::Removed {
        drafts::close_of(change, id).await?;
        clients::hand_over(change, id).await?;
    }
    let keys = store::signing_keys(change).await?;
    if !keys.get(slot.id()).is_some_and(|keys| keys.iter().any(|key| key == slot.signing_key())) {
        store::add_signing_key(change, id, slot.signing_key()).await?;
    }
    Ok(())
}
