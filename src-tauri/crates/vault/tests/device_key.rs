//! The device key comes back out of the vault for whoever opened the practice, and for nobody else.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]
use hegu_vault::{DeviceKey, KdfCost, MasterKey, NewVault, Passphrase, VaultError, VaultFile, create};

fn vault() -> (VaultFile, MasterKey) {
    let passphrase = Passphrase::new("violet ankle orbit puddle cedar".to_owned());
    let new = NewVault {
        practice: "Willow Lane".to_owned(),
        owner_id: "0196c000-0000-7000-8000-000000000001".to_owned(),
        owner_name: "Ines Marlow".to_owned(),
        credentials: String::new(),
        passphrase: &passphrase,
        cost: KdfCost::quick(),
        created_ms: 0,
        min_app: "0.1.0".to_owned(),
        database_file: "practice.e1.1.db".to_owned(),
    };
    let (file, opened, _) = create(new).unwrap();
    (file, opened.master)
}

#[test]
fn an_owner_gets_the_device_key_back_on_a_new_computer() {
    let (file, master) = vault();
    assert!(file.open_device_key(&master).unwrap().is_none(), "a new vault has none");
    let key = DeviceKey::make();
    let with = file.with_device_key(&master, "this-computer", &key);
    let read = VaultFile::parse(&with.to_bytes(&master)).unwrap();
    let back = read.open_device_key(&master).unwrap().unwrap();
    assert_eq!(back.expose_bytes_for_keyring(), key.expose_bytes_for_keyring());
    assert_eq!(read.device_key().unwrap().id(), "this-computer");
    assert_eq!(read.generation(), file.generation() + 1);
}

#[test]
fn another_master_key_does_not_open_the_slot() {
    let (file, master) = vault();
    let with = file.with_device_key(&master, "this-computer", &DeviceKey::make());
    let refused = with.open_device_key(&MasterKey::make());
    assert!(matches!(refused, Err(VaultError::Forged)), "{refused:?}");
}
