//! The cost of derivation as `{"alg":"argon2id","v":19,"m":…,"t":…,"p":…}`, m in KiB, as Argon2
//! itself names them; another algorithm is not read as this one.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::{KdfCost, kdf::ARGON2_VERSION};

#[derive(Serialize, Deserialize)]
struct Record {
    alg: String,
    v: u32,
    m: u32,
    t: u32,
    p: u32,
}

pub(super) fn serialize<S: Serializer>(cost: &KdfCost, serializer: S) -> Result<S::Ok, S::Error> {
    let alg = "argon2id".to_owned();
    Record { alg, v: ARGON2_VERSION, m: cost.memory_kib, t: cost.passes, p: cost.lanes }.serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<KdfCost, D::Error> {
    let record = Record::deserialize(deserializer)?;
    if record.alg != "argon2id" || record.v != ARGON2_VERSION {
        return Err(D::Error::custom("another way of deriving keys"));
    }
    Ok(KdfCost { memory_kib: record.m, passes: record.t, lanes: record.p })
}
