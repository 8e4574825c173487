//! Sealed attachments: whole, or refused.

use hegu_vault::{
    Damage, FileKey, VaultError,
    sealed_file::{open, open_into, seal, seal_from},
};
use proptest::prelude::*;

const ID: [u8; 16] = *b"attachment 00001";
const CHUNK: usize = 64 * 1024;
const HEADER: usize = 24;

fn plain(length: usize) -> Vec<u8> {
    (0..length).map(|index| (index % 251) as u8).collect()
}

fn refused(key: &FileKey, sealed: &[u8]) -> bool {
    open(key, &ID, sealed).map(drop) == Err(VaultError::Damaged(Damage::SealedFile))
}

#[test]
fn what_was_sealed_comes_back_around_every_chunk_boundary() {
    let key = FileKey::make();
    for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7] {
        let sealed = seal(&key, &ID, &plain(length));
        let chunks = length.div_ceil(CHUNK).max(1);
        assert_eq!(sealed.len(), HEADER + length + chunks * 16, "{length} bytes in {chunks} chunks");
        assert_eq!(*open(&key, &ID, &sealed).unwrap(), plain(length), "{length} bytes");
        let kept = FileKey::from_bytes(key.expose_bytes_for_database_row());
        assert!(open(&kept, &ID, &sealed).is_ok(), "the key comes back out of the database");
    }
}

/// Gives one byte at a time, as a slow disk may.
struct Drops<'a>(&'a [u8]);

impl std::io::Read for Drops<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let Some((first, rest)) = self.0.split_first() else { return Ok(0) };
        let Some(place) = into.first_mut() else { return Ok(0) };
        (*place, self.0) = (*first, rest);
        Ok(1)
    }
}

#[test]
fn what_comes_in_drops_is_sealed_and_opened_all_the_same() {
    let key = FileKey::make();
    for length in [0, 1, CHUNK, CHUNK + 1] {
        let content = plain(length);
        let mut sealed = Vec::new();
        assert_eq!(seal_from(&key, &ID, &mut Drops(&content), &mut sealed).unwrap(), length as u64);
        let mut opened = Vec::new();
        open_into(&key, &ID, &mut Drops(&sealed), &mut opened).unwrap();
        assert!(opened == content, "{length} bytes");
        sealed.pop();
        let refused = open_into(&key, &ID, &mut &sealed[..], &mut Vec::new()).unwrap_err();
        assert_eq!(refused.kind(), std::io::ErrorKind::InvalidData, "the missing end is seen");
    }
}

#[test]
fn the_same_file_sealed_twice_looks_different() {
    let key = FileKey::make();
    assert_ne!(seal(&key, &ID, b"consent"), seal(&key, &ID, b"consent"));
}

#[test]
fn every_flipped_byte_of_a_small_file_is_refused() {
    let key = FileKey::make();
    let sealed = seal(&key, &ID, b"a signed consent");
    for index in 0..sealed.len() {
        let mut flipped = sealed.clone();
        flipped[index] ^= 1;
        assert!(refused(&key, &flipped), "took byte {index}");
    }
}

#[test]
fn a_file_cut_short_is_refused_wherever_it_is_cut() {
    let key = FileKey::make();
    let small = seal(&key, &ID, b"a signed consent");
    assert!((0..small.len()).all(|end| refused(&key, &small[..end])));
    let large = seal(&key, &ID, &plain(3 * CHUNK));
    let sealed_chunk = CHUNK + 16;
    for chunks in 0..3 {
        let end = HEADER + chunks * sealed_chunk;
        assert!(refused(&key, &large[..end]), "took {chunks} whole chunks of three");
        assert!(refused(&key, &large[..end + 1000]), "took {chunks} chunks and a bit");
    }
    assert!(refused(&key, &[&large[..], b"x"].concat()), "took an added byte");
}

#[test]
fn chunks_cannot_change_places() {
    let key = FileKey::make();
    let mut sealed = seal(&key, &ID, &plain(3 * CHUNK));
    let (first, rest) = sealed[HEADER..].split_at_mut(CHUNK + 16);
    first.swap_with_slice(&mut rest[..CHUNK + 16]);
    assert!(refused(&key, &sealed));
}

#[test]
fn a_file_opens_only_with_its_key_and_as_its_record() {
    let key = FileKey::make();
    let sealed = seal(&key, &ID, b"a signed consent");
    assert!(refused(&FileKey::make(), &sealed), "another file's key");
    assert!(open(&key, b"attachment 00002", &sealed).is_err(), "another record's id");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn flips_anywhere_in_a_large_file_are_refused(place in any::<prop::sample::Index>(), bit in 0..8_u8) {
        let key = FileKey::make();
        let mut sealed = seal(&key, &ID, &plain(2 * CHUNK + 100));
        let place = place.index(sealed.len());
        sealed[place] ^= 1 << bit;
        prop_assert!(refused(&key, &sealed), "took byte {place}");
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = open(&FileKey::make(), &ID, &bytes);
        prop_assert!(refused(&FileKey::make(), &[&b"HEGA\x01"[..], &bytes].concat()));
    }
}
