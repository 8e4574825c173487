//! Passphrases offered, and passphrases typed.

use std::collections::HashSet;

use hegu_vault::{
    strength::{Hint, measure},
    words::make_passphrase,
};

#[test]
fn five_words_are_offered_and_are_always_enough() {
    let list: HashSet<&str> = include_str!("../../data/eff_large_wordlist.txt").lines().collect();
    assert_eq!(list.len(), 7776, "as many words as five dice have throws, each once");
    let offered: HashSet<String> = (0..50).map(|_| make_passphrase().to_string()).collect();
    assert_eq!(offered.len(), 50, "no two alike");
    for passphrase in offered {
        assert!(passphrase.split(' ').all(|word| list.contains(word)), "{passphrase}");
        assert_eq!(passphrase.split(' ').count(), 5);
        assert!(measure(&passphrase, &[]).enough, "{passphrase}");
    }
}

#[test]
fn weak_passphrases_say_why() {
    let cases = [
        ("password", Hint::Common),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", Hint::Repeats),
        ("abcdefghijkl", Hint::Sequence),
        ("12.03.1984", Hint::Dates),
        ("qwertyuiop[]", Hint::Keyboard),
        ("x7!", Hint::TooShort),
    ];
    for (typed, hint) in cases {
        let strength = measure(typed, &[]);
        assert!(!strength.enough && strength.score < 4, "{typed} passed");
        assert!(strength.hints.contains(&hint), "{typed} gave {:?}", strength.hints);
        assert_eq!(strength.hints.last(), Some(&Hint::AddWords), "there is always a way forward");
    }
}

#[test]
fn the_practices_own_names_are_weak() {
    let about = ["Quiet River Acupuncture", "Ana Lindqvist"];
    let strength = measure("Lindqvist-Acupuncture", &about);
    assert!(strength.hints.contains(&Hint::Names), "{strength:?}");
    assert!(strength.score < measure("Lindqvist-Acupuncture", &[]).score, "a guesser knows them");
}

#[test]
fn a_strong_one_gives_no_advice() {
    let strength = measure("tidy copper river lantern yawn", &[]);
    assert_eq!((strength.score, strength.enough), (4, true));
    assert!(strength.hints.is_empty());
}

#[test]
fn nothing_and_very_much_are_both_measured() {
    assert_eq!(measure("", &[]).score, 0);
    let pasted = "é".repeat(10_000);
    assert!(!measure(&pasted, &[]).enough, "long is not strong");
}

#[test]
fn letters_of_another_width_are_no_harder_to_guess() {
    let (plain, wide) = (
        measure("letmeinpassword", &[]),
        measure(
            "\u{ff4c}\u{ff45}\u{ff54}\u{ff4d}\u{ff45}\u{ff49}\u{ff4e}\u{ff50}\u{ff41}\u{ff53}\u{ff53}\u{ff57}\u{ff4f}\u{ff52}\u{ff44}",
            &[],
        ),
    );
    assert_eq!(wide, plain, "both open with the same key");
    assert!(!wide.enough);
}
