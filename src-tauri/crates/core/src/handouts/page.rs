//! What stands around a sheet's text: whose practice, for whom, from whom, when, which version.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use hegu_document::{Document, Paper, Sheet, Wording, markdown, merge};

use crate::people::Me;
use crate::settings::Letterhead;

use super::preview::PreviewSheet;

/// Everything a page takes from the practice.
#[derive(Debug)]
pub(super) struct Page<'a> {
    pub(super) letterhead: Letterhead,
    /// The pictures of the text by their names.
    pub(super) pictures: BTreeMap<String, Vec<u8>>,
    /// Who gives it.
    pub(super) from: &'a Me,
    /// Full name, and what to call them.
    pub(super) client: Option<&'a (String, String)>,
    pub(super) today: NaiveDate,
}

/// The lines around the text, owned so that they can be drawn on another thread.
#[derive(Debug)]
pub(super) struct Around {
    paper: Paper,
    text_size: f32,
    letterhead: Letterhead,
    practice_line: String,
    pictures: BTreeMap<String, Vec<u8>>,
    for_line: String,
    footer: String,
    created: String,
}

impl Around {
    pub(super) fn borrowed(&self) -> Sheet<'_> {
        Sheet {
            paper: self.paper,
            text_size: self.text_size,
            practice_name: self.letterhead.name(),
            practice_line: &self.practice_line,
            for_line: Some(&self.for_line),
            footer: &self.footer,
            logo: self.letterhead.logo(),
            pictures: &self.pictures,
            created: Some(&self.created),
        }
    }
}

impl Page<'_> {
    /// The document with its merge fields filled in, and the lines around it.
    pub(super) fn lay(self, input: &PreviewSheet) -> (Document, Around) {
        // What stands around a sheet speaks the language of the sheet, not of the window.
        let wording = Wording::of(&input.text.language);
        let date = wording.date(self.today.year(), self.today.month(), self.today.day());
        let from = signed(self.from);
        let settings = &self.letterhead.settings;
        let document = Document {
            title: input.text.title.trim().to_owned(),
            language: input.text.language.trim().to_owned(),
            author: input.text.author.trim().to_owned(),
            blocks: markdown::parse(&input.text.markdown),
        };
        let emergency_number = match settings.emergency_number.as_str() {
            "" => wording.emergency_number().to_owned(),
            number => number.to_owned(),
        };
        let mut values = vec![
            ("practice.name", settings.name.clone()),
            ("practice.phone", settings.phone.clone()),
            ("practice.address", one_line(&settings.address)),
            ("practice.emergency_number", emergency_number),
            ("practitioner.name", self.from.name.clone()),
            ("practitioner.registration", self.from.registration.clone()),
            ("practitioner.tax_number", self.from.tax_number.clone()),
            ("practitioner.signature", self.from.signature_block.clone()),
            ("today", date.clone()),
        ];
        if let Some((full, called)) = self.client {
            values.push(("client.name", full.clone()));
            values.push(("client.first_name", called.clone()));
        }
        // A field without a value stays visible as written, so that nobody hands out a gap unseen.
        values.retain(|(_, value)| !value.is_empty());
        let values: BTreeMap<String, String> =
            values.into_iter().map(|(field, value)| (field.to_owned(), value)).collect();
        let document = merge::fill(&document, &values).document;
        let for_line = wording.given(self.client.map(|(full, _)| full.as_str()), &from, &date);
        let footer = match input.sheet_version {
            Some(version) => wording.version(&document.title, i64::from(version)),
            None => document.title.clone(),
        };
        let around = Around {
            paper: input.paper.into(),
            text_size: f32::from(i16::try_from(input.text_size).unwrap_or(14)),
            practice_line: self.letterhead.line(),
            letterhead: self.letterhead,
            pictures: self.pictures,
            for_line,
            footer,
            // The day and not the moment, so that the same sheet on the same day has the same bytes.
            created: format!("{}T00:00:00Z", self.today),
        };
        (document, around)
    }
}

/// "Ines Marlow, R.Ac.", or the name alone.
fn signed(from: &Me) -> String {
    if from.credentials.is_empty() {
        from.name.clone()
    } else {
        format!("{}, {}", from.name, from.credentials)
    }
}

fn one_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}
