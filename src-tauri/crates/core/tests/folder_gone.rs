//! The practice's folder is moved away or deleted while it is open: nothing is called saved that nobody would find again.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use std::fs;

use chrono::DateTime;
use hegu_core::clients::{self, ClientInput, FindClients, RegisterClient};
use hegu_core::clock::Clock;
use hegu_core::drafts::{self, DraftKind, SaveDraft};
use hegu_core::opening::{self, Unlock, Warning};
use hegu_core::testing::{PASSPHRASE, TestPractice, fault, invented_premises};
use hegu_core::{Error, Practice, Slice, backup};

async fn register(practice: &Practice, given_name: &str) -> hegu_core::Result<()> {
    let client = ClientInput { given_name: given_name.to_owned(), ..ClientInput::default() };
    let register = RegisterClient { client, despite_twins: true, draft: None };
    clients::register(practice, register).await.map(drop)
}

async fn everybody(practice: &Practice) -> i32 {
    let everybody = FindClients { limit: 10, ..FindClients::default() };
    clients::find(practice, everybody).await.unwrap().total
}

async fn warned(practice: &Practice) -> bool {
    let warnings = opening::warnings(practice).await.unwrap();
    warnings
        .iter()
        .any(|warning| matches!(warning, Warning::FolderGone { folder } if folder == practice.folder()))
}

fn draft() -> SaveDraft {
    let (label, body) = ("Margaret".to_owned(), "{}".to_owned());
    SaveDraft { id: None, kind: DraftKind::NewClient, subject: None, label, body }
}

#[tokio::test]
async fn while_it_is_away_nothing_is_saved_and_once_it_is_back_everything_goes_on() {
    let test = TestPractice::make().await.unwrap();
    register(&test, "Margaret").await.unwrap();
    let begun = drafts::save(&test, draft()).await.unwrap();
    let folder = test.folder().to_path_buf();
    let aside = folder.with_extension("aside");
    fs::rename(&folder, &aside).unwrap();

    let mut changes = test.changes();
    let goes_on = SaveDraft { id: Some(begun.id), ..draft() };
    assert!(matches!(drafts::save(&test, goes_on).await, Err(Error::FolderGone)));
    assert!(matches!(drafts::save(&test, draft()).await, Err(Error::FolderGone)));
    assert!(matches!(backup::make(&test, |_, _| {}).await, Err(Error::FolderGone)));
    assert!(matches!(register(&test, "Tomás").await, Err(Error::FolderGone)));
    let stick = tempfile::tempdir().unwrap();
    let chosen = backup::choose_place(&test, stick.path().to_path_buf()).await;
    assert!(matches!(chosen, Err(Error::FolderGone)));
    assert!(!folder.exists(), "nothing is made in its place");
    assert_eq!(changes.recv().await.unwrap(), [Slice::Settings], "the screens hear of it once");
    assert!(warned(&test).await);
    let ten_days_on =
        test.at(Clock::Fixed(DateTime::parse_from_rfc3339("2026-05-22T10:57:00-07:00").unwrap()));
    assert_eq!(opening::warnings(&ten_days_on).await.unwrap().len(), 1, "its backups are no second news");
    assert_eq!(everybody(&test).await, 1, "what is there can still be read");

    fs::rename(&aside, &folder).unwrap();
    opening::look_for_folder(&test).await.unwrap();
    assert!(!warned(&test).await);
    drafts::save(&test, draft()).await.unwrap();
    register(&test, "Tomás").await.unwrap();
    assert_eq!(everybody(&test).await, 2);
    assert_eq!(fault(&test).await.unwrap(), None);
}

#[tokio::test]
async fn resting_empties_the_seat_also_while_its_entry_cannot_be_written() {
    let test = TestPractice::make().await.unwrap();
    fs::rename(test.folder(), test.folder().with_extension("aside")).unwrap();
    assert!(matches!(test.rest().await, Err(Error::FolderGone)));
    let everybody = FindClients { limit: 10, ..FindClients::default() };
    assert!(matches!(clients::find(&test, everybody).await, Err(Error::Locked)), "nobody sits there");
}

#[tokio::test]
async fn another_folder_in_its_place_is_not_taken_for_it() {
    let test = TestPractice::make().await.unwrap();
    let (folder, aside) = (test.folder().to_path_buf(), test.folder().with_extension("aside"));
    fs::rename(&folder, &aside).unwrap();
    fs::create_dir_all(folder.join("db")).unwrap();
    fs::copy(aside.join("db/practice.e1.1.db"), folder.join("db/practice.e1.1.db")).unwrap();
    assert!(matches!(drafts::save(&test, draft()).await, Err(Error::FolderGone)));
    assert!(warned(&test).await);
}

#[tokio::test]
async fn locking_closes_the_records_also_while_their_folder_is_away_and_they_open_once_it_is_back() {
    let around = tempfile::tempdir().unwrap();
    let premises = invented_premises(around.path());
    let practice = hegu_core::testing::create(&premises).await.unwrap();
    register(&practice, "Margaret").await.unwrap();
    let aside = premises.folder.with_extension("aside");
    fs::rename(&premises.folder, &aside).unwrap();
    assert!(practice.lock().await.is_err(), "that the lock is in no audit is said");
    assert!(practice.is_closed().await);
    fs::rename(&aside, &premises.folder).unwrap();
    let unlock = Unlock { person: practice.actor().id.to_string(), passphrase: PASSPHRASE.to_owned() };
    let again = opening::unlock(&premises, unlock).await.unwrap();
    assert_eq!(everybody(&again).await, 1);
    again.lock().await.unwrap();
}
