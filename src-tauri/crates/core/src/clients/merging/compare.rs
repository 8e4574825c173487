//! Two records beside each other.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::{self, Action};
use crate::bookings::RecallSaid;
use crate::clients::own;
use crate::clients::store;
use crate::clients::view::{self, ClientView};
use crate::error::{Error, Result};
use crate::health::{self, HealthView};
use crate::ids::ClientId;
use crate::people::Permission;
use crate::practice::Practice;
use crate::{alerts, bookings, correspondence, drafts, files, handouts, notes};

/// Names two records.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct ComparedRecords {
    /// One of them.
    pub one: String,
    /// The other.
    pub other: String,
}

/// One of two records that may be one person's.
#[derive(Debug, Serialize, Type)]
pub struct ComparedRecord {
    /// The person.
    pub client: ClientView,
    /// How much belongs to them.
    pub attached: AttachedCounts,
    /// Whether and when they are asked to come again: that is said once only.
    pub recall: RecallSaid,
    /// The version of their health history; 0 where there is none.
    pub health_version: i32,
    /// It, for those who treat; nothing where there is none.
    pub health: Option<HealthView>,
    /// Who is changing the details or the health history and has not finished.
    pub typing: Vec<String>,
}

/// How much belongs to a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct AttachedCounts {
    /// Signed notes; nothing for whoever does not read them.
    pub notes: Option<i32>,
    /// Bookings, without what was taken back.
    pub bookings: i32,
    /// Sheets they were given.
    pub sheets: i32,
    /// Calls, emails and messages, of those that may be read.
    pub correspondence: i32,
    /// Files in use, of those that may be seen.
    pub files: i32,
    /// Alerts that hold.
    pub alerts: i32,
}

/// Both records, in the order asked; the look is written into the audit as a look into each. [`Error::NotFound`] where they are
/// one already.
pub async fn compare(practice: &Practice, input: ComparedRecords) -> Result<Vec<ComparedRecord>> {
    practice.permit(Permission::EditClients).await?;
    let one = own::permit(practice, ClientId::parse(&input.one)?).await?;
    let other = own::permit(practice, ClientId::parse(&input.other)?).await?;
    if one == other {
        return Err(Error::NotFound);
    }
    for id in [one, other] {
        if !audit::was_just_done(practice, &id.into(), Action::ClientViewed).await? {
            practice.change(Action::ClientViewed).await?.commit(id).await?;
        }
    }
    Ok(vec![record(practice, one).await?, record(practice, other).await?])
}

async fn record(practice: &Practice, id: ClientId) -> Result<ComparedRecord> {
    let reads_notes = practice.actor().role.may(Permission::ReadNotes);
    let mut signed = 0;
    for record in store::records_in(practice, id).await? {
        signed += store::how_many(practice, record, notes::SIGNED).await?;
    }
    let health = match reads_notes {
        true => health::read(practice, &id.to_string()).await.map(Some)?,
        false => None,
    };
    let passed = correspondence::of_client(practice, id).await?;
    let files = files::of_client(practice, id).await?;
    Ok(ComparedRecord {
        client: view::of(practice, id).await?,
        attached: AttachedCounts {
            notes: reads_notes.then_some(signed),
            bookings: store::how_many(practice, id, bookings::MADE).await?,
            sheets: store::how_many(practice, id, handouts::ATTACHED).await?,
            correspondence: i32::try_from(passed.len()).unwrap_or(i32::MAX),
            files: i32::try_from(files.len()).unwrap_or(i32::MAX),
            alerts: store::how_many(practice, id, alerts::HOLDING).await?,
        },
        recall: bookings::recall_said(practice, &id.to_string()).await?,
        health_version: health::version_of(practice, id).await?,
        health: health.filter(|health| health.version > 0),
        typing: drafts::who_changes(practice, &[id]).await?,
    })
}
