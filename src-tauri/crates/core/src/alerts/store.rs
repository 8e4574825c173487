//! The table of alerts.

use sqlx::{FromRow, QueryBuilder, Sqlite};

use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::{AlertId, ClientId};
use crate::reader::Reader;

use super::keep::AlertInput;
use super::model::{AlertAudience, AlertSeverity};

/// An alert as it is kept.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub(super) id: AlertId,
    pub(super) client: ClientId,
    pub(super) severity: AlertSeverity,
    pub(super) audience: AlertAudience,
    pub(super) text: String,
    /// When it ended (UTC milliseconds); nothing while it holds.
    pub(super) ended_at: Option<i64>,
    pub(super) created_at: i64,
    pub(super) by: String,
    pub(super) version: i32,
}

#[derive(Debug, FromRow)]
struct Row {
    id: String,
    client: String,
    severity: String,
    audience: String,
    text: String,
    ended_at: Option<i64>,
    created_at: i64,
    by: String,
    version: i32,
}

impl TryFrom<Row> for Stored {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let unreadable = |what| Error::unexpected("a stored alert", format!("unknown {what}"));
        Ok(Self {
            id: AlertId::parse(&row.id)?,
            client: ClientId::parse(&row.client)?,
            severity: AlertSeverity::from_name(&row.severity).ok_or_else(|| unreadable("severity"))?,
            audience: AlertAudience::from_name(&row.audience).ok_or_else(|| unreadable("audience"))?,
            text: row.text,
            ended_at: row.ended_at,
            created_at: row.created_at,
            by: row.by,
            version: row.version,
        })
    }
}

const ROWS: &str = "SELECT alert.id, alert.client, severity, audience, text, ended_at, alert.created_at,
        person.name AS by, alert.version
    FROM alerts_alert AS alert JOIN people_person AS person ON person.id = alert.updated_by ";

/// The alerts that hold for some clients, in the order they came.
pub(super) async fn of_clients(reader: &impl Reader, clients: &[ClientId]) -> Result<Vec<Stored>> {
    let mut query = QueryBuilder::<Sqlite>::new(ROWS);
    query.push("WHERE ended_at IS NULL AND alert.client IN (");
    let mut list = query.separated(", ");
    for client in clients {
        list.push_bind(client.to_string());
    }
    query.push(") ORDER BY alert.created_at, alert.id");
    let rows: Vec<Row> = query.build_query_as().fetch_all(reader.connection().await?.sqlite()?).await?;
    rows.into_iter().map(Stored::try_from).collect()
}

/// The last hundred alerts of a client that do not hold any more, those that ended last first.
pub(super) async fn ended_of(reader: &impl Reader, client: ClientId) -> Result<Vec<Stored>> {
    let sql = format!(
        "{ROWS} WHERE ended_at IS NOT NULL AND alert.client = ? ORDER BY ended_at DESC, alert.id DESC LIMIT 100"
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(client.to_string())
        .fetch_all(reader.connection().await?.sqlite()?)
        .await?;
    rows.into_iter().map(Stored::try_from).collect()
}

/// An alert, also one that does not hold any more.
pub(super) async fn read(reader: &impl Reader, id: AlertId) -> Result<Option<Stored>> {
    let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(format!("{ROWS} WHERE alert.id = ?")))
        .bind(id.to_string())
        .fetch_optional(reader.connection().await?.sqlite()?)
        .await?;
    row.map(Stored::try_from).transpose()
}

/// Writes a new one.
pub(super) async fn insert(
    change: &mut Change,
    id: AlertId,
    client: ClientId,
    alert: &AlertInput,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO alerts_alert
             (id, client, severity, audience, text, created_at, created_by, updated_at, updated_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?6, ?7)",
    )
    .bind(id.to_string())
    .bind(client.to_string())
    .bind(alert.severity.name())
    .bind(alert.audience.name())
    .bind(&alert.text)
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Changes what it says.
pub(super) async fn update(change: &mut Change, id: AlertId, alert: &AlertInput) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "UPDATE alerts_alert SET severity = ?, audience = ?, text = ?, updated_at = ?, updated_by = ?,
             version = version + 1 WHERE id = ?",
    )
    .bind(alert.severity.name())
    .bind(alert.audience.name())
    .bind(&alert.text)
    .bind(at)
    .bind(by)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Says whether it holds.
pub(super) async fn set_ended(change: &mut Change, id: AlertId, ended: bool) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "UPDATE alerts_alert SET ended_at = ?, updated_at = ?, updated_by = ?, version = version + 1
         WHERE id = ?",
    )
    .bind(ended.then_some(at))
    .bind(at)
    .bind(by)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}
