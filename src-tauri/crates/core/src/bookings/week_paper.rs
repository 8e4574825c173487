//! This week and the next on paper, kept current in a folder the owner chooses: to see at home when the day begins. It says
//! first letters and times only, because whoever gets at the folder can read it.

use std::path::{Path, PathBuf};

use chrono::{Datelike, Days};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::Action;
use crate::backup;
use crate::blocking::blocking;
use crate::error::{Error, Result};
use crate::moment::Moment;
use crate::opening;
use crate::people::{Actor, Permission, Role};
use crate::practice::Practice;

use super::day_sheet::{DaySheet, NamesOnPaper, bare_sheet};
use super::setup;

/// The file in the folder.
const FILE: &str = "Calendar (initials).pdf";

/// Where the paper is kept, as this computer remembers it: a folder belongs to a computer and not to the records.
#[derive(Debug, Serialize, Deserialize)]
struct Place {
    folder: PathBuf,
}

/// A paper that is kept current.
#[derive(Debug, Clone, Serialize, Type)]
pub struct WeekPaper {
    /// In which folder.
    pub folder: PathBuf,
    /// Its file there.
    pub file: String,
    /// When it was written last (UTC milliseconds); nothing where it is not there.
    pub written: Option<Moment>,
}

/// The paper that is kept current, if one is.
pub async fn week_paper(practice: &Practice) -> Result<Option<WeekPaper>> {
    practice.permit(Permission::ReadBookings).await?;
    let Some(Place { folder }) = read(practice.folder()) else { return Ok(None) };
    let path = folder.join(FILE);
    let written = in_folder(move || std::fs::metadata(path)?.modified()).await.ok();
    let millis = written.and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
    let written = millis.and_then(|since| i64::try_from(since.as_millis()).ok()).map(Moment::from);
    Ok(Some(WeekPaper { folder, file: FILE.to_owned(), written }))
}

/// From now on the paper is kept in this folder; it is written at once. Refused with [`Error::Copy`] where nothing can be
/// written, and among the records.
pub async fn choose_week_paper(practice: &Practice, folder: PathBuf) -> Result<()> {
    practice.permit(Permission::ChangePractice).await?;
    let (records, chosen) = (practice.folder().to_path_buf(), folder.clone());
    blocking("look at a place for the paper", move || backup::check_place(&records, &chosen)).await??;
    let before = read(practice.folder()).map(|place| place.folder).filter(|before| *before != folder);
    let change = practice.change(Action::WeekPaperChosen).await?;
    let place = serde_json::to_vec(&Place { folder })
        .map_err(|error| Error::unexpected("remember where the paper is", error))?;
    opening::replace(&remembered(practice.folder()), &place)
        .map_err(|error| Error::disk("remember where the paper is", error))?;
    change.commit(practice.actor().id).await?;
    keep_week_paper(practice).await?;
    // The one in the folder of before would be kept current by nobody.
    match before {
        Some(before) => in_folder(move || remove(&before.join(FILE))).await,
        None => Ok(()),
    }
}

/// The paper is kept no more, and the one that lies there is removed. Nothing is done while the folder is away: a paper that
/// nobody keeps current any more would be believed.
pub async fn forget_week_paper(practice: &Practice) -> Result<()> {
    practice.permit(Permission::ChangePractice).await?;
    let Some(Place { folder }) = read(practice.folder()) else { return Ok(()) };
    // Before anything of the records waits for it: the folder may be on a disk that does not answer.
    in_folder(move || {
        std::fs::metadata(&folder)?;
        remove(&folder.join(FILE))
    })
    .await?;
    let change = practice.change(Action::WeekPaperForgotten).await?;
    remove(&remembered(practice.folder()))
        .map_err(|error| Error::disk("forget where the paper is", error))?;
    change.commit(practice.actor().id).await
}

/// Writes the paper where it would say something else than the one that lies there; whether it was. It is the whole
/// clinic's, whoever sits at the keyboard, as the owner chose it.
pub async fn keep_week_paper(practice: &Practice) -> Result<bool> {
    let Some(Place { folder }) = read(practice.folder()) else { return Ok(false) };
    let owner = practice.at_door(Actor { role: Role::Owner, ..practice.actor().clone() });
    let today = setup::today(&owner).await?;
    let monday = today - Days::new(u64::from(today.weekday().num_days_from_monday()));
    let sheet = DaySheet {
        from: monday.to_string(),
        until: (monday + Days::new(13)).to_string(),
        practitioner: None,
        room: None,
        names: NamesOnPaper::Initials,
        alerts: false,
        blank_lines: 0,
    };
    let pdf = bare_sheet(&owner, sheet).await?;
    in_folder(move || {
        let path = folder.join(FILE);
        if std::fs::read(&path).is_ok_and(|there| there == pdf) {
            return Ok(false);
        }
        // A folder that is away is not made anew where it was.
        std::fs::metadata(&folder)?;
        opening::replace(&path, &pdf).map(|()| true)
    })
    .await
}

fn remembered(practice: &Path) -> PathBuf {
    practice.join("week-paper.json")
}

/// A file that cannot be read is no place: the owner chooses again.
fn read(practice: &Path) -> Option<Place> {
    serde_json::from_slice(&std::fs::read(remembered(practice)).ok()?).ok()
}

fn remove(path: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

async fn in_folder<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> Result<T> {
    blocking("keep the calendar on paper", work)
        .await?
        .map_err(|error| Error::Copy(backup::trouble_of(error)))
}
