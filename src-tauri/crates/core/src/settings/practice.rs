//! What the practice is called and how it prints.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::{Action, Outcome};
use crate::change::Change;
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::handouts::PaperChoice;
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::store;

/// Settings of the practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PracticeSettings {
    /// Its name, as on its door and its sheets.
    pub name: String,
    /// Its address, in one line or several.
    pub address: String,
    /// Its telephone number.
    pub phone: String,
    /// What the people who are treated are called.
    pub person_word: PersonWord,
    /// The paper in the printer.
    pub paper: PaperChoice,
    /// The usual text size of sheets, in points: 12, 14, 16 or 20.
    pub text_size: i32,
    /// ISO 3166 code in capitals, or nothing.
    pub country: String,
    /// The local emergency number, as people dial it.
    pub emergency_number: String,
    /// What is not asked in the record of a client, each once. Where a record says something of it, it is shown all the same.
    pub hidden_fields: Vec<RecordField>,
    /// How often these settings were saved; a change names it.
    pub version: i32,
}

/// A part of a client's record that not every practice asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RecordField {
    /// What the client wants to be called.
    PreferredName,
    /// Pronouns.
    Pronouns,
    /// The sex of the body.
    Sex,
    /// Gender.
    Gender,
    /// What they do for a living.
    Occupation,
    /// Postal addresses.
    Addresses,
    /// The language they speak best.
    Language,
    /// The family doctor.
    FamilyDoctor,
    /// Who sent them.
    Referrer,
    /// Numbers with health funds.
    Funds,
    /// Tags.
    Tags,
}

impl RecordField {
    const ALL: [Self; 11] = [
        Self::PreferredName,
        Self::Pronouns,
        Self::Sex,
        Self::Gender,
        Self::Occupation,
        Self::Addresses,
        Self::Language,
        Self::FamilyDoctor,
        Self::Referrer,
        Self::Funds,
        Self::Tags,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::PreferredName => "preferred_name",
            Self::Pronouns => "pronouns",
            Self::Sex => "sex",
            Self::Gender => "gender",
            Self::Occupation => "occupation",
            Self::Addresses => "addresses",
            Self::Language => "language",
            Self::FamilyDoctor => "family_doctor",
            Self::Referrer => "referrer",
            Self::Funds => "funds",
            Self::Tags => "tags",
        }
    }

    /// In the order of the form, each once.
    fn in_order(fields: &[Self]) -> Vec<Self> {
        Self::ALL.into_iter().filter(|field| fields.contains(field)).collect()
    }
}

impl PracticeSettings {
    /// Address and telephone in one line, as they stand opposite the name on paper.
    pub(crate) fn letterhead_line(&self) -> String {
        let lines = self.address.lines().map(str::trim).filter(|line| !line.is_empty());
        let address = lines.collect::<Vec<_>>().join(", ");
        let parts = [address, self.phone.clone()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// What the people who are treated are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PersonWord {
    /// Client.
    Client,
    /// Patient.
    Patient,
}

/// Writes the settings a new practice starts with.
pub(crate) async fn first(change: &mut Change, name: &str) -> Result<()> {
    let settings = PracticeSettings {
        name: name.to_owned(),
        address: String::new(),
        phone: String::new(),
        person_word: PersonWord::Client,
        paper: PaperChoice::A4,
        text_size: 14,
        country: String::new(),
        emergency_number: String::new(),
        hidden_fields: Vec::new(),
        version: 1,
    };
    store::write_practice(change, &settings.values()).await
}

/// Reads the practice's settings.
pub(crate) async fn practice(reader: &impl Reader) -> Result<PracticeSettings> {
    Ok(PracticeSettings::from_values(&store::practice(reader).await?))
}

/// The practice's name, which everybody who works here may read.
pub async fn practice_name(practice: &Practice) -> Result<String> {
    Ok(self::practice(practice).await?.name)
}

/// Changes the practice's settings, or answers [`Error::Stale`] when somebody changed them since. The name on the
/// door, which is in the key file, changes with them.
pub async fn change_practice(practice: &Practice, input: PracticeSettings) -> Result<PracticeSettings> {
    practice.permit(Permission::ChangePractice).await?;
    let mut settings = input.validate()?;
    let mut change = practice.change(Action::PracticeSettingsChanged).await?;
    let stored = self::practice(&change).await?;
    if stored.version != settings.version {
        return Err(Error::Stale { id: "practice".to_owned(), version: stored.version });
    }
    if stored == settings {
        return Ok(stored);
    }
    let renamed = stored.name != settings.name;
    settings.version += 1;
    store::write_practice(&mut change, &settings.values()).await?;
    change.end(Outcome::Done).await?;
    if renamed {
        practice.rewrite_vault(|vault| vault.with_practice(&settings.name)).await?;
    }
    Ok(settings)
}

impl PracticeSettings {
    fn validate(&self) -> Result<Self> {
        let mut checks = Checks::default();
        let name = checks.required("name", &self.name, 100);
        let address = checks.lines("address", &self.address, 300);
        let phone = checks.phone("phone", &self.phone);
        let emergency_number = checks.line("emergency_number", &self.emergency_number, 20);
        let country = checks.line("country", &self.country, 2).to_uppercase();
        if !country.is_empty()
            && (country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase()))
        {
            checks.note("country", FieldProblem::UnknownValue);
        }
        if ![12, 14, 16, 20].contains(&self.text_size) {
            checks.note("text_size", FieldProblem::UnknownValue);
        }
        checks.finish()?;
        let hidden_fields = RecordField::in_order(&self.hidden_fields);
        Ok(Self { name, address, phone, country, emergency_number, hidden_fields, ..self.clone() })
    }

    fn values(&self) -> [(&'static str, String); 10] {
        let word = match self.person_word {
            PersonWord::Client => "client",
            PersonWord::Patient => "patient",
        };
        let hidden: Vec<&str> = self.hidden_fields.iter().map(|field| field.name()).collect();
        [
            ("name", self.name.clone()),
            ("address", self.address.clone()),
            ("phone", self.phone.clone()),
            ("person_word", word.to_owned()),
            ("paper", self.paper.name().to_owned()),
            ("text_size", self.text_size.to_string()),
            ("country", self.country.clone()),
            ("emergency_number", self.emergency_number.clone()),
            ("hidden_fields", hidden.join(" ")),
            ("version", self.version.to_string()),
        ]
    }

    fn from_values(values: &BTreeMap<String, String>) -> Self {
        let text = |key: &str| values.get(key).cloned().unwrap_or_default();
        let number =
            |key: &str, fallback: i32| values.get(key).and_then(|v| v.parse().ok()).unwrap_or(fallback);
        Self {
            name: text("name"),
            address: text("address"),
            phone: text("phone"),
            person_word: if text("person_word") == "patient" {
                PersonWord::Patient
            } else {
                PersonWord::Client
            },
            paper: PaperChoice::from_name(&text("paper")),
            text_size: number("text_size", 14),
            country: text("country"),
            emergency_number: text("emergency_number"),
            hidden_fields: RecordField::ALL
                .into_iter()
                .filter(|field| text("hidden_fields").split(' ').any(|name| name == field.name()))
                .collect(),
            version: number("version", 1),
        }
    }
}
