//! Walks the chain.

use hegu_vault::AuditKey;

use crate::error::{Error, Result};
use crate::reader::Reader;

use super::append::mac_of;
use super::store;

/// Entries read at a time.
const STEP: i64 = 2_000;

/// The number of the first entry that does not fit: changed, missing before it, or moved. `None` when all fit.
pub(crate) async fn first_break(reader: &impl Reader) -> Result<Option<i64>> {
    let mut last_seq = 0;
    let mut last_mac = vec![0_u8; 32];
    let earlier = earlier_keys(reader).await?;
    loop {
        let mut reading = reader.connection().await?;
        let rows = store::after(reading.sqlite()?, last_seq, STEP).await?;
        if rows.is_empty() {
            return Ok(None);
        }
        let key = &reading.live()?.audit_key;
        for row in rows {
            // Entries from before the master key was replaced are under the key of their time.
            let of_its_time = earlier.iter().find(|(up_to, _)| row.seq <= *up_to).map(|(_, key)| key);
            let mac = mac_of(of_its_time.unwrap_or(key), &row)?;
            let fits = row.seq == last_seq + 1 && row.previous == last_mac && row.mac == mac;
            if !fits {
                return Ok(Some(row.seq));
            }
            last_seq = row.seq;
            last_mac = row.mac;
        }
    }
}

/// Earlier keys with the last entry under each, in order.
async fn earlier_keys(reader: &impl Reader) -> Result<Vec<(i64, AuditKey)>> {
    let rows = store::earlier_keys(reader.connection().await?.sqlite()?).await?;
    rows.into_iter()
        .map(|(up_to, key)| {
            let key: [u8; 32] =
                key.try_into().map_err(|_| Error::unexpected("earlier key of the audit", "wrong length"))?;
            Ok((up_to, AuditKey::from_bytes(&key)))
        })
        .collect()
}
