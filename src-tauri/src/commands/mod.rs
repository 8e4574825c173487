//! The commands, by slice. Each opens the session, calls the core, and returns.

#![expect(
    unreachable_pub,
    reason = "the macros of commands give what they make the command's own visibility"
)]

mod about;
mod alerts;
mod appointments;
mod audit;
mod backup;
mod bookings;
mod clients;
mod clinic;
mod copies;
mod correspondence;
mod drafts;
mod erasure;
mod files;
mod handouts;
mod health;
mod notes;
mod people;
mod points;
mod retention;
mod series;
mod session;
mod settings;
mod today;
mod waiting;

use tauri::Runtime;
use tauri::ipc::Invoke;

include!("../command_list.rs");

/// A command, as the list names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Command {
    /// Its name, which is its slice and its act.
    pub name: &'static str,
    /// The slice it belongs to.
    pub slice: &'static str,
    /// The permission the core checks, or `anyone` where none is needed.
    pub permission: &'static str,
    /// Whether the answer crosses as bytes and not as JSON.
    pub raw: bool,
}

macro_rules! table {
    ($($name:ident $slice:ident $permission:ident $kind:ident,)*) => {
        &[$(Command {
            name: stringify!($name),
            slice: stringify!($slice),
            permission: stringify!($permission),
            raw: matches!(stringify!($kind).as_bytes(), b"raw"),
        }),*]
    };
}

/// Every command.
pub const COMMANDS: &[Command] = command_list!(table);

// Sorts the list into typed and raw commands, one at a time, and registers each kind in its own way.
macro_rules! typed {
    (@ [$($done:tt)*]) => { tauri_specta::collect_commands![$($done)*] };
    (@ [$($done:tt)*] $name:ident $slice:ident $permission:ident typed, $($rest:tt)*) => {
        typed!(@ [$($done)* $slice::$name,] $($rest)*)
    };
    (@ [$($done:tt)*] $name:ident $slice:ident $permission:ident raw, $($rest:tt)*) => {
        typed!(@ [$($done)*] $($rest)*)
    };
    ($($list:tt)*) => { typed!(@ [] $($list)*) };
}

macro_rules! raw {
    (@ [$($done:tt)*]) => { tauri::generate_handler![$($done)*] };
    (@ [$($done:tt)*] $name:ident $slice:ident $permission:ident raw, $($rest:tt)*) => {
        raw!(@ [$($done)* $slice::$name,] $($rest)*)
    };
    (@ [$($done:tt)*] $name:ident $slice:ident $permission:ident typed, $($rest:tt)*) => {
        raw!(@ [$($done)*] $($rest)*)
    };
    ($($list:tt)*) => { raw!(@ [] $($list)*) };
}

/// The typed commands and the words that screen and paper share, with everything the bindings need.
pub fn bindings<R: Runtime>() -> tauri_specta::Builder<R> {
    // One shape for both directions: inputs and views are different types already, and nothing is left out on the wire.
    tauri_specta::Builder::new()
        .disable_serde_phases()
        .commands(command_list!(typed))
        .constant("noteSections", hegu_core::notes::SECTIONS)
}

/// Answers every command of the list, and nothing else.
pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    let typed = bindings::<R>();
    let raw: Box<dyn Fn(Invoke<R>) -> bool + Send + Sync> = Box::new(command_list!(raw));
    move |invoke| {
        let name = invoke.message.command();
        // Its name and nothing of what was asked: the log knows no client.
        tracing::debug!(command = name, "asked");
        let is_raw = COMMANDS.iter().any(|command| command.raw && command.name == name);
        // The handler borrows from its builder, so it is taken out at each call; that is a clone of one pointer.
        if is_raw { raw(invoke) } else { typed.invoke_handler()(invoke) }
    }
}
