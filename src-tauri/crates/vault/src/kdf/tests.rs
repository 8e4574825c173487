//! Costs that are offered, and costs that are refused.

use super::{KdfBounds, KdfCost};
use crate::{Damage, VaultError};

const MIB: u32 = 1024;

fn accepted(memory_kib: u32, passes: u32, lanes: u32) -> bool {
    KdfBounds::shipped().check(KdfCost { memory_kib, passes, lanes }).is_ok()
}

#[test]
fn every_cost_that_is_offered_is_accepted_back() {
    let offered = KdfCost::candidates();
    assert!(offered.iter().all(|cost| KdfBounds::shipped().check(*cost).is_ok()));
    assert!(offered.is_sorted_by(|dear, cheap| dear.memory_kib > cheap.memory_kib), "dearest first");
}

#[test]
fn the_floor_and_the_ceiling_hold() {
    assert!(accepted(64 * MIB, 3, 1) && accepted(2048 * MIB, 16, 8), "the edges are inside");
    assert!(!accepted(64 * MIB - 1, 3, 4) && !accepted(64 * MIB, 2, 4), "too cheap to guess");
    assert!(!accepted(2048 * MIB + 1, 3, 4) && !accepted(64 * MIB, 17, 4), "too dear to run");
    assert!(!accepted(64 * MIB, 3, 0) && !accepted(64 * MIB, 3, 9), "lanes");
}

#[test]
fn a_single_pass_is_enough_only_over_two_gibibytes() {
    assert!(accepted(2048 * MIB, 1, 4), "the first choice of RFC 9106");
    assert!(!accepted(1024 * MIB, 1, 4) && !accepted(2048 * MIB, 0, 4));
}

#[test]
fn a_trial_runs_and_an_impossible_one_says_so() {
    assert_eq!(KdfCost::quick().try_out(), Ok(()));
    let impossible = KdfCost { memory_kib: 1, passes: 1, lanes: 4 };
    assert_eq!(impossible.try_out(), Err(VaultError::Damaged(Damage::Cost)));
}
