//! What a careful reader would question, pointed out beside the text.

use std::collections::BTreeMap;

use serde::Serialize;
use specta::Type;

use crate::error::Result;
use crate::people::Permission;
use crate::practice::Practice;

use super::model::SheetText;
use super::pictures;

/// Everything that was noticed about a sheet.
#[derive(Debug, Clone, Serialize, Type)]
pub struct SheetReview {
    /// What to question, in the order of the text.
    pub findings: Vec<Finding>,
    /// A promotional ending that can be dropped.
    pub tail: Option<PromotionalTail>,
    /// Words of the text.
    pub words: i32,
}

/// One thing to question.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// The line of the Markdown, counted from 1, where it is about one.
    pub line: Option<i32>,
    /// The words it is about.
    pub quote: Option<String>,
}

/// What can be questioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// Nothing says where the claims come from.
    NoReferences,
    /// Nothing says when to seek care at once.
    NoDangerSigns,
    /// A claim without any doubt or number.
    FlatClaim,
    /// A byline without a name.
    EmptyByline,
    /// Nothing says when it was written.
    NoDate,
    /// Advertising.
    Promotion,
    /// A picture without a word for whoever cannot see it; the quote is its name.
    PictureWithoutWords,
    /// A picture that is not here; the quote is the name the text calls it by.
    MissingPicture,
    /// Written long ago.
    Old,
}

/// Advertising at the end of a text.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PromotionalTail {
    /// The line of the Markdown, counted from 1, with which it starts.
    pub first_line: i32,
    /// What would be dropped.
    pub text: String,
}

/// Reviews a sheet as it stands, kept or not.
pub async fn review(practice: &Practice, text: &SheetText) -> Result<SheetReview> {
    practice.permit(Permission::ReadSheets).await?;
    of(practice, text).await
}

pub(super) async fn of(practice: &Practice, text: &SheetText) -> Result<SheetReview> {
    let some = |value: &str| (!value.trim().is_empty()).then(|| value.trim().to_owned());
    let today = practice.today().to_string();
    let found = hegu_document::review::review(
        &text.title,
        some(&text.author).as_deref(),
        some(&text.written).as_deref(),
        &text.markdown,
        Some(&today),
    );
    // A sheet with a hole in it cannot be printed, so that comes first.
    let mut findings = missing_pictures(practice, &text.markdown).await?;
    findings.extend(found.findings.into_iter().map(finding));
    Ok(SheetReview {
        findings,
        tail: found.tail.map(|tail| PromotionalTail { first_line: number(tail.first_line), text: tail.text }),
        words: number(found.words),
    })
}

/// The pictures that are not here, each where the text names it first.
async fn missing_pictures(practice: &Practice, text: &str) -> Result<Vec<Finding>> {
    let missing = pictures::missing(practice, text).await?;
    let mut named = hegu_document::markdown::pictures(text);
    named.reverse();
    let first: BTreeMap<String, usize> = named.into_iter().map(|named| (named.name, named.line)).collect();
    let about = |name: String| Finding {
        kind: FindingKind::MissingPicture,
        line: first.get(&name).copied().map(number),
        quote: Some(name),
    };
    Ok(missing.into_iter().map(about).collect())
}

fn finding(found: hegu_document::review::Finding) -> Finding {
    use hegu_document::review::Finding as Found;
    let (kind, line, quote) = match found {
        Found::NoReferences => (FindingKind::NoReferences, None, None),
        Found::NoDangerSigns => (FindingKind::NoDangerSigns, None, None),
        Found::FlatClaim { line, quote } => (FindingKind::FlatClaim, Some(line), Some(quote)),
        Found::EmptyByline => (FindingKind::EmptyByline, None, None),
        Found::NoDate => (FindingKind::NoDate, None, None),
        Found::Promotion { line, quote } => (FindingKind::Promotion, Some(line), Some(quote)),
        Found::PictureWithoutWords { line, name } => {
            (FindingKind::PictureWithoutWords, Some(line), Some(name))
        }
        Found::Old { .. } => (FindingKind::Old, None, None),
    };
    Finding { kind, line: line.map(number), quote }
}

/// Lines and words fit the wire's integer: a sheet has at most 300,000 characters.
fn number(value: usize) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}
