//! The audit as people read it: who did what, in whose record, when; whether it is still as it was written; and a copy
//! to take along.
//!
//! The audit itself knows ids only. Here names are put to them, so this is the one place that knows both the audit and
//! clients. Everybody reads what they did themselves; the owner, who answers for the practice, reads everything. Left
//! out on purpose: wording for the window, which is in its catalogue, and any way to change or remove an entry.

mod csv;
mod export;
mod filter;
mod read;
mod sentence;
mod verify;
mod view;

pub use export::{ExportedAudit, export, exported};
pub use filter::AuditFilter;
pub use read::{AuditPage, ReadAudit, read};
pub use verify::{AuditVerdict, verify};
pub use view::{AuditEntryView, AuditFact, NamedClient, NamedPerson};
