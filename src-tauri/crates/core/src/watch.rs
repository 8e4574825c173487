//! How far something is that takes its time, and whether it goes on.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};

/// How often progress is said on the way.
const TIMES_SAID: u64 = 100;

/// Stops what is under way, from anywhere.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// It ends before its next piece, and leaves nothing behind.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub(crate) fn is_wanted(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Says how far it is, and ends it when it should.
#[derive(Debug)]
pub(crate) struct Watch {
    pub(crate) cancel: Cancel,
    done: u64,
    of: u64,
    said: u64,
    tell: Option<UnboundedSender<(i64, i64)>>,
}

impl Watch {
    /// Of so many bytes.
    pub(crate) fn new(bytes: u64, cancel: Cancel, tell: Option<UnboundedSender<(i64, i64)>>) -> Self {
        Self { cancel, done: 0, of: bytes, said: 0, tell }
    }

    /// Says it there from now on, or to nobody.
    pub(crate) fn tell(&mut self, tell: Option<UnboundedSender<(i64, i64)>>) {
        self.tell = tell;
    }

    /// So many bytes more are done.
    pub(crate) fn step(&mut self, bytes: u64) -> io::Result<()> {
        if self.cancel.is_wanted() {
            return Err(io::Error::other("stopped"));
        }
        self.done += bytes;
        if self.done - self.said >= self.of / TIMES_SAID {
            self.said = self.done;
            // There may be a little more than was foreseen: keys and seals, or a file that grows.
            let whole = |bytes: u64| i64::try_from(bytes.min(self.of)).unwrap_or(i64::MAX);
            // Nobody has to listen.
            let _heard = self.tell.as_ref().map(|tell| tell.send((whole(self.done), whole(self.of))));
        }
        Ok(())
    }
}

/// Reads under a watch.
pub(crate) struct Watched<'a, R> {
    pub(crate) from: R,
    pub(crate) watch: &'a mut Watch,
}

impl<R: io::Read> io::Read for Watched<'_, R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(bytes)?;
        self.watch.step(read as u64)?;
        Ok(read)
    }
}

/// Hands on what is said until nobody says anything any more.
pub(crate) async fn hear_all(
    mut hear: UnboundedReceiver<(i64, i64)>,
    progress: &mut (impl FnMut(i64, i64) + Send),
) {
    while let Some((done, of)) = hear.recv().await {
        progress(done, of);
    }
}
