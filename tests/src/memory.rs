//! Reads what stands in the memory of a process, as whoever wakes the computer could.

use std::fs::File;
use std::io::{Error, ErrorKind, Read, Result, Seek, SeekFrom};

/// Bytes of a page of memory, on every computer these tests run on.
const PAGE: u64 = 4096;
/// Bytes of what the system says of one page.
const SAID: u64 = 8;

/// Everything that can be written in a process and was, run of pages by run of pages. An engine reserves far more than
/// it ever touches, and what was never touched holds nothing.
///
/// # Errors
/// When there is no such process.
pub fn memory_of(process: u32) -> Result<Vec<Vec<u8>>> {
    let maps = std::fs::read_to_string(format!("/proc/{process}/maps"))?;
    let mut memory = File::open(format!("/proc/{process}/mem"))?;
    let mut pages = File::open(format!("/proc/{process}/pagemap"))?;
    let writable =
        maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|may| may.starts_with("rw")));
    let mut found = Vec::new();
    for line in writable {
        let (from, to) = range(line).ok_or_else(|| Error::new(ErrorKind::InvalidData, line))?;
        for (from, length) in touched(&mut pages, from, to)? {
            let mut bytes = vec![0; length];
            // A page can be given back between the two looks.
            let read = memory.seek(SeekFrom::Start(from)).and_then(|_| memory.read_exact(&mut bytes));
            found.extend(read.is_ok().then_some(bytes));
        }
    }
    Ok(found)
}

/// Where a range of memory begins and ends.
fn range(line: &str) -> Option<(u64, u64)> {
    let (from, to) = line.split(' ').next()?.split_once('-')?;
    let [from, to] = [from, to].map(|at| u64::from_str_radix(at, 16).ok());
    Some((from?, to?))
}

/// The runs of pages between two addresses that are in memory or were moved out of it, each with its length.
fn touched(pages: &mut File, from: u64, to: u64) -> Result<Vec<(u64, usize)>> {
    let mut runs: Vec<(u64, usize)> = Vec::new();
    pages.seek(SeekFrom::Start(from / PAGE * SAID))?;
    let mut said = Vec::new();
    pages.take((to - from) / PAGE * SAID).read_to_end(&mut said)?;
    for (nth, page) in (0_u64..).zip(said.as_chunks::<8>().0) {
        // The two highest bits: in memory, and moved out.
        if u64::from_ne_bytes(*page) >> 62 == 0 {
            continue;
        }
        let at = from + nth * PAGE;
        match runs.last_mut() {
            Some((start, length)) if *start + *length as u64 == at => *length += PAGE as usize,
            _ => runs.push((at, PAGE as usize)),
        }
    }
    Ok(runs)
}

/// How often something stands in it.
#[must_use]
pub fn count(memory: &[Vec<u8>], wanted: &[u8]) -> usize {
    memory.iter().map(|bytes| bytes.windows(wanted.len()).filter(|window| *window == wanted).count()).sum()
}
