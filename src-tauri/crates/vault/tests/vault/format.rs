//! The bytes that must stay as they are for as long as a practice exists.
//!
//! The expected values were computed by an independent program from the written format.

use hegu_vault::{MasterKey, RecoveryCode, VaultId};

fn counting<const N: usize>() -> [u8; N] {
    std::array::from_fn(|index| index as u8)
}

fn vault() -> VaultId {
    VaultId::from_bytes_for_tests(counting())
}

#[test]
fn sub_keys_are_derived_as_written() {
    let master = MasterKey::from_bytes_for_tests(counting());
    assert_eq!(
        hex::encode(master.database_key(&vault()).expose_bytes_for_sqlcipher()),
        "aa0c04e3d856abb22db3d5d72c8c5f0aaf9f4994fe03715cba4b0a69bd446749"
    );
    let fields: [&[u8]; 3] = [b"1", b"create", b"client"];
    assert_eq!(
        hex::encode(master.audit_key(&vault()).mac(&fields, &[0; 32])),
        "9f80273263f6602d2916e2880ae222e720c558d8c0be55bd0bca915072d73ff2"
    );
}

#[test]
fn a_recovery_code_is_written_and_derived_as_written() {
    let code = RecoveryCode::from_bytes_for_tests(counting());
    assert_eq!(code.groups().join(" "), "000G 40R4 0M30 E209 185G R38E 1W81 24GK 54VG");
    assert_eq!(
        *code.age_identity(&vault()),
        "AGE-SECRET-KEY-1FVEDTD8LKDUJEZSL8YY222R938D0TMKKK6TYZ57YVCQHSYCNMY2SHM83U3"
    );
}

#[test]
fn an_audit_row_cannot_lend_a_byte_to_its_neighbour() {
    let key = MasterKey::from_bytes_for_tests(counting()).audit_key(&vault());
    let mac = key.mac(&[b"ab", b"c"], &[0; 32]);
    assert_ne!(mac, key.mac(&[b"a", b"bc"], &[0; 32]), "fields keep their ends");
    assert_ne!(mac, key.mac(&[b"ab", b"c", b""], &[0; 32]), "an empty field is a field");
    assert_ne!(mac, key.mac(&[b"ab", b"c"], &[1; 32]), "the row before counts");
}

#[test]
fn a_backup_is_vouched_for_byte_by_byte() {
    let key = MasterKey::from_bytes_for_tests(counting()).backup_key(&vault());
    let mac = key.mac(b"list of contents");
    assert!(key.vouches_for(b"list of contents", &mac));
    assert!(!key.vouches_for(b"list of content5", &mac));
}
