//! Why a place did not take a copy.

use std::io::{Error, ErrorKind};

use super::model::CopyTrouble;

/// What a failure of the place's disk means to the person in front of it.
pub(crate) fn trouble_of(error: Error) -> CopyTrouble {
    // Input and output errors of the device, and no such device: 5, 6 and 19 on every Unix.
    let pulled_out = matches!(error.raw_os_error(), Some(5 | 6 | 19)) && cfg!(unix);
    match error.kind() {
        _ if pulled_out => CopyTrouble::Gone,
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::StaleNetworkFileHandle => {
            CopyTrouble::Gone
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => CopyTrouble::Full,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => CopyTrouble::ReadOnly,
        ErrorKind::FileTooLarge => CopyTrouble::TooLarge,
        ErrorKind::InvalidData => CopyTrouble::Differs,
        _ => {
            tracing::error!(%error, "make a copy outside this computer");
            CopyTrouble::Failed
        }
    }
}
