//! Takes the audit out of the practice as a table, with the seal it ended with.

use crate::audit::{self, Action, EntryRow, Outcome};
use crate::error::Result;
use crate::people::{self, Permission};
use crate::practice::Practice;

use super::csv::{BYTE_ORDER_MARK, push_line};
use super::filter::AuditFilter;
use super::sentence::sentence;
use super::view::{self, AuditEntryView};

/// Entries read at a time; between two steps other acts go on.
const STEP: i64 = 2_000;

const HEADING: [&str; 13] = [
    "Number",
    "Time (UTC)",
    "Day",
    "Time",
    "Person",
    "Role",
    "What",
    "About",
    "Client number",
    "Client",
    "Outcome",
    "Facts",
    "Hash",
];

/// A table on its way out.
#[derive(Debug)]
pub struct ExportedAudit {
    /// A name for the file. It says the day and nothing of anybody.
    pub file_name: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// How many entries are in it.
    pub entries: i64,
}

/// Makes the table, oldest entry first. Its last line is the seal: the number and hash with which the audit ended when
/// it was made, so that a copy on paper or in another place vouches for everything before.
pub async fn export(practice: &Practice, filter: &AuditFilter) -> Result<ExportedAudit> {
    practice.permit(Permission::ExportAudit).await?;
    let wanted = filter.wanted(practice).await?;
    practice.proved().await?;
    let people = people::names(practice).await?;
    let head = audit::head(practice).await?;
    let until = head.as_ref().map_or(0, |head| head.seq);
    let mut table = BYTE_ORDER_MARK.to_owned();
    push_line(&mut table, &HEADING);
    let (mut after, mut entries) = (i64::MIN, 0);
    loop {
        let mut rows = audit::oldest(practice, &wanted, after, STEP).await?;
        let Some(last) = rows.last().map(|row| row.seq) else { break };
        after = last;
        // What is written meanwhile comes after the seal.
        rows.retain(|row| row.seq <= until);
        let views = view::named(practice, &rows, &people).await?;
        for (row, view) in rows.iter().zip(&views) {
            push_entry(practice, &mut table, row, view);
            entries += 1;
        }
    }
    let seal = head.as_ref().map(audit::printed).unwrap_or_default();
    let mut last_line = [""; 13];
    (last_line[0], last_line[6], last_line[12]) = ("Seal", "The audit ended with this entry and hash", &seal);
    push_line(&mut table, &last_line);
    let file_name = format!("Audit {}.csv", practice.today());
    Ok(ExportedAudit { file_name, bytes: table.into_bytes(), entries })
}

/// Notes in the audit that it left the practice as a file; called once the file is written.
pub async fn exported(practice: &Practice, entries: i64) -> Result<()> {
    practice.permit(Permission::ExportAudit).await?;
    let mut change = practice.change(Action::AuditExported).await?;
    change.note("entries", entries);
    change.note("target", "csv_file");
    change.end(Outcome::Done).await
}

fn push_entry(practice: &Practice, table: &mut String, row: &EntryRow, view: &AuditEntryView) {
    let utc = chrono::DateTime::from_timestamp_millis(row.at).unwrap_or_default();
    let facts: Vec<String> = view.facts.iter().map(|fact| format!("{}: {}", fact.fact, fact.value)).collect();
    let client = view.client.as_ref().filter(|client| client.number > 0);
    let what =
        view.action.map_or_else(|| row.action.clone(), |action| sentence(action, view.outcome).to_owned());
    let hash = hex::encode(&row.mac);
    push_line(
        table,
        &[
            &row.seq.to_string(),
            &utc.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
            &practice.day_of(row.at).to_string(),
            &practice.time_of(row.at).format("%H:%M:%S").to_string(),
            &view.person,
            &row.role,
            &what,
            view.about.as_ref().map_or("", |person| &person.name),
            &client.map(|client| client.number.to_string()).unwrap_or_default(),
            client.map_or("", |client| &client.name),
            &row.outcome,
            &facts.join("; "),
            &hash,
        ],
    );
}
