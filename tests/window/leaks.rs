//! What must never stand anywhere in the clear: secrets in the log, clients on the disk.

use std::fmt::Write;
use std::path::PathBuf;

use hegu_tests::window::{Machine, Window, files_below};
use hegu_vault::{KdfBounds, Passphrase, VaultFile};

use crate::first_run::{Made, make_a_practice};
use crate::visit::{self, CLIENT};

#[test]
fn secrets_stay_out_of_the_log_and_clients_out_of_every_file() {
    let machine = Machine::new();
    let window = Window::open_with(&machine, &[("HEGU_LOG", "trace")]);
    let made = make_a_practice(&machine, &window);
    visit::register(&window);
    visit::import(&machine, &window);
    visit::give(&machine, &window);
    visit::find(&window);
    let naming = naming_the_client(&machine);
    assert!(naming.is_empty(), "while the practice is open: {naming:?}");

    window.press("Control+L");
    visit::unlock(&window, &made.passphrase);
    window.close();
    let naming = naming_the_client(&machine);
    assert!(naming.is_empty(), "after the program was closed: {naming:?}");
    let left: Vec<PathBuf> =
        machine.folders().flat_map(|(_, folder)| files_below(&folder)).map(|(path, _)| path).collect();
    let closed = |path: &PathBuf| {
        !path.to_string_lossy().contains("/run/hegu-") && path.extension() != Some("db-wal".as_ref())
    };
    assert!(
        left.iter().all(closed),
        "the engine's folder is wiped and the records are in one file: {left:#?}"
    );
    let log = std::fs::read(machine.log()).expect("a log");
    for step in ["started", "session_unlock", "clients_register", "handouts_give"] {
        assert!(finds(&log, step.as_bytes()), "the log followed the journey, {step} included");
    }
    for secret in secrets(&machine, &made) {
        assert!(!finds(&log, &secret), "the log holds a secret: {}", String::from_utf8_lossy(&secret));
    }
}

/// Files in which the client's name can be read, in either half and in the encodings a web engine writes.
fn naming_the_client(machine: &Machine) -> Vec<PathBuf> {
    let halves = CLIENT.split(' ').flat_map(|half| {
        let wide = half.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [half.as_bytes().to_vec(), half.to_lowercase().into_bytes(), wide]
    });
    let names: Vec<Vec<u8>> = halves.collect();
    let files: Vec<_> = machine.folders().flat_map(|(_, folder)| files_below(&folder)).collect();
    assert!(files.iter().any(|(path, _)| path.ends_with("vault.json")), "the practice was looked at");
    files
        .into_iter()
        .filter(|(_, bytes)| names.iter().any(|name| finds(bytes, name)))
        .map(|(path, _)| path)
        .collect()
}

/// Passphrase, recovery code and database key, in the forms in which a careless line would write them.
fn secrets(machine: &Machine, made: &Made) -> Vec<Vec<u8>> {
    let file = std::fs::read(machine.practice().join("vault.json")).expect("the key file");
    let file = VaultFile::parse(&file).expect("a whole key file");
    let owner = file.people()[0].id().to_owned();
    let passphrase = Passphrase::new(made.passphrase.clone());
    let opened =
        hegu_vault::unlock(&file, &owner, &passphrase, None, &KdfBounds::shipped()).expect("it opens");
    let key = opened.master.database_key(file.vault_id());
    let key = key.expose_bytes_for_sqlcipher();
    let hex = key.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string takes everything");
        text
    });
    let listed = format!("{key:?}");
    let mut secrets = vec![key.to_vec(), hex.to_uppercase().into_bytes(), hex.into_bytes()];
    secrets.push(listed.trim_matches(['[', ']']).as_bytes().to_vec());
    secrets.push(made.passphrase.clone().into_bytes());
    secrets.extend(made.passphrase.split(' ').map(|word| format!(" {word} ").into_bytes()));
    secrets.extend(made.recovery_code.iter().map(|group| group.clone().into_bytes()));
    secrets
}

fn finds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
