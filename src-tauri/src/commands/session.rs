//! The door: making a practice, unlocking and locking it.

use hegu_core::opening::{
    self, NewPractice, PersonOnDoor, ProveSelf, RecoverySheetView, Standing, TypedBack, Unlock,
    UnlockWithRecoveryCode,
};
use hegu_core::people::{self, Me};
use hegu_core::{Error, Trouble, settings};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use crate::command_error::CommandError;
use crate::log_file;
use crate::session::{Session, Shell};

use super::handouts::{Saved, save_as};

/// How things stand.
#[derive(Debug, Serialize, Type)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum SessionView {
    /// There is no practice yet.
    FirstRun,
    /// There is one, closed.
    Locked {
        /// Its name.
        practice_name: String,
        /// Who can unlock it.
        people: Vec<PersonOnDoor>,
    },
    /// Somebody is at the keyboard.
    Open {
        /// The practice's name.
        practice_name: String,
        /// Who.
        me: Me,
    },
    /// It cannot be opened as things stand.
    Trouble {
        /// What is the matter.
        trouble: Trouble,
    },
}

/// How things stand; also asked by a page that was just shown.
#[tauri::command]
#[specta::specta]
pub async fn session_state(shell: State<'_, Shell>) -> Result<SessionView, CommandError> {
    if let Session::Open(practice) = &*shell.session.lock().await {
        let practice_name = settings::practice_name(practice).await?;
        return Ok(SessionView::Open { practice_name, me: people::me(practice, practice).await? });
    }
    Ok(match opening::look(&shell.premises.folder)? {
        Standing::Nothing => SessionView::FirstRun,
        Standing::Closed { practice_name, people } => SessionView::Locked { practice_name, people },
        Standing::Trouble(trouble) => SessionView::Trouble { trouble },
    })
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
        Session::Locked | Session::Open(_) => return Err(Error::NotFound.into()),
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
        Session::Open(_) => return Ok(()),
        Session::Locked => return Err(Error::NotFound.into()),
    };
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
    if !matches!(*session, Session::Open(_)) {
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
    if !matches!(*session, Session::Open(_)) {
        let practice = opening::recover(&shell.premises, input).await?;
        shell.seat(&mut session, practice);
    }
    Ok(())
}

/// Proves once more who sits here, for what a passer-by must not do.
#[tauri::command]
#[specta::specta]
pub async fn session_prove(shell: State<'_, Shell>, input: ProveSelf) -> Result<(), CommandError> {
    Ok(opening::prove(&shell.practice().await?, shell.premises.effort, input).await?)
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
