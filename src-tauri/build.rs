//! Puts our own commands under Tauri's access list: a command that is not in the list cannot be called, and a listed
//! one only from the window whose capability names it.

#![expect(clippy::expect_used, reason = "a build that cannot continue stops with its reason")]

include!("src/command_list.rs");

macro_rules! names {
    ($($name:ident $slice:ident $permission:ident $kind:ident,)*) => { &[$(stringify!($name)),*] };
}

fn main() {
    const COMMANDS: &[&str] = command_list!(names);
    println!("cargo:rerun-if-changed=src/command_list.rs");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
        .expect("the build of the window");
}
