//! Reading, whether or not a change is under way.

use std::ops::{Deref, DerefMut};

use sqlx::SqliteConnection;
use tokio::sync::MutexGuard;

use crate::error::{Error, Result};
use crate::practice::{LiveGuard, Practice};

/// What can be read through: a [`Practice`], or the [`Change`](crate::Change) under way. With one connection, a
/// read through the practice while a change is open would wait for itself, so reads inside a change take the change.
pub trait Reader: Sync {
    /// Waits for the connection.
    #[doc(hidden)]
    fn connection(&self) -> impl Future<Output = Result<Reading<'_>>> + Send;
}

impl Reader for Practice {
    async fn connection(&self) -> Result<Reading<'_>> {
        Ok(Reading(Held::Practice(self.live().await?)))
    }
}

/// The connection, for as long as one read lasts.
#[derive(Debug)]
pub struct Reading<'a>(pub(crate) Held<'a>);

#[derive(Debug)]
pub(crate) enum Held<'a> {
    Practice(LiveGuard),
    Change(MutexGuard<'a, LiveGuard>),
}

impl Reading<'_> {
    /// The connection itself; `Locked` when the practice was closed while waiting.
    pub(crate) fn sqlite(&mut self) -> Result<&mut SqliteConnection> {
        Ok(&mut *self.live_mut()?.connection)
    }

    /// What is open besides the connection.
    pub(crate) fn live(&self) -> Result<&crate::practice::Live> {
        let live = match &self.0 {
            Held::Practice(guard) => guard.deref(),
            Held::Change(guard) => guard.deref().deref(),
        };
        live.as_ref().ok_or(Error::Locked)
    }
    /// The same, for what is kept in memory beside it.
    pub(crate) fn live_mut(&mut self) -> Result<&mut crate::practice::Live> {
        let live = match &mut self.0 {
            Held::Practice(guard) => guard.deref_mut(),
            Held::Change(guard) => guard.deref_mut().deref_mut(),
        };
        live.as_mut().ok_or(Error::Locked)
    }
}
