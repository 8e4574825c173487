//! What the screens may import: arrow 9.

use hegu_tests::project::Project;
use hegu_tests::web;

use crate::Broken;

const FEATURES: &str = "ui/src/features/";

/// Arrow 9: `ui/src/features/a` → `ui/src/features/b`; anything but `ui/src/ipc` → `@tauri-apps/*`;
/// `ui/src/shared` → features.
pub(crate) fn screens_keep_apart(project: &Project) -> Broken {
    let mut broken = Broken::new();
    for (file, text) in project.files("ui/src/", &["ts", "js", "svelte"]) {
        for (line, import) in web::imports(text) {
            let target = web::resolve(file, &import);
            let place = format!("{file}:{line}: imports {target}");
            if import.starts_with("@tauri-apps/") && !file.starts_with("ui/src/ipc/") {
                broken.push(format!("{place} outside ui/src/ipc"));
            }
            let Some(theirs) = feature(&target) else { continue };
            if feature(file).is_some_and(|own| own != theirs) {
                broken.push(format!("{place}, another feature"));
            }
            if file.starts_with("ui/src/shared/") {
                broken.push(format!("{place}, a feature, from what knows no domain"));
            }
        }
    }
    broken
}

fn feature(path: &str) -> Option<&str> {
    path.strip_prefix(FEATURES)?.split('/').next()
}
