//! Files on their way into the practice: chosen in a dialog or dropped on the window. Their paths stay on this side.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

use hegu_core::attachments::LARGEST_PICTURE;
use hegu_core::{Cancel, UnusablePicture};
use serde::Serialize;

use crate::command_error::CommandError;
use crate::outgoing::blocking;
use crate::session::Shell;

/// What is held over the window, as far as its name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    /// A png or jpeg.
    Picture,
    /// Anything else.
    Other,
}

impl Held {
    /// Reads the ending of the first file's name, which is the one that is taken.
    pub(crate) fn of(paths: &[PathBuf]) -> Self {
        let ending =
            paths.first().and_then(|path| path.extension()).map(|ending| ending.to_ascii_lowercase());
        match ending {
            Some(ending) if PICTURE_ENDINGS.iter().any(|known| ending == *known) => Self::Picture,
            _ => Self::Other,
        }
    }
}

/// How files of pictures end.
pub(crate) const PICTURE_ENDINGS: [&str; 3] = ["png", "jpg", "jpeg"];

/// A file that was read.
pub(crate) struct Incoming {
    /// Its name without its folder.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl Incoming {
    /// Reads a file of at most this many bytes; of a larger one nothing is read.
    pub(crate) async fn read(path: &Path, most: u64, too_large: CommandError) -> Result<Self, CommandError> {
        let reading = |error: std::io::Error| CommandError::unexpected("read a file to bring in", &error);
        if tokio::fs::metadata(path).await.map_err(reading)?.len() > most {
            return Err(too_large);
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Self { name, bytes: tokio::fs::read(path).await.map_err(reading)? })
    }

    async fn picture(path: Option<PathBuf>) -> Result<Option<Self>, CommandError> {
        let Some(path) = path else { return Ok(None) };
        let too_large = CommandError::UnusablePicture { reason: UnusablePicture::TooLarge };
        Self::read(&path, LARGEST_PICTURE, too_large).await.map(Some)
    }
}

impl Shell {
    /// What stops an adding of files that begins now.
    pub(crate) fn stop_for_adding(&self) -> Cancel {
        self.adding.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Stops the adding of files that is under way; the next one begins anew.
    pub(crate) fn stop_adding(&self) {
        std::mem::take(&mut *self.adding.lock().unwrap_or_else(PoisonError::into_inner)).stop();
    }

    /// Asks for files of any kind; none when the dialog was closed.
    pub(crate) async fn chosen_files(&self) -> Result<Vec<PathBuf>, CommandError> {
        let desktop = Arc::clone(&self.desktop);
        blocking(move || desktop.ask_for_files()).await
    }

    /// The file that was dropped last, for what takes one; it is taken once.
    pub(crate) fn take_dropped(&self) -> Option<PathBuf> {
        self.take_all_dropped().into_iter().next()
    }

    /// The files that were dropped last; they are taken once.
    pub(crate) fn take_all_dropped(&self) -> Vec<PathBuf> {
        std::mem::take(&mut *self.dropped.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Asks for a picture; nothing when the dialog was closed.
    pub(crate) async fn chosen_picture(&self) -> Result<Option<Incoming>, CommandError> {
        let desktop = Arc::clone(&self.desktop);
        Incoming::picture(blocking(move || desktop.ask_for_picture()).await?).await
    }

    /// The picture that was dropped; nothing when there is none.
    pub(crate) async fn dropped_picture(&self) -> Result<Option<Incoming>, CommandError> {
        Incoming::picture(self.take_dropped()).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_is_told_by_the_first_name() {
        let held = |names: &[&str]| Held::of(&names.iter().map(PathBuf::from).collect::<Vec<_>>());
        for picture in ["/tmp/a.png", "b.JPG", "c.jpeg"] {
            assert_eq!(held(&[picture, "other.txt"]), Held::Picture, "{picture}");
        }
        for other in ["a.txt", "png", "a.png.zip", ".png"] {
            assert_eq!(held(&[other]), Held::Other, "{other}");
        }
        assert_eq!(held(&[]), Held::Other);
    }
}
