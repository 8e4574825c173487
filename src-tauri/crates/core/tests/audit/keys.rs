//! Nobody signs in another's name, also not with a key that was put into the records behind the program's back.

use hegu_core::keys::{self, ResetPassphrase};
use hegu_core::opening::{self, Warning};
use hegu_core::people::{self, ChangeRole, Role};
use hegu_core::testing::{Clinic, PASSPHRASE, ask, fault, rehash, tamper, verdict};
use hegu_core::{Practice, trail};

/// What somebody does who holds the key of the records and wants to sign as Jun.
async fn put_in_a_key(practice: &Practice, jun: &str) {
    let key = "ab".repeat(32);
    let put =
        format!("INSERT INTO people_signing_key (person, public_key, since) VALUES ('{jun}', x'{key}', 1)");
    ask(practice, &put).await.unwrap();
}

#[tokio::test]
async fn a_signing_key_that_no_entry_names_is_found_at_the_next_opening_and_said_whose() {
    let clinic = Clinic::open().await.unwrap();
    assert_eq!(fault(&clinic.practice).await.unwrap(), None, "every key of theirs is named");
    put_in_a_key(&clinic.practice, &clinic.jun).await;
    assert_eq!(verdict(&clinic.practice).await.unwrap().strange_key, Some(clinic.jun.clone()));
    let found = trail::verify(&clinic.practice, |_, _| ()).await.unwrap();
    assert_eq!((found.strange_key.as_deref(), found.first_bad), (Some("Jun Mori"), None));
    let standing = keys::security(&clinic.practice).await.unwrap().audit;
    assert!(standing.checked.is_some() && !standing.whole && !standing.broken, "{standing:?}");
    clinic.practice.lock().await.unwrap();
    let ines = clinic.unlock(&clinic.ines, PASSPHRASE).await.unwrap();
    opening::walk_audit(&ines).await.unwrap();
    assert!(keys::security(&ines).await.unwrap().audit.broken, "also before anybody has it checked");
    assert_eq!(opening::warnings(&ines).await.unwrap(), [Warning::AuditBroken]);
}

#[tokio::test]
async fn an_entry_written_to_vouch_for_a_key_counts_only_for_the_person_it_is_about_and_contradicts_what_was_signed()
 {
    let clinic = Clinic::open().await.unwrap();
    clinic.practice.lock().await.unwrap();
    let ines = clinic.unlock(&clinic.ines, PASSPHRASE).await.unwrap();
    tamper(&ines, "SELECT 1").await.unwrap();
    put_in_a_key(&ines, &clinic.jun).await;
    let detail = format!(r#"{{"signing_key":"{}"}}"#, "ab".repeat(32));
    let about = |person: &str| {
        format!("UPDATE audit_entry SET detail = '{detail}', subject = '{person}' WHERE seq = 3")
    };
    ask(&ines, &about(&clinic.grace)).await.unwrap();
    rehash(&ines, 3, None).await.unwrap();
    assert!(verdict(&ines).await.unwrap().strange_key.is_some(), "it is nobody else's");
    ask(&ines, &about(&clinic.jun)).await.unwrap();
    rehash(&ines, 3, None).await.unwrap();
    let found = verdict(&ines).await.unwrap();
    assert!(found.bad_checkpoint.is_some(), "Ines signed other entries: {found:?}");
}

#[tokio::test]
async fn every_way_in_which_a_key_comes_names_it() {
    let clinic = Clinic::open().await.unwrap();
    let again = "summer heron jun".to_owned();
    let reset =
        ResetPassphrase { id: clinic.jun.clone(), passphrase: again.clone(), passphrase_again: again };
    keys::reset_passphrase(&clinic.practice, reset).await.unwrap();
    let view = people::list(&clinic.practice).await.unwrap();
    let grace = view.people.into_iter().find(|person| person.id == clinic.grace).unwrap();
    let words = "granite walnut hover lantern tide".to_owned();
    let promote = ChangeRole {
        id: grace.id,
        version: grace.version,
        role: Role::Owner,
        passphrase: words.clone(),
        passphrase_again: words,
    };
    people::change_role(&clinic.practice, promote).await.unwrap();
    let keys = "SELECT CAST(count(*) AS TEXT) FROM people_signing_key";
    assert_eq!(ask(&clinic.practice, keys).await.unwrap(), ["5"]);
    assert_eq!(fault(&clinic.practice).await.unwrap(), None);
}
