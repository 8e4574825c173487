//! Clients in lists: found, named, recent.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Deserialize;
use sqlx::{QueryBuilder, Sqlite};

use crate::clients::own::Whose;
use crate::db::in_one;
use crate::error::Result;
use crate::ids::ClientId;
use crate::reader::Reader;

/// A client as a list needs them.
#[derive(Debug, Deserialize)]
pub(in crate::clients) struct ListRow {
    pub(in crate::clients) id: String,
    pub(in crate::clients) number: i32,
    pub(in crate::clients) given_name: String,
    pub(in crate::clients) family_name: String,
    pub(in crate::clients) preferred_name: String,
    pub(in crate::clients) birth_date: Option<NaiveDate>,
    pub(in crate::clients) status: String,
    pub(in crate::clients) email: Option<String>,
    pub(in crate::clients) phone: Option<String>,
    pub(in crate::clients) voicemail: Option<i32>,
    pub(in crate::clients) text: Option<i32>,
    pub(in crate::clients) clinic_name: Option<i32>,
    pub(in crate::clients) text_phone: Option<String>,
    pub(in crate::clients) created_at: i64,
}

/// The columns of a [`ListRow`], in its order.
const COLUMNS: &str =
    "id, number, given_name, family_name, preferred_name, birth_date, status, email, phone, voicemail, text, clinic_name,
     text_phone, created_at";

const LIST: &str =
    "SELECT client.id, client.number, given_name, family_name, preferred_name, birth_date, client.status,
        email.email, phone.number AS phone, voicemail, text, clinic_name,
        (SELECT number FROM clients_phone AS texts WHERE texts.client = client.id AND coalesce(texts.text, 1) <> 0
             AND coalesce(texts.clinic_name, 1) <> 0 ORDER BY texts.position LIMIT 1) AS text_phone, client.created_at
    FROM clients_client AS client
    LEFT JOIN clients_phone AS phone ON phone.client = client.id AND phone.position = 0
    LEFT JOIN clients_email AS email ON email.client = client.id AND email.position = 0 ";

/// One page of what was found, and how many there are.
#[derive(Debug)]
pub(in crate::clients) struct Page {
    pub(in crate::clients) rows: Vec<ListRow>,
    pub(in crate::clients) total: i32,
}

/// Who is looked for.
#[derive(Debug)]
pub(in crate::clients) struct Wanted<'a> {
    /// Folded words, each of which occurs in the search text.
    pub(in crate::clients) parts: &'a [String],
    /// Or these digits of a telephone number.
    pub(in crate::clients) number: Option<&'a str>,
    /// Or this card.
    pub(in crate::clients) card: Option<Card>,
}

/// The number of somebody's card, as it was typed.
#[derive(Debug, Clone, Copy)]
pub(in crate::clients) struct Card {
    number: i32,
    /// Comes before everybody else who fits. Four digits are more often the end of a telephone number.
    first: bool,
}

impl Card {
    /// Reads "417", "0417" or "#417"; nothing for what is no such number.
    pub(in crate::clients) fn named(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let digits = typed.strip_prefix('#').unwrap_or(typed).trim();
        let whole = (1..=9).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.parse().ok().filter(|_| whole)?;
        Some(Self { number, first: typed.starts_with('#') || digits.len() < 4 })
    }
}

/// The clients who are wanted, the best first.
pub(in crate::clients) async fn find(
    reader: &impl Reader,
    whose: Whose,
    wanted: &Wanted<'_>,
    limit: i32,
    offset: i32,
) -> Result<Page> {
    let mut reading = reader.connection().await?;
    let mut count = QueryBuilder::<Sqlite>::new("SELECT count(*) FROM clients_client AS client ");
    push_matches(&mut count, whose, wanted);
    let total: i32 = count.build_query_scalar().fetch_one(reading.sqlite()?).await?;
    let mut list = QueryBuilder::<Sqlite>::new(in_one::begin(COLUMNS) + LIST);
    push_matches(&mut list, whose, wanted);
    list.push(" ORDER BY ");
    if let Some(Card { number, first }) = wanted.card {
        list.push(if first { "client.number <> " } else { "client.number = " }).push_bind(number).push(", ");
    }
    if let Some(first) = wanted.parts.first() {
        let begins = format!("{}%", escaped(first));
        list.push("NOT (search LIKE ").push_bind(begins.clone()).push(" ESCAPE '\\' OR sort_name LIKE ");
        list.push_bind(begins).push(" ESCAPE '\\'), ");
    }
    list.push("sort_name, client.number LIMIT ").push_bind(limit).push(" OFFSET ").push_bind(offset);
    list.push(")");
    let rows = in_one::fetch(list.build_query_scalar(), reading.sqlite()?).await?;
    Ok(Page { rows, total })
}

fn push_matches(query: &mut QueryBuilder<Sqlite>, whose: Whose, wanted: &Wanted<'_>) {
    query.push("WHERE ((1 ");
    for part in wanted.parts {
        query.push(" AND search LIKE ").push_bind(format!("%{}%", escaped(part))).push(" ESCAPE '\\'");
    }
    query.push(")");
    if let Some(Card { number, .. }) = wanted.card {
        query.push(" OR client.number = ").push_bind(number);
    }
    if let Some(digits) = wanted.number {
        query.push(" OR search LIKE ").push_bind(format!("%{}%", escaped(digits))).push(" ESCAPE '\\'");
    }
    query.push(")");
    push_whose(query, whose);
}

/// Leaves out the clients that are not this person's to see.
pub(super) fn push_whose(query: &mut QueryBuilder<Sqlite>, whose: Whose) {
    if let Whose::Of(person) = whose {
        query.push(" AND client.responsible = ").push_bind(person.to_string());
    }
}

/// Takes the meaning from the characters LIKE treats specially.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// Named clients, in the order of the names.
pub(in crate::clients) async fn rows(
    reader: &impl Reader,
    whose: Whose,
    ids: &[ClientId],
) -> Result<Vec<ListRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = QueryBuilder::<Sqlite>::new(in_one::begin(COLUMNS) + LIST);
    query.push("WHERE client.id IN (");
    let mut list = query.separated(", ");
    for id in ids {
        list.push_bind(id.to_string());
    }
    query.push(")");
    push_whose(&mut query, whose);
    query.push(")");
    let rows: Vec<ListRow> =
        in_one::fetch(query.build_query_scalar(), reader.connection().await?.sqlite()?).await?;
    let mut by_id: HashMap<String, ListRow> = rows.into_iter().map(|row| (row.id.clone(), row)).collect();
    Ok(ids.iter().filter_map(|id| by_id.remove(&id.to_string())).collect())
}

/// Who was registered from an instant on.
pub(in crate::clients) async fn registered_from(
    reader: &impl Reader,
    whose: Whose,
    from: i64,
) -> Result<Vec<ListRow>> {
    let mut query = QueryBuilder::<Sqlite>::new(in_one::begin(COLUMNS) + LIST);
    query.push("WHERE client.created_at >= ").push_bind(from);
    push_whose(&mut query, whose);
    query.push(" ORDER BY client.created_at DESC, client.number DESC LIMIT 50)");
    in_one::fetch(query.build_query_scalar(), reader.connection().await?.sqlite()?).await
}

/// How many clients there are.
pub(in crate::clients) async fn count(reader: &impl Reader, whose: Whose) -> Result<i32> {
    let mut query = QueryBuilder::<Sqlite>::new("SELECT count(*) FROM clients_client AS client WHERE 1");
    push_whose(&mut query, whose);
    Ok(query.build_query_scalar().fetch_one(reader.connection().await?.sqlite()?).await?)
}
