//! The pictures of a text.

use std::collections::{BTreeMap, BTreeSet};

use hegu_document::markdown;
use zeroize::Zeroizing;

use crate::attachments;
use crate::error::{Error, Result};
use crate::ids::AttachmentId;
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::store;

/// One picture of the practice by the name that texts call it.
pub async fn picture(practice: &Practice, name: &str) -> Result<Zeroizing<Vec<u8>>> {
    practice.permit(Permission::ReadSheets).await?;
    let kept = store::pictures(practice).await?;
    let found = kept.into_iter().find(|picture| picture.name == name).ok_or(Error::NotFound)?;
    attachments::read(practice.folder(), practice, AttachmentId::parse(&found.file)?).await
}

/// The names that a text calls pictures by, each once.
pub(super) fn named(text: &str) -> BTreeSet<String> {
    markdown::pictures(text).into_iter().map(|picture| picture.name).collect()
}

/// Those of these names under which the practice keeps nothing.
pub(super) async fn missing(reader: &impl Reader, text: &str) -> Result<Vec<String>> {
    Ok(sorted_out(reader, text).await?.1)
}

/// Every picture that a text names, with its bytes; [`Error::NoPicture`] names those that are not here.
pub(super) async fn of_text(
    practice: &Practice,
    reader: &impl Reader,
    text: &str,
) -> Result<BTreeMap<String, Vec<u8>>> {
    let (here, missing) = sorted_out(reader, text).await?;
    if !missing.is_empty() {
        return Err(Error::NoPicture(missing));
    }
    let (names, files): (Vec<String>, Vec<AttachmentId>) = here.into_iter().unzip();
    let bytes = attachments::read_each(practice.folder(), reader, &files).await?;
    Ok(names.into_iter().zip(bytes.into_iter().map(|bytes| bytes.to_vec())).collect())
}

/// The names that are here with their files, and those that are not in the order of the text.
async fn sorted_out(
    reader: &impl Reader,
    text: &str,
) -> Result<(BTreeMap<String, AttachmentId>, Vec<String>)> {
    let named = markdown::pictures(text);
    if named.is_empty() {
        return Ok((BTreeMap::new(), Vec::new()));
    }
    let kept = store::pictures(reader).await?;
    let mut here = BTreeMap::new();
    let mut missing = Vec::new();
    for name in named.into_iter().map(|picture| picture.name) {
        match kept.iter().find(|picture| picture.name == name) {
            Some(picture) => drop(here.insert(name, AttachmentId::parse(&picture.file)?)),
            None if missing.contains(&name) => {}
            None => missing.push(name),
        }
    }
    Ok((here, missing))
}
