//! A window of the mock runtime over a temporary practice, with dialogs that the test answers.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use hegu_core::Practice;
use hegu_core::people::Role;
use hegu_core::testing::{create, premises, seated_as};
use hegu_shell::{Desktop, Page, Places, Printing, Said, Shell};
use serde_json::{Value, json};
use tauri::Manager;
use tauri::ipc::{CallbackFn, InvokeBody, InvokeResponseBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets};
use tauri::webview::InvokeRequest;
use tempfile::TempDir;

const ARTICLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/articles/acupuncture-for-back-pain.txt");

/// A desktop whose dialogs are answered by the test.
#[derive(Default)]
pub(crate) struct Answering {
    open: Option<PathBuf>,
    pub(crate) picture: Mutex<Option<PathBuf>>,
    pub(crate) files: Mutex<Vec<PathBuf>>,
    pub(crate) copy: Mutex<Option<PathBuf>>,
    pub(crate) folder: Mutex<Option<PathBuf>>,
    save: Option<PathBuf>,
    pub(crate) shown: Mutex<Vec<Page>>,
    pub(crate) said: Mutex<Vec<String>>,
    pub(crate) prints: AtomicBool,
    pub(crate) printed: Mutex<Vec<(String, Vec<u8>)>>,
    pub(crate) opened: Mutex<Vec<PathBuf>>,
    pub(crate) mails: Mutex<Vec<String>>,
}

impl Desktop for Answering {
    fn show(&self, page: Page) {
        self.shown.lock().unwrap().push(page);
    }

    /// The page of a mock window leaves by itself.
    fn shows(&self, _page: Page) -> bool {
        true
    }

    fn say(&self, said: Said) {
        self.said.lock().unwrap().push(said.event().to_owned());
    }

    fn ask_for_text_file(&self) -> Option<PathBuf> {
        self.open.clone()
    }

    fn ask_for_picture(&self) -> Option<PathBuf> {
        self.picture.lock().unwrap().clone()
    }

    fn ask_for_files(&self) -> Vec<PathBuf> {
        self.files.lock().unwrap().clone()
    }

    fn ask_for_copy(&self) -> Option<PathBuf> {
        self.copy.lock().unwrap().clone()
    }

    fn ask_for_folder(&self) -> Option<PathBuf> {
        self.folder.lock().unwrap().clone()
    }

    fn ask_where_to_save(&self, _file_name: &str) -> Option<PathBuf> {
        self.save.clone()
    }

    fn print(&self, title: &str, pdf: &[u8]) -> Printing {
        if !self.prints.load(Ordering::Relaxed) {
            return Printing::Unavailable;
        }
        self.printed.lock().unwrap().push((title.to_owned(), pdf.to_vec()));
        Printing::Sent
    }

    fn open(&self, pdf: &Path) -> std::io::Result<()> {
        self.opened.lock().unwrap().push(pdf.to_owned());
        Ok(())
    }

    fn write_mail(&self, address: &str) -> std::io::Result<()> {
        self.mails.lock().unwrap().push(address.to_owned());
        Ok(())
    }
}

pub(crate) struct Window {
    webview: tauri::WebviewWindow<MockRuntime>,
    app: tauri::App<MockRuntime>,
    pub(crate) desktop: Arc<Answering>,
    pub(crate) folder: TempDir,
}

impl Drop for Window {
    /// The connection is let go of before the process ends: SQLCipher's clean-up at its end crashes where a thread is still
    /// at it (see `end_process`), and a test would fail after it passed.
    fn drop(&mut self) {
        drop(self.ask("session_lock", json!({})));
    }
}

impl Window {
    /// A window over an empty folder.
    pub(crate) fn closed() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desktop = Arc::new(Answering {
            open: Some(PathBuf::from(ARTICLE)),
            prints: AtomicBool::new(true),
            save: Some(folder.path().join("saved.pdf")),
            ..Answering::default()
        });
        let mut places =
            Places::below(&folder.path().join("data"), &folder.path().join("settings"), folder.path());
        let premises = premises(folder.path());
        places.practice.clone_from(&premises.folder);
        let shell = Shell::over(places, premises, Arc::clone(&desktop) as Arc<dyn Desktop>);
        let app = mock_builder()
            .manage(shell)
            .invoke_handler(hegu_shell::handler::<MockRuntime>())
            .build(mock_context(noop_assets()))
            .unwrap();
        let webview = tauri::WebviewWindowBuilder::new(&app, "main", Default::default()).build().unwrap();
        Self { webview, app, desktop, folder }
    }

    /// A window over an open practice.
    pub(crate) fn open() -> Self {
        let window = Self::closed();
        let premises = premises(window.folder.path());
        tauri::async_runtime::block_on(async {
            let practice = create(&premises).await.unwrap();
            window.app.state::<Shell>().enter(practice).await;
        });
        window
    }

    /// A window over an open practice at which somebody of this role sits, and that practice.
    pub(crate) fn open_as(role: Role) -> (Self, Practice) {
        let window = Self::closed();
        let premises = premises(window.folder.path());
        let practice = tauri::async_runtime::block_on(async {
            let practice = seated_as(&create(&premises).await.unwrap(), role);
            window.app.state::<Shell>().enter(practice.clone()).await;
            practice
        });
        (window, practice)
    }

    pub(crate) fn ask(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.into(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().unwrap(),
            body: InvokeBody::Json(arguments),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(&self.webview, request).map(|answer| match answer {
            InvokeResponseBody::Raw(bytes) => json!({ "bytes": bytes.len(), "start": bytes[..4] }),
            answer => answer.deserialize().unwrap(),
        })
    }

    pub(crate) fn happy(&self, command: &str, arguments: Value) -> Value {
        self.ask(command, arguments).unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    pub(crate) fn code(&self, command: &str, arguments: Value) -> Value {
        self.ask(command, arguments).err().unwrap_or_else(|| panic!("{command} was not refused"))["code"]
            .clone()
    }
}
