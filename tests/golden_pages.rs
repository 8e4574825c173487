//! Pictures of printed pages, compared with the ones in `tests/sheets/golden`: what a page looks like
//! changes only on purpose. `UPDATE_GOLDEN=1` draws them again; look at them before they are committed.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use std::path::{Path, PathBuf};
use std::process::Command;

use hegu_document::{Document, Paper, Sheet, markdown, render};
use hegu_tests::project::Project;

#[path = "sheets/everything.rs"]
mod everything;

use everything::{everything, pictures, sheet};

/// Enough to see where everything stands, and small enough to keep.
const DOTS_PER_INCH: &str = "60";

/// Pages are compared in squares of this many dots, so that no single edge of a letter counts.
const SQUARE: usize = 6;

/// How much the grey of a square may differ, of 255: less than a word that moved by a line.
const TOLERANCE: u32 = 24;

/// A page in shades of grey, row by row.
#[derive(Debug, PartialEq)]
struct Grey {
    width: usize,
    dots: Vec<u8>,
}

#[test]
fn pages_look_as_they_did() {
    for (name, paper, text_size) in [("a4-14", Paper::A4, 14.0), ("letter-20", Paper::Letter, 20.0)] {
        unchanged(&format!("everything-{name}"), &drawn(&everything("en-CA"), paper, text_size));
    }
}

#[test]
fn the_sheet_on_back_pain_looks_as_it_did_in_every_size_on_every_paper() {
    let back_pain = back_pain();
    for (name, paper) in [("a4", Paper::A4), ("letter", Paper::Letter)] {
        for size in [12_u8, 14, 16, 20] {
            unchanged(&format!("back-pain-{name}-{size}"), &drawn(&back_pain, paper, f32::from(size)));
        }
    }
}

/// The program's own sheet with a number to call filled in.
fn back_pain() -> Document {
    let built_in = hegu_core::handouts::built_in().unwrap().swap_remove(0).text;
    let markdown = built_in.markdown.replace("{{practice.emergency_number}}", "911");
    Document {
        title: built_in.title,
        language: built_in.language,
        author: built_in.author,
        blocks: markdown::parse(&markdown),
    }
}

/// Compares pages with their pictures, or draws the pictures again.
fn unchanged(name: &str, pages: &[Grey]) {
    for (index, page) in pages.iter().enumerate() {
        let file = golden().join(format!("{name}-{}.png", index + 1));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            write(&file, page);
        }
        let differs = difference(page, &read(&file));
        assert!(differs <= TOLERANCE, "{}: a square differs by {differs} of 255", file.display());
    }
    let next = golden().join(format!("{name}-{}.png", pages.len() + 1));
    assert!(!next.exists(), "there are fewer pages than before: {}", next.display());
}

/// A comparison that cannot fail proves nothing.
#[test]
fn a_page_in_a_slightly_larger_print_is_seen_to_differ() {
    let page = |text_size| drawn(&everything("en-CA"), Paper::A4, text_size).swap_remove(0);
    assert!(difference(&page(14.0), &page(14.3)) > TOLERANCE);
}

/// The pages of a sheet under the letterhead of Willow Lane.
fn drawn(document: &Document, paper: Paper, text_size: f32) -> Vec<Grey> {
    let folder = tempfile::tempdir().unwrap();
    let pictures = pictures();
    let sheet = Sheet { paper, text_size, ..sheet(&pictures) };
    let pdf = render(document, &sheet).unwrap();
    let file = folder.path().join("sheet.pdf");
    std::fs::write(&file, pdf.bytes).unwrap();
    let done = Command::new("pdftoppm")
        .args(["-r", DOTS_PER_INCH, "-gray"])
        .args([&file, &folder.path().join("page")])
        .output()
        .unwrap_or_else(|error| panic!("pdftoppm, which `make deps` installs: {error}"));
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "pgm"));
    files.sort();
    assert_eq!(files.len(), pdf.pages);
    files.iter().map(|file| portable(&std::fs::read(file).unwrap())).collect()
}

/// Reads a "portable grey map": three lines of text with the size in the second, then a byte for each dot.
fn portable(bytes: &[u8]) -> Grey {
    let mut rest = bytes;
    let mut words = Vec::new();
    while words.len() < 4 {
        let end = rest.iter().position(u8::is_ascii_whitespace).unwrap();
        words.push(std::str::from_utf8(&rest[..end]).unwrap());
        rest = &rest[end + 1..];
    }
    assert_eq!((words[0], words[3]), ("P5", "255"));
    Grey { width: words[1].parse().unwrap(), dots: rest.to_vec() }
}

/// The largest difference between the squares of two pages.
fn difference(one: &Grey, two: &Grey) -> u32 {
    if one.width != two.width || one.dots.len() != two.dots.len() {
        return u32::MAX;
    }
    let pairs = squares(one).into_iter().zip(squares(two));
    pairs.map(|(one, two)| one.abs_diff(two)).max().unwrap_or(u32::MAX)
}

/// The mean grey of each square.
fn squares(page: &Grey) -> Vec<u32> {
    let across = page.width.div_ceil(SQUARE);
    let down = (page.dots.len() / page.width).div_ceil(SQUARE);
    let mut sums = vec![(0_u32, 0_u32); across * down];
    for (at, dot) in page.dots.iter().enumerate() {
        let square = (at / page.width / SQUARE) * across + at % page.width / SQUARE;
        sums[square] = (sums[square].0 + u32::from(*dot), sums[square].1 + 1);
    }
    sums.into_iter().map(|(sum, dots)| sum / dots.max(1)).collect()
}

fn golden() -> PathBuf {
    Project::root().join("tests/sheets/golden")
}

fn read(file: &Path) -> Grey {
    let bytes = std::fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut dots = vec![0; reader.output_buffer_size().unwrap()];
    let page = reader.next_frame(&mut dots).unwrap();
    assert_eq!(page.color_type, png::ColorType::Grayscale, "{}", file.display());
    Grey { width: page.width as usize, dots }
}

/// Sixteen shades are enough to compare with, and a third of the size.
fn write(file: &Path, page: &Grey) {
    std::fs::create_dir_all(golden()).unwrap();
    let (width, height) = (page.width, page.dots.len() / page.width);
    let mut encoder = png::Encoder::new(
        std::fs::File::create(file).unwrap(),
        u32::try_from(width).unwrap(),
        u32::try_from(height).unwrap(),
    );
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_compression(png::Compression::High);
    let shade = |dot: u8| (u16::from(dot) + 8).div_euclid(17).min(15) as u8;
    let pack = |pair: &[u8]| shade(pair[0]) << 4 | pair.get(1).map_or(0, |dot| shade(*dot));
    let packed: Vec<u8> = page.dots.chunks(width).flat_map(|row| row.chunks(2).map(pack)).collect();
    encoder.write_header().unwrap().write_image_data(&packed).unwrap();
}
