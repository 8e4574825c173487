//! Pictures, and what lies in a practice's folder of files.

use std::fs;

use hegu_core::Practice;
use hegu_core::opening::{self, Unlock};
use hegu_core::testing::{PASSPHRASE, TestPractice};

pub(crate) const LEAF: &[u8] = include_bytes!("../../../../../tests/sheets/logo.jpg");
pub(crate) const BACK: &[u8] = include_bytes!("../../../../../tests/sheets/figure.png");

/// How many sealed files there are, finished or not.
pub(crate) fn files(practice: &Practice) -> usize {
    let Ok(shelves) = fs::read_dir(practice.folder().join("att")) else { return 0 };
    shelves.map(|shelf| fs::read_dir(shelf.unwrap().path()).unwrap().count()).sum()
}

/// Locks the open practice, and opens it again as its owner does in the morning.
pub(crate) async fn the_next_morning(place: &TestPractice, open: &Practice) -> Practice {
    let person = open.actor().id.to_string();
    open.lock().await.unwrap();
    let unlock = Unlock { person, passphrase: PASSPHRASE.to_owned() };
    opening::unlock(place.premises(), unlock).await.unwrap()
}
