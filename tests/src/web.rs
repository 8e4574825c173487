//! What TypeScript and Svelte sources import.

/// Every module a source imports or re-exports from: line, and the module as written.
#[must_use]
pub fn imports(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut in_comment = false;
    for (number, line) in source.lines().enumerate() {
        let line = line.trim_start();
        in_comment |= line.starts_with("/*") || line.starts_with("<!--");
        let ended = line.contains("*/") || line.contains("-->");
        if !in_comment && !line.starts_with("//") {
            for start in ["from '", "from \"", "import '", "import \"", "import('", "import(\""] {
                for (at, _) in line.match_indices(start) {
                    let rest = &line[at + start.len()..];
                    found
                        .extend(rest.split(['\'', '"']).next().map(|module| (number + 1, module.to_owned())));
                }
            }
        }
        in_comment &= !ended;
    }
    found
}

/// The path from the top level that a relative import means; any other import stays as written.
#[must_use]
pub fn resolve(file: &str, import: &str) -> String {
    if !import.starts_with('.') {
        return import.to_owned();
    }
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in import.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_importing_is_found_and_comments_are_not() {
        let source = "import a from './a'\nimport \"b\"\nexport * from \"c\"\nconst d = await import('d')\n\
                      // import x from 'x'\n/* import\n import y from 'y' */\nlet text = 'nothing'";
        let modules: Vec<String> = imports(source).into_iter().map(|(_, module)| module).collect();
        assert_eq!(modules, ["./a", "b", "c", "d"]);
    }

    #[test]
    fn a_relative_import_is_read_from_the_folder_of_its_file() {
        assert_eq!(resolve("ui/src/features/a/A.svelte", "../b/B.svelte"), "ui/src/features/b/B.svelte");
        assert_eq!(resolve("ui/src/features/a/A.svelte", "svelte"), "svelte");
    }
}
