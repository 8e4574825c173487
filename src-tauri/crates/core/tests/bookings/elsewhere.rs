//! A clinic that moves to another zone, and its calendar on paper in a folder.

use std::path::{Path, PathBuf};

use hegu_core::bookings::{self, Book, BookingView, MoveZone, ObstacleKind};
use hegu_core::people::Role;
use hegu_core::testing::ask;
use hegu_core::{Error, FieldProblem, Practice};

use super::clinic::{Clinic, kinds, register, wrong};

async fn to(practice: &Practice, zone: &str) -> Result<(), Error> {
    bookings::move_zone(practice, MoveZone { zone: zone.to_owned(), from: "2026-05-12T10:57".to_owned() })
        .await
        .map(drop)
}

async fn row(practice: &Practice, id: &str) -> BookingView {
    bookings::rows(practice, vec![id.to_owned()]).await.unwrap().remove(0)
}

#[tokio::test]
async fn a_clinic_that_moves_keeps_every_time_of_day_and_what_was_stays_when_it_was() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let alice = register(practice, "Alice").await;
    let over = clinic.book(clinic.visit(&alice, 0, "9:00")).await.unwrap();
    let coming = clinic.book(clinic.visit(&alice, 0, "14:00")).await.unwrap();
    let instants = "SELECT start_at / 60000 FROM bookings_booking ORDER BY start_at";
    let before = ask(practice, instants).await.unwrap();
    to(practice, "Europe/London").await.unwrap();
    let after = row(practice, &coming.id).await;
    assert_eq!((after.start.as_str(), after.end.as_str()), ("2026-05-12T14:00", "2026-05-12T14:55"));
    let now = ask(practice, instants).await.unwrap();
    assert_eq!(now.len(), 2);
    let minutes = |text: &str| text.parse::<i64>().unwrap();
    // 14:00 in London is eight hours before 14:00 in Victoria; 9:00 has been.
    assert_eq!(minutes(&before[1]) - minutes(&now[0]).min(minutes(&now[1])), 8 * 60);
    assert_eq!(row(practice, &over.id).await.start, "2026-05-12T09:00");
    assert_eq!(bookings::setup(practice).await.unwrap().zone, "Europe/London");
    // What was booked keeps its room there, too.
    let clash = clinic.book(clinic.visit(&register(practice, "Peter").await, 0, "14:30")).await;
    assert!(kinds(clash).contains(&ObstacleKind::Room));
    to(practice, "Etc/GMT+7").await.unwrap();
    assert_eq!(ask(practice, instants).await.unwrap(), before, "moving back is exact");
}

#[tokio::test]
async fn nothing_moves_while_a_visit_would_be_at_a_time_that_is_left_out_there() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    ask(practice, "DELETE FROM bookings_hours").await.unwrap();
    let alice = register(practice, "Alice").await;
    let at = |start: &str| Book { start: start.to_owned(), ..clinic.visit(&alice, 0, "9:00") };
    clinic.book(at("2027-03-27T10:00")).await.unwrap();
    clinic.book(at("2027-03-28T01:30")).await.unwrap();
    let stored = ask(practice, "SELECT start_at FROM bookings_booking ORDER BY start_at").await.unwrap();
    assert_eq!(kinds(to(practice, "Europe/London").await), [ObstacleKind::NoSuchTime]);
    assert_eq!(
        ask(practice, "SELECT start_at FROM bookings_booking ORDER BY start_at").await.unwrap(),
        stored
    );
    assert_eq!(wrong(to(practice, "Mars/Olympus").await), [("zone".to_owned(), FieldProblem::UnknownValue)]);
    let desk = to(&practice.seating(Role::Receptionist), "Europe/London").await;
    assert!(matches!(desk, Err(Error::NotPermitted)), "{desk:?}");
}

/// The paper that lies in a folder, in words.
fn paper(folder: &Path) -> Option<String> {
    let file = folder.join("Calendar (initials).pdf");
    let read = std::process::Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output().unwrap();
    file.exists().then(|| String::from_utf8(read.stdout).unwrap())
}

async fn kept_in(practice: &Practice) -> Option<PathBuf> {
    bookings::week_paper(practice)
        .await
        .unwrap()
        .filter(|paper| paper.written.is_some())
        .map(|paper| paper.folder)
}

#[tokio::test]
async fn the_calendar_on_paper_is_kept_current_and_says_no_name() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let folder = practice.around().join("at home");
    std::fs::create_dir(&folder).unwrap();
    let alice = register(practice, "Alice").await;
    let booked = Book { note: "Parks behind".to_owned(), ..clinic.visit(&alice, 0, "14:00") };
    clinic.book(booked).await.unwrap();
    bookings::choose_week_paper(practice, folder.clone()).await.unwrap();
    assert_eq!(kept_in(practice).await.as_deref(), Some(folder.as_path()));
    let said = paper(&folder).unwrap();
    assert!(said.contains("14:00") && said.contains("A.") && said.contains("Sunday 24 May 2026"), "{said}");
    for unsaid in ["Alice", "Parks", "Follow-up", "Room 1", "Marlow"] {
        assert!(!said.contains(unsaid), "{unsaid} in {said}");
    }

    assert!(!bookings::keep_week_paper(practice).await.unwrap(), "it says the same");
    let next = Book { start: "2026-05-20T11:15".to_owned(), ..clinic.visit(&alice, 0, "9:00") };
    clinic.book(next).await.unwrap();
    // An associate at the keyboard, who may see nobody of these: it is the clinic's paper all the same.
    assert!(bookings::keep_week_paper(&practice.seating(Role::Associate)).await.unwrap());
    let said = paper(&folder).unwrap();
    assert!(said.contains("11:15") && !said.contains("Taken"), "{said}");

    // A stick that is away is no reason to make its folder anew.
    std::fs::remove_dir_all(&folder).unwrap();
    let away = bookings::keep_week_paper(practice).await;
    assert!(matches!(away, Err(Error::Copy(_))), "{away:?}");
    assert!(!folder.exists());
    let forgotten = bookings::forget_week_paper(practice).await;
    assert!(
        matches!(forgotten, Err(Error::Copy(_))),
        "what is on the stick would be believed: {forgotten:?}"
    );
    assert_eq!(kept_in(practice).await, None, "chosen still, and not there");
    std::fs::create_dir(&folder).unwrap();
    assert!(bookings::keep_week_paper(practice).await.unwrap());
    let other = practice.around().join("elsewhere");
    std::fs::create_dir(&other).unwrap();
    bookings::choose_week_paper(practice, other.clone()).await.unwrap();
    assert!(paper(&folder).is_none() && paper(&other).is_some(), "one is kept, and none is left behind");
    bookings::choose_week_paper(practice, folder.clone()).await.unwrap();
    bookings::forget_week_paper(practice).await.unwrap();
    assert_eq!(paper(&folder), None, "a paper that nobody keeps current would be believed");
    assert!(bookings::week_paper(practice).await.unwrap().is_none());
}

#[tokio::test]
async fn the_paper_is_never_among_the_records_and_the_owners_alone_to_choose() {
    let clinic = Clinic::make().await;
    let among = bookings::choose_week_paper(&clinic.practice, clinic.practice.folder().join("backups")).await;
    assert!(matches!(among, Err(Error::Copy(_))), "{among:?}");
    let desk = clinic.practice.seating(Role::Receptionist);
    let refused = bookings::choose_week_paper(&desk, clinic.practice.around().to_path_buf()).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    assert!(bookings::week_paper(&clinic.practice).await.unwrap().is_none());
}
