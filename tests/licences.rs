//! What is built in: every licence checked against a short list, and nothing that speaks to a network.

use std::collections::BTreeMap;
use std::process::Command;

use hegu_tests::project::Project;
use serde_json::Value;

/// Licences anyone may use, change and pass on with a notice, in any program.
const WELCOME: [&str; 17] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BlueOak-1.0.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages whose licence is not on the list, each with the reason why it may stay.
const NAMED: [(&str, &str, &str); 1] =
    [("svelte-toolbelt", "", "its LICENSE file says MIT, its package.json forgets to")];

#[test]
fn every_crate_has_a_licence_we_accept() {
    let output = cargo(&["metadata", "--format-version", "1"]);
    let metadata: Value = serde_json::from_str(&output).expect("cargo metadata is JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    let licences = packages.iter().map(|package| (text(&package["name"]), text(&package["license"])));
    refuse_strangers(licences.collect());
}

#[test]
fn every_npm_package_has_a_licence_we_accept() {
    let path = Project::root().join("ui/package-lock.json");
    let lock = std::fs::read_to_string(path).expect("ui has a lock file");
    let lock: Value = serde_json::from_str(&lock).expect("the lock file is JSON");
    let packages = lock["packages"].as_object().expect("a table of packages");
    let licences = packages.iter().filter(|(path, _)| !path.is_empty()).map(|(path, package)| {
        let name = path.rsplit("node_modules/").next().unwrap_or(path);
        (name.to_owned(), text(&package["license"]))
    });
    refuse_strangers(licences.collect());
}

#[test]
fn the_program_holds_no_network_client() {
    let clients =
        ["reqwest", "hyper", "h2", "ureq", "isahc", "curl", "rustls", "native-tls", "quinn", "tungstenite"];
    for target in ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin"] {
        let only = ["tree", "-p", "hegu", "-e", "normal", "--prefix", "none", "--target", target];
        let tree = cargo(&only);
        let names: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
        assert!(names.contains(&"hegu-core"), "the tree of {target} was not read");
        let found: Vec<&&str> = names.iter().filter(|name| clients.contains(name)).collect();
        assert!(
            found.is_empty(),
            "{target}: README promises that nothing leaves this computer, but {found:?}"
        );
    }
}

#[test]
fn a_licence_expression_is_read_with_its_choices() {
    assert!(is_welcome("MIT OR GPL-3.0-only"), "one acceptable choice is enough");
    assert!(is_welcome("(MIT OR GPL-2.0) AND Zlib"), "parentheses group");
    assert!(is_welcome("MIT/Apache-2.0"), "the old way of writing a choice");
    assert!(!is_welcome("MIT AND GPL-3.0-only"), "every part of an AND binds");
    assert!(!is_welcome("AGPL-3.0-only"), "copyleft of the whole program is refused");
    assert!(!is_welcome(""), "no licence is no permission");
}

/// What a cargo command says, asked without a network and without touching the lock file.
#[track_caller]
fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--locked"])
        .current_dir(Project::root())
        .output()
        .unwrap_or_else(|error| panic!("cargo {arguments:?}: {error}"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn refuse_strangers(licences: BTreeMap<String, String>) {
    assert!(licences.len() > 50, "only {} packages were seen", licences.len());
    let strangers: Vec<String> = licences
        .iter()
        .filter(|(name, licence)| {
            !is_welcome(licence) && !NAMED.iter().any(|(n, l, _)| n == name && l == licence)
        })
        .map(|(name, licence)| format!("{name}: {licence:?}"))
        .collect();
    assert!(
        strangers.is_empty(),
        "look for another package, or name the exception:\n{}",
        strangers.join("\n")
    );
}

/// Whether an SPDX expression can be met by welcome licences alone. AND binds closer than OR.
fn is_welcome(expression: &str) -> bool {
    split(expression, " OR ").iter().any(|choice| {
        split(choice, " AND ").iter().all(|part| {
            let part = part.trim();
            match part.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
                Some(inner) => is_welcome(inner),
                None if part.contains('/') => part.split('/').any(|choice| WELCOME.contains(&choice.trim())),
                None => WELCOME.contains(&part),
            }
        })
    })
}

/// Splits at a word, but not inside parentheses.
fn split<'a>(expression: &'a str, word: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut start, mut depth) = (0, 0);
    for (at, character) in expression.char_indices() {
        match character {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth == 0 && at >= start && expression[at..].starts_with(word) => {
                parts.push(&expression[start..at]);
                start = at + word.len();
            }
            _ => {}
        }
    }
    parts.push(&expression[start..]);
    parts
}
