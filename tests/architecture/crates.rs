//! Which crate may know which: arrows 1, 2 and 7.

use hegu_tests::project::{Project, dependencies};
use hegu_tests::rust::{self, Lexeme};

use crate::{Broken, CORE};

const VAULT: &str = "src-tauri/crates/vault/";
const DOCUMENT: &str = "src-tauri/crates/document/";
const SHELL: &str = "src-tauri/src/";

pub(crate) const SQL: [&str; 3] = ["sqlx", "libsqlite3_sys", "rusqlite"];
const TAURI: [&str; 4] = ["tauri", "tauri_specta", "tauri_build", "tauri_plugin_dialog"];
const RUNTIME: [&str; 4] = ["tokio", "async_std", "smol", "futures"];
const NETWORK: [&str; 6] = ["reqwest", "hyper", "ureq", "isahc", "curl", "rustls"];
const TYPESETTING: [&str; 4] = ["printpdf", "lopdf", "parley", "subsetter"];
const CRYPTOGRAPHY: [&str; 10] = [
    "hegu_vault",
    "age",
    "argon2",
    "chacha20poly1305",
    "aead_stream",
    "ed25519_dalek",
    "hkdf",
    "hmac",
    "sha2",
    "bech32",
];

/// Paths in the sources under a folder that begin with one of these crates, or contain one of these sequences
/// (`std::fs`), except in the files named.
pub(crate) fn names(project: &Project, folder: &str, forbidden: &[&[&str]], except: &[&str]) -> Broken {
    let forbidden: Vec<&str> = forbidden.concat();
    let mut broken = Broken::new();
    for (file, text) in project.files(folder, &["rs"]) {
        if except.iter().any(|allowed| file.starts_with(allowed)) {
            continue;
        }
        for (line, path) in rust::paths(&rust::read(text)) {
            let written = path.join("::");
            let hit = forbidden.iter().find(|name| {
                if name.contains("::") {
                    format!("{written}::").contains(&format!("{name}::"))
                } else {
                    path[0] == **name
                }
            });
            broken.extend(hit.map(|name| format!("{file}:{line}: names {name} in {written}")));
        }
    }
    broken
}

/// Dependencies of the manifests under a folder that are among these crates.
fn depends(project: &Project, folder: &str, forbidden: &[&[&str]]) -> Broken {
    let forbidden: Vec<&str> = forbidden.concat();
    let mut broken = Broken::new();
    for (file, manifest) in project.manifests(folder) {
        let listed = dependencies(&manifest).into_iter().filter(|name| {
            let name = name.replace('-', "_");
            forbidden.iter().any(|crate_name| {
                name == *crate_name || (*crate_name == "tauri" && name.starts_with("tauri_"))
            })
        });
        broken.extend(listed.map(|name| format!("{file}: depends on {name}")));
    }
    broken
}

/// Arrow 1: vault → disk, network, SQL, async runtime, Tauri · document → database, clock, Tauri · core → tauri.
pub(crate) fn crates_stay_below(project: &Project) -> Broken {
    let ours: [&str; 3] = ["hegu", "hegu_core", "hegu_shell"];
    let disk = ["std::fs", "std::net", "std::process", "std::env"];
    let clock = ["std::time::SystemTime", "std::time::Instant", "Utc::now", "Local::now", "std::net"];
    [
        depends(project, VAULT, &[&SQL, &TAURI, &RUNTIME, &NETWORK, &ours, &["hegu_document"]]),
        names(project, VAULT, &[&SQL, &TAURI, &RUNTIME, &NETWORK, &disk], &[]),
        depends(project, DOCUMENT, &[&SQL, &TAURI, &RUNTIME, &NETWORK, &ours, &["hegu_vault"]]),
        names(project, &format!("{DOCUMENT}src/"), &[&SQL, &TAURI, &RUNTIME, &NETWORK, &clock], &[]),
        depends(project, CORE, &[&TAURI, &NETWORK, &["hegu", "hegu_shell"]]),
        names(project, CORE, &[&TAURI, &NETWORK], &[]),
    ]
    .concat()
}

/// Arrow 2: shell → sqlx, cryptography, printpdf, or practice files.
pub(crate) fn shell_only_adapts(project: &Project) -> Broken {
    let manifest = project.manifests("src-tauri/Cargo.toml").map(|(file, _)| file).collect::<String>();
    let mut broken = depends(project, &manifest, &[&SQL, &CRYPTOGRAPHY, &TYPESETTING, &["keyring"]]);
    broken.extend(names(project, SHELL, &[&SQL, &CRYPTOGRAPHY, &TYPESETTING, &["keyring"]], &[]));
    for (file, text) in project.files(SHELL, &["rs"]) {
        for Lexeme { line, token } in rust::read(text) {
            if let rust::Token::Text(text) = token
                && ["vault.json", "practice.e", ".hegubak", "attachments/"]
                    .iter()
                    .any(|name| text.contains(name))
            {
                broken.push(format!("{file}:{line}: knows the practice's file {text:?}"));
            }
        }
    }
    broken
}

/// Arrow 7: Anything but `document` → printpdf, lopdf, parley; anything but `core/src/db/` → connect options or the
/// database key; anything but `core/src/people/device_key.rs` → the OS keyring; unsafe in its three files only.
pub(crate) fn each_tool_has_one_home(project: &Project) -> Broken {
    let db = format!("{CORE}src/db/");
    let device_key = format!("{CORE}src/people/device_key.rs");
    let mut broken = names(project, "src-tauri/", &[&TYPESETTING], &[DOCUMENT]);
    for folder in [CORE, VAULT, SHELL] {
        broken.extend(depends(project, folder, &[&TYPESETTING]));
    }
    broken.extend(names(project, "src-tauri/", &[&["keyring"]], &[&device_key]));
    broken.extend(names(project, "src-tauri/", &[&["libsqlite3_sys"]], &[&db]));
    for (file, text) in project.files("src-tauri/", &["rs"]) {
        for lexeme in rust::read(text) {
            let home: &[&str] = match lexeme.word() {
                Some("SqliteConnectOptions" | "SqlitePoolOptions" | "SqlitePool" | "sqlite3_key") => &[&db],
                Some("unsafe") => {
                    &[&format!("{db}key.rs"), &format!("{db}copy.rs"), &format!("{CORE}src/process_end.rs")]
                }
                _ => continue,
            };
            if !home.iter().any(|home| file.starts_with(home)) {
                broken.push(format!(
                    "{file}:{}: {} belongs in {}",
                    lexeme.line,
                    lexeme.word().unwrap_or_default(),
                    home.join(" or ")
                ));
            }
        }
    }
    broken
}
