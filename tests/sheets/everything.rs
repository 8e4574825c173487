//! A sheet that holds every kind of block, on the paper of a clinic with a logo.

use std::collections::BTreeMap;

use hegu_document::{Document, Logo, Sheet, markdown};

/// The Markdown beside this file, as a document in a language.
pub(crate) fn everything(language: &str) -> Document {
    Document {
        title: "Back pain and 针灸".to_owned(),
        language: language.to_owned(),
        author: "Ines Marlow".to_owned(),
        blocks: markdown::parse(include_str!("everything.md")),
    }
}

/// The picture that the Markdown names.
pub(crate) fn pictures() -> BTreeMap<String, Vec<u8>> {
    BTreeMap::from([("figure.png".to_owned(), include_bytes!("figure.png").to_vec())])
}

/// A sheet as the clinic prints it.
pub(crate) fn sheet(pictures: &BTreeMap<String, Vec<u8>>) -> Sheet<'_> {
    Sheet {
        practice_name: "Willow Lane Acupuncture",
        practice_line: "214 Cook Street, Victoria · 250-555-0100",
        for_line: Some("For Margaret Oyelaran, from Ines Marlow, R.Ac. · 12 May 2026"),
        footer: "Back pain and acupuncture, version 3",
        logo: Some(Logo { picture: include_bytes!("logo.jpg"), shows: "A willow leaf" }),
        pictures,
        created: Some("2026-05-12T09:30:00Z"),
        ..Sheet::default()
    }
}
