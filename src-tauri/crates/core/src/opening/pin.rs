//! A short number for taking the keyboard again, while the practice stays open.

use std::fmt;

use hegu_vault::{Passphrase, PinEnvelope};
use serde::Deserialize;
use specta::Type;
use zeroize::Zeroize;

use crate::audit::Action;
use crate::blocking::blocking;
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::people::Permission;
use crate::practice::Practice;
use crate::seats::Pin;

/// A PIN of one's own, typed twice.
#[derive(Deserialize, Type)]
pub struct SetPin {
    /// Six to twelve digits.
    pub pin: String,
    /// The same once more.
    pub pin_again: String,
}

impl Drop for SetPin {
    fn drop(&mut self) {
        self.pin.zeroize();
        self.pin_again.zeroize();
    }
}

impl fmt::Debug for SetPin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SetPin(redacted)")
    }
}

/// Puts the signing key of the person at the keyboard under a PIN, in memory: it is gone when the practice is locked.
/// Setting one asks for the passphrase of the last five minutes.
pub async fn set_pin(practice: &Practice, mut input: SetPin) -> Result<()> {
    practice.permit(Permission::ChangeOneself).await?;
    let mut checks = Checks::default();
    check(&mut checks, &input);
    checks.finish()?;
    practice.proved().await?;
    let me = practice.actor().id;
    let (signing, vault_id) = {
        let guard = practice.live().await?;
        let live = guard.as_ref().ok_or(Error::Locked)?;
        let seat = live.seat.as_ref().ok_or(Error::Locked)?;
        (seat.signing.duplicate(), live.vault.vault_id().clone())
    };
    let pin = Passphrase::new(std::mem::take(&mut input.pin));
    // The cheapest cost that is allowed: the envelope never leaves the memory, and five tries are all there are.
    let cost = practice.effort().cost.unwrap_or(practice.effort().bounds.min);
    let work = move || PinEnvelope::seal(&signing, &vault_id, &me.to_string(), &pin, cost);
    let envelope =
        blocking("set a PIN", work).await?.map_err(|error| Error::unexpected("set a PIN", error))?;
    practice.change(Action::PinSet).await?.commit(me).await?;
    practice.live().await?.as_mut().ok_or(Error::Locked)?.pins.insert(me, Pin { envelope, wrong: 0 });
    Ok(())
}

/// Forgets one's own PIN.
pub async fn forget_pin(practice: &Practice) -> Result<()> {
    practice.permit(Permission::ChangeOneself).await?;
    practice.forget_pin(practice.actor().id).await
}

impl Practice {
    /// Forgets somebody's PIN, if there is one.
    pub(crate) async fn forget_pin(&self, person: PersonId) -> Result<()> {
        let had = self.live().await?.as_mut().ok_or(Error::Locked)?.pins.remove(&person).is_some();
        if had { self.change(Action::PinForgotten).await?.commit(person).await } else { Ok(()) }
    }
}

fn check(checks: &mut Checks, input: &SetPin) {
    let pin = input.pin.as_str();
    if pin.is_empty() {
        checks.note("pin", FieldProblem::Required);
    } else if !(6..=12).contains(&pin.len()) || !pin.bytes().all(|byte| byte.is_ascii_digit()) {
        checks.note("pin", FieldProblem::NotAPin);
    } else if tried_first(pin) {
        checks.note("pin", FieldProblem::TooWeak);
    } else if pin != input.pin_again {
        checks.note("pin_again", FieldProblem::DoesNotMatch);
    }
}

/// One digit over and over, or counting up or down: what is tried in the five tries there are.
fn tried_first(pin: &str) -> bool {
    let steps: Vec<i16> =
        pin.as_bytes().windows(2).map(|pair| i16::from(pair[1]) - i16::from(pair[0])).collect();
    [0, 1, -1].into_iter().any(|step| steps.iter().all(|found| *found == step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_six_to_twelve_digits_that_are_not_tried_first() {
        let problems = |pin: &str, again: &str| {
            let mut checks = Checks::default();
            check(&mut checks, &SetPin { pin: pin.to_owned(), pin_again: again.to_owned() });
            match checks.finish() {
                Err(Error::Invalid(found)) => found.into_iter().map(|error| error.problem).collect(),
                _ => Vec::new(),
            }
        };
        for wrong in ["12345", "1234567890123", "29087x", "２９０８７４", " 290874"] {
            assert_eq!(problems(wrong, wrong), [FieldProblem::NotAPin], "{wrong:?}");
        }
        for weak in ["111111", "123456", "987654", "00000000"] {
            assert_eq!(problems(weak, weak), [FieldProblem::TooWeak], "{weak:?}");
        }
        assert_eq!(problems("", ""), [FieldProblem::Required]);
        assert_eq!(problems("290874", "290875"), [FieldProblem::DoesNotMatch]);
        assert_eq!(problems("290874", "290874"), []);
    }
}
