//! The roles a person can have.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::permission::Permission;

/// What somebody is in the practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Owns the practice and its keys.
    Owner,
    /// Treats everybody's clients.
    Practitioner,
    /// Treats their own clients under the practice's roof.
    Associate,
    /// Works at the desk.
    Receptionist,
    /// Learns or stands in: writes, but does not finalise.
    Student,
}

impl Role {
    /// Every role, in the order of the table.
    pub const ALL: [Self; 5] =
        [Self::Owner, Self::Practitioner, Self::Associate, Self::Receptionist, Self::Student];

    /// The stored name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Practitioner => "practitioner",
            Self::Associate => "associate",
            Self::Receptionist => "receptionist",
            Self::Student => "student",
        }
    }

    /// Reads a stored name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Whether this role has a permission. What the table does not grant is refused.
    pub fn may(self, permission: Permission) -> bool {
        permission.granted_to().contains(&self)
    }
}

impl From<Role> for hegu_vault::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::Owner => Self::Owner,
            Role::Practitioner => Self::Practitioner,
            Role::Associate => Self::Associate,
            Role::Receptionist => Self::Receptionist,
            Role::Student => Self::Student,
        }
    }
}

impl From<hegu_vault::Role> for Role {
    fn from(role: hegu_vault::Role) -> Self {
        match role {
            hegu_vault::Role::Owner => Self::Owner,
            hegu_vault::Role::Practitioner => Self::Practitioner,
            hegu_vault::Role::Associate => Self::Associate,
            hegu_vault::Role::Receptionist => Self::Receptionist,
            hegu_vault::Role::Student => Self::Student,
        }
    }
}
