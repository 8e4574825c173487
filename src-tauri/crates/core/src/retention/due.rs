//! The records whose time is over.

use serde::Serialize;
use specta::Type;

use crate::clients::{self, ClientRow};
use crate::error::Result;
use crate::people::Permission;
use crate::practice::Practice;

use super::rule::RetentionRule;
use super::store;

/// How many are shown at once.
const MOST: usize = 200;

/// What need not be kept any more.
#[derive(Debug, Serialize, Type)]
pub struct DueRecords {
    /// The rule in force; nothing where the practice has not chosen one, and then nothing is due.
    pub rule: Option<RetentionRule>,
    /// What has been due longest first, at most two hundred.
    pub rows: Vec<DueRecord>,
    /// How many there are.
    pub total: i32,
    /// How many more would be due and are held.
    pub held: i32,
}

/// A record whose time is over.
#[derive(Debug, Serialize, Type)]
pub struct DueRecord {
    /// Whose.
    pub client: ClientRow,
    /// The last entry, ISO; the registration where nothing was written.
    pub last_entry: String,
    /// The last day on which it had to be kept, ISO.
    pub until: String,
    /// Nobody knows whether they were a child, whose record would be kept longer.
    pub age_unknown: bool,
}

/// The records that need not be kept any more by the rule in force. What is held is none of them.
pub async fn due(practice: &Practice) -> Result<DueRecords> {
    practice.permit(Permission::CloseRecords).await?;
    let rule = store::rules(practice).await?.into_iter().find(|rule| rule.in_force);
    let Some(rule) = rule else { return Ok(DueRecords { rule: None, rows: Vec::new(), total: 0, held: 0 }) };
    let today = practice.today();
    let mut due = Vec::new();
    let mut held = 0;
    // Whatever the rule says of children, nothing is due that was written less than its years ago: those alone are read.
    let before = today - chrono::Months::new(12 * rule.years.unsigned_abs());
    for record in store::old_records(practice, rule.counted_from, before).await? {
        let kept = rule.keeps(&record.days, record.born);
        if kept.day >= today {
            continue;
        }
        if record.held {
            held += 1;
        } else {
            due.push((kept, record));
        }
    }
    due.sort_by_key(|(kept, record)| (kept.day, record.client));
    let total = i32::try_from(due.len()).unwrap_or(i32::MAX);
    due.truncate(MOST);
    let ids: Vec<_> = due.iter().map(|(_, record)| record.client).collect();
    let clients = clients::rows_ever_of(practice, &ids).await?;
    let row = |(client, (kept, record)): (ClientRow, (super::rule::KeptUntil, store::OldRecord))| DueRecord {
        client,
        last_entry: record.days.last.to_string(),
        until: kept.day.to_string(),
        age_unknown: kept.age_unknown,
    };
    Ok(DueRecords { rule: Some(rule), rows: clients.into_iter().zip(due).map(row).collect(), total, held })
}
