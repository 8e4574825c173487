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
        passphrase.push_str(WORDS[below(WORDS.len() as u16)]);
    }
    passphrase
}

/// A random number below `limit`, each as likely as the next: numbers from the last, incomplete
/// round are thrown away.
fn below(limit: u16) -> usize {
    let whole_rounds = u16::MAX - u16::MAX % limit;
    loop {
        let number = u16::from_be_bytes(random::bytes());
        if number < whole_rounds {
            return usize::from(number % limit);
        }
    }
}
