//! What was said of other clients before, to be chosen instead of typed again.

use sqlx::{FromRow, QueryBuilder, Sqlite};

use crate::clients::known::{KnownPractice, KnownWords};
use crate::clients::own::Whose;
use crate::error::Result;
use crate::reader::Reader;

#[derive(Debug, FromRow)]
struct GpRow {
    gp_name: String,
    gp_phone: String,
    gp_address: String,
}

/// The words that most records hold come first, and tags in alphabetical order.
pub(in crate::clients) async fn known(reader: &impl Reader, whose: Whose, limit: i32) -> Result<KnownWords> {
    let mut reading = reader.connection().await?;
    let clients = "FROM clients_client AS client ";
    let mut tags = QueryBuilder::<Sqlite>::new("SELECT max(tag) ");
    tags.push(clients).push("JOIN clients_tag AS tag ON tag.client = client.id WHERE 1");
    push(&mut tags, whose, " GROUP BY folded ORDER BY folded", limit);
    let mut funds = QueryBuilder::<Sqlite>::new("SELECT fund ");
    funds.push(clients).push("JOIN clients_fund AS fund ON fund.client = client.id WHERE fund <> ''");
    push(&mut funds, whose, " GROUP BY fund ORDER BY count(*) DESC, fund", limit);
    let mut referrers = QueryBuilder::<Sqlite>::new("SELECT referrer ");
    referrers.push(clients).push("WHERE referrer <> ''");
    push(&mut referrers, whose, " GROUP BY referrer ORDER BY count(*) DESC, referrer", limit);
    let mut languages = QueryBuilder::<Sqlite>::new("SELECT language ");
    languages.push(clients).push("WHERE language <> ''");
    push(&mut languages, whose, " GROUP BY language ORDER BY count(*) DESC, language", limit);
    let mut practices = QueryBuilder::<Sqlite>::new("SELECT gp_name, gp_phone, gp_address ");
    practices.push(clients).push("WHERE gp_name <> ''");
    let grouped = " GROUP BY gp_name, gp_phone, gp_address ORDER BY count(*) DESC, gp_name";
    push(&mut practices, whose, grouped, limit);
    let practices: Vec<GpRow> = practices.build_query_as().fetch_all(reading.sqlite()?).await?;
    let practice =
        |row: GpRow| KnownPractice { name: row.gp_name, phone: row.gp_phone, address: row.gp_address };
    Ok(KnownWords {
        tags: tags.build_query_scalar().fetch_all(reading.sqlite()?).await?,
        practices: practices.into_iter().map(practice).collect(),
        referrers: referrers.build_query_scalar().fetch_all(reading.sqlite()?).await?,
        funds: funds.build_query_scalar().fetch_all(reading.sqlite()?).await?,
        languages: languages.build_query_scalar().fetch_all(reading.sqlite()?).await?,
    })
}

/// Of the clients that are this person's to see.
fn push(query: &mut QueryBuilder<Sqlite>, whose: Whose, grouped: &str, limit: i32) {
    super::list::push_whose(query, whose);
    query.push(grouped).push(" LIMIT ").push_bind(limit);
}
