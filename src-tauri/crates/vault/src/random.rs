//! The operating system's random numbers, the only thing taken from outside.

/// Fills the buffer with random bytes.
///
/// # Panics
/// When the system has no random numbers. Going on would make keys that can be guessed.
#[expect(clippy::expect_used, reason = "a key made without random numbers is worse than a crash")]
pub(crate) fn fill(buffer: &mut [u8]) {
    getrandom::fill(buffer).expect("the operating system gives random numbers");
}

/// `N` random bytes that are not secret: salts, nonces and ids.
pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut buffer = [0; N];
    fill(&mut buffer);
    buffer
}
