//! Making the vault of a new practice.

use serde_json::Map;

use crate::{
    KdfCost, MasterKey, Mode, Opened, Passphrase, PersonSlot, RecoveryCode, Role, Status, VaultError,
    VaultFile, VaultId,
    bundle::Bundle,
    file::{Body, Database, FORMAT, VERSION, check_database_file},
};

/// What a new vault is made from.
#[derive(Debug)]
pub struct NewVault<'a> {
    /// The practice's name.
    pub practice: String,
    /// The owner's id, a UUID as text.
    pub owner_id: String,
    /// The owner's name.
    pub owner_name: String,
    /// The line under the owner's name; may be empty.
    pub credentials: String,
    /// The owner's passphrase.
    pub passphrase: &'a Passphrase,
    /// What trying a passphrase costs.
    pub cost: KdfCost,
    /// Now, in milliseconds since 1970, UTC.
    pub created_ms: i64,
    /// The oldest version of the program that can read the vault.
    pub min_app: String,
    /// The database's file name, relative to the practice's folder.
    pub database_file: String,
}

/// Makes a vault with one owner and a recovery code. Nothing is written anywhere.
///
/// # Errors
/// `Damaged` when the cost is one that Argon2id does not allow, or the database's file name would
/// not be read back.
pub fn create(new: NewVault<'_>) -> Result<(VaultFile, Opened, RecoveryCode), VaultError> {
    check_database_file(&new.database_file)?;
    let vault_id = VaultId::make();
    let master = MasterKey::make();
    let bundle = Bundle::make();
    let recovery = RecoveryCode::make();
    let mut owner = PersonSlot {
        id: new.owner_id,
        name: new.owner_name,
        credentials: new.credentials,
        role: Role::Owner,
        status: Status::Active,
        kdf: new.cost,
        salt: [0; 16],
        device_bound: false,
        bundle: Vec::new(),
        x25519_pk: String::new(),
        ed25519_pk: [0; 32],
        sealed: Vec::new(),
        unknown: Map::new(),
    };
    owner.wrap(&vault_id, &bundle, new.passphrase, new.cost, None)?;
    owner.seal(&bundle, &master);
    let opened =
        Opened { master: master.duplicate(), signing: bundle.signing_key(), person: owner.id.clone() };
    let file = VaultFile::made(Body {
        format: FORMAT.to_owned(),
        v: VERSION,
        recovery: recovery.slot(&vault_id, &master, new.created_ms),
        vault_id,
        generation: 1,
        created: new.created_ms,
        min_app: new.min_app,
        practice: new.practice,
        mode: Mode::Solo,
        db: vec![Database { file: new.database_file, epoch: 1, page: 4096, unknown: Map::new() }],
        people: vec![owner],
        device_key: None,
        computer_unlock: None,
        unknown: Map::new(),
    });
    Ok((file, opened, recovery))
}
