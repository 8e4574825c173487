//! The people who are treated: registered with a name, found by anything known about them, seen at a glance.
//!
//! [`register`] shows likely twins before it makes a second record, [`edit`] refuses to overwrite what somebody
//! else saved, [`find`] answers while one types, and [`overview`] puts the person and their timeline on one page.
//! Left out on purpose, until the slices that bring them: health history, relations, merging.

mod edit;
mod find;
mod model;
mod name;
mod overview;
mod own;
mod register;
mod rows;
mod store;
mod twins;
mod view;

pub use edit::{EditClient, edit};
pub use find::{FindClients, FoundClients, find};
pub use model::{ClientInput, PhoneInput, PhoneKind};
pub use overview::{ClientOverview, TimelineEntry, overview};
pub use register::{RegisterClient, register};
pub use rows::rows;
pub use view::{ClientRow, ClientView};

pub(crate) use overview::opened_lately;
pub(crate) use own::{hand_over, permit};
pub(crate) use rows::{count, registered_on, rows_of};
pub(crate) use view::{cards_of, identified, names_of, salutation};
