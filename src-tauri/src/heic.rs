//! A phone's photos (HEIC), unfolded by what this system has for them, in a process of its own: that decoder is a large program
//! and reads what a stranger may have made, and the keys of the practice must not lie in the same memory.

use std::process::ExitCode;

/// How the process of its own is asked for.
pub(crate) const UNFOLD: &str = "unfold-heic";

/// The photo as a jpeg, upright and in its own colours; nothing where this system cannot read it, or not in reasonable time. Waits
/// for the other process.
#[cfg(target_os = "linux")]
pub(crate) fn as_jpeg(heic: &[u8]) -> Option<Vec<u8>> {
    linux::as_jpeg(heic)
}

/// Nothing: what other systems bring for these photos is not asked.
#[cfg(not(target_os = "linux"))]
pub(crate) fn as_jpeg(_heic: &[u8]) -> Option<Vec<u8>> {
    None
}

/// That other process: reads the photo from standard input and writes the jpeg to standard output.
pub fn unfold_heic() -> ExitCode {
    #[cfg(target_os = "linux")]
    if linux::unfold().is_some() {
        return ExitCode::SUCCESS;
    }
    ExitCode::FAILURE
}

#[cfg(target_os = "linux")]
mod linux {
    use std::io::{Read, Write, stdin, stdout};
    use std::process::{Child, Command, Stdio};
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    use gdk_pixbuf::prelude::PixbufLoaderExt;
    use gdk_pixbuf::{Pixbuf, PixbufLoader};
    use rustix::process::{Resource, Rlimit, setrlimit};

    use crate::start::forbid_crash_files;

    use super::UNFOLD;

    /// A photo of 12 million dots takes a second on a slow laptop.
    const PATIENCE: Duration = Duration::from_secs(30);

    /// The same in seconds of computing.
    const MOST_COMPUTING: u64 = 30;

    /// The memory that unfolding may take, in bytes: the program itself, and a photo of the largest phones twice.
    const MOST_MEMORY: u64 = 3 << 30;

    /// A jpeg of a photo has a tenth of it, in bytes.
    const LARGEST_JPEG: u64 = 100 << 20;

    pub(super) fn as_jpeg(heic: &[u8]) -> Option<Vec<u8>> {
        let program = std::env::current_exe().ok()?;
        let mut asked = Command::new(program);
        asked.arg(UNFOLD).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        match asked.spawn() {
            Ok(mut child) => answer(&mut child, heic),
            Err(error) => {
                tracing::warn!(%error, "nothing could be asked to unfold a photo");
                None
            }
        }
    }

    fn answer(child: &mut Child, heic: &[u8]) -> Option<Vec<u8>> {
        let (mut into, from) = (child.stdin.take()?, child.stdout.take()?);
        thread::scope(|scope| {
            // Whoever knows after the first bytes that it cannot be read does not wait for the rest.
            scope.spawn(move || drop(into.write_all(heic)));
            let (tell, hear) = mpsc::channel();
            scope.spawn(move || {
                let mut jpeg = Vec::new();
                let read = from.take(LARGEST_JPEG).read_to_end(&mut jpeg);
                drop(tell.send(read.map(|_| jpeg)));
            });
            let heard = hear.recv_timeout(PATIENCE);
            if heard.is_err() {
                tracing::warn!("unfolding a photo took too long");
                drop(child.kill());
            }
            let ended_well = child.wait().is_ok_and(|status| status.success());
            heard.ok()?.ok().filter(|_| ended_well)
        })
    }

    pub(super) fn unfold() -> Option<()> {
        // A crash file would hold the photo.
        forbid_crash_files();
        limit(Resource::As, MOST_MEMORY)?;
        limit(Resource::Cpu, MOST_COMPUTING)?;
        limit(Resource::Fsize, 0)?;
        let mut heic = Vec::new();
        stdin().read_to_end(&mut heic).ok()?;
        let jpeg = jpeg(&read(&heic)?)?;
        stdout().write_all(&jpeg).ok()
    }

    fn limit(what: Resource, most: u64) -> Option<()> {
        setrlimit(what, Rlimit { current: Some(most), maximum: Some(most) }).ok()
    }

    /// Only as what it should be: no other decoder of this system gets to see it.
    fn read(heic: &[u8]) -> Option<Pixbuf> {
        let loader =
            ["image/heic", "image/heif"].iter().find_map(|kind| PixbufLoader::with_mime_type(kind).ok())?;
        let written = loader.write(heic);
        // A loader wants to be closed also where it failed.
        let closed = loader.close();
        written.and(closed).ok()?;
        loader.pixbuf()
    }

    fn jpeg(picture: &Pixbuf) -> Option<Vec<u8>> {
        let colours = picture.option("icc-profile");
        let mut how = vec![("quality", "95")];
        how.extend(colours.as_deref().map(|colours| ("icc-profile", colours)));
        picture.save_to_bufferv("jpeg", &how).ok()
    }
}
