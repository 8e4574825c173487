//! The operating system's keyring, where this computer's device key lies.
//!
//! The device key makes a stolen copy of the practice worthless for guessing a colleague's passphrase. Alone it opens
//! nothing, the owner never needs it, and its absence never makes a new one: a keyring that says "nothing here" may
//! only be locked or fresh. So whatever the keyring answers, the practice goes on; the answer is one of five that a
//! person can act on. Errors are told apart by kind and never printed: one of them carries the secret.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hegu_vault::DeviceKey;
use serde::Serialize;
use specta::Type;
use zeroize::Zeroizing;

/// A locked keyring asks a person, and nobody waits longer than this for it.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// What nobody asked for is not waited for: only as long as a keyring takes that answers by itself.
const BRIEF_WAIT: Duration = Duration::from_secs(1);

/// Under which name the keyring shows our entries to its owner.
const SERVICE: &str = "Hegu";

/// Where device keys are kept.
#[derive(Debug, Clone)]
pub enum Keyring {
    /// The operating system's own.
    System,
    /// In memory, with every mood of a real one, for tests.
    #[cfg(feature = "testing")]
    Pretended(std::sync::Arc<crate::testing::PretendedKeyring>),
    /// Nowhere: this computer has none.
    Absent,
}

/// How this computer's keyring stands, in the few words that a person can act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum KeyringStanding {
    /// What is asked for is there.
    Ready,
    /// It answers, and has nothing of ours: another computer, another account, or a keyring that was made anew.
    Empty,
    /// There is no keyring, or none that answers.
    None,
    /// There is one, and it is locked, or refuses.
    Locked,
    /// Under our name lies something else than this practice's key.
    Other,
}

/// Keeps this practice's device key.
pub(crate) async fn keep(keyring: &Keyring, vault_id: &str, key: &DeviceKey) -> KeyringStanding {
    write(keyring, device_entry(vault_id), encoded(key), LONGEST_WAIT).await
}

/// The practice's device key, as this computer has it.
pub(crate) async fn read(keyring: &Keyring, vault_id: &str) -> Result<DeviceKey, KeyringStanding> {
    find(keyring, device_entry(vault_id), LONGEST_WAIT).await.and_then(|text| decoded(&text))
}

/// How the keyring stands towards the key that the key file holds.
pub(crate) async fn standing(keyring: &Keyring, vault_id: &str, key: &DeviceKey) -> KeyringStanding {
    match read(keyring, vault_id).await {
        Ok(found) if found.expose_bytes_for_keyring() == key.expose_bytes_for_keyring() => {
            KeyringStanding::Ready
        }
        Ok(_) => KeyringStanding::Other,
        Err(standing) => standing,
    }
}

/// Keeps the key by which the log-in of this computer opens a practice of one person.
pub(crate) async fn keep_computer_unlock(
    keyring: &Keyring,
    vault_id: &str,
    key: &DeviceKey,
) -> KeyringStanding {
    write(keyring, computer_entry(vault_id), encoded(key), LONGEST_WAIT).await
}

/// The key by which the log-in of this computer opens the practice.
pub(crate) async fn read_computer_unlock(
    keyring: &Keyring,
    vault_id: &str,
) -> Result<DeviceKey, KeyringStanding> {
    find(keyring, computer_entry(vault_id), LONGEST_WAIT).await.and_then(|text| decoded(&text))
}

/// Takes that key away again. One that is gone already, or out of reach, opens nothing either, because the other half
/// goes with it.
pub(crate) async fn forget_computer_unlock(keyring: &Keyring, vault_id: &str) -> KeyringStanding {
    let name = computer_entry(vault_id);
    match keyring {
        Keyring::Absent => KeyringStanding::None,
        #[cfg(feature = "testing")]
        Keyring::Pretended(pretended) => pretended.forget(&name).await,
        Keyring::System => in_time(LONGEST_WAIT, move || ask_entry(&name, keyring::Entry::delete_credential))
            .await
            .err()
            .unwrap_or(KeyringStanding::Ready),
    }
}

fn device_entry(vault_id: &str) -> String {
    format!("device-key {vault_id}")
}

fn computer_entry(vault_id: &str) -> String {
    format!("computer-unlock {vault_id}")
}

