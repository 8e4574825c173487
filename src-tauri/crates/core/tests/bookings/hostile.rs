//! Whatever is typed into the diary comes back as it was typed, or is refused at its field.

use hegu_core::bookings::{
    self, AskAgain, Book, BookingStatus, CallOffDay, GoAway, KeepRecall, KeepWait, OpenDiary, RoomInput,
    SayStatus, WaitInput,
};
use hegu_core::trail::{self, AuditFilter};

use super::clinic::{Clinic, keep_room, keep_service, register, room, service};
use crate::hostile::{KEPT, at, refused};

fn away(clinic: &Clinic, day: &str, reason: &str) -> GoAway {
    GoAway {
        person: None,
        room: clinic.room(1),
        from: format!("{day}T15:00"),
        until: format!("{day}T16:00"),
        reason: reason.to_owned(),
    }
}

fn wait(client: &str, note: &str) -> KeepWait {
    let wait = WaitInput {
        client: client.to_owned(),
        service: None,
        practitioner: None,
        weekdays: vec![],
        not_before: String::new(),
        over_by: String::new(),
        urgent: false,
        until: "2026-06-12".to_owned(),
        instead_of: None,
        note: note.to_owned(),
    };
    KeepWait { id: None, version: None, wait }
}

fn recall(client: &str, note: &str) -> KeepRecall {
    KeepRecall {
        client: client.to_owned(),
        version: None,
        ask: AskAgain::OnDay,
        due: "2026-07-01".to_owned(),
        note: note.to_owned(),
    }
}

#[tokio::test]
async fn words_of_the_diary_come_back_as_they_were_typed_and_no_spreadsheet_runs_them() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    // Weekdays, on each of which one of them comes.
    let days = [13, 14, 15, 18, 19, 20, 21, 22, 25, 26, 27, 28].map(|day| format!("2026-05-{day}"));
    for (words, day) in KEPT.iter().zip(&days) {
        let setup =
            keep_room(practice, RoomInput { equipment: (*words).to_owned(), ..room(words) }).await.unwrap();
        assert!(setup.rooms.iter().any(|room| room.name == *words && room.equipment == *words), "{words}");
        let setup = keep_service(practice, service(words)).await.unwrap();
        assert!(setup.services.iter().any(|service| service.name == *words), "{words}");
        let setup = bookings::go_away(practice, away(&clinic, day, words)).await.unwrap();
        assert!(setup.away.iter().any(|away| away.reason == *words), "{words}");
        let client = register(practice, words).await;
        let visit = Book {
            start: format!("{day}T10:00"),
            note: (*words).to_owned(),
            ..clinic.visit(&client, 0, "10:00")
        };
        let booked = clinic.book(visit).await.unwrap();
        let off = SayStatus {
            id: booked.id.clone(),
            version: booked.version,
            status: BookingStatus::Cancelled,
            reason: (*words).to_owned(),
            fee: false,
        };
        bookings::say_status(practice, off).await.unwrap();
        let open = OpenDiary { from: day.clone(), until: day.clone() };
        let diary = bookings::diary(practice, open).await.unwrap();
        let [read] = &diary.bookings[..] else { panic!("{words}: {:?}", diary.bookings) };
        assert_eq!(read.note, *words);
        assert_eq!(read.client.as_ref().unwrap().name, *words);
        assert_eq!(read.steps.last().unwrap().reason, *words);
        bookings::keep_wait(practice, wait(&client, words)).await.unwrap();
        let waits = bookings::waiting_list(practice).await.unwrap();
        assert!(waits.iter().any(|wait| wait.note == *words && wait.client.name == *words), "{words}");
        bookings::keep_recall(practice, recall(&client, words)).await.unwrap();
        assert_eq!(bookings::recall_said(practice, &client).await.unwrap().note, *words);
    }
    let table = trail::export(practice, &AuditFilter::default()).await.unwrap();
    let table = String::from_utf8(table.bytes).unwrap();
    for words in KEPT {
        let cell = words.replace('"', "\"\"");
        assert!(table.contains(&cell), "{words} is in the table");
        let runs = words.starts_with(['=', '@']);
        assert_eq!(table.contains(&format!("\"'{cell}")), runs, "{words}");
        assert_eq!(table.contains(&format!("\"{cell}")), !runs, "{words}");
    }
}

#[tokio::test]
async fn what_nobody_can_read_is_refused_at_its_field_of_the_diary() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let client = register(practice, "Margaret").await;
    let booked = clinic.book(clinic.visit(&client, 0, "13:00")).await.unwrap();
    for words in refused() {
        let visit = Book { note: words.clone(), ..clinic.visit(&client, 0, "15:00") };
        at("note", clinic.book(visit).await);
        let off = SayStatus {
            id: booked.id.clone(),
            version: booked.version,
            status: BookingStatus::Cancelled,
            reason: words.clone(),
            fee: false,
        };
        at("reason", bookings::say_status(practice, off).await);
        let day = CallOffDay {
            practitioner: clinic.ines.clone(),
            from: "2026-05-12T12:00".to_owned(),
            reason: words.clone(),
        };
        at("reason", bookings::call_off_day(practice, day).await);
        at("reason", bookings::go_away(practice, away(&clinic, "2026-05-13", &words)).await);
        at("note", bookings::keep_wait(practice, wait(&client, &words)).await);
        at("note", bookings::keep_recall(practice, recall(&client, &words)).await);
        at("name", keep_room(practice, room(&words)).await);
        at("name", keep_service(practice, service(&words)).await);
    }
}
