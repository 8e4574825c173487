//! What has to be known about a client before anything is done with them.
//!
//! [`keep`] adds an alert or changes one, [`end`] says that it does not hold any more and [`put_back`] that it does, and
//! [`list`] reads those that hold. A clinical alert is words for those who treat and a bare sign for everybody else: a
//! screen at the desk can be read by a queue. Left out on purpose, until the slice that brings them: alerts that the health
//! history raises by itself.

mod end;
mod keep;
mod list;
mod model;
mod store;

pub use end::{SeenAlert, end, put_back};
pub use keep::{AlertInput, KeepAlert, keep};
pub use list::{AlertView, list};
pub use model::{AlertAudience, AlertSeverity};

pub(crate) use list::of_clients;
