//! What was said of other clients before, so that the same practice, fund or tag is chosen and not typed again otherwise.

use serde::Serialize;
use specta::Type;

use crate::error::Result;
use crate::people::Permission;
use crate::practice::Practice;

use super::own::Whose;
use super::store;

/// How many words of each kind are offered.
const MOST: i32 = 1_000;

/// What was said before, and of nobody in particular.
#[derive(Debug, Serialize, Type)]
pub struct KnownWords {
    /// In alphabetical order.
    pub tags: Vec<String>,
    /// General practitioners, those of most clients first.
    pub practices: Vec<KnownPractice>,
    /// Who sent somebody, those who sent most first.
    pub referrers: Vec<String>,
    /// Health funds, those of most clients first.
    pub funds: Vec<String>,
    /// Languages (BCP 47), those of most clients first.
    pub languages: Vec<String>,
}

/// A general practitioner.
#[derive(Debug, Serialize, Type)]
pub struct KnownPractice {
    /// Their name.
    pub name: String,
    /// Their telephone number.
    pub phone: String,
    /// Their address.
    pub address: String,
}

/// What was said before of the clients that are this person's to see.
pub async fn known(practice: &Practice) -> Result<KnownWords> {
    practice.permit(Permission::ReadClients).await?;
    store::known(practice, Whose::may_be_seen_by(practice.actor()), MOST).await
}
