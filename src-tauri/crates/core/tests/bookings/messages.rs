//! What is written to people, and to whom it goes.

use hegu_core::bookings::{self, WriteMail};
use hegu_core::clients::{self, ClientInput, EmailInput, RegisterClient};
use hegu_core::people::Role;
use hegu_core::settings::{self, MachineSettings, MessageTexts};
use hegu_core::testing::ask;
use hegu_core::{Error, FieldProblem};

use super::clinic::{Clinic, register, wrong};

fn texts(reminder: &str, recall: &str) -> MessageTexts {
    MessageTexts {
        reminder: reminder.to_owned(),
        waiting: String::new(),
        recall: recall.to_owned(),
        called_off: String::new(),
        version: 1,
    }
}

#[tokio::test]
async fn the_practice_writes_in_its_own_words_and_every_place_in_them_is_known() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let kept = settings::change_texts(practice, texts(" See you {when}, {name}! ", "")).await.unwrap();
    assert_eq!((kept.reminder.as_str(), kept.version), ("See you {when}, {name}!", 2));
    let read = settings::read(practice, MachineSettings::default()).await.unwrap();
    assert_eq!(read.texts, kept);
    let stale = settings::change_texts(practice, texts("", "")).await;
    assert!(matches!(stale, Err(Error::Stale { version: 2, .. })), "{stale:?}");
    let unknown = settings::change_texts(practice, texts("{nmae}", "Come {when}")).await;
    let wanted = ["reminder", "recall"].map(|path| (path.to_owned(), FieldProblem::UnknownPlaceholder));
    assert_eq!(wrong(unknown), wanted, "whoever is due again has no visit yet");
    let desk = settings::change_texts(&practice.seating(Role::Receptionist), texts("", "")).await;
    assert!(matches!(desk, Err(Error::NotPermitted)), "{desk:?}");
}

#[tokio::test]
async fn a_message_goes_to_the_address_of_the_record_and_leaves_an_entry() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let may = ClientInput {
        given_name: "May".to_owned(),
        emails: vec![EmailInput::personal("may@example.org")],
        ..ClientInput::default()
    };
    let register_may = RegisterClient { client: may, despite_twins: true, draft: None };
    let may = clients::register(practice, register_may).await.unwrap().id;
    let write = |client: &str, subject: &str| WriteMail {
        client: client.to_owned(),
        subject: subject.to_owned(),
        text: "See you tomorrow.".to_owned(),
    };
    let address = bookings::mail(practice, write(&may, "Your visit")).await.unwrap();
    assert_eq!(address, "mailto:may@example.org?subject=Your%20visit&body=See%20you%20tomorrow.");
    bookings::mail_went_out(practice, &may).await.unwrap();
    let entries =
        ask(practice, "SELECT client FROM audit_entry WHERE action = 'mail_written'").await.unwrap();
    assert_eq!(entries, std::slice::from_ref(&may));
    let two_lines = bookings::mail(practice, write(&may, "Your visit\nBcc: x@example.org")).await;
    assert_eq!(wrong(two_lines), [("subject".to_owned(), FieldProblem::ControlCharacters)]);
    let nowhere = bookings::mail(practice, write(&register(practice, "Peter").await, "Your visit")).await;
    assert!(matches!(nowhere, Err(Error::NotFound)), "{nowhere:?}");
    let associate = bookings::mail(&practice.seating(Role::Associate), write(&may, "Your visit")).await;
    assert!(matches!(associate, Err(Error::NotPermitted)), "{associate:?}");
}
