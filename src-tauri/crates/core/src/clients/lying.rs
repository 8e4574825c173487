//! What lies in the archive or in the trash.

use serde::Serialize;
use specta::Type;

use crate::error::Result;
use crate::people::Permission;
use crate::practice::Practice;

use super::own::Whose;
use super::put_away::{PutAway, RecordPlace};
use super::store;
use super::view::{self, ClientRow};

/// How many are shown at once.
const MOST: u32 = 200;

/// What lies in one place.
#[derive(Debug, Serialize, Type)]
pub struct LyingClients {
    /// What was put there last first, at most two hundred.
    pub rows: Vec<LyingClient>,
    /// How many there are.
    pub total: i32,
}

/// A record that nobody works with.
#[derive(Debug, Serialize, Type)]
pub struct LyingClient {
    /// Whose.
    pub client: ClientRow,
    /// Since when it lies there, and who put it there.
    pub put_away: PutAway,
}

/// What lies there of whom the person at the keyboard may see.
pub async fn lying(practice: &Practice, place: RecordPlace) -> Result<LyingClients> {
    practice.permit(Permission::ReadClients).await?;
    if place == RecordPlace::Kept {
        practice.permit(Permission::CloseRecords).await?;
    }
    let whose = Whose::may_be_seen_by(practice.actor());
    let (lying, total) = store::lying(practice, whose, place, MOST).await?;
    let ids: Vec<_> = lying.iter().map(|(id, _)| *id).collect();
    let clients = view::rows(practice, store::rows_ever(practice, whose, &ids).await?);
    let rows = clients.into_iter().zip(lying).map(|(client, (_, put_away))| LyingClient { client, put_away });
    Ok(LyingClients { rows: rows.collect(), total })
}
