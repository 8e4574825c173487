//! How far a copy is, and whether it goes on.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::mpsc::UnboundedSender;

/// How often progress is said on the way.
const TIMES_SAID: u64 = 100;

/// Stops a copy that is under way, from anywhere.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// The copy ends before its next piece, and leaves nothing behind.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_wanted(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Says how far a copy is, and ends it when it should.
#[derive(Debug)]
pub(super) struct Watch {
    pub(super) cancel: Cancel,
    done: u64,
    of: u64,
    said: u64,
    tell: Option<UnboundedSender<(i64, i64)>>,
}

impl Watch {
    /// Of so many bytes, which are written and read back.
    pub(super) fn new(bytes: u64, cancel: Cancel, tell: Option<UnboundedSender<(i64, i64)>>) -> Self {
        Self { cancel, done: 0, of: 2 * bytes, said: 0, tell }
    }

    /// So many bytes more are done.
    pub(super) fn step(&mut self, bytes: u64) -> io::Result<()> {
        if self.cancel.is_wanted() {
            return Err(io::Error::other("stopped"));
        }
        self.done += bytes;
        if self.done - self.said >= self.of / TIMES_SAID {
            self.said = self.done;
            // Keys and the seal add a little to what is in the files.
            let whole = |bytes: u64| i64::try_from(bytes.min(self.of)).unwrap_or(i64::MAX);
            // Nobody has to listen.
            let _heard = self.tell.as_ref().map(|tell| tell.send((whole(self.done), whole(self.of))));
        }
        Ok(())
    }
}

/// Reads under a watch.
pub(super) struct Watched<'a, R> {
    pub(super) from: R,
    pub(super) watch: &'a mut Watch,
}

impl<R: io::Read> io::Read for Watched<'_, R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(bytes)?;
        self.watch.step(read as u64)?;
        Ok(read)
    }
}
