//! The desktop shell: one window, its menu, the system's dialogs, and the state of being locked or open.
//!
//! A command here opens the session, calls the core and returns; everything that could be called a rule lives in
//! `hegu-core`. The shell never sees SQL, a key or a file of the practice. [`command_line`] does without a window
//! what can be done without one.

// The list of commands is one macro that takes a step for each of them.
#![recursion_limit = "512"]

mod backups;
mod command_error;
mod command_line;
mod commands;
mod desktop;
#[cfg(target_os = "linux")]
mod engine;
mod heic;
mod idle;
mod incoming;
mod keeping;
mod log_file;
mod menu;
mod outgoing;
mod places;
#[cfg(target_os = "linux")]
mod portal;
mod session;
mod session_view;
mod start;
#[cfg(target_os = "linux")]
mod system_events;
mod window;

pub use command_error::CommandError;
pub use command_line::{Asked, asked, backup, render, verify};
pub use commands::{COMMANDS, Command, bindings, handler};
pub use desktop::{Desktop, Page, Printing, Said};
pub use heic::unfold_heic;
pub use incoming::Held;
pub use keeping::{MakeCopy, VerifyCopy};
pub use outgoing::{PrintOutcome, Printed};
pub use places::Places;
pub use session::Shell;
pub use start::{prepare_process, run};
