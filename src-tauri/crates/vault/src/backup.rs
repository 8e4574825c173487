//! The key that tells a backup of ours from one put together by someone else.

use hmac::Mac;

use crate::{derive, secret::SecretBytes};

/// Vouches for a backup's list of contents.
#[derive(Debug)]
pub struct BackupKey(pub(crate) SecretBytes);

impl BackupKey {
    /// HMAC-SHA256 over the exact bytes of the list.
    pub fn mac(&self, manifest: &[u8]) -> [u8; 32] {
        let mut mac = derive::mac(&self.0);
        mac.update(manifest);
        derive::finish(mac)
    }

    /// Whether the list is the one that was written; compared in constant time.
    pub fn vouches_for(&self, manifest: &[u8], claimed: &[u8; 32]) -> bool {
        let mut mac = derive::mac(&self.0);
        mac.update(manifest);
        mac.verify_slice(claimed).is_ok()
    }
}
