//! The demonstration practice is the same every time, whole, and made by acts a person could do.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]
use hegu_core::alerts;
use hegu_core::audit::AuditKind;
use hegu_core::bookings::{self, OpenDiary};
use hegu_core::clients::{self, FindClients};
use hegu_core::notes::{self, Seal};
use hegu_core::testing::{Demonstration, TestPractice, demonstrate};
use hegu_core::today;
use hegu_core::trail::{self, AuditFilter, ReadAudit};

async fn names(seed: u64) -> Vec<String> {
    let practice = TestPractice::make().await.unwrap();
    demonstrate(&practice, Demonstration { size: 1, seed }).await.unwrap();
    let found = clients::find(&practice, FindClients { limit: 200, ..FindClients::default() }).await.unwrap();
    assert_eq!(found.total, 200);
    assert_eq!(today::read(&practice).await.unwrap().sheets, 2, "the practice's own beside the program's");
    let days = OpenDiary { from: "2026-05-07".to_owned(), until: "2026-05-20".to_owned() };
    let diary = bookings::diary(&practice, days).await.unwrap();
    assert!(diary.bookings.len() > 60, "people come every day: {}", diary.bookings.len());
    assert!(diary.bookings.iter().all(|booking| booking.despite.is_none()), "and nobody twice");
    let mut treated = 0;
    for row in &found.rows {
        if let Some(note) = notes::last(&practice, &row.id).await.unwrap() {
            assert_eq!(note.seal, Seal::Verified, "signed as a person would");
            treated += 1;
        }
    }
    let mut warned = 0;
    for row in &found.rows {
        warned += usize::from(!alerts::list(&practice, &row.id).await.unwrap().is_empty());
    }
    assert!((10..60).contains(&warned), "some have a history that warns: {warned} of 200");
    assert!(treated > 150, "most clients have been treated: {treated} of 200");
    let looks = AuditFilter { kind: Some(AuditKind::Looking), ..AuditFilter::default() };
    let looks = trail::read(&practice, ReadAudit { filter: looks, before: None }).await.unwrap().entries;
    assert!(looks.len() > 25, "somebody was at the desk in the last days: {}", looks.len());
    let verdict = trail::verify(&practice, |_, _| ()).await.unwrap();
    assert_eq!((verdict.first_bad, verdict.bad_checkpoint), (None, None));
    assert!(verdict.checkpoints > 100, "every day ends signed: {}", verdict.checkpoints);
    found.rows.into_iter().map(|row| row.name).collect()
}

#[tokio::test]
async fn the_same_seed_gives_the_same_people() {
    let first = names(7).await;
    assert_eq!(first, names(7).await);
    assert_ne!(first, names(8).await);
    assert!(first.iter().any(|name| name.contains("麗華") || name.contains("小明") || name.contains("健")));
}
