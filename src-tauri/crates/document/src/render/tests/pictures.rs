//! Small picture files, made byte by byte.

use std::io::Write;

/// A grey png; one that is too large to be true holds no dots.
pub(super) fn png(width: u32, height: u32) -> Vec<u8> {
    let mut dots = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    if width < 1000 {
        for _ in 0..height {
            dots.write_all(&vec![0; width as usize + 1]).unwrap();
        }
    }
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend([8, 0, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in [(b"IHDR", header), (b"IDAT", dots.finish().unwrap()), (b"IEND", Vec::new())] {
        let chunk = [kind.as_slice(), &data].concat();
        let mut check = flate2::Crc::new();
        check.update(&chunk);
        file.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        file.extend(chunk);
        file.extend(check.sum().to_be_bytes());
    }
    file
}

/// The outside of a jpeg, with a secret among what the camera added.
pub(super) fn jpeg(width: u16, height: u16, turned: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([turned, 0, 0]);
    exif.extend(b"SECRET");
    let [h1, h2] = height.to_be_bytes();
    let [w1, w2] = width.to_be_bytes();
    let frame = vec![8, h1, h2, w1, w2, 1, 1, 0x11, 0];
    let mut file = vec![0xFF, 0xD8];
    for (kind, data) in
        [(0xE1, exif), (0xFE, b"SECRET".to_vec()), (0xC0, frame), (0xDA, vec![1, 1, 0, 0, 63, 0])]
    {
        file.extend([0xFF, kind]);
        file.extend(u16::try_from(data.len() + 2).unwrap().to_be_bytes());
        file.extend(data);
    }
    file.extend([0x12, 0x34, 0xFF, 0xD9]);
    file
}
