//! The same changed of many clients at once: all or nobody, an entry for each, and one way back.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use hegu_core::clients::{
    self, ClientFilter, ClientInput, ClientStatus, EditClient, EditManyClients, FindClients, RegisterClient,
    Same, SameChange, TimelineEntry,
};
use hegu_core::people::Role;
use hegu_core::testing::{Clinic, TestPractice, add, passphrase_of};
use hegu_core::{Error, FieldProblem, Practice};

fn named(given: &str, family: &str) -> ClientInput {
    ClientInput { given_name: given.to_owned(), family_name: family.to_owned(), ..ClientInput::default() }
}

async fn register(practice: &Practice, client: ClientInput) -> Result<clients::ClientView, Error> {
    clients::register(practice, RegisterClient { client, despite_twins: true, draft: None }).await
}

async fn found(practice: &Practice, text: &str) -> Vec<String> {
    let input = FindClients { text: text.to_owned(), limit: 50, ..FindClients::default() };
    clients::find(practice, input).await.unwrap().rows.into_iter().map(|row| row.name).collect()
}

async fn make_so(practice: &Practice, ids: &[&str], what: Same) -> Result<clients::EditedMany, Error> {
    let change = SameChange { ids: ids.iter().map(|id| (*id).to_owned()).collect(), what };
    clients::edit_many(practice, EditManyClients { changes: vec![change] }).await
}

fn stand(status: ClientStatus, since: &str) -> Same {
    Same::Stand { status, since: since.to_owned(), instead_of: None }
}

async fn record(practice: &Practice, id: &str) -> ClientInput {
    clients::overview(practice, id).await.unwrap().client.client
}

fn tag(tag: &str) -> String {
    tag.to_owned()
}

