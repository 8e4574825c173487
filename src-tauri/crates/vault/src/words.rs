//! Passphrases made of random words, which people can remember and type.

use std::sync::LazyLock;

use zeroize::Zeroizing;

use crate::random;

/// The EFF's large list: 7776 common words without look-alikes; see `data/README.md`.
static WORDS: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("../data/eff_large_wordlist.txt").lines().collect());

/// Five words are 64 bits, which at the cost of one derivation each nobody can try.
const COUNT: usize = 5;
/// The longest word of the list, and a space.
const LONGEST: usize = 10;

/// Five random words with spaces between them.
pub fn make_passphrase() -> Zeroizing<String> {
    let mut passphrase = Zeroizing::new(String::with_capacity(COUNT * LONGEST));
    for place in 0..COUNT {
        if place > 0 {
            passphrase.push(' ');
        }
        passphrase.push_str(WORDS[draw(WORDS.len())]);
    }
    passphrase
}

/// A random place in a list of this length, each as likely as the next.
fn draw(length: usize) -> usize {
    loop {
        if let Some(place) = place(u16::from_be_bytes(random::bytes()), length) {
            return place;
        }
    }
}

/// The place a random number falls on; `None` in the last, incomplete round of the list.
fn place(number: u16, length: usize) -> Option<usize> {
    let number = usize::from(number);
    let whole_rounds = usize::from(u16::MAX) / length * length;
    (number < whole_rounds).then_some(number % length)
}

#[cfg(test)]
mod tests {
    use super::{COUNT, LONGEST, WORDS, place};

    #[test]
    fn every_word_is_as_likely_as_the_next() {
        let mut drawn = vec![0; WORDS.len()];
        (0..=u16::MAX).filter_map(|number| place(number, WORDS.len())).for_each(|place| drawn[place] += 1);
        assert!(drawn.iter().all(|times| *times == drawn[0] && *times > 0), "some words come oftener");
    }

    #[test]
    fn the_buffer_never_grows_and_leaves_no_copy() {
        let longest = WORDS.iter().map(|word| word.len()).max();
        assert_eq!(longest, Some(LONGEST - 1), "{COUNT} words and their spaces fit");
    }
}
