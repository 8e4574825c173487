//! Clients as screens draw them.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;
use specta::Type;

use crate::error::Result;
use crate::ids::ClientId;
use crate::moment::Moment;
use crate::people::Permission;
use crate::practice::Practice;
use crate::printable::is_printable;
use crate::reader::Reader;

use super::contact::{Allowed, PhoneAllows};
use super::filter::age_on;
use super::model::ClientInput;
use super::own::Whose;
use super::put_away::{PutAway, RecordPlace};
use super::relation::{self, LinkedPerson};
use super::standing::ClientStatus;
use super::{name, store};

/// A client on their own page.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ClientView {
    /// The client.
    pub id: String,
    /// The number of their card, counted from 1.
    pub number: i32,
    /// How often the details were saved; an edit names it.
    pub version: i32,
    /// The full name as written.
    pub name: String,
    /// Years today, if the birth date is known.
    pub age: Option<i32>,
    /// Under eighteen today.
    pub minor: bool,
    /// Everything that was typed.
    pub client: ClientInput,
    /// The name of whoever answers for them; nothing for the whole practice.
    pub responsible: Option<String>,
    /// Those around them who are clients too, as their own records have them.
    pub linked: Vec<LinkedPerson>,
    /// The clients in whose records they are named.
    pub named_by: Vec<NamedBy>,
    /// Where the record lies that nobody works with; nothing while it is in use.
    pub put_away: Option<PutAway>,
    /// When they were registered (UTC milliseconds).
    pub registered_at: Moment,
    /// By whom.
    pub registered_by: String,
    /// When the details were last saved (UTC milliseconds).
    pub updated_at: Moment,
    /// By whom.
    pub updated_by: String,
}

/// A client in whose record another is named.
#[derive(Debug, Clone, Serialize, Type)]
pub struct NamedBy {
    /// That client.
    pub id: String,
    /// Their full name as written.
    pub name: String,
    /// What the other is to them.
    pub relation: String,
}

/// A client in a list.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ClientRow {
    /// The client.
    pub id: String,
    /// The number of their card.
    pub number: i32,
    /// The full name as written.
    pub name: String,
    /// What they want to be called.
    pub preferred_name: Option<String>,
    /// ISO date.
    pub birth_date: Option<String>,
    /// Years today.
    pub age: Option<i32>,
    /// The preferred telephone number.
    pub phone: Option<String>,
    /// What they allow there.
    pub phone_allows: PhoneAllows,
    /// The preferred email address.
    pub email: Option<String>,
    /// The first number at which they allow texts that say whose they are; nothing where there is none.
    pub text_phone: Option<String>,
    /// How they stand with the practice.
    pub status: ClientStatus,
    /// Where the record lies that nobody works with; nothing while it is in use.
    pub put_away: Option<RecordPlace>,
    /// When they were registered (UTC milliseconds).
    pub registered_at: Moment,
}

/// Reads a client for their page.
pub(super) async fn of(practice: &Practice, id: ClientId) -> Result<ClientView> {
    let stored = store::read(practice, id).await?;
    let age = stored.client.age(practice.today());
    let lives = stored.client.status != ClientStatus::Deceased;
    let named_by = named_by(practice, id).await?;
    let mut client = stored.client.to_input();
    let linked = relation::shown(practice, &mut client.relations).await?;
    Ok(ClientView {
        id: id.to_string(),
        number: stored.number,
        version: stored.version,
        name: name::full(&stored.client.given_name, &stored.client.family_name),
        age,
        minor: lives && age.is_some_and(|years| years < 18),
        client,
        linked,
        responsible: stored.responsible_name,
        named_by,
        put_away: store::put_away(practice, id).await?,
        registered_at: stored.created_at.into(),
        registered_by: stored.created_by,
        updated_at: stored.updated_at.into(),
        updated_by: stored.updated_by,
    })
}

/// In whose records somebody is named, of those that are the person at the keyboard's to see.
async fn named_by(practice: &Practice, id: ClientId) -> Result<Vec<NamedBy>> {
    let naming = store::named_by(practice, id).await?;
    let ids: Vec<ClientId> = naming.iter().map(|(client, _)| *client).collect();
    let rows = store::rows(practice, Whose::may_be_seen_by(practice.actor()), &ids).await?;
    let named = |row: store::ListRow| NamedBy {
        relation: naming
            .iter()
            .find(|(client, _)| client.to_string() == row.id)
            .map(|(_, relation)| relation.clone())
            .unwrap_or_default(),
        name: name::full(&row.given_name, &row.family_name),
        id: row.id,
    };
    Ok(rows.into_iter().map(named).collect())
}

