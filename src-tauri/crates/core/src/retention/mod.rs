//! How long records are kept: by which rule, which of them are due, and which must stay whatever the rule says.
//!
//! A [`RetentionRule`] is data that the practice edits; one of them is in force. [`keeping`] says until when a record is kept
//! and why, [`due`] lists those whose time is over, and [`hold`] keeps one beyond it. Nothing is ever erased by itself.

mod days;
mod due;
mod hold;
mod keeping;
mod rule;
mod rules;
mod store;

use crate::attached::Attached;
use crate::dated::Dated;
use crate::erasing::Erasing;
use crate::{alerts, bookings, correspondence, drafts, files, handouts, health, notes};

pub use due::{DueRecord, DueRecords, due};
pub use hold::{Hold, HoldRecord, hold, lift};
pub use keeping::{Keeping, keeping};
pub use rule::{CountedFrom, RetentionRule};
pub use rules::{
    GoBy, KeepRule, SeenRule, go_by, keep_rule, put_rule_back, remove_rule, rules, take_rule_back,
};

pub(crate) use days::has_entries;
pub(crate) use hold::{hold_as, is_held};
pub(crate) use keeping::as_it_stands;

/// What goes along when two records become one.
pub(crate) const ATTACHED: Attached = Attached::all("retention_hold");

/// Where the days lie on which something was written into a record.
fn dated() -> Vec<Dated> {
    let single =
        [handouts::DATED, correspondence::DATED, files::DATED, bookings::DATED, alerts::DATED, drafts::DATED];
    notes::DATED.into_iter().chain(health::DATED).chain(single).collect()
}

/// What is erased: holds that were lifted go with the record.
pub(crate) const ERASING: Erasing =
    Erasing { at_once: &[], in_time: &["DELETE FROM retention_hold WHERE client IN {record}"] };
