//! Somebody leaves the keyboard, and the records stay open behind the door.

use crate::audit::Action;
use crate::error::{Error, Result};
use crate::people::Actor;
use crate::practice::Practice;

impl Practice {
    /// Empties the seat: nobody acts until somebody takes it, and the key that signed for this person is wiped. What was
    /// typed has been saved before. The seat is empty whatever the disk says to the entry: what fails is said afterwards.
    pub async fn rest(&self) -> Result<()> {
        let said = self.say_rest().await;
        // Also in records that are damaged, which answer nothing but the door.
        let door = self.at_door(Actor::clone(self.actor()));
        door.live().await?.as_mut().ok_or(Error::Locked)?.seat = None;
        said
    }

    /// Writes that this person leaves the keyboard, with the head of the audit signed by them.
    pub(super) async fn say_rest(&self) -> Result<()> {
        self.change(Action::Rested).await?.commit(self.actor().id).await
    }
}
