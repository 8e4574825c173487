mod blocks;
mod pictures;
mod reader;
mod round_trip;
mod structure;

use super::*;
use crate::markdown;

/// A document with a title, in Markdown.
fn document(title: &str, markdown: &str) -> Document {
    Document {
        title: title.to_owned(),
        language: "en-CA".to_owned(),
        author: "Ines Marlow".to_owned(),
        blocks: markdown::parse(markdown),
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
