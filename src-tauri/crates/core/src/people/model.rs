//! Somebody who works here, always valid.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::checks::{Checks, FieldProblem};

/// The hues a person can have in the calendar and beside their name.
const COLOURS: std::ops::RangeInclusive<i32> = 1..=8;

/// What a person typed about somebody who works here. Everything but the name may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PersonInput {
    /// Their name.
    pub name: String,
    /// Letters behind the name, for example "R.Ac.".
    pub credentials: String,
    /// Their number in the register of their profession.
    pub registration: String,
    /// One of eight hues, 1 to 8.
    pub colour: i32,
    /// Lines below their name where they sign a letter or a sheet.
    pub signature_block: String,
    /// Their last day, ISO date; empty for as long as they work here.
    pub access_until: String,
    /// The name on their own letterhead; empty for the practice's.
    pub letterhead_name: String,
    /// Address and telephone on it.
    pub letterhead_line: String,
    /// Their own tax number.
    pub tax_number: String,
}

/// The same, checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) credentials: String,
    pub(crate) registration: String,
    pub(crate) colour: i32,
    pub(crate) signature_block: String,
    pub(crate) access_until: Option<NaiveDate>,
    pub(crate) letterhead_name: String,
    pub(crate) letterhead_line: String,
    pub(crate) tax_number: String,
}

impl Person {
    /// Somebody of whom no more than name and credentials is known yet.
    pub(crate) fn named(name: &str, credentials: &str) -> Self {
        Self { name: name.to_owned(), credentials: credentials.to_owned(), colour: 1, ..Self::default() }
    }
}

impl PersonInput {
    /// Checks every field and notes all problems under `person.`.
    pub(super) fn check(&self, checks: &mut Checks) -> Person {
        if !COLOURS.contains(&self.colour) {
            checks.note("person.colour", FieldProblem::UnknownValue);
        }
        Person {
            name: checks.required("person.name", &self.name, 100),
            credentials: checks.line("person.credentials", &self.credentials, 60),
            registration: checks.line("person.registration", &self.registration, 60),
            colour: self.colour,
            signature_block: checks.lines("person.signature_block", &self.signature_block, 300),
            access_until: checks.date("person.access_until", &self.access_until),
            letterhead_name: checks.line("person.letterhead_name", &self.letterhead_name, 100),
            letterhead_line: checks.line("person.letterhead_line", &self.letterhead_line, 200),
            tax_number: checks.line("person.tax_number", &self.tax_number, 60),
        }
    }
}

/// Whether somebody can take the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// They can.
    Active,
    /// Not for now.
    Suspended,
    /// They left; what they signed stays.
    Removed,
}

impl Status {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Removed => "removed",
        }
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        [Self::Active, Self::Suspended, Self::Removed].into_iter().find(|status| status.name() == name)
    }
}

impl From<hegu_vault::Status> for Status {
    fn from(status: hegu_vault::Status) -> Self {
        match status {
            hegu_vault::Status::Active => Self::Active,
            hegu_vault::Status::Suspended => Self::Suspended,
            hegu_vault::Status::Removed => Self::Removed,
        }
    }
}
