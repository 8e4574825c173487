//! Lists of clients that somebody saved.

use hegu_core::clients::{self, Ages, ClientColumn, ClientFilter, ClientOrder, ClientStatus, SaveList};
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
