//! How a client is reached, and what may be said where.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::checks::Checks;

/// How many telephone numbers, email addresses or postal addresses a client may have.
const MOST: u32 = 10;

/// One telephone number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PhoneInput {
    /// Where it rings.
    pub kind: PhoneKind,
    /// The number as people write it.
    pub number: String,
    /// What the client allows there.
    pub allows: PhoneAllows,
}

impl PhoneInput {
    /// A number of which nothing more is known.
    #[must_use]
    pub fn new(kind: PhoneKind, number: impl Into<String>) -> Self {
        Self { kind, number: number.into(), allows: PhoneAllows::default() }
    }
}

/// What a client allows at a telephone number. Others may live or work where it rings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PhoneAllows {
    /// Words on a machine.
    pub voicemail: Allowed,
    /// Written messages.
    pub text: Allowed,
    /// To say who is calling.
    pub clinic_name: Allowed,
}

/// Whether something was allowed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Allowed {
    /// Nobody asked.
    #[default]
    Unasked,
    /// It is.
    Yes,
    /// It is not.
    No,
}

impl Allowed {
    pub(super) fn stored(self) -> Option<bool> {
        match self {
            Self::Unasked => None,
            Self::Yes => Some(true),
            Self::No => Some(false),
        }
    }

    pub(super) fn from_stored(stored: Option<bool>) -> Self {
        match stored {
            None => Self::Unasked,
            Some(true) => Self::Yes,
            Some(false) => Self::No,
        }
    }
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
        let mut known = [Self::Mobile, Self::Home, Self::Work].into_iter();
        known.find(|kind| kind.name() == name).unwrap_or(Self::Other)
    }
}

/// One email address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EmailInput {
    /// Whose eyes read it.
    pub kind: EmailKind,
    /// The address.
    pub email: String,
}

impl EmailInput {
    /// An address that is their own.
    #[must_use]
    pub fn personal(email: impl Into<String>) -> Self {
        Self { kind: EmailKind::Personal, email: email.into() }
    }
}

/// Whose eyes read an email.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum EmailKind {
    /// Their own.
    Personal,
    /// Those of the people they work with, too.
    Work,
    /// Somebody else's.
    Other,
}

impl EmailKind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::Work => "work",
            Self::Other => "other",
        }
    }

    pub(super) fn from_name(name: &str) -> Self {
        let mut known = [Self::Personal, Self::Work].into_iter();
        known.find(|kind| kind.name() == name).unwrap_or(Self::Other)
    }
}

/// One postal address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AddressInput {
    /// What is there.
    pub kind: AddressKind,
    /// Its lines as they are written on a letter.
    pub address: String,
}

impl AddressInput {
    /// An address where they live.
    #[must_use]
    pub fn home(address: impl Into<String>) -> Self {
        Self { kind: AddressKind::Home, address: address.into() }
    }
}

/// What is at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AddressKind {
    /// Where they live.
    Home,
    /// Where they work.
    Work,
    /// Where letters go.
    Postal,
    /// Something else.
    Other,
}

impl AddressKind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Work => "work",
            Self::Postal => "postal",
            Self::Other => "other",
        }
    }

    pub(super) fn from_name(name: &str) -> Self {
        let mut known = [Self::Home, Self::Work, Self::Postal].into_iter();
        known.find(|kind| kind.name() == name).unwrap_or(Self::Other)
    }
}

/// The numbers that were typed, without the blank ones; the first is the preferred one.
pub(super) fn phones(checks: &mut Checks, typed: &[PhoneInput]) -> Vec<PhoneInput> {
    few(checks, "phones", typed.len(), MOST);
    typed
        .iter()
        .enumerate()
        .map(|(at, phone)| PhoneInput {
            number: checks.phone(format!("phones.{at}.number"), &phone.number),
            ..phone.clone()
        })
        .filter(|phone| !phone.number.is_empty())
        .collect()
}

/// The email addresses that were typed, without the blank ones; the first is the preferred one.
pub(super) fn emails(checks: &mut Checks, typed: &[EmailInput]) -> Vec<EmailInput> {
    few(checks, "emails", typed.len(), MOST);
    typed
        .iter()
        .enumerate()
        .map(|(at, email)| EmailInput {
            email: checks.email(format!("emails.{at}.email"), &email.email),
            ..email.clone()
        })
        .filter(|email| !email.email.is_empty())
        .collect()
}

/// The postal addresses that were typed, without the blank ones; the first is the preferred one.
pub(super) fn addresses(checks: &mut Checks, typed: &[AddressInput]) -> Vec<AddressInput> {
    few(checks, "addresses", typed.len(), MOST);
    typed
        .iter()
        .enumerate()
        .map(|(at, address)| AddressInput {
            address: checks.lines(format!("addresses.{at}.address"), &address.address, 500),
            ..address.clone()
        })
        .filter(|address| !address.address.is_empty())
        .collect()
}

/// Notes a list that is longer than can be meant.
pub(super) fn few(checks: &mut Checks, list: &str, count: usize, most: u32) {
    if u32::try_from(count).unwrap_or(u32::MAX) > most {
        checks.too_much(list, most);
    }
}
