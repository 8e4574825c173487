//! What can be wrong with a vault, as facts; the sentences are made in the shell.

use thiserror::Error;

/// Why something of the vault was refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum VaultError {
    /// The bytes are not what this program, or any version of it, would have written.
    #[error("damaged: {0}")]
    Damaged(Damage),
    /// The file was written by a newer version of the program.
    #[error("written by a newer version, {needs} or later is needed")]
    Newer {
        /// The version the file asks for, as it states it; at most 40 characters.
        needs: String,
    },
    /// The passphrase does not open this person's envelope, or there is no such person.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// The passphrase is the person's own, and they are kept out for now.
    #[error("suspended")]
    Suspended,
    /// The code is a well-formed recovery code, but not the one of this vault.
    #[error("wrong recovery code")]
    WrongRecoveryCode,
    /// The secret was right, but the file is not the one that was written with it.
    #[error("the file was changed by someone without the key")]
    Forged,
    /// Nobody with this id is there to be changed this way.
    #[error("unknown person")]
    UnknownPerson,
    /// Without this person nobody could run the practice.
    #[error("the last owner")]
    LastOwner,
    /// The PIN is not the one that was set.
    #[error("wrong PIN")]
    WrongPin,
}

/// What is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Damage {
    /// The file is longer than a vault file can be.
    #[error("too long")]
    TooLong,
    /// The file is not a body and a MAC on two lines; often it was cut short.
    #[error("not two lines")]
    Lines,
    /// The body is not the JSON of a vault file.
    #[error("not readable")]
    Json,
    /// One field holds what it cannot hold.
    #[error("field {0}")]
    Field(&'static str),
    /// The cost of key derivation is outside what is safe to run.
    #[error("cost of key derivation")]
    Cost,
    /// A sealed file is not whole, or belongs to another record.
    #[error("sealed file")]
    SealedFile,
}
