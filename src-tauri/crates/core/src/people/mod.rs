//! Who works here, and what each may do.
//!
//! [`Role`] and [`Permission`] meet in one table that refuses what it does not name. The person at the keyboard
//! is the [`Actor`]; it comes from the session and never from the window. Left out on purpose, until the slice
//! that needs them: adding colleagues, PINs and switching.

mod actor;
pub(crate) mod device_key;
mod permission;
mod role;
mod store;

pub use actor::{Actor, Me, me};
pub use device_key::Keyring;
pub use permission::Permission;
pub use role::Role;
pub(crate) use store::{add_signing_key, insert, names, read, rename, signing_keys};
