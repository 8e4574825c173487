//! The one table of permissions, to be read by a person.

use serde::Serialize;
use specta::Type;

use crate::error::Result;
use crate::practice::Practice;

use super::permission::Permission;
use super::role::Role;

/// Who may do what.
#[derive(Debug, Serialize, Type)]
pub struct WhoMayDoWhat {
    /// The roles, as columns.
    pub roles: Vec<Role>,
    /// What can be permitted, as rows.
    pub rows: Vec<PermissionRow>,
}

/// One thing that is permitted to some.
#[derive(Debug, Serialize, Type)]
pub struct PermissionRow {
    /// Its name, as an entry of the audit about a refusal has it.
    pub permission: String,
    /// Who may.
    pub granted: Vec<Role>,
}

/// The table that decides every command, as it stands in the program.
pub async fn who_may(practice: &Practice) -> Result<WhoMayDoWhat> {
    practice.permit(Permission::ReadPeople).await?;
    let row = |permission: Permission| PermissionRow {
        permission: permission.name().to_owned(),
        granted: permission.granted_to().to_vec(),
    };
    Ok(WhoMayDoWhat { roles: Role::ALL.to_vec(), rows: Permission::ALL.into_iter().map(row).collect() })
}
