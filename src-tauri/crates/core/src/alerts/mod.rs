//! What has to be known about a client before anything is done with them.
//!
//! [`keep`] adds an alert or changes one, [`end`] says that it does not hold any more and [`put_back`] that it does, and
//! [`list`] reads those that hold, [`ended`] those that held once. A clinical alert is words for those who treat and a bare sign for everybody else: a
//! screen at the desk can be read by a queue. What the health history raises by itself stands among them and is changed there.

mod end;
mod ended;
mod keep;
mod list;
mod model;
mod paper;
mod raised;
mod store;

use crate::attached::Attached;
use crate::dated::Dated;
use crate::erasing::Erasing;

pub use end::{SeenAlert, end, put_back};
pub use ended::{EndedAlert, ended};
pub use keep::{AlertInput, KeepAlert, keep};
pub use list::{AlertView, list};
pub use model::{AlertAudience, AlertSeverity};

pub(crate) use list::of_clients;
pub(crate) use paper::on_paper;

/// What goes along when two records become one.
pub(crate) const ATTACHED: Attached = Attached::all("alerts_alert");

/// Of them, the alerts that hold.
pub(crate) const HOLDING: Attached = ATTACHED.only("ended_at IS NULL");

/// What is erased: what the desk should know goes at once.
pub(crate) const ERASING: Erasing = Erasing {
    at_once: &["DELETE FROM alerts_alert WHERE audience = 'desk' AND client IN {record}"],
    in_time: &["DELETE FROM alerts_alert WHERE client IN {record}"],
};

/// Of them, those for whoever treats, also where they hold no more.
pub(crate) const CLINICAL: Attached = ATTACHED.only("audience = 'clinical'");

/// The days on which something was to be known in treatment.
pub(crate) const DATED: Dated = Dated {
    table: "alerts_alert",
    client: "client",
    day: "date(created_at / 1000, 'unixepoch')",
    which: "audience = 'clinical'",
    visit: false,
};
