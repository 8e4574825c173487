//! A client and a health history to take down.

use chrono::{DateTime, Duration, FixedOffset};
use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::clock::Clock;
use hegu_core::health::{
    self, HealthFlag, HealthFlagKind, HealthHistory, HealthLine, HealthView, KeepHealth, Pregnancy,
    PregnancyState,
};
use hegu_core::{Error, Practice};

pub(crate) async fn register(practice: &Practice, given_name: &str) -> String {
    let client = ClientInput { given_name: given_name.to_owned(), ..ClientInput::default() };
    let register = RegisterClient { client, despite_twins: true, draft: None };
    clients::register(practice, register).await.unwrap().id
}

pub(crate) fn line(what: &str, detail: &str) -> HealthLine {
    HealthLine { what: what.to_owned(), detail: detail.to_owned(), ..HealthLine::default() }
}

pub(crate) fn flag(kind: HealthFlagKind, since: &str, until: &str, note: &str) -> HealthFlag {
    HealthFlag { kind, since: since.to_owned(), until: until.to_owned(), note: note.to_owned() }
}

pub(crate) fn pregnant(state: PregnancyState, due: &str) -> HealthHistory {
    let pregnancy = Pregnancy { state, since: String::new(), due: due.to_owned(), note: String::new() };
    HealthHistory { pregnancy: Some(pregnancy), ..HealthHistory::default() }
}

pub(crate) async fn keep(
    practice: &Practice,
    client: &str,
    version: i32,
    history: HealthHistory,
) -> Result<HealthView, Error> {
    let keep = KeepHealth { client: client.to_owned(), version, history, reviewed: true, draft: None };
    health::keep(practice, keep).await
}

/// The practice some days after the test's day.
pub(crate) fn later(practice: &Practice, days: i64) -> Practice {
    let morning: DateTime<FixedOffset> = DateTime::parse_from_rfc3339("2026-05-12T10:57:00-07:00").unwrap();
    practice.at(Clock::Fixed(morning + Duration::days(days)))
}
