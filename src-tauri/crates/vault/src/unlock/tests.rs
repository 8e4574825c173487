//! A vault of several people: a colleague's envelope needs this computer's device key.

use crate::{
    DeviceKey, KdfBounds, KdfCost, NewVault, Passphrase, PassphraseChange, PersonSlot, Role, Status,
    VaultError, VaultFile, bundle::Bundle, change_passphrase, create, rotate, unlock,
};

const OWNER: &str = "owner";
const COLLEAGUE: &str = "colleague";

struct Clinic {
    file: VaultFile,
    device: DeviceKey,
}

fn clinic() -> Clinic {
    let passphrase = words("tidy copper river lantern yawn");
    let new = NewVault {
        practice: "Quiet River".to_owned(),
        owner_id: OWNER.to_owned(),
        owner_name: "Ana".to_owned(),
        credentials: String::new(),
        passphrase: &passphrase,
        cost: KdfCost::quick(),
        created_ms: 0,
        min_app: "0.1.0".to_owned(),
        database_file: "a.db".to_owned(),
    };
    let (mut file, opened, _) = create(new).unwrap();
    let (device, bundle) = (DeviceKey::make(), Bundle::make());
    let mut slot = PersonSlot {
        id: COLLEAGUE.to_owned(),
        role: Role::Practitioner,
        device_bound: true,
        ..file.body.people[0].clone()
    };
    let theirs = words("tea-and-needles");
    slot.wrap(&file.body.vault_id, &bundle, &theirs, KdfCost::quick(), Some(&device)).unwrap();
    slot.seal(&bundle, &opened.master);
    file.body.people.push(slot);
    let file = VaultFile::parse(&file.to_bytes(&opened.master)).unwrap();
    Clinic { file, device }
}

fn words(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn answer(file: &VaultFile, person: &str, text: &str, device: Option<&DeviceKey>) -> Option<VaultError> {
    unlock(file, person, &words(text), device, &KdfBounds::quick()).err()
}

#[test]
fn a_colleague_opens_with_passphrase_and_device_key_together() {
    let Clinic { file, device } = clinic();
    assert_eq!(answer(&file, COLLEAGUE, "tea-and-needles", Some(&device)), None);
}

#[test]
fn a_stolen_copy_has_nothing_to_guess_a_colleagues_passphrase_against() {
    let Clinic { file, .. } = clinic();
    let wrong = Some(VaultError::WrongPassphrase);
    assert_eq!(answer(&file, COLLEAGUE, "tea-and-needles", None), wrong, "no device key");
    let other = DeviceKey::make();
    assert_eq!(answer(&file, COLLEAGUE, "tea-and-needles", Some(&other)), wrong, "another computer's");
    let mut unbound = file;
    unbound.body.people[1].device_bound = false;
    assert_eq!(answer(&unbound, COLLEAGUE, "tea-and-needles", None), wrong, "said to need none");
}

#[test]
fn an_envelope_opens_only_for_the_person_it_was_made_for() {
    let Clinic { mut file, device, .. } = clinic();
    let [owner, colleague] = &mut file.body.people[..] else { unreachable!() };
    std::mem::swap(&mut owner.id, &mut colleague.id);
    let words = "tea-and-needles";
    assert_eq!(answer(&file, OWNER, words, Some(&device)), Some(VaultError::WrongPassphrase));
}

#[test]
fn a_seal_of_somebody_else_is_seen() {
    let Clinic { mut file, device, .. } = clinic();
    file.body.people[1].sealed = file.body.people[0].sealed.clone();
    assert_eq!(answer(&file, COLLEAGUE, "tea-and-needles", Some(&device)), Some(VaultError::Forged));
}

#[test]
fn who_left_is_as_unknown_as_a_stranger() {
    let Clinic { mut file, device, .. } = clinic();
    file.body.people[1].status = Status::Removed;
    let words = "tea-and-needles";
    assert_eq!(answer(&file, COLLEAGUE, words, Some(&device)), Some(VaultError::WrongPassphrase));
}

#[test]
fn an_old_passphrase_and_an_old_file_open_no_master_key_that_comes_after_the_change() {
    let Clinic { file: old, .. } = clinic();
    let (leaked, new) = (words("tidy copper river lantern yawn"), words("granite walnut hover lantern tide"));
    let mut file = old.clone();
    let opened = unlock(&file, OWNER, &leaked, None, &KdfBounds::quick()).unwrap();
    let change = PassphraseChange { new: &new, cost: KdfCost::quick(), device: None };
    change_passphrase(&mut file, &opened, &change).unwrap();
    let master = unlock(&file, OWNER, &new, None, &KdfBounds::quick()).unwrap().master;
    let (file, _) = rotate(&file, &master, "b.db").unwrap();

    let (bundle, _) = super::open(&old, OWNER, &leaked, None, &KdfBounds::quick()).unwrap();
    assert!(bundle.unseal(&old.present(OWNER).unwrap().sealed).is_some(), "what it guarded then it opens");
    assert!(bundle.unseal(&file.present(OWNER).unwrap().sealed).is_none(), "and nothing since");
}
