//! Printed sheets read aloud: every kind of sheet goes through the checker that `make deps` pins, which
//! fails a file that a screen reader could not read in order (PDF/UA-1).

use std::path::{Path, PathBuf};
use std::process::Command;

use hegu_document::{Document, Paper, Sheet, markdown, plain_text, render};
use hegu_tests::project::Project;

/// Everything a sheet can hold: letter, lists in lists, boxes, addresses, points and Chinese text.
const EVERYTHING: &str = "\
> Maggie, keep the knee rolls going until we meet again.

## What helps

Keep *moving*, **gently**. ST36 足三里 and LI4 合谷 ease the pain; 三陰交 is for sleep.

1. Walk every day.
   - slowly at first
   - then further
     1. to the park
     2. and back
2. Rest when it hurts.

   A second thought on rest.

## 足三里

针灸可以缓解慢性疼痛。 Trường, naïve, Ωμέγα, Привет.

> [!NOTE]
> Read [the guideline](https://www.nice.org.uk/guidance/ng59) or see https://www.nice.org.uk/guidance.

> [!IMPORTANT]
> Write to <ines@willowlane.example> or [call us](tel:+12505550100).

> [!WARNING]
> ### Call 911
>
> - numb skin
> - *no* feeling in the legs

---

The end, with [a very long address](https://www.example.org/a/long/way/to/go/through/many/folders/until/the/page/is/found) over two lines.
";

const TEXT_SIZES: [f32; 4] = [12.0, 14.0, 16.0, 20.0];

#[test]
fn every_sheet_can_be_read_aloud() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let documents = [("article", article()), ("everything", everything())];
    let mut files = Vec::new();
    for (name, document) in &documents {
        for (paper, paper_name) in [(Paper::A4, "a4"), (Paper::Letter, "letter")] {
            for text_size in TEXT_SIZES {
                let sheet = Sheet { paper, text_size, ..sheet() };
                let pdf = render(document, &sheet).unwrap_or_else(|error| panic!("{name}: {error}"));
                let file = folder.path().join(format!("{name}-{paper_name}-{text_size}.pdf"));
                std::fs::write(&file, pdf.bytes)
                    .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
                files.push(file);
            }
        }
    }
    let (passed, said) = check(&files);
    assert!(passed, "the checker found faults:\n{said}");
    assert!(!said.contains("LNK-010"), "an address is printed that cannot be clicked:\n{said}");
    let read = said.lines().filter(|line| line.starts_with("PASS") || line.starts_with("REVIEW")).count();
    assert_eq!(read, files.len(), "the checker must have read every file:\n{said}");
}

/// A check that cannot fail proves nothing.
#[test]
fn a_sheet_without_a_title_in_its_metadata_is_found() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pdf = render(&everything(), &sheet()).expect("a sheet");
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

fn everything() -> Document {
    Document {
        title: "Back pain and 针灸".to_owned(),
        language: "en-CA".to_owned(),
        author: "Ines Marlow".to_owned(),
        blocks: markdown::parse(EVERYTHING),
    }
}

/// A sheet as the clinic prints it.
fn sheet() -> Sheet<'static> {
    Sheet {
        practice_name: "Willow Lane Acupuncture",
        practice_line: "214 Cook Street, Victoria · 250-555-0100",
        for_line: Some("For Margaret Oyelaran, from Ines Marlow, R.Ac. · 12 May 2026"),
        footer: "Back pain and acupuncture, version 3",
        created: Some("2026-05-12T09:30:00Z"),
        ..Sheet::default()
    }
}

/// Whether the checker finds no error, and what it said. Its warnings ask a person to look.
fn check(files: &[PathBuf]) -> (bool, String) {
    let checker = checker();
    assert!(checker.is_file(), "{} is not there: `make deps` installs it", checker.display());
    let output = Command::new(&checker)
        .args(["--fail-on", "error"])
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
