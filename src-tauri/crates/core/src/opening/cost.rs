//! How dear a guess at a passphrase is made on this computer.

use std::time::{Duration, Instant};

use hegu_vault::KdfCost;

use crate::error::{Error, Result};

use super::Effort;

/// A right passphrase may take this long; a guesser pays the same for each guess. Changing it takes two, which are to stay
/// below a second.
const LONGEST: Duration = Duration::from_millis(450);

/// The dearest cost this computer pays within that time, or the fixed one. Takes up to a few seconds of work, so it
/// belongs on a thread of its own.
pub(super) fn affordable(effort: &Effort) -> Result<KdfCost> {
    if let Some(fixed) = effort.cost {
        return Ok(fixed);
    }
    let candidates = KdfCost::candidates();
    // From the cheapest up: one that takes too long is tried once and no dearer one is.
    let mut best =
        *candidates.last().ok_or_else(|| Error::unexpected("cost of a passphrase", "no candidate"))?;
    for cost in candidates.into_iter().rev() {
        let started = Instant::now();
        cost.try_out().map_err(|error| Error::unexpected("cost of a passphrase", error))?;
        if started.elapsed() > LONGEST {
            break;
        }
        best = cost;
    }
    Ok(best)
}
