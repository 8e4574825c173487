//! Files that people have: photos of a phone, letters, and what only calls itself so.

use std::path::{Path, PathBuf};

use hegu_core::files::{self, AddFiles, Added, AddedFile, ClientFile};
use hegu_core::{Cancel, Error, Practice};
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder, RgbImage};

/// A letter on one page, as far as anybody here reads it.
pub(crate) const LETTER: &[u8] = b"%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n";

/// Lays a file on the disk beside the practice.
pub(crate) fn lay(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// A photo of so many dots, red above and blue below, as a phone held upright writes it: lying on its side, with the word that it
/// has to be turned, and the day on which it was taken.
pub(crate) fn photo(across: u32, down: u32, taken: &str) -> Vec<u8> {
    let lying = RgbImage::from_fn(down, across, |x, _| {
        if x < down / 2 { image::Rgb([220, 20, 20]) } else { image::Rgb([20, 20, 220]) }
    });
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, 90);
    encoder.write_image(&lying, down, across, ExtendedColorType::Rgb8).unwrap();
    let exif = exif(taken);
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, 0xE1], &length, &exif, &jpeg[2..]].concat()
}

/// What a camera writes beside the picture: that it is to be turned by a quarter to the right, and when it was taken (Exif 2.3).
fn exif(taken: &str) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value.to_be_bytes()].concat()
    };
    let mut bytes = b"Exif\0\0MM\0\x2a\0\0\0\x08".to_vec();
    bytes.extend([0, 2]);
    bytes.extend(entry(0x0112, 3, 1, 6 << 16));
    bytes.extend(entry(0x8769, 4, 1, 38));
    bytes.extend([0; 4]);
    bytes.extend([0, 1]);
    bytes.extend(entry(0x9003, 2, 20, 56));
    bytes.extend([0; 4]);
    bytes.extend(taken.bytes());
    bytes.push(0);
    bytes
}

/// A system without libheif.
pub(crate) fn heic_unread(_: &[u8]) -> Option<Vec<u8>> {
    None
}

pub(crate) async fn add_all(
    practice: &Practice,
    client: &str,
    clinical: bool,
    from: Vec<PathBuf>,
) -> Result<Vec<AddedFile>, Error> {
    let input = AddFiles { client: client.to_owned(), clinical };
    files::add(practice, input, from, heic_unread, &Cancel::default(), |_, _| {}).await
}

/// Adds one, which is there then.
pub(crate) async fn add(practice: &Practice, client: &str, clinical: bool, from: PathBuf) -> ClientFile {
    let added = add_all(practice, client, clinical, vec![from]).await.unwrap().remove(0);
    assert_eq!(added.outcome, Added::Added, "{}", added.name);
    files::open(practice, &added.id.unwrap()).await.unwrap()
}
