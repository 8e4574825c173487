//! Records that nobody works with: put away whole, found again by whoever may need them, and back in use with the next act.

use hegu_core::clients::{
    self, ClientFilter, FindClients, InUse, PutAwayClients, PutAwayDone, RecordPlace, RegisterClient,
};
use hegu_core::drafts::{self, DraftKind, SaveDraft};
use hegu_core::people::Role;
use hegu_core::retention::{self, HoldRecord};
use hegu_core::testing::{TestPractice, ask, seated_as};
use hegu_core::{Error, Practice, correspondence, notes, today};

use crate::taken_down::later;
use crate::twice::{everything, found, make_one, named, record, register, twice};
use crate::written::{note, sign};

async fn put_away(practice: &Practice, id: &str, place: RecordPlace) -> PutAwayDone {
    clients::put_away(practice, PutAwayClients { ids: vec![id.to_owned()], place }).await.unwrap()
}

async fn listed(practice: &Practice, lying: Option<RecordPlace>) -> Vec<String> {
    let filter = Some(ClientFilter { lying, ..ClientFilter::default() });
    let find = FindClients { limit: 50, filter, ..FindClients::default() };
    clients::find(practice, find).await.unwrap().rows.into_iter().map(|row| row.name).collect()
}

async fn lies(practice: &Practice, id: &str) -> Option<RecordPlace> {
    clients::overview(practice, id).await.unwrap().client.put_away.map(|put_away| put_away.place)
}

#[tokio::test]
async fn an_archived_record_is_in_no_list_and_found_by_whoever_looks_for_it() {
    let practice = TestPractice::make().await.unwrap();
    let abel = register(&practice, named("Abel", "Oyelaran")).await;
    register(&practice, named("Zora", "Oyelaran")).await;
    let before = everything(&practice, &abel).await;
    assert_eq!(put_away(&practice, &abel, RecordPlace::Archive).await.ids, [abel.as_str()]);
    assert!(
        put_away(&practice, &abel, RecordPlace::Archive).await.ids.is_empty(),
        "a second click does nothing"
    );
    assert_eq!(listed(&practice, None).await, ["Zora Oyelaran"]);
    assert_eq!(listed(&practice, Some(RecordPlace::Archive)).await, ["Abel Oyelaran"]);
    assert_eq!(
        found(&practice, "oyelaran").await,
        ["Zora Oyelaran", "Abel Oyelaran"],
        "who comes stands first"
    );
    assert_eq!(today::read(&practice).await.unwrap().clients, 1);
    let lying = clients::lying(&practice, RecordPlace::Archive).await.unwrap();
    let [row] = &lying.rows[..] else { panic!("{lying:?}") };
    assert_eq!(
        (row.client.id.as_str(), row.put_away.by.as_str(), lying.total),
        (abel.as_str(), "Ines Marlow", 1)
    );
    assert_eq!(everything(&practice, &abel).await, before, "nothing of it is gone");
    let back = RegisterClient { client: named("Abel", "Oyelaran"), despite_twins: false, draft: None };
    let twin = clients::register(&practice, back).await;
    assert!(
        matches!(twin, Err(Error::LikelyDuplicate(ids)) if ids[0].to_string() == abel),
        "who comes back is known"
    );
    clients::take_out(&practice, vec![abel.clone()]).await.unwrap();
    assert_eq!(listed(&practice, None).await.len(), 2);
    let acts = ask(
        &practice,
        "SELECT action || ' ' || coalesce(json_extract(detail, '$.place'), '') FROM audit_entry
         WHERE action IN ('client_put_away', 'client_taken_out') ORDER BY seq",
    );
    assert_eq!(acts.await.unwrap(), ["client_put_away archive", "client_taken_out "]);
}

#[tokio::test]
async fn whoever_works_with_a_record_has_it_back_in_use() {
    let practice = TestPractice::make().await.unwrap();
    let abel = register(&practice, named("Abel", "Oyelaran")).await;
    put_away(&practice, &abel, RecordPlace::Archive).await;
    clients::overview(&practice, &abel).await.unwrap();
    retention::hold(&practice, HoldRecord { client: abel.clone(), reason: "A complaint".to_owned() })
        .await
        .unwrap();
    assert_eq!(
        lies(&practice, &abel).await,
        Some(RecordPlace::Archive),
        "to look is no work, nor to hold it"
    );
    notes::sign(&practice, sign(&abel, note())).await.unwrap();
    assert_eq!(lies(&practice, &abel).await, None);
    let acts = ask(&practice, "SELECT action FROM audit_entry ORDER BY seq DESC LIMIT 3").await.unwrap();
    assert_eq!(acts[..2], ["client_taken_out", "note_signed"], "and that is said");
    // A window that still shows the record that became part of another.
    let [kept, gone] = twice(&practice).await;
    let client = record(&practice, &kept).await;
    make_one(&practice, &kept, &gone, client).await.unwrap();
    ask(&practice, "DELETE FROM bookings_wait").await.unwrap();
    assert_eq!(put_away(&practice, &gone, RecordPlace::Archive).await.ids, [kept.as_str()]);
    crate::twice::warn(&practice, &gone, "Needles: faints").await;
    assert_eq!(lies(&practice, &kept).await, None);
}

