//! Wrong tries, however they come, are slowed down and are in the audit.

use hegu_core::Error;
use hegu_core::opening::{self, ProveSelf};
use hegu_core::testing::{Clinic, PASSPHRASE, TestPractice, ask, passphrase_of};

#[tokio::test]
async fn twenty_tries_at_once_are_four_tries_and_a_wait() {
    let test = TestPractice::make().await.unwrap();
    let practice: hegu_core::Practice = (*test).clone();
    let tries: Vec<_> = (0..20)
        .map(|number| {
            let practice = practice.clone();
            let input = ProveSelf { passphrase: format!("guess number {number}") };
            tokio::spawn(async move { opening::prove(&practice, input).await })
        })
        .collect();
    let mut answers = [0, 0];
    for tried in tries {
        match tried.await.unwrap() {
            Err(Error::WrongPassphrase { .. }) => answers[0] += 1,
            Err(Error::TooSoon { .. }) => answers[1] += 1,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(answers, [4, 16], "the fourth has to be waited for");
}

#[tokio::test]
async fn wrong_tries_at_the_locked_door_are_in_the_audit_whoever_unlocks() {
    let clinic = Clinic::open().await.unwrap();
    clinic.practice.lock().await.unwrap();
    for _ in 0..2 {
        let refused = clinic.unlock(&clinic.jun, "not this one").await;
        assert!(matches!(refused, Err(Error::WrongPassphrase { .. })), "{refused:?}");
    }
    let ines = clinic.unlock(&clinic.ines, PASSPHRASE).await.unwrap();
    let jun = hegu_core::opening::TakeSeat {
        person: clinic.jun.clone(),
        secret: passphrase_of("Jun"),
        by: opening::ProofKind::Passphrase,
    };
    let jun = opening::take_seat(&ines, jun).await.unwrap();
    let tries =
        "SELECT json_extract(detail, '$.wrong_tries') || person FROM audit_entry WHERE action = 'seat_taken'
                 ORDER BY seq DESC LIMIT 1";
    assert_eq!(ask(&jun, tries).await.unwrap(), [format!("2{}", clinic.jun)]);
}
