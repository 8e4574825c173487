//! Leaving the keyboard and taking it: by passphrase, by PIN, by somebody else.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod written;

use hegu_core::opening::{self, ProveSelfWithPin};
use hegu_core::testing::{Clinic, PASSPHRASE, ask, fault, passphrase_of, set_pin};
use hegu_core::{Error, clients, notes, today};

const PIN: &str = "290874";

#[tokio::test]
async fn while_the_practice_rests_nobody_acts_and_a_pin_takes_the_seat_again() {
    let clinic = Clinic::open().await.unwrap();
    let ines = &clinic.practice;
    set_pin(ines, PIN).await.unwrap();
    ines.rest().await.unwrap();
    let find = clients::FindClients { limit: 1, ..clients::FindClients::default() };
    let resting = clients::find(ines, find).await;
    assert!(matches!(resting, Err(Error::Locked)), "{resting:?}");
    let desk = opening::desk(ines).await.unwrap();
    let pins: Vec<(&str, bool)> = desk.iter().map(|person| (person.name.as_str(), person.pin)).collect();
    assert_eq!(pins, [("Ines Marlow", true), ("Jun Mori", false), ("Grace Tan", false)]);

    let back = clinic.seat_by_pin(&clinic.ines, PIN).await.unwrap();
    let client = written::register(&back, "Maggie").await;
    let note = notes::sign(&back, written::sign(&client, written::note())).await.unwrap();
    assert_eq!(note.seal, notes::Seal::Verified, "the PIN brought the key that signs");
    assert!(
        matches!(clients::overview(ines, &client).await, Err(Error::Locked)),
        "the sitting of before is over"
    );
}

#[tokio::test]
async fn the_fifth_wrong_pin_forgets_it_and_each_is_in_the_audit() {
    let clinic = Clinic::open().await.unwrap();
    set_pin(&clinic.practice, PIN).await.unwrap();
    let mut left = Vec::new();
    for wrong in ["000001", "000002", "000003", "000004"] {
        match clinic.seat_by_pin(&clinic.ines, wrong).await {
            Err(Error::WrongPin { tries_left }) => left.push(tries_left),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(left, [4, 3, 2, 1]);
    for _ in 0..2 {
        let gone = clinic.seat_by_pin(&clinic.ines, PIN).await;
        match gone {
            Ok(practice) => {
                set_pin(&practice, PIN).await.unwrap();
                for wrong in ["000001", "000002", "000003", "000004", "000005"] {
                    drop(clinic.seat_by_pin(&clinic.ines, wrong).await);
                }
            }
            Err(error) => assert!(matches!(error, Error::PinGone), "{error:?}"),
        }
    }
    let ines = clinic.seat_ines().await.unwrap();
    let wrong = ask(&ines, "SELECT count(*) FROM audit_entry WHERE action = 'wrong_pin'").await.unwrap();
    assert_eq!(wrong, ["9"], "four, then five after a right one set the count back");
    assert!(matches!(clinic.seat_by_pin(&clinic.ines, PIN).await, Err(Error::PinGone)));
}

#[tokio::test]
async fn a_pin_is_gone_when_the_practice_is_locked_and_is_never_on_the_disk() {
    let clinic = Clinic::open().await.unwrap();
    set_pin(&clinic.practice, PIN).await.unwrap();
    clinic.practice.lock().await.unwrap();
    let ines = clinic.unlock(&clinic.ines, PASSPHRASE).await.unwrap();
    assert!(opening::desk(&ines).await.unwrap().iter().all(|person| !person.pin));
}

#[tokio::test]
async fn switching_gives_each_person_their_own_sitting_and_their_own_rights() {
    let clinic = Clinic::open().await.unwrap();
    set_pin(&clinic.practice, PIN).await.unwrap();
    let grace = clinic.seat(&clinic.grace, &passphrase_of("Grace")).await.unwrap();
    assert!(matches!(notes::last(&grace, "x").await, Err(Error::NotPermitted)));
    let ines = clinic.seat_by_pin(&clinic.ines, PIN).await.unwrap();
    let sittings = ask(&ines, "SELECT count(DISTINCT session) FROM audit_entry").await.unwrap();
    assert_eq!(sittings, ["4"], "making, the first sitting, the desk, and back");
    let wrong = clinic.seat(&clinic.grace, "a guess").await;
    assert!(matches!(wrong, Err(Error::WrongPassphrase { .. })), "{wrong:?}");
    assert!(
        clients::find(&ines, clients::FindClients { limit: 1, ..clients::FindClients::default() })
            .await
            .is_ok(),
        "a wrong try takes the keyboard from nobody"
    );
}

#[tokio::test]
async fn everybody_sees_the_clients_they_had_open_themselves() {
    let clinic = Clinic::open().await.unwrap();
    let client = written::register(&clinic.practice, "Maggie").await;
    clients::overview(&clinic.practice, &client).await.unwrap();
    assert_eq!(today::read(&clinic.practice).await.unwrap().recent[0].id, client);
    let grace = clinic.seat(&clinic.grace, &passphrase_of("Grace")).await.unwrap();
    assert!(today::read(&grace).await.unwrap().recent.is_empty(), "what a colleague looked at is theirs");
}

#[tokio::test]
async fn a_pin_proves_who_sits_there_for_a_signature() {
    let clinic = Clinic::open().await.unwrap();
    set_pin(&clinic.practice, PIN).await.unwrap();
    let later =
        clinic.practice.at(hegu_core::clock::Clock::Fixed("2026-05-12T11:30:00-07:00".parse().unwrap()));
    let client = written::register(&later, "Maggie").await;
    let unproven = notes::sign(&later, written::sign(&client, written::note())).await;
    assert!(matches!(unproven, Err(Error::ProofNeeded)), "{unproven:?}");
    assert!(set_pin(&later, "554433").await.is_err(), "nor does a passer-by set a PIN");
    let wrong = opening::prove_with_pin(&later, ProveSelfWithPin { pin: "000000".to_owned() }).await;
    assert!(matches!(wrong, Err(Error::WrongPin { tries_left: 4 })), "{wrong:?}");
    opening::prove_with_pin(&later, ProveSelfWithPin { pin: PIN.to_owned() }).await.unwrap();
    notes::sign(&later, written::sign(&client, written::note())).await.unwrap();
}

#[tokio::test]
async fn locking_out_of_a_rest_closes_everything() {
    let clinic = Clinic::open().await.unwrap();
    clinic.practice.rest().await.unwrap();
    clinic.practice.lock().await.unwrap();
    assert!(matches!(clinic.seat_ines().await, Err(Error::Locked)));
    let ines = clinic.unlock(&clinic.ines, PASSPHRASE).await.unwrap();
    assert_eq!(fault(&ines).await.unwrap(), None);
}
