//! The recovery code: printed, copied by hand, mistyped, and used without this program.

use std::{io::Read, str::FromStr};

use hegu_vault::{RecoveryCode, RecoverySlip};
use proptest::prelude::*;

use crate::support::practice;

const SYMBOLS: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn code(bytes: [u8; 20]) -> RecoveryCode {
    RecoveryCode::from_bytes_for_tests(bytes)
}

fn text(bytes: [u8; 20]) -> String {
    code(bytes).groups().join("-")
}

fn slip(text: &str) -> Option<RecoverySlip> {
    RecoveryCode::parse(text).err()
}

#[test]
fn it_is_nine_groups_of_four() {
    let groups = practice().code.groups();
    assert_eq!(groups.len(), 9);
    assert!(groups.iter().all(|group| group.len() == 4 && group.bytes().all(|b| SYMBOLS.contains(&b))));
}

#[test]
fn two_practices_have_two_codes() {
    assert_ne!(*practice().code.groups(), *practice().code.groups());
}

#[test]
fn every_single_slip_is_seen_and_named() {
    let right = text(*b"needles and good tea");
    for place in (0..right.len()).filter(|place| place % 5 != 4) {
        for symbol in SYMBOLS.iter().filter(|symbol| **symbol != right.as_bytes()[place]) {
            let mut wrong = right.clone().into_bytes();
            wrong[place] = *symbol;
            let wrong = String::from_utf8(wrong).unwrap();
            assert_eq!(slip(&wrong), Some(RecoverySlip { group: Some(place / 5) }), "{wrong} for {right}");
        }
    }
}

#[test]
fn what_is_no_symbol_is_named_by_its_group() {
    let right = text([7; 20]);
    for (place, bad) in [(0, "U"), (12, "?"), (23, "é"), (40, "\u{0}")] {
        let mut wrong = right.clone();
        wrong.replace_range(place..=place, bad);
        assert_eq!(slip(&wrong), Some(RecoverySlip { group: Some(place / 5) }), "{wrong}");
    }
}

#[test]
fn a_group_too_short_or_too_long_is_named_when_groups_are_apart() {
    let right = text([9; 20]);
    let mut short = right.clone();
    short.remove(11);
    let mut long = right.clone();
    long.insert(11, '7');
    assert_eq!(slip(&short), Some(RecoverySlip { group: Some(2) }));
    assert_eq!(slip(&long), Some(RecoverySlip { group: Some(2) }));
    let run_together: String = short.split('-').collect();
    assert_eq!(slip(&run_together), Some(RecoverySlip { group: None }), "no group can be blamed");
    assert_eq!(slip(""), Some(RecoverySlip { group: None }));
    assert_eq!(slip(&right.repeat(50)), Some(RecoverySlip { group: None }));
}

proptest! {
    #[test]
    fn it_reads_back_however_it_is_typed(bytes in any::<[u8; 20]>(), zero in "[0oO]", one in "[1iIlL]") {
        let right = text(bytes);
        let sloppy = right.to_lowercase().replace('-', "  ").replace('0', &zero).replace('1', &one);
        let full_width: String = right.chars().map(|c| match c {
            '0'..='9' | 'A'..='Z' => char::from_u32(u32::from(c) + 0xfee0).unwrap(),
            other => other,
        }).collect();
        for typed in [&right, &sloppy, &full_width, &right.replace('-', ""), &right.replace('-', " \u{2013} ")] {
            let read = RecoveryCode::parse(typed).unwrap();
            prop_assert_eq!(read.groups().join("-"), &*right, "typed as {}", typed);
        }
    }

    #[test]
    fn two_slips_never_pass(bytes in any::<[u8; 20]>(), places in any::<[prop::sample::Index; 2]>(), by in 1..32_usize) {
        let right: String = code(bytes).groups().concat();
        let mut wrong = right.clone().into_bytes();
        for place in places {
            let symbol = &mut wrong[place.index(36)];
            let value = SYMBOLS.iter().position(|known| known == symbol).unwrap();
            *symbol = SYMBOLS[(value + by) % 32];
        }
        let wrong = String::from_utf8(wrong).unwrap();
        prop_assert!(wrong == right || slip(&wrong).is_some(), "took {wrong} for {right}");
    }

    #[test]
    fn neighbours_in_the_wrong_order_never_pass(bytes in any::<[u8; 20]>(), place in 0..35_usize) {
        let right: String = code(bytes).groups().concat();
        let mut wrong = right.clone().into_bytes();
        wrong.swap(place, place + 1);
        let wrong = String::from_utf8(wrong).unwrap();
        prop_assert!(wrong == right || slip(&wrong).is_some(), "took {wrong} for {right}");
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,80}") {
        let _ = RecoveryCode::parse(&text);
    }
}

#[test]
fn stock_age_opens_the_recovery_slot_with_the_printed_key() {
    let made = practice();
    let printed = made.code.age_identity(made.file.vault_id());
    let identity = age::x25519::Identity::from_str(&printed).unwrap();
    assert_eq!(identity.to_public().to_string(), made.file.recovery().public_key());

    let file = age::Decryptor::new(made.file.recovery().sealed()).unwrap();
    let mut plain = file.decrypt(std::iter::once(&identity as &dyn age::Identity)).unwrap();
    let mut master = Vec::new();
    plain.read_to_end(&mut master).unwrap();

    let vault = made.file.vault_id();
    let mut database_key = [0; 32];
    let salt = Some(vault.as_str().as_bytes());
    hkdf::Hkdf::<sha2::Sha256>::new(salt, &master).expand(b"hegu/db/v1", &mut database_key).unwrap();
    let ours = made.opened.master.database_key(vault);
    assert_eq!(&database_key, ours.expose_bytes_for_sqlcipher(), "and one HKDF away lies the database");
}
