//! Clients in lists: named, tagged, recent.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use serde::Deserialize;
use sqlx::{QueryBuilder, Sqlite};

use crate::clients::own::Whose;
use crate::db::in_one;
use crate::error::Result;
use crate::folding::fold;
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
    pub(in crate::clients) put_away: Option<String>,
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
    "id, number, given_name, family_name, preferred_name, birth_date, status, put_away, email, phone, voicemail, text, clinic_name,
     text_phone, created_at";

const LIST: &str =
    "SELECT client.id, client.number, given_name, family_name, preferred_name, birth_date, client.status, put_away,
        email.email, phone.number AS phone, voicemail, text, clinic_name,
        (SELECT number FROM clients_phone AS texts WHERE texts.client = client.id AND coalesce(texts.text, 1) <> 0
             AND coalesce(texts.clinic_name, 1) <> 0 ORDER BY texts.position LIMIT 1) AS text_phone, client.created_at
    FROM clients_client AS client
    LEFT JOIN clients_phone AS phone ON phone.client = client.id AND phone.position = 0
    LEFT JOIN clients_email AS email ON email.client = client.id AND email.position = 0 ";

/// Leaves out the records that are part of another, those that are kept for the law alone, and the clients that are not this person's to see.
pub(super) fn push_whose(query: &mut QueryBuilder<Sqlite>, whose: Whose) {
    query.push(" AND client.merged_into IS NULL AND client.put_away IS NOT 'kept'");
    push_own(query, whose);
}

/// Leaves out the clients that are not this person's to see.
fn push_own(query: &mut QueryBuilder<Sqlite>, whose: Whose) {
    if let Whose::Of(person) = whose {
        query.push(" AND client.responsible = ").push_bind(person.to_string());
    }
}

/// Named clients, in the order of the names. Records that are part of another are left out.
pub(in crate::clients) async fn rows(
    reader: &impl Reader,
    whose: Whose,
    ids: &[ClientId],
) -> Result<Vec<ListRow>> {
    named(reader, ids, |query| push_whose(query, whose)).await
}

/// Named clients, those whose records are part of another among them.
pub(in crate::clients) async fn rows_ever(
    reader: &impl Reader,
    whose: Whose,
    ids: &[ClientId],
) -> Result<Vec<ListRow>> {
    named(reader, ids, |query| push_own(query, whose)).await
}

async fn named(
    reader: &impl Reader,
    ids: &[ClientId],
    narrow: impl FnOnce(&mut QueryBuilder<Sqlite>),
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
    narrow(&mut query);
    query.push(")");
    let rows: Vec<ListRow> =
        in_one::fetch(query.build_query_scalar(), reader.connection().await?.sqlite()?).await?;
    let mut by_id: HashMap<String, ListRow> = rows.into_iter().map(|row| (row.id.clone(), row)).collect();
    Ok(ids.iter().filter_map(|id| by_id.remove(&id.to_string())).collect())
}

/// Who has one of these tags.
pub(in crate::clients) async fn tagged(reader: &impl Reader, tags: &[String]) -> Result<HashSet<ClientId>> {
    let mut query = QueryBuilder::<Sqlite>::new(in_one::begin("client"));
    query.push("SELECT DISTINCT client FROM clients_tag WHERE folded IN (");
    let mut list = query.separated(", ");
    for tag in tags {
        list.push_bind(fold(tag));
    }
    query.push("))");
    let found: Vec<(String,)> =
        in_one::fetch(query.build_query_scalar(), reader.connection().await?.sqlite()?).await?;
    found.iter().map(|(client,)| ClientId::parse(client)).collect()
}

/// Who was registered from an instant on.
pub(in crate::clients) async fn registered_from(
    reader: &impl Reader,
    whose: Whose,
    from: i64,
) -> Result<Vec<ListRow>> {
    let mut query = QueryBuilder::<Sqlite>::new(in_one::begin(COLUMNS) + LIST);
    query.push("WHERE put_away IS NOT 'trash' AND client.created_at >= ").push_bind(from);
    push_whose(&mut query, whose);
    query.push(" ORDER BY client.created_at DESC, client.number DESC LIMIT 50)");
    in_one::fetch(query.build_query_scalar(), reader.connection().await?.sqlite()?).await
}

/// How many clients there are whose records are in use.
pub(in crate::clients) async fn count(reader: &impl Reader, whose: Whose) -> Result<i32> {
    let mut query =
        QueryBuilder::<Sqlite>::new("SELECT count(*) FROM clients_client AS client WHERE put_away IS NULL");
    push_whose(&mut query, whose);
    Ok(query.build_query_scalar().fetch_one(reader.connection().await?.sqlite()?).await?)
}
