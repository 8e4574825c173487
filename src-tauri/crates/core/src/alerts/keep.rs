//! Adds an alert, or changes one.

use serde::Deserialize;
use specta::Type;

use crate::audit::{Action, Subject};
use crate::checks::Checks;
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::{AlertId, ClientId};
use crate::people::Permission;
use crate::practice::Practice;

use super::end;
use super::list::{self, AlertView};
use super::model::{AlertAudience, AlertSeverity};
use super::store;

/// Longer ones are not read at a glance.
const LONGEST: u32 = 120;

/// An alert as it was typed.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct AlertInput {
    /// How much it matters.
    pub severity: AlertSeverity,
    /// For whose eyes it is.
    pub audience: AlertAudience,
    /// What it says, in one line.
    pub text: String,
}

/// An alert to keep.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct KeepAlert {
    /// The alert that is changed, or nothing for a new one.
    pub id: Option<String>,
    /// The version this was typed over; nothing for a new one.
    pub version: Option<i32>,
    /// Whose it is.
    pub client: String,
    /// The alert.
    pub alert: AlertInput,
}

/// Adds an alert or changes one, or answers [`Error::Stale`] when somebody changed it since. What is clinical is written by
/// those who may write notes.
pub async fn keep(practice: &Practice, input: KeepAlert) -> Result<AlertView> {
    practice.permit(Permission::EditClients).await?;
    end::permit(practice, input.alert.audience).await?;
    let client = ClientId::parse(&input.client)?;
    let client = clients::permit(practice, client).await?;
    let mut checks = Checks::default();
    let text = checks.required("text", &input.alert.text, LONGEST);
    checks.finish()?;
    let alert = AlertInput { text, ..input.alert };
    let known = input.id.as_deref().map(AlertId::parse).transpose()?;
    if let Some(id) = known {
        // What was clinical is not made everybody's by somebody who may not read it.
        end::permit(practice, store::read(practice, id).await?.ok_or(Error::NotFound)?.audience).await?;
    }
    let mut change = practice.change(Action::AlertKept).await?;
    let id = match known {
        Some(id) => {
            let stored = end::seen(&change, id, input.version).await?;
            if stored.client != client {
                return Err(Error::NotFound);
            }
            store::update(&mut change, id, &alert).await?;
            id
        }
        None => {
            let id = AlertId::new(practice.new_id()?);
            store::insert(&mut change, id, client, &alert).await?;
            id
        }
    };
    change.note("severity", alert.severity.name());
    change.commit(Subject::from(id).of_client(client)).await?;
    list::of(practice, id).await
}