/// Some keyrings take text only.
fn encoded(key: &DeviceKey) -> Zeroizing<String> {
    Zeroizing::new(STANDARD.encode(key.expose_bytes_for_keyring()))
}

/// What is not a key of ours is not overwritten unasked.
fn decoded(text: &str) -> Result<DeviceKey, KeyringStanding> {
    let bytes = Zeroizing::new(STANDARD.decode(text.trim()).map_err(|_| KeyringStanding::Other)?);
    let bytes: &[u8; 32] = bytes.as_slice().try_into().map_err(|_| KeyringStanding::Other)?;
    Ok(DeviceKey::from_bytes(bytes))
}

/// Writes an entry: `Ready` when it is kept.
async fn write(keyring: &Keyring, name: String, text: Zeroizing<String>, wait: Duration) -> KeyringStanding {
    match keyring {
        Keyring::Absent => KeyringStanding::None,
        #[cfg(feature = "testing")]
        Keyring::Pretended(pretended) => pretended.write(&name, &text).await,
        Keyring::System => in_time(wait, move || ask_entry(&name, |entry| entry.set_password(&text)))
            .await
            .err()
            .unwrap_or(KeyringStanding::Ready),
    }
}

/// Reads an entry.
async fn find(keyring: &Keyring, name: String, wait: Duration) -> Result<Zeroizing<String>, KeyringStanding> {
    match keyring {
        Keyring::Absent => Err(KeyringStanding::None),
        #[cfg(feature = "testing")]
        Keyring::Pretended(pretended) => pretended.read(&name).await,
        Keyring::System => {
            in_time(wait, move || ask_entry(&name, |entry| entry.get_password().map(Zeroizing::new))).await
        }
    }
}

/// Asks the entry of this name, and once more in a new session with the keyring where the one before failed: the library
/// looks for a keyring once, when it is first asked, and one that came up or was started anew since does not know it.
fn ask_entry<T>(name: &str, ask: impl Fn(&keyring::Entry) -> keyring::Result<T>) -> keyring::Result<T> {
    match keyring::Entry::new(SERVICE, name).and_then(|entry| ask(&entry)) {
        Err(keyring::Error::NoDefaultStore | keyring::Error::PlatformFailure(_)) => {
            ask(&entry_in_new_session(name)?)
        }
        other => other,
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn entry_in_new_session(name: &str) -> keyring::Result<keyring::Entry> {
    keyring_core::set_default_store(zbus_secret_service_keyring_store::Store::new()?);
    keyring_core::Entry::new(SERVICE, name).map(|inner| keyring::Entry { inner })
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn entry_in_new_session(name: &str) -> keyring::Result<keyring::Entry> {
    keyring::Entry::new(SERVICE, name)
}

/// Asks the system's keyring on a thread that may wait for a person; we do not.
async fn in_time<T: Send + 'static>(
    wait: Duration,
    ask: impl FnOnce() -> keyring::Result<T> + Send + 'static,
) -> Result<T, KeyringStanding> {
    match tokio::time::timeout(wait, tokio::task::spawn_blocking(ask)).await {
        Ok(Ok(Ok(answer))) => Ok(answer),
        Ok(Ok(Err(keyring::Error::NoEntry))) => Err(KeyringStanding::Empty),
        Ok(Ok(Err(keyring::Error::NoDefaultStore | keyring::Error::PlatformFailure(_)))) => {
            Err(KeyringStanding::None)
        }
        _ => Err(KeyringStanding::Locked),
    }
}

/// Keeps how far the audit has come, in place of what was kept before. It is no secret, and nobody waits for it.
pub(crate) async fn keep_anchor(keyring: &Keyring, vault_id: &str, anchor: String) -> KeyringStanding {
    write(keyring, anchor_entry(vault_id), Zeroizing::new(anchor), BRIEF_WAIT).await
}

/// How far the audit had come when it was last noted here.
pub(crate) async fn read_anchor(
    keyring: &Keyring,
    vault_id: &str,
) -> Result<Zeroizing<String>, KeyringStanding> {
    find(keyring, anchor_entry(vault_id), BRIEF_WAIT).await
}

fn anchor_entry(vault_id: &str) -> String {
    format!("audit-anchor {vault_id}")
}
