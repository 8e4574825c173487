//! Who works here, and who did.

use hegu_vault::{Mode, VaultFile};
use serde::Serialize;
use specta::Type;

use crate::audit;
use crate::drafts;
use crate::error::Result;
use crate::practice::Practice;
use crate::reader::Reader;

use super::device_key;
use super::model::Status;
use super::permission::Permission;
use super::store;
use super::view::PersonView;

/// Everyone, in the order they came, those who left at the end.
#[derive(Debug, Serialize, Type)]
pub struct PeopleView {
    /// The people.
    pub people: Vec<PersonView>,
    /// Whether more than one person ever worked here, so that the practice is a clinic.
    pub several: bool,
}

/// Lists everyone who works or worked here.
pub async fn list(practice: &Practice) -> Result<PeopleView> {
    practice.permit(Permission::ReadPeople).await?;
    let several = vault(practice).await?.mode() == Mode::Clinic;
    Ok(PeopleView { people: everyone(practice).await?, several })
}

/// The key file in force.
pub(crate) async fn vault(practice: &Practice) -> Result<VaultFile> {
    Ok(practice.connection().await?.live()?.vault.clone())
}

pub(super) async fn everyone(practice: &Practice) -> Result<Vec<PersonView>> {
    let vault = vault(practice).await?;
    let bound: Vec<&str> =
        vault.people().iter().filter(|slot| slot.device_bound()).map(|slot| slot.id()).collect();
    // The keyring is asked only where somebody's way in depends on it.
    let key_is_here =
        bound.is_empty() || device_key::read(practice.keyring(), vault.vault_id().as_str()).await.is_ok();
    let unfinished = drafts::open_by_person(practice).await?;
    let last_here = audit::last_at_keyboard(practice).await?;
    let mut people = store::all(practice)
        .await?
        .into_iter()
        .map(|row| {
            Ok(PersonView {
                role: row.role()?,
                status: row.status()?,
                unfinished: unfinished.get(&row.id).copied().unwrap_or(0),
                last_here: last_here.get(&row.id).map(|at| (*at).into()),
                opens_here: key_is_here || !bound.contains(&row.id.as_str()),
                id: row.id,
                name: row.name,
                credentials: row.credentials,
                registration: row.registration,
                colour: row.colour,
                access_until: row.access_until.map(|day| day.to_string()),
                signature_block: row.signature_block,
                letterhead_name: row.letterhead_name,
                letterhead_line: row.letterhead_line,
                tax_number: row.tax_number,
                version: row.version,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    people.sort_by_key(|person| person.status == Status::Removed);
    Ok(people)
}
