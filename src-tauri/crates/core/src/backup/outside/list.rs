//! What lies outside this computer.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use crate::blocking::blocking;
use crate::error::Result;
use crate::people::Permission;
use crate::practice::Practice;

use super::super::keys::Keys;
use super::super::manifest::{Manifest, Word};
use super::file;
use super::model::{CopyStanding, CopyView, OutsideView, PlaceView};
use super::place::Place;

/// How the files end.
pub(super) const ENDING: &str = "hegubak";

/// Where copies go and what lies there. A stick that does not answer is waited for on a thread of its own.
pub async fn outside(practice: &Practice) -> Result<OutsideView> {
    practice.permit(Permission::MakeBackups).await?;
    let keys = Keys::of(practice).await?;
    let folder = practice.folder().to_path_buf();
    let work = move || Place::read(&folder).map(|place| look(place, &folder, &keys));
    Ok(OutsideView { place: blocking("look for copies", work).await? })
}

/// The newest copy that the practice's key vouches for, where one is at hand.
pub(in crate::backup) async fn newest_good(practice: &Practice) -> Result<Option<PathBuf>> {
    let keys = Keys::of(practice).await?;
    let folder = practice.folder().to_path_buf();
    let work = move || {
        let place = Place::read(&folder).filter(|place| place.is_there(&folder))?;
        let found = copies(&place.folder, &keys).unwrap_or_default();
        let good = |copy: &Found| matches!(copy.view.standing, CopyStanding::Good { .. });
        found.into_iter().find(good).map(|copy| copy.path)
    };
    blocking("look for copies", work).await
}

fn look(place: Place, practice: &Path, keys: &Keys) -> PlaceView {
    // A folder that cannot be read any more says so by not being there.
    let copies = copies(&place.folder, keys);
    PlaceView {
        folder: place.folder.display().to_string(),
        there: place.is_there(practice) && copies.is_ok(),
        same_disk: place.is_on_disk_of(practice),
        last: place.last.map(Into::into),
        failed: place.failed,
        copies: copies.unwrap_or_default().into_iter().map(|copy| copy.view).collect(),
    }
}

/// A copy that lies at a place.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) path: PathBuf,
    pub(super) view: CopyView,
}

/// The copies of this practice at a place, newest first. Those of other practices are none of its business.
pub(super) fn copies(place: &Path, keys: &Keys) -> io::Result<Vec<Found>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(place)? {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new(ENDING)) && path.is_file() {
            found.extend(view(&path, keys).map(|view| Found { path, view }));
        }
    }
    found.sort_by_key(|copy| std::cmp::Reverse(copy.view.at.millis()));
    Ok(found)
}

fn view(path: &Path, keys: &Keys) -> Option<CopyView> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    let length = std::fs::metadata(path).ok()?.len();
    let bytes = i64::try_from(length).unwrap_or(i64::MAX);
    let mut file = file::open(path).ok()?;
    let Ok(header) = file::header(&mut file) else {
        return Some(CopyView { file: name, at: 0.into(), bytes, standing: CopyStanding::Damaged });
    };
    if *header.vault.vault_id() != keys.vault {
        return None;
    }
    let whole = header.size == length;
    let said = file::manifest(file, &keys.copy)
        .and_then(|text| Manifest::read(&text, &keys.backup, keys.epoch))
        .filter(|(_, word)| whole && *word == Word::Good);
    let (at, standing) = match said {
        Some((manifest, _)) => {
            (manifest.at, CopyStanding::Good { clients: manifest.clients, notes: manifest.notes })
        }
        // What another key of this practice sealed can only be judged by that key.
        None if whole && header.vault.database().epoch() != keys.epoch => {
            (header.made, CopyStanding::EarlierKey)
        }
        None => (header.made, CopyStanding::Damaged),
    };
    Some(CopyView { file: name, at: at.into(), bytes, standing })
}
