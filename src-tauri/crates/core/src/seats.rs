//! Who sits at the keyboard of an open practice, and what they hold there.
//!
//! A practice that is open has one seat. Whoever takes it brings the key that signs for them; whoever leaves it takes
//! the key along, and a [`Practice`](crate::Practice) of before opens nothing more. All of it is gone when the
//! practice is locked.

use hegu_vault::{PinEnvelope, SigningKey};

/// The person at the keyboard.
#[derive(Debug)]
pub(crate) struct Seat {
    /// Names this sitting; entries of the audit carry it.
    pub(crate) session: String,
    /// Signs for them.
    pub(crate) signing: SigningKey,
    /// When they last proved who they are (UTC milliseconds).
    pub(crate) proved_at: i64,
}

/// Wrong tries after which a PIN is forgotten: six digits are guessed soon enough otherwise.
pub(crate) const PIN_TRIES: u8 = 5;

/// Somebody's signing key under their PIN, in memory only.
#[derive(Debug)]
pub(crate) struct Pin {
    pub(crate) envelope: PinEnvelope,
    /// Wrong tries since the last right one.
    pub(crate) wrong: u8,
}
