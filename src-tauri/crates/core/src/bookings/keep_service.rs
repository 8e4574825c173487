//! Keeps something that can be booked.

use serde::Deserialize;
use specta::Type;

use crate::audit::Action;
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::ids::ServiceId;
use crate::people::Permission;
use crate::practice::Practice;

use super::keep_room::within;
use super::model::{self, VisitPart};
use super::pattern::Pattern;
use super::setup::{self, DiarySetup};
use super::store;

/// A service as it was typed.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct ServiceInput {
    /// What it is called: "Follow-up".
    pub name: String,
    /// One of eight hues, 1 to 8.
    pub colour: i32,
    /// Its parts.
    pub parts: Vec<VisitPart>,
    /// So many minutes before it the room is made ready.
    pub before: i32,
    /// And so many after it.
    pub after: i32,
    /// What it costs, as people write it: "85" or "85.50"; empty where nothing is said.
    pub price: String,
    /// In which currency (ISO 4217); needed with a price.
    pub currency: String,
    /// Whether nobody is booked for it any more.
    pub retired: bool,
}

/// A service to keep.
#[derive(Debug, Deserialize, Type)]
pub struct KeepService {
    /// The service that is changed, or nothing for a new one.
    pub id: Option<String>,
    /// The version this was typed over; nothing for a new one.
    pub version: Option<i32>,
    /// The service.
    pub service: ServiceInput,
}

/// A checked service.
#[derive(Debug, Clone)]
pub(super) struct Service {
    pub(super) name: String,
    pub(super) colour: i32,
    pub(super) pattern: Pattern,
    pub(super) before: i32,
    pub(super) after: i32,
    /// In minor units.
    pub(super) price: Option<i64>,
    pub(super) currency: String,
    pub(super) retired: bool,
}

/// Adds a service or changes one, or answers [`Error::Stale`] when somebody changed it since. What is booked already keeps
/// its length and its parts.
pub async fn keep_service(practice: &Practice, input: KeepService) -> Result<DiarySetup> {
    practice.permit(Permission::ChangePractice).await?;
    let service = input.service.validate()?;
    let known = input.id.as_deref().map(ServiceId::parse).transpose()?;
    let mut change = practice.change(Action::ServiceKept).await?;
    let mut checks = Checks::default();
    let others = store::services(&change).await?;
    if others.iter().any(|other| Some(other.id) != known && other.service.name == service.name) {
        checks.note("name", FieldProblem::NameTaken);
    }
    checks.finish()?;
    let id = match known {
        Some(id) => {
            let stored = others.iter().find(|other| other.id == id).ok_or(Error::NotFound)?;
            if input.version != Some(stored.version) {
                return Err(Error::Stale { id: id.to_string(), version: stored.version });
            }
            store::update_service(&mut change, id, &service).await?;
            id
        }
        None => {
            let id = ServiceId::new(practice.new_id()?);
            store::insert_service(&mut change, id, &service).await?;
            id
        }
    };
    change.commit(id).await?;
    setup::of(practice).await
}

impl ServiceInput {
    fn validate(&self) -> Result<Service> {
        let mut checks = Checks::default();
        let name = checks.required("name", &self.name, 60);
        let pattern = model::pattern(&mut checks, "parts", &self.parts);
        within(&mut checks, "before", self.before, 0, 120);
        within(&mut checks, "after", self.after, 0, 120);
        if !(1..=8).contains(&self.colour) {
            checks.note("colour", FieldProblem::UnknownValue);
        }
        let currency = checks.line("currency", &self.currency, 3).to_uppercase();
        let price = price(&mut checks, &self.price);
        if price.is_some() && (currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_uppercase()))
        {
            checks.note("currency", FieldProblem::UnknownValue);
        }
        checks.finish()?;
        let pattern = pattern.ok_or_else(|| Error::unexpected("a service", "a pattern without a problem"))?;
        let Self { colour, before, after, retired, .. } = *self;
        Ok(Service { name, colour, pattern, before, after, price, currency, retired })
    }
}

/// A price in minor units, from "85", "85.5" or "85,50". At most a hundred thousand.
fn price(checks: &mut Checks, text: &str) -> Option<i64> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let (whole, cents) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(cents) || cents.len() > 2 {
        checks.note("price", FieldProblem::NotANumber);
        return None;
    }
    let cents = if cents.len() == 1 { format!("{cents}0") } else { cents.to_owned() };
    match (whole.parse::<i64>(), cents.parse::<i64>()) {
        (Ok(whole), Ok(cents)) if whole < 100_000 => Some(100 * whole + cents),
        _ => {
            checks.too_much("price", 100_000);
            None
        }
    }
}

/// A price as people write it.
pub(super) fn written_price(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_is_read_as_people_write_it() {
        let read = |text: &str| {
            let mut checks = Checks::default();
            let price = price(&mut checks, text);
            checks.finish().map(|()| price).ok()
        };
        assert_eq!(read("85"), Some(Some(8_500)));
        assert_eq!((read(" 85.5 "), read("85,05")), (Some(Some(8_550)), Some(Some(8_505))));
        assert_eq!(read(""), Some(None), "nothing is said");
        for wrong in ["-1", "8.505", "free", "1e9", ".", "85.", "100000", "99999999999999999999"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!(written_price(8_505), "85.05");
    }
}
