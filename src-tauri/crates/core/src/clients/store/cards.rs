//! What the index of clients is made of.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Deserialize;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use crate::clients::index::Card;
use crate::clients::name::{full, is_east_asian};
use crate::clients::put_away::RecordPlace;
use crate::clients::standing::ClientStatus;
use crate::db::in_one;
use crate::error::Result;
use crate::folding::{phone_digits, plain};
use crate::ids::{ClientId, PersonId};

#[derive(Deserialize)]
struct Row {
    row: i64,
    id: String,
    number: i32,
    given_name: String,
    family_name: String,
    preferred_name: String,
    birth_date: Option<NaiveDate>,
    responsible: Option<String>,
    status: String,
    put_away: Option<String>,
    created_at: i64,
    sort_name: String,
}

const COLUMNS: &str =
    "row, id, number, given_name, family_name, preferred_name, birth_date, responsible, status, put_away, created_at,
     sort_name";

/// What records say in the custom fields of a line: a number of another system, a school.
const CUSTOM_LINES: &str =
    "clients_custom JOIN clients_field AS asked ON asked.id = field AND asked.kind = 'line'";

/// What the records say that are part of another: whoever was registered twice is found by either name, number and card.
const MERGED: &str = "(SELECT merged_into AS client, trim(given_name || ' ' || family_name) AS name,
         printf('%04d', number) AS card FROM clients_client WHERE merged_into IS NOT NULL)";
const MERGED_PHONES: &str = "(SELECT merged_into AS client, phone.number FROM clients_client AS merged
     JOIN clients_phone AS phone ON phone.client = merged.id WHERE merged_into IS NOT NULL)";
const MERGED_EMAILS: &str = "(SELECT merged_into AS client, email.email FROM clients_client AS merged
     JOIN clients_email AS email ON email.client = merged.id WHERE merged_into IS NOT NULL)";

/// The tables in which there is more to find somebody by, with the column of it, and whether it is a telephone number.
/// Whoever rings for a child is found, and with them the child.
const OTHERS: [(&str, &str, bool); 9] = [
    ("clients_email", "email", false),
    ("clients_phone", "number", true),
    ("clients_relation", "phone", true),
    ("clients_tag", "tag", false),
    (CUSTOM_LINES, "value", false),
    (MERGED, "name", false),
    (MERGED, "card", true),
    (MERGED_PHONES, "number", true),
    (MERGED_EMAILS, "email", false),
];

/// Reads the cards of these rows, or of all.
pub(in crate::clients) async fn cards(
    sqlite: &mut SqliteConnection,
    rows: Option<&[i64]>,
) -> Result<Vec<Card>> {
    let mut query = QueryBuilder::<Sqlite>::new(in_one::begin(COLUMNS));
    query.push("SELECT *, rowid AS row FROM clients_client WHERE merged_into IS NULL");
    push_rows(&mut query, " AND rowid", rows);
    query.push(")");
    let read: Vec<Row> = in_one::fetch(query.build_query_scalar(), sqlite).await?;
    let mut cards: HashMap<String, Card> = HashMap::with_capacity(read.len());
    for row in read {
        cards.insert(row.id.clone(), row.card()?);
    }
    for (table, column, is_number) in OTHERS {
        let mut query = QueryBuilder::<Sqlite>::new(in_one::begin("client, found_by"));
        query.push("SELECT client, ").push(column).push(" AS found_by FROM ").push(table);
        query.push(" WHERE ").push(column).push(" <> ''");
        if rows.is_some() {
            query.push(" AND client IN (SELECT id FROM clients_client");
            push_rows(&mut query, " WHERE rowid", rows);
            query.push(")");
        }
        query.push(")");
        let found: Vec<(String, String)> = in_one::fetch(query.build_query_scalar(), sqlite).await?;
        for (client, text) in found {
            if let Some(card) = cards.get_mut(&client) {
                // As it stands in the record, and as it is dialled.
                card.write(&plain(&text));
                if is_number || !text.chars().any(char::is_alphabetic) {
                    card.write(&phone_digits(&text));
                }
            }
        }
    }
    Ok(cards.into_values().collect())
}

fn push_rows(query: &mut QueryBuilder<Sqlite>, before: &str, rows: Option<&[i64]>) {
    let Some(rows) = rows else { return };
    query.push(before).push(" IN (");
    let mut list = query.separated(", ");
    for row in rows {
        list.push_bind(*row);
    }
    query.push(")");
}

impl Row {
    fn card(self) -> Result<Card> {
        let joined = full(&self.given_name, &self.family_name);
        // Names that are written as one are looked for by either.
        let apart = is_east_asian(&joined);
        let [given, family] =
            [&self.given_name, &self.family_name].map(|name| if apart { plain(name) } else { String::new() });
        let mut card = Card::blank(self.row, ClientId::parse(&self.id)?, self.number, self.sort_name);
        card.responsible = self.responsible.as_deref().map(PersonId::parse).transpose()?;
        card.put_away = self.put_away.as_deref().and_then(RecordPlace::from_name);
        card.status = ClientStatus::from_name(&self.status);
        card.born = self.birth_date;
        card.registered_at = self.created_at;
        card.write_names(&[plain(&joined), given, family, plain(&self.preferred_name)]);
        Ok(card)
    }
}
