//! Printing and opening through the portal of the Linux desktop: its own dialogs, in a sandbox too.

use std::fs::File;
use std::io::{Seek, Write};
use std::path::Path;

use ashpd::Uri;
use ashpd::desktop::ResponseError;
use ashpd::desktop::open_uri::OpenFileRequest;
use ashpd::desktop::print::{PrintOptions, PrintProxy};
use rustix::fs::{MemfdFlags, SealFlags, fcntl_add_seals, memfd_create};

use crate::desktop::Printing;

/// Asks how to print a PDF and prints it. The PDF is handed over in memory.
pub(crate) fn print(title: &str, pdf: &[u8]) -> Printing {
    let sent = tauri::async_runtime::block_on(async {
        let file = in_memory(pdf)?;
        let portal = PrintProxy::new().await?;
        portal.print(None, title, &file, PrintOptions::default()).await?.response()
    });
    match sent {
        Ok(()) => Printing::Sent,
        Err(ashpd::Error::Response(ResponseError::Cancelled)) => Printing::Closed,
        Err(error) => {
            tracing::warn!(%error, "the portal does not print");
            Printing::Unavailable
        }
    }
}

/// Opens a file in the program that the system has for it.
pub(crate) fn open(path: &Path) -> std::io::Result<()> {
    let opened = tauri::async_runtime::block_on(async {
        let file = File::open(path)?;
        OpenFileRequest::default().ask(false).send_file(&file).await?.response()
    });
    match opened {
        Ok(()) | Err(ashpd::Error::Response(ResponseError::Cancelled)) => Ok(()),
        Err(error) => {
            tracing::warn!(%error, "the portal does not open files");
            std::process::Command::new("xdg-open").arg(path).spawn().map(drop)
        }
    }
}

/// Opens a message in the program that the system has for mail.
pub(crate) fn write_mail(address: &str) -> std::io::Result<()> {
    let opened = tauri::async_runtime::block_on(async {
        let address = Uri::parse(address).map_err(|error| ashpd::Error::IO(std::io::Error::other(error)))?;
        OpenFileRequest::default().ask(false).send_uri(&address).await?.response()
    });
    match opened {
        Ok(()) => Ok(()),
        Err(error @ ashpd::Error::Response(ResponseError::Cancelled)) => Err(std::io::Error::other(error)),
        Err(error) => {
            // Not the address itself: it holds a client's, and what is written to them.
            tracing::warn!(%error, "the portal does not open a message");
            let opened = std::process::Command::new("xdg-open").arg(address).status()?;
            if opened.success() { Ok(()) } else { Err(std::io::Error::other("nothing opens a message here")) }
        }
    }
}

/// A file that lives in memory only and can no longer be changed.
fn in_memory(bytes: &[u8]) -> std::io::Result<File> {
    let mut file = File::from(memfd_create("sheet", MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING)?);
    file.write_all(bytes)?;
    file.rewind()?;
    fcntl_add_seals(&file, SealFlags::WRITE | SealFlags::GROW | SealFlags::SHRINK | SealFlags::SEAL)?;
    Ok(file)
}
