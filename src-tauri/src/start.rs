//! From the process to the window, and out again.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use tauri::{Manager, RunEvent};

use crate::backups;
use crate::commands;
use crate::idle;
use crate::log_file;
use crate::menu;
use crate::places::Places;
use crate::session::Shell;
#[cfg(target_os = "linux")]
use crate::system_events;
use crate::window::{self, RealDesktop};

/// Settles what must be settled before the first thread and before the web engine: memory of this process is never
/// written to a crash file, and the engine's environment is what it needs to draw. An environment can only be changed
/// safely by starting the program again, so it does.
pub fn prepare_process() {
    forbid_crash_files();
    #[cfg(target_os = "linux")]
    restart_with_environment();
}

/// A crash file would hold keys and records.
pub(crate) fn forbid_crash_files() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let nothing = Rlimit { current: Some(0), maximum: Some(0) };
        if setrlimit(Resource::Core, nothing).is_err() {
            tracing::warn!("crash files could not be forbidden");
        }
    }
}

#[cfg(target_os = "linux")]
fn restart_with_environment() {
    use std::os::unix::process::CommandExt;
    const DMABUF: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    const AUTOMATION: &str = "TAURI_WEBVIEW_AUTOMATION";
    // With NVIDIA's driver the engine's faster renderer shows an empty window.
    let needs_plain_renderer =
        Path::new("/proc/driver/nvidia/version").exists() && std::env::var_os(DMABUF).is_none();
    // Only the build for the journeys lets another program drive the window.
    let must_refuse_driver = !cfg!(feature = "automation") && std::env::var_os(AUTOMATION).is_some();
    if !needs_plain_renderer && !must_refuse_driver {
        return;
    }
    let Ok(program) = std::env::current_exe() else { return };
    let mut again = std::process::Command::new(program);
    again.args(std::env::args_os().skip(1)).env_remove(AUTOMATION);
    if needs_plain_renderer {
        again.env(DMABUF, "1");
    }
    // Returns only when it failed; then the window opens with the environment as it is.
    drop(again.exec());
}

/// Opens the window and returns when it is closed.
pub fn run() -> ExitCode {
    let mut builder = tauri::Builder::default();
    // Only a comfort, and it needs the session bus: without one it would not fail quietly. The lock in the practice's
    // folder is what keeps two programs apart.
    if has_session_bus() {
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| {
            if let Some(window) = app.get_webview_window("main") {
                drop(window.unminimize());
                drop(window.set_focus());
            }
        }));
    }
    let built = builder
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .plugin(tauri_plugin_dialog::init())
        .menu(menu::build)
        .on_menu_event(|app, event| menu::chosen(app, event.id().as_ref()))
        .invoke_handler(commands::handler())
        .setup(|app| {
            let paths = app.path();
            let run_time = paths.runtime_dir().or_else(|_| paths.app_cache_dir())?;
            let places = Places::below(&paths.app_data_dir()?, &paths.app_config_dir()?, &run_time);
            log_file::start(&places.log);
            clear_left_behind(&run_time);
            let shell = Shell::new(places.clone(), Arc::new(RealDesktop(app.handle().clone())));
            tauri::async_runtime::spawn(idle::watch(shell.clone()));
            tauri::async_runtime::spawn(backups::watch(shell.clone()));
            #[cfg(target_os = "linux")]
            tauri::async_runtime::spawn(system_events::listen(shell.clone()));
            app.manage(shell);
            window::open(app.handle(), &places)?;
            Ok(())
        })
        .build(tauri::generate_context!());
    let app = match built {
        Ok(app) => app,
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            return ExitCode::FAILURE;
        }
    };
    let code = app.run_return(|app, event| {
        if let RunEvent::Exit = event {
            leave(app);
        }
    });
    ExitCode::from(u8::try_from(code).unwrap_or(1))
}

/// Locks, so that everything is in the main file and no key outlives the window, and clears what was to pass with it.
fn leave(app: &tauri::AppHandle) {
    let shell = app.state::<Shell>();
    if let Err(error) = tauri::async_runtime::block_on(shell.lock()) {
        tracing::error!(?error, "lock at the end");
    }
    drop(std::fs::remove_dir_all(&shell.places.passing));
}

/// Removes what a program that was killed left in its own folder: it could not do so itself.
fn clear_left_behind(run_time: &Path) {
    let Ok(entries) = std::fs::read_dir(run_time) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let process =
            name.to_str().and_then(|name| name.strip_prefix("hegu-")).and_then(|id| id.parse::<u32>().ok());
        let gone = process
            .is_some_and(|id| cfg!(target_os = "linux") && !Path::new(&format!("/proc/{id}")).exists());
        if gone && let Err(error) = std::fs::remove_dir_all(entry.path()) {
            tracing::warn!(%error, "what a killed program left behind could not be removed");
        }
    }
}

fn has_session_bus() -> bool {
    if !cfg!(target_os = "linux") || std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some() {
        return true;
    }
    std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|folder| Path::new(&folder).join("bus").exists())
}
