//! The never arrows: what may not depend on what.
//!
//! Each arrow is a function from a tree of sources to the places that break it. It must find nothing in the
//! project, and name the file of every violation planted into a copy of that tree, so that no rule passes because
//! it looks at nothing.

#[path = "architecture/crates.rs"]
mod crates;
#[path = "architecture/migrations.rs"]
mod migrations;
#[path = "architecture/screens.rs"]
mod screens;
#[path = "architecture/secrets.rs"]
mod secrets;
#[path = "architecture/slices.rs"]
mod slices;

use hegu_tests::project::Project;

/// The places that break an arrow, as `file:line: what`.
type Broken = Vec<String>;

const CORE: &str = "src-tauri/crates/core/";

/// The arrow holds in the project, and each planted file breaks it.
#[track_caller]
fn holds(arrow: fn(&Project) -> Broken, plants: &[(&str, &str)]) {
    let project = Project::here();
    let broken = arrow(&project);
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
    for (file, text) in plants {
        let found = arrow(&project.with(file, text));
        assert!(
            found.iter().any(|place| place.starts_with(file)),
            "{text:?} in {file} went unseen: {found:?}"
        );
    }
}

#[test]
fn arrow_1_lower_crates_know_nothing_above_them() {
    holds(
        crates::crates_stay_below,
        &[
            ("src-tauri/crates/vault/src/planted.rs", "pub fn read() { std::fs::read(\"k\"); }"),
            ("src-tauri/crates/vault/src/planted.rs", "use { std::{io, net::TcpStream} };"),
            ("src-tauri/crates/vault/Cargo.toml", "[dependencies]\ntokio.workspace = true"),
            ("src-tauri/crates/document/src/planted.rs", "fn now() { chrono::Utc::now(); }"),
            ("src-tauri/crates/document/src/planted.rs", "use std::time::SystemTime;"),
            ("src-tauri/crates/document/Cargo.toml", "[target.'cfg(unix)'.dependencies]\nsqlx = \"0.9\""),
            ("src-tauri/crates/core/src/planted.rs", "fn window(app: &tauri::AppHandle) {}"),
            ("src-tauri/crates/core/Cargo.toml", "[dependencies]\ntauri-plugin-dialog.workspace = true"),
        ],
    );
}

#[test]
fn arrow_2_the_shell_only_adapts() {
    holds(
        crates::shell_only_adapts,
        &[
            ("src-tauri/src/planted.rs", "use sqlx::Row;"),
            ("src-tauri/src/planted.rs", "fn hash() { sha2::Sha256::digest(b\"\"); }"),
            ("src-tauri/src/planted.rs", "fn open() { read(folder.join(\"vault.json\")); }"),
            ("src-tauri/Cargo.toml", "[dependencies]\nhegu-vault.workspace = true"),
        ],
    );
}

#[test]
fn arrow_3_models_and_rules_are_pure() {
    holds(
        slices::rules_are_pure,
        &[
            ("src-tauri/crates/core/src/clients/model.rs", "fn today() { chrono::Utc::now(); }"),
            (
                "src-tauri/crates/core/src/clients/planted_rule.rs",
                "fn read() { std::fs::read_to_string(\"x\"); }",
            ),
            ("src-tauri/crates/core/src/clients/planted_rule.rs", "use tokio::time;"),
        ],
    );
}

#[test]
fn arrow_4_a_store_belongs_to_its_slice() {
    holds(
        slices::stores_are_private,
        &[
            ("src-tauri/crates/core/src/handouts/planted.rs", "use crate::clients::{model, store::insert};"),
            (
                "src-tauri/crates/core/src/handouts/planted.rs",
                "fn f() { super::super::clients::store::rows(); }",
            ),
            ("src-tauri/crates/core/src/notes/mod.rs", "pub(crate) mod store;"),
        ],
    );
}

#[test]
fn arrow_5_every_write_takes_a_change() {
    holds(
        slices::writes_take_a_change,
        &[
            (
                "src-tauri/crates/core/src/clients/planted.rs",
                "async fn rename(practice: &Practice) { query(\"UPDATE client SET name = ?\"); }",
            ),
            (
                "src-tauri/crates/core/src/clients/planted.rs",
                "const ADD: &str = \"INSERT INTO client VALUES (?)\"; fn add(change: &mut Change) { query(ADD); }",
            ),
        ],
    );
}

#[test]
fn arrow_6_the_audit_trail_knows_no_slice() {
    holds(
        slices::audit_knows_no_slice,
        &[("src-tauri/crates/core/src/audit/planted.rs", "use crate::clients::Client;")],
    );
}

#[test]
fn arrow_7_each_tool_has_one_home() {
    holds(
        crates::each_tool_has_one_home,
        &[
            ("src-tauri/crates/core/src/planted.rs", "use printpdf::PdfDocument;"),
            ("src-tauri/crates/core/Cargo.toml", "[dependencies]\nparley.workspace = true"),
            ("src-tauri/crates/core/src/clients/planted.rs", "fn open() { SqliteConnectOptions::new(); }"),
            ("src-tauri/crates/core/src/planted.rs", "fn remember() { keyring::Entry::new(); }"),
            ("src-tauri/crates/core/src/db/planted.rs", "fn raw() { unsafe { free() } }"),
        ],
    );
}

#[test]
fn arrow_8_secrets_stay_inside() {
    holds(
        secrets::secrets_stay_inside,
        &[
            (
                "src-tauri/crates/core/src/planted.rs",
                "#[derive(Serialize, Type)] pub struct PersonView { pub name: String, pub passphrase: String }",
            ),
            (
                "src-tauri/crates/core/src/planted.rs",
                "fn open() { tracing::info!(recovery_code = %code, \"opened\"); }",
            ),
            ("src-tauri/src/planted.rs", "fn open() { warn!(\"refused {passphrase}\"); }"),
            ("src-tauri/crates/core/src/planted.rs", "enum OpenFailure { Wrong { passphrase: String } }"),
            (
                "src-tauri/crates/vault/src/planted.rs",
                "#[derive(Clone, Debug)] pub struct DatabaseKey([u8; 32]);",
            ),
        ],
    );
}

#[test]
fn arrow_9_screens_keep_apart() {
    holds(
        screens::screens_keep_apart,
        &[
            (
                "ui/src/features/clients/Planted.svelte",
                "<script>\nimport X from '../handouts/X.svelte'\n</script>",
            ),
            (
                "ui/src/views/Planted.svelte",
                "<script>\nimport { invoke } from '@tauri-apps/api/core'\n</script>",
            ),
            ("ui/src/shared/planted.ts", "export { x } from '../features/clients/x'"),
        ],
    );
}

#[test]
fn arrow_10_migrations_never_change() {
    holds(migrations::migrations_never_change, &[("migrations/0099_planted.sql", "SELECT 1;")]);
    let project = Project::here().with("migrations/0099_planted.sql", "SELECT 1;");
    let landed = format!("{}  0099_planted.sql", "0".repeat(64));
    let edited = migrations::migrations_never_change(&project.with("tests/migrations.lock", &landed));
    assert!(edited.iter().any(|place| place.contains("was edited")), "an edit went unseen: {edited:?}");
    let gone =
        migrations::migrations_never_change(&Project::default().with("tests/migrations.lock", &landed));
    assert!(gone.iter().any(|place| place.contains("is gone")), "a removal went unseen: {gone:?}");
}
