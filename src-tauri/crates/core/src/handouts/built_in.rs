//! Sheets that come with the program, in our own words.
//!
//! Each is a Markdown file under `data/sheets` with a head of `key: value` lines. Every sentence carries a comment
//! naming the facts it rests on; `data/sheets/sources.tsv` holds those facts with where they were read, and a test
//! compares the two. The comments are for whoever checks the text and are not printed.

use crate::audit::{Action, Outcome};
use crate::error::{Error, Result};
use crate::ids::SheetId;
use crate::practice::Practice;

use super::model::SheetText;
use super::store;

/// Name and source of every sheet.
const FILES: [(&str, &str); 1] = [("back-pain.en", include_str!("../../data/sheets/back-pain.en.md"))];

/// A sheet of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuiltIn {
    /// What it is called in the database, for example `back-pain.en`. A landed name is never changed.
    pub name: &'static str,
    /// ISO date by which somebody must look at it again.
    pub review_by: String,
    /// Its text, without the comments.
    pub text: SheetText,
    /// Its text with the comments, as the file has it.
    pub commented: String,
}

/// Every sheet that comes with the program.
pub fn built_in() -> Result<Vec<BuiltIn>> {
    FILES.into_iter().map(|(name, file)| read(name, file)).collect()
}

/// Puts sheets into the practice that it does not have in their present wording. Runs when a practice is made and
/// each time it is opened, whoever opens it.
pub(crate) async fn put_in(practice: &Practice) -> Result<()> {
    for sheet in built_in()? {
        let stored = store::built_in(practice, sheet.name).await?;
        if stored.as_ref().is_some_and(|(_, newest)| newest.text() == sheet.text) {
            continue;
        }
        let mut change = practice.change(Action::BuiltInSheetPutIn).await?;
        let (id, version) = match stored {
            Some((id, newest)) => (id, newest.version + 1),
            None => {
                let id = SheetId::new(practice.new_id()?);
                store::insert(&mut change, id, Some(sheet.name)).await?;
                (id, 1)
            }
        };
        store::insert_version(&mut change, id, version, &sheet.text).await?;
        change.note("name", sheet.name);
        change.note("version", version);
        change.end(Outcome::Done).await?;
    }
    Ok(())
}

/// Reads a file: its head between two `---` lines, then the text.
fn read(name: &'static str, file: &str) -> Result<BuiltIn> {
    let malformed = || Error::unexpected("built-in sheet", name);
    let (head, commented) =
        file.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).ok_or_else(malformed)?;
    let value = |key: &str| {
        head.lines()
            .filter_map(|line| line.split_once(": "))
            .find(|(name, _)| *name == key)
            .map(|(_, value)| value.to_owned())
            .ok_or_else(malformed)
    };
    let text = SheetText {
        title: value("title")?,
        language: value("language")?,
        author: value("author")?,
        written: value("written")?,
        markdown: without_comments(commented),
    };
    Ok(BuiltIn { name, review_by: value("review_by")?, text, commented: commented.to_owned() })
}

/// The text without `<!-- … -->` and the blanks before it.
fn without_comments(commented: &str) -> String {
    let mut plain = String::with_capacity(commented.len());
    let mut rest = commented;
    while let Some((before, comment)) = rest.split_once("<!--") {
        plain.push_str(before.trim_end_matches(' '));
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain.trim_end().to_owned()
}
