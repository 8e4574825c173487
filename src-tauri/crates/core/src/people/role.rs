//! The roles a person can have.

use serde::Serialize;
use specta::Type;

use super::permission::Permission;

/// What somebody is in the practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
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
