//! Private keys of the `age` format, and thirty-two bytes sealed to them.
//!
//! The slots that hold the master key are plain `age` files with an X25519 recipient, so that
//! anyone with the printed recovery code can open them with stock `age`. The crate makes an
//! identity from text only, so the text is built in a buffer that never grows and is wiped.

use std::{io::Read, str::FromStr};

use age::{Decryptor, x25519};
use bech32::{Bech32, Hrp};
use zeroize::Zeroizing;

use crate::secret::SecretBytes;

const SECRET_KEY_PREFIX: Hrp = Hrp::parse_unchecked("AGE-SECRET-KEY-");
/// "AGE-SECRET-KEY-1", 52 characters of key and 6 of checksum.
const TEXT_LENGTH: usize = 74;

/// The key as the text that `age -d -i` reads.
#[expect(clippy::expect_used, reason = "32 bytes fit, and writing to a string cannot fail")]
pub(crate) fn text(key: &SecretBytes) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(TEXT_LENGTH));
    bech32::encode_upper_to_fmt::<Bech32, _>(&mut *text, SECRET_KEY_PREFIX, key.expose())
        .expect("32 bytes are within the length of bech32");
    text
}

/// The key as `age` uses it.
#[expect(clippy::expect_used, reason = "the text is made two lines above")]
pub(crate) fn identity(key: &SecretBytes) -> x25519::Identity {
    x25519::Identity::from_str(&text(key)).expect("the text of a key is an identity")
}

/// The public half as text, "age1…".
pub(crate) fn public(key: &SecretBytes) -> String {
    identity(key).to_public().to_string()
}

/// Seals 32 bytes to the public half of the key.
#[expect(clippy::expect_used, reason = "writing to memory cannot fail")]
pub(crate) fn seal(key: &SecretBytes, secret: &[u8; 32]) -> Vec<u8> {
    age::encrypt(&identity(key).to_public(), secret).expect("one recipient, written to memory")
}

/// Seals 32 bytes to a public key, "age1…"; `None` when the text is no such key.
pub(crate) fn seal_to(public: &str, secret: &[u8; 32]) -> Option<Vec<u8>> {
    age::encrypt(&x25519::Recipient::from_str(public).ok()?, secret).ok()
}

/// Opens 32 bytes sealed to the key; `None` when they were sealed to another or are damaged.
pub(crate) fn unseal(key: &SecretBytes, sealed: &[u8]) -> Option<SecretBytes> {
    let identity = identity(key);
    let mut plain =
        Decryptor::new(sealed).ok()?.decrypt(std::iter::once(&identity as &dyn age::Identity)).ok()?;
    let secret = SecretBytes::try_fill_with(|bytes| plain.read_exact(bytes)).ok()?;
    // The last chunk is only known to be the last once the end has been read.
    matches!(plain.read(&mut [0]), Ok(0)).then_some(secret)
}

#[cfg(test)]
mod tests {
    use super::{SecretBytes, identity, seal, unseal};

    #[test]
    fn only_exactly_one_key_is_unsealed() {
        let key = SecretBytes::make();
        assert_eq!(unseal(&key, &seal(&key, &[7; 32])).map(|secret| *secret.expose()), Some([7; 32]));
        for length in [0, 31, 33, 70_000] {
            let sealed = age::encrypt(&identity(&key).to_public(), &vec![7; length]).unwrap();
            assert!(unseal(&key, &sealed).is_none(), "took {length} bytes for a key");
        }
    }
}
