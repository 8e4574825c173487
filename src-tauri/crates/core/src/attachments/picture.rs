//! A file that is to be kept as a picture.

use hegu_document::picture::{self, Kind, Unfit};

use crate::blocking::blocking;
use crate::error::{Error, Result, UnusablePicture};

/// A larger file is not taken in; a photograph for a whole page of paper has half of it.
pub const LARGEST_PICTURE: u64 = 5 * 1024 * 1024;

/// A picture that a sheet can show.
#[derive(Debug)]
pub(crate) struct Picture {
    pub(crate) kind: Kind,
    pub(crate) bytes: Vec<u8>,
}

impl Picture {
    /// Reads the picture to its last dot, whatever its file is called.
    pub(crate) async fn check(bytes: Vec<u8>) -> Result<Self> {
        if bytes.len() as u64 > LARGEST_PICTURE {
            return Err(Error::UnusablePicture(UnusablePicture::TooLarge));
        }
        let work = move || (picture::measure(&bytes), bytes);
        let (measured, bytes) = blocking("look at a picture", work).await?;
        match measured {
            Ok(measured) => Ok(Self { kind: measured.kind, bytes }),
            Err(unfit) => Err(Error::UnusablePicture(match unfit {
                Unfit::NotAPicture => UnusablePicture::NotAPicture,
                Unfit::Damaged => UnusablePicture::Damaged,
                Unfit::TooManyDots => UnusablePicture::TooManyDots,
            })),
        }
    }

    /// What it is kept as.
    pub(crate) fn media_type(&self) -> &'static str {
        match self.kind {
            Kind::Png => "image/png",
            Kind::Jpeg => "image/jpeg",
        }
    }
}
