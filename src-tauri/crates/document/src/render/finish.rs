//! What printpdf leaves open: tags, language, title, metadata, exact page sizes, and a file that is the
//! same every time.

use lopdf::{Dictionary, Document as LoPdf, Object, ObjectId, Stream, StringFormat, dictionary};
use printpdf::PdfSaveOptions;

use super::draw::Drawn;
use super::errors::RenderError;
use super::pictures::Pictures;
use super::places::{self, Places};
use super::sheet::{Look, Sheet};
use super::{Pdf, compress, tags, xmp};
use crate::model::Document;

/// Spoken language when the document names none.
const LANGUAGE: &str = "en";

pub(super) fn finish(
    document: &Document,
    sheet: &Sheet<'_>,
    look: &Look,
    pictures: Pictures,
    drawn: Drawn,
) -> Result<Pdf, RenderError> {
    let Drawn { document: assembled, pages: contents_of_pages, structure, contents, .. } = &drawn;
    let mut warnings = Vec::new();
    let mut pdf = printpdf::to_lopdf_doc(assembled, &PdfSaveOptions::default(), &mut warnings);
    if warnings.iter().any(|warning| warning.severity == printpdf::PdfParseErrorSeverity::Error) {
        return Err(RenderError::Broken("the PDF writer refused a page"));
    }
    pdf.version = "1.7".to_owned();
    let pages: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    size_pages(&mut pdf, &pages, look);
    fill_pages(&mut pdf, &pages, contents_of_pages)?;
    pictures.embed(&mut pdf, &pages, &drawn.pictures)?;
    let places = Places { places: &drawn.places, pages: &pages };
    let tree = tags::add(&mut pdf, structure, contents, &drawn.annotations, &places);
    let outline = places::outline(&mut pdf, &drawn.bookmarks, &places);
    let metadata = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp::packet(document, sheet.created).into_bytes(),
    );
    let metadata = pdf.add_object(metadata.with_compression(false));
    describe(&mut pdf, document, tree, metadata)?;
    if let (Some(outline), Ok(catalog)) = (outline, pdf.catalog_mut()) {
        catalog.set("Outlines", outline);
    }
    let info = pdf.add_object(info(document, sheet.created));
    pdf.trailer.set("Info", info);
    compress::compress(&mut pdf)?;
    let bytes = save(&mut pdf)?;
    Ok(Pdf { bytes, pages: pages.len() })
}

/// printpdf keeps sizes in millimetres; the paper's size in points is exact.
fn size_pages(pdf: &mut LoPdf, pages: &[ObjectId], look: &Look) {
    let size = || -> Object {
        vec![0.into(), 0.into(), Object::Real(look.page_width), Object::Real(look.page_height)].into()
    };
    for page in pages {
        if let Ok(page) = pdf.get_dictionary_mut(*page) {
            page.set("MediaBox", size());
            page.remove(b"TrimBox");
            page.remove(b"CropBox");
            page.remove(b"Annots");
        }
    }
}

/// Gives each page its content.
fn fill_pages(pdf: &mut LoPdf, pages: &[ObjectId], drawn: &[Vec<u8>]) -> Result<(), RenderError> {
    for (page, content) in pages.iter().zip(drawn) {
        let stream = pdf.get_dictionary(*page).and_then(|page| page.get(b"Contents")?.as_reference());
        let stream = stream.and_then(|id| pdf.get_object_mut(id)?.as_stream_mut());
        stream.map_err(|_| RenderError::Broken("a page has no content"))?.set_content(content.clone());
    }
    Ok(())
}

/// The catalogue: tagged, titled, in a language.
fn describe(
    pdf: &mut LoPdf,
    document: &Document,
    tree: ObjectId,
    metadata: ObjectId,
) -> Result<(), RenderError> {
    let language = if document.language.is_empty() { LANGUAGE } else { &document.language };
    let catalog = pdf.catalog_mut().map_err(|_| RenderError::Broken("the PDF has no catalogue"))?;
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", tree);
    catalog.set("Metadata", metadata);
    catalog.set("Lang", text(language));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("PageLayout", Object::Name(b"OneColumn".to_vec()));
    let decimal = dictionary! { "S" => Object::Name(b"D".to_vec()) };
    catalog.set("PageLabels", dictionary! { "Nums" => vec![0.into(), decimal.into()] });
    Ok(())
}

fn info(document: &Document, created: Option<&str>) -> Dictionary {
    let mut info = dictionary! { "Title" => text(&document.title), "Producer" => text("Hegu"), "Creator" => text("Hegu") };
    if !document.author.is_empty() {
        info.set("Author", text(&document.author));
    }
    if let Some(date) = created.and_then(pdf_date) {
        info.set("CreationDate", Object::string_literal(date.clone()));
        info.set("ModDate", Object::string_literal(date));
    }
    info
}

/// `2026-05-12T09:30:00Z` as `D:20260512093000Z`; nothing when it is no such instant.
fn pdf_date(instant: &str) -> Option<String> {
    let (date_time, zone) =
        match instant.find(['Z', '+']).or_else(|| instant.rfind('-').filter(|at| *at > 10)) {
            Some(at) => instant.split_at(at),
            None => (instant, "Z"),
        };
    let seconds = date_time.split('.').next().unwrap_or(date_time);
    let digits: String = seconds.chars().filter(char::is_ascii_digit).collect();
    let zone = if zone.starts_with('Z') { "Z".to_owned() } else { format!("{}'", zone.replace(':', "'")) };
    (digits.len() == 14).then(|| format!("D:{digits}{zone}"))
}

/// A text string: plain ASCII as it is, everything else as UTF-16 with its mark.
pub(super) fn text(text: &str) -> Object {
    if text.is_ascii() {
        return Object::string_literal(text);
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// Writes the file under an identifier that follows from its content, so that the same sheet is the
/// same file.
fn save(pdf: &mut LoPdf) -> Result<Vec<u8>, RenderError> {
    let id = Object::String(fingerprint(pdf).to_vec(), StringFormat::Hexadecimal);
    pdf.trailer.set("ID", vec![id.clone(), id]);
    let mut bytes = Vec::new();
    pdf.save_modern(&mut bytes).map_err(|_| RenderError::Broken("the PDF could not be written"))?;
    Ok(bytes)
}

/// Sixteen bytes that tell files apart (FNV-1a over pages, fonts and metadata, from two starts); nothing
/// secret hangs on them.
fn fingerprint(pdf: &LoPdf) -> [u8; 16] {
    let mut hashes = [0xcbf2_9ce4_8422_2325_u64, 0x6c62_272e_07bb_0142];
    for stream in pdf.objects.values().filter_map(|object| object.as_stream().ok()) {
        for byte in &stream.content {
            for hash in &mut hashes {
                *hash = (*hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        }
    }
    let mut id = [0; 16];
    id[..8].copy_from_slice(&hashes[0].to_be_bytes());
    id[8..].copy_from_slice(&hashes[1].to_be_bytes());
    id
}
