//! A government changes the rules of the clocks after visits were promised, and the next program knows the new ones.

use hegu_core::Practice;
use hegu_core::bookings::{self, Book};
use hegu_core::opening::{self, Unlock};
use hegu_core::testing::{PASSPHRASE, ask};

use super::clinic::{Clinic, register};

async fn opened_again(clinic: &Clinic, practice: &Practice) -> Practice {
    practice.lock().await.unwrap();
    let unlock = Unlock { person: clinic.ines.clone(), passphrase: PASSPHRASE.to_owned() };
    opening::unlock(clinic.practice.premises(), unlock).await.unwrap()
}

async fn followed(practice: &Practice) -> Vec<String> {
    ask(practice, "SELECT detail FROM audit_entry WHERE action = 'clocks_followed'").await.unwrap()
}

#[tokio::test]
async fn what_was_promised_is_the_time_on_the_wall_and_the_instant_follows() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let at = |start: &str| Book { start: start.to_owned(), ..clinic.visit(&alice, 0, "9:00") };
    let been = clinic.book(at("2026-05-08T10:00")).await.unwrap().id;
    let coming = clinic.book(at("2026-11-10T10:00")).await.unwrap().id;
    let stored = "SELECT start_at || ' ' || end_at || ' ' || from_at || ' ' || to_at FROM bookings_booking ORDER BY wall";
    let right = ask(&clinic.practice, stored).await.unwrap();
    let again = opened_again(&clinic, &clinic.practice).await;
    assert!(followed(&again).await.is_empty(), "by the same rules nothing is written");

    // Both were booked when the clocks of November and of May were to be an hour behind.
    let old_rules = "UPDATE bookings_booking SET start_at = start_at + 3600000, end_at = end_at + 3600000,
        from_at = from_at + 3600000, to_at = to_at + 3600000";
    ask(&again, old_rules).await.unwrap();
    let been_then = ask(&again, stored).await.unwrap()[0].clone();
    let again = opened_again(&clinic, &again).await;
    let now = ask(&again, stored).await.unwrap();
    assert_eq!(now, [been_then, right[1].clone()], "what has been was when it was");
    assert_eq!(followed(&again).await, [r#"{"visits":1}"#]);
    let seen = bookings::rows(&again, vec![been, coming]).await.unwrap();
    assert_eq!((seen[1].start.as_str(), seen[1].end.as_str()), ("2026-11-10T10:00", "2026-11-10T10:55"));
    again.lock().await.unwrap();
}
