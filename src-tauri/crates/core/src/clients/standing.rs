//! How a client stands with the practice, and what kind of body is treated.

use serde::{Deserialize, Serialize};
use specta::Type;

/// How a client stands with the practice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ClientStatus {
    /// Comes, or may come.
    #[default]
    Active,
    /// Has not come for long.
    Inactive,
    /// The treatment is over, or was ended.
    Discharged,
    /// Has died.
    Deceased,
}

impl ClientStatus {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Inactive => "inactive",
            Self::Discharged => "discharged",
            Self::Deceased => "deceased",
        }
    }

    pub(super) fn from_name(name: &str) -> Self {
        let mut known = [Self::Inactive, Self::Discharged, Self::Deceased].into_iter();
        known.find(|status| status.name() == name).unwrap_or(Self::Active)
    }
}

/// The sex of the body that is treated; what somebody is to themselves is their gender.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Not said.
    #[default]
    Unsaid,
    /// Female.
    Female,
    /// Male.
    Male,
    /// Intersex.
    Intersex,
}

impl Sex {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Unsaid => "unsaid",
            Self::Female => "female",
            Self::Male => "male",
            Self::Intersex => "intersex",
        }
    }

    pub(super) fn from_name(name: &str) -> Self {
        let mut known = [Self::Female, Self::Male, Self::Intersex].into_iter();
        known.find(|sex| sex.name() == name).unwrap_or(Self::Unsaid)
    }
}
