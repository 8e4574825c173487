//! A client, always valid.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::checks::{Checks, FieldProblem};
use crate::error::Result;
use crate::ids::PersonId;

/// What a person typed about a client. Everything but one of the two names may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ClientInput {
    /// Given name, as on papers.
    pub given_name: String,
    /// Family name, as on papers.
    pub family_name: String,
    /// What the client wants to be called.
    pub preferred_name: String,
    /// Pronouns in the client's words.
    pub pronouns: String,
    /// ISO date, or nothing.
    pub birth_date: String,
    /// Telephone numbers in order of preference.
    pub phones: Vec<PhoneInput>,
    /// Email address.
    pub email: String,
    /// Postal address, lines as written.
    pub address: String,
    /// Whom to call in an emergency.
    pub emergency_name: String,
    /// Their number.
    pub emergency_phone: String,
    /// What they are to the client.
    pub emergency_relation: String,
    /// Anything else the desk should know.
    pub notes: String,
    /// The person who answers for the client; empty for the whole practice.
    pub responsible: String,
}

/// One telephone number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PhoneInput {
    /// Where it rings.
    pub kind: PhoneKind,
    /// The number as people write it.
    pub number: String,
}

/// Where a telephone number rings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PhoneKind {
    /// In a pocket.
    Mobile,
    /// At home.
    Home,
    /// At work.
    Work,
    /// Elsewhere.
    Other,
}

impl PhoneKind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Mobile => "mobile",
            Self::Home => "home",
            Self::Work => "work",
            Self::Other => "other",
        }
    }

    pub(super) fn from_name(name: &str) -> Self {
        match name {
            "mobile" => Self::Mobile,
            "home" => Self::Home,
            "work" => Self::Work,
            _ => Self::Other,
        }
    }
}

/// A client whose fields have been checked: trimmed, within limits, a real birth date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Client {
    pub(super) given_name: String,
    pub(super) family_name: String,
    pub(super) preferred_name: String,
    pub(super) pronouns: String,
    pub(super) birth_date: Option<NaiveDate>,
    pub(super) phones: Vec<PhoneInput>,
    pub(super) email: String,
    pub(super) address: String,
    pub(super) emergency_name: String,
    pub(super) emergency_phone: String,
    pub(super) emergency_relation: String,
    pub(super) notes: String,
    pub(super) responsible: Option<PersonId>,
}

impl ClientInput {
    /// Checks every field and reports all problems at once. Limits are in characters and far above real life.
    pub(super) fn validate(&self, today: NaiveDate) -> Result<Client> {
        let mut checks = Checks::default();
        let given_name = checks.line("given_name", &self.given_name, 100);
        let family_name = checks.line("family_name", &self.family_name, 100);
        if given_name.is_empty() && family_name.is_empty() {
            checks.note("given_name", FieldProblem::Required);
        }
        let phones = self
            .phones
            .iter()
            .enumerate()
            .map(|(at, phone)| PhoneInput {
                kind: phone.kind,
                number: checks.phone(format!("phones.{at}.number"), &phone.number),
            })
            .filter(|phone| !phone.number.is_empty())
            .collect::<Vec<_>>();
        if phones.len() > 10 {
            checks.note("phones", FieldProblem::TooLong);
        }
        let client = Client {
            given_name,
            family_name,
            preferred_name: checks.line("preferred_name", &self.preferred_name, 100),
            pronouns: checks.line("pronouns", &self.pronouns, 40),
            birth_date: checks.past_day("birth_date", &self.birth_date, today),
            phones,
            email: checks.email("email", &self.email),
            address: checks.lines("address", &self.address, 500),
            emergency_name: checks.line("emergency_name", &self.emergency_name, 200),
            emergency_phone: checks.phone("emergency_phone", &self.emergency_phone),
            emergency_relation: checks.line("emergency_relation", &self.emergency_relation, 100),
            notes: checks.lines("notes", &self.notes, 10_000),
            responsible: match self.responsible.as_str() {
                "" => None,
                id => PersonId::parse(id)
                    .map_err(|_| checks.note("responsible", FieldProblem::UnknownValue))
                    .ok(),
            },
        };
        checks.finish()?;
        Ok(client)
    }
}

impl Client {
    /// The same, as a person would type it.
    pub(super) fn to_input(&self) -> ClientInput {
        ClientInput {
            given_name: self.given_name.clone(),
            family_name: self.family_name.clone(),
            preferred_name: self.preferred_name.clone(),
            pronouns: self.pronouns.clone(),
            birth_date: self.birth_date.map(|date| date.to_string()).unwrap_or_default(),
            phones: self.phones.clone(),
            email: self.email.clone(),
            address: self.address.clone(),
            emergency_name: self.emergency_name.clone(),
            emergency_phone: self.emergency_phone.clone(),
            emergency_relation: self.emergency_relation.clone(),
            notes: self.notes.clone(),
            responsible: self.responsible.map(|person| person.to_string()).unwrap_or_default(),
        }
    }

    /// The names of the fields in which two clients differ, in the order of the form.
    pub(super) fn differences(&self, other: &Self) -> Vec<&'static str> {
        [
            ("given_name", self.given_name != other.given_name),
            ("family_name", self.family_name != other.family_name),
            ("preferred_name", self.preferred_name != other.preferred_name),
            ("pronouns", self.pronouns != other.pronouns),
            ("birth_date", self.birth_date != other.birth_date),
            ("phones", self.phones != other.phones),
            ("email", self.email != other.email),
            ("address", self.address != other.address),
            ("emergency_name", self.emergency_name != other.emergency_name),
            ("emergency_phone", self.emergency_phone != other.emergency_phone),
            ("emergency_relation", self.emergency_relation != other.emergency_relation),
            ("notes", self.notes != other.notes),
            ("responsible", self.responsible != other.responsible),
        ]
        .into_iter()
        .filter_map(|(field, differs)| differs.then_some(field))
        .collect()
    }
}
