//! Who is due again, and who has not come for long.

use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::Action;
use crate::bookings::setup;
use crate::bookings::store::{self, SaidRecall};
use crate::bookings::view::{BookedClient, booked};
use crate::bookings::wall_of;
use crate::checks::{Checks, FieldProblem};
use crate::clients::{self, ClientStatus};
use crate::error::{Error, Result};
use crate::ids::ClientId;
use crate::notes;
use crate::people::Permission;
use crate::practice::Practice;

use super::contact::{self, ContactMade};
use super::model::ContactAbout;

/// Whoever was last here longer ago is not asked: they have gone elsewhere.
const FORGOTTEN_AFTER: u64 = 366;
/// No list is called that is longer.
const MOST: usize = 300;
/// What was tried in the last weeks shows, so that nobody is called twice.
const TRIED_WITHIN: i64 = 60 * 24 * 60 * 60 * 1000;

/// Whom to list.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct ListRecalls {
    /// Whoever has not come for so many weeks has lapsed; 2 to 52.
    pub lapsed_after_weeks: i32,
}

/// Somebody to ask whether they will come again.
#[derive(Debug, Clone, Serialize, Type)]
pub struct RecallView {
    /// Who.
    pub client: BookedClient,
    /// Why.
    pub reason: RecallReason,
    /// The day they were to come again, ISO; nothing for those who lapsed.
    pub due: Option<String>,
    /// The day of their last visit, ISO.
    pub last_visit: Option<String>,
    /// What was written about it; may be empty.
    pub note: String,
    /// Who tried to reach them about it.
    pub contacts: Vec<ContactMade>,
}

/// Why somebody is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RecallReason {
    /// It was said that they should come again by now.
    Due,
    /// They have not come for long.
    Lapsed,
}

/// When somebody should come again.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct KeepRecall {
    /// Who.
    pub client: String,
    /// The version that was changed; nothing where nothing was said.
    pub version: Option<i32>,
    /// Whether they are asked.
    pub ask: AskAgain,
    /// The day, ISO, where one is said.
    pub due: String,
    /// What to know for the call; may be empty.
    pub note: String,
}

/// Whether somebody is asked to come again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AskAgain {
    /// On a day.
    OnDay,
    /// When they have not come for long, like everybody.
    WhenLapsed,
    /// Not at all.
    Never,
}

/// Who is due again and who has lapsed, if nothing is booked for them: those due first, then who was here last. People who
/// are somebody else's to see are left out.
pub async fn recall_list(practice: &Practice, input: ListRecalls) -> Result<Vec<RecallView>> {
    practice.permit(Permission::ReadBookings).await?;
    let weeks = u64::try_from(input.lapsed_after_weeks.clamp(2, 52)).unwrap_or(2);
    let zone = setup::zone_of(practice, practice.clock()).await?;
    let today = wall_of(practice.now(), zone).date();
    let since = today - Days::new(FORGOTTEN_AFTER);
    let lapsed_before = today - Days::new(weeks * 7);
    let mut last: HashMap<ClientId, NaiveDate> = HashMap::new();
    let noted = notes::last_days_since(practice, since).await?;
    for (client, day) in store::done_since(practice, since).await?.into_iter().chain(noted) {
        let known = last.entry(client).or_insert(day);
        *known = day.max(*known);
    }
    let mut said = store::recalls(practice).await?;
    // Who came since it was said when they should, did; "not at all" is for good.
    said.retain(|client, said| {
        let day = wall_of(said.at, zone).date();
        said.due.is_none() || last.get(client).is_none_or(|last| *last <= day)
    });
    let booked_on = store::booked_from(practice, today).await?;
    let due = said.iter().filter_map(|(client, said)| Some((*client, said.due.filter(|due| *due <= today)?)));
    let mut due: Vec<_> = due.filter(|(client, _)| !booked_on.contains(client)).collect();
    due.sort_by_key(|(client, day)| (*day, *client));
    let lapsed = last.iter().filter(|(client, day)| {
        **day < lapsed_before && !said.contains_key(client) && !booked_on.contains(client)
    });
    let mut lapsed: Vec<_> = lapsed.map(|(client, day)| (*client, *day)).collect();
    lapsed.sort_by_key(|(client, day)| (std::cmp::Reverse(*day), *client));
    let mut wanted: Vec<ClientId> = due.iter().chain(&lapsed).map(|(client, _)| *client).collect();
    let mut rows = clients::rows_of(practice, &wanted).await?;
    // Nobody is asked to come whose record was put away, whose treatment is over or who has died, and who is inactive only where a day was said.
    let due_ids: HashSet<String> = due.iter().map(|(client, _)| client.to_string()).collect();
    rows.retain(|row| row.put_away.is_none());
    rows.retain(|row| match row.status {
        ClientStatus::Active => true,
        ClientStatus::Inactive => due_ids.contains(&row.id),
        ClientStatus::Discharged | ClientStatus::Deceased => false,
    });
    let rows: HashMap<String, BookedClient> = rows.iter().map(|row| (row.id.clone(), booked(row))).collect();
    // Only those whom this person may see count towards the length of the list.
    wanted.retain(|client| rows.contains_key(&client.to_string()));
    wanted.truncate(MOST);
    let contacts = contact::made_since(practice, &wanted, practice.now() - TRIED_WITHIN).await?;
    let view = |client: ClientId| {
        let row = rows.get(&client.to_string())?.clone();
        let said = said.get(&client);
        let due = said.and_then(|said| said.due);
        Some(RecallView {
            reason: if due.is_some() { RecallReason::Due } else { RecallReason::Lapsed },
            due: due.map(|day| day.to_string()),
            last_visit: last.get(&client).map(ToString::to_string),
            note: said.map(|said| said.note.clone()).unwrap_or_default(),
            contacts: contacts
                .iter()
                .filter(|made| made.about == ContactAbout::Recall && made.client == row.id)
                .cloned()
                .collect(),
            client: row,
        })
    };
    Ok(wanted.into_iter().filter_map(view).collect())
}

