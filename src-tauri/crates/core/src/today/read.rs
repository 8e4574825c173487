//! Reads the day.

use std::collections::HashMap;

use chrono::Days;
use serde::Serialize;
use specta::Type;

use crate::backup::{self, CopyWanted};
use crate::bookings::{self, DiaryView, OpenDiary};
use crate::clients::{self, ClientRow};
use crate::correspondence::{self, FollowUpDue};
use crate::drafts::{self, DraftRow};
use crate::error::Result;
use crate::handouts;
use crate::moment::Moment;
use crate::people::Permission;
use crate::practice::Practice;

/// Everything for this day.
#[derive(Debug, Serialize, Type)]
pub struct TodayView {
    /// The day, ISO.
    pub date: String,
    /// The diary of this day and of the next.
    pub diary: DiaryView,
    /// What this person has not finished, newest first.
    pub unfinished: Vec<DraftRow>,
    /// What has to be followed up, the longest due first.
    pub follow_ups: Vec<FollowUpDue>,
    /// Sheets given today, newest first.
    pub given: Vec<GivenToday>,
    /// Clients registered today, newest first.
    pub registered: Vec<ClientRow>,
    /// Clients whose pages were opened last.
    pub recent: Vec<ClientRow>,
    /// How many clients there are.
    pub clients: i32,
    /// How many sheets there are.
    pub sheets: i32,
    /// That a copy outside this computer is wanted, for whoever looks after them.
    pub copy_wanted: Option<CopyWanted>,
    /// That it should be tried whether the records would come back.
    pub try_restore_wanted: bool,
}

/// A sheet given today.
#[derive(Debug, Serialize, Type)]
pub struct GivenToday {
    /// Names the given sheet.
    pub id: String,
    /// To whom.
    pub client: String,
    /// Their full name.
    pub client_name: String,
    /// The sheet's title.
    pub title: String,
    /// When (UTC milliseconds).
    pub at: Moment,
}

/// Reads the day for the person at the keyboard.
pub async fn read(practice: &Practice) -> Result<TodayView> {
    practice.permit(Permission::ReadClients).await?;
    let today = practice.today();
    let tomorrow = today + Days::new(1);
    let from = practice.start_of(today);
    let given = handouts::given_from(practice, from).await?;
    let ids: Vec<String> = given.iter().map(|row| row.client.clone()).collect();
    let names: HashMap<String, String> =
        clients::names_of(practice, practice, &ids).await?.into_iter().collect();
    let given = given
        .into_iter()
        .filter(|row| names.contains_key(&row.client))
        .map(|row| GivenToday {
            client_name: names.get(&row.client).cloned().unwrap_or_default(),
            id: row.id,
            client: row.client,
            title: row.title,
            at: row.given_at.into(),
        })
        .collect();
    Ok(TodayView {
        date: today.to_string(),
        diary: bookings::diary(practice, OpenDiary { from: today.to_string(), until: tomorrow.to_string() })
            .await?,
        unfinished: drafts::list(practice).await?,
        follow_ups: correspondence::due(practice).await?,
        given,
        registered: clients::registered_on(practice, from).await?,
        recent: clients::opened_lately(practice, 8).await?,
        clients: clients::count(practice).await?,
        sheets: handouts::count(practice).await?,
        copy_wanted: backup::copy_wanted(practice),
        try_restore_wanted: backup::try_restore_wanted(practice).await?,
    })
}