/// Makes rows of what the store found.
pub(super) fn rows(practice: &Practice, rows: Vec<store::ListRow>) -> Vec<ClientRow> {
    let today = practice.today();
    let some = |text: String| (!text.is_empty()).then_some(text);
    let allowed = |stored: Option<i32>| Allowed::from_stored(stored.map(|yes| yes != 0));
    rows.into_iter()
        .map(|row| (ClientStatus::from_name(&row.status), row))
        .map(|(status, row)| ClientRow {
            name: name::full(&row.given_name, &row.family_name),
            // At which age somebody died is said in their record.
            age: row.birth_date.filter(|_| status != ClientStatus::Deceased).map(|born| age_on(born, today)),
            birth_date: row.birth_date.map(|born| born.to_string()),
            id: row.id,
            number: row.number,
            preferred_name: some(row.preferred_name),
            phone: row.phone,
            phone_allows: PhoneAllows {
                voicemail: allowed(row.voicemail),
                text: allowed(row.text),
                clinic_name: allowed(row.clinic_name),
            },
            text_phone: row.text_phone,
            email: row.email,
            status,
            put_away: row.put_away.as_deref().and_then(RecordPlace::from_name),
            registered_at: row.created_at.into(),
        })
        .collect()
}

/// The full names of clients, for lists of other things; in no particular order. Whoever is not the person at the
/// keyboard's to see is left out.
pub(crate) async fn names_of(
    practice: &Practice,
    reader: &impl Reader,
    ids: &[String],
) -> Result<Vec<(String, String)>> {
    let ids: Vec<ClientId> = ids.iter().map(|id| ClientId::parse(id)).collect::<Result<_>>()?;
    let rows = store::rows(reader, Whose::may_be_seen_by(practice.actor()), &ids).await?;
    Ok(rows.into_iter().map(|row| (row.id, name::full(&row.given_name, &row.family_name))).collect())
}

/// The numbers of clients' cards and their full names, by id. What is nobody's id is left out: whoever asks may have
/// read it from where anything could be written.
pub(crate) async fn cards_of(
    practice: &Practice,
    reader: &impl Reader,
    ids: &BTreeSet<&str>,
) -> Result<HashMap<String, (i32, String)>> {
    let ids: Vec<ClientId> = ids.iter().filter_map(|id| ClientId::parse(id).ok()).collect();
    let mut rows = store::rows_ever(reader, Whose::may_be_seen_by(practice.actor()), &ids).await?;
    if !practice.actor().role.may(Permission::CloseRecords) {
        rows.retain(|row| row.put_away.as_deref() != Some(RecordPlace::Kept.name()));
    }
    let card = |row: store::ListRow| (row.id, (row.number, name::full(&row.given_name, &row.family_name)));
    Ok(rows.into_iter().map(card).collect())
}

/// The names a sheet may address a client by: full name, and what to call them.
pub(crate) async fn salutation(reader: &impl Reader, id: ClientId) -> Result<(String, String)> {
    let client = store::read(reader, id).await?.client.to_input();
    let full = name::full(&client.given_name, &client.family_name);
    let called = [client.preferred_name, client.given_name, client.family_name]
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or_default();
    Ok((full, called))
}

/// Who somebody is, for a page of their record.
#[derive(Debug)]
pub(crate) struct Identified {
    name: String,
    number: i32,
    born: String,
}

/// Reads who somebody is.
pub(crate) async fn identified(reader: &impl Reader, id: ClientId) -> Result<Identified> {
    let stored = store::read(reader, id).await?;
    let born = stored.client.born().map(|day| day.format(", born %-d %B %Y").to_string());
    let name = name::full(&stored.client.given_name, &stored.client.family_name);
    Ok(Identified { name, number: stored.number, born: born.unwrap_or_default() })
}

impl Identified {
    /// For the head of the page: the name alone may be somebody else's too. Without it where some of it cannot be printed.
    pub(crate) fn line(&self, missing: &[char]) -> String {
        let Self { name, number, born } = self;
        if is_printable(name, missing) {
            format!("{name}{born}, no. {number}")
        } else {
            format!("No. {number:04}{born}")
        }
    }

    /// What they are called in a sentence: their name, or their number where it cannot be printed.
    pub(crate) fn called(&self, missing: &[char]) -> String {
        if is_printable(&self.name, missing) { self.name.clone() } else { format!("no. {:04}", self.number) }
    }
}
