//! What clients are found by, in memory while the practice is open: a look at every row of an encrypted file takes longer
//! than somebody types.
//!
//! It is read when somebody is first looked for, follows what is written into the table, and is wiped with everything else
//! when the practice is locked. [`matching`] says how well a client fits what was [`typed`], [`near`] looks past one slip,
//! [`born`] reads birth dates.

mod born;
mod matching;
mod near;
mod typed;

use std::cmp::Ordering;
use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

use crate::db::{Connection, Touched};
use crate::error::Result;
use crate::ids::{ClientId, PersonId};

use super::filter::{Ages, ClientColumn, ClientOrder, age_on};
use super::own::Whose;
use super::put_away::RecordPlace;
use super::standing::ClientStatus;
use super::store;

use matching::Fit;

pub(super) use typed::Typed;

/// Stands between what belongs together; nobody types it.
const FIELD: char = '\u{1f}';
/// Stands between two cards.
const CARD: char = '\n';

/// After so many changes everything is read anew.
const MANY: usize = 500;

/// The cards of all clients; empty until somebody is looked for.
#[derive(Debug, Default)]
pub(crate) struct CardIndex {
    cards: Cards,
    /// What was written since; nothing before the first reading.
    touched: Option<Touched>,
}

/// Cards in the order of the names.
#[derive(Default)]
struct Cards {
    list: Vec<Card>,
    /// What stands on all of them, folded.
    text: String,
}

impl std::fmt::Debug for Cards {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} cards", self.list.len())
    }
}

/// A client, as far as one is found by it.
pub(super) struct Card {
    pub(super) row: i64,
    pub(super) id: ClientId,
    pub(super) number: i32,
    pub(super) responsible: Option<PersonId>,
    pub(super) status: ClientStatus,
    pub(super) put_away: Option<RecordPlace>,
    pub(super) born: Option<NaiveDate>,
    pub(super) registered_at: i64,
    pub(super) sort_name: String,
    text: String,
    /// How much of the text the names are.
    names: usize,
    /// Where the text begins in the text of all.
    start: usize,
}

/// Who is wanted.
#[derive(Debug)]
pub(super) struct Wanted<'a> {
    pub(super) typed: &'a Typed,
    pub(super) whose: Whose,
    /// Where the record lies: nothing for those in use, and for whoever is searched also those in the archive.
    pub(super) lying: Option<RecordPlace>,
    /// None for all of them.
    pub(super) statuses: &'a [ClientStatus],
    /// Those who have the tag, where one is asked for.
    pub(super) tagged: Option<HashSet<ClientId>>,
    pub(super) responsible: Option<PersonId>,
    pub(super) ages: Ages,
    pub(super) birth_month: Option<u32>,
    pub(super) today: NaiveDate,
    pub(super) order: ClientOrder,
}

/// A page of who was found.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) ids: Vec<ClientId>,
    pub(super) total: usize,
    /// How many of them fit but for a slip; they are the last.
    pub(super) near: usize,
}

impl CardIndex {
    /// Reads what was written since it was last asked.
    pub(super) async fn bring_up(&mut self, connection: &mut Connection) -> Result<()> {
        let (touched, rows) = match self.touched.take() {
            Some(touched) => {
                let rows = touched.rows();
                (touched, Some(rows).filter(|rows| rows.len() <= MANY))
            }
            None => (connection.watch("clients_client").await?, None),
        };
        if rows.as_ref().is_none_or(|rows| !rows.is_empty()) {
            let read = store::cards(connection, rows.as_deref()).await?;
            match rows {
                Some(rows) => self.cards.change(&rows, read),
                None => {
                    self.cards = Cards::default();
                    self.cards.change(&[], read);
                }
            }
        }
        touched.forget();
        // Only now: what was broken off half way is read from the beginning.
        self.touched = Some(touched);
        Ok(())
    }

