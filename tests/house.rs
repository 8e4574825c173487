//! The house rules: what lies where, how long a file may be, and why each dependency is here.

use hegu_tests::project::Project;

/// Written by a tool, so their length says nothing.
const GENERATED: [&str; 1] = ["ui/src/ipc/bindings.ts"];

const LONGEST_FILE: usize = 350;

/// What may lie at the top level. Hidden names are configuration that tools demand there.
const TOP_LEVEL: [&str; 16] = [
    ".cargo",
    ".ci",
    ".clippy.toml",
    ".config",
    ".gitignore",
    ".rustfmt.toml",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "Makefile",
    "README.md",
    "migrations",
    "src-tauri",
    "tests",
    "ui",
];

#[test]
fn the_top_level_holds_what_the_readme_says() {
    // What Git does not keep is the machine's own business: build output, Node and Python in `.deps`.
    let ignored: Vec<String> = std::fs::read_to_string(Project::root().join(".gitignore"))
        .expect("the repository has a .gitignore")
        .lines()
        .map(|line| line.trim_start_matches('/').to_owned())
        .collect();
    let strangers: Vec<String> = std::fs::read_dir(Project::root())
        .expect("the repository can be listed")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name != ".git" && !ignored.contains(name) && !TOP_LEVEL.contains(&name.as_str()))
        .collect();
    assert!(strangers.is_empty(), "not at home at the top level: {strangers:?}");
}

#[test]
fn every_dependency_says_why_it_is_here() {
    let project = Project::here();
    let manifest = project.text("Cargo.toml").expect("the workspace has a manifest");
    let silent: Vec<&str> = section(manifest, "[workspace.dependencies]")
        .filter(|line| line.contains('=') && !line.starts_with('#') && !line.starts_with("hegu-"))
        .filter(|line| line.rsplit_once(" # ").is_none_or(|(_, why)| why.split_whitespace().count() < 2))
        .collect();
    assert!(silent.is_empty(), "add a trailing comment that says why:\n{}", silent.join("\n"));
}

#[test]
fn versions_and_lints_are_written_once() {
    for (file, manifest) in Project::here().manifests("") {
        if file == "Cargo.toml" {
            continue;
        }
        assert_eq!(
            manifest["lints"]["workspace"].as_bool(),
            Some(true),
            "{file} has a lint table of its own"
        );
        for (section, table) in manifest.iter().filter(|(section, _)| section.ends_with("dependencies")) {
            for (name, dependency) in table.as_table().expect("a table of dependencies") {
                let shared = dependency.get("workspace").and_then(toml::Value::as_bool) == Some(true);
                // A package may name itself by its path, to test with one of its own features.
                let own = dependency.get("path").is_some();
                assert!(shared || own, "{file} gives {name} in [{section}] a version of its own");
            }
        }
    }
}

#[test]
fn no_file_is_longer_than_a_reader_can_hold() {
    let project = Project::here();
    let long: Vec<String> = project
        .files("", &["rs", "ts", "svelte", "css", "sql", "py"])
        .filter(|(path, _)| !GENERATED.contains(path))
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST_FILE)
        .map(|(path, lines)| format!("{path}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "each of these is two things:\n{}", long.join("\n"));
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here, so that this file does not find itself.
    let marks =
        [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:"), concat!("unimple", "mented!(")];
    let project = Project::here();
    let unfinished: Vec<String> = project
        .files("", &["rs", "ts", "js", "svelte", "css", "sql", "py", "html", "toml", "md"])
        .flat_map(|(path, text)| text.lines().enumerate().map(move |(number, line)| (path, number + 1, line)))
        .filter(|(_, _, line)| marks.iter().any(|mark| line.contains(mark)))
        .map(|(path, number, line)| format!("{path}:{number}: {}", line.trim()))
        .collect();
    assert!(unfinished.is_empty(), "finish or remove:\n{}", unfinished.join("\n"));
}

#[test]
fn every_picture_the_readme_shows_is_there() {
    let project = Project::here();
    let readme = project.text("README.md").expect("the repository has a README");
    for path in readme.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
        let outside = path.starts_with("http") || path.starts_with('#');
        assert!(
            outside || Project::root().join(path).exists(),
            "README.md points to {path}, which is not there"
        );
    }
}

/// The lines of one section of a manifest, up to the next header.
fn section<'a>(manifest: &'a str, header: &'a str) -> impl Iterator<Item = &'a str> {
    manifest.lines().skip_while(move |line| *line != header).skip(1).take_while(|line| !line.starts_with('['))
}
