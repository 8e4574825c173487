//! Somebody is kept out for a while, and let in again.

use crate::audit::Action;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::keys;
use crate::practice::Practice;

use super::model::Status;
use super::permission::Permission;
use super::store;
use super::view::{self, PersonView};

/// Keeps somebody out until they are let in again. Their drafts, details and passphrase stay.
pub async fn suspend(practice: &Practice, id: &str) -> Result<PersonView> {
    stand(practice, id, Status::Suspended, Action::PersonSuspended, hegu_vault::suspend).await
}

/// Lets somebody in again, with the passphrase they had.
pub async fn resume(practice: &Practice, id: &str) -> Result<PersonView> {
    stand(practice, id, Status::Active, Action::PersonResumed, hegu_vault::resume).await
}

/// One change of the key file.
type Step = fn(
    &mut hegu_vault::VaultFile,
    &hegu_vault::MasterKey,
    &str,
) -> std::result::Result<(), hegu_vault::VaultError>;

async fn stand(
    practice: &Practice,
    id: &str,
    status: Status,
    action: Action,
    step: Step,
) -> Result<PersonView> {
    practice.permit(Permission::ChangePeople).await?;
    let person = PersonId::parse(id)?;
    // Whoever sits here could not go on working: somebody else does this to them.
    if person == practice.actor().id {
        return Err(Error::NotPermitted);
    }
    practice.proved().await?;
    let _keys = practice.keys().await;
    let row = store::read(practice, person).await?;
    let name = id.to_owned();
    let (vault, ()) = keys::next_file(practice, move |vault, master| step(vault, master, &name)).await?;
    let mut change = practice.change(action).await?;
    store::set_standing(&mut change, person, row.role()?, status).await?;
    change.commit_with_keys(vault, person).await?;
    practice.forget_pin(person).await?;
    view::of(practice, person).await
}
