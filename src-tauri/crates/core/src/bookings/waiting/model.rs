//! What waiting and calling are made of.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::ids::{BookingId, ClientId, PersonId, ServiceId};

/// What somebody who waits wants, checked.
#[derive(Debug, Clone)]
pub(in crate::bookings) struct Wait {
    pub(in crate::bookings) client: ClientId,
    /// For what; nothing for whatever fits.
    pub(in crate::bookings) service: Option<ServiceId>,
    /// With whom; nothing for whoever is free.
    pub(in crate::bookings) practitioner: Option<PersonId>,
    /// On which weekdays they can, 1 to 7; empty for every one.
    pub(in crate::bookings) weekdays: Vec<u8>,
    /// Not before this minute of the day.
    pub(in crate::bookings) not_before: u16,
    /// Over by this minute of the day.
    pub(in crate::bookings) over_by: u16,
    pub(in crate::bookings) urgent: bool,
    /// The last day on which it is of use.
    pub(in crate::bookings) until: NaiveDate,
    /// The booking they would give up.
    pub(in crate::bookings) instead_of: Option<BookingId>,
    pub(in crate::bookings) note: String,
}

impl Wait {
    /// The weekdays as they are stored: "135".
    pub(in crate::bookings) fn weekdays_written(&self) -> String {
        self.weekdays.iter().map(ToString::to_string).collect()
    }

    /// Whether they can come then and are gone in time. Who practises there and what else stands there is asked elsewhere.
    pub(in crate::bookings) fn can(&self, start: NaiveDateTime, minutes: u16) -> bool {
        let weekday = u8::try_from(start.weekday().number_from_monday()).unwrap_or(0);
        let from = start.hour() * 60 + start.minute();
        start.date() <= self.until
            && (self.weekdays.is_empty() || self.weekdays.contains(&weekday))
            && from >= u32::from(self.not_before)
            && from + u32::from(minutes) <= u32::from(self.over_by)
    }
}

/// Why somebody is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ContactAbout {
    /// A time is free for which they wait.
    Waiting,
    /// They are due again, or have not come for long.
    Recall,
    /// Their visit was called off, or moved because somebody runs late.
    CalledOff,
    /// Their visit comes up.
    Reminder,
}

impl ContactAbout {
    const ALL: [Self; 4] = [Self::Waiting, Self::Recall, Self::CalledOff, Self::Reminder];

    /// The stored name.
    pub(in crate::bookings) fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Recall => "recall",
            Self::CalledOff => "called_off",
            Self::Reminder => "reminder",
        }
    }

    pub(in crate::bookings) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|about| about.name() == name)
    }
}

/// What came of trying to reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ContactOutcome {
    /// They were spoken to.
    Reached,
    /// A message was left.
    Message,
    /// Nobody answered.
    NoAnswer,
    /// A text or a letter was sent.
    Sent,
}

impl ContactOutcome {
    const ALL: [Self; 4] = [Self::Reached, Self::Message, Self::NoAnswer, Self::Sent];

    /// The stored name.
    pub(in crate::bookings) fn name(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::Message => "message",
            Self::NoAnswer => "no_answer",
            Self::Sent => "sent",
        }
    }

    pub(in crate::bookings) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::IdSource;

    #[test]
    fn somebody_can_on_their_days_within_their_hours_and_until_their_last_day() {
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap();
        let wait = Wait {
            client: ClientId::new(IdSource::Random.next(0).unwrap()),
            service: None,
            practitioner: None,
            weekdays: vec![2, 4],
            not_before: 9 * 60,
            over_by: 12 * 60,
            urgent: false,
            until: NaiveDate::from_ymd_opt(2026, 5, 14).unwrap(),
            instead_of: None,
            note: String::new(),
        };
        assert!(wait.can(at("2026-05-12T09:00"), 60), "a Tuesday, from their first minute");
        assert!(wait.can(at("2026-05-14T11:00"), 60), "their last day, up to their last minute");
        assert!(!wait.can(at("2026-05-14T11:05"), 60), "over too late");
        assert!(!wait.can(at("2026-05-12T08:55"), 30), "too early");
        assert!(!wait.can(at("2026-05-13T09:00"), 60), "a Wednesday");
        assert!(!wait.can(at("2026-05-19T09:00"), 60), "after their last day");
        assert!(Wait { weekdays: vec![], ..wait }.can(at("2026-05-13T09:00"), 60), "every day");
    }
}
