//! The diary: what it is made of, and who comes when.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod hostile;
mod written;

#[path = "bookings/booking.rs"]
mod booking;
#[path = "bookings/called_off.rs"]
mod called_off;
#[path = "bookings/changed_series.rs"]
mod changed_series;
#[path = "bookings/clinic.rs"]
mod clinic;
#[path = "bookings/clocks.rs"]
mod clocks;
#[path = "bookings/died.rs"]
mod died;
#[path = "bookings/elsewhere.rs"]
mod elsewhere;
#[path = "bookings/free.rs"]
mod free;
#[path = "bookings/hostile.rs"]
mod hostile_words;
#[path = "bookings/late.rs"]
mod late;
#[path = "bookings/merged.rs"]
mod merged;
#[path = "bookings/messages.rs"]
mod messages;
#[path = "bookings/new_rules.rs"]
mod new_rules;
#[path = "bookings/paper.rs"]
mod paper;
#[path = "bookings/recalls.rs"]
mod recalls;
#[path = "bookings/reminded.rs"]
mod reminded;
#[path = "bookings/series.rs"]
mod series;
#[path = "bookings/setting_up.rs"]
mod setting_up;
#[path = "bookings/status.rs"]
mod status;
#[path = "bookings/stranded.rs"]
mod stranded;
#[path = "bookings/timeline.rs"]
mod timeline;
#[path = "bookings/travelling.rs"]
mod travelling;
#[path = "bookings/waiting.rs"]
mod waiting;
