//! A message for the mail program, and the calendar on paper in a folder that the dialog answered with.

use serde_json::{Value, json};

use super::arguments::register;
use super::mock_window::Window;

#[test]
fn a_message_goes_to_the_mail_program_with_the_address_that_the_record_has() {
    let window = Window::open();
    let mut may = register("May");
    may["input"]["client"]["emails"] = json!([{ "kind": "personal", "email": "may@example.org" }]);
    let may = window.happy("clients_register", may)["id"].clone();
    let write =
        |subject: &str| json!({ "input": { "client": may, "subject": subject, "text": "Until then." } });
    window.happy("waiting_write_mail", write("Your visit"));
    let mails = window.desktop.mails.lock().unwrap().clone();
    assert_eq!(mails, ["mailto:may@example.org?subject=Your%20visit&body=Until%20then."]);
    let refused = window.ask("waiting_write_mail", write(" ")).unwrap_err();
    assert_eq!(refused["fields"][0]["path"], "subject");
    assert_eq!(window.desktop.mails.lock().unwrap().len(), 1, "nothing was opened for it");
}

#[test]
fn the_folder_of_the_paper_is_asked_for_by_the_dialog_and_never_by_the_page() {
    let window = Window::open();
    let nowhere = window.happy("clinic_choose_week_paper", json!({}));
    assert_eq!(nowhere["folder"], Value::Null, "the dialog was closed");
    let folder = window.folder.path().join("at home");
    std::fs::create_dir(&folder).unwrap();
    *window.desktop.folder.lock().unwrap() = Some(folder.clone());
    let chosen = window.happy("clinic_choose_week_paper", json!({}));
    assert_eq!(chosen["folder"], folder.display().to_string());
    let kept = window.happy("clinic_week_paper", json!({}));
    assert!(kept["paper"]["written"].is_i64(), "{kept}");
    assert!(folder.join(kept["paper"]["file"].as_str().unwrap()).exists());
    window.happy("clinic_forget_week_paper", json!({}));
    assert_eq!(window.happy("clinic_week_paper", json!({}))["paper"], Value::Null);
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0, "no paper is left that nobody keeps current");
}
