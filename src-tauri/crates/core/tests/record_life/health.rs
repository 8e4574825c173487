//! What becomes of two health histories.

use hegu_core::clients::{self, UnmergeHindrance};
use hegu_core::health::{self, HealthFlagKind, HealthHistory, PregnancyState, SeenHealth};
use hegu_core::people::Role;
use hegu_core::testing::TestPractice;
use hegu_core::{Error, FieldProblem};

use crate::taken_down::{flag, keep, later, line, pregnant, register};
use crate::twice::{compared, make_one, merging, record, twice};

fn allergic(to: &str) -> HealthHistory {
    HealthHistory { allergies: vec![line(to, "rash")], ..HealthHistory::default() }
}

#[tokio::test]
async fn a_history_goes_along_whole_where_the_other_record_has_none() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    keep(&practice, &gone, 0, allergic("latex")).await.unwrap();
    let tomorrow = later(&practice, 1);
    keep(&tomorrow, &gone, 1, allergic("penicillin")).await.unwrap();
    let desk = tomorrow.clone();
    let merged = make_one(&desk, &kept, &gone, record(&practice, &kept).await).await.unwrap();
    let now = health::read(&tomorrow, &kept).await.unwrap();
    assert_eq!((now.version, now.history), (2, allergic("penicillin")));
    assert_eq!(health::on_day(&tomorrow, &kept, "2026-05-12").await.unwrap().history, allergic("latex"));
    let raised = hegu_core::alerts::list(&tomorrow, &kept).await.unwrap();
    assert!(raised.iter().any(|alert| alert.raised.is_some()), "and warns: {raised:?}");
    health::review(&later(&practice, 2), SeenHealth { client: kept.clone(), version: 2 }).await.unwrap();
    let refused = clients::unmerge(&tomorrow, &merged.merge).await;
    assert!(matches!(refused, Err(Error::StaysMerged(UnmergeHindrance::Health))), "{refused:?}");
}

#[tokio::test]
async fn two_histories_become_one_by_whoever_may_read_both_and_each_comes_back() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    keep(&practice, &kept, 0, allergic("latex")).await.unwrap();
    let bleeds = HealthHistory {
        flags: vec![flag(HealthFlagKind::Anticoagulant, "2024", "", "apixaban")],
        ..allergic("penicillin")
    };
    keep(&practice, &gone, 0, bleeds.clone()).await.unwrap();
    let client = record(&practice, &kept).await;
    let desk = practice.seating(Role::Receptionist);
    let seen = clients::compare(&desk, compared(&kept, &gone)).await.unwrap();
    assert_eq!(
        (seen[1].health_version, &seen[1].health),
        (1, &None),
        "that there is one, and not what it says"
    );
    let together =
        HealthHistory { allergies: vec![line("latex", "rash"), line("penicillin", "rash")], ..bleeds };
    let refused = clients::merge(&desk, merging(&seen, client.clone(), Some(together.clone()))).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    let sides = clients::compare(&practice, compared(&kept, &gone)).await.unwrap();
    let nothing = clients::merge(&practice, merging(&sides, client.clone(), None)).await;
    assert!(
        matches!(&nothing, Err(Error::Invalid(fields)) if fields[0].path == "health"
            && fields[0].problem == FieldProblem::Required),
        "{nothing:?}"
    );
    let merged = clients::merge(&practice, merging(&sides, client, Some(together.clone()))).await.unwrap();
    let now = health::read(&practice, &kept).await.unwrap();
    assert_eq!((now.version, &now.history), (2, &together));
    let parting = clients::unmerge(&desk, &merged.merge).await;
    assert!(matches!(parting, Err(Error::NotPermitted)), "nor take them apart: {parting:?}");
    clients::unmerge(&practice, &merged.merge).await.unwrap();
    assert_eq!(health::read(&practice, &kept).await.unwrap().history, allergic("latex"));
    let other = health::read(&practice, &gone).await.unwrap();
    assert_eq!((other.version, other.history.allergies), (1, allergic("penicillin").allergies));
}

