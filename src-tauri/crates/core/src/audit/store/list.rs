//! Entries as somebody looks for them.

use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use crate::audit::read::Wanted;
use crate::error::Result;

use super::EntryRow;

const ENTRY: &str =
    "SELECT seq, at, session, person, role, action, subject_kind, subject, client, outcome, detail, previous, mac
     FROM audit_entry WHERE seq ";

/// The newest of what is wanted before a number, or at all.
pub(in crate::audit) async fn newest(
    connection: &mut SqliteConnection,
    wanted: &Wanted,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<EntryRow>> {
    let mut query = QueryBuilder::<Sqlite>::new(ENTRY);
    query.push("< ").push_bind(before.unwrap_or(i64::MAX));
    push_wanted(&mut query, wanted);
    query.push(" ORDER BY seq DESC LIMIT ").push_bind(limit);
    Ok(query.build_query_as().fetch_all(connection).await?)
}

/// The oldest of what is wanted after a number.
pub(in crate::audit) async fn oldest(
    connection: &mut SqliteConnection,
    wanted: &Wanted,
    after: i64,
    limit: i64,
) -> Result<Vec<EntryRow>> {
    let mut query = QueryBuilder::<Sqlite>::new(ENTRY);
    query.push("> ").push_bind(after);
    push_wanted(&mut query, wanted);
    query.push(" ORDER BY seq LIMIT ").push_bind(limit);
    Ok(query.build_query_as().fetch_all(connection).await?)
}

fn push_wanted(query: &mut QueryBuilder<Sqlite>, wanted: &Wanted) {
    if !wanted.clients.is_empty() {
        query.push(" AND client IN (");
        let mut list = query.separated(", ");
        for client in &wanted.clients {
            list.push_bind(client.to_string());
        }
        query.push(")");
    }
    for person in [wanted.person, wanted.only].into_iter().flatten() {
        query.push(" AND person = ").push_bind(person.to_string());
    }
    if let Some(from) = wanted.from {
        query.push(" AND at >= ").push_bind(from);
    }
    if let Some(until) = wanted.until {
        query.push(" AND at < ").push_bind(until);
    }
    if let Some(kind) = wanted.kind {
        match kind.actions() {
            Some(actions) => {
                query.push(" AND action IN (");
                let mut names = query.separated(", ");
                for action in actions {
                    names.push_bind(action.name());
                }
                query.push(")");
            }
            None => {
                query.push(" AND outcome <> 'done'");
            }
        }
    }
}
