//! The door: making a practice, unlocking and locking it.

use std::sync::PoisonError;

use hegu_core::opening::{
    self, NewPractice, PersonAtDesk, ProveSelf, ProveSelfWithPin, RecoverySheetView, SetPin, Standing,
    TakeSeat, TypedBack, Unlock, UnlockWithRecoveryCode,
};
use hegu_core::people;
use hegu_core::{Error, Trouble, keys, settings};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use crate::command_error::CommandError;
use crate::log_file;
use crate::session::{Session, Shell};
use crate::session_view::SessionView;

use super::handouts::{Saved, save_as};

/// No place in the window has a longer name, in bytes.
const LONGEST_PLACE: usize = 300;

/// How things stand; also asked by a page that was just shown.
#[tauri::command]
#[specta::specta]
pub async fn session_state(shell: State<'_, Shell>) -> Result<SessionView, CommandError> {
    match &*shell.session.lock().await {
        Session::Open(practice) => {
            let me = people::me(practice, practice).await?;
            let place = shell.left_at.lock().unwrap_or_else(PoisonError::into_inner).get(&me.id).cloned();
            return Ok(SessionView::Open {
                practice_name: settings::practice_name(practice).await?,
                me,
                several: opening::several(practice).await?,
                place,
                zone: practice.zone().map(|zone| zone.name().to_owned()),
                sheet_used: keys::sheet_was_used(practice).await?,
                warnings: opening::warnings(practice).await?,
            });
        }
        Session::Resting(practice) => {
            return Ok(SessionView::Resting {
                practice_name: opening::name_on_door(practice).await?,
                people: opening::desk(practice).await?,
                last: Some(practice.actor().id.to_string()),
            });
        }
        Session::Locked | Session::Preparing(_) => {}
    }
    shell.let_go_of_backup_at_once();
    Ok(match opening::look(&shell.premises.folder)? {
        Standing::Nothing if shell.places.was_here.exists() => {
            SessionView::Trouble { trouble: Trouble::FolderMissing { folder: shell.premises.folder.clone() } }
        }
        Standing::Nothing => SessionView::FirstRun,
        Standing::Closed { practice_name, people, computer_unlock } => {
            SessionView::Locked { practice_name, people, computer_unlock }
        }
        Standing::Trouble(trouble) => SessionView::Trouble { trouble },
    })
}

/// Forgets a practice whose folder is gone, so that a new one can be made here.
#[tauri::command]
#[specta::specta]
pub async fn session_begin_anew(shell: State<'_, Shell>) -> Result<(), CommandError> {
    shell.at_closed_door().await?;
    let gone = opening::look(&shell.premises.folder)? == Standing::Nothing;
    if gone && shell.places.was_here.exists() {
        std::fs::remove_file(&shell.places.was_here)
            .map_err(|error| CommandError::unexpected("forget a practice", &error))?;
    }
    Ok(())
}

/// Words to choose as a passphrase.
#[derive(Serialize, Type)]
pub struct SuggestedPassphrase {
    /// Five random words.
    passphrase: String,
}

/// Offers five random words. They are shown because somebody must write them down.
#[tauri::command]
#[specta::specta]
pub async fn session_suggest_passphrase() -> Result<SuggestedPassphrase, CommandError> {
    Ok(SuggestedPassphrase { passphrase: opening::suggest_passphrase().to_string() })
}

/// A passphrase to measure.
#[derive(Deserialize, Type)]
pub struct MeasurePassphrase {
    /// What was typed so far.
    passphrase: String,
    /// Names a guesser would know.
    about: Vec<String>,
}

/// Measures a passphrase as it is typed.
#[tauri::command]
#[specta::specta]
pub async fn session_measure_passphrase(
    input: MeasurePassphrase,
) -> Result<opening::PassphraseStrength, CommandError> {
    Ok(opening::measure_passphrase(input.passphrase, &input.about))
}

/// Checks the form and makes keys and recovery sheet in memory.
#[tauri::command]
#[specta::specta]
pub async fn session_prepare_practice(
    shell: State<'_, Shell>,
    input: NewPractice,
) -> Result<RecoverySheetView, CommandError> {
    let prepared = opening::prepare(&shell.premises, input).await?;
    let sheet = prepared.sheet();
    *shell.session.lock().await = Session::Preparing(Box::new(prepared));
    Ok(sheet)
}

/// Saves the recovery sheet as a PDF where the person says.
#[tauri::command]
#[specta::specta]
pub async fn session_save_recovery_sheet(shell: State<'_, Shell>) -> Result<Saved, CommandError> {
    let pdf = match &*shell.session.lock().await {
        Session::Preparing(prepared) => prepared.sheet_pdf(&shell.premises)?,
        Session::Locked | Session::Open(_) | Session::Resting(_) => return Err(Error::NotFound.into()),
    };
    save_as(&shell, "Hegu recovery sheet.pdf".to_owned(), pdf).await
}

/// Makes the practice on the disk once the sheet was typed back in part, and opens it.
#[tauri::command]
#[specta::specta]
pub async fn session_create_practice(shell: State<'_, Shell>, input: TypedBack) -> Result<(), CommandError> {
    let mut session = shell.session.lock().await;
    let practice = match &*session {
        Session::Preparing(prepared) => opening::create(&shell.premises, prepared, input).await?,
        Session::Open(_) | Session::Resting(_) => return Ok(()),
        Session::Locked => return Err(Error::NotFound.into()),
    };
    shell.take_first_place(practice.clone());
    shell.seat(&mut session, practice);
    Ok(())
}

