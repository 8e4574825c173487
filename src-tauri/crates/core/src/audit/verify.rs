//! Walks the chain, with everything that holds it: the keys before this one, what people signed, and what is known
//! outside.

use std::collections::{BTreeMap, HashMap};

use hegu_vault::AuditKey;
use sqlx::SqliteConnection;

use crate::error::{Error, Result};
use crate::people;
use crate::reader::Reader;

use super::anchor::{Anchor, AnchorVerdict, compare};
use super::append::mac_of;
use super::checkpoint::Checkpoint;
use super::store::{self, EntryRow};
use super::vouched::Vouched;

/// Entries read at a time. The connection is free between two steps.
const STEP: i64 = 2_000;

/// What a walk along the chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How many entries were looked at.
    pub entries: i64,
    /// The number of the first entry that is not as it was written: changed, moved, or missing.
    pub first_bad: Option<i64>,
    /// How many signed heads fit.
    pub checkpoints: i64,
    /// The first entry whose signed head does not fit.
    pub bad_checkpoint: Option<i64>,
    /// Somebody with a signing key that no entry names: by their id.
    pub strange_key: Option<String>,
    /// What the note outside says.
    pub anchor: AnchorVerdict,
}

/// Whether an entry does not fit the chain, or somebody has a signing key that no entry names: quick enough for every
/// opening.
pub(crate) async fn finds_fault(reader: &impl Reader) -> Result<bool> {
    let mut walk = Walk::begin(reader, Vec::new()).await?;
    walk.go(reader, &mut |_, _| {}).await?;
    Ok(walk.first_bad.is_some() || walk.strange_key().is_some())
}

/// Walks the whole chain and compares it with every signed head and with the anchor. `progress` hears after each step
/// how many entries were looked at, of how many.
pub(crate) async fn verify(
    reader: &impl Reader,
    anchor: Option<&Anchor>,
    progress: &mut (dyn FnMut(i64, i64) + Send),
) -> Result<Verdict> {
    let signed = store::checkpoints(reader.connection().await?.sqlite()?).await?;
    let mut walk = Walk::begin(reader, signed).await?;
    walk.go(reader, progress).await?;
    let anchor = compare(reader, anchor).await?;
    // Somebody signed an entry behind the end, or it is noted outside: it was there, and the end was cut off.
    let beyond = walk.signed.keys().next().copied().filter(|_| walk.first_bad.is_none());
    let cut_off = beyond.is_some() || anchor == AnchorVerdict::OlderThanAnchor;
    Ok(Verdict {
        entries: walk.entries,
        first_bad: walk.first_bad.or(cut_off.then_some(walk.last_seq + 1)),
        checkpoints: walk.checkpoints,
        strange_key: walk.strange_key(),
        bad_checkpoint: walk.bad_checkpoint.or(beyond),
        anchor,
    })
}

/// How far a walk has come.
struct Walk {
    of: i64,
    entries: i64,
    last_seq: i64,
    last_mac: Vec<u8>,
    earlier: Vec<(i64, AuditKey)>,
    vault_id: String,
    people: HashMap<String, Vec<Vec<u8>>>,
    vouched: Vouched,
    /// Signed heads that were not reached yet.
    signed: BTreeMap<i64, Checkpoint>,
    checkpoints: i64,
    bad_checkpoint: Option<i64>,
    first_bad: Option<i64>,
}

impl Walk {
    async fn begin(reader: &impl Reader, signed: Vec<Checkpoint>) -> Result<Self> {
        let people = people::signing_keys(reader).await?;
        let mut reading = reader.connection().await?;
        let head = store::head(reading.sqlite()?).await?;
        Ok(Self {
            of: head.map_or(0, |head| head.seq),
            entries: 0,
            last_seq: 0,
            last_mac: vec![0; 32],
            earlier: earlier_keys(reading.sqlite()?).await?,
            vault_id: reading.live()?.vault.vault_id().as_str().to_owned(),
            people,
            vouched: Vouched::default(),
            signed: signed.into_iter().map(|checkpoint| (checkpoint.seq, checkpoint)).collect(),
            checkpoints: 0,
            bad_checkpoint: None,
            first_bad: None,
        })
    }

    /// Goes on to the end, or to the first entry that does not follow the one before.
    async fn go(&mut self, reader: &impl Reader, progress: &mut (dyn FnMut(i64, i64) + Send)) -> Result<()> {
        // From before the first number there can be: an entry that was put in front is met as well.
        let mut after = i64::MIN;
        loop {
            let mut reading = reader.connection().await?;
            let rows = store::after(reading.sqlite()?, after, STEP).await?;
            let Some((last, _)) = rows.last() else { return Ok(()) };
            after = *last;
            let current = &reading.live()?.audit_key;
            for (seq, row) in &rows {
                if !self.step(*seq, row.as_ref(), current)? {
                    return Ok(());
                }
            }
            drop(reading);
            progress(self.entries, self.of.max(self.entries));
        }
    }

    /// Takes the next entry; false when it does not follow the one before. One that cannot even be read does not.
    fn step(&mut self, seq: i64, row: Option<&EntryRow>, current: &AuditKey) -> Result<bool> {
        let expected = self.last_seq + 1;
        let follows = match row.filter(|row| seq == expected && row.previous == self.last_mac) {
            Some(row) if row.mac == mac_of(self.key_of(seq, current), row)? => Some(row),
            _ => None,
        };
        let Some(row) = follows else {
            self.first_bad = Some(seq.min(expected));
            return Ok(false);
        };
        self.entries += 1;
        self.last_seq = seq;
        self.last_mac.clone_from(&row.mac);
        self.vouched.hear(row);
        if let Some(checkpoint) = self.signed.remove(&seq) {
            if checkpoint.fits(&row.mac, &self.vault_id, &self.people) {
                self.checkpoints += 1;
            } else {
                self.bad_checkpoint.get_or_insert(seq);
            }
        }
        Ok(true)
    }

    /// Somebody with a key that no entry named. A chain that breaks off says nothing about keys named after that.
    fn strange_key(&self) -> Option<String> {
        self.first_bad.is_none().then(|| self.vouched.first_strange(&self.people)).flatten()
    }

    /// The key that was in use when an entry was written.
    fn key_of<'k>(&'k self, seq: i64, current: &'k AuditKey) -> &'k AuditKey {
        self.earlier.iter().find(|(up_to, _)| seq <= *up_to).map_or(current, |(_, key)| key)
    }
}

async fn earlier_keys(connection: &mut SqliteConnection) -> Result<Vec<(i64, AuditKey)>> {
    let key = |bytes: Vec<u8>| match <&[u8; 32]>::try_from(bytes.as_slice()) {
        Ok(bytes) => Ok(AuditKey::from_bytes(bytes)),
        Err(error) => Err(Error::unexpected("length of an earlier key", error)),
    };
    let rows = store::earlier_keys(connection).await?;
    rows.into_iter().map(|(up_to, bytes)| Ok((up_to, key(bytes)?))).collect()
}
