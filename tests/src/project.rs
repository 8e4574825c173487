//! The project's sources as a tree of texts that a test can also change.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Made by tools or by other people's hands, and in no way ours to judge.
const NOT_SOURCES: [&str; 7] =
    [".git", "target", "node_modules", "dist", ".deps", ".svelte-kit", "screenshots"];

/// What a rule about the whole program reads.
const SOURCE_ENDINGS: [&str; 13] =
    ["rs", "toml", "ts", "js", "svelte", "css", "html", "sql", "json", "md", "py", "sh", "lock"];

/// A tree of source files: path from the top level, with `/`, to text.
#[derive(Debug, Clone, Default)]
pub struct Project {
    files: BTreeMap<String, String>,
}

impl Project {
    /// Where the repository is.
    #[must_use]
    pub fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
    }

    /// Reads this repository.
    ///
    /// # Panics
    /// When a file cannot be read: a rule must not pass because it saw half of the tree.
    #[must_use]
    pub fn here() -> Self {
        let mut project = Self::default();
        project.read_folder(&Self::root(), "");
        project
    }

    fn read_folder(&mut self, folder: &Path, prefix: &str) {
        let entries =
            std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for entry in entries {
            let entry = entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = entry.path();
            if path.is_dir() {
                if !NOT_SOURCES.contains(&name.as_str()) {
                    self.read_folder(&path, &format!("{prefix}{name}/"));
                }
            } else if is_source(&path) {
                let text =
                    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{prefix}{name}: {error}"));
                self.files.insert(format!("{prefix}{name}"), text);
            }
        }
    }

    /// The same tree with one file more, or with another text in it.
    #[must_use]
    pub fn with(&self, path: &str, text: &str) -> Self {
        let mut planted = self.clone();
        planted.files.insert(path.to_owned(), text.to_owned());
        planted
    }

    /// The text of one file, if it is there.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Path and text of every file under a folder (`""` for all) with one of these endings.
    pub fn files<'a>(
        &'a self,
        folder: &'a str,
        endings: &'a [&'a str],
    ) -> impl Iterator<Item = (&'a str, &'a str)> + 'a {
        self.files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .filter(move |(path, _)| path.starts_with(folder))
            .filter(move |(path, _)| endings.iter().any(|ending| path.ends_with(&format!(".{ending}"))))
    }

    /// Every manifest under a folder, read as TOML.
    ///
    /// # Panics
    /// When a manifest is not TOML.
    pub fn manifests<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, toml::Table)> + 'a {
        self.files(folder, &["toml"]).filter(|(path, _)| path.ends_with("Cargo.toml")).map(|(path, text)| {
            let table = text.parse::<toml::Table>().unwrap_or_else(|error| panic!("{path}: {error}"));
            (path, table)
        })
    }
}

fn is_source(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    SOURCE_ENDINGS.contains(&ending) && path.file_name().is_some_and(|name| name != "package-lock.json")
}

/// Names of everything a manifest depends on, of every kind and for every platform.
#[must_use]
pub fn dependencies(manifest: &toml::Table) -> Vec<String> {
    let mut names = Vec::new();
    for (section, value) in manifest {
        let Some(table) = value.as_table() else { continue };
        if section.ends_with("dependencies") {
            names.extend(table.keys().cloned());
        } else if section == "target" {
            names.extend(table.values().filter_map(toml::Value::as_table).flat_map(dependencies));
        }
    }
    names
}
