//! Which clients a list shows, and in which order.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::put_away::RecordPlace;
use super::standing::ClientStatus;

/// Which clients are shown. What is left empty shows everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ClientFilter {
    /// Where the record lies; nothing for those in use, and while somebody is searched for also those in the archive.
    #[serde(default)]
    #[specta(optional)]
    pub lying: Option<RecordPlace>,
    /// Who stands so with the practice.
    pub statuses: Vec<ClientStatus>,
    /// Who has one of these tags, in whatever capitals and accents.
    pub tags: Vec<String>,
    /// Whom this person answers for.
    pub responsible: Option<String>,
    /// How old they are.
    pub ages: Ages,
    /// The month they were born in, 1 to 12, in whichever year.
    pub birth_month: Option<u32>,
}

/// How old the clients are that are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Ages {
    /// Of every age, and of none that is known.
    #[default]
    Every,
    /// Under eighteen today.
    Minors,
    /// Eighteen or more today.
    Adults,
}

impl Ages {
    /// Whether somebody of so many years is shown.
    pub(super) fn show(self, years: Option<i32>) -> bool {
        match self {
            Self::Every => true,
            Self::Minors => years.is_some_and(|years| years < 18),
            Self::Adults => years.is_some_and(|years| years >= 18),
        }
    }
}

/// In which order clients are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ClientOrder {
    /// By what.
    pub by: ClientColumn,
    /// The other way round: Z before A, the youngest and the newest first.
    pub down: bool,
}

/// What clients can be sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ClientColumn {
    /// The family name, and the best matches first while somebody searches.
    #[default]
    Name,
    /// The birth date. Who has none comes last, either way round.
    Born,
    /// The number of the card.
    Number,
    /// When they were registered.
    Registered,
}

/// Whole years between a birth date and a day; somebody born on 29 February turns a year older on 1 March.
pub(super) fn age_on(born: NaiveDate, day: NaiveDate) -> i32 {
    let had_birthday = (day.month(), day.day()) >= (born.month(), born.day());
    day.year() - born.year() - i32::from(!had_birthday)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn age_changes_on_the_birthday() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let born = day(1964, 3, 3);
        assert_eq!(age_on(born, day(2026, 3, 2)), 61);
        assert_eq!(age_on(born, day(2026, 3, 3)), 62);
        let leap = day(2008, 2, 29);
        assert_eq!(age_on(leap, day(2026, 2, 28)), 17, "still a minor on the eve");
        assert_eq!(age_on(leap, day(2026, 3, 1)), 18);
    }
}
