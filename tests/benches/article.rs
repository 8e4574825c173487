//! The customer's article to PDF, beside Typst and WeasyPrint on the same text in the same run (`make bench`).
//!
//! Every number is the median of several fresh processes, because the first document of a process is what a person
//! waits for. Speed is measured here and asserted nowhere; the goals are printed beside what was reached.

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use hegu_document::{Document, Paper, Pdf, RenderError, Sheet, markdown, render};
use hegu_tests::goals::goal;
use serde_json::{Value, json};

const PROCESSES: usize = 7;
const REPEATS: usize = 20;

/// Told to this program when it is started again as one of those fresh processes.
const ONCE: &str = "--once";

struct Measured {
    first_ms: f64,
    again_ms: f64,
    bytes: f64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let article = here().join("articles/acupuncture-for-back-pain.txt");
    if std::env::args().any(|argument| argument == ONCE) {
        return once(&std::fs::read_to_string(article)?);
    }
    let ours = median(|| run(Command::new(std::env::current_exe()?).arg(ONCE)))?;
    let typst = median(|| typesetter(&article, "typst"))?;
    let weasyprint = median(|| typesetter(&article, "weasyprint"))?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "article to PDF      first ms    again ms      KB")?;
    for (name, measured) in [("Hegu", &ours), ("Typst", &typst), ("WeasyPrint", &weasyprint)] {
        let kilobytes = measured.bytes / 1000.0;
        writeln!(out, "{name:<16}{:>12.1}{:>12.1}{kilobytes:>8.1}", measured.first_ms, measured.again_ms)?;
    }
    writeln!(out, "first: {:.3} of WeasyPrint's", ours.first_ms / weasyprint.first_ms)?;
    writeln!(out, "{}", goal("article, first", 0.7, "of Typst's first", ours.first_ms / typst.first_ms))?;
    writeln!(out, "{}", goal("article, again", 3.0, "ms", ours.again_ms))?;
    writeln!(out, "{}", goal("article, size", 30.0, "KB", ours.bytes / 1000.0))?;
    Ok(())
}

/// Renders as one fresh process and says how long it took, in the form the Python script uses too.
fn once(article: &str) -> Result<(), Box<dyn Error>> {
    let text = as_markdown(article);
    let start = Instant::now();
    let pdf = set(&text)?;
    let first = start.elapsed();
    let mut repeats = Vec::with_capacity(REPEATS);
    for _ in 0..REPEATS {
        let start = Instant::now();
        set(&text)?;
        repeats.push(start.elapsed());
    }
    repeats.sort();
    let said = json!({
        "first_ms": milliseconds(first),
        "again_ms": milliseconds(repeats[REPEATS / 2]),
        "bytes": pdf.bytes.len(),
    });
    write!(std::io::stdout(), "{said}")?;
    Ok(())
}

/// From Markdown to the bytes of the sheet, with everything a sheet carries.
fn set(text: &str) -> Result<Pdf, RenderError> {
    let document = Document {
        title: "Acupuncture for Back Pain".to_owned(),
        language: "en".to_owned(),
        author: String::new(),
        blocks: markdown::parse(text),
    };
    let sheet = Sheet {
        paper: Paper::A4,
        text_size: 11.0,
        practice_name: "Cook Street Acupuncture",
        for_line: Some("For Margaret Oyelaran · 12 May 2026"),
        footer: "Acupuncture for Back Pain",
        created: Some("2026-05-12T09:30:00Z"),
        ..Sheet::default()
    };
    render(&document, &sheet)
}

/// The article with its headings marked by the rule of the Python script, so that all three set the same blocks.
fn as_markdown(article: &str) -> String {
    let blocks = article.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
    let marked = blocks.map(|block| {
        let heading = block.chars().count() < 60 && !block.ends_with(['.', '!', '?']);
        format!("{}{block}", if heading { "## " } else { "" })
    });
    marked.collect::<Vec<_>>().join("\n\n")
}

fn typesetter(article: &Path, name: &str) -> Result<Measured, Box<dyn Error>> {
    let fonts = here().join("../src-tauri/crates/document/fonts").canonicalize()?;
    let python = here().join("../.deps/venv/bin/python");
    run(Command::new(python).arg(here().join("benches/typesetters.py")).arg(article).arg(fonts).arg(name))
}

fn run(command: &mut Command) -> Result<Measured, Box<dyn Error>> {
    let output = command.output()?;
    if !output.status.success() {
        return Err(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let said: Value = serde_json::from_slice(&output.stdout)?;
    let number = |name: &str| said[name].as_f64().ok_or_else(|| format!("{name} is missing in {said}"));
    Ok(Measured { first_ms: number("first_ms")?, again_ms: number("again_ms")?, bytes: number("bytes")? })
}

/// Each number's own median over fresh processes.
fn median(measure: impl Fn() -> Result<Measured, Box<dyn Error>>) -> Result<Measured, Box<dyn Error>> {
    let all = (0..PROCESSES).map(|_| measure()).collect::<Result<Vec<_>, _>>()?;
    let middle = |number: fn(&Measured) -> f64| {
        let mut numbers: Vec<f64> = all.iter().map(number).collect();
        numbers.sort_by(f64::total_cmp);
        numbers[PROCESSES / 2]
    };
    Ok(Measured {
        first_ms: middle(|m| m.first_ms),
        again_ms: middle(|m| m.again_ms),
        bytes: middle(|m| m.bytes),
    })
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

fn here() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
