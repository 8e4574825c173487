//! Somebody takes the keyboard of a practice that is open: after a rest, or from a colleague.

use std::fmt;

use hegu_vault::{Passphrase, SigningKey, Status as Standing, VaultError};
use serde::Deserialize;
use specta::Type;
use zeroize::Zeroize;

use crate::audit::{Action, Outcome};
use crate::blocking::blocking;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::people::{self, Actor};
use crate::practice::Practice;
use crate::seats::{PIN_TRIES, Seat};

use super::unlock::{Try, admit};
use super::{attempts, device_key_for};

/// Who, and how they prove it.
#[derive(Deserialize, Type)]
pub struct TakeSeat {
    /// The person.
    pub person: String,
    /// Their PIN or their passphrase.
    pub secret: String,
    /// Which of the two it is.
    pub by: ProofKind,
}

/// What somebody proves with who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ProofKind {
    /// The PIN they set since the practice was opened.
    Pin,
    /// Their passphrase.
    Passphrase,
}

impl ProofKind {
    fn name(self) -> &'static str {
        match self {
            Self::Pin => "pin",
            Self::Passphrase => "passphrase",
        }
    }
}

impl Drop for TakeSeat {
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

impl fmt::Debug for TakeSeat {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TakeSeat(redacted)")
    }
}

/// Sits somebody down in an open practice. Whoever sat there is out with the same step: their key is wiped, and what
/// still runs for them answers as locked.
pub async fn take_seat(practice: &Practice, mut input: TakeSeat) -> Result<Practice> {
    let id = PersonId::parse(&input.person)?;
    let door = practice.at_door(Actor { id, ..practice.actor().clone() });
    let row = people::read(&door, id).await?;
    let session = door.new_id()?.to_string();
    let actor = Actor { id, name: row.name.clone(), role: row.role()?, session };
    let door = practice.at_door(actor.clone());
    let secret = Passphrase::new(std::mem::take(&mut input.secret));
    let (signing, wrong_tries) = match input.by {
        ProofKind::Pin => (by_pin(&door, id, secret).await?, None),
        ProofKind::Passphrase => {
            let (signing, wrong_tries) = by_passphrase(&door, id, secret).await?;
            (signing, Some(wrong_tries))
        }
    };
    admit(&door, &row).await?;
    // Whoever sits there leaves as if they had got up: with an entry, and the head of the audit signed by them.
    if practice.live().await.is_ok() {
        // Where that cannot be written, neither could what follows, and they stay.
        practice.say_rest().await?;
        practice.live().await?.as_mut().ok_or(Error::Locked)?.seat = None;
    }
    let mut change = door.change(Action::SeatTaken).await?;
    change.note("by", input.by.name());
    // Some of them may have been at the locked door, where nothing could be written.
    if let Some(wrong_tries) = wrong_tries {
        change.note("wrong_tries", wrong_tries);
    }
    change.commit(id).await?;
    let seat = Seat { session: actor.session.clone(), signing, proved_at: door.now() };
    door.live().await?.as_mut().ok_or(Error::Locked)?.seat = Some(seat);
    Ok(practice.with_actor(actor))
}

/// Tries a PIN. Every wrong one is in the audit, and the fifth forgets the PIN.
pub(super) async fn by_pin(door: &Practice, id: PersonId, pin: Passphrase) -> Result<SigningKey> {
    // Taken out for the try, so that two tries at once cannot share one count.
    let held = door.live().await?.as_mut().ok_or(Error::Locked)?.pins.remove(&id);
    let Some(held) = held else { return Err(Error::PinGone) };
    let work = move || {
        let tried = held.envelope.open(&pin);
        (held, tried)
    };
    let (mut held, tried) = blocking("try a PIN", work).await?;
    let error = match tried {
        Ok(signing) => {
            held.wrong = 0;
            door.live().await?.as_mut().ok_or(Error::Locked)?.pins.insert(id, held);
            return Ok(signing);
        }
        Err(VaultError::WrongPin) => {
            held.wrong += 1;
            let tries_left = PIN_TRIES.saturating_sub(held.wrong);
            if tries_left == 0 { Error::PinGone } else { Error::WrongPin { tries_left } }
        }
        Err(other) => return Err(Error::unexpected("try a PIN", other)),
    };
    if matches!(error, Error::WrongPin { .. }) {
        door.live().await?.as_mut().ok_or(Error::Locked)?.pins.insert(id, held);
    }
    door.change(Action::WrongPin).await?.end(Outcome::Failed).await?;
    if matches!(error, Error::PinGone) {
        door.change(Action::PinForgotten).await?.commit(id).await?;
    }
    Err(error)
}

/// Tries a passphrase against the key file in force, counted as at the door of a locked practice. Answers with how many
/// wrong ones came before it as well.
async fn by_passphrase(door: &Practice, id: PersonId, passphrase: Passphrase) -> Result<(SigningKey, u32)> {
    let vault = people::vault(door).await?;
    let person = id.to_string();
    let device = device_key_for(door.keyring(), &vault, &person).await?;
    let folder = door.folder();
    let trying = Try { folder, vault: &vault, person: &person, device, clock: door.clock() };
    match trying.with(passphrase, door.effort().bounds).await {
        Ok((opened, wrong_tries)) => {
            attempts::forget(folder, &person)?;
            Ok((opened.signing, wrong_tries))
        }
        Err(error) => {
            if matches!(error, Error::WrongPassphrase { .. } | Error::Suspended) {
                door.change(Action::EntryFailed).await?.end(Outcome::Failed).await?;
            }
            Err(error)
        }
    }
}

/// Whether the key file has this person at all, active: for the list of who can take the keyboard.
pub(super) fn may_sit(vault: &hegu_vault::VaultFile, person: &str) -> bool {
    vault.people().iter().any(|slot| slot.id() == person && slot.status() == Standing::Active)
}
