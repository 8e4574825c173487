//! Who might be the same person: the candidates, fetched in one statement for the rule to judge.

use chrono::NaiveDate;
use sqlx::{FromRow, QueryBuilder, Sqlite};

use crate::clients::model::Client;
use crate::clients::name;
use crate::clients::twins::Likeness;
use crate::error::Result;
use crate::folding::{fold, phone_digits};
use crate::ids::ClientId;
use crate::reader::Reader;

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

#[derive(Debug, FromRow)]
struct TwinRow {
    id: String,
    given_name: String,
    family_name: String,
    preferred_name: String,
    name_key: String,
    birth_date: Option<NaiveDate>,
    contact: Option<String>,
}

/// Everybody who shares the name, the birth date or a contact, for the rule to judge.
pub(in crate::clients) async fn twin_candidates(
    reader: &impl Reader,
    of: &Likeness,
) -> Result<Vec<(ClientId, Likeness)>> {
    let mut query = QueryBuilder::<Sqlite>::new(
        "SELECT client.id, given_name, family_name, preferred_name, name_key, birth_date, contact.contact
         FROM clients_client AS client
         LEFT JOIN (SELECT client, digits AS contact FROM clients_phone
                    UNION ALL SELECT client, folded FROM clients_email) AS contact ON contact.client = client.id
         WHERE client.id IN (SELECT id FROM clients_client WHERE name_key = ",
    );
    query.push_bind(&of.name_key);
    if let Some(born) = of.birth_date {
        query.push(" UNION SELECT id FROM clients_client WHERE birth_date = ").push_bind(born);
    }
    for contact in of.contacts.iter().filter(|contact| !contact.is_empty()) {
        query.push(" UNION SELECT client FROM clients_phone WHERE digits = ").push_bind(contact);
        query.push(" UNION SELECT client FROM clients_email WHERE folded = ").push_bind(contact);
    }
    query.push(") ORDER BY client.number");
    let rows: Vec<TwinRow> = query.build_query_as().fetch_all(reader.connection().await?.sqlite()?).await?;
    let mut found: Vec<(ClientId, Likeness)> = Vec::new();
    for row in rows {
        let id = ClientId::parse(&row.id)?;
        if found.last().is_none_or(|(last, _)| *last != id) {
            let likeness = Likeness {
                name_key: row.name_key,
                called: vec![fold(&row.given_name), fold(&row.preferred_name)],
                family: fold(&row.family_name),
                birth_date: row.birth_date,
                contacts: Vec::new(),
            };
            found.push((id, likeness));
        }
        if let (Some((_, likeness)), Some(contact)) = (found.last_mut(), row.contact) {
            likeness.contacts.push(contact);
        }
    }
    Ok(found)
}
