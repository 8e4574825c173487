//! Journeys in the real window, from the first start to a sheet that goes home.

#![cfg(target_os = "linux")]

#[path = "window/first_run.rs"]
mod first_run;
