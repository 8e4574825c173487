//! Walks the chain.

use crate::error::Result;
use crate::reader::Reader;

use super::append::mac_of;
use super::store;

/// Entries read at a time.
const STEP: i64 = 2_000;

/// The number of the first entry that does not fit: changed, missing before it, or moved. `None` when all fit.
pub(crate) async fn first_break(reader: &impl Reader) -> Result<Option<i64>> {
    let mut last_seq = 0;
    let mut last_mac = vec![0_u8; 32];
    loop {
        let mut reading = reader.connection().await?;
        let rows = store::after(reading.sqlite()?, last_seq, STEP).await?;
        if rows.is_empty() {
            return Ok(None);
        }
        let key = &reading.live()?.audit_key;
        for row in rows {
            let fits = row.seq == last_seq + 1 && row.previous == last_mac && row.mac == mac_of(key, &row)?;
            if !fits {
                return Ok(Some(row.seq));
            }
            last_seq = row.seq;
            last_mac = row.mac;
        }
    }
}
