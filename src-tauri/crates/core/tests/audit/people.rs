//! Nobody's place, role or key changes without an entry that says whose.

use std::fs;

use crate::complete::{records, tables, trail};
use hegu_core::keys::{self, ChangePassphrase, ResetPassphrase, UnlockWithComputer};
use hegu_core::people::{self, ChangeRole, EditPerson, PersonView, RemovePerson, Role};
use hegu_core::testing::{Clinic, PASSPHRASE, add, called, fault, passphrase_of};
use hegu_core::{Error, Practice};

/// Somebody's passphrase that fits every role.
const STRONG: &str = "granite walnut hover lantern tide";

/// One act of an owner upon people or keys, whether it works out or not; the person it is about.
async fn act(practice: &Practice, random: &mut fastrand::Rng, nth: usize) -> (String, Result<(), Error>) {
    let people = people::list(practice).await.unwrap().people;
    let PersonView { id, version, role, .. } = people[random.usize(0..people.len())].clone();
    let me = practice.actor().id.to_string();
    let stale = version - i32::from(random.u8(0..4) == 0);
    let done = match random.u8(0..11) {
        0 => {
            let name = format!("{} Helper", ["Ada", "Bo", "Cleo"][random.usize(0..3)]);
            return match add(practice, &name, Role::Receptionist).await {
                Ok(id) => (id, Ok(())),
                Err(error) => (me, Err(error)),
            };
        }
        1 | 2 => {
            let person = called(&format!("Person {nth}"));
            people::edit(practice, EditPerson { id: id.clone(), version: stale, person }).await.map(drop)
        }
        3 => people::suspend(practice, &id).await.map(drop),
        4 => people::resume(practice, &id).await.map(drop),
        5 | 6 => {
            let next = [Role::Practitioner, Role::Student, Role::Receptionist][random.usize(0..3)];
            let words = if role == Role::Owner { passphrase_of("Jun") } else { String::new() };
            let change = ChangeRole {
                id: id.clone(),
                version: stale,
                role: next,
                passphrase: words.clone(),
                passphrase_again: words,
            };
            people::change_role(practice, change).await.map(drop)
        }
        7 => {
            let words = STRONG.to_owned();
            let reset =
                ResetPassphrase { id: id.clone(), passphrase: words.clone(), passphrase_again: words };
            keys::reset_passphrase(practice, reset).await
        }
        8 if nth.is_multiple_of(3) => {
            people::remove(practice, RemovePerson { id: id.clone(), rotate: random.bool() }).await.map(drop)
        }
        9 => {
            let old = if random.bool() { PASSPHRASE } else { "not this one" };
            let change = ChangePassphrase {
                old: old.to_owned(),
                new: PASSPHRASE.to_owned(),
                new_again: PASSPHRASE.to_owned(),
            };
            return (me, keys::change_passphrase(practice, change).await);
        }
        _ => {
            let unlock = UnlockWithComputer { on: random.bool(), passphrase: PASSPHRASE.to_owned() };
            return (me, keys::unlock_with_computer(practice, unlock).await);
        }
    };
    (id, done)
}

#[tokio::test]
async fn every_change_of_people_and_keys_leaves_an_entry_that_names_whose_it_is() {
    let clinic = Clinic::open().await.unwrap();
    let practice = &clinic.practice;
    let tables = tables(practice).await;
    let key_file = clinic.premises.folder.join("vault.json");
    let mut random = fastrand::Rng::with_seed(7);
    let (mut before, mut said) = (records(practice, &tables).await, trail(practice).await.len());
    let mut keys_before = fs::read(&key_file).unwrap();
    let (mut changes, mut quiet) = (0, 0);
    for nth in 0..160 {
        let (whose, done) = act(practice, &mut random, nth).await;
        let after = records(practice, &tables).await;
        let (entries, keys_after) = (trail(practice).await, fs::read(&key_file).unwrap());
        let new = &entries[said..];
        if before == after && keys_before == keys_after {
            quiet += 1;
        } else {
            changes += 1;
            assert!(!new.is_empty(), "act {nth} on {whose} changed something and left no entry: {done:?}");
            assert!(
                new.iter().any(|entry| entry.contains(&whose)),
                "act {nth} on {whose}: {new:?}, {done:?}"
            );
        }
        (before, said, keys_before) = (after, entries.len(), keys_after);
    }
    assert!(changes > 60 && quiet > 20, "{changes} changes, {quiet} acts without one");
    assert_eq!(fault(practice).await.unwrap(), None);
}
