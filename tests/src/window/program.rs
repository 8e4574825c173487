//! The program under test, and the machine it is started on.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;

use super::machine::Machine;

/// A program on a machine, with none of the tester's own environment.
pub(super) fn on(machine: &Machine, program: impl AsRef<OsStr>) -> Command {
    let output = std::fs::File::options().create(true).append(true).open(machine.output());
    let output = output.unwrap_or_else(|error| panic!("{error}"));
    let errors = output.try_clone().unwrap_or_else(|error| panic!("{error}"));
    let mut command = Command::new(program);
    command
        .env_clear()
        .envs(std::env::var_os("PATH").map(|path| ("PATH", path)))
        .envs(machine.folders())
        .env("DISPLAY", &machine.screen)
        .env("DBUS_SESSION_BUS_ADDRESS", &machine.bus)
        .env("DBUS_SYSTEM_BUS_ADDRESS", &machine.bus)
        .env("LANG", "en_CA.UTF-8")
        // Neither settings of a desktop nor its bus for assistive programs are here.
        .env("GSETTINGS_BACKEND", "memory")
        .env("NO_AT_BRIDGE", "1")
        .stdout(output)
        .stderr(errors);
    command
}

/// Where Cargo builds: the test itself runs from `<target>/debug/deps/`.
pub(super) fn target() -> PathBuf {
    let test = std::env::current_exe().unwrap_or_else(|error| panic!("{error}"));
    test.ancestors()
        .nth(3)
        .unwrap_or_else(|| panic!("{} is not below a target folder", test.display()))
        .to_owned()
}

/// The program, built as the tests are: for development, or as it ships.
pub(super) fn program() -> PathBuf {
    let build = if cfg!(debug_assertions) { "debug" } else { "release" };
    let program = target().join(build).join("hegu");
    assert!(program.exists(), "{} is missing: `make` builds it first", program.display());
    program
}
