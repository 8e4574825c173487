//! That a sheet left the practice otherwise than as a saved file.

use crate::audit::{Action, Outcome};
use crate::error::Result;
use crate::ids::ClientId;
use crate::people::Permission;
use crate::practice::Practice;

use super::given::subject_of;
use super::preview::PreviewSheet;

/// How a page left the practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayOut {
    /// To the printer.
    Printed,
    /// Into a program outside, from a private copy.
    OpenedOutside,
}

impl WayOut {
    /// What the audit calls it.
    pub(crate) fn action(self) -> Action {
        match self {
            Self::Printed => Action::Printed,
            Self::OpenedOutside => Action::OpenedOutside,
        }
    }
}

/// Notes in the audit how a sheet left the practice; called once it has.
pub async fn went_out(practice: &Practice, input: &PreviewSheet, way: WayOut) -> Result<()> {
    practice.permit(Permission::GiveSheets).await?;
    let client = input.client.as_deref().map(ClientId::parse).transpose()?;
    let change = practice.change(way.action()).await?;
    match client {
        Some(client) => change.commit(client).await,
        None => change.end(Outcome::Done).await,
    }
}

/// The same for the exact bytes of a given sheet.
pub async fn given_went_out(practice: &Practice, id: &str, way: WayOut) -> Result<()> {
    practice.permit(Permission::GiveSheets).await?;
    let subject = subject_of(practice, id).await?;
    practice.change(way.action()).await?.commit(subject).await
}