#[tokio::test]
async fn nobody_is_put_away_with_whom_something_is_left_to_do() {
    let practice = TestPractice::make().await.unwrap();
    let id = register(&practice, named("Abel", "Oyelaran")).await;
    let why = async |place: RecordPlace| {
        let done = put_away(&practice, &id, place).await;
        assert!(done.ids.is_empty());
        assert_eq!(done.stayed[0].name, "Abel Oyelaran");
        done.stayed[0].why.clone()
    };
    let draft = SaveDraft {
        id: None,
        kind: DraftKind::Note,
        subject: Some(id.clone()),
        label: String::new(),
        body: "{}".to_owned(),
    };
    let begun = drafts::save(&practice, draft).await.unwrap();
    assert_eq!(why(RecordPlace::Archive).await, [InUse::BeingWritten]);
    drafts::discard(&practice, &begun.id).await.unwrap();
    let entry = correspondence::CorrespondenceInput {
        kind: correspondence::CorrespondenceKind::PhoneCall,
        day: "2026-05-12".to_owned(),
        text: "Asks for a letter".to_owned(),
        clinical: false,
        follow_up: "2026-05-20".to_owned(),
    };
    let keep = correspondence::KeepCorrespondence {
        id: None,
        version: None,
        client: id.clone(),
        entry,
        draft: None,
    };
    let called = correspondence::keep(&practice, keep).await.unwrap();
    assert_eq!(why(RecordPlace::Archive).await, [InUse::FollowUp]);
    let done = correspondence::FollowedUp { id: called.id, version: called.version, done: true };
    correspondence::follow_up(&practice, done).await.unwrap();
    assert_eq!(why(RecordPlace::Trash).await, [InUse::Written], "a call is something to keep");
    assert_eq!(put_away(&practice, &id, RecordPlace::Archive).await.ids.len(), 1);
    let [_, waiting] = twice(&practice).await;
    let stayed = put_away(&practice, &waiting, RecordPlace::Archive).await.stayed;
    assert_eq!(stayed[0].why, [InUse::Waiting]);
}

#[tokio::test]
async fn somebody_who_is_booked_is_in_use_until_they_have_come() {
    let practice = TestPractice::make().await.unwrap();
    let id = register(&practice, named("Abel", "Oyelaran")).await;
    let visit = hegu_core::bookings::Book {
        client: Some(id.clone()),
        service: None,
        practitioner: practice.actor().id.to_string(),
        room: None,
        start: "2026-05-14T09:00".to_owned(),
        which: None,
        parts: Some(vec![hegu_core::bookings::VisitPart { hands_on: true, minutes: 30 }]),
        company: None,
        note: String::new(),
        despite: None,
        wait: None,
        draft: None,
    };
    hegu_core::bookings::book(&practice, visit).await.unwrap();
    assert_eq!(put_away(&practice, &id, RecordPlace::Archive).await.stayed[0].why, [InUse::Booked]);
    assert_eq!(
        put_away(&later(&practice, 3), &id, RecordPlace::Archive).await.ids.len(),
        1,
        "that day is over"
    );
}

#[tokio::test]
async fn what_was_made_by_mistake_is_nowhere_but_in_the_trash() {
    let practice = TestPractice::make().await.unwrap();
    let id = register(&practice, named("Abel", "Oyelaran")).await;
    put_away(&practice, &id, RecordPlace::Trash).await;
    assert!(found(&practice, "oyelaran").await.is_empty());
    let day = today::read(&practice).await.unwrap();
    assert!(day.registered.is_empty() && day.recent.is_empty(), "{day:?}");
    assert_eq!(clients::lying(&practice, RecordPlace::Trash).await.unwrap().total, 1);
    clients::take_out(&practice, vec![id.clone()]).await.unwrap();
    assert_eq!(found(&practice, "oyelaran").await.len(), 1);
    retention::hold(&practice, HoldRecord { client: id.clone(), reason: "A claim".to_owned() })
        .await
        .unwrap();
    assert_eq!(put_away(&practice, &id, RecordPlace::Trash).await.stayed[0].why, [InUse::Held]);
    let kept = PutAwayClients { ids: vec![id], place: RecordPlace::Kept };
    assert!(
        matches!(clients::put_away(&practice, kept).await, Err(Error::Invalid(_))),
        "that is what erasing leaves"
    );
}

#[tokio::test]
async fn an_associate_puts_away_and_sees_only_their_own() {
    let practice = TestPractice::make().await.unwrap();
    let abel = register(&practice, named("Abel", "Oyelaran")).await;
    let associate = seated_as(&practice, Role::Associate);
    let ids = PutAwayClients { ids: vec![abel.clone()], place: RecordPlace::Archive };
    assert!(matches!(clients::put_away(&associate, ids).await, Err(Error::NotPermitted)));
    put_away(&practice, &abel, RecordPlace::Archive).await;
    assert_eq!(clients::lying(&associate, RecordPlace::Archive).await.unwrap().total, 0);
    let student = seated_as(&practice, Role::Student);
    assert!(matches!(clients::take_out(&student, vec![abel]).await, Err(Error::NotPermitted)));
}
