//! What a screen shows of a picture: upright, of a size that fits, and with nothing that the camera wrote into it beside its colours.

use std::io::Cursor;

use chrono::NaiveDate;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};

/// More dots than this are not unfolded: they would fill the memory. A phone's photo has 12 million, a large camera's 40.
const MOST_DOTS: u64 = 40_000_000;

/// The memory that unfolding one may take, in bytes.
const MOST_MEMORY: u64 = 512 << 20;

/// The longest side of what is shown, in dots: the coat of a tongue is seen in it on a large screen.
const LONGEST_SIDE: u32 = 2048;

/// The sides of the photo at the head of a record, in dots.
const PORTRAIT_SIDE: u32 = 192;

/// How much of a picture is kept by the writer of jpegs, in percent.
const QUALITY: u8 = 85;

/// What is shown of a jpeg, png, webp or gif, as a jpeg; nothing for what is none, is damaged or has too many dots. Takes its time.
pub(crate) fn shown(file: &[u8]) -> Option<Vec<u8>> {
    let (picture, colours) = read(file)?;
    let fits = picture.width() <= LONGEST_SIDE && picture.height() <= LONGEST_SIDE;
    let picture = if fits { picture } else { picture.thumbnail(LONGEST_SIDE, LONGEST_SIDE) };
    jpeg(&on_white(&picture), colours)
}

/// The middle of a picture as the photo at the head of a record, as a jpeg. Takes its time.
pub(crate) fn portrait(file: &[u8]) -> Option<Vec<u8>> {
    let (picture, colours) = read(file)?;
    jpeg(&on_white(&picture.resize_to_fill(PORTRAIT_SIDE, PORTRAIT_SIDE, image::imageops::Triangle)), colours)
}

/// The day on which a photo was taken, as the camera says it.
pub(crate) fn taken(file: &[u8]) -> Option<NaiveDate> {
    let said = exif::Reader::new().read_from_container(&mut Cursor::new(file)).ok()?;
    let field = said.get_field(exif::Tag::DateTimeOriginal, exif::In::PRIMARY)?;
    let exif::Value::Ascii(lines) = &field.value else { return None };
    let day = std::str::from_utf8(lines.first()?.get(..10)?).ok()?;
    NaiveDate::parse_from_str(day, "%Y:%m:%d").ok()
}

/// The picture upright, and how its colours are meant.
fn read(file: &[u8]) -> Option<(DynamicImage, Option<Vec<u8>>)> {
    let mut reader = ImageReader::new(Cursor::new(file)).with_guessed_format().ok()?;
    let known = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif];
    if !known.contains(&reader.format()?) {
        return None;
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let (across, down) = decoder.dimensions();
    let dots = u64::from(across) * u64::from(down);
    if dots == 0 || dots > MOST_DOTS {
        return None;
    }
    let colours = decoder.icc_profile().ok().flatten();
    let upright = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(upright);
    // A profile of greys or inks says nothing about what is written here.
    let colours = colours.filter(|_| picture.color().has_color());
    Some((picture, colours))
}

/// A jpeg knows nothing that can be seen through.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let mut white = RgbImage::from_pixel(picture.width(), picture.height(), Rgb([255; 3]));
    for (below, above) in white.pixels_mut().zip(picture.to_rgba8().pixels()) {
        let [.., opaque] = above.0;
        for (below, above) in below.0.iter_mut().zip(above.0) {
            let mixed = u16::from(above) * u16::from(opaque) + 255 * u16::from(255 - opaque);
            *below = u8::try_from(mixed / 255).unwrap_or(u8::MAX);
        }
    }
    white
}

fn jpeg(picture: &RgbImage, colours: Option<Vec<u8>>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    if let Some(colours) = colours {
        // Without it the colours are a little off, which is no reason to show nothing.
        drop(encoder.set_icc_profile(colours));
    }
    let (across, down) = picture.dimensions();
    encoder.write_image(picture, across, down, image::ExtendedColorType::Rgb8).ok()?;
    Some(bytes)
}
