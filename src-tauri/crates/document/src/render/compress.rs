//! Makes the file small: streams deflated.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::Object;

use super::errors::RenderError;

/// A page is drawn again at every key, so speed counts: a middle level takes two and a half times as long for a twentieth of
/// the size.
const LEVEL: Compression = Compression::new(2);

/// Deflates every stream that is not compressed yet, except the metadata, which other programs look for
/// as plain text.
pub(super) fn compress(pdf: &mut lopdf::Document) -> Result<(), RenderError> {
    // Its tables are large, so one serves all streams.
    let mut deflater = Compress::new(LEVEL, true);
    for object in pdf.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let deflated = deflate(&mut deflater, &stream.content)
            .ok_or(RenderError::Broken("a stream could not be compressed"))?;
        stream.set_content(deflated);
        stream.dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
    }
    Ok(())
}

fn deflate(deflater: &mut Compress, content: &[u8]) -> Option<Vec<u8>> {
    deflater.reset();
    // More than the worst case, in which every block is stored as it is.
    let mut deflated = Vec::with_capacity(content.len() + content.len() / 10 + 128);
    let status = deflater.compress_vec(content, &mut deflated, FlushCompress::Finish).ok()?;
    (status == Status::StreamEnd).then_some(deflated)
}
