//! Words to add to a note.

use hegu_core::notes::AddAddendum;

pub(crate) fn add(note: &str, text: &str) -> AddAddendum {
    AddAddendum { note: note.to_owned(), text: text.to_owned(), draft: None }
}