#[tokio::test]
async fn many_get_and_lose_a_tag_at_once_and_the_way_back_leaves_each_as_they_were() {
    let practice = TestPractice::make().await.unwrap();
    let tagged = |given: &str, tags: &[&str]| ClientInput {
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        ..named(given, "Lund")
    };
    let ana = register(&practice, tagged("Ana", &["QIGONG", "Sunday"])).await.unwrap();
    let bo = register(&practice, tagged("Bo", &[])).await.unwrap();
    let cy = register(&practice, tagged("Cy", &[])).await.unwrap();
    let ids = [ana.id.as_str(), bo.id.as_str(), cy.id.as_str(), bo.id.as_str()];
    let added = make_so(&practice, &ids, Same::AddTag { tag: tag(" Qigong ") }).await.unwrap();
    assert_eq!(added.changed, 2, "Ana has it already, however it is written");
    assert_eq!(record(&practice, &bo.id).await.tags, ["Qigong"]);
    assert_eq!(record(&practice, &ana.id).await, ana.client);
    assert_eq!(found(&practice, "qigong").await.len(), 3, "and all three are found by it");
    let overview = clients::overview(&practice, &bo.id).await.unwrap();
    assert_eq!(overview.client.version, 2);
    let entries: Vec<_> = overview
        .timeline
        .iter()
        .filter_map(|entry| match entry {
            TimelineEntry::DetailsChanged { fields, .. } => Some(fields.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(entries, [["tags".to_owned()]], "an entry of one's own for each");
    let removed = make_so(&practice, &ids, Same::RemoveTag { tag: tag("qigong") }).await.unwrap();
    assert_eq!(removed.changed, 3);
    assert_eq!(record(&practice, &ana.id).await.tags, ["Sunday"]);
    let back = clients::edit_many(&practice, EditManyClients { changes: removed.back }).await.unwrap();
    assert_eq!(back.changed, 3);
    assert_eq!(record(&practice, &ana.id).await.tags, ana.client.tags, "as it was written on each");
    let back = clients::edit_many(&practice, EditManyClients { changes: added.back }).await.unwrap();
    assert_eq!(back.changed, 2);
    assert_eq!(found(&practice, "qigong").await, ["Ana Lund"]);
    assert_eq!(make_so(&practice, &ids, Same::RemoveTag { tag: tag("Winter") }).await.unwrap().changed, 0);
    assert_eq!(
        clients::overview(&practice, &cy.id).await.unwrap().client.version,
        5,
        "counted at every change"
    );
}

#[tokio::test]
async fn many_are_discharged_at_once_and_the_way_back_knows_since_when_each_stood_as_they_did() {
    let practice = TestPractice::make().await.unwrap();
    let ana = register(&practice, named("Ana", "Lund")).await.unwrap();
    let away = ClientInput {
        status: ClientStatus::Inactive,
        status_since: "2024-02-01".to_owned(),
        ..named("Bo", "Lund")
    };
    let bo = register(&practice, away.clone()).await.unwrap();
    let gone = ClientInput {
        status: ClientStatus::Discharged,
        status_since: "2023-01-01".to_owned(),
        ..named("Cy", "Lund")
    };
    let gone = register(&practice, gone).await.unwrap();
    let dead = ClientInput {
        status: ClientStatus::Deceased,
        status_since: "2022-01-01".to_owned(),
        ..named("Di", "Lund")
    };
    let dead = register(&practice, dead).await.unwrap();
    let ids = [ana.id.as_str(), bo.id.as_str(), gone.id.as_str(), dead.id.as_str()];
    let died = make_so(&practice, &ids, stand(ClientStatus::Deceased, "")).await;
    assert!(matches!(&died, Err(Error::Invalid(fields)) if fields[0].path == "status"), "{died:?}");
    let ahead = make_so(&practice, &ids, stand(ClientStatus::Discharged, "2031-01-01")).await;
    assert!(matches!(&ahead, Err(Error::Invalid(fields)) if fields[0].path == "since"), "{ahead:?}");
    let done = make_so(&practice, &ids, stand(ClientStatus::Discharged, "2026-05-01")).await.unwrap();
    assert_eq!(done.changed, 2);
    let filter = Some(ClientFilter { statuses: vec![ClientStatus::Discharged], ..ClientFilter::default() });
    let listed = FindClients { filter, ..FindClients::default() };
    assert_eq!(clients::find_ids(&practice, listed).await.unwrap(), ids[..3]);
    for left in [&gone, &dead] {
        assert_eq!(
            record(&practice, &left.id).await,
            left.client,
            "who stands so already, or has died, is left"
        );
    }
    assert_eq!(record(&practice, &bo.id).await.status_since, "2026-05-01");
    clients::edit_many(&practice, EditManyClients { changes: done.back }).await.unwrap();
    assert_eq!(record(&practice, &ana.id).await, ana.client);
    assert_eq!(record(&practice, &bo.id).await, away);
}

#[tokio::test]
async fn the_way_back_leaves_whoever_was_changed_since() {
    let practice = TestPractice::make().await.unwrap();
    let ana = register(&practice, named("Ana", "Lund")).await.unwrap();
    let bo = register(&practice, named("Bo", "Lund")).await.unwrap();
    let inactive = stand(ClientStatus::Inactive, "");
    let done = make_so(&practice, &[ana.id.as_str(), bo.id.as_str()], inactive).await.unwrap();
    let died = ClientInput { status: ClientStatus::Deceased, ..bo.client.clone() };
    let edit = EditClient { id: bo.id.clone(), version: 2, client: died.clone(), draft: None };
    clients::edit(&practice, edit).await.unwrap();
    let back = clients::edit_many(&practice, EditManyClients { changes: done.back }).await.unwrap();
    assert_eq!((back.changed, back.left), (1, 1));
    assert_eq!(record(&practice, &ana.id).await, ana.client);
    assert_eq!(record(&practice, &bo.id).await, died);
}

#[tokio::test]
async fn an_associate_changes_many_of_their_own_and_nobody_elses() {
    let clinic = Clinic::open().await.unwrap();
    let others = register(&clinic.practice, named("Ana", "Lund")).await.unwrap();
    let ada = add(&clinic.practice, "Ada Quist", Role::Associate).await.unwrap();
    let ada = clinic.seat(&ada, &passphrase_of("Ada")).await.unwrap();
    let own = register(&ada, named("May", "Lund")).await.unwrap();
    let all = clients::find_ids(&ada, FindClients::default()).await.unwrap();
    assert_eq!(all, std::slice::from_ref(&own.id));
    let both = [own.id.as_str(), others.id.as_str()];
    let refused = make_so(&ada, &both, Same::AddTag { tag: tag("Qigong") }).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    assert_eq!(record(&ada, &own.id).await.tags, [""; 0], "not even her own");
    assert_eq!(make_so(&ada, &both[..1], Same::AddTag { tag: tag("Qigong") }).await.unwrap().changed, 1);
}

#[tokio::test]
async fn what_cannot_be_done_to_one_is_done_to_none_of_many() {
    let practice = TestPractice::make().await.unwrap();
    let ana = register(&practice, named("Ana", "Lund")).await.unwrap();
    let full = ClientInput { tags: (0..30).map(|n| format!("Tag {n}")).collect(), ..named("Bo", "Lund") };
    let bo = register(&practice, full).await.unwrap();
    let ids = [ana.id.as_str(), bo.id.as_str()];
    let full = make_so(&practice, &ids, Same::AddTag { tag: tag("Qigong") }).await;
    let Err(Error::Invalid(fields)) = full else { panic!("{full:?}") };
    assert_eq!((fields[0].path.as_str(), fields[0].limit), ("tag", Some(30)));
    let nobody = [ana.id.as_str(), "0196c000-0000-7000-8000-000000000000"];
    let gone = make_so(&practice, &nobody, Same::AddTag { tag: tag("Qigong") }).await;
    assert!(matches!(gone, Err(Error::NotFound)), "{gone:?}");
    let blank = make_so(&practice, &ids, Same::AddTag { tag: tag(" ") }).await;
    let Err(Error::Invalid(fields)) = blank else { panic!("{blank:?}") };
    assert_eq!(fields[0].problem, FieldProblem::Required);
    assert_eq!(record(&practice, &ana.id).await, ana.client);
    assert_eq!(clients::overview(&practice, &ana.id).await.unwrap().client.version, 1);
}

#[tokio::test]
async fn who_is_only_similar_is_not_among_all_that_were_found() {
    let practice = TestPractice::make().await.unwrap();
    let anna = register(&practice, named("Anna", "Garland")).await.unwrap();
    register(&practice, named("Ben", "Gerland")).await.unwrap();
    let sought = || FindClients { text: "garland".to_owned(), limit: 1, ..FindClients::default() };
    let shown = clients::find(&practice, FindClients { limit: 50, ..sought() }).await.unwrap();
    assert_eq!((shown.total, shown.near), (2, 1));
    assert_eq!(clients::find_ids(&practice, sought()).await.unwrap(), [anna.id]);
}
