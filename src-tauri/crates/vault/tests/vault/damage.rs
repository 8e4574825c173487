//! Vault files that were damaged, or changed by somebody without the key.

use hegu_vault::{Damage, MAX_FILE_BYTES, VaultError, VaultFile, unlock_with_recovery};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{Made, WORDS, body, practice, try_words, with_body};

/// Both ways in answer an error, whatever the bytes are.
fn refused(made: &Made, bytes: &[u8]) -> bool {
    match VaultFile::parse(bytes) {
        Err(_) => true,
        Ok(file) => try_words(&file, WORDS).is_err() && unlock_with_recovery(&file, &made.code).is_err(),
    }
}

#[test]
fn every_flipped_byte_is_refused() {
    let made = practice();
    let bytes = made.bytes();
    for index in 0..bytes.len() {
        for flip in [0x01, 0x20, 0x80, 0xff] {
            let mut flipped = bytes.clone();
            flipped[index] ^= flip;
            let start = index.saturating_sub(20);
            let around = String::from_utf8_lossy(&bytes[start..index]);
            assert!(refused(&made, &flipped), "took byte {index} flipped by {flip:#x}, after {around}");
        }
    }
}

#[test]
fn every_shortened_file_is_damaged() {
    let bytes = practice().bytes();
    for end in 0..bytes.len() {
        let answer = VaultFile::parse(&bytes[..end]);
        assert!(matches!(answer, Err(VaultError::Damaged(_))), "took the first {end} bytes");
    }
    let lengthened = [&bytes[..], b"\n"].concat();
    assert_eq!(VaultFile::parse(&lengthened).err(), Some(VaultError::Damaged(Damage::Lines)));
}

#[test]
fn every_changed_field_is_refused() {
    let made = practice();
    let bytes = made.bytes();
    let original = body(&bytes);
    let mut places = Vec::new();
    leaves(&original, String::new(), &mut places);
    assert!(places.len() > 30, "every field is tried, found {}", places.len());
    for place in places {
        let mut changed = original.clone();
        let leaf = changed.pointer_mut(&place).unwrap();
        *leaf = match leaf.take() {
            Value::Number(number) => json!(number.as_i64().unwrap() + 1),
            Value::Bool(yes) => json!(!yes),
            Value::String(text) if text == "solo" => json!("clinic"),
            Value::String(text) if text == "owner" => json!("student"),
            Value::String(text) if text == "active" => json!("removed"),
            Value::String(text) => json!(text.chars().rev().collect::<String>()),
            _ => json!(1),
        };
        assert!(refused(&made, &with_body(&bytes, &changed)), "took another {place}");
    }
}

/// The JSON pointers of everything that is not a list or an object.
fn leaves(value: &Value, path: String, into: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, v)| leaves(v, format!("{path}/{key}"), into)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, v)| leaves(v, format!("{path}/{index}"), into));
        }
        _ => into.push(path),
    }
}

#[test]
fn a_lowered_cost_does_not_open_even_before_the_file_is_vouched_for() {
    let made = practice();
    let bytes = made.bytes();
    let mut lowered = body(&bytes);
    lowered["people"][0]["kdf"]["m"] = json!(8);
    let file = VaultFile::parse(&with_body(&bytes, &lowered)).unwrap();
    assert_eq!(
        try_words(&file, WORDS).err(),
        Some(VaultError::WrongPassphrase),
        "cost is part of the envelope"
    );
}

#[test]
fn a_cost_out_of_bounds_is_not_even_tried() {
    let made = practice();
    let bytes = made.bytes();
    for (field, value) in
        [("m", 4_000_000_000_u64), ("m", 7), ("t", 0), ("t", 1_000_000), ("p", 0), ("p", 200)]
    {
        let mut hostile = body(&bytes);
        hostile["people"][0]["kdf"][field] = json!(value);
        let file = VaultFile::parse(&with_body(&bytes, &hostile)).unwrap();
        let answer = try_words(&file, WORDS).err();
        assert_eq!(answer, Some(VaultError::Damaged(Damage::Cost)), "tried {field} = {value}");
    }
}

#[test]
fn a_changed_name_is_forgery_to_who_has_the_key() {
    let made = practice();
    let bytes = made.bytes();
    let mut renamed = body(&bytes);
    renamed["practice"] = json!("Another Practice");
    let file = VaultFile::parse(&with_body(&bytes, &renamed)).unwrap();
    assert_eq!(try_words(&file, WORDS).err(), Some(VaultError::Forged));
    assert_eq!(unlock_with_recovery(&file, &made.code).err(), Some(VaultError::Forged));
}

#[test]
fn the_body_of_one_practice_under_the_mac_of_another_is_forgery() {
    let (mine, other) = (practice(), practice());
    let swapped = with_body(&other.bytes(), &body(&mine.bytes()));
    assert_eq!(try_words(&VaultFile::parse(&swapped).unwrap(), WORDS).err(), Some(VaultError::Forged));
}

#[test]
fn what_is_not_a_vault_is_damaged_and_never_new() {
    let bytes = practice().bytes();
    let mut nobody = body(&bytes);
    nobody["people"] = json!([]);
    let mut twice = body(&bytes);
    twice["people"] = json!([twice["people"][0], twice["people"][0]]);
    let mut no_database = body(&bytes);
    no_database["db"] = json!([]);
    let mut elsewhere = body(&bytes);
    elsewhere["db"][0]["file"] = json!("../../elsewhere.db");
    for hostile in [nobody, twice, no_database, elsewhere] {
        let answer = VaultFile::parse(&with_body(&bytes, &hostile)).err();
        assert!(matches!(answer, Some(VaultError::Damaged(Damage::Field(_)))), "{answer:?}");
    }
    let too_long = vec![b' '; MAX_FILE_BYTES + 1];
    assert_eq!(VaultFile::parse(&too_long).err(), Some(VaultError::Damaged(Damage::TooLong)));
    let deep = [b"[".repeat(100_000), b"\n\n".to_vec()].concat();
    assert_eq!(VaultFile::parse(&deep).err(), Some(VaultError::Damaged(Damage::Json)), "no overflow");
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = VaultFile::parse(&bytes);
    }

    #[test]
    fn no_json_makes_it_panic(
        place in "(/(people|db|recovery|vault_id|kdf|salt|bundle|0|sealed|device_key)){1,3}",
        text in ".{0,60}",
        number in any::<i64>(),
    ) {
        let made = practice();
        let bytes = made.bytes();
        for value in [json!(text), json!(number), json!([text]), json!({"id": text})] {
            let mut changed = body(&bytes);
            if let Some(leaf) = changed.pointer_mut(&place) {
                *leaf = value;
                prop_assert!(refused(&made, &with_body(&bytes, &changed)), "took {place}");
            }
        }
    }
}
