//! What the web engine on Linux is told beyond what Tauri tells it.

use std::cell::Cell;

use tauri::{Manager, WebviewWindow};
use webkit2gtk::{LoadEvent, SettingsExt, WebProcessTerminationReason, WebView, WebViewExt};

use crate::desktop::Page;
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
            if reason == WebProcessTerminationReason::TerminatedByApi {
                return;
            }
            tracing::error!(?reason, "the page's process ended");
            let shell = app.state::<Shell>().inner().clone();
            tauri::async_runtime::spawn(async move { shell.lock_without_the_page().await });
        });
        leave_no_process_behind(&view);
    })
}

/// The engine gives the memory of a page that was left back to itself and not to the system, names and notes in it: after
/// a minute of standing at the closed door they could still be read there. So the door that follows a page with records
/// stands in a process of its own, and the system wipes what the one before had. A driver of tests would lose the window
/// with the process and keeps it.
fn leave_no_process_behind(view: &WebView) {
    let showed_records = Cell::new(false);
    view.connect_load_changed(move |view, event| {
        if event != LoadEvent::Committed || view.is_controlled_by_automation() {
            return;
        }
        let Some(address) = view.uri() else { return };
        if !address.ends_with(Page::Closed.file()) {
            showed_records.set(true);
        } else if showed_records.take() {
            view.terminate_web_process();
            view.load_uri(&address);
        }
    });
}
