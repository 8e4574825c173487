//! The one window: where it may go (nowhere), what may be dropped on it, and how it asks.

use std::path::{Path, PathBuf};

use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, DragDropEvent, Emitter, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    WindowEvent,
};
use tauri_plugin_dialog::DialogExt;

use crate::desktop::{Desktop, Page, Printing, Said};
use crate::incoming::{Held, PICTURE_ENDINGS};
use crate::places::Places;
use crate::session::Shell;

/// The window's name, which its capability names.
const MAIN: &str = "main";

/// A reserved port of this computer at which nothing listens.
#[cfg(not(target_os = "macos"))]
const NO_PROXY_IS_HERE: &str = "http://127.0.0.1:1";

/// Opens the window on the closed page.
pub(crate) fn open(app: &AppHandle, places: &Places) -> tauri::Result<()> {
    // Only `make dev` names one, to reload changed screens from it.
    let dev = app.config().build.dev_url.clone();
    let workshop = dev.clone();
    let builder = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::App(Page::Closed.file().into()))
        .title("Hegu")
        .inner_size(1280.0, 860.0)
        .min_inner_size(800.0, 600.0)
        .data_directory(places.web_engine.clone())
        // What is typed here is never offered by the engine's own memory of forms.
        .general_autofill_enabled(false)
        .on_navigation(move |url| is_own_page(url, workshop.as_ref()))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    // The engine asks a link's address before it asks whether a download is allowed, and connects ahead for a page
    // that wants it: all of that ends at a proxy that does not exist. Our own pages come without a network.
    #[cfg(not(target_os = "macos"))]
    let builder = match Url::parse(NO_PROXY_IS_HERE) {
        Ok(nowhere) if dev.is_none() => builder.proxy_url(nowhere),
        _ => builder,
    };
    let window = builder.build()?;
    #[cfg(target_os = "linux")]
    crate::engine::settle(&window)?;
    let handle = app.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::DragDrop(event) => dropped(&handle, event),
        WindowEvent::CloseRequested { api, .. } => {
            api.prevent_close();
            quit(&handle);
        }
        _ => {}
    });
    Ok(())
}

/// Ends the program once the page has kept what is being typed, or a moment later when it does not answer.
pub(crate) fn quit(app: &AppHandle) {
    let (app, shell) = (app.clone(), app.state::<Shell>().inner().clone());
    tauri::async_runtime::spawn(async move {
        shell.lock_if_open().await;
        app.exit(0);
    });
}

/// Fills the screen, or goes back to the size before.
pub(crate) fn change_full_screen(app: &AppHandle) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    let changed = window.is_fullscreen().and_then(|full| window.set_fullscreen(!full));
    if let Err(error) = changed {
        tracing::error!(%error, "change the full screen");
    }
}

/// The program's own pages, and nothing else anywhere; while Hegu is edited, also those that `make dev` serves.
fn is_own_page(url: &Url, dev: Option<&Url>) -> bool {
    let own = match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    };
    own || dev.is_some_and(|dev| dev.origin() == url.origin())
}

/// Where the program's own pages are.
fn own_address() -> Option<Url> {
    Url::parse(if cfg!(windows) { "http://tauri.localhost/" } else { "tauri://localhost/" }).ok()
}

/// Keeps the dropped file's path on this side and tells the window that there is one.
fn dropped(app: &AppHandle, event: &DragDropEvent) {
    let shell = app.state::<Shell>();
    match event {
        DragDropEvent::Enter { paths, .. } => shell.desktop.say(Said::Hover(Some(Held::of(paths)))),
        DragDropEvent::Leave => shell.desktop.say(Said::Hover(None)),
        DragDropEvent::Drop { paths, .. } => {
            shell.desktop.say(Said::Hover(None));
            *shell.dropped.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = paths.clone();
            shell.desktop.say(Said::Dropped(Held::of(paths)));
        }
        _ => {}
    }
}

/// The desktop of a running program.
pub(crate) struct RealDesktop(pub(crate) AppHandle);

impl RealDesktop {
    fn window(&self) -> Option<WebviewWindow> {
        self.0.get_webview_window(MAIN)
    }
}

impl Desktop for RealDesktop {
    fn show(&self, page: Page) {
        let Some(window) = self.window() else { return };
        // A page whose process has crashed has no address any more.
        let here = window.url().ok().filter(Url::has_host).or_else(own_address);
        let target = here.and_then(|here| here.join(&format!("/{}", page.file())).ok());
        let moved = target.ok_or(tauri::Error::WebviewNotFound).and_then(|target| window.navigate(target));
        if let Err(error) = moved {
            tracing::error!(%error, "show a page");
        }
    }

