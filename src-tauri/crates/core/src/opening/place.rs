//! Where a live practice may lie: not on a network, not where a program copies files to a cloud, not on a stick.
//!
//! A synchronising program copies database and log at different moments, and a network file system does not keep
//! SQLite's locks; both are known to damage databases. Such places are fine for copies, and only for copies.

use std::path::{Component, Path};

use crate::error::{Error, Result, Trouble, UnsafePlace};

/// Refuses a folder where the records would not be safe.
pub(super) fn check(folder: &Path) -> Result<()> {
    let place = if is_synced(folder) { Some(UnsafePlace::Synced) } else { mounted_at(folder) };
    match place {
        Some(place) => Err(Error::Trouble(Trouble::UnsafePlace { folder: folder.to_path_buf(), place })),
        None => Ok(()),
    }
}

/// A folder of a well-known synchronising program somewhere above.
fn is_synced(folder: &Path) -> bool {
    const NAMES: [&str; 8] = [
        "onedrive",
        "dropbox",
        "google drive",
        "googledrive",
        "icloud drive",
        "mobile documents",
        "nextcloud",
        "pcloud drive",
    ];
    folder.components().any(|component| match component {
        Component::Normal(name) => {
            let name = name.to_string_lossy().to_lowercase();
            NAMES.iter().any(|known| {
                // Business accounts are called "OneDrive - Name of the firm".
                name == *known || name.strip_prefix(known).is_some_and(|rest| rest.starts_with(" - "))
            })
        }
        _ => false,
    })
}

#[cfg(target_os = "linux")]
fn mounted_at(folder: &Path) -> Option<UnsafePlace> {
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    // The folder itself may not exist yet; the mount above it is the same.
    let existing = folder.ancestors().find_map(|above| above.canonicalize().ok())?;
    let (device, kind) = mount_of(&mounts, &existing)?;
    if is_network(&kind) {
        return Some(UnsafePlace::Network);
    }
    let removable = std::fs::read_to_string(format!("/sys/dev/block/{device}/removable"))
        .or_else(|_| std::fs::read_to_string(format!("/sys/dev/block/{device}/../removable")))
        .is_ok_and(|flag| flag.trim() == "1");
    removable.then_some(UnsafePlace::Removable)
}

#[cfg(not(target_os = "linux"))]
fn mounted_at(_folder: &Path) -> Option<UnsafePlace> {
    None
}

/// The device number and file system of the longest mount point above a path, from the text of `mountinfo`.
#[cfg(target_os = "linux")]
fn mount_of(mountinfo: &str, path: &Path) -> Option<(String, String)> {
    let mounts = mountinfo.lines().filter_map(|line| {
        // 36 35 98:0 /root /mount options … - type source options; spaces in names are written \040.
        let (left, right) = line.split_once(" - ")?;
        let mut left = left.split(' ');
        let device = left.nth(2)?.to_owned();
        let point = left.nth(1)?.replace("\\040", " ");
        let kind = right.split(' ').next()?.to_owned();
        path.starts_with(&point).then_some((point.len(), device, kind))
    });
    mounts.max_by_key(|(length, ..)| *length).map(|(_, device, kind)| (device, kind))
}

#[cfg(target_os = "linux")]
fn is_network(kind: &str) -> bool {
    const KINDS: [&str; 12] = [
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "9p",
        "afs",
        "ceph",
        "davfs",
        "fuse.sshfs",
        "fuse.davfs2",
        "fuse.rclone",
    ];
    KINDS.contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn synced_folders_are_known_by_their_names() {
        for synced in [
            "/home/ines/Dropbox/hegu",
            "/Users/i/OneDrive - Willow Lane/hegu",
            "/Users/i/Library/Mobile Documents/x",
        ] {
            assert!(is_synced(Path::new(synced)), "{synced}");
        }
        for plain in ["/home/ines/.local/share/hegu", "/home/dropboxer/hegu", "/home/i/onedrive-notes/hegu"] {
            assert!(!is_synced(Path::new(plain)), "{plain}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_nearest_mount_decides() {
        let mounts = "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n\
                      31 22 0:40 / /home/ines/Server rw - nfs4 host:/x rw\n\
                      32 22 8:17 / /media/my\\040stick rw - vfat /dev/sdb1 rw";
        let kind = |path: &str| mount_of(mounts, Path::new(path)).map(|(_, kind)| kind);
        assert_eq!(kind("/home/ines/hegu").as_deref(), Some("ext4"));
        assert_eq!(kind("/home/ines/Server/hegu").as_deref(), Some("nfs4"));
        assert_eq!(kind("/media/my stick/hegu").as_deref(), Some("vfat"), "spaces in a mount point are read");
        assert!(is_network("nfs4") && is_network("fuse.sshfs") && !is_network("ext4"));
    }
}
