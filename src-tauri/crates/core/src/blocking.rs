//! Work that would keep other commands waiting.

use crate::error::{Error, Result};

/// Does what waits for a disk or computes for long on a thread of its own, so that other commands go on meanwhile.
///
/// # Errors
///
/// [`Error::Unexpected`] with what was being done, where the work came to no end; its own errors are in its answer.
pub(crate) async fn blocking<T: Send + 'static>(
    doing: &'static str,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Error::unexpected(doing, error))
}
