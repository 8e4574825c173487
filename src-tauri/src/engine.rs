//! What the web engine on Linux is told beyond what Tauri tells it.

use tauri::{Manager, WebviewWindow};
use webkit2gtk::{SettingsExt, WebViewExt};

use crate::session::Shell;

/// Keeps no page in memory after it was left, because it showed records, and locks when the page's process has
/// crashed: what stands in the window then answers to nobody.
pub(crate) fn settle(window: &WebviewWindow) -> tauri::Result<()> {
    let app = window.app_handle().clone();
    window.with_webview(move |webview| {
        let view = webview.inner();
        if let Some(settings) = view.settings() {
            settings.set_enable_page_cache(false);
        }
        view.connect_web_process_terminated(move |_, reason| {
            tracing::error!(?reason, "the page's process ended");
            let shell = app.state::<Shell>().inner().clone();
            tauri::async_runtime::spawn(async move { shell.lock_without_the_page().await });
        });
    })
}
