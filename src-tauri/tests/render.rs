//! `hegu render` makes the same sheet without a window or a practice.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use std::path::Path;
use std::process::{Command, Output};

const ARTICLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/articles/acupuncture-for-back-pain.txt");

fn hegu(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hegu")).args(arguments).output().unwrap()
}

#[test]
fn a_sheet_is_drawn_into_a_file_and_twice_alike() {
    let folder = tempfile::tempdir().unwrap();
    let draw = |name: &str, size: &str| {
        let out = folder.path().join(name);
        let done = hegu(&[
            "render",
            ARTICLE,
            "--client-name",
            "Margaret Oyelaran",
            "--practice-name",
            "Willow Lane",
            "--paper",
            "letter",
            "--size",
            size,
            "--out",
            out.to_str().unwrap(),
        ]);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        std::fs::read(out).unwrap()
    };
    let first = draw("a.pdf", "12");
    assert!(first.starts_with(b"%PDF"));
    assert_eq!(first, draw("b.pdf", "12"), "the same sheet has the same bytes");
    assert_ne!(first, draw("c.pdf", "20"), "the size matters");
}

#[test]
fn markdown_is_read_as_markdown() {
    let folder = tempfile::tempdir().unwrap();
    let (sheet, out) = (folder.path().join("sheet.md"), folder.path().join("out.pdf"));
    std::fs::write(&sheet, "# 足三里 Zusanli\n\nFor **{{client.name}}**.\n").unwrap();
    let done =
        hegu(&["render", sheet.to_str().unwrap(), "--client-name", "王小明", "--out", out.to_str().unwrap()]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert!(std::fs::metadata(out).is_ok_and(|facts| facts.len() > 1_000));
}

#[test]
fn what_stands_around_a_sheet_speaks_its_language() {
    let folder = tempfile::tempdir().unwrap();
    let (sheet, out) = (folder.path().join("sheet.md"), folder.path().join("out.pdf"));
    let drawn = |text: &str, language: &[&str]| {
        std::fs::write(&sheet, text).unwrap();
        let plain =
            ["render", sheet.to_str().unwrap(), "--client-name", "Ada", "--out", out.to_str().unwrap()];
        let done = hegu(&[&plain[..], language].concat());
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let pdf = std::fs::read(&out).unwrap();
        let tagged = |tag: &str| pdf.windows(tag.len()).any(|bytes| bytes == tag.as_bytes());
        ["en", "es", "zh-Hans"].map(|language| tagged(&format!("<rdf:li>{language}</rdf:li>")))
    };
    assert_eq!(drawn("# Walk\n\nEvery day.\n", &[]), [true, false, false]);
    assert_eq!(drawn("# Caminar\n\nCada día.\n", &["--language", "es"]), [false, true, false]);
    assert_eq!(drawn("# 走路\n\n每天走一走。\n", &[]), [false, false, true]);
}

#[test]
fn what_cannot_be_done_is_said_on_one_line_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.pdf");
    let out_text = out.to_str().unwrap();
    let hebrew = folder.path().join("hebrew.txt");
    std::fs::write(&hebrew, "שלום\n").unwrap();
    let cases: [(&[&str], &str); 4] = [
        (&["render", "/nowhere/sheet.txt", "--out", out_text], "/nowhere/sheet.txt"),
        (&["render", ARTICLE, "--size", "13", "--out", out_text], "12, 14, 16 or 20"),
        (&["render", "Cargo.toml", "--out", out_text], "neither .txt nor .md"),
        (&["render", hebrew.to_str().unwrap(), "--out", out_text], "Hebrew"),
    ];
    for (arguments, said) in cases {
        let done = hegu(arguments);
        let message = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(!done.status.success() && message.contains(said), "{arguments:?}: {message}");
        assert!(!Path::new(&out).exists(), "{arguments:?} wrote something");
    }
}

#[test]
fn help_and_version_are_answered_without_a_window() {
    let help = hegu(&["--help"]);
    assert!(help.status.success() && String::from_utf8_lossy(&help.stdout).contains("render"));
    let version = hegu(&["--version"]);
    assert!(String::from_utf8_lossy(&version.stdout).contains(env!("CARGO_PKG_VERSION")));
}
