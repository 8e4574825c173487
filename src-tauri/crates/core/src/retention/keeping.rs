//! Until when a record is kept, and why.

use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

use crate::clients;
use crate::error::Result;
use crate::ids::ClientId;
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::hold::Hold;
use super::rule::RetentionRule;
use super::store;

/// Until when a record is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Keeping {
    /// The rule in force; nothing where the practice has not chosen one.
    pub rule: Option<RetentionRule>,
    /// The last entry, ISO; nothing where nothing is written in the record apart from the details.
    pub last_entry: Option<String>,
    /// The last visit, ISO.
    pub last_visit: Option<String>,
    /// The last day on which it has to be kept, ISO; nothing without a rule, and where nothing is written in it.
    pub until: Option<String>,
    /// Whether that day is over.
    pub due: bool,
    /// It is kept so long because they were a child.
    pub as_child: bool,
    /// Whether they were a child cannot be said: the birth date is not known.
    pub age_unknown: bool,
    /// What holds it beyond that.
    pub holds: Vec<Hold>,
}

/// Until when a record is kept, and why. The reason of a hold is for whoever decides about it.
pub async fn keeping(practice: &Practice, client: &str) -> Result<Keeping> {
    practice.permit(Permission::ReadClients).await?;
    let client = clients::permit(practice, ClientId::parse(client)?).await?;
    let mut keeping = as_it_stands(practice, practice.today(), client).await?;
    if !practice.actor().role.may(Permission::CloseRecords) {
        keeping.holds.iter_mut().for_each(|hold| hold.reason = None);
    }
    Ok(keeping)
}

/// The same on a day, for whoever decides about it.
pub(crate) async fn as_it_stands(
    reader: &impl Reader,
    today: NaiveDate,
    client: ClientId,
) -> Result<Keeping> {
    let rule = store::rules(reader).await?.into_iter().find(|rule| rule.in_force);
    let (days, written) = store::days(reader, client).await?;
    let born = store::born(reader, client).await?;
    let kept = rule.as_ref().filter(|_| written).map(|rule| rule.keeps(&days, born));
    Ok(Keeping {
        rule,
        last_entry: written.then(|| days.last.to_string()),
        last_visit: days.last_visit.map(|day| day.to_string()),
        until: kept.map(|kept| kept.day.to_string()),
        due: kept.is_some_and(|kept| kept.day < today),
        as_child: kept.is_some_and(|kept| kept.as_child),
        age_unknown: kept.is_some_and(|kept| kept.age_unknown),
        holds: store::holds(reader, client).await?,
    })
}
