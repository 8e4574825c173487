//! Lists of clients that somebody saved, and who was in them twice.

use hegu_core::clients::{
    self, Ages, ClientColumn, ClientFilter, ClientInput, ClientOrder, ClientStatus, ComparedRecords,
    MergeClients, MergedRecord, MergingRecord, RegisterClient, SaveList,
};
use hegu_core::{Error, Practice};

/// The person at the keyboard saves lists.
pub(crate) async fn save_lists(practice: &Practice) -> Result<(), Error> {
    let filter = ClientFilter {
        statuses: vec![ClientStatus::Active, ClientStatus::Inactive],
        tags: vec!["community".to_owned()],
        responsible: Some(practice.actor().id.to_string()),
        ages: Ages::Adults,
        birth_month: Some(3),
    };
    let order = ClientOrder { by: ClientColumn::Born, down: true };
    for name in ["März", "Everybody, \"by\" age"] {
        let list = SaveList { id: None, name: name.to_owned(), filter: filter.clone(), order };
        clients::save_list(practice, list).await?;
    }
    Ok(())
}

/// What was saved, without ids.
pub(crate) async fn lists(practice: &Practice) -> Result<Vec<String>, Error> {
    let lists = clients::saved_lists(practice).await?;
    let me = practice.actor().id.to_string();
    let told = lists.into_iter().map(|list| {
        let ClientFilter { responsible, .. } = &list.filter;
        let mine = responsible.as_ref().is_some_and(|person| *person == me);
        let filter = ClientFilter { responsible: None, ..list.filter };
        format!("{}, {filter:?}, mine {mine}, {:?}", list.name, list.order)
    });
    Ok(told.collect())
}

/// Registers somebody once more, and makes one record of both.
pub(crate) async fn registered_twice(practice: &Practice, client: &str) -> Result<(), Error> {
    let peggy = ClientInput {
        given_name: "Peggy".to_owned(),
        family_name: "Oyelaran".to_owned(),
        ..ClientInput::default()
    };
    let peggy = RegisterClient { client: peggy, despite_twins: true, draft: None };
    let peggy = clients::register(practice, peggy).await?.id;
    let sides = clients::compare(practice, ComparedRecords { one: client.to_owned(), other: peggy }).await?;
    let [kept, gone] = [&sides[0], &sides[1]].map(|side| MergingRecord {
        id: side.client.id.clone(),
        version: side.client.version,
        health_version: side.health_version,
    });
    let client = sides[0].client.client.clone();
    clients::merge(practice, MergeClients { kept, gone, client, health: None }).await.map(drop)
}

/// What a record was merged with.
pub(crate) fn merged(record: MergedRecord) -> String {
    let MergedRecord { number, name, by, hindrance, .. } = record;
    format!("merged with no. {number}, {name}, by {by}, {hindrance:?}")
}
