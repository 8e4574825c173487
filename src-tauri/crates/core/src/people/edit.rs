//! What is known of somebody changes.

use serde::Deserialize;
use specta::Type;

use crate::audit::Action;
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::practice::Practice;

use super::model::{Person, PersonInput};
use super::permission::Permission;
use super::role::Role;
use super::store;
use super::view::{self, PersonView};

/// Changed details of somebody who works here.
#[derive(Debug, Deserialize, Type)]
pub struct EditPerson {
    /// The person.
    pub id: String,
    /// The version these details were typed over.
    pub version: i32,
    /// All details, changed or not.
    pub person: PersonInput,
}

/// Changes what is known of somebody, or answers [`Error::Stale`] when it was saved since. Their name on the door
/// changes with it.
pub async fn edit(practice: &Practice, input: EditPerson) -> Result<PersonView> {
    practice.permit(Permission::ChangePeople).await?;
    let id = PersonId::parse(&input.id)?;
    let mut checks = Checks::default();
    let person = input.person.check(&mut checks);
    no_last_day_for_owners(&mut checks, &person, store::read(practice, id).await?.role()?);
    checks.finish()?;
    let _keys = practice.keys().await;
    let mut change = practice.change(Action::PersonEdited).await?;
    if !store::update(&mut change, id, input.version, &person).await? {
        let stored = store::read(&change, id).await?;
        return Err(Error::Stale { id: input.id, version: stored.version });
    }
    let vault = change.vault().await?.with_person_name(&input.id, &person.name, &person.credentials);
    change.commit_with_keys(vault, id).await?;
    view::of(practice, id).await
}

/// After an owner's last day nobody could open the records, so there is none.
pub(super) fn no_last_day_for_owners(checks: &mut Checks, person: &Person, role: Role) {
    if role == Role::Owner && person.access_until.is_some() {
        checks.note("person.access_until", FieldProblem::NotForOwners);
    }
}
