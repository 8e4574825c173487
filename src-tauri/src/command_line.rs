//! What Hegu does without a window: `hegu render`, and `hegu backup` and `hegu verify`, which
//! [`keeping`](crate::keeping) does.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, Parser, Subcommand, ValueEnum};
use hegu_document::{Document, Sheet, Wording, markdown, merge, plain_text};

use crate::heic::UNFOLD;
use crate::keeping::{MakeCopy, VerifyCopy, make_copy, verify_copy};

/// What the command line asked for.
#[derive(Debug)]
pub enum Asked {
    /// The window.
    Window,
    /// A sheet as a PDF.
    Render(Render),
    /// A copy outside this computer.
    Backup(MakeCopy),
    /// Whether a copy can be relied on.
    Verify(VerifyCopy),
    /// A phone's photo, in a process that knows no keys.
    UnfoldHeic,
    /// Help, the version, or a mistake: said already.
    Answered(ExitCode),
}

#[derive(Debug, Parser)]
#[command(
    name = "hegu",
    version,
    about = "Practice management for acupuncturists, offline. Without a command the window opens."
)]
struct Line {
    #[command(subcommand)]
    command: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Make a PDF of a sheet (.txt or .md), without a window or a practice.
    Render(Render),
    /// Copy the practice into a folder, encrypted. An owner's passphrase on standard input has the copy read back; without
    /// it, the newest backup is copied and read back when the practice is opened next. Refused while Hegu is open.
    Backup(MakeCopy),
    /// Read a copy (.hegubak) through, with an owner's passphrase of its day on standard input.
    Verify(VerifyCopy),
    /// The program asks this of itself.
    #[command(name = UNFOLD, hide = true)]
    UnfoldHeic,
}

/// A sheet to draw.
#[derive(Debug, Args)]
pub struct Render {
    /// The sheet: plain text or Markdown.
    sheet: PathBuf,
    /// The client's full name, printed above the title.
    #[arg(long)]
    client_name: Option<String>,
    /// The practice's name, printed as the letterhead.
    #[arg(long, default_value = "")]
    practice_name: String,
    /// The sheet's language, such as es or zh-Hans; without it, English or Chinese by its letters.
    #[arg(long)]
    language: Option<String>,
    /// The paper.
    #[arg(long, value_enum, default_value_t = PaperSize::A4)]
    paper: PaperSize,
    /// The text size in points.
    #[arg(long, default_value_t = 14, value_parser = parse_size)]
    size: u8,
    /// Where the PDF goes.
    #[arg(long)]
    out: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum PaperSize {
    A4,
    Letter,
}

fn parse_size(text: &str) -> Result<u8, String> {
    match text.parse() {
        Ok(size @ (12 | 14 | 16 | 20)) => Ok(size),
        _ => Err("12, 14, 16 or 20".to_owned()),
    }
}

/// Reads the command line. What must be said about it is said.
pub fn asked(arguments: impl IntoIterator<Item = OsString>) -> Asked {
    match Line::try_parse_from(arguments) {
        Ok(Line { command: None }) => Asked::Window,
        Ok(Line { command: Some(What::Render(render)) }) => Asked::Render(render),
        Ok(Line { command: Some(What::Backup(copy)) }) => Asked::Backup(copy),
        Ok(Line { command: Some(What::Verify(copy)) }) => Asked::Verify(copy),
        Ok(Line { command: Some(What::UnfoldHeic) }) => Asked::UnfoldHeic,
        Err(message) => {
            drop(message.print());
            let fine = matches!(message.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            Asked::Answered(if fine { ExitCode::SUCCESS } else { ExitCode::from(2) })
        }
    }
}

/// Draws a sheet into a file. Says what went wrong, on one line, and writes nothing then.
pub fn render(request: &Render) -> ExitCode {
    answer(draw(request).map(|()| String::new()))
}

/// Makes a copy outside this computer. Says what was done, or what went wrong, on one line.
pub fn backup(request: &MakeCopy) -> ExitCode {
    answer(make_copy(request))
}

/// Reads a copy through. Says what is in it, or what is wrong with it, on one line.
pub fn verify(request: &VerifyCopy) -> ExitCode {
    answer(verify_copy(request))
}

fn answer(done: Result<String, String>) -> ExitCode {
    match done {
        Ok(said) => {
            if !said.is_empty() {
                drop(writeln!(std::io::stdout(), "{said}"));
            }
            ExitCode::SUCCESS
        }
        Err(message) => {
            drop(writeln!(std::io::stderr(), "hegu: {message}"));
            ExitCode::FAILURE
        }
    }
}

fn draw(request: &Render) -> Result<(), String> {
    let name = request.sheet.display();
    let text = std::fs::read_to_string(&request.sheet).map_err(|error| format!("{name}: {error}"))?;
    let ending = request.sheet.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let recognised = match ending.as_deref() {
        Some("md" | "markdown") => plain_text::recognise_markdown(&text),
        Some("txt" | "text") => plain_text::to_markdown(&text),
        _ => return Err(format!("{name}: neither .txt nor .md")),
    };
    let title = recognised.title.unwrap_or_else(|| {
        request.sheet.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
    });
    let language =
        request.language.clone().unwrap_or_else(|| plain_text::language(&recognised.markdown).to_owned());
    let wording = Wording::of(&language);
    let document = Document {
        title,
        language,
        author: recognised.author.unwrap_or_default(),
        blocks: markdown::parse(&recognised.markdown),
    };
    let for_line = request.client_name.as_ref().map(|client| wording.meant_for(client));
    let mut values = BTreeMap::from([("practice.name".to_owned(), request.practice_name.clone())]);
    if let Some(client) = &request.client_name {
        values.insert("client.name".to_owned(), client.clone());
    }
    values.retain(|_, value| !value.is_empty());
    let document = merge::fill(&document, &values).document;
    let footer = document.title.clone();
    let sheet = Sheet {
        paper: match request.paper {
            PaperSize::A4 => hegu_document::Paper::A4,
            PaperSize::Letter => hegu_document::Paper::Letter,
        },
        text_size: f32::from(request.size),
        practice_name: &request.practice_name,
        for_line: for_line.as_deref(),
        footer: &footer,
        ..Sheet::default()
    };
    let pdf = hegu_document::render(&document, &sheet).map_err(|error| error.to_string())?;
    std::fs::write(&request.out, pdf.bytes).map_err(|error| format!("{}: {error}", request.out.display()))
}
