//! Pictures of the real window: those of the README, and under `states/` the screens as people meet them when there
//! is nothing yet, when there is very much, when something is wrong, by night, with fingers, large, and with names of
//! every kind. They are made to be looked at.
//!
//! With `HEGU_SCREENSHOTS` set to a folder the pictures are kept there (`make screenshots`); without it the same walks
//! check that each screen shows what its picture is of, on a smaller practice.

#![cfg(target_os = "linux")]

#[path = "window_screenshots/album.rs"]
mod album;
#[path = "window_screenshots/busy.rs"]
mod busy;
#[path = "window_screenshots/clinic.rs"]
mod clinic;
#[path = "window_screenshots/door.rs"]
mod door;
#[path = "window_screenshots/first_days.rs"]
mod first_days;
#[path = "window_screenshots/people.rs"]
mod people;
#[path = "window_screenshots/readme.rs"]
mod readme;
