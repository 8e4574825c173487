//! Journeys in the real window, from the first start to a sheet that goes home.

#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

#[path = "window/alone.rs"]
mod alone;
#[path = "window/around_a_record.rs"]
mod around_a_record;
#[path = "window/audit.rs"]
mod audit;
#[path = "window/backups.rs"]
mod backups;
#[path = "window/bookings.rs"]
mod bookings;
#[path = "window/by_mouse.rs"]
mod by_mouse;
#[path = "window/calendar.rs"]
mod calendar;
#[path = "window/clinic.rs"]
mod clinic;
#[path = "window/copies.rs"]
mod copies;
#[path = "window/correspondence.rs"]
mod correspondence;
#[path = "window/dropping.rs"]
mod dropping;
#[path = "window/failures.rs"]
mod failures;
#[path = "window/files.rs"]
mod files;
#[path = "window/finding.rs"]
mod finding;
#[path = "window/first_run.rs"]
mod first_run;
#[path = "window/first_visit.rs"]
mod first_visit;
#[path = "window/health.rs"]
mod health;
#[path = "window/keyring.rs"]
mod keyring;
#[path = "window/leaks.rs"]
mod leaks;
#[path = "window/locking.rs"]
mod locking;
#[path = "window/memory.rs"]
mod memory;
#[path = "window/merging.rs"]
mod merging;
#[path = "window/note.rs"]
mod note;
#[path = "window/out_of_use.rs"]
mod out_of_use;
#[path = "window/pictures.rs"]
mod pictures;
#[path = "window/printing.rs"]
mod printing;
#[path = "window/queue.rs"]
mod queue;
#[path = "window/record.rs"]
mod record;
#[path = "window/recovery.rs"]
mod recovery;
#[path = "window/screens.rs"]
mod screens;
#[path = "window/three_hundred.rs"]
mod three_hundred;
#[path = "window/touch.rs"]
mod touch;
#[path = "window/visit.rs"]
mod visit;
#[path = "window/waiting.rs"]
mod waiting;
#[path = "window/walls.rs"]
mod walls;
