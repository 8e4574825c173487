//! Photographs go into the file as they are, without what a camera wrote about place and time.

use lopdf::{Object, ObjectId, Stream, dictionary};

use super::pictures::image_dictionary;

/// A jpeg without its remarks.
pub(super) struct Jpeg {
    /// Across and down, as stored.
    stored: (u32, u32),
    components: u8,
    /// How the camera was held, 1 to 8 (EXIF).
    turned: u8,
    /// Written by Adobe's programs, which store CMYK upside down.
    adobe: bool,
    bytes: Vec<u8>,
}

/// Reads the segments before the picture itself; nothing when it is no jpeg that a PDF can hold.
pub(super) fn read(bytes: &[u8]) -> Option<Jpeg> {
    let mut jpeg =
        Jpeg { stored: (0, 0), components: 0, turned: 1, adobe: false, bytes: bytes.get(..2)?.to_vec() };
    if jpeg.bytes != [0xFF, 0xD8] {
        return None;
    }
    let mut at = 2;
    loop {
        let (0xFF, kind) = (*bytes.get(at)?, *bytes.get(at + 1)?) else { return None };
        if kind == 0xFF {
            at += 1;
            continue;
        }
        let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
        let segment = bytes.get(at + 4..at + 2 + length)?;
        match kind {
            // The frame: baseline or progressive, 8 bits, Huffman coded.
            0xC0..=0xC2 => {
                let [8, h1, h2, w1, w2, components, ..] = *segment else { return None };
                let side = |high, low| u32::from(u16::from_be_bytes([high, low]));
                (jpeg.stored, jpeg.components) = ((side(w1, w2), side(h1, h2)), components);
            }
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => return None,
            0xE1 => jpeg.turned = orientation(segment).unwrap_or(jpeg.turned),
            0xEE => jpeg.adobe |= segment.starts_with(b"Adobe"),
            _ => {}
        }
        // Remarks and what a camera adds stay out; JFIF and Adobe's segment say how to read colours.
        if !matches!(kind, 0xE1..=0xED | 0xEF | 0xFE) {
            jpeg.bytes.extend_from_slice(&bytes[at..at + 2 + length]);
        }
        at += 2 + length;
        if kind == 0xDA {
            break;
        }
    }
    jpeg.bytes.extend_from_slice(&bytes[at..]);
    let readable = matches!(jpeg.components, 1 | 3 | 4) && jpeg.stored.0 > 0 && jpeg.stored.1 > 0;
    readable.then_some(jpeg)
}

/// How the camera was held: tag 0x0112 of the first directory of an EXIF segment.
fn orientation(segment: &[u8]) -> Option<u8> {
    let tiff = segment.strip_prefix(b"Exif\0\0")?;
    let big = tiff.starts_with(b"MM");
    let number = |at: usize, length: usize| -> Option<usize> {
        let bytes = tiff.get(at..at.checked_add(length)?)?;
        let join = |sum: usize, byte: &u8| sum << 8 | usize::from(*byte);
        Some(if big { bytes.iter().fold(0, join) } else { bytes.iter().rev().fold(0, join) })
    };
    let directory = number(4, 4)?;
    let entries = number(directory, 2)?;
    (0..entries)
        .map(|entry| directory + 2 + entry * 12)
        .find(|entry| number(*entry, 2) == Some(0x0112))
        .and_then(|entry| u8::try_from(number(entry + 8, 2)?).ok())
        .filter(|turned| (1..=8).contains(turned))
}

impl Jpeg {
    /// Whether the picture goes on to its end. Some cameras write more behind it.
    pub(super) fn has_end(&self) -> bool {
        self.bytes.windows(2).any(|pair| pair == [0xFF, 0xD9])
    }

    /// Across and down when it is held upright.
    pub(super) fn upright(&self) -> (u32, u32) {
        if self.turned >= 5 { (self.stored.1, self.stored.0) } else { self.stored }
    }

    /// Adds it to the file: an upright picture as it is, any other inside a form that turns it.
    pub(super) fn embed(self, pdf: &mut lopdf::Document) -> ObjectId {
        let mut dictionary = image_dictionary(self.stored, self.components);
        dictionary.set("Filter", Object::Name(b"DCTDecode".to_vec()));
        if self.components == 4 && self.adobe {
            let upside_down: Vec<Object> = [1, 0, 1, 0, 1, 0, 1, 0].map(Object::Integer).to_vec();
            dictionary.set("Decode", upside_down);
        }
        let image = pdf.add_object(Stream::new(dictionary, self.bytes));
        let matrix = match self.turned {
            2 => "-1 0 0 1 1 0",
            3 => "-1 0 0 -1 1 1",
            4 => "1 0 0 -1 0 1",
            5 => "0 -1 -1 0 1 1",
            6 => "0 -1 1 0 0 1",
            7 => "0 1 1 0 0 0",
            8 => "0 1 -1 0 1 0",
            _ => return image,
        };
        let form = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => vec![0.into(), 0.into(), 1.into(), 1.into()],
            "Resources" => dictionary! { "XObject" => dictionary! { "I" => image } },
        };
        pdf.add_object(Stream::new(form, format!("q {matrix} cm /I Do Q\n").into_bytes()))
    }
}
