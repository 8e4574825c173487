//! What is said to whoever opens records that are not as they should be.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::DateTime;
use hegu_core::Practice;
use hegu_core::clock::Clock;
use hegu_core::opening::{self, Premises, Unlock, Warning, warnings};
use hegu_core::people::Keyring;
use hegu_core::testing::{PASSPHRASE, PretendedKeyring, ask, create, invented_premises, tamper};

async fn unlock(premises: &Premises, practice: &Practice) -> Practice {
    let unlock = Unlock { person: practice.actor().id.to_string(), passphrase: PASSPHRASE.to_owned() };
    opening::unlock(premises, unlock).await.unwrap()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[tokio::test]
async fn an_older_copy_of_everything_is_told_at_the_door_by_the_keyring_alone() {
    let around = tempfile::tempdir().unwrap();
    let keyring = Arc::<PretendedKeyring>::default();
    let premises =
        Premises { keyring: Keyring::Pretended(Arc::clone(&keyring)), ..invented_premises(around.path()) };
    let practice = create(&premises).await.unwrap();
    practice.lock().await.unwrap();
    let kept = around.path().join("kept");
    copy(&premises.folder, &kept);
    let practice = unlock(&premises, &practice).await;
    assert_eq!(warnings(&practice).await.unwrap(), []);
    hegu_core::keys::rotate(&practice).await.unwrap();
    practice.lock().await.unwrap();
    let practice = unlock(&premises, &practice).await;
    assert_eq!(warnings(&practice).await.unwrap(), [], "also with another key");
    practice.lock().await.unwrap();

    fs::remove_dir_all(&premises.folder).unwrap();
    copy(&kept, &premises.folder);
    for _ in 0..2 {
        let practice = unlock(&premises, &practice).await;
        assert_eq!(
            warnings(&practice).await.unwrap(),
            [Warning::RecordsPutBack],
            "until somebody has seen to it"
        );
        practice.lock().await.unwrap();
    }
    keyring.lose_everything();
    let practice = unlock(&premises, &practice).await;
    assert_eq!(warnings(&practice).await.unwrap(), [], "a keyring that remembers nothing accuses nobody");
}

#[tokio::test]
async fn a_clock_that_is_behind_is_told_until_it_is_right_again() {
    let around = tempfile::tempdir().unwrap();
    let premises = invented_premises(around.path());
    let practice = create(&premises).await.unwrap();
    let closed_at = practice.now();
    practice.lock().await.unwrap();
    let at = |time: &str| Clock::Fixed(DateTime::parse_from_rfc3339(time).unwrap());
    let behind = Premises { clock: at("2026-05-12T10:51:00-07:00"), ..premises.clone() };
    let practice = unlock(&behind, &practice).await;
    assert_eq!(warnings(&practice).await.unwrap(), [Warning::ClockBehind { last: closed_at.into() }]);
    let entries =
        ask(&practice, "SELECT count(*) FROM audit_entry WHERE action = 'clock_changed'").await.unwrap();
    assert_eq!(entries, ["1"]);
    let set_right = practice.at(at("2026-05-12T10:58:00-07:00"));
    assert_eq!(warnings(&set_right).await.unwrap(), []);
    drop(set_right);
    practice.lock().await.unwrap();
    let a_little = Premises { clock: at("2026-05-12T10:50:00-07:00"), ..premises };
    let practice = unlock(&a_little, &practice).await;
    assert_eq!(warnings(&practice).await.unwrap(), [], "a minute is what networks put right all the time");
}

#[tokio::test]
async fn an_entry_that_was_changed_is_told_once_the_audit_was_walked() {
    let around = tempfile::tempdir().unwrap();
    let premises = invented_premises(around.path());
    let practice = create(&premises).await.unwrap();
    tamper(&practice, "UPDATE audit_entry SET role = 'student' WHERE seq = 2").await.unwrap();
    practice.lock().await.unwrap();
    let practice = unlock(&premises, &practice).await;
    let mut changes = practice.changes();
    opening::walk_audit(&practice).await.unwrap();
    assert_eq!(warnings(&practice).await.unwrap(), [Warning::AuditBroken]);
    assert_eq!(changes.try_recv().unwrap(), [hegu_core::Slice::Settings], "the screens hear of it");
}
