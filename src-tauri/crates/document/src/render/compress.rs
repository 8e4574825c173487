//! Makes the file small: page content with fewer strings, and streams deflated.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::Object;

use super::errors::RenderError;

/// The highest level takes twice as long for a hundredth of the size.
const LEVEL: Compression = Compression::new(6);

/// Deflates every stream that is not compressed yet, except the metadata, which other programs look for
/// as plain text.
pub(super) fn compress(pdf: &mut lopdf::Document) -> Result<(), RenderError> {
    let pages: Vec<_> = pdf.get_pages().into_values().flat_map(|page| pdf.get_page_contents(page)).collect();
    for (id, object) in &mut pdf.objects {
        let Object::Stream(stream) = object else { continue };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let content = if pages.contains(id) { join_strings(&stream.content) } else { stream.content.clone() };
        stream.set_content(
            deflate(&content).map_err(|_| RenderError::Broken("a stream could not be compressed"))?,
        );
        stream.dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
    }
    Ok(())
}

fn deflate(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(content.len() / 2), LEVEL);
    encoder.write_all(content)?;
    encoder.finish()
}

/// Page content writes each glyph as a string of its own; neighbours say the same as one string:
/// `<0001> <0002>` is `<00010002>`.
fn join_strings(content: &[u8]) -> Vec<u8> {
    let mut joined = Vec::with_capacity(content.len());
    let mut rest = content;
    while let Some((byte, after)) = rest.split_first() {
        let gap = after.iter().take_while(|byte| **byte == b' ').count();
        let in_string = joined.last().is_some_and(u8::is_ascii_hexdigit);
        // A second `<` would begin a dictionary.
        let begins_string = after.get(gap) == Some(&b'<') && after.get(gap + 1) != Some(&b'<');
        if *byte == b'>' && in_string && begins_string {
            rest = &after[gap + 1..];
        } else {
            joined.push(*byte);
            rest = after;
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_strings_become_one_and_nothing_else_changes() {
        let cases: &[(&str, &str)] = &[
            ("[<0001> <0002><0003>]TJ", "[<000100020003>]TJ"),
            ("[<0001> -12 <0002>]TJ", "[<0001> -12 <0002>]TJ"),
            ("/P <</MCID 0>> BDC", "/P <</MCID 0>> BDC"),
            (
                "/Span <</ActualText <FEFF0041>>> BDC [<0001>]TJ",
                "/Span <</ActualText <FEFF0041>>> BDC [<0001>]TJ",
            ),
            ("/A <</B 1>> <</C 2>>", "/A <</B 1>> <</C 2>>"),
        ];
        for (content, expected) in cases {
            assert_eq!(String::from_utf8(join_strings(content.as_bytes())).unwrap(), *expected);
        }
    }
}
