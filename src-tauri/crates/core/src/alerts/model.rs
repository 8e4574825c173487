//! What an alert is made of.

use serde::{Deserialize, Serialize};
use specta::Type;

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AlertSeverity {
    /// Something could do harm: a pacemaker, a blood thinner.
    Danger,
    /// It changes what is done: faints at needles, books for two.
    Caution,
    /// Good to know.
    Note,
}

impl AlertSeverity {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Danger => "danger",
            Self::Caution => "caution",
            Self::Note => "note",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        [Self::Danger, Self::Caution, Self::Note].into_iter().find(|severity| severity.name() == name)
    }
}

/// For whose eyes it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AlertAudience {
    /// Those who treat. Everybody else sees that there is one.
    Clinical,
    /// Everybody who works here.
    Desk,
}

impl AlertAudience {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Clinical => "clinical",
            Self::Desk => "desk",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        [Self::Clinical, Self::Desk].into_iter().find(|audience| audience.name() == name)
    }
}
