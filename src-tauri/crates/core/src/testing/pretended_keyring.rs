//! A keyring in memory that can be in every mood a real one has.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use zeroize::Zeroizing;

use crate::people::KeyringStanding;

/// Entries by their names, and the mood of the day.
#[derive(Debug, Default)]
pub struct PretendedKeyring {
    inside: Mutex<(BTreeMap<String, String>, Mood)>,
    waited_for: AtomicBool,
}

/// How a keyring behaves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mood {
    /// As it should.
    #[default]
    Works,
    /// There is no bus, or nobody on it.
    Gone,
    /// It is locked and nobody unlocks it.
    Locked,
    /// It finds nothing and keeps nothing: never set up.
    Fresh,
    /// It answers with something that was never put in.
    Lies,
    /// It takes what it is given and never says so.
    Hangs,
}

impl PretendedKeyring {
    /// Changes its mood.
    pub fn be(&self, mood: Mood) {
        self.inside().1 = mood;
    }

    /// Whether somebody has asked while it hung.
    pub fn was_waited_for(&self) -> bool {
        self.waited_for.load(Ordering::Acquire)
    }

    /// Loses everything in it, as another computer would.
    pub fn lose_everything(&self) {
        self.inside().0.clear();
    }

    /// The names of what is kept.
    pub fn names(&self) -> Vec<String> {
        self.inside().0.keys().cloned().collect()
    }

    /// Everything in it, as any program of the account can read it.
    pub fn contents(&self) -> Vec<String> {
        self.inside().0.values().cloned().collect()
    }

    /// Puts something else under every name, as another program or another practice might.
    pub fn plant(&self, text: &str) {
        self.inside().0.values_mut().for_each(|kept| text.clone_into(kept));
    }

    fn inside(&self) -> MutexGuard<'_, (BTreeMap<String, String>, Mood)> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) async fn write(&self, name: &str, text: &str) -> KeyringStanding {
        if self.inside().1 == Mood::Hangs {
            self.waited_for.store(true, Ordering::Release);
            std::future::pending::<()>().await;
        }
        let mut inside = self.inside();
        match inside.1 {
            Mood::Works | Mood::Lies | Mood::Hangs => {
                inside.0.insert(name.to_owned(), text.to_owned());
                KeyringStanding::Ready
            }
            Mood::Gone => KeyringStanding::None,
            Mood::Locked | Mood::Fresh => KeyringStanding::Locked,
        }
    }

    pub(crate) async fn read(&self, name: &str) -> Result<Zeroizing<String>, KeyringStanding> {
        let inside = self.inside();
        match inside.1 {
            Mood::Works | Mood::Hangs => {
                inside.0.get(name).cloned().map(Zeroizing::new).ok_or(KeyringStanding::Empty)
            }
            Mood::Gone => Err(KeyringStanding::None),
            Mood::Locked => Err(KeyringStanding::Locked),
            Mood::Fresh => Err(KeyringStanding::Empty),
            Mood::Lies => Ok(Zeroizing::new("bm90IGEga2V5IG9mIG91cnM=".to_owned())),
        }
    }

    pub(crate) async fn forget(&self, name: &str) -> KeyringStanding {
        let mut inside = self.inside();
        match inside.1 {
            Mood::Gone => KeyringStanding::None,
            Mood::Locked => KeyringStanding::Locked,
            Mood::Works | Mood::Fresh | Mood::Lies | Mood::Hangs => match inside.0.remove(name) {
                Some(_) => KeyringStanding::Ready,
                None => KeyringStanding::Empty,
            },
        }
    }
}
