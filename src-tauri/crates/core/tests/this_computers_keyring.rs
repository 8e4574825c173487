//! What lies in the keyring of this computer, and what becomes of it.

use hegu_core::Error;
use hegu_core::keys::{self, ChangePassphrase, OpensWith, UnlockWithComputer};
use hegu_core::opening::{self, Unlock, UnlockWithRecoveryCode};
use hegu_core::people::{self, AddPerson, Keyring, KeyringStanding, Role};
use hegu_core::testing::{Clinic, Mood, PASSPHRASE, called, invented_premises, passphrase_of};

const OTHER: &str = "granite walnut hover lantern tide";
/// A key as ours are written, of another practice.
const ANOTHER_KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

#[tokio::test]
async fn another_key_under_our_name_is_left_until_an_owner_puts_the_right_one_there() {
    for (planted, refused) in [("not a key", "this computer's key"), (ANOTHER_KEY, "wrong passphrase")] {
        let clinic = Clinic::open().await.unwrap();
        clinic.practice.lock().await.unwrap();
        clinic.keyring.plant(planted);
        match clinic.unlock(&clinic.grace, &passphrase_of("Grace")).await {
            Err(Error::DeviceKeyNeeded(KeyringStanding::Other)) => assert_eq!(refused, "this computer's key"),
            Err(Error::WrongPassphrase { .. }) => assert_eq!(refused, "wrong passphrase"),
            other => panic!("{planted}: {other:?}"),
        }
        let ines = clinic.unlock(&clinic.ines, PASSPHRASE).await.unwrap();
        assert!(clinic.keyring.contents().contains(&planted.to_owned()), "nothing is overwritten unasked");
        assert_eq!(keys::security(&ines).await.unwrap().keyring, KeyringStanding::Other);
        let (passphrase, passphrase_again) = (OTHER.to_owned(), OTHER.to_owned());
        let pat = AddPerson { person: called("Pat"), role: Role::Student, passphrase, passphrase_again };
        let added = people::add(&ines, pat).await;
        assert!(matches!(added, Err(Error::Keyring(KeyringStanding::Other))), "{added:?}");
        keys::keep_in_keyring(&ines).await.unwrap();
        assert_eq!(keys::security(&ines).await.unwrap().keyring, KeyringStanding::Ready);
        ines.lock().await.unwrap();
        clinic.unlock(&clinic.grace, &passphrase_of("Grace")).await.unwrap();
    }
}

#[tokio::test]
async fn a_keyring_that_was_never_set_up_is_as_good_as_none() {
    let clinic = Clinic::open().await.unwrap();
    clinic.keyring.lose_everything();
    clinic.keyring.be(Mood::Fresh);
    let (passphrase, passphrase_again) = (OTHER.to_owned(), OTHER.to_owned());
    let pat = AddPerson { person: called("Pat Lee"), role: Role::Student, passphrase, passphrase_again };
    let pat = people::add(&clinic.practice, pat).await.unwrap().id;
    let view = keys::security(&clinic.practice).await.unwrap();
    assert_eq!(view.opens.last().unwrap().with, OpensWith::Passphrase);
    clinic.practice.lock().await.unwrap();
    clinic.unlock(&pat, OTHER).await.unwrap();
    assert!(clinic.keyring.names().is_empty(), "and nothing was put into it");
}

#[tokio::test]
async fn nothing_in_the_keyring_opens_a_clinic_and_nothing_in_it_is_a_passphrase() {
    let clinic = Clinic::open().await.unwrap();
    clinic.practice.lock().await.unwrap();
    let kept = clinic.keyring.contents();
    assert!(!kept.is_empty());
    for text in kept {
        for (person, name) in [(&clinic.ines, "Ines"), (&clinic.jun, "Jun"), (&clinic.grace, "Grace")] {
            // A clock that has gone on: how long one waits after wrong tries is another matter.
            std::fs::remove_file(clinic.premises.folder.join("attempts.json")).ok();
            for passphrase in [text.as_str(), ""] {
                let opened = clinic.unlock(person, passphrase).await;
                assert!(matches!(opened, Err(Error::WrongPassphrase { .. })), "{name}: {opened:?}");
            }
        }
        let new = || OTHER.to_owned();
        let code = UnlockWithRecoveryCode { code: text, new_passphrase: new(), new_passphrase_again: new() };
        let recovered = opening::recover(&clinic.premises, code).await;
        assert!(matches!(recovered, Err(Error::MistypedRecoveryCode { .. })), "{recovered:?}");
    }
    let by_log_in = opening::unlock_with_computer(&clinic.premises).await;
    assert!(matches!(by_log_in, Err(Error::ComputerUnlockGone)), "{by_log_in:?}");
}

#[tokio::test]
async fn a_changed_passphrase_keeps_the_way_in_by_the_computers_log_in() {
    let around = tempfile::tempdir().unwrap();
    let keyring = std::sync::Arc::<hegu_core::testing::PretendedKeyring>::default();
    let mut premises = invented_premises(around.path());
    premises.keyring = Keyring::Pretended(std::sync::Arc::clone(&keyring));
    let practice = hegu_core::testing::create(&premises).await.unwrap();
    let on = UnlockWithComputer { on: true, passphrase: PASSPHRASE.to_owned() };
    keys::unlock_with_computer(&practice, on).await.unwrap();
    let change = |old: &str, new: &str| ChangePassphrase {
        old: old.to_owned(),
        new: new.to_owned(),
        new_again: new.to_owned(),
    };
    keys::change_passphrase(&practice, change(PASSPHRASE, OTHER)).await.unwrap();
    practice.lock().await.unwrap();
    let practice = opening::unlock_with_computer(&premises).await.unwrap();
    keyring.be(Mood::Locked);
    keys::change_passphrase(&practice, change(OTHER, PASSPHRASE)).await.unwrap();
    let person = practice.actor().id.to_string();
    practice.lock().await.unwrap();
    keyring.be(Mood::Works);
    let gone = opening::unlock_with_computer(&premises).await;
    assert!(matches!(gone, Err(Error::ComputerUnlockGone)), "the keyring did not answer: {gone:?}");
    opening::unlock(&premises, Unlock { person, passphrase: PASSPHRASE.to_owned() }).await.unwrap();
}

#[tokio::test]
async fn a_keyring_that_hangs_does_not_keep_the_keys_in_memory() {
    let clinic = Clinic::open().await.unwrap();
    clinic.keyring.be(Mood::Hangs);
    let practice = clinic.practice.clone();
    let locking = tokio::spawn(async move { practice.lock().await });
    // By the time the keyring is asked, which never answers, the records are closed to the last page.
    while !clinic.keyring.was_waited_for() {
        tokio::task::yield_now().await;
    }
    assert!(clinic.practice.is_closed().await);
    assert!(!locking.is_finished(), "the keyring was asked, and is still waited for");
    locking.abort();
}
