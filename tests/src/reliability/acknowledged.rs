//! What a program said it had done, and whether it is there.

use std::path::Path;

use hegu_core::backup;
use hegu_core::testing::{ask, fault};

use super::unlock;

/// Whether all that `work-on-a-failing-disk` acknowledged in these lines is in the practice and whole, and not more than
/// one thing besides, which it had begun.
///
/// # Errors
/// What is missing or wrong, in words.
pub async fn is_kept(around: &Path, said: &[String]) -> Result<(), String> {
    let words = |error: hegu_core::Error| error.to_string();
    let practice = unlock(around).await.map_err(words)?;
    for (kind, table) in [("client", "clients_client"), ("draft", "drafts_draft"), ("note", "notes_note")] {
        let afterwards = kind == "client" && said.iter().any(|line| line == "kept");
        let acknowledged = said.iter().filter(|line| line.split(' ').next() == Some(kind)).count();
        let acknowledged = acknowledged + usize::from(afterwards);
        let kept = ask(&practice, &format!("SELECT count(*) FROM {table}")).await.map_err(words)?;
        let kept: usize = kept.first().and_then(|count| count.parse().ok()).ok_or("no count")?;
        if !(acknowledged..=acknowledged + 1).contains(&kept) {
            return Err(format!("{kept} of {acknowledged} {kind}s; it said {said:?}"));
        }
    }
    let backups = backup::list(&practice).await.map_err(words)?;
    let backed_up = said.iter().any(|line| line == "backup");
    if !backups.damaged.is_empty() || (backed_up && backups.backups.is_empty()) {
        return Err(format!("backups: {backups:?}"));
    }
    if let Some(fault) = fault(&practice).await.map_err(words)? {
        return Err(format!("the audit: {fault:?}"));
    }
    practice.lock().await.map_err(words)
}
