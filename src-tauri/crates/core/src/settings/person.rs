//! What belongs to the person at the keyboard: their name as printed, and their language.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::Action;
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::people::{self, Permission};
use crate::practice::Practice;
use crate::reader::Reader;

use super::store;

/// Settings of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PersonSettings {
    /// Their name.
    pub name: String,
    /// Letters behind the name; may be empty.
    pub credentials: String,
    /// BCP 47 tag for dates and numbers, or nothing to follow the system.
    pub locale: String,
    /// How often name and credentials were saved; a change names it.
    pub version: i32,
}

/// Reads the settings of the person at the keyboard.
pub(super) async fn of(practice: &Practice, reader: &impl Reader) -> Result<PersonSettings> {
    let id = practice.actor().id;
    let row = people::read(reader, id).await?;
    let locale = store::person(reader, id).await?.remove("locale").unwrap_or_default();
    Ok(PersonSettings { name: row.name, credentials: row.credentials, locale, version: row.version })
}

/// Changes the settings of the person at the keyboard, or answers [`Error::Stale`]. The name on the door changes
/// with them.
pub async fn change_person(practice: &Practice, input: PersonSettings) -> Result<PersonSettings> {
    practice.permit(Permission::ChangeOneself).await?;
    let mut checks = Checks::default();
    let name = checks.required("name", &input.name, 100);
    let credentials = checks.line("credentials", &input.credentials, 60);
    let locale = checks.line("locale", &input.locale, 35);
    if !locale.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        checks.note("locale", FieldProblem::UnknownValue);
    }
    checks.finish()?;
    let id = practice.actor().id;
    let mut change = practice.change(Action::PersonSettingsChanged).await?;
    if !people::rename(&mut change, id, input.version, &name, &credentials).await? {
        let stored = people::read(&change, id).await?;
        return Err(Error::Stale { id: id.to_string(), version: stored.version });
    }
    store::write_person(&mut change, id, "locale", &locale).await?;
    change.commit(id).await?;
    practice.rewrite_vault(|vault| vault.with_person_name(&id.to_string(), &name, &credentials)).await?;
    of(practice, practice).await
}