/// Forgets a practice that was being made.
#[tauri::command]
#[specta::specta]
pub async fn session_abandon_practice(shell: State<'_, Shell>) -> Result<(), CommandError> {
    let mut session = shell.session.lock().await;
    if matches!(*session, Session::Preparing(_)) {
        *session = Session::Locked;
    }
    Ok(())
}

/// Opens the practice with a passphrase. A second click while the first one succeeds waits and finds it open, which is
/// what was wanted.
#[tauri::command]
#[specta::specta]
pub async fn session_unlock(shell: State<'_, Shell>, input: Unlock) -> Result<(), CommandError> {
    let mut session = shell.session.lock().await;
    if session.is_closed() {
        let practice = opening::unlock(&shell.premises, input).await?;
        shell.seat(&mut session, practice);
    }
    Ok(())
}

/// Opens the practice with the recovery code and sets a new passphrase.
#[tauri::command]
#[specta::specta]
pub async fn session_unlock_with_recovery_code(
    shell: State<'_, Shell>,
    input: UnlockWithRecoveryCode,
) -> Result<(), CommandError> {
    let mut session = shell.session.lock().await;
    if session.is_closed() {
        let practice = opening::recover(&shell.premises, input).await?;
        shell.seat(&mut session, practice);
    }
    Ok(())
}

/// Opens a practice of one person with the log-in of this computer, where they chose so.
#[tauri::command]
#[specta::specta]
pub async fn session_unlock_with_computer(shell: State<'_, Shell>) -> Result<(), CommandError> {
    let mut session = shell.session.lock().await;
    if session.is_closed() {
        let practice = opening::unlock_with_computer(&shell.premises).await?;
        shell.seat(&mut session, practice);
    }
    Ok(())
}

/// Proves once more who sits here, for what a passer-by must not do.
#[tauri::command]
#[specta::specta]
pub async fn session_prove(shell: State<'_, Shell>, input: ProveSelf) -> Result<(), CommandError> {
    Ok(opening::prove(&shell.practice().await?, input).await?)
}

/// The same with a PIN.
#[tauri::command]
#[specta::specta]
pub async fn session_prove_with_pin(
    shell: State<'_, Shell>,
    input: ProveSelfWithPin,
) -> Result<(), CommandError> {
    Ok(opening::prove_with_pin(&shell.practice().await?, input).await?)
}

/// Leaves the keyboard; the records stay open behind the door.
#[tauri::command]
#[specta::specta]
pub async fn session_rest(shell: State<'_, Shell>) -> Result<(), CommandError> {
    shell.rest().await
}

/// Takes the keyboard of an open practice: after a rest, or from a colleague.
#[tauri::command]
#[specta::specta]
pub async fn session_take_seat(shell: State<'_, Shell>, input: TakeSeat) -> Result<(), CommandError> {
    let mut session = shell.session.lock().await;
    let practice = match &*session {
        Session::Open(practice) | Session::Resting(practice) => practice.clone(),
        Session::Locked | Session::Preparing(_) => return Err(Error::Locked.into()),
    };
    let before = practice.actor().id;
    let practice = opening::take_seat(&practice, input).await?;
    if practice.actor().id != before {
        // A recovery sheet that somebody was making is for nobody else's eyes.
        *shell.sheet.lock().await = None;
    }
    shell.forget_copies();
    shell.seat(&mut session, practice);
    Ok(())
}

/// Who can take the keyboard.
#[derive(Debug, Serialize, Type)]
pub struct DeskView {
    /// In the order they came.
    people: Vec<PersonAtDesk>,
}

/// Lists who can take the keyboard, for somebody who is at it.
#[tauri::command]
#[specta::specta]
pub async fn session_desk(shell: State<'_, Shell>) -> Result<DeskView, CommandError> {
    Ok(DeskView { people: opening::desk(&shell.practice().await?).await? })
}

/// A place in the window.
#[derive(Debug, Deserialize, Type)]
pub struct RememberPlace {
    /// The window's own name of it.
    place: String,
}

/// Remembers where this person is, for when they come back; in memory only, and not beyond the next lock.
#[tauri::command]
#[specta::specta]
pub async fn session_remember_place(
    shell: State<'_, Shell>,
    input: RememberPlace,
) -> Result<(), CommandError> {
    let me = shell.practice().await?.actor().id.to_string();
    if input.place.len() <= LONGEST_PLACE {
        shell.left_at.lock().unwrap_or_else(PoisonError::into_inner).insert(me, input.place);
    }
    Ok(())
}

/// Notes that somebody typed, clicked or touched.
#[tauri::command]
#[specta::specta]
pub async fn session_touch(shell: State<'_, Shell>) -> Result<(), CommandError> {
    shell.idle.touch();
    Ok(())
}

/// Sets one's PIN.
#[tauri::command]
#[specta::specta]
pub async fn session_set_pin(shell: State<'_, Shell>, input: SetPin) -> Result<(), CommandError> {
    Ok(opening::set_pin(&shell.practice().await?, input).await?)
}

/// Forgets one's PIN.
#[tauri::command]
#[specta::specta]
pub async fn session_forget_pin(shell: State<'_, Shell>) -> Result<(), CommandError> {
    Ok(opening::forget_pin(&shell.practice().await?).await?)
}

/// Locks the practice.
#[tauri::command]
#[specta::specta]
pub async fn session_lock(shell: State<'_, Shell>) -> Result<(), CommandError> {
    shell.lock().await
}

/// What can be sent to somebody who helps.
#[derive(Debug, Serialize, Type)]
pub struct Report {
    /// The end of the log, without anything about a client.
    text: String,
}

/// The end of the log, to copy.
#[tauri::command]
#[specta::specta]
pub async fn session_report(shell: State<'_, Shell>) -> Result<Report, CommandError> {
    Ok(Report { text: log_file::report(&shell.places.log) })
}
