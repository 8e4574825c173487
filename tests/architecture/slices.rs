//! What slices may do to each other and to the database: arrows 3 to 6.

use hegu_tests::project::Project;
use hegu_tests::rust::{self, Lexeme, Token};

use crate::crates::{SQL, names};
use crate::{Broken, CORE};

/// The folders of the core that are slices: what the practitioner would name.
const SLICES: [&str; 14] = [
    "clients",
    "alerts",
    "correspondence",
    "health",
    "notes",
    "bookings",
    "consent",
    "handouts",
    "outcomes",
    "people",
    "audit",
    "backup",
    "exchange",
    "settings",
];

/// Arrow 3: `model.rs` and pure-rule files → sqlx, tokio, fs, clock. A rule is any file of a slice that is given no
/// practice, reader, change or draft: it can only work on values, so it must not fetch them by itself either.
/// What belongs to the machine and not to the practice is outside: its key in the keyring, its settings file, the copies
/// on its disks.
pub(crate) fn rules_are_pure(project: &Project) -> Broken {
    let mut broken = Broken::new();
    for slice in SLICES {
        let folder = format!("{CORE}src/{slice}/");
        for (file, text) in project.files(&folder, &["rs"]) {
            let given = ["Practice", "Reader", "Change", "Draft", "Connection", "SqliteConnection"];
            let tokens = rust::read(text);
            let takes_one = tokens.iter().filter_map(Lexeme::word).any(|word| given.contains(&word));
            let of_the_machine =
                ["device_key.rs", "mod.rs", "store.rs", "settings/machine.rs", "backup/superseded.rs"]
                    .iter()
                    .any(|name| file.ends_with(name))
                    || file.contains("/backup/outside/") && !file.ends_with("/model.rs");
            if file.ends_with("/model.rs") || !(takes_one || of_the_machine) {
                let outside =
                    ["std::time::SystemTime", "std::time::Instant", "Utc::now", "Local::now", "std::fs"];
                broken.extend(names(project, file, &[&SQL, &["tokio"], &outside], &[]));
            }
        }
    }
    broken
}

/// Arrow 4: A slice → another slice's `store`: every store is private to its folder, and nobody names another's.
pub(crate) fn stores_are_private(project: &Project) -> Broken {
    let mut broken = Broken::new();
    for (file, text) in project.files(&format!("{CORE}src/"), &["rs"]) {
        let tokens = rust::read(text);
        for window in tokens.windows(3) {
            let declares = window[1].word() == Some("mod") && window[2].word() == Some("store");
            let openly = window[0].word() == Some("pub") || window[0].token == Token::Mark(')');
            if declares && openly {
                broken.push(format!("{file}:{}: opens its store", window[1].line));
            }
        }
        let own = file.trim_start_matches(&format!("{CORE}src/")).split('/').next().unwrap_or_default();
        for (line, path) in rust::paths(&tokens) {
            let other = path
                .windows(2)
                .find(|pair| pair[1] == "store" && !["self", "super", own].contains(&pair[0].as_str()));
            broken.extend(other.map(|pair| format!("{file}:{line}: reads the store of {}", pair[0])));
        }
    }
    broken
}

/// Arrow 5: Any write → database except through `Change`, and drafts through theirs. The database folder, the audit
/// trail (written by `Change` itself) and what begins and ends transactions are the machinery below that rule;
/// opening keeps one row of its own, `practice_meta`, from before there is a practice to change. What a slice has erased is no SQL
/// before `erasure::store`, which takes a `Change`, says which `{record}` it is about.
pub(crate) fn writes_take_a_change(project: &Project) -> Broken {
    let machinery = ["db/", "audit/store.rs", "change.rs", "drafts/store.rs", "practice.rs", "testing/"];
    let mut broken = Broken::new();
    for (file, text) in project.files(&format!("{CORE}src/"), &["rs"]) {
        if machinery.iter().any(|below| file.starts_with(&format!("{CORE}src/{below}"))) {
            continue;
        }
        let tokens = rust::read(text);
        let permitted: Vec<_> = rust::functions(&tokens)
            .into_iter()
            .filter(|function| function.signature.iter().any(|lexeme| lexeme.word() == Some("Change")))
            .map(|function| function.body)
            .collect();
        let own_row = file.starts_with(&format!("{CORE}src/opening/"));
        let writes = tokens.iter().enumerate().filter(|(_, lexeme)| {
            lexeme.text().is_some_and(|text| {
                is_write(text) && !(own_row && text.contains(" practice_meta ")) && !text.contains("{record}")
            })
        });
        broken.extend(
            writes
                .filter(|(at, _)| !permitted.iter().any(|body| body.contains(at)))
                .map(|(_, lexeme)| format!("{file}:{}: writes without a Change", lexeme.line)),
        );
    }
    broken
}

fn is_write(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let verb = words.next().unwrap_or_default();
    let object = words.next().unwrap_or_default();
    match verb {
        "INSERT" | "REPLACE" => object == "INTO" || object == "OR",
        "DELETE" => object == "FROM",
        "UPDATE" | "CREATE" | "DROP" | "ALTER" => !object.is_empty(),
        _ => false,
    }
}

/// Arrow 6: audit → any slice: it receives subjects as ids, and knows only who may act.
pub(crate) fn audit_knows_no_slice(project: &Project) -> Broken {
    let mut broken = Broken::new();
    for (file, text) in project.files(&format!("{CORE}src/audit/"), &["rs"]) {
        for (line, path) in rust::paths(&rust::read(text)) {
            let slice = SLICES
                .iter()
                .find(|slice| !["audit", "people"].contains(*slice) && path.iter().any(|s| s == *slice));
            broken.extend(slice.map(|slice| format!("{file}:{line}: names the slice {slice}")));
        }
    }
    broken
}
