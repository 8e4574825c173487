//! Opens a sealed file again.

use hegu_vault::sealed_file;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::error::{Error, Result, Trouble};
use crate::ids::AttachmentId;
use crate::practice::Practice;

use super::keep::path;
use super::store;

/// The exact bytes that were kept. A file that is missing, cut or altered is [`Trouble::DatabaseDamaged`], never
/// something shorter.
pub(crate) async fn read(practice: &Practice, id: AttachmentId) -> Result<Zeroizing<Vec<u8>>> {
    let (key, digest) = store::read(practice, id).await?;
    let path = path(practice.folder(), id);
    let sealed = tokio::fs::read(&path).await;
    let damaged = || Error::Trouble(Trouble::DatabaseDamaged { folder: practice.folder().to_path_buf() });
    let sealed = sealed.map_err(|_| damaged())?;
    let bytes = sealed_file::open(&key, id.bytes(), &sealed).map_err(|_| damaged())?;
    let found: [u8; 32] = Sha256::digest(&bytes).into();
    if found[..] == digest[..] { Ok(bytes) } else { Err(damaged()) }
}
