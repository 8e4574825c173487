//! What somebody could do to the audit who holds the practice's key, and no person's.

use hegu_vault::AuditKey;

use crate::audit::{self, Verdict, Wanted};
use crate::error::{Error, Result};
use crate::practice::Practice;

/// Hashes the chain anew from a number on, so that it fits by itself again whatever was changed. Up to `earlier`, an
/// entry and a key, that key is used, as if the practice's own had been replaced after it.
pub async fn rehash(practice: &Practice, from: i64, earlier: Option<(i64, [u8; 32])>) -> Result<()> {
    let rows = audit::oldest(practice, &Wanted::default(), i64::MIN, i64::MAX).await?;
    let mut live = practice.live().await?;
    let live = live.as_mut().ok_or(Error::Locked)?;
    let mut previous = vec![0; 32];
    for mut row in rows {
        if row.seq >= from {
            row.previous.clone_from(&previous);
            row.mac = match earlier.filter(|(up_to, _)| row.seq <= *up_to) {
                Some((_, key)) => audit::mac_of(&AuditKey::from_bytes(&key), &row)?,
                None => audit::mac_of(&live.audit_key, &row)?,
            }
            .to_vec();
            sqlx::query("UPDATE audit_entry SET previous = ?, mac = ? WHERE seq = ?")
                .bind(&row.previous)
                .bind(&row.mac)
                .bind(row.seq)
                .execute(&mut *live.connection)
                .await?;
        }
        previous = row.mac;
    }
    Ok(())
}

/// What is wrong with the audit, if anything.
pub async fn fault(practice: &Practice) -> Result<Option<Verdict>> {
    let verdict = audit::verify(practice, None, &mut |_, _| {}).await?;
    let whole =
        verdict.first_bad.is_none() && verdict.bad_checkpoint.is_none() && verdict.strange_key.is_none();
    Ok((!whole).then_some(verdict))
}

/// What a walk along the audit finds, without an entry of its own.
pub async fn verdict(practice: &Practice) -> Result<Verdict> {
    let anchor = audit::noted_outside(practice).await?;
    audit::verify(practice, anchor.as_ref(), &mut |_, _| {}).await
}
