//! A client, always valid.

use std::collections::BTreeSet;
use std::ops::Deref;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::checks::{Checks, FieldProblem};
use crate::error::Result;
use crate::folding::fold;
use crate::ids::PersonId;

use super::contact::{self, AddressInput, EmailInput, PhoneInput, few};
use super::custom::{self, CustomField, CustomValue};
use super::filter::age_on;
use super::relation::{self, RelationInput};
use super::standing::{ClientStatus, Sex};

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
    /// The sex of the body.
    pub sex: Sex,
    /// Gender in the client's words.
    pub gender: String,
    /// Telephone numbers, the preferred one first.
    pub phones: Vec<PhoneInput>,
    /// Email addresses, the preferred one first.
    pub emails: Vec<EmailInput>,
    /// Postal addresses, the preferred one first.
    pub addresses: Vec<AddressInput>,
    /// The language they speak best, BCP 47, or nothing.
    pub language: String,
    /// What they do for a living.
    pub occupation: String,
    /// The people around them.
    pub relations: Vec<RelationInput>,
    /// Their general practitioner.
    pub gp_name: String,
    /// The number of the general practitioner.
    pub gp_phone: String,
    /// The address of the general practitioner, lines as on a letter.
    pub gp_address: String,
    /// Who sent them.
    pub referrer: String,
    /// Their numbers with health funds.
    pub funds: Vec<FundInput>,
    /// Words the practice sorts its clients by, in alphabetical order.
    pub tags: Vec<String>,
    /// What they say in the custom fields, in the order of the form.
    pub custom: Vec<CustomValue>,
    /// How they stand with the practice.
    pub status: ClientStatus,
    /// Since when, ISO, or nothing; of somebody who is active, nothing.
    pub status_since: String,
    /// Anything else the desk should know.
    pub notes: String,
    /// The person who answers for the client; empty for the whole practice.
    pub responsible: String,
}

/// How many tags a client has at most.
pub(super) const MOST_TAGS: u32 = 30;
/// How long a tag is at most, in characters.
pub(super) const TAG_LENGTH: u32 = 40;

/// A number with a health fund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FundInput {
    /// The fund.
    pub fund: String,
    /// The client's number there.
    pub number: String,
}

/// A client whose fields have been checked: trimmed, within limits, a real birth date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Client(ClientInput);

impl Deref for Client {
    type Target = ClientInput;

    fn deref(&self) -> &ClientInput {
        &self.0
    }
}

impl ClientInput {
    /// Checks every field, with the custom `fields` of the practice, and reports all problems at once. Limits are in characters and far above real life.
    pub(super) fn validate(&self, today: NaiveDate, fields: &[CustomField]) -> Result<Client> {
        let mut checks = Checks::default();
        let given_name = checks.line("given_name", &self.given_name, 100);
        let family_name = checks.line("family_name", &self.family_name, 100);
        if given_name.is_empty() && family_name.is_empty() {
            checks.note("given_name", FieldProblem::Required);
        }
        if !self.responsible.is_empty() && PersonId::parse(&self.responsible).is_err() {
            checks.note("responsible", FieldProblem::UnknownValue);
        }
        let since = checks.past_day("status_since", &self.status_since, today);
        let died = since.filter(|_| self.status == ClientStatus::Deceased);
        let client = Self {
            given_name,
            family_name,
            preferred_name: checks.line("preferred_name", &self.preferred_name, 100),
            pronouns: checks.line("pronouns", &self.pronouns, 40),
            birth_date: written(checks.birth_date("birth_date", &self.birth_date, today, died)),
            sex: self.sex,
            gender: checks.line("gender", &self.gender, 60),
            phones: contact::phones(&mut checks, &self.phones),
            emails: contact::emails(&mut checks, &self.emails),
            addresses: contact::addresses(&mut checks, &self.addresses),
            language: language(&mut checks, &self.language),
            occupation: checks.line("occupation", &self.occupation, 100),
            relations: relation::relations(&mut checks, &self.relations),
            gp_name: checks.line("gp_name", &self.gp_name, 200),
            gp_phone: checks.phone("gp_phone", &self.gp_phone),
            gp_address: checks.lines("gp_address", &self.gp_address, 500),
            referrer: checks.line("referrer", &self.referrer, 200),
            funds: funds(&mut checks, &self.funds),
            tags: tags(&mut checks, &self.tags),
            custom: custom::checked(&mut checks, fields, &self.custom),
            status: self.status,
            status_since: written(since.filter(|_| self.status != ClientStatus::Active)),
            notes: checks.lines("notes", &self.notes, 10_000),
            responsible: self.responsible.clone(),
        };
        checks.finish()?;
        Ok(Client(client))
    }
}