/// What was said of when somebody should come again.
#[derive(Debug, Clone, Serialize, Type)]
pub struct RecallSaid {
    /// Whether they are asked.
    pub ask: AskAgain,
    /// The day, ISO; empty where none was said.
    pub due: String,
    /// What to know for the call; may be empty.
    pub note: String,
    /// The version; nothing where nothing was said.
    pub version: Option<i32>,
}

/// What was said of somebody; where nothing was, they are asked like everybody.
pub async fn recall_said(practice: &Practice, client: &str) -> Result<RecallSaid> {
    practice.permit(Permission::ReadBookings).await?;
    let client = ClientId::parse(client)?;
    let client = clients::permit(practice, client).await?;
    let said = store::recalls(practice).await?.remove(&client);
    Ok(match said {
        Some(SaidRecall { due, note, version, .. }) => RecallSaid {
            ask: if due.is_some() { AskAgain::OnDay } else { AskAgain::Never },
            due: due.map(|day| day.to_string()).unwrap_or_default(),
            note,
            version: Some(version),
        },
        None => {
            RecallSaid { ask: AskAgain::WhenLapsed, due: String::new(), note: String::new(), version: None }
        }
    })
}

/// Says when somebody should come again, that they are asked like everybody, or that they are not asked at all;
/// [`Error::Stale`] when somebody else said so since.
pub async fn keep_recall(practice: &Practice, input: KeepRecall) -> Result<()> {
    practice.permit(Permission::EditBookings).await?;
    let client = ClientId::parse(&input.client)?;
    let client = clients::permit(practice, client).await?;
    let mut checks = Checks::default();
    let due = match input.ask {
        AskAgain::OnDay => checks.day("due", &input.due),
        AskAgain::WhenLapsed | AskAgain::Never => None,
    };
    let today = setup::today(practice).await?;
    if due.is_some_and(|day| day < today) {
        checks.note("due", FieldProblem::InThePast);
    }
    let note = checks.lines("note", &input.note, 500);
    checks.finish()?;
    let mut change = practice.change(Action::RecallKept).await?;
    let said = store::recalls(&change).await?.remove(&client);
    let version = said.as_ref().map(|SaidRecall { version, .. }| *version);
    if version != input.version {
        return Err(Error::Stale { id: client.to_string(), version: version.unwrap_or(0) });
    }
    match input.ask {
        AskAgain::WhenLapsed => store::remove_recall(&mut change, client).await?,
        AskAgain::OnDay | AskAgain::Never => store::write_recall(&mut change, client, due, &note).await?,
    }
    change.commit(client).await
}
