//! Pinned facts: words of signed notes that stand at the head of a client's record until they are taken down.

mod store;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::{Action, Subject};
use crate::checks::{Checks, FieldProblem};
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::{AddendumId, ClientId, NoteId, PinId};
use crate::moment::Moment;
use crate::people::{self, Permission};
use crate::practice::Practice;

use super::view::{self, NoteView, Seal};

/// Characters of several lines that are pinned together: what is longer is read in the note.
const LONGEST: u32 = 600;
/// A line is pinned whatever its length: so long is what it may stand in.
const LONGEST_LINE: u32 = 20_000;

/// Where in a note the pinned words stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PinnedFrom {
    /// In what the client said.
    Subjective,
    /// In what was found.
    Objective,
    /// In what it was taken for.
    Assessment,
    /// In what was done and came next.
    Plan,
    /// In what was added later.
    Addendum {
        /// The addendum.
        id: String,
    },
}

/// Words to pin.
#[derive(Debug, Deserialize, Type)]
pub struct PinWords {
    /// The signed note.
    pub note: String,
    /// Where in it.
    pub from: PinnedFrom,
    /// The words, as they stand there.
    pub text: String,
}

/// A pinned fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PinView {
    /// The pin.
    pub id: String,
    /// The note it is from.
    pub note: String,
    /// Where in it.
    pub from: PinnedFrom,
    /// The words.
    pub text: String,
    /// The day of the treatment, ISO.
    pub visit_date: String,
    /// The name of whoever signed the words.
    pub signed_by: String,
    /// When it was pinned (UTC milliseconds).
    pub pinned_at: Moment,
    /// By whom.
    pub pinned_by: String,
    /// How often the note was added to since: it may say otherwise by now.
    pub addenda_since: i32,
    /// Whether the note still says these words, and is what was signed.
    pub seal: Seal,
}

/// What became of pinning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Pinned {
    /// The fact.
    pub pin: PinView,
    /// It was pinned already, and stays as it was.
    pub already: bool,
}

/// The pinned facts about a client, in the order in which they were pinned.
pub async fn pins(practice: &Practice, client: &str) -> Result<Vec<PinView>> {
    practice.permit(Permission::ReadNotes).await?;
    let client = ClientId::parse(client)?;
    let client = clients::permit(practice, client).await?;
    shown(practice, store::of_client(practice, client).await?).await
}

/// Pins words of a signed note, as it was signed. What is pinned already stays as it is.
pub async fn pin(practice: &Practice, input: PinWords) -> Result<Pinned> {
    practice.permit(Permission::WriteNotes).await?;
    let note = NoteId::parse(&input.note)?;
    let read = view::of(practice, note).await?;
    let client = ClientId::parse(&read.client)?;
    let client = clients::permit(practice, client).await?;
    let mut checks = Checks::default();
    let words = input.text.trim();
    let longest = if words.contains('\n') { LONGEST } else { LONGEST_LINE };
    let text = checks.required_lines("text", words, longest);
    if !text.is_empty() && !input.from.says(&read, &text) {
        checks.note("text", FieldProblem::UnknownValue);
    }
    checks.finish()?;
    let mut change = practice.change(Action::NotePinned).await?;
    let pinned = store::of_note(&change, note).await?;
    if let Some(there) = pinned.into_iter().find(|pin| pin.from == input.from && pin.text == text) {
        drop(change);
        return Ok(Pinned { pin: one(practice, there).await?, already: true });
    }
    let id = PinId::new(practice.new_id()?);
    store::insert(&mut change, id, note, &input.from, &text).await?;
    change.commit(Subject::from(note).of_client(client)).await?;
    Ok(Pinned { pin: one(practice, store::read(practice, id).await?).await?, already: false })
}

/// Takes a pinned fact down; the note stays as it is.
pub async fn unpin(practice: &Practice, id: &str) -> Result<()> {
    hang(practice, id, false).await
}

/// Puts it back as it stood: the undo of taking it down.
pub async fn pin_again(practice: &Practice, id: &str) -> Result<()> {
    hang(practice, id, true).await
}