    fn shows(&self, page: Page) -> bool {
        self.window()
            .and_then(|window| window.url().ok())
            .is_some_and(|url| url.path().ends_with(page.file()))
    }

    fn say(&self, said: Said) {
        if let Err(error) = self.0.emit_to(MAIN, said.event(), &said) {
            tracing::error!(%error, event = said.event(), "say something to the window");
        }
    }

    fn ask_for_text_file(&self) -> Option<PathBuf> {
        let dialog =
            self.0.dialog().file().add_filter("Text or Markdown", &["txt", "text", "md", "markdown"]);
        self.of_window(dialog).blocking_pick_file().and_then(|path| path.into_path().ok())
    }

    fn ask_for_picture(&self) -> Option<PathBuf> {
        let dialog = self.0.dialog().file().add_filter("PNG or JPEG", &PICTURE_ENDINGS);
        self.of_window(dialog).blocking_pick_file().and_then(|path| path.into_path().ok())
    }

    fn ask_for_files(&self) -> Vec<PathBuf> {
        let dialog = self.of_window(self.0.dialog().file());
        let chosen = dialog.blocking_pick_files().unwrap_or_default();
        chosen.into_iter().filter_map(|path| path.into_path().ok()).collect()
    }

    fn ask_for_copy(&self) -> Option<PathBuf> {
        let dialog = self.0.dialog().file().add_filter("Hegu", &["hegubak"]);
        self.of_window(dialog).blocking_pick_file().and_then(|path| path.into_path().ok())
    }

    fn ask_for_folder(&self) -> Option<PathBuf> {
        let dialog = self.of_window(self.0.dialog().file());
        dialog.blocking_pick_folder().and_then(|path| path.into_path().ok())
    }

    fn ask_where_to_save(&self, file_name: &str) -> Option<PathBuf> {
        let dialog = self.0.dialog().file().set_file_name(file_name);
        let dialog = match Path::new(file_name).extension().and_then(|ending| ending.to_str()) {
            Some(ending) => dialog.add_filter(ending.to_uppercase(), &[ending]),
            None => dialog,
        };
        self.of_window(dialog).blocking_save_file().and_then(|path| path.into_path().ok())
    }

    #[cfg(target_os = "linux")]
    fn print(&self, title: &str, pdf: &[u8]) -> Printing {
        crate::portal::print(title, pdf)
    }

    #[cfg(target_os = "linux")]
    fn open(&self, pdf: &Path) -> std::io::Result<()> {
        crate::portal::open(pdf)
    }

    #[cfg(target_os = "linux")]
    fn write_mail(&self, address: &str) -> std::io::Result<()> {
        crate::portal::write_mail(address)
    }

    /// People print from the system's viewer here.
    #[cfg(not(target_os = "linux"))]
    fn print(&self, _title: &str, _pdf: &[u8]) -> Printing {
        Printing::Unavailable
    }

    #[cfg(not(target_os = "linux"))]
    fn open(&self, pdf: &Path) -> std::io::Result<()> {
        let opener = if cfg!(windows) { "explorer" } else { "open" };
        std::process::Command::new(opener).arg(pdf).spawn().map(drop)
    }

    #[cfg(not(target_os = "linux"))]
    fn write_mail(&self, address: &str) -> std::io::Result<()> {
        let opener = if cfg!(windows) { "explorer" } else { "open" };
        std::process::Command::new(opener).arg(address).spawn().map(drop)
    }
}

impl RealDesktop {
    /// A dialog belongs to the window, or it could open behind it.
    fn of_window(
        &self,
        dialog: tauri_plugin_dialog::FileDialogBuilder<tauri::Wry>,
    ) -> tauri_plugin_dialog::FileDialogBuilder<tauri::Wry> {
        match self.window() {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_shows_its_own_pages_and_no_other_address_of_this_computer() {
        let may = |url: &str, dev: Option<&str>| {
            let parsed = |url: &str| Url::parse(url).unwrap();
            is_own_page(&parsed(url), dev.map(parsed).as_ref())
        };
        assert!(may("tauri://localhost/open.html", None));
        for other in [
            "http://localhost:5173/",
            "http://localhost/",
            "file:///etc/passwd",
            "data:text/html,x",
            "tauri://else/",
        ] {
            assert!(!may(other, None), "{other}");
        }
        let dev = Some("http://localhost:5173/");
        assert!(may("http://localhost:5173/open.html", dev));
        assert!(!may("http://localhost:8080/", dev), "another program of this computer");
    }
}
