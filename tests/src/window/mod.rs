//! Journeys in the real window.
//!
//! A [`Machine`] is a computer of its own for one test: folders, a bus with a [`Portal`] on it, and a screen. On it a
//! [`Window`] runs the program that was built, driven through WebKitWebDriver, and everything is found as a screen
//! reader would: by role and name; an [`Undriven`] one is reached by the keyboard alone. Nothing in the program knows that it is being tested.

pub mod accessibility;
pub(crate) mod bus;
mod drag;
mod driver;
mod element;
pub mod fitting;
mod frame;
mod keys;
mod look;
mod machine;
mod page;
mod pdf;
mod portal;
mod program;
mod seed;
mod undriven;
pub(crate) mod wait;
#[expect(clippy::module_inception, reason = "the window is the thing itself, the module is its harness")]
mod window;

pub use look::Look;
pub use machine::{Machine, files_below};
pub use pdf::{pictures, words};
pub use portal::Portal;
pub use seed::{OpenElsewhere, Seeded};
pub use undriven::Undriven;
pub use window::Window;
