//! Two records of one person: found, compared, made one with everything that belongs to either, and made two again.

use hegu_core::alerts;
use hegu_core::clients::{self, ClientInput, TimelineEntry, UnmergeHindrance};
use hegu_core::drafts::{self, DraftKind, SaveDraft};
use hegu_core::notes::{self, PinWords, PinnedFrom, Seal};
use hegu_core::people::Role;
use hegu_core::testing::{TestPractice, ask};
use hegu_core::{Error, FieldProblem};
use proptest::prelude::*;

use crate::twice::{self, Person, compared, everything, found, make_one, named, record, twice};
use crate::written::{note, sign};

#[tokio::test]
async fn one_record_is_left_with_everything_of_both_and_two_come_back_as_they_were() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    let before = [everything(&practice, &kept).await, everything(&practice, &gone).await];
    let client = ClientInput { preferred_name: "Mags".to_owned(), ..record(&practice, &kept).await };
    let merged = make_one(&practice, &kept, &gone, client.clone()).await.unwrap();
    assert_eq!(merged.client.id, kept);
    assert_eq!(merged.client.client, client);
    assert_eq!(found(&practice, "oyelaran").await, [merged.client.name.as_str()], "one of them is found");
    assert_eq!(found(&practice, "maggie").await, [merged.client.name.as_str()], "by either name");
    let together = everything(&practice, &kept).await;
    for of_either in before.iter().flat_map(|person| &person.belongings) {
        assert!(together.belongings.contains(of_either), "{of_either} is in {together:?}");
    }
    assert_eq!(everything(&practice, &gone).await, together, "whoever still has the other open sees the one");
    let overview = clients::overview(&practice, &kept).await.unwrap();
    let Some(TimelineEntry::Merged { record, .. }) =
        overview.timeline.iter().find(|entry| matches!(entry, TimelineEntry::Merged { .. }))
    else {
        panic!("{:?}", overview.timeline)
    };
    assert_eq!((record.name.as_str(), record.number, record.hindrance), ("Maggie Oyelaran", 2, None));
    let two = clients::unmerge(&practice, &merged.merge).await.unwrap();
    assert_eq!((two.kept.id.as_str(), two.gone.id.as_str()), (kept.as_str(), gone.as_str()));
    let after = [everything(&practice, &kept).await, everything(&practice, &gone).await];
    assert_eq!(after, before);
    assert_eq!(found(&practice, "oyelaran").await.len(), 2);
    assert!(matches!(clients::unmerge(&practice, &merged.merge).await, Err(Error::NotFound)), "once");
    let entries = ask(
        &practice,
        "SELECT client || ' ' || action || ' ' || coalesce(json_extract(detail, '$.other_card'), '')
         FROM audit_entry WHERE action LIKE 'clients_%merged' ORDER BY seq",
    );
    let expected = [
        format!("{gone} clients_merged 1"),
        format!("{kept} clients_merged 2"),
        format!("{kept} clients_unmerged 2"),
        format!("{gone} clients_unmerged 1"),
    ];
    assert_eq!(entries.await.unwrap(), expected, "both acts, in both records");
}

#[tokio::test]
async fn a_signed_note_keeps_its_seal_and_is_read_added_to_and_pinned_in_the_one_record() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    let signed = notes::sign(&practice, sign(&gone, note())).await.unwrap();
    let words = || PinWords {
        note: signed.id.clone(),
        from: PinnedFrom::Plan,
        text: "Once more next week.".to_owned(),
    };
    notes::pin(&practice, words()).await.unwrap();
    let client = record(&practice, &kept).await;
    let merged = make_one(&practice, &kept, &gone, client).await.unwrap();
    let read = notes::open(&practice, &signed.id).await.unwrap();
    assert_eq!((read.client.as_str(), read.seal), (kept.as_str(), Seal::Verified));
    let pins = notes::pins(&practice, &kept).await.unwrap();
    assert_eq!((pins.len(), pins[0].seal), (1, Seal::Verified));
    let add = notes::AddAddendum { note: signed.id.clone(), text: "She called.".to_owned(), draft: None };
    let added = notes::add_addendum(&practice, add).await.unwrap();
    assert_eq!((added.seal, added.addenda[0].seal), (Seal::Verified, Seal::Verified));
    let last = notes::last(&practice, &kept).await.unwrap().unwrap();
    assert_eq!(last.id, signed.id, "beside the note that is written next");
    let (_, pdf) = notes::pdf(&practice, &signed.id).await.unwrap();
    assert!(pdf.starts_with(b"%PDF"));
    // Somebody has the other record open still, and signs there.
    let later = notes::sign(&practice, sign(&gone, note())).await.unwrap();
    assert_eq!(later.client, kept);
    clients::unmerge(&practice, &merged.merge).await.unwrap();
    assert_eq!(notes::open(&practice, &later.id).await.unwrap().client, kept, "what was written since stays");
    let read = notes::open(&practice, &signed.id).await.unwrap();
    assert_eq!((read.client.as_str(), read.seal), (gone.as_str(), Seal::Verified));
}

