//! Who works here, and what each may do.
//!
//! [`Role`] and [`Permission`] meet in one table that refuses what it does not name; [`who_may`] shows it. The person
//! at the keyboard is the [`Actor`]; it comes from the session and never from the window. Colleagues are [`add`]ed,
//! [`suspend`]ed and [`remove`]d by an owner who has just proved who they are, each with one replacement of the key
//! file; should the program be killed in the middle, [`catch_up`] brings the records up to it. What opens the practice
//! is in [`keys`](crate::keys); taking the keyboard is in [`opening`](crate::opening).

mod actor;
mod add;
mod catch_up;
mod change_role;
pub(crate) mod device_key;
mod edit;
mod list;
mod model;
mod permission;
mod remove;
mod role;
mod store;
mod suspend;
mod view;
mod who_may;

pub use actor::{Actor, Me, me};
pub use add::{AddPerson, add};
pub use change_role::{ChangeRole, change_role};
pub use device_key::{Keyring, KeyringStanding};
pub use edit::{EditPerson, edit};
pub use list::{PeopleView, list};
pub use model::{PersonInput, Status};
pub use permission::Permission;
pub use remove::{RemovePerson, remove};
pub use role::Role;
pub use suspend::{resume, suspend};
pub use view::PersonView;
pub use who_may::{PermissionRow, WhoMayDoWhat, who_may};

pub(crate) use catch_up::catch_up;
pub(crate) use list::vault;
pub(crate) use model::Person;
pub(crate) use store::{PersonRow, add_signing_key, all, insert, names, read, rename, signing_keys};