#[tokio::test]
async fn a_history_that_was_taken_down_since_is_the_one_records_own_and_hinders_nothing() {
    let practice = TestPractice::make().await.unwrap();
    let (kept, gone) = (register(&practice, "May").await, register(&practice, "Maya").await);
    let merged = make_one(&practice, &kept, &gone, record(&practice, &kept).await).await.unwrap();
    let trying = pregnant(PregnancyState::Trying, "");
    let stale = keep(&practice, &gone, 0, trying.clone()).await;
    assert!(matches!(&stale, Err(Error::Stale { id, .. }) if *id == kept), "typed over the other: {stale:?}");
    keep(&practice, &kept, 0, trying.clone()).await.unwrap();
    clients::unmerge(&practice, &merged.merge).await.unwrap();
    assert_eq!(health::read(&practice, &kept).await.unwrap().history, trying);
    assert_eq!(health::read(&practice, &gone).await.unwrap().version, 0);
}

#[tokio::test]
async fn of_an_earlier_day_both_histories_are_read_as_they_stood() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    keep(&practice, &kept, 0, allergic("latex")).await.unwrap();
    keep(&later(&practice, 2), &gone, 0, allergic("penicillin")).await.unwrap();
    let next_week = later(&practice, 7);
    make_one(&next_week, &kept, &gone, record(&next_week, &kept).await).await.unwrap();
    let now = health::read(&next_week, &kept).await.unwrap();
    assert_eq!(
        (now.beside.len(), &now.savings[..]),
        (0, &["2026-05-14".to_owned(), "2026-05-12".to_owned()][..])
    );
    let then = health::on_day(&next_week, &kept, "2026-05-14").await.unwrap();
    assert_eq!(then.history, allergic("latex"));
    let beside = &then.beside[0];
    assert_eq!((beside.number, &beside.history, beside.reviewed), (2, &allergic("penicillin"), true));
    let first = health::on_day(&next_week, &kept, "2026-05-12").await.unwrap();
    assert_eq!(first.beside, [], "nothing was taken down of the other yet");
    let since = health::on_day(&later(&practice, 8), &kept, "2026-05-19").await.unwrap();
    assert_eq!(since.beside, [], "from then on there is one");
}

#[tokio::test]
async fn histories_of_three_records_come_apart_again_one_after_the_other() {
    let practice = TestPractice::make().await.unwrap();
    let kept = register(&practice, "May").await;
    let (second, third) = (register(&practice, "Maya").await, register(&practice, "Maja").await);
    keep(&practice, &second, 0, allergic("latex")).await.unwrap();
    keep(&practice, &third, 0, allergic("penicillin")).await.unwrap();
    let inner = make_one(&practice, &kept, &second, record(&practice, &kept).await).await.unwrap();
    let sides = clients::compare(&practice, compared(&kept, &third)).await.unwrap();
    let both =
        HealthHistory { allergies: vec![line("latex", "rash"), line("penicillin", "rash")], ..allergic("") };
    let client = sides[0].client.client.clone();
    let outer = clients::merge(&practice, merging(&sides, client, Some(both))).await.unwrap();
    let first = clients::unmerge(&practice, &inner.merge).await;
    assert!(matches!(first, Err(Error::StaysMerged(UnmergeHindrance::AnotherSince))), "{first:?}");
    clients::unmerge(&practice, &outer.merge).await.unwrap();
    assert_eq!(health::read(&practice, &kept).await.unwrap().history, allergic("latex"));
    clients::unmerge(&practice, &inner.merge).await.unwrap();
    assert_eq!(health::read(&practice, &kept).await.unwrap().history, HealthHistory::default());
    assert_eq!(health::read(&practice, &second).await.unwrap().history, allergic("latex"));
    assert_eq!(health::read(&practice, &third).await.unwrap().history, allergic("penicillin"));
}

#[tokio::test]
async fn of_an_earlier_day_the_history_of_a_part_of_a_part_is_read_too() {
    let practice = TestPractice::make().await.unwrap();
    let mut ids = Vec::new();
    for (name, to) in [("May", "latex"), ("Maya", "penicillin"), ("Maja", "nuts")] {
        let id = register(&practice, name).await;
        keep(&practice, &id, 0, allergic(to)).await.unwrap();
        ids.push(id);
    }
    let next_week = later(&practice, 7);
    make_one(&next_week, &ids[1], &ids[2], record(&next_week, &ids[1]).await).await.unwrap();
    make_one(&next_week, &ids[0], &ids[1], record(&next_week, &ids[0]).await).await.unwrap();
    let then = health::on_day(&next_week, &ids[0], "2026-05-12").await.unwrap();
    let said: Vec<_> = then.beside.iter().map(|beside| (beside.number, &beside.history)).collect();
    assert_eq!(said, [(2, &allergic("penicillin")), (3, &allergic("nuts"))]);
}
