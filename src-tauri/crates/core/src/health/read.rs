//! A health history as screens draw it, as it stands and as it stood.

use serde::Serialize;
use specta::Type;

use crate::audit::{self, Action};
use crate::checks::{Checks, FieldProblem};
use crate::clients;
use crate::error::Result;
use crate::ids::ClientId;
use crate::people::Permission;
use crate::practice::Practice;

use super::model::HealthHistory;
use super::store;

/// A health history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct HealthView {
    /// Whose it is.
    pub client: String,
    /// How often it was saved; 0 where nothing was taken down yet.
    pub version: i32,
    /// What it says.
    pub history: HealthHistory,
    /// When that was saved, and by whom; nothing at version 0.
    pub saved: Option<HealthSaved>,
    /// When all of it was last gone through with the client; nothing for never.
    pub reviewed: Option<HealthReviewView>,
    /// The days on which it was saved, ISO, the latest first, each once; nothing for an earlier day.
    pub savings: Vec<String>,
    /// What other records of theirs said on an earlier day, before those became part of this one.
    pub beside: Vec<HistoryBeside>,
}

/// What another record of the same person said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct HistoryBeside {
    /// The number of its card.
    pub number: i32,
    /// What it said.
    pub history: HealthHistory,
    /// Whether all of it had been gone through with the client by then: what is not there is none, and not unasked.
    pub reviewed: bool,
}

/// A saving.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct HealthSaved {
    /// The day at the clinic, ISO.
    pub day: String,
    /// By whom.
    pub by: String,
}

/// That all of it was gone through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct HealthReviewView {
    /// The review.
    pub id: String,
    /// The day at the clinic, ISO.
    pub day: String,
    /// By whom.
    pub by: String,
    /// Whether that was today, and nothing was saved since.
    pub today: bool,
}

/// A client's history as it stands.
pub async fn read(practice: &Practice, client: &str) -> Result<HealthView> {
    practice.permit(Permission::ReadNotes).await?;
    let client = ClientId::parse(client)?;
    let client = clients::permit(practice, client).await?;
    of(practice, client, None).await
}

/// A client's history as it stood at the end of a day (ISO), which may not be yet to come.
pub async fn on_day(practice: &Practice, client: &str, day: &str) -> Result<HealthView> {
    practice.permit(Permission::ReadNotes).await?;
    let client = ClientId::parse(client)?;
    let client = clients::permit(practice, client).await?;
    let mut checks = Checks::default();
    if day.trim().is_empty() {
        checks.note("day", FieldProblem::Required);
    }
    let day = checks.past_day("day", day, practice.today());
    checks.finish()?;
    let end = day.and_then(|day| day.succ_opt()).map(|next| practice.start_of(next));
    of(practice, client, end).await
}

/// The history before an instant (UTC milliseconds), or as it stands.
pub(super) async fn of(practice: &Practice, client: ClientId, before: Option<i64>) -> Result<HealthView> {
    let instant = before.unwrap_or(i64::MAX);
    let stored = store::before(practice, client, instant).await?;
    let review = store::reviews_before(practice, client, instant).await?.into_iter().next();
    let (mut savings, mut beside) = (Vec::new(), Vec::new());
    if before.is_none() {
        savings.extend(store::savings(practice, client).await?);
    }
    for (part, number, merged_at) in clients::parts_of(practice, client).await? {
        if before.is_none() {
            savings.extend(store::savings(practice, part).await?);
        } else if instant <= merged_at
            && let Some(said) = store::before(practice, part, instant).await?
        {
            let reviewed = !store::reviews_before(practice, part, instant).await?.is_empty();
            beside.push(HistoryBeside { number, history: said.history, reviewed });
        }
    }
    savings.sort_unstable_by(|one, other| other.cmp(one));
    let mut savings: Vec<String> = savings.into_iter().map(|at| practice.day_of(at).to_string()).collect();
    savings.dedup();
    let version = stored.as_ref().map_or(0, |stored| stored.version);
    Ok(HealthView {
        client: client.to_string(),
        version,
        saved: stored.as_ref().map(|stored| HealthSaved {
            day: practice.day_of(stored.saved_at).to_string(),
            by: stored.by.clone(),
        }),
        history: stored.map(|stored| stored.history).unwrap_or_default(),
        reviewed: review.map(|review| {
            let day = practice.day_of(review.reviewed_at);
            HealthReviewView {
                id: review.id,
                day: day.to_string(),
                by: review.by,
                today: review.version == version && day == practice.today(),
            }
        }),
        savings,
        beside,
    })
}

/// What was done with a history.
#[derive(Debug)]
pub(crate) struct HealthActs {
    /// When it was changed, by whom (an id), and the names of the parts.
    pub(crate) changed: Vec<(i64, String, Vec<String>)>,
    /// When it was gone through without a change, and the name of who did: no time is among those of `changed`.
    pub(crate) unchanged: Vec<(i64, String)>,
}

/// What was done with a client's history.
pub(crate) async fn acts_of(practice: &Practice, client: ClientId) -> Result<HealthActs> {
    let mut changed = Vec::new();
    for record in clients::records_in(practice, client).await? {
        for action in [Action::HealthKept, Action::HealthTakenBack] {
            for act in audit::of_client(practice, record, action).await? {
                let fields = act.fields();
                if !fields.is_empty() {
                    changed.push((act.at, act.person, fields));
                }
            }
        }
    }
    let unchanged = store::reviews_before(practice, client, i64::MAX)
        .await?
        .into_iter()
        .filter(|review| changed.iter().all(|(at, ..)| *at != review.reviewed_at))
        .map(|review| (review.reviewed_at, review.by))
        .collect();
    Ok(HealthActs { changed, unchanged })
}
