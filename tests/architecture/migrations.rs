//! Migrations never change: arrow 10.

use std::collections::BTreeMap;

use hegu_tests::project::Project;
use sha2::{Digest, Sha256};

use crate::Broken;

/// One line for each migration: its SHA-256, two spaces, its file name (what `sha256sum` prints). A practice made
/// with an edited migration and one made before the edit would differ for ever, and the older one would not open.
const LOCK: &str = "tests/migrations.lock";

/// Arrow 10: A migration that has landed on main is never edited, renamed or removed.
pub(crate) fn migrations_never_change(project: &Project) -> Broken {
    let lock = project.text(LOCK).unwrap_or_default();
    let landed: BTreeMap<&str, &str> =
        lock.lines().filter_map(|line| line.split_once("  ")).map(|(sum, name)| (name, sum)).collect();
    let mut broken = Broken::new();
    for (path, text) in project.files("migrations/", &["sql"]) {
        let name = path.trim_start_matches("migrations/");
        let sum = hex(&Sha256::digest(text));
        match landed.get(name) {
            None => broken.push(format!("{path} is new: add this line to {LOCK}\n{sum}  {name}")),
            Some(landed) if **landed != sum => {
                broken.push(format!("{path} has landed and was edited: undo that and write a new migration"));
            }
            Some(_) => {}
        }
    }
    for name in landed.keys().filter(|name| project.text(&format!("migrations/{name}")).is_none()) {
        broken.push(format!("migrations/{name} has landed and is gone"));
    }
    broken
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
