//! Brings a file in as a draft.

use serde::Serialize;
use specta::Type;

use crate::drafts::{self, DraftKind, SaveDraft};
use crate::error::{Error, Result, UnreadableFile};
use crate::people::Permission;
use crate::practice::Practice;

use super::model::SheetText;
use super::review::{self, SheetReview};

/// A file larger than this many bytes is not brought in; as a text it would be some two hundred pages.
pub const LARGEST_FILE: u64 = 512 * 1024;

/// A file that was brought in, not yet kept.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ImportedSheet {
    /// The draft it was saved as.
    pub draft: String,
    /// What was recognised.
    pub text: SheetText,
    /// What a careful reader would question.
    pub review: SheetReview,
    /// The file's name, without its folder.
    pub file_name: String,
}

/// Reads plain text or Markdown, recognises title, date and headings, and saves it as a draft, so that closing the
/// window now loses nothing. Nothing is left out and nothing is added.
pub async fn take_in(practice: &Practice, file_name: &str, bytes: &[u8]) -> Result<ImportedSheet> {
    practice.permit(Permission::EditSheets).await?;
    let text = read(file_name, bytes)?;
    let recognised = if is_markdown(file_name) {
        hegu_document::plain_text::recognise_markdown(&text)
    } else {
        hegu_document::plain_text::to_markdown(&text)
    };
    let byline_is_empty = recognised.byline_found && recognised.author.is_none();
    let sheet = SheetText {
        title: recognised.title.unwrap_or_else(|| stem(file_name)),
        language: hegu_document::plain_text::language(&recognised.markdown).to_owned(),
        author: recognised.author.unwrap_or_default(),
        written: recognised.written.unwrap_or_default(),
        markdown: recognised.markdown,
    };
    let mut review = review::of(practice, &sheet).await?;
    if byline_is_empty && !review.findings.iter().any(|found| found.kind == review::FindingKind::EmptyByline)
    {
        let finding = review::Finding { kind: review::FindingKind::EmptyByline, line: None, quote: None };
        review.findings.insert(0, finding);
    }
    let body = serde_json::to_string(&sheet).map_err(|error| Error::unexpected("draft of a sheet", error))?;
    let draft =
        SaveDraft { id: None, kind: DraftKind::Sheet, subject: None, label: sheet.title.clone(), body };
    let saved = drafts::save(practice, draft).await?;
    Ok(ImportedSheet { draft: saved.id, text: sheet, review, file_name: file_name.to_owned() })
}

/// The text of a file: UTF-8, UTF-16 with its mark, or the Windows encoding old word processors saved in.
fn read(file_name: &str, bytes: &[u8]) -> Result<String> {
    let unreadable = |reason| Err(Error::UnreadableFile(reason));
    let lower = file_name.to_lowercase();
    if ![".txt", ".text", ".md", ".markdown"].iter().any(|ending| lower.ends_with(ending)) {
        return unreadable(UnreadableFile::UnknownKind);
    }
    if bytes.len() as u64 > LARGEST_FILE {
        return unreadable(UnreadableFile::TooLarge);
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes.to_vec()).ok().or_else(|| Some(windows_1252(bytes))),
    };
    match text {
        // A NUL says that this is some other kind of file with a text file's name.
        Some(text) if text.contains('\0') => unreadable(UnreadableFile::NotText),
        Some(text) if text.trim().is_empty() => unreadable(UnreadableFile::Empty),
        Some(text) => Ok(text.replace("\r\n", "\n").replace('\r', "\n")),
        None => unreadable(UnreadableFile::NotText),
    }
}

fn utf16(bytes: &[u8], number: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| number(*pair)).collect();
    if rest.is_empty() { String::from_utf16(&units).ok() } else { None }
}

/// Windows-1252 differs from Latin-1 in these thirty-two places, among them curly quotes and the euro.
fn windows_1252(bytes: &[u8]) -> String {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    bytes
        .iter()
        .map(|byte| match byte {
            0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
            other => char::from(*other),
        })
        .collect()
}

fn is_markdown(file_name: &str) -> bool {
    let lower = file_name.to_lowercase();
    lower.ends_with(".md") || lower.ends_with(".markdown")
}

fn stem(file_name: &str) -> String {
    file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_every_usual_encoding_is_read() {
        let text = "The acupuncturist’s word";
        let mut utf16: Vec<u8> = vec![0xff, 0xfe];
        utf16.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        let windows = [&b"The acupuncturist"[..], &[0x92], b"s word"].concat();
        let marked = [&[0xef, 0xbb, 0xbf], text.as_bytes()].concat();
        for bytes in [text.as_bytes().to_vec(), utf16, windows, marked] {
            assert_eq!(read("a.txt", &bytes).unwrap(), text);
        }
    }

    #[test]
    fn what_is_not_a_text_is_refused_with_its_reason() {
        let reason = |name: &str, bytes: &[u8]| match read(name, bytes) {
            Err(Error::UnreadableFile(reason)) => Some(reason),
            _ => None,
        };
        assert_eq!(reason("sheet.pdf", b"%PDF"), Some(UnreadableFile::UnknownKind));
        assert_eq!(reason("sheet.txt", b" \n"), Some(UnreadableFile::Empty));
        assert_eq!(reason("sheet.txt", b"PK\x03\x04\0\0"), Some(UnreadableFile::NotText));
        assert_eq!(
            reason("sheet.md", &vec![b'a'; LARGEST_FILE as usize + 1]),
            Some(UnreadableFile::TooLarge)
        );
    }
}
