//! Reads many rows as one value.
//!
//! Every value that SQLite hands out is memory that SQLCipher locks against being swapped, and unlocks again: two calls of the
//! system for each column of each row, which is what a day of a hundred bookings waited for. All rows as JSON in one text
//! cost two. Its functions for JSON take such memory for each row too, so that the rows are joined here as plain text, which
//! SQLite does in memory that it took once; only a text with something to escape goes through them.

use serde::de::DeserializeOwned;
use sqlx::query::QueryScalar;
use sqlx::sqlite::{Sqlite, SqliteArguments, SqliteConnection};

use crate::error::{Error, Result};

/// What a text in JSON may not hold as it is, and what is not plain ASCII, as a pattern of `GLOB`.
const TO_ESCAPE: &str = "*[^] -!#-[^-~]*";

/// The statement that answers with all rows of another in one text, each as an array of these columns.
pub(crate) fn in_one(columns: &str, of: &str) -> String {
    format!("{}{of})", begin(columns))
}

/// How such a statement begins; the other one follows, and a bracket. The columns are names, separated by commas.
pub(crate) fn begin(columns: &str) -> String {
    let values: Vec<String> = columns.split(',').map(|column| json(column.trim())).collect();
    let row = values.join(" || ',' || ");
    format!("SELECT '[' || coalesce(group_concat('[' || {row} || ']', ','), '') || ']' FROM (")
}

/// A column's value as JSON.
fn json(column: &str) -> String {
    format!(
        "CASE typeof({column}) WHEN 'null' THEN 'null' WHEN 'integer' THEN {column} WHEN 'text' THEN
         CASE WHEN {column} GLOB '{TO_ESCAPE}' THEN json_quote({column}) ELSE '\"' || {column} || '\"' END
         ELSE json_quote({column}) END"
    )
}

/// Asks such a statement. The fields of a row are those of `T`, in their order.
pub(crate) async fn fetch<T: DeserializeOwned>(
    query: QueryScalar<'_, Sqlite, String, SqliteArguments>,
    sqlite: &mut SqliteConnection,
) -> Result<Vec<T>> {
    let rows = query.fetch_one(sqlite).await?;
    serde_json::from_str(&rows).map_err(|error| Error::unexpected("read rows", error))
}

#[cfg(test)]
mod tests {
    use sqlx::{AssertSqlSafe, Connection};

    use super::*;

    async fn echoed(text: &str) -> Vec<(String, i64, Option<String>, f64)> {
        let mut sqlite = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        let sql = in_one(
            "text, number, absent, share",
            "SELECT ? AS text, -7 AS number, NULL AS absent, 0.5 AS share",
        );
        fetch(sqlx::query_scalar(AssertSqlSafe(sql)).bind(text), &mut sqlite).await.unwrap()
    }

    #[tokio::test]
    async fn every_text_comes_back_as_it_was() {
        let every: String = (0..=0x2ff).filter_map(char::from_u32).filter(|letter| *letter != '\0').collect();
        let alone = every.chars().map(String::from);
        let others = ["", "]", "[]", "\"", "\\", "'; DROP TABLE x; --", "王秀英", "👩‍⚕️", "משה", "null", "7"];
        for text in alone.chain(others.map(str::to_owned)).chain([every.clone()]) {
            assert_eq!(echoed(&text).await, [(text.clone(), -7, None, 0.5)], "{text:?}");
        }
    }

    #[tokio::test]
    async fn no_rows_are_an_empty_list_and_several_keep_their_order() {
        let mut sqlite = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        let numbers = |which: &str| {
            let of = format!("SELECT value FROM json_each('[3,1,2]') {which} ORDER BY value DESC");
            AssertSqlSafe(in_one("value", &of))
        };
        let none: Vec<(i64,)> = fetch(sqlx::query_scalar(numbers("WHERE 0")), &mut sqlite).await.unwrap();
        assert_eq!(none, []);
        let all: Vec<(i64,)> = fetch(sqlx::query_scalar(numbers("")), &mut sqlite).await.unwrap();
        assert_eq!(all, [(3,), (2,), (1,)]);
    }
}
