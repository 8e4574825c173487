//! Erasing what nobody finished, ticked off, or sees but through something else.

use hegu_core::drafts::{self, DraftKind, SaveDraft};
use hegu_core::erasure::{self, Reach};
use hegu_core::opening::{self, ProveSelf};
use hegu_core::testing::{PASSPHRASE, TestPractice, ask};
use hegu_core::{Error, bookings, notes};

use crate::erasure::{erase, go_by_florida, stands, visit};
use crate::taken_down::later;
use crate::twice::{make_one, named, record, register};
use crate::written::{note, sign};

#[tokio::test]
async fn what_somebody_who_left_had_typed_goes_with_the_record() {
    let practice = TestPractice::make().await.unwrap();
    let id = register(&practice, named("Abel", "Adeyemi")).await;
    let signed = notes::sign(&practice, sign(&id, note())).await.unwrap();
    go_by_florida(&practice).await;
    let typed = async |kind: DraftKind, subject: Option<&str>| {
        let body = format!(r#"{{"client":"{id}","text":"half a sentence"}}"#);
        let subject = subject.map(str::to_owned);
        let draft = SaveDraft { id: None, kind, subject, label: "Abel Adeyemi".to_owned(), body };
        drafts::save(&practice, draft).await.unwrap();
    };
    typed(DraftKind::EditClient, Some(&id)).await;
    typed(DraftKind::Booking, None).await;
    typed(DraftKind::Addendum, Some(&signed.id)).await;
    typed(DraftKind::Note, Some(&id)).await;
    assert!(matches!(erase(&practice, &id).await, Err(Error::Invalid(_))), "they are still at it");
    ask(&practice, "UPDATE drafts_draft SET closed_at = 1, closed_because = 'author_left'").await.unwrap();
    assert_eq!(erasure::plan(&practice, &id).await.unwrap().kept.unsigned, 1);
    erase(&practice, &id).await.unwrap();
    let left = ask(&practice, "SELECT kind FROM drafts_draft ORDER BY kind").await.unwrap();
    assert_eq!(left, ["addendum", "note"], "what belongs to treatment");
    let then = later(&practice, 366 * 5 + 1);
    opening::prove(&then, ProveSelf { passphrase: PASSPHRASE.to_owned() }).await.unwrap();
    erase(&then, &id).await.unwrap();
    assert_eq!(stands(&then, "half a sentence").await, [""; 0]);
}

#[tokio::test]
async fn what_nobody_ticked_off_was_a_visit_all_the_same() {
    let practice = TestPractice::make().await.unwrap();
    let id = register(&practice, named("Abel", "Adeyemi")).await;
    bookings::book(&practice, visit(&practice, &id, "2026-05-13T09:00", "")).await.unwrap();
    go_by_florida(&practice).await;
    let then = later(&practice, 3);
    let plan = erasure::plan(&then, &id).await.unwrap();
    assert_eq!((plan.reach, plan.kept.visits), (Reach::Part, 1));
}

#[tokio::test]
async fn what_is_kept_for_the_law_is_not_seen_through_another_record() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = crate::twice::twice(&practice).await;
    notes::sign(&practice, sign(&gone, note())).await.unwrap();
    ask(&practice, "UPDATE bookings_wait SET removed = 1").await.unwrap();
    go_by_florida(&practice).await;
    erase(&practice, &gone).await.unwrap();
    let client = record(&practice, &kept).await;
    let merged = make_one(&practice, &kept, &gone, client).await;
    assert!(matches!(merged, Err(Error::OnlyKept)), "{merged:?}");
}
