//! The operating system's keyring, where this computer's device key lies.
//!
//! The device key makes a stolen copy of the practice worthless for guessing a colleague's passphrase. Alone it opens
//! nothing, the owner never needs it, and its absence never makes a new one: a keyring that says "nothing here" may
//! only be locked or fresh. So whatever the keyring answers, the practice goes on.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hegu_vault::DeviceKey;
use zeroize::Zeroizing;

/// A locked keyring asks a person, and nobody waits longer than this many seconds for it.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// Under which name the keyring shows our entries to its owner.
const SERVICE: &str = "Hegu";

/// Where device keys are kept.
#[derive(Debug, Clone)]
pub enum Keyring {
    /// The operating system's own.
    System,
    /// In memory, for tests; each entry is its name and its text.
    #[cfg(feature = "testing")]
    Memory(std::sync::Arc<std::sync::Mutex<Vec<(String, String)>>>),
    /// Nowhere: this computer has none.
    Absent,
}

/// What the keyring answered, in the few words that a person can act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// The key is kept.
    Kept,
    /// There is no keyring, or none that answers.
    NoKeyring,
    /// There is one, and it is locked or refuses.
    Refused,
}

/// Keeps a device key under the practice's id. The answer is for the log; nothing depends on it yet.
pub(crate) async fn keep(keyring: &Keyring, vault_id: &str, key: &DeviceKey) -> Answer {
    // Some keyrings take text only.
    let text = Zeroizing::new(STANDARD.encode(key.expose_bytes_for_keyring()));
    let name = format!("device-key {vault_id}");
    match keyring {
        Keyring::Absent => Answer::NoKeyring,
        #[cfg(feature = "testing")]
        Keyring::Memory(entries) => {
            entries.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((name, text.to_string()));
            Answer::Kept
        }
        Keyring::System => {
            let work = tokio::task::spawn_blocking(move || in_system(&name, &text));
            match tokio::time::timeout(LONGEST_WAIT, work).await {
                Ok(Ok(answer)) => answer,
                _ => Answer::Refused,
            }
        }
    }
}

/// The errors are told apart by kind and never printed: one of them carries the secret.
fn in_system(name: &str, text: &str) -> Answer {
    let written = keyring::Entry::new(SERVICE, name).and_then(|entry| entry.set_password(text));
    match written {
        Ok(()) => Answer::Kept,
        Err(keyring::Error::NoDefaultStore | keyring::Error::PlatformFailure(_)) => Answer::NoKeyring,
        Err(_) => Answer::Refused,
    }
}

/// Nobody who locks the practice waits longer than this for a note that is only a precaution.
const LONGEST_WAIT_FOR_A_NOTE: Duration = Duration::from_secs(1);

fn anchor_name(vault_id: &str) -> String {
    format!("audit-anchor {vault_id}")
}

/// Keeps how far the audit has come, in place of what was kept before. It is no secret.
pub(crate) async fn keep_anchor(keyring: &Keyring, vault_id: &str, anchor: String) -> Answer {
    let name = anchor_name(vault_id);
    match keyring {
        Keyring::Absent => Answer::NoKeyring,
        #[cfg(feature = "testing")]
        Keyring::Memory(entries) => {
            let mut entries = entries.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            entries.retain(|(kept, _)| *kept != name);
            entries.push((name, anchor));
            Answer::Kept
        }
        Keyring::System => {
            let work = tokio::task::spawn_blocking(move || in_system(&name, &anchor));
            match tokio::time::timeout(LONGEST_WAIT_FOR_A_NOTE, work).await {
                Ok(Ok(answer)) => answer,
                _ => Answer::Refused,
            }
        }
    }
}

/// Reads how far the audit had come when it was last noted here; nothing when it never was.
pub(crate) async fn read_anchor(keyring: &Keyring, vault_id: &str) -> Result<Option<String>, Answer> {
    let name = anchor_name(vault_id);
    match keyring {
        Keyring::Absent => Err(Answer::NoKeyring),
        #[cfg(feature = "testing")]
        Keyring::Memory(entries) => {
            let entries = entries.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            Ok(entries.iter().find(|(kept, _)| *kept == name).map(|(_, anchor)| anchor.clone()))
        }
        Keyring::System => {
            let work = tokio::task::spawn_blocking(move || out_of_system(&name));
            match tokio::time::timeout(LONGEST_WAIT_FOR_A_NOTE, work).await {
                Ok(Ok(answer)) => answer,
                _ => Err(Answer::Refused),
            }
        }
    }
}

fn out_of_system(name: &str) -> Result<Option<String>, Answer> {
    match keyring::Entry::new(SERVICE, name).and_then(|entry| entry.get_password()) {
        Ok(text) => Ok(Some(text)),
        Err(keyring::Error::NoEntry) => Ok(None),
        Err(keyring::Error::NoDefaultStore | keyring::Error::PlatformFailure(_)) => Err(Answer::NoKeyring),
        Err(_) => Err(Answer::Refused),
    }
}
