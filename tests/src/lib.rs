//! What the tests of the whole program share.
//!
//! [`project`] holds the sources as a tree of texts, and [`rust`] and [`web`] read them as a compiler would, so
//! that a rule about the shape of the program can be a function from such a tree to the places that break it.
//! [`window`] drives the program itself, in its window; [`reliability`] opens one practice from several processes;
//! `memory` reads what a process knows; `power_cut` rebuilds what a power cut leaves of it, `system_keyring` lets it use a real keyring; [`goals`] says what
//! the benches reached. `failing_disk` is a disk that is full or broken, and [`full_clinic`] a
//! clinic whose day is full.

#[cfg(target_os = "linux")]
pub mod failing_disk;
pub mod full_clinic;
pub mod full_register;
pub mod goals;
#[cfg(target_os = "linux")]
pub mod memory;
#[cfg(target_os = "linux")]
pub mod power_cut;
pub mod project;
pub mod reliability;
pub mod rust;
#[cfg(target_os = "linux")]
pub mod system_keyring;
pub mod web;
#[cfg(target_os = "linux")]
pub mod window;
