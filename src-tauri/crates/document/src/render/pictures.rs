//! The pictures of a sheet: found by name, measured, and put into the file.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};
use printpdf::{RawImage, RawImageData, RawImageFormat};

use super::errors::RenderError;
use super::jpeg::{self, Jpeg};
use super::sheet::Sheet;
use crate::model::{self, Document};
use crate::picture::MOST_DOTS;

const PNG: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// The name of the letterhead's picture in messages.
const LOGO: &str = "logo";

/// Every picture that is used, each once.
#[derive(Default)]
pub(super) struct Pictures {
    by_name: BTreeMap<String, usize>,
    logo: Option<usize>,
    all: Vec<Picture>,
}

struct Picture {
    /// Across and down, in dots.
    size: (u32, u32),
    data: Data,
}

enum Data {
    Jpeg(Jpeg),
    /// Kept as it is until it is known to be needed.
    Png(Vec<u8>),
}

impl Pictures {
    /// Finds and measures the pictures of a document and its letterhead.
    pub(super) fn of(document: &Document, sheet: &Sheet<'_>) -> Result<Self, RenderError> {
        let mut pictures = Pictures::default();
        let mut missing: Vec<String> = Vec::new();
        let mut names = Vec::new();
        model::each_picture(&document.blocks, &mut |name, _| names.push(name));
        for name in names {
            match sheet.pictures.get(name) {
                None if missing.iter().any(|known| known == name) => {}
                None => missing.push(name.to_owned()),
                Some(_) if pictures.by_name.contains_key(name) => {}
                Some(bytes) => {
                    let number = pictures.add(bytes, name)?;
                    pictures.by_name.insert(name.to_owned(), number);
                }
            }
        }
        if let Some(logo) = sheet.logo {
            pictures.logo = Some(pictures.add(logo.picture, LOGO)?);
        }
        if missing.is_empty() { Ok(pictures) } else { Err(RenderError::NoPicture(missing)) }
    }

    fn add(&mut self, bytes: &[u8], name: &str) -> Result<usize, RenderError> {
        let picture = read(bytes).ok_or_else(|| RenderError::BadPicture(name.to_owned()))?;
        self.all.push(picture);
        Ok(self.all.len() - 1)
    }

    /// The number of a picture, and how many dots it has across and down.
    pub(super) fn find(&self, name: &str) -> Option<(usize, (f32, f32))> {
        self.measured(*self.by_name.get(name)?)
    }

    /// The same for the picture of the letterhead.
    pub(super) fn logo(&self) -> Option<(usize, (f32, f32))> {
        self.measured(self.logo?)
    }

    fn measured(&self, number: usize) -> Option<(usize, (f32, f32))> {
        let (across, down) = self.all.get(number)?.size;
        Some((number, (across as f32, down as f32)))
    }

    /// Adds the pictures to the file, and to the resources of the pages that show them.
    pub(super) fn embed(
        self,
        pdf: &mut lopdf::Document,
        pages: &[ObjectId],
        shown: &[Vec<usize>],
    ) -> Result<(), RenderError> {
        let broken = || RenderError::Broken("a page has no resources");
        let mut objects = Vec::with_capacity(self.all.len());
        for picture in self.all {
            objects.push(picture.embed(pdf)?);
        }
        for (page, numbers) in pages.iter().zip(shown).filter(|(_, numbers)| !numbers.is_empty()) {
            let mut resources = Dictionary::new();
            for number in numbers {
                resources.set(format!("P{number}"), *objects.get(*number).ok_or_else(broken)?);
            }
            let own = match pdf.get_dictionary(*page).and_then(|page| page.get(b"Resources")) {
                Ok(Object::Reference(id)) => pdf.get_dictionary(*id).cloned(),
                Ok(Object::Dictionary(own)) => Ok(own.clone()),
                _ => return Err(broken()),
            };
            let mut own = own.map_err(|_| broken())?;
            own.set("XObject", resources);
            pdf.get_dictionary_mut(*page).map_err(|_| broken())?.set("Resources", own);
        }
        Ok(())
    }
}