#[tokio::test]
async fn what_is_being_typed_about_either_is_not_lost() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    let typing = |kind: DraftKind, subject: &str| SaveDraft {
        id: None,
        kind,
        subject: Some(subject.to_owned()),
        label: "Margaret".to_owned(),
        body: "{}".to_owned(),
    };
    let details = drafts::save(&practice, typing(DraftKind::EditClient, &gone)).await.unwrap();
    let sides = clients::compare(&practice, compared(&kept, &gone)).await.unwrap();
    assert_eq!((sides[0].typing.len(), sides[1].typing.as_slice()), (0, &["Ines Marlow".to_owned()][..]));
    let client = record(&practice, &kept).await;
    let refused = make_one(&practice, &kept, &gone, client.clone()).await;
    assert!(
        matches!(&refused, Err(Error::Invalid(fields)) if fields[0].path == "gone"
            && fields[0].problem == FieldProblem::BeingTyped),
        "{refused:?}"
    );
    drafts::discard(&practice, &details.id).await.unwrap();
    let begun = drafts::save(&practice, typing(DraftKind::Note, &gone)).await.unwrap();
    let merged = make_one(&practice, &kept, &gone, client).await.unwrap();
    let subject = |id: String| {
        let practice = practice.clone();
        async move { drafts::read(&practice, &id).await.unwrap().subject.unwrap() }
    };
    assert_eq!(subject(begun.id.clone()).await, kept);
    let meanwhile = drafts::save(&practice, typing(DraftKind::Note, &gone)).await.unwrap();
    assert_eq!(subject(meanwhile.id.clone()).await, kept, "a window that was open all the time");
    clients::unmerge(&practice, &merged.merge).await.unwrap();
    assert_eq!(subject(begun.id).await, gone);
    assert_eq!(subject(meanwhile.id).await, kept);
}

#[tokio::test]
async fn details_typed_over_the_other_record_do_not_silently_become_those_of_the_one() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    let typed_over = clients::overview(&practice, &gone).await.unwrap().client;
    let client = record(&practice, &kept).await;
    let merged = make_one(&practice, &kept, &gone, client).await.unwrap();
    let edit = |id: &str, version: i32| clients::EditClient {
        id: id.to_owned(),
        version,
        client: named("Somebody", "Else"),
        draft: None,
    };
    for version in [typed_over.version, merged.client.version] {
        let refused = clients::edit(&practice, edit(&gone, version)).await;
        let now = merged.client.version;
        assert!(
            matches!(&refused, Err(Error::Stale { id, version }) if *id == kept && *version == now),
            "{refused:?}"
        );
    }
    clients::edit(&practice, edit(&kept, merged.client.version)).await.unwrap();
}

#[tokio::test]
async fn two_that_were_changed_since_they_were_compared_stay_two() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    let sides = clients::compare(&practice, compared(&kept, &gone)).await.unwrap();
    let client = sides[0].client.client.clone();
    let edit = clients::EditClient {
        id: gone.clone(),
        version: sides[1].client.version,
        client: named("Maggie", "Oyelaran-Reid"),
        draft: None,
    };
    clients::edit(&practice, edit).await.unwrap();
    let stale = clients::merge(&practice, twice::merging(&sides, client.clone(), None)).await;
    assert!(matches!(&stale, Err(Error::Stale { id, .. }) if *id == gone), "{stale:?}");
    let herself = make_one(&practice, &kept, &kept, client.clone()).await;
    assert!(matches!(herself, Err(Error::NotFound)), "nobody is merged with themselves");
    make_one(&practice, &kept, &gone, client.clone()).await.unwrap();
    let again = clients::merge(&practice, twice::merging(&sides, client, None)).await;
    assert!(matches!(again, Err(Error::NotFound)), "of two quick clicks one does it: {again:?}");
}

#[tokio::test]
async fn a_receptionist_merges_an_associate_only_their_own_and_a_student_nobody() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    for role in [Role::Associate, Role::Student] {
        let refused = clients::compare(&practice.seating(role), compared(&kept, &gone)).await;
        assert!(matches!(refused, Err(Error::NotPermitted)), "{role:?}");
    }
    let desk = practice.seating(Role::Receptionist);
    let sides = clients::compare(&desk, compared(&kept, &gone)).await.unwrap();
    assert_eq!(sides[1].attached.notes, None, "the desk does not see that there are notes");
    let merged = make_one(&desk, &kept, &gone, record(&practice, &kept).await).await.unwrap();
    clients::unmerge(&desk, &merged.merge).await.unwrap();
}

