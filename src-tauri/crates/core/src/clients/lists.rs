//! Lists that somebody looks at again and again. They are that person's own: what one looks for is nobody else's business.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::Action;
use crate::checks::{Checks, FieldProblem};
use crate::error::Result;
use crate::ids::SavedListId;
use crate::people::Permission;
use crate::practice::Practice;

use super::filter::{ClientFilter, ClientOrder};
use super::store;

/// Longer names do not fit beside the search.
const LONGEST: u32 = 60;

/// A list under its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SavedList {
    /// The list.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Which clients it shows.
    pub filter: ClientFilter,
    /// In which order.
    pub order: ClientOrder,
}

/// A list to keep.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct SaveList {
    /// The list that is changed, or nothing for a new one.
    pub id: Option<String>,
    /// What it is called: no other list of the same person is.
    pub name: String,
    /// Which clients it shows.
    pub filter: ClientFilter,
    /// In which order.
    pub order: ClientOrder,
}

/// The lists of the person at the keyboard, by name.
pub async fn saved_lists(practice: &Practice) -> Result<Vec<SavedList>> {
    practice.permit(Permission::ReadClients).await?;
    store::saved_lists(practice, practice.actor().id).await
}

/// Keeps a list. One that is gone is [`Error::NotFound`](crate::Error::NotFound).
pub async fn save_list(practice: &Practice, input: SaveList) -> Result<SavedList> {
    practice.permit(Permission::ReadClients).await?;
    let known = input.id.as_deref().map(SavedListId::parse).transpose()?;
    let mut checks = Checks::default();
    let name = checks.required("name", &input.name, LONGEST);
    let month = input.filter.birth_month;
    if month.is_some_and(|month| !(1..=12).contains(&month)) {
        checks.note("filter.birth_month", FieldProblem::UnknownValue);
    }
    let me = practice.actor().id;
    let mut change = practice.change(Action::ClientListSaved).await?;
    if store::list_is_called(&change, me, &name, known).await? {
        checks.note("name", FieldProblem::NameTaken);
    }
    checks.finish()?;
    let id = known.map_or_else(|| practice.new_id().map(SavedListId::new), Ok)?;
    let list = SavedList { id: id.to_string(), name, filter: input.filter, order: input.order };
    store::keep_list(&mut change, id, known.is_none(), &list).await?;
    change.commit(id).await?;
    Ok(list)
}

/// Throws a list away; the clients in it stay.
pub async fn remove_list(practice: &Practice, id: &str) -> Result<()> {
    practice.permit(Permission::ReadClients).await?;
    let id = SavedListId::parse(id)?;
    let mut change = practice.change(Action::ClientListRemoved).await?;
    store::remove_list(&mut change, id).await?;
    change.commit(id).await
}
