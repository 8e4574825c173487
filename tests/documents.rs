//! Printed sheets read aloud: every kind of sheet goes through the checker that `make deps` pins, which
//! fails a file that a screen reader could not read in order (PDF/UA-1).

use std::path::{Path, PathBuf};
use std::process::Command;

use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::handouts::{self, NewPicture, PaperChoice, PreviewSheet, SheetText};
use hegu_core::notes::{self, AddAddendum, NeedledPoint, NoteText, Side, SignNote};
use hegu_core::settings::{self, DescribeLogo};
use hegu_core::testing::TestPractice;
use hegu_document::{Document, Paper, Sheet, markdown, plain_text, render};
use hegu_tests::project::Project;

#[path = "sheets/everything.rs"]
mod everything;

use everything::{everything, pictures, sheet};

const TEXT_SIZES: [f32; 4] = [12.0, 14.0, 16.0, 20.0];

#[test]
fn every_sheet_can_be_read_aloud() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pictures = pictures();
    let documents = [
        ("article", article()),
        ("everything", everything("en-CA")),
        ("todo", everything("es")),
        ("quanbu", everything("zh-Hans")),
    ];
    let mut files = Vec::new();
    for (name, document) in &documents {
        for (paper, paper_name) in [(Paper::A4, "a4"), (Paper::Letter, "letter")] {
            for text_size in TEXT_SIZES {
                let sheet = Sheet { paper, text_size, ..sheet(&pictures) };
                let pdf = render(document, &sheet).unwrap_or_else(|error| panic!("{name}: {error}"));
                let file = folder.path().join(format!("{name}-{paper_name}-{text_size}.pdf"));
                std::fs::write(&file, pdf.bytes)
                    .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
                files.push(file);
            }
        }
    }
    let (passed, said) = check(&files);
    assert!(passed, "the checker found faults or doubts:\n{said}");
    let read = said.lines().filter(|line| line.starts_with("PASS") || line.starts_with("REVIEW")).count();
    assert_eq!(read, files.len(), "the checker must have read every file:\n{said}");
}

#[test]
fn a_signed_note_can_be_read_aloud() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let pdf = runtime.block_on(signed_note()).expect("a signed note");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("note.pdf");
    std::fs::write(&file, pdf).expect("a file in the temporary folder");
    let (passed, said) = check(&[file]);
    assert!(passed, "the checker found faults or doubts:\n{said}");
}

#[test]
fn a_sheet_with_a_logo_and_pictures_can_be_read_aloud() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let sheets = runtime.block_on(sheets_with_pictures()).expect("sheets with pictures");
    let mut files = Vec::new();
    for (name, pdf) in ["repeats-the-name", "says-what-it-shows"].into_iter().zip(sheets) {
        let file = folder.path().join(format!("{name}.pdf"));
        std::fs::write(&file, pdf).expect("a file in the temporary folder");
        files.push(file);
    }
    let (passed, said) = check(&files);
    assert!(passed, "the checker found faults or doubts:\n{said}");
}

/// The same sheet with a logo that only repeats the name, and with one that says what it shows.
async fn sheets_with_pictures() -> hegu_core::Result<[Vec<u8>; 2]> {
    let practice = TestPractice::make().await?;
    let figure = include_bytes!("sheets/figure.png").to_vec();
    let picture = NewPicture { file_name: "back.png".to_owned(), missed_as: None, bytes: figure };
    let name = handouts::add_picture(&practice, picture).await?.name;
    let text = SheetText {
        title: "Back pain".to_owned(),
        language: "en".to_owned(),
        markdown: format!("Three points:\n\n![The lower back with three points]({name})\n\n![]({name})"),
        ..SheetText::default()
    };
    let sheet =
        PreviewSheet { text, client: None, paper: PaperChoice::A4, text_size: 14, sheet_version: None };
    let logo = settings::choose_logo(&practice, include_bytes!("sheets/logo.jpg").to_vec()).await?;
    let silent = handouts::preview(&practice, &sheet).await?;
    let shows = DescribeLogo { id: logo.id, shows: "A willow leaf".to_owned() };
    settings::describe_logo(&practice, shows).await?;
    Ok([silent, handouts::preview(&practice, &sheet).await?])
}

/// A note with points and an addendum under the practice's logo, as it is saved.
async fn signed_note() -> hegu_core::Result<Vec<u8>> {
    let practice = TestPractice::make().await?;
    settings::choose_logo(&practice, include_bytes!("sheets/logo.jpg").to_vec()).await?;
    let client = ClientInput { given_name: "麗華".to_owned(), ..ClientInput::default() };
    let client = RegisterClient { client, despite_twins: true, draft: None };
    let client = clients::register(&practice, client).await?.id;
    let note = NoteText {
        visit_date: "2026-05-12".to_owned(),
        subjective: "Low back, 6 of 10.\n腰痛三週。".to_owned(),
        plan: "Again in a week.".to_owned(),
        points: vec![
            NeedledPoint { code: "BL23".to_owned(), side: Side::Both, needles: 2 },
            NeedledPoint { code: "EX-HN1".to_owned(), side: Side::Whole, needles: 4 },
        ],
        ..NoteText::default()
    };
    let note = notes::sign(&practice, SignNote { client, note, draft: None }).await?.id;
    let text = "She called: better.".to_owned();
    notes::add_addendum(&practice, AddAddendum { note: note.clone(), text, draft: None }).await?;
    Ok(notes::pdf(&practice, &note).await?.1)
}

/// A check that cannot fail proves nothing.
#[test]
fn a_sheet_without_a_title_in_its_metadata_is_found() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pdf = render(&everything("en-CA"), &sheet(&pictures())).expect("a sheet");
    let mut untitled = pdf.bytes;
    let marks: Vec<usize> =
        (0..untitled.len()).filter(|at| untitled[*at..].starts_with(b"dc:title")).collect();
    assert_eq!(marks.len(), 2, "the title's element begins and ends in the metadata");
    marks.into_iter().for_each(|at| untitled[at..at + 8].copy_from_slice(b"dc:nomen"));
    let file = folder.path().join("untitled.pdf");
    std::fs::write(&file, untitled).expect("a file in the temporary folder");
    let (passed, said) = check(&[file]);
    assert!(!passed, "{said}");
}

/// The customer's article, read as when it is imported.
fn article() -> Document {
    let path = Project::root().join("tests/articles/acupuncture-for-back-pain.txt");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let recognised = plain_text::to_markdown(&text);
    Document {
        title: recognised.title.unwrap_or_default(),
        language: "en-CA".to_owned(),
        author: recognised.author.unwrap_or_default(),
        blocks: markdown::parse(&recognised.markdown),
    }
}

/// Whether the checker finds neither errors nor anything to warn of, and what it said.
fn check(files: &[PathBuf]) -> (bool, String) {
    let checker = checker();
    assert!(checker.is_file(), "{} is not there: `make deps` installs it", checker.display());
    let output = Command::new(&checker)
        .args(["--fail-on", "warning"])
        .args(files)
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}", checker.display()));
    let said = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    (output.status.success(), said.concat())
}

fn checker() -> PathBuf {
    let tools = Project::root().join(".deps/venv");
    let program = if cfg!(windows) { "Scripts/outloud.exe" } else { "bin/outloud" };
    tools.join(Path::new(program))
}