#[tokio::test]
async fn what_contradicts_it_is_said_and_nothing_is_taken_apart() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    let merged = make_one(&practice, &kept, &gone, record(&practice, &kept).await).await.unwrap();
    let edit = clients::EditClient {
        id: kept.clone(),
        version: merged.client.version,
        client: named("Margaret", "Reid"),
        draft: None,
    };
    let changed = clients::edit(&practice, edit).await.unwrap();
    let refused = clients::unmerge(&practice, &merged.merge).await;
    assert!(matches!(refused, Err(Error::StaysMerged(UnmergeHindrance::Details))), "{refused:?}");
    assert_eq!(record(&practice, &kept).await, changed.client);
    assert_eq!(found(&practice, "maggie").await, ["Margaret Reid"]);
    let alerts = alerts::list(&practice, &kept).await.unwrap();
    assert_eq!(alerts.len(), 2, "of either");
}

#[tokio::test]
async fn three_records_of_one_person_come_apart_in_the_order_they_came_together() {
    let practice = TestPractice::make().await.unwrap();
    let [first, second] = twice(&practice).await;
    let third = twice::register(&practice, named("Greta", "Oyelaran")).await;
    let signed = notes::sign(&practice, sign(&first, note())).await.unwrap();
    let before = [everything(&practice, &first).await, everything(&practice, &second).await];
    let inner = make_one(&practice, &second, &first, record(&practice, &second).await).await.unwrap();
    let outer = make_one(&practice, &third, &second, record(&practice, &third).await).await.unwrap();
    assert_eq!(found(&practice, "oyelaran").await, ["Greta Oyelaran"]);
    assert_eq!(notes::open(&practice, &signed.id).await.unwrap().client, third);
    let refused = clients::unmerge(&practice, &inner.merge).await;
    assert!(matches!(refused, Err(Error::StaysMerged(UnmergeHindrance::PartOfAnother))), "{refused:?}");
    clients::unmerge(&practice, &outer.merge).await.unwrap();
    assert_eq!(notes::open(&practice, &signed.id).await.unwrap().client, second);
    clients::unmerge(&practice, &inner.merge).await.unwrap();
    let after = [everything(&practice, &first).await, everything(&practice, &second).await];
    assert_eq!(after, before);
    assert_eq!(found(&practice, "oyelaran").await.len(), 3);
}

#[tokio::test]
async fn two_that_were_merged_into_one_come_out_the_last_first() {
    let practice = TestPractice::make().await.unwrap();
    let [first, second] = twice(&practice).await;
    let third = twice::register(&practice, named("Greta", "Oyelaran")).await;
    let before = [everything(&practice, &first).await, everything(&practice, &second).await];
    let inner = make_one(&practice, &first, &second, record(&practice, &first).await).await.unwrap();
    let outer = make_one(&practice, &first, &third, record(&practice, &first).await).await.unwrap();
    let refused = clients::unmerge(&practice, &inner.merge).await;
    assert!(matches!(refused, Err(Error::StaysMerged(UnmergeHindrance::AnotherSince))), "{refused:?}");
    clients::unmerge(&practice, &outer.merge).await.unwrap();
    clients::unmerge(&practice, &inner.merge).await.unwrap();
    let after = [everything(&practice, &first).await, everything(&practice, &second).await];
    assert_eq!(after, before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Whatever both records say and hold, and whichever of it was chosen: two come back as they were.
    #[test]
    fn merge_then_unmerge_gives_the_same_two_records(
        one in twice::person(), other in twice::person(), chosen in twice::details(), first_is_kept: bool,
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let practice = TestPractice::make().await.unwrap();
            let mut ids = [one.put_down(&practice).await, other.put_down(&practice).await];
            let before = [everything(&practice, &ids[0]).await, everything(&practice, &ids[1]).await];
            if !first_is_kept {
                ids.reverse();
            }
            let [kept, gone] = &ids;
            let merged = make_one(&practice, kept, gone, chosen).await.unwrap();
            clients::unmerge(&practice, &merged.merge).await.unwrap();
            let mut after = [everything(&practice, kept).await, everything(&practice, gone).await];
            if !first_is_kept {
                after.reverse();
            }
            assert_eq!(after, before);
            let _: Person = one;
        });
    }
}