    /// Finds who is wanted.
    pub(super) fn find(&self, wanted: &Wanted<'_>, offset: usize, limit: usize) -> Page {
        let fits = matching::fits(&self.cards, wanted.typed);
        // The cards lie in the order of the names already, and to sort them again would take most of the time.
        let by_name = wanted.order == ClientOrder::default();
        let mut heaps: [Vec<&Card>; Fit::ALL] = Default::default();
        for (fit, card) in fits.into_iter().zip(&self.cards.list) {
            if fit != Fit::No && wanted.shows(card) {
                let heap = if by_name || fit == Fit::Near { fit } else { Fit::Card };
                heaps[heap as usize].push(card);
            }
        }
        if !by_name {
            heaps.iter_mut().for_each(|heap| heap.sort_by(|one, other| wanted.compare(one, other)));
        }
        // Who comes stands before who used to.
        if !wanted.typed.is_empty() {
            heaps.iter_mut().for_each(|heap| heap.sort_by_key(|card| card.put_away.is_some()));
        }
        let best_first = heaps.iter().rev().flatten();
        Page {
            total: heaps.iter().map(Vec::len).sum(),
            near: heaps[Fit::Near as usize].len(),
            ids: best_first.skip(offset).take(limit).map(|card| card.id).collect(),
        }
    }
}

impl Wanted<'_> {
    fn shows(&self, card: &Card) -> bool {
        let own = match self.whose {
            Whose::Everybodys => true,
            Whose::Of(person) => card.responsible == Some(person),
        };
        // A returning client is found; a record that was made by mistake is not.
        let in_use = match self.lying {
            None => {
                card.put_away.is_none()
                    || !self.typed.is_empty() && card.put_away == Some(RecordPlace::Archive)
            }
            // What is kept for the law alone is found by nobody.
            Some(RecordPlace::Kept) => false,
            wanted => card.put_away == wanted,
        };
        own && in_use
            && (self.statuses.is_empty() || self.statuses.contains(&card.status))
            && self.responsible.is_none_or(|person| card.responsible == Some(person))
            && self.tagged.as_ref().is_none_or(|tagged| tagged.contains(&card.id))
            && self.ages.show(card.born.map(|born| age_on(born, self.today)))
            && self.birth_month.is_none_or(|month| card.born.is_some_and(|born| born.month() == month))
    }

    /// Cards that are the same to this stay in the order of the names.
    fn compare(&self, card: &Card, other: &Card) -> Ordering {
        let ClientOrder { by, down } = self.order;
        let turned = |order: Ordering| if down { order.reverse() } else { order };
        match by {
            ClientColumn::Name => turned(card.named().cmp(&other.named())),
            ClientColumn::Born => {
                let unknown = card.born.is_none().cmp(&other.born.is_none());
                unknown.then_with(|| turned(card.born.cmp(&other.born)))
            }
            ClientColumn::Number => turned(card.number.cmp(&other.number)),
            ClientColumn::Registered => turned(card.registered_at.cmp(&other.registered_at)),
        }
    }
}

impl Card {
    /// A card on which nothing stands yet.
    pub(super) fn blank(row: i64, id: ClientId, number: i32, sort_name: String) -> Self {
        Self {
            row,
            id,
            number,
            sort_name,
            responsible: None,
            status: ClientStatus::Active,
            put_away: None,
            born: None,
            registered_at: 0,
            text: String::new(),
            names: 0,
            start: 0,
        }
    }

    /// Writes what somebody is called, folded; before anything else.
    pub(super) fn write_names(&mut self, names: &[String]) {
        names.iter().for_each(|name| self.write(name));
        self.names = self.text.len();
    }

    /// Writes something else on the card, folded.
    pub(super) fn write(&mut self, text: &str) {
        if !text.is_empty() {
            self.text.push_str(text);
            self.text.push(FIELD);
        }
    }

    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn named(&self) -> (&str, i32) {
        (&self.sort_name, self.number)
    }
}

impl Cards {
    /// Takes some rows, which are sorted, out and puts others in.
    fn change(&mut self, rows: &[i64], read: Vec<Card>) {
        self.list.retain(|card| rows.binary_search(&card.row).is_err());
        self.list.extend(read);
        self.list.sort_by(|one, other| one.named().cmp(&other.named()));
        let mut text = String::with_capacity(self.list.iter().map(|card| card.text.len() + 1).sum());
        for card in &mut self.list {
            card.start = text.len();
            text.push_str(&card.text);
            text.push(CARD);
        }
        self.text = text;
    }
}
