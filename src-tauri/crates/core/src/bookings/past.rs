//! A client's visits and the tries to reach them, as their timeline tells them. What is still to come is left out: it stands
//! beside the timeline. Whoever asks has opened the client's record, so that nothing is asked of permissions here.

use serde::Serialize;
use specta::Type;

use crate::error::{Error, Result};
use crate::ids::ClientId;
use crate::moment::Moment;
use crate::practice::Practice;

use super::model::BookingStatus;
use super::store;
use super::waiting::{ContactAbout, ContactOutcome};

/// A visit of a client, and the last word on it.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ClientVisit {
    /// The booking.
    pub id: String,
    /// When it began or was to begin, on the clinic's wall: "2026-05-12T10:15".
    pub start: String,
    /// For what; nothing where nothing was said.
    pub service: Option<String>,
    /// The name of whoever it was with.
    pub practitioner: String,
    /// What became of it.
    pub status: BookingStatus,
    /// Who said so; empty where nobody did.
    pub said_by: String,
    /// Why; may be empty.
    pub reason: String,
    /// Whether it is charged although it did not come about.
    pub fee: bool,
}

impl ClientVisit {
    /// Its day on the clinic's wall, ISO.
    pub(crate) fn day(&self) -> &str {
        self.start.split('T').next().unwrap_or_default()
    }
}

/// A try to reach a client about a visit, or to offer one.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ClientTried {
    /// The try.
    pub id: String,
    /// Who tried.
    pub by: String,
    /// Why.
    pub about: ContactAbout,
    /// What came of it.
    pub outcome: ContactOutcome,
    /// When the visit it was about is or was, on the clinic's wall; nothing where it was about none.
    pub visit: Option<String>,
}

/// What became of a client's visits: when, and what. A visit that was cancelled is told of when that was.
pub(crate) async fn visits_of(practice: &Practice, client: ClientId) -> Result<Vec<(Moment, ClientVisit)>> {
    let mut visits = Vec::new();
    for row in store::visited(practice, client, practice.now()).await? {
        let status = BookingStatus::from_name(&row.status).ok_or_else(|| unknown("status of a booking"))?;
        let cancelled = matches!(status, BookingStatus::Cancelled | BookingStatus::CancelledLate);
        let at = row.said_at.filter(|_| cancelled).unwrap_or(row.start_at);
        let visit = ClientVisit {
            id: row.id,
            start: row.wall,
            service: row.service,
            practitioner: row.practitioner,
            status,
            said_by: row.said_by.unwrap_or_default(),
            reason: row.reason.unwrap_or_default(),
            fee: row.fee.is_some_and(|fee| fee != 0),
        };
        visits.push((at.into(), visit));
    }
    Ok(visits)
}

/// When somebody tried to reach a client, and what came of it.
pub(crate) async fn tries_of(practice: &Practice, client: ClientId) -> Result<Vec<(Moment, ClientTried)>> {
    let mut tries = Vec::new();
    for row in store::tried(practice, client).await? {
        let tried = ClientTried {
            id: row.id,
            by: row.by,
            about: ContactAbout::from_name(&row.about).ok_or_else(|| unknown("reason of a call"))?,
            outcome: ContactOutcome::from_name(&row.outcome).ok_or_else(|| unknown("outcome of a call"))?,
            visit: row.wall,
        };
        tries.push((row.at.into(), tried));
    }
    Ok(tries)
}

fn unknown(what: &'static str) -> Error {
    Error::unexpected(what, "unknown name")
}