async fn hang(practice: &Practice, id: &str, up: bool) -> Result<()> {
    practice.permit(Permission::WriteNotes).await?;
    let id = PinId::parse(id)?;
    let note = NoteId::parse(&store::read(practice, id).await?.note)?;
    let client = ClientId::parse(&view::of(practice, note).await?.client)?;
    let client = clients::permit(practice, client).await?;
    let action = if up { Action::NotePinned } else { Action::NoteUnpinned };
    let mut change = practice.change(action).await?;
    store::hang(&mut change, id, up).await?;
    change.commit(Subject::from(note).of_client(client)).await
}

impl PinnedFrom {
    /// The words that stand there.
    fn of<'a>(&self, note: &'a NoteView) -> Option<&'a str> {
        match self {
            Self::Subjective => Some(&note.subjective),
            Self::Objective => Some(&note.objective),
            Self::Assessment => Some(&note.assessment),
            Self::Plan => Some(&note.plan),
            Self::Addendum { id } => {
                note.addenda.iter().find(|addendum| addendum.id == *id).map(|addendum| addendum.text.as_str())
            }
        }
    }

    /// Whether these words stand there, and are what was signed.
    fn says(&self, note: &NoteView, text: &str) -> bool {
        let seal = match self {
            Self::Addendum { id } => {
                note.addenda.iter().find(|addendum| addendum.id == *id).map(|addendum| addendum.seal)
            }
            _ => None,
        };
        let whole = [Some(note.seal), seal].into_iter().flatten().all(|seal| seal == Seal::Verified);
        whole && self.of(note).is_some_and(|there| there.contains(text))
    }

    fn section(&self) -> Option<&'static str> {
        match self {
            Self::Subjective => Some("subjective"),
            Self::Objective => Some("objective"),
            Self::Assessment => Some("assessment"),
            Self::Plan => Some("plan"),
            Self::Addendum { .. } => None,
        }
    }

    fn addendum(&self) -> Result<Option<AddendumId>> {
        match self {
            Self::Addendum { id } => AddendumId::parse(id).map(Some),
            _ => Ok(None),
        }
    }

    fn from_stored(section: Option<&str>, addendum: Option<String>) -> Self {
        match (section, addendum) {
            (_, Some(id)) => Self::Addendum { id },
            (Some("objective"), None) => Self::Objective,
            (Some("assessment"), None) => Self::Assessment,
            (Some("plan"), None) => Self::Plan,
            _ => Self::Subjective,
        }
    }
}

async fn one(practice: &Practice, pin: store::Stored) -> Result<PinView> {
    shown(practice, vec![pin]).await?.pop().ok_or(Error::NotFound)
}

/// Pins with what their notes say today.
async fn shown(practice: &Practice, pins: Vec<store::Stored>) -> Result<Vec<PinView>> {
    let names = people::names(practice).await?;
    let mut views = Vec::with_capacity(pins.len());
    for pin in pins {
        let note = view::of(practice, NoteId::parse(&pin.note)?).await?;
        let later = note.addenda.iter().filter(|addendum| addendum.at > pin.pinned_at.into()).count();
        let addendum = note.addenda.iter().find(|addendum| match &pin.from {
            PinnedFrom::Addendum { id } => addendum.id == *id,
            _ => false,
        });
        views.push(PinView {
            signed_by: addendum.map_or_else(|| note.signed_by.clone(), |addendum| addendum.by.clone()),
            visit_date: note.visit_date.clone(),
            pinned_by: names.get(&pin.pinned_by).cloned().unwrap_or_default(),
            addenda_since: i32::try_from(later).unwrap_or(i32::MAX),
            seal: if pin.from.says(&note, &pin.text) { Seal::Verified } else { Seal::Broken },
            id: pin.id,
            note: pin.note,
            from: pin.from,
            text: pin.text,
            pinned_at: pin.pinned_at.into(),
        });
    }
    Ok(views)
}
