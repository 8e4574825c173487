//! What a file is.

use serde::Serialize;
use specta::Type;

/// What a file is, by its first bytes and not by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FileForm {
    /// A PDF.
    Pdf,
    /// A photograph.
    Jpeg,
    /// A drawing, or what stood on a screen.
    Png,
    /// A picture of the web.
    Webp,
    /// A small picture of the web.
    Gif,
    /// A photo in a phone's own form.
    Heic,
    /// Anything else.
    Other,
}

/// What is opened by another program: pictures, what is written, tables, sound and film. A program, a script or a page of the web is
/// saved and never opened: it would do something.
const OPENED_OUTSIDE: [&str; 28] = [
    "pdf", "jpg", "jpeg", "png", "webp", "gif", "heic", "heif", "tif", "tiff", "bmp", "dcm", "txt", "rtf",
    "doc", "docx", "odt", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp", "mp3", "m4a", "wav", "mp4",
];

/// The brands by which the container of a phone's photo names itself (ISO/IEC 23008-12, annex B).
const HEIC: [&[u8]; 8] = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"];

impl FileForm {
    const ALL: [Self; 7] = [Self::Pdf, Self::Jpeg, Self::Png, Self::Webp, Self::Gif, Self::Heic, Self::Other];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Gif => "gif",
            Self::Heic => "heic",
            Self::Other => "other",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }

    /// Reads what a file begins with.
    pub(super) fn of(head: &[u8]) -> Self {
        let at = |from: usize, what: &[u8]| head.get(from..).is_some_and(|rest| rest.starts_with(what));
        // What prints to a PDF may put a line before it.
        if head.windows(5).any(|five| five == b"%PDF-") {
            Self::Pdf
        } else if at(0, b"\xFF\xD8\xFF") {
            Self::Jpeg
        } else if at(0, b"\x89PNG\r\n\x1a\n") {
            Self::Png
        } else if at(0, b"RIFF") && at(8, b"WEBP") {
            Self::Webp
        } else if at(0, b"GIF8") {
            Self::Gif
        } else if at(4, b"ftyp") && HEIC.iter().any(|brand| at(8, brand)) {
            Self::Heic
        } else {
            Self::Other
        }
    }

    /// What the ending of a name says; nothing where it says nothing that is known here.
    fn said_by(ending: &str) -> Option<Self> {
        match ending {
            "pdf" => Some(Self::Pdf),
            "jpg" | "jpeg" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "webp" => Some(Self::Webp),
            "gif" => Some(Self::Gif),
            "heic" | "heif" => Some(Self::Heic),
            known if OPENED_OUTSIDE.contains(&known) => Some(Self::Other),
            _ => None,
        }
    }

    /// Whether a name says that its file is something else than it is.
    pub(super) fn is_misnamed(self, name: &str) -> bool {
        Self::said_by(&ending(name)).is_some_and(|said| said != self)
    }

    /// The ending under which another program opens a copy; nothing where none does.
    pub(super) fn opened_as(self, name: &str) -> Option<&'static str> {
        match self {
            Self::Pdf => Some("pdf"),
            Self::Jpeg => Some("jpg"),
            Self::Png => Some("png"),
            Self::Webp => Some("webp"),
            Self::Gif => Some("gif"),
            Self::Heic => Some("heic"),
            Self::Other => {
                let said = ending(name);
                let known = OPENED_OUTSIDE.into_iter().find(|known| *known == said)?;
                // What calls itself a PDF or a picture and is none is nothing that a viewer should be asked to read.
                (Self::said_by(known) == Some(Self::Other)).then_some(known)
            }
        }
    }

    /// Whether there may be a picture of it.
    pub(super) fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp | Self::Gif)
    }

    /// What it is kept as.
    pub(super) fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
            Self::Heic => "image/heic",
            Self::Other => "application/octet-stream",
        }
    }
}

/// The ending of a name in small letters, without its dot.
fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_is_tell_its_first_bytes() {
        let of = FileForm::of;
        assert_eq!(of(b"%PDF-1.7"), FileForm::Pdf);
        assert_eq!(of(b"\n\n%PDF-1.4"), FileForm::Pdf);
        assert_eq!(of(b"\xFF\xD8\xFF\xE0"), FileForm::Jpeg);
        assert_eq!(of(b"\x89PNG\r\n\x1a\n"), FileForm::Png);
        assert_eq!(of(b"RIFF\0\0\0\0WEBPVP8 "), FileForm::Webp);
        assert_eq!(of(b"GIF89a"), FileForm::Gif);
        assert_eq!(of(b"\0\0\0\x18ftypheic"), FileForm::Heic);
        for other in [&b""[..], b"PK\x03\x04", b"MZ", b"RIFF\0\0\0\0WAVE", b"\0\0\0\x18ftypmp42", b"<svg/>"] {
            assert_eq!(of(other), FileForm::Other, "{other:?}");
        }
    }

    #[test]
    fn a_name_that_lies_is_told_and_one_that_says_nothing_is_not() {
        assert!(FileForm::Other.is_misnamed("letter.pdf"));
        assert!(FileForm::Pdf.is_misnamed("letter.DOCX"));
        assert!(FileForm::Heic.is_misnamed("IMG_1.jpg"));
        for right in ["letter.pdf", "letter.PDF", "letter", "2026.05", ".pdf"] {
            assert!(!FileForm::Pdf.is_misnamed(right), "{right}");
        }
    }

    #[test]
    fn what_would_do_something_is_never_opened() {
        for name in ["run.exe", "a.sh", "a.desktop", "page.html", "a.svg", "a.docm", "letter", "letter.pdf"] {
            assert_eq!(FileForm::Other.opened_as(name), None, "{name}");
        }
        assert_eq!(FileForm::Other.opened_as("Letter.DOCX"), Some("docx"));
        assert_eq!(FileForm::Pdf.opened_as("run.exe"), Some("pdf"), "it is a PDF, and opened as one");
    }
}