pub(super) fn written(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn language(checks: &mut Checks, typed: &str) -> String {
    let language = checks.line("language", typed, 35);
    if !language.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        checks.note("language", FieldProblem::UnknownValue);
    }
    language
}

/// The numbers with health funds that were typed, without the blank lines.
fn funds(checks: &mut Checks, typed: &[FundInput]) -> Vec<FundInput> {
    few(checks, "funds", typed.len(), 10);
    typed
        .iter()
        .enumerate()
        .map(|(at, line)| FundInput {
            fund: checks.line(format!("funds.{at}.fund"), &line.fund, 100),
            number: checks.line(format!("funds.{at}.number"), &line.number, 60),
        })
        .filter(|line| !line.fund.is_empty() || !line.number.is_empty())
        .collect()
}

/// The tags that were typed, each once however it is written, in alphabetical order.
fn tags(checks: &mut Checks, typed: &[String]) -> Vec<String> {
    few(checks, "tags", typed.len(), MOST_TAGS);
    let mut seen = BTreeSet::new();
    let mut tags: Vec<String> = typed
        .iter()
        .map(|tag| checks.line("tags", tag, TAG_LENGTH))
        .filter(|tag| !tag.is_empty() && seen.insert(fold(tag)))
        .collect();
    tags.sort_by_cached_key(|tag| fold(tag));
    tags
}

impl Client {
    /// What a database holds of a client was checked when it was written.
    pub(super) fn stored(client: ClientInput) -> Self {
        Self(client)
    }

    /// The same, as a person would type it.
    pub(super) fn to_input(&self) -> ClientInput {
        self.0.clone()
    }

    /// Their age on a day in years, or at which they died; nothing where a day for it is not known.
    pub(super) fn age(&self, today: NaiveDate) -> Option<i32> {
        let until =
            if self.status == ClientStatus::Deceased { self.status_since.parse().ok() } else { Some(today) };
        Some(age_on(self.born()?, until?))
    }

    /// The day of their birth, if that is known.
    pub(super) fn born(&self) -> Option<NaiveDate> {
        self.birth_date.parse().ok()
    }

    /// Who answers for them; nothing for the whole practice.
    pub(super) fn answered_for_by(&self) -> Result<Option<PersonId>> {
        (!self.responsible.is_empty()).then(|| PersonId::parse(&self.responsible)).transpose()
    }

    /// The same client with somebody to answer for them.
    pub(super) fn with_responsible(mut self, person: Option<PersonId>) -> Self {
        self.0.responsible = person.map(|person| person.to_string()).unwrap_or_default();
        self
    }

    /// The same client with other people around them.
    pub(super) fn with_relations(mut self, people: Vec<RelationInput>) -> Self {
        self.0.relations = people;
        self
    }

    /// The names of the fields in which two clients differ, in the order of the form.
    pub(super) fn differences(&self, other: &Self) -> Vec<&'static str> {
        [
            ("given_name", self.given_name != other.given_name),
            ("family_name", self.family_name != other.family_name),
            ("preferred_name", self.preferred_name != other.preferred_name),
            ("pronouns", self.pronouns != other.pronouns),
            ("birth_date", self.birth_date != other.birth_date),
            ("sex", self.sex != other.sex),
            ("gender", self.gender != other.gender),
            ("occupation", self.occupation != other.occupation),
            ("phones", self.phones != other.phones),
            ("emails", self.emails != other.emails),
            ("addresses", self.addresses != other.addresses),
            ("language", self.language != other.language),
            ("relations", self.relations != other.relations),
            ("gp_name", self.gp_name != other.gp_name),
            ("gp_phone", self.gp_phone != other.gp_phone),
            ("gp_address", self.gp_address != other.gp_address),
            ("referrer", self.referrer != other.referrer),
            ("funds", self.funds != other.funds),
            ("tags", self.tags != other.tags),
            ("custom", self.custom != other.custom),
            ("status", self.status != other.status),
            ("status_since", self.status_since != other.status_since),
            ("responsible", self.responsible != other.responsible),
            ("notes", self.notes != other.notes),
        ]
        .into_iter()
        .filter_map(|(field, differs)| differs.then_some(field))
        .collect()
    }
}
