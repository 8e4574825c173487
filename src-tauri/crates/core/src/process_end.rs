//! How a process ends that had records open.

use std::io::Write;

#[cfg(unix)]
#[expect(
    unsafe_code,
    reason = "the system's own end of a process, which has no wrapper in the packages we have"
)]
unsafe extern "C" {
    safe fn _exit(status: std::ffi::c_int) -> !;
}

/// Ends the process as its last act. SQLCipher clears its memory in a clean-up at the end of a process, which can meet a
/// thread that is still letting go of the last connection, and crashes then; the records are safe, and the system says that
/// the program failed. So where that can be done, no clean-up runs.
pub fn end_process(status: u8) -> ! {
    drop(std::io::stdout().flush());
    drop(std::io::stderr().flush());
    #[cfg(unix)]
    _exit(i32::from(status));
    #[cfg(not(unix))]
    std::process::exit(i32::from(status))
}
