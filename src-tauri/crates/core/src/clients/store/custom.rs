//! Custom fields, and what records say there.

use sqlx::sqlite::SqliteConnection;
use sqlx::{FromRow, QueryBuilder, Sqlite};

use crate::change::Change;
use crate::clients::custom::{CustomField, CustomKind, CustomValue, DefineField};
use crate::clients::own::Whose;
use crate::error::{Error, Result};
use crate::ids::{ClientId, CustomFieldId};
use crate::reader::Reader;

use super::list::push_whose;

#[derive(FromRow)]
struct Row {
    id: String,
    name: String,
    kind: String,
    choices: String,
    asked: bool,
    used: i32,
}

/// Every field that was ever defined: what is asked in the order of the form, then the others. How often they are used is
/// counted among those clients.
pub(in crate::clients) async fn custom_fields(
    reader: &impl Reader,
    whose: Whose,
) -> Result<Vec<CustomField>> {
    let mut query = QueryBuilder::<Sqlite>::new(
        "SELECT id, name, kind, choices, asked,
                (SELECT count(*) FROM clients_custom AS said JOIN clients_client AS client ON client.id = said.client
                 WHERE said.field = clients_field.id",
    );
    push_whose(&mut query, whose);
    query.push(") AS used FROM clients_field ORDER BY asked DESC, position, name");
    let rows: Vec<Row> = query.build_query_as().fetch_all(reader.connection().await?.sqlite()?).await?;
    let field = |row: Row| {
        Ok(CustomField {
            id: row.id,
            name: row.name,
            kind: CustomKind::from_name(&row.kind),
            choices: serde_json::from_str(&row.choices)
                .map_err(|error| Error::unexpected("read the choices of a field", error))?,
            asked: row.asked,
            used: row.used,
        })
    };
    rows.into_iter().map(field).collect()
}

/// Asks for no field; those that are kept right after are asked for.
pub(in crate::clients) async fn ask_for_none(change: &mut Change) -> Result<()> {
    sqlx::query("UPDATE clients_field SET asked = 0").execute(change.connection().await?.sqlite()?).await?;
    Ok(())
}

/// Writes a field that is asked for at this place of the form.
pub(in crate::clients) async fn keep_field(
    change: &mut Change,
    id: CustomFieldId,
    is_new: bool,
    position: i64,
    field: &DefineField,
) -> Result<()> {
    let statement = if is_new {
        "INSERT INTO clients_field (name, kind, choices, position, asked, id) VALUES (?, ?, ?, ?, 1, ?)"
    } else {
        "UPDATE clients_field SET name = ?, kind = ?, choices = ?, position = ?, asked = 1 WHERE id = ?"
    };
    sqlx::query(statement)
        .bind(&field.name)
        .bind(field.kind.name())
        .bind(serde_json::json!(field.choices).to_string())
        .bind(position)
        .bind(id.to_string())
        .execute(change.connection().await?.sqlite()?)
        .await?;
    Ok(())
}

/// What a record says in its custom fields, in the order of the form.
pub(super) async fn values(sqlite: &mut SqliteConnection, id: ClientId) -> Result<Vec<CustomValue>> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT field, value FROM clients_custom JOIN clients_field AS asked ON asked.id = field
         WHERE client = ? ORDER BY asked DESC, position, name",
    )
    .bind(id.to_string())
    .fetch_all(sqlite)
    .await?;
    Ok(rows.into_iter().map(|(field, value)| CustomValue { field, value }).collect())
}
