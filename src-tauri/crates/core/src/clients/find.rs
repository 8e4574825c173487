//! Finds clients as one types, and lists them.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::{self, Action, Outcome};
use crate::error::Result;
use crate::ids::{ClientId, PersonId};
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::filter::{ClientFilter, ClientOrder};
use super::index::{Page, Typed, Wanted};
use super::own::Whose;
use super::view::ClientRow;
use super::{rows, store};

/// What is being looked for.
#[derive(Debug, Default, Deserialize, Type)]
pub struct FindClients {
    /// Parts of a name, number, email, tag or birth date, or the number of a card ("417", "0417", "#417"); empty for everybody.
    pub text: String,
    /// Which of those; nothing for all.
    #[serde(default)]
    #[specta(optional)]
    pub filter: Option<ClientFilter>,
    /// In which order; nothing for that of the names, the best first.
    #[serde(default)]
    #[specta(optional)]
    pub order: Option<ClientOrder>,
    /// Rows to pass over.
    pub offset: i32,
    /// Rows to answer with, at most 200.
    pub limit: i32,
}

/// Who was found.
#[derive(Debug, Serialize, Type)]
pub struct FoundClients {
    /// In the order asked for; those that fit but for a slip of the keyboard come last.
    pub rows: Vec<ClientRow>,
    /// How many there are in all.
    pub total: i32,
    /// How many of them, the last, fit but for one letter that is wrong, missing, too much or in the wrong place.
    pub near: i32,
}

/// Finds clients in whose names, numbers, emails, tags or birth date every typed part occurs, or whose card has the typed
/// number. The whole names come first, then names that begin so.
///
/// A search is written into the audit with how many it found and never with what was typed, the first one of a sitting
/// in five minutes: every key asks anew, and a line for each would bury what was opened afterwards.
pub async fn find(practice: &Practice, input: FindClients) -> Result<FoundClients> {
    practice.permit(Permission::ReadClients).await?;
    let searches = !Typed::read(&input.text).is_empty();
    let page = page(practice, FindClients { limit: input.limit.clamp(1, 200), ..input }).await?;
    let rows = rows::rows_of(practice, &page.ids).await?;
    let told = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    if searches && !audit::was_just_done_at_all(practice, Action::ClientsSearched).await? {
        let mut change = practice.change(Action::ClientsSearched).await?;
        change.note("found", told(page.total));
        change.end(Outcome::Done).await?;
    }
    Ok(FoundClients { rows, total: told(page.total), near: told(page.near) })
}

/// The same clients without those that fit but for a slip, and nothing of them but who they are: what is done to all
/// that were found is done to whom the person meant.
pub async fn find_ids(practice: &Practice, input: FindClients) -> Result<Vec<String>> {
    practice.permit(Permission::ReadClients).await?;
    let all = FindClients { offset: 0, limit: i32::MAX, ..input };
    let Page { mut ids, total, near } = page(practice, all).await?;
    ids.truncate(total - near);
    Ok(ids.iter().map(ClientId::to_string).collect())
}

async fn page(practice: &Practice, input: FindClients) -> Result<Page> {
    let typed = Typed::read(&input.text);
    let filter = input.filter.unwrap_or_default();
    let whose = Whose::may_be_seen_by(practice.actor());
    let tagged = match filter.tags.as_slice() {
        [] => None,
        tags => Some(store::tagged(practice, tags).await?),
    };
    let wanted = Wanted {
        typed: &typed,
        whose,
        lying: filter.lying,
        statuses: &filter.statuses,
        tagged,
        responsible: filter.responsible.as_deref().map(PersonId::parse).transpose()?,
        ages: filter.ages,
        birth_month: filter.birth_month,
        today: practice.today(),
        order: input.order.unwrap_or_default(),
    };
    let count = |number: i32| usize::try_from(number).unwrap_or_default();
    let mut reading = practice.connection().await?;
    let live = reading.live_mut()?;
    live.cards.bring_up(&mut live.connection).await?;
    Ok(live.cards.find(&wanted, count(input.offset), count(input.limit)))
}
