//! A client's notes as their timeline shows them.

use sqlx::FromRow;

use crate::error::Result;
use crate::ids::ClientId;
use crate::reader::Reader;

use super::store;

/// Characters of a summary.
const SUMMARY: usize = 120;

/// A signed note on a timeline.
#[derive(Debug)]
pub(crate) struct SignedEntry {
    pub(crate) id: String,
    /// UTC milliseconds.
    pub(crate) signed_at: i64,
    /// The signer's name on that day.
    pub(crate) by: String,
    /// ISO.
    pub(crate) visit_date: String,
    pub(crate) points: Vec<String>,
    pub(crate) summary: String,
    pub(crate) addenda: i32,
}

/// A row of the timeline's own question.
#[derive(Debug, FromRow)]
pub(super) struct TimelineRow {
    id: String,
    signed_at: i64,
    printed_name: String,
    visit_date: String,
    assessment: String,
    subjective: String,
    points: Option<String>,
    addenda: i32,
}

/// A client's signed notes, newest first.
pub(crate) async fn of_client(reader: &impl Reader, client: ClientId) -> Result<Vec<SignedEntry>> {
    let rows = store::timeline(reader, client).await?;
    Ok(rows
        .into_iter()
        .map(|row| SignedEntry {
            summary: summary(&[&row.assessment, &row.subjective]),
            points: row.points.iter().flat_map(|codes| codes.split(' ')).map(str::to_owned).collect(),
            id: row.id,
            signed_at: row.signed_at,
            by: row.printed_name,
            visit_date: row.visit_date,
            addenda: row.addenda,
        })
        .collect())
}

/// The first line in which anything is written, cut after a word where it is long.
fn summary(sections: &[&str]) -> String {
    let mut lines = sections.iter().flat_map(|section| section.lines()).map(str::trim);
    let line = lines.find(|line| !line.is_empty()).unwrap_or_default();
    if line.chars().count() <= SUMMARY {
        return line.to_owned();
    }
    let cut: String = line.chars().take(SUMMARY - 1).collect();
    let whole_words = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    // A line without a space (Han, or a hostile one) is cut where it is full.
    let kept = if whole_words.chars().count() > SUMMARY / 2 { whole_words } else { &cut };
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_one_line_of_at_most_120_characters() {
        assert_eq!(summary(&["\n  Qi stagnation \nmore", "Neck"]), "Qi stagnation");
        assert_eq!(summary(&["", "Neck pain"]), "Neck pain");
        assert_eq!(summary(&["", ""]), "");
        let long = summary(&["Low back pain that began in the garden ".repeat(10).as_str()]);
        assert!(long.chars().count() <= 120 && long.ends_with("garden…") || long.ends_with('…'), "{long}");
        assert!(!long.contains("  "));
        assert_eq!(summary(&["腰".repeat(400).as_str()]).chars().count(), 120);
    }
}
