//! The letter to whoever asked: what was erased, what is kept, why, and until when.

use chrono::NaiveDate;
use hegu_document::Sheet;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::Action;
use crate::blocking::blocking;
use crate::checks::{Checks, FieldProblem};
use crate::clients;
use crate::error::Result;
use crate::handouts::WayOut;
use crate::ids::ClientId;
use crate::people::{self, Permission};
use crate::practice::Practice;
use crate::printable;
use crate::settings;

use super::{page, plan};

/// Who asked for a record to be erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AskedBy {
    /// The client.
    Client,
    /// Somebody who may ask for them: a parent, a guardian.
    SomebodyElse,
    /// Nobody: the time of the record is over, or it was made by mistake.
    Nobody,
}

impl AskedBy {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::SomebodyElse => "somebody_else",
            Self::Nobody => "nobody",
        }
    }
}

/// Who asked, and when.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct Asked {
    /// Who.
    pub by: AskedBy,
    /// On which day, ISO; nothing where nobody did.
    pub on: String,
}

/// The same, looked at.
#[derive(Debug, Clone, Copy)]
pub(super) struct CheckedAsked {
    pub(super) by: AskedBy,
    pub(super) on: Option<NaiveDate>,
}

impl Asked {
    pub(super) fn validate(&self, practice: &Practice) -> Result<CheckedAsked> {
        let mut checks = Checks::default();
        let on = match self.by {
            AskedBy::Nobody => None,
            AskedBy::Client | AskedBy::SomebodyElse => {
                if self.on.trim().is_empty() {
                    checks.note("asked.on", FieldProblem::Required);
                }
                checks.past_day("asked.on", &self.on, practice.today())
            }
        };
        checks.finish()?;
        Ok(CheckedAsked { by: self.by, on })
    }
}

/// A letter about a record.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct LetterOf {
    /// The client.
    pub client: String,
    /// Who asked.
    pub asked: Asked,
    /// To whom it is written: name and address, line by line.
    pub to: String,
}

/// The letter as a PDF, and a name for its file, which says nothing of whose it is. It tells of what is erased today.
pub async fn letter(practice: &Practice, input: LetterOf) -> Result<(String, Vec<u8>)> {
    practice.permit(Permission::CloseRecords).await?;
    let asked = input.asked.validate(practice)?;
    let mut checks = Checks::default();
    let to = checks.required_lines("to", &input.to, 500);
    checks.finish()?;
    let plan = plan::plan(practice, &input.client).await?;
    let mut checks = Checks::default();
    // Without a rule nobody can say what is kept, and until when.
    if plan.rule_missing {
        checks.note("rule", FieldProblem::Required);
    }
    checks.finish()?;
    let client = ClientId::parse(&plan.client.id)?;
    let about = clients::identified(practice, client).await?;
    let letterhead = settings::letterhead(practice, practice).await?;
    let me = people::read(practice, practice.actor().id).await?;
    let signer = match me.credentials.as_str() {
        "" => me.name,
        credentials => format!("{}, {credentials}", me.name),
    };
    let signer = format!("{signer}\n{}", me.signature_block);
    let today = practice.today();
    let created = format!("{today}T00:00:00Z");
    let work = move || {
        let line = letterhead.line();
        printable::drawn(|missing| {
            let document = page::document(&plan, asked, &about.called(missing), &to, &signer, today);
            hegu_document::render(
                &document,
                &Sheet {
                    paper: letterhead.settings.paper.into(),
                    text_size: 11.0,
                    practice_name: letterhead.name(),
                    practice_line: &line,
                    for_line: Some(&about.line(missing)),
                    footer: &document.title,
                    logo: letterhead.logo(),
                    created: Some(&created),
                    ..Sheet::default()
                },
            )
        })
    };
    let drawn = blocking("draw a letter", work).await?;
    let pdf = drawn.map_err(|error| printable::refused("draw a letter", error))?;
    Ok((format!("Letter about a record {}.pdf", practice.today()), pdf.bytes))
}

/// Notes in the audit that the letter left the practice as a file; called once the file is written.
pub async fn letter_saved(practice: &Practice, client: &str) -> Result<()> {
    left(practice, client, Action::ErasureLetterSaved).await
}

/// Notes in the audit that the letter was printed or opened outside; called once it was.
pub async fn letter_went_out(practice: &Practice, client: &str, way: WayOut) -> Result<()> {
    left(practice, client, way.action()).await
}

async fn left(practice: &Practice, client: &str, action: Action) -> Result<()> {
    practice.permit(Permission::CloseRecords).await?;
    let client = clients::permit(practice, ClientId::parse(client)?).await?;
    practice.change(action).await?.commit(client).await
}
