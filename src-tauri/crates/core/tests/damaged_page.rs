//! A page that goes bad while the records are open: it is called so, and nothing made of it is shown.

use std::fs;

use hegu_core::Error;
use hegu_core::clients::{self, FindClients};
use hegu_core::opening::{self, Unlock};
use hegu_core::testing::{Demonstration, PASSPHRASE, create, demonstrate, premises};

#[tokio::test]
async fn what_the_disk_gives_back_wrongly_is_said_to_be_damaged() {
    let around = tempfile::tempdir().unwrap();
    let premises = premises(around.path());
    let practice = create(&premises).await.unwrap();
    demonstrate(&practice, Demonstration { size: 1, seed: 1 }).await.unwrap();
    let person = practice.actor().id.to_string();
    practice.lock().await.unwrap();
    let unlock = Unlock { person, passphrase: PASSPHRASE.to_owned() };
    let practice = opening::unlock(&premises, unlock).await.unwrap();

    // Every page that was not read for the opening.
    let file = premises.folder.join("db/practice.e1.1.db");
    let mut bytes = fs::read(&file).unwrap();
    for page in bytes.chunks_mut(4096) {
        page[2_000] ^= 1;
    }
    fs::write(&file, bytes).unwrap();
    let everybody = FindClients { text: String::new(), offset: 0, limit: 200 };
    let found = clients::find(&practice, everybody).await;
    assert!(matches!(found, Err(Error::RecordsDamaged)), "{found:?}");
}
