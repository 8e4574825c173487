//! A page that goes bad while the records are open: it is called so, nothing made of it is shown, nothing more is written
//! into the records, and the next opening offers the last backup.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use std::fs;
use std::path::Path;

use hegu_core::clients::{self, FindClients};
use hegu_core::opening::{self, Premises, Unlock};
use hegu_core::testing::{Demonstration, PASSPHRASE, create, demonstrate, invented_premises};
use hegu_core::{Error, Practice, Slice, Trouble, backup, bookings};

/// A practice that was closed, and its owner.
async fn practice(around: &Path) -> (Premises, String) {
    let premises = invented_premises(around);
    let practice = create(&premises).await.unwrap();
    demonstrate(&practice, Demonstration { size: 1, seed: 1 }).await.unwrap();
    let person = practice.actor().id.to_string();
    practice.lock().await.unwrap();
    (premises, person)
}

async fn open(premises: &Premises, person: &str) -> Result<Practice, Error> {
    let unlock = Unlock { person: person.to_owned(), passphrase: PASSPHRASE.to_owned() };
    opening::unlock(premises, unlock).await
}

/// Flips a bit in every page.
fn spoil(premises: &Premises) {
    let file = premises.folder.join("db/practice.e1.1.db");
    let mut bytes = fs::read(&file).unwrap();
    for page in bytes.chunks_mut(4096) {
        page[2_000] ^= 1;
    }
    fs::write(&file, bytes).unwrap();
}

fn everybody() -> FindClients {
    FindClients { limit: 200, ..FindClients::default() }
}

#[tokio::test]
async fn what_the_disk_gives_back_wrongly_is_said_to_be_damaged_and_nothing_more_is_written() {
    let around = tempfile::tempdir().unwrap();
    let (premises, person) = practice(around.path()).await;
    let whole = fs::read(premises.folder.join("db/practice.e1.1.db")).unwrap();
    let practice = open(&premises, &person).await.unwrap();
    let mut changes = practice.changes();

    // Every page that was not read for the opening.
    spoil(&premises);
    let found = clients::find(&practice, everybody()).await;
    assert!(matches!(found, Err(Error::RecordsDamaged)), "{found:?}");
    let log = premises.folder.join("db/practice.e1.1.db-wal");
    let before = fs::metadata(&log).unwrap().len();
    let setup = bookings::setup(&practice).await.map(drop);
    assert!(matches!(setup, Err(Error::RecordsDamaged)), "{setup:?}");
    assert_eq!(changes.recv().await.unwrap(), [Slice::Settings], "the window hears of it by itself");

    let rested = practice.rest().await;
    assert!(matches!(rested, Err(Error::RecordsDamaged)), "{rested:?}");
    assert_eq!(fs::metadata(&log).unwrap().len(), before, "not even an entry of the audit is written");

    // Closing is possible, and whoever comes next is told before they rely on anything.
    practice.lock().await.unwrap();
    let again = open(&premises, &person).await;
    assert!(matches!(again, Err(Error::Trouble(Trouble::DatabaseDamaged { .. }))), "{again:?}");
    // A file that was put back whole is nothing to be suspected for ever.
    fs::write(premises.folder.join("db/practice.e1.1.db"), whole).unwrap();
    for _ in 0..2 {
        let practice = open(&premises, &person).await.unwrap();
        assert!(clients::find(&practice, everybody()).await.is_ok());
        practice.lock().await.unwrap();
    }
    assert!(!premises.folder.join("records-damaged").exists());
}

#[tokio::test]
async fn a_backup_that_meets_a_damaged_page_says_so_for_all() {
    let around = tempfile::tempdir().unwrap();
    let (premises, person) = practice(around.path()).await;
    let practice = open(&premises, &person).await.unwrap();
    spoil(&premises);
    let made = backup::make(&practice, |_, _| {}).await;
    assert!(matches!(made, Err(Error::RecordsDamaged)), "{made:?}");
    let rested = practice.rest().await;
    assert!(matches!(rested, Err(Error::RecordsDamaged)), "{rested:?}");
}