/// Whether a file says of itself that it is a png.
pub(crate) fn is_png(bytes: &[u8]) -> bool {
    bytes.starts_with(&PNG)
}

/// What a png or jpeg says of its size, across and down in dots; nothing when it cannot be drawn.
pub(crate) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    if !is_png(bytes) {
        return jpeg::read(bytes).map(|jpeg| jpeg.upright());
    }
    let side = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    Some((side(16)?, side(20)?))
}

/// Whether every dot of a picture can be read.
pub(crate) fn is_whole(bytes: &[u8]) -> bool {
    // Who reads jpegs forgives a missing end and fills it with grey.
    let ends = is_png(bytes) || jpeg::read(bytes).is_some_and(|jpeg| jpeg.has_end());
    ends && RawImage::decode_from_bytes(bytes, &mut Vec::new()).is_ok_and(|image| channels(image).is_some())
}

/// Measures a png or jpeg.
fn read(bytes: &[u8]) -> Option<Picture> {
    let (across, down) = size(bytes)?;
    let dots = u64::from(across) * u64::from(down);
    if dots == 0 || dots > MOST_DOTS {
        return None;
    }
    let data = if is_png(bytes) { Data::Png(bytes.to_vec()) } else { Data::Jpeg(jpeg::read(bytes)?) };
    Some(Picture { size: (across, down), data })
}

impl Picture {
    fn embed(self, pdf: &mut lopdf::Document) -> Result<ObjectId, RenderError> {
        match self.data {
            Data::Jpeg(jpeg) => Ok(jpeg.embed(pdf)),
            Data::Png(bytes) => {
                let broken = || RenderError::BadPicture("png".to_owned());
                let image = RawImage::decode_from_bytes(&bytes, &mut Vec::new()).map_err(|_| broken())?;
                let (colors, opacity, components) = channels(image).ok_or_else(broken)?;
                let mut dictionary = image_dictionary(self.size, components);
                if let Some(opacity) = opacity {
                    let mask = Stream::new(image_dictionary(self.size, 1), opacity);
                    dictionary.set("SMask", pdf.add_object(mask));
                }
                Ok(pdf.add_object(Stream::new(dictionary, colors)))
            }
        }
    }
}

/// An image of the PDF with 8 bits for each of its components.
pub(super) fn image_dictionary((width, height): (u32, u32), components: u8) -> Dictionary {
    let space = match components {
        1 => "DeviceGray",
        3 => "DeviceRGB",
        _ => "DeviceCMYK",
    };
    dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(width),
        "Height" => i64::from(height),
        "BitsPerComponent" => 8,
        "ColorSpace" => space,
    }
}

/// Colours, opacity where any dot is not opaque, and the number of components of a colour.
fn channels(image: RawImage) -> Option<(Vec<u8>, Option<Vec<u8>>, u8)> {
    let (components, transparent) = match image.data_format {
        RawImageFormat::R8 | RawImageFormat::R16 => (1, false),
        RawImageFormat::RG8 | RawImageFormat::RG16 => (1, true),
        RawImageFormat::RGB8 | RawImageFormat::RGB16 => (3, false),
        RawImageFormat::RGBA8 | RawImageFormat::RGBA16 => (3, true),
        _ => return None,
    };
    let bytes = match image.pixels {
        RawImageData::U8(bytes) => bytes,
        RawImageData::U16(wide) => wide.into_iter().map(|value| (value >> 8) as u8).collect(),
        RawImageData::F32(_) => return None,
    };
    if !transparent {
        return Some((bytes, None, components));
    }
    let step = usize::from(components) + 1;
    let opacity: Vec<u8> = bytes.chunks_exact(step).map(|dot| dot[step - 1]).collect();
    let colors = bytes.chunks_exact(step).flat_map(|dot| &dot[..step - 1]).copied().collect();
    let opaque = opacity.iter().all(|value| *value == u8::MAX);
    Some((colors, (!opaque).then_some(opacity), components))
}
