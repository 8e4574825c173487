//! Finds clients as one types.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::{self, Action, Outcome};
use crate::error::Result;
use crate::folding::{fold, phone_digits};
use crate::people::Permission;
use crate::practice::Practice;

use super::own::Whose;
use super::store::{self, Card, Wanted};
use super::view::{self, ClientRow};

/// What is being looked for.
#[derive(Debug, Deserialize, Type)]
pub struct FindClients {
    /// Parts of a name, number, email or birth date, or the number of a card ("417", "0417", "#417"); empty for everybody.
    pub text: String,
    /// Rows to pass over.
    pub offset: i32,
    /// Rows to answer with, at most 200.
    pub limit: i32,
}

/// Who was found.
#[derive(Debug, Serialize, Type)]
pub struct FoundClients {
    /// By family name, best matches first.
    pub rows: Vec<ClientRow>,
    /// How many there are in all.
    pub total: i32,
}

/// Finds clients in whose name, numbers, email or birth date every typed part occurs, or whose card has the typed number.
/// Names that begin with what was typed come first, then by family name.
///
/// A search is written into the audit with how many it found and never with what was typed, the first one of a sitting
/// in five minutes: every key asks anew, and a line for each would bury what was opened afterwards.
pub async fn find(practice: &Practice, input: FindClients) -> Result<FoundClients> {
    practice.permit(Permission::ReadClients).await?;
    let typed: String = input.text.chars().take(200).collect();
    let folded = fold(&typed);
    // "250 555 01" is one number typed with spaces, not three parts.
    let digits = phone_digits(&typed);
    let is_number = digits.len() >= 3 && typed.chars().all(|c| c.is_ascii_digit() || " ()+-./".contains(c));
    let parts: Vec<String> =
        folded.split(' ').filter(|part| !part.is_empty()).take(8).map(str::to_owned).collect();
    let number = is_number.then_some(digits);
    let whose = Whose::may_be_seen_by(practice.actor());
    let (limit, offset) = (input.limit.clamp(1, 200), input.offset.max(0));
    let wanted = Wanted { parts: &parts, number: number.as_deref(), card: Card::named(&typed) };
    let page = store::find(practice, whose, &wanted, limit, offset).await?;
    if !typed.trim().is_empty() && !audit::was_just_done_at_all(practice, Action::ClientsSearched).await? {
        let mut change = practice.change(Action::ClientsSearched).await?;
        change.note("found", page.total);
        change.end(Outcome::Done).await?;
    }
    Ok(FoundClients { rows: view::rows(practice, page.rows), total: page.total })
}
