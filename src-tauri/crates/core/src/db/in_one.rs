//! Reads many rows as one value.
//!
//! Every value that SQLite hands out is memory that SQLCipher locks against being swapped, and unlocks again: two calls of the
//! system for each column of each row, which is what a day of a hundred bookings waited for. All rows as JSON in one text
//! cost two.

use serde::de::DeserializeOwned;
use sqlx::query::QueryScalar;
use sqlx::sqlite::{Sqlite, SqliteArguments, SqliteConnection};

use crate::error::{Error, Result};

/// The statement that answers with all rows of another in one text, each as an array of these columns.
pub(crate) fn in_one(columns: &str, of: &str) -> String {
    format!("{}{of})", begin(columns))
}

/// How such a statement begins; the other one follows, and a bracket.
pub(crate) fn begin(columns: &str) -> String {
    format!("SELECT json_group_array(json_array({columns})) FROM (")
}

/// Asks such a statement. The fields of a row are those of `T`, in their order.
pub(crate) async fn fetch<T: DeserializeOwned>(
    query: QueryScalar<'_, Sqlite, String, SqliteArguments>,
    sqlite: &mut SqliteConnection,
) -> Result<Vec<T>> {
    let rows = query.fetch_one(sqlite).await?;
    serde_json::from_str(&rows).map_err(|error| Error::unexpected("read rows", error))
}
