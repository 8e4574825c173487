//! The file of a copy: what lies in it in the clear, and the sealed rest.
//!
//! The first line says in words and digits where things are. The key file of that day follows, so that a passphrase of
//! that day opens the copy anywhere. The rest is an `age` file with a `tar` archive in it: what the backup says of itself,
//! the key file, the database and the files beside it. `tail`, `age` and `tar` read it without this program.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use hegu_vault::{CopyKey, MAX_FILE_BYTES, VaultFile, seal_copy};
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::watch::Watch;

use super::super::store;

/// How the first line begins.
const MAGIC: &str = "HEGUBAK 1";
/// The first line has this many bytes, its end included, so that it can be written before the lengths are known.
const FIRST_LINE: usize = 96;
/// Written between two moments at which everything has reached the disk: what is said to be done is done, and stopping
/// never waits for long.
const SYNC_EVERY: u64 = 8 << 20;

/// What a copy says of itself in the clear.
#[derive(Debug)]
pub(super) struct Header {
    /// When the records in it were copied (UTC milliseconds), as it says of itself.
    pub(super) made: i64,
    /// How long the whole file is meant to be.
    pub(super) size: u64,
    /// The key file of that day, and its bytes.
    pub(super) vault: VaultFile,
    pub(super) vault_bytes: Vec<u8>,
}

/// What goes into a copy.
#[derive(Debug)]
pub(super) struct Contents {
    pub(super) made: i64,
    pub(super) vault: VaultFile,
    pub(super) vault_bytes: Vec<u8>,
    /// What the backup says of itself.
    pub(super) manifest: String,
    /// The database and the files beside it: the name in the archive, and where each lies.
    pub(super) files: Vec<(String, PathBuf)>,
}

/// Names in the archive.
pub(super) const MANIFEST: &str = "manifest.txt";
const VAULT: &str = "vault.json";

/// What was written: the SHA-256 of what was sealed, and of the sealed bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) plain: Vec<u8>,
    pub(super) sealed: Vec<u8>,
}

/// Writes a copy onto the disk, sealed to the practice's public key for copies and to its recovery code.
pub(super) fn write(contents: &Contents, own: &str, to: &mut File, watch: &mut Watch) -> io::Result<Written> {
    to.write_all(&first_line(contents.made, contents.vault_bytes.len(), 0))?;
    to.write_all(&contents.vault_bytes)?;
    let paced = Hashing { inner: Paced { to, since_sync: 0, watch }, digest: Sha256::new() };
    let sealed = seal_copy(own, contents.vault.recovery(), BufWriter::with_capacity(1 << 18, paced))?;
    let mut archive = tar::Builder::new(Hashing { inner: sealed, digest: Sha256::new() });
    add(&mut archive, contents.made, MANIFEST, contents.manifest.len() as u64, contents.manifest.as_bytes())?;
    let keys = &contents.vault_bytes;
    add(&mut archive, contents.made, VAULT, keys.len() as u64, keys.as_slice())?;
    for (name, from) in &contents.files {
        let file = File::open(from).map_err(of_this_disk)?;
        let length = file.metadata().map_err(of_this_disk)?.len();
        add(&mut archive, contents.made, name, length, OfThisDisk(file))?;
    }
    let Hashing { inner, digest } = archive.into_inner()?;
    let paced = inner.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
    let sealed = paced.digest.finalize().to_vec();
    let size = to.stream_position()?;
    to.seek(SeekFrom::Start(0))?;
    to.write_all(&first_line(contents.made, contents.vault_bytes.len(), size))?;
    to.sync_all()?;
    Ok(Written { plain: digest.finalize().to_vec(), sealed })
}

/// The SHA-256 of the sealed bytes, from where the header ended: all that can be compared without a key.
pub(super) fn sealed(mut rest: impl Read) -> io::Result<Vec<u8>> {
    let mut hashing = Hashing { inner: io::sink(), digest: Sha256::new() };
    io::copy(&mut rest, &mut hashing)?;
    Ok(hashing.digest.finalize().to_vec())
}

fn first_line(made: i64, vault: usize, size: u64) -> Vec<u8> {
    let rest = FIRST_LINE + vault + 1;
    let mut line = format!("{MAGIC} made={made:013} keys={vault:010} rest={rest:010} size={size:016}");
    line.extend(std::iter::repeat_n(' ', FIRST_LINE.saturating_sub(line.len() + 1)));
    line.push('\n');
    line.into_bytes()
}

