//! How things stand, as the page is told.

use hegu_core::Trouble;
use hegu_core::opening::{PersonAtDesk, PersonOnDoor, Warning};
use hegu_core::people::Me;
use serde::Serialize;
use specta::Type;

/// How things stand.
#[derive(Debug, Serialize, Type)]
#[serde(tag = "state", rename_all = "snake_case")]
pub(crate) enum SessionView {
    /// There is no practice yet.
    FirstRun,
    /// There is one, closed.
    Locked {
        /// Its name.
        practice_name: String,
        /// Who can unlock it.
        people: Vec<PersonOnDoor>,
        /// Whether the log-in of this computer opens it, by the only person's own choice.
        computer_unlock: bool,
    },
    /// It is open, and nobody is at the keyboard.
    Resting {
        /// Its name.
        practice_name: String,
        /// Who can take the keyboard.
        people: Vec<PersonAtDesk>,
        /// Who left it last.
        last: Option<String>,
    },
    /// Somebody is at the keyboard.
    Open {
        /// The practice's name.
        practice_name: String,
        /// Who.
        me: Me,
        /// Whether several people work here.
        several: bool,
        /// Where in the window this person was when they left the keyboard.
        place: Option<String>,
        /// The zone of the practice's wall (IANA name); nothing until it keeps one, and then it is the computer's.
        zone: Option<String>,
        /// The recovery sheet was used to get in, and no new one was made since.
        sheet_used: bool,
        /// What is not as it should be with the records or the clock.
        warnings: Vec<Warning>,
    },
    /// It cannot be opened as things stand.
    Trouble {
        /// What is the matter.
        trouble: Trouble,
    },
}
