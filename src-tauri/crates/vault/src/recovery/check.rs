//! A check group that says which group was mistyped.
//!
//! Two symbols are one element of the field with 1024 elements, and the eighteen elements of a
//! code are a Reed–Solomon word with two check elements: both the plain sum of the elements and
//! their sum weighted by the powers of a generator are zero. Two check elements find every slip in
//! one pair and name the pair, and notice every slip in two pairs; anything worse passes once in a
//! million. The slip is named and not mended: a person should look at the paper again.

use zeroize::Zeroizing;

/// Elements that carry the code, and all of them with the check.
pub(super) const DATA_PAIRS: usize = 16;
pub(super) const PAIRS: usize = DATA_PAIRS + 2;

/// The code as field elements of ten bits.
pub(super) type Pairs = Zeroizing<[u16; PAIRS]>;

/// x^10 + x^3 + 1, which is primitive: x generates all 1023 elements but zero.
const POLYNOMIAL: u16 = 0b100_0000_1001;

pub(super) enum Verdict {
    /// The check holds.
    Sound,
    /// It does not; if one wrong pair explains it, that is the one.
    Wrong { pair: Option<usize> },
}

/// Fills in the two check elements.
pub(super) fn complete(pairs: &mut Pairs) {
    pairs[DATA_PAIRS..].fill(0);
    let (plain, weighted) = sums(pairs);
    // The two unknowns solve: first + last = plain, first·a + last·b = weighted.
    let (a, b) = (power(DATA_PAIRS), power(DATA_PAIRS + 1));
    let last = times(weighted ^ times(plain, a), inverse(a ^ b));
    pairs[DATA_PAIRS] = plain ^ last;
    pairs[DATA_PAIRS + 1] = last;
}

/// Whether the check holds, and if not, which pair is to blame.
pub(super) fn verdict(pairs: &Pairs) -> Verdict {
    let (plain, weighted) = sums(pairs);
    match (plain, weighted) {
        (0, 0) => Verdict::Sound,
        (0, _) | (_, 0) => Verdict::Wrong { pair: None },
        _ => {
            let place = times(weighted, inverse(plain));
            Verdict::Wrong { pair: (0..PAIRS).find(|index| power(*index) == place) }
        }
    }
}

fn sums(pairs: &Pairs) -> (u16, u16) {
    let plain = pairs.iter().fold(0, |sum, pair| sum ^ pair);
    let weighted = pairs.iter().enumerate().fold(0, |sum, (index, pair)| sum ^ times(*pair, power(index)));
    (plain, weighted)
}

/// The generator to the power of `exponent`.
fn power(exponent: usize) -> u16 {
    (0..exponent).fold(1, |value, _| shift(value))
}

/// Times the generator.
fn shift(value: u16) -> u16 {
    let doubled = value << 1;
    if doubled & 0b100_0000_0000 == 0 { doubled } else { doubled ^ POLYNOMIAL }
}

fn times(left: u16, right: u16) -> u16 {
    (0..10).rev().fold(0, |product, bit| shift(product) ^ if right >> bit & 1 == 1 { left } else { 0 })
}

/// The element whose product with `value` is one; `value` is not zero.
fn inverse(value: u16) -> u16 {
    // Every element but zero has an order that divides 1023.
    (0..1022).fold(1, |product, _| times(product, value))
}
