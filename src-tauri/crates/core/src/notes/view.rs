//! A signed note as it is shown: with its names, and with what its signatures say today.

use serde::Serialize;
use specta::Type;

use crate::audit::{self, Action, Subject};
use crate::clients;
use crate::error::Result;
use crate::ids::{NoteId, PersonId};
use crate::moment::Moment;
use crate::people;
use crate::reader::Reader;

use super::model::{Addendum, Needled, Side};
use super::signed::{Signed, vault_id};
use super::store;

/// Whether a note is what was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Seal {
    /// It is, to the letter.
    Verified,
    /// Something was changed behind the program's back.
    Broken,
}

/// A signed note.
#[derive(Debug, Clone, Serialize, Type)]
pub struct NoteView {
    /// The note.
    pub id: String,
    /// Whose it is today: the record that the one it was signed in is part of, where it is.
    pub client: String,
    /// The day of the treatment, ISO.
    pub visit_date: String,
    /// What the client said.
    pub subjective: String,
    /// What was found.
    pub objective: String,
    /// What it was taken for.
    pub assessment: String,
    /// What was done and came next.
    pub plan: String,
    /// The points, in the order they were entered.
    pub points: Vec<PrintedPoint>,
    /// When (UTC milliseconds).
    pub signed_at: Moment,
    /// The signer's name on that day.
    pub signed_by: String,
    /// Letters behind it; may be empty.
    pub credentials: String,
    /// Their number in the register of their profession on that day; may be empty.
    pub registration: String,
    /// The first 16 hexadecimal digits of the SHA-256 of what the note says, in groups of four.
    pub fingerprint: String,
    /// Whether it is what was signed.
    pub seal: Seal,
    /// What was added later, oldest first.
    pub addenda: Vec<AddendumView>,
}

/// Words added to a signed note.
#[derive(Debug, Clone, Serialize, Type)]
pub struct AddendumView {
    /// The addendum.
    pub id: String,
    /// Its words.
    pub text: String,
    /// When (UTC milliseconds).
    pub at: Moment,
    /// The signer's name on that day.
    pub by: String,
    /// Letters behind it; may be empty.
    pub credentials: String,
    /// Whether it is what was signed, and belongs to this note.
    pub seal: Seal,
}

/// A needled point with the names it had when the note was signed.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PrintedPoint {
    /// The WHO's code.
    pub code: String,
    /// With tones.
    pub pinyin: String,
    /// Traditional Han.
    pub hanzi: String,
    /// A literal gloss.
    pub english: String,
    /// Where.
    pub side: Side,
    /// How many needles.
    pub needles: i32,
}

/// What stands below the signer's name on paper: their own lines, as they are now. They are no part of what was signed.
pub(super) async fn signature_block(reader: &impl Reader, id: NoteId) -> Result<String> {
    let signer = PersonId::parse(&store::read(reader, id).await?.signer().person)?;
    Ok(people::read(reader, signer).await?.signature_block)
}

/// Reads a note and checks every signature on it. A note whose addenda are fewer than the audit counts is broken too:
/// one was taken away.
pub(super) async fn of(reader: &impl Reader, id: NoteId) -> Result<NoteView> {
    let note = store::read(reader, id).await?;
    let addenda = store::addenda(reader, &note).await?;
    let keys = people::signing_keys(reader).await?;
    let vault_id = vault_id(reader).await?;
    let content = note.content();
    let subject = Subject::from(id).of_client(content.client);
    let added = audit::times_done(reader, &subject, Action::AddendumAdded).await?;
    let complete = i64::try_from(addenda.len()).is_ok_and(|there| there >= added);
    let keys_of = |person: &String| keys.get(person).map(Vec::as_slice).unwrap_or_default();
    let seal = match note.seal(&vault_id, keys_of(&note.signer().person)) {
        Seal::Verified if complete => Seal::Verified,
        _ => Seal::Broken,
    };
    let body = &content.body;
    Ok(NoteView {
        id: id.to_string(),
        client: clients::record_of(reader, content.client).await?.to_string(),
        visit_date: body.visit_date.clone(),
        subjective: body.subjective.clone(),
        objective: body.objective.clone(),
        assessment: body.assessment.clone(),
        plan: body.plan.clone(),
        points: body.points.iter().map(printed).collect(),
        signed_at: note.signer().at.into(),
        signed_by: note.signer().name.clone(),
        credentials: note.signer().credentials.clone(),
        registration: note.signer().registration.clone(),
        fingerprint: fingerprint(&body.sha256()),
        seal,
        addenda: addenda
            .iter()
            .map(|addendum| shown(addendum, &vault_id, keys_of(&addendum.signer().person)))
            .collect(),
    })
}

fn shown(addendum: &Signed<Addendum>, vault_id: &str, keys: &[Vec<u8>]) -> AddendumView {
    let (content, signer) = (addendum.content(), addendum.signer());
    AddendumView {
        id: content.id.to_string(),
        text: content.text.clone(),
        at: signer.at.into(),
        by: signer.name.clone(),
        credentials: signer.credentials.clone(),
        seal: addendum.seal(vault_id, keys),
    }
}

fn printed(point: &Needled) -> PrintedPoint {
    PrintedPoint {
        code: point.code.clone(),
        pinyin: point.pinyin.clone(),
        hanzi: point.hanzi.clone(),
        english: point.english.clone(),
        side: point.side,
        needles: i32::try_from(point.needles).unwrap_or(i32::MAX),
    }
}

/// "1a2b 3c4d 5e6f 7081": enough to compare a printed note with the record by eye.
fn fingerprint(hash: &[u8; 32]) -> String {
    let groups: Vec<String> = hash[..8].chunks(2).map(hex::encode).collect();
    groups.join(" ")
}
