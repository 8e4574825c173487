//! What a health history says that has to be known before anything is done.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

use crate::error::Result;
use crate::ids::ClientId;
use crate::moment::Moment;
use crate::practice::Practice;
use crate::reader::Reader;

use super::model::{HealthFlagKind, HealthHistory, PregnancyState};
use super::{store, when};

/// Something that has to be known. Screens put it into words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Raised {
    /// Something makes some of a treatment unsafe.
    Flag {
        /// What it is.
        flag: HealthFlagKind,
        /// Since when: a year, a month or a day, or empty.
        since: String,
        /// Which one, where, how bad.
        note: String,
    },
    /// A child is on its way, hoped for, or just born.
    Pregnancy {
        /// How it stands; never [`PregnancyState::Ended`].
        state: PregnancyState,
        /// The day the child is due, ISO, or empty. It may have passed.
        due: String,
    },
    /// What they do not tolerate.
    Allergies {
        /// All of it that holds, in the order of the history.
        allergies: Vec<Allergy>,
    },
}

/// What somebody does not tolerate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Allergy {
    /// What it is.
    pub to: String,
    /// What happens; empty where it is not known.
    pub reaction: String,
}

/// Something that has to be known, and who said so last.
#[derive(Debug, Clone)]
pub(crate) struct RaisedAlert {
    pub(crate) raised: Raised,
    pub(crate) since: Moment,
    pub(crate) by: String,
}

/// What the histories of some clients raise today.
pub(crate) async fn raised_by(
    practice: &Practice,
    reader: &impl Reader,
    clients: &[ClientId],
) -> Result<HashMap<ClientId, Vec<RaisedAlert>>> {
    let mut found = HashMap::new();
    for stored in store::latest_of(reader, clients).await? {
        let raised: Vec<RaisedAlert> = raised(&stored.history, practice.today())
            .into_iter()
            .map(|raised| RaisedAlert { raised, since: stored.saved_at.into(), by: stored.by.clone() })
            .collect();
        if !raised.is_empty() {
            found.insert(stored.client, raised);
        }
    }
    Ok(found)
}

fn raised(history: &HealthHistory, today: NaiveDate) -> Vec<Raised> {
    let mut raised = Vec::new();
    for flag in history.flags.iter().filter(|flag| when::holds(&flag.until, today)) {
        raised.push(Raised::Flag { flag: flag.kind, since: flag.since.clone(), note: flag.note.clone() });
    }
    if let Some(pregnancy) = &history.pregnancy
        && pregnancy.state != PregnancyState::Ended
    {
        raised.push(Raised::Pregnancy { state: pregnancy.state, due: pregnancy.due.clone() });
    }
    let allergies: Vec<Allergy> = history
        .allergies
        .iter()
        .filter(|line| when::holds(&line.until, today))
        .map(|line| Allergy { to: line.what.clone(), reaction: line.detail.clone() })
        .collect();
    if !allergies.is_empty() {
        raised.push(Raised::Allergies { allergies });
    }
    raised
}
