//! Who might be the same person: the candidates, fetched in one statement for the rule to judge, and of whom somebody said that
//! they are two people.

use chrono::NaiveDate;
use serde::Deserialize;
use sqlx::{QueryBuilder, Sqlite};

use crate::change::Change;
use crate::clients::model::Client;
use crate::clients::name;
use crate::clients::own::Whose;
use crate::clients::twins::Likeness;
use crate::db::in_one;
use crate::error::Result;
use crate::folding::{fold, phone_digits};
use crate::ids::ClientId;
use crate::reader::Reader;

use super::list::push_whose;

/// What the twin rule looks at.
pub(in crate::clients) fn likeness(client: &Client) -> Likeness {
    let mut contacts: Vec<String> = client.phones.iter().map(|phone| phone_digits(&phone.number)).collect();
    contacts.extend(client.emails.iter().map(|email| fold(&email.email)));
    Likeness {
        name_key: name::name_key(client),
        called: vec![fold(&client.given_name), fold(&client.preferred_name)],
        family: fold(&client.family_name),
        birth_date: client.born(),
        contacts,
    }
}

#[derive(Debug, Deserialize)]
struct TwinRow {
    id: String,
    given_name: String,
    family_name: String,
    preferred_name: String,
    name_key: String,
    birth_date: Option<NaiveDate>,
    contacts: Option<String>,
}

const COLUMNS: &str = "id, given_name, family_name, preferred_name, name_key, birth_date, contacts";

/// What the rule looks at, of every record there is; a record that is part of another stands for that one, as they were called
/// so, too. Contacts hold no line break.
const ALL: &str =
    "SELECT coalesce(client.merged_into, client.id) AS id, given_name, family_name, preferred_name, name_key,
        birth_date,
        (SELECT group_concat(contact, char(10))
         FROM (SELECT digits AS contact FROM clients_phone WHERE clients_phone.client = client.id
               UNION ALL SELECT folded FROM clients_email WHERE clients_email.client = client.id)) AS contacts
    FROM clients_client AS client ";

async fn fetch(reader: &impl Reader, mut query: QueryBuilder<Sqlite>) -> Result<Vec<(ClientId, Likeness)>> {
    let rows: Vec<TwinRow> =
        in_one::fetch(query.build_query_scalar(), reader.connection().await?.sqlite()?).await?;
    let likeness = |row: TwinRow| {
        let contacts = row.contacts.unwrap_or_default();
        let likeness = Likeness {
            name_key: row.name_key,
            called: vec![fold(&row.given_name), fold(&row.preferred_name)],
            family: fold(&row.family_name),
            birth_date: row.birth_date,
            contacts: contacts.lines().map(str::to_owned).collect(),
        };
        Ok((ClientId::parse(&row.id)?, likeness))
    };
    rows.into_iter().map(likeness).collect()
}

/// Everybody who shares the name, the birth date or a contact, for the rule to judge.
pub(in crate::clients) async fn twin_candidates(
    reader: &impl Reader,
    of: &Likeness,
) -> Result<Vec<(ClientId, Likeness)>> {
    let mut query = QueryBuilder::<Sqlite>::new(in_one::begin(COLUMNS) + ALL);
    query.push("WHERE client.id IN (SELECT id FROM clients_client WHERE name_key = ");
    query.push_bind(&of.name_key);
    if let Some(born) = of.birth_date {
        query.push(" UNION SELECT id FROM clients_client WHERE birth_date = ").push_bind(born);
    }
    for contact in of.contacts.iter().filter(|contact| !contact.is_empty()) {
        query.push(" UNION SELECT client FROM clients_phone WHERE digits = ").push_bind(contact);
        query.push(" UNION SELECT client FROM clients_email WHERE folded = ").push_bind(contact);
    }
    query.push(") ORDER BY client.number)");
    fetch(reader, query).await
}

/// Everybody whose record is in use, in the order of the names, for the rule to judge.
pub(in crate::clients) async fn all_likenesses(
    reader: &impl Reader,
    whose: Whose,
) -> Result<Vec<(ClientId, Likeness)>> {
    let mut query = QueryBuilder::<Sqlite>::new(in_one::begin(COLUMNS) + ALL + "WHERE put_away IS NULL");
    push_whose(&mut query, whose);
    query.push(" ORDER BY sort_name, number)");
    fetch(reader, query).await
}

/// Of whom somebody said that they are two people, the smaller id first and who was told apart last before the others; of a record
/// that is part of another, that one.
pub(in crate::clients) async fn told_apart(reader: &impl Reader) -> Result<Vec<(ClientId, ClientId)>> {
    let pairs: Vec<(String, String)> = sqlx::query_as(
        "SELECT coalesce(first.merged_into, one), coalesce(second.merged_into, other) FROM clients_not_twins
         JOIN clients_client AS first ON first.id = one JOIN clients_client AS second ON second.id = other
         ORDER BY said_at DESC, one, other",
    )
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?;
    let pair = |(one, other): &(String, String)| {
        let (one, other) = (ClientId::parse(one)?, ClientId::parse(other)?);
        Ok((one.min(other), one.max(other)))
    };
    pairs.iter().map(pair).collect()
}

/// Writes down that two records are two people, or that it is open again; false where that stands so already.
pub(in crate::clients) async fn tell_apart(
    change: &mut Change,
    (one, other): (ClientId, ClientId),
    apart: bool,
) -> Result<bool> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    let (one, other) = (one.min(other).to_string(), one.max(other).to_string());
    let mut reading = change.connection().await?;
    let done = if apart {
        sqlx::query(
            "INSERT OR IGNORE INTO clients_not_twins (one, other, said_at, said_by) VALUES (?, ?, ?, ?)",
        )
        .bind(one)
        .bind(other)
        .bind(at)
        .bind(by)
        .execute(reading.sqlite()?)
        .await?
    } else {
        sqlx::query("DELETE FROM clients_not_twins WHERE one = ? AND other = ?")
            .bind(one)
            .bind(other)
            .execute(reading.sqlite()?)
            .await?
    };
    Ok(done.rows_affected() == 1)
}
