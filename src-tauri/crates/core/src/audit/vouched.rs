//! Which signing keys the chain vouches for.
//!
//! A row of a key is only a row: whoever holds the practice's key could put one in and sign with it in somebody's name.
//! So the entry under which a key came names it, whole, and a walk along the chain compares the keys there are with the
//! keys that entries named. Whoever adds such an entry too has left a trace that everybody reads, and cannot put it
//! before what others have signed.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::error::Result;
use crate::reader::Reader;

use super::action::Action;
use super::entry::Outcome;
use super::store::{self, EntryRow};

/// The fact of an entry that names a signing key of its subject, in hexadecimal digits.
pub(crate) const SIGNING_KEY: &str = "signing_key";

/// Whether any entry names a key: in a practice from before entries did, none does. The first entry of every other one
/// names its owner's.
pub(crate) async fn names_any_key(reader: &impl Reader) -> Result<bool> {
    store::names_any_key(reader.connection().await?.sqlite()?, Action::SigningKeyNoted.name()).await
}

/// The keys that entries named, with whose they are.
#[derive(Debug, Default)]
pub(super) struct Vouched(HashSet<(String, String)>);

impl Vouched {
    /// Takes in what an entry names.
    pub(super) fn hear(&mut self, entry: &EntryRow) {
        // Most entries name none, and reading them all as JSON would take longer than the rest of the walk.
        if entry.outcome != Outcome::Done.name() || !entry.detail.contains(SIGNING_KEY) {
            return;
        }
        let key = serde_json::from_str::<Value>(&entry.detail).ok();
        let key = key.as_ref().and_then(|detail| detail.get(SIGNING_KEY)?.as_str());
        if let (Some(person), Some(key)) = (&entry.subject, key) {
            self.0.insert((person.clone(), key.to_owned()));
        }
    }

    /// The first person, in the order of their ids, with a key that no entry named.
    pub(super) fn first_strange(&self, keys: &HashMap<String, Vec<Vec<u8>>>) -> Option<String> {
        let known = |person: &String, key: &Vec<u8>| self.0.contains(&(person.clone(), hex::encode(key)));
        let strange = |(person, keys): &(&String, &Vec<Vec<u8>>)| !keys.iter().all(|key| known(person, key));
        keys.iter().filter(strange).map(|(person, _)| person.clone()).min()
    }
}