fn add(
    archive: &mut tar::Builder<impl Write>,
    made: i64,
    name: &str,
    length: u64,
    from: impl Read,
) -> io::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(length);
    header.set_mode(0o600);
    header.set_mtime(u64::try_from(made / 1000).unwrap_or(0));
    // Shorter or longer than was said a moment ago is refused by the archive itself.
    archive.append_data(&mut header, name, from)
}

/// What a copy says of itself. [`Error::BackupDamaged`] when it is no copy, and [`Trouble::VaultNewer`](crate::Trouble::VaultNewer) when it takes a
/// newer program to read it.
pub(super) fn header(file: &mut impl BufRead) -> Result<Header, Error> {
    let (made, size, vault_bytes) = first_part(file).ok_or(Error::BackupDamaged)?;
    let vault = store::parse_key_file(&vault_bytes)?;
    Ok(Header { made, size, vault, vault_bytes })
}

/// When it was made, how long it is meant to be, and the bytes of its key file.
fn first_part(file: &mut impl BufRead) -> Option<(i64, u64, Vec<u8>)> {
    let mut line = [0; FIRST_LINE];
    file.read_exact(&mut line).ok()?;
    let line = std::str::from_utf8(&line).ok()?.trim_end();
    let said = line.strip_prefix(MAGIC)?;
    let field = |name: &str| said.split(' ').find_map(|part| part.strip_prefix(name)?.parse::<i64>().ok());
    let keys = usize::try_from(field("keys=")?).ok().filter(|keys| *keys <= MAX_FILE_BYTES)?;
    let mut vault_bytes = vec![0; keys];
    file.read_exact(&mut vault_bytes).ok()?;
    Some((field("made=")?, u64::try_from(field("size=")?).ok()?, vault_bytes))
}

/// Opens a copy for reading, buffered.
pub(super) fn open(path: &Path) -> io::Result<BufReader<File>> {
    Ok(BufReader::with_capacity(1 << 18, File::open(path)?))
}

/// Reads what is sealed, from where the header ended: `each` gets every entry of the archive by its name and
/// length, and reads as much of it as it wants. The SHA-256 of all of it.
pub(super) fn read(
    sealed: impl Read,
    key: &CopyKey,
    mut each: impl FnMut(&str, u64, &mut dyn Read) -> io::Result<()>,
) -> io::Result<Vec<u8>> {
    let mut archive = tar::Archive::new(Hashing { inner: key.open(sealed)?, digest: Sha256::new() });
    for entry in archive.entries()? {
        let mut entry = entry?;
        let name = entry.path()?.to_str().map(str::to_owned).ok_or(ErrorKind::InvalidData)?;
        let length = entry.size();
        each(&name, length, &mut entry)?;
    }
    // What follows the archive counts too, and only the end of the seal says that it is the end.
    let mut rest = archive.into_inner();
    io::copy(&mut rest, &mut io::sink())?;
    Ok(rest.digest.finalize().to_vec())
}

/// Reads what a backup says of itself, which is the first entry, and leaves the rest.
pub(super) fn manifest(sealed: impl Read, key: &CopyKey) -> Option<String> {
    const LONGEST: u64 = 64 << 20;
    let mut archive = tar::Archive::new(key.open(sealed).ok()?);
    let mut first = archive.entries().ok()?.next()?.ok()?;
    if first.path().ok()?.to_str() != Some(MANIFEST) || first.size() > LONGEST {
        return None;
    }
    let mut text = String::new();
    first.read_to_string(&mut text).ok()?;
    Some(text)
}

/// Hashes what passes.
struct Hashing<T> {
    inner: T,
    digest: Sha256,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.digest.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(bytes)?;
        self.digest.update(&bytes[..read]);
        Ok(read)
    }
}

/// Writes onto the disk and not only into memory, says how far it is, and ends when it should.
struct Paced<'a> {
    to: &'a mut File,
    since_sync: u64,
    watch: &'a mut Watch,
}

impl Write for Paced<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.since_sync += written as u64;
        if self.since_sync >= SYNC_EVERY {
            self.to.sync_data()?;
            self.since_sync = 0;
        }
        self.watch.step(written as u64)?;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Reads from the backup on this computer: that it cannot be read is no fault of the place.
struct OfThisDisk(File);

impl Read for OfThisDisk {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.0.read(bytes).map_err(of_this_disk)
    }
}

fn of_this_disk(error: io::Error) -> io::Error {
    io::Error::other(error)
}
