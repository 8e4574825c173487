//! The diary on paper.

use hegu_core::alerts::{self, AlertAudience, AlertInput, AlertSeverity, KeepAlert};
use hegu_core::bookings::{self, DaySheet, NamesOnPaper};
use hegu_core::health::{
    self, HealthFlag, HealthFlagKind, HealthHistory, KeepHealth, Pregnancy, PregnancyState,
};
use hegu_core::people::Role;
use hegu_core::{Error, FieldProblem, Practice, testing};

use super::clinic::{Clinic, register, wrong};

fn sheet(until: &str, names: NamesOnPaper) -> DaySheet {
    DaySheet {
        from: "2026-05-12".to_owned(),
        until: until.to_owned(),
        practitioner: None,
        room: None,
        names,
        alerts: false,
        blank_lines: 3,
    }
}

/// The words of a PDF, as an independent reader finds them.
fn words(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sheet.pdf");
    std::fs::write(&file, pdf).unwrap();
    let read = std::process::Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output().unwrap();
    String::from_utf8(read.stdout).unwrap()
}

#[tokio::test]
async fn a_day_sheet_says_who_comes_as_openly_as_it_is_told_to() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let noted = bookings::Book { note: "Parks behind".to_owned(), ..clinic.visit(&alice, 0, "9:00") };
    clinic.book(noted).await.unwrap();
    let (name, pdf) =
        bookings::day_sheet(&clinic.practice, sheet("2026-05-12", NamesOnPaper::Full)).await.unwrap();
    assert_eq!(name, "Day sheet 2026-05-12.pdf");
    let full = words(&pdf);
    for said in ["Tuesday 12 May 2026", "09:00", "Alice", "Follow-up", "Room 1", "Parks behind"] {
        assert!(full.contains(said), "{said} in {full}");
    }
    let (_, pdf) =
        bookings::day_sheet(&clinic.practice, sheet("2026-05-12", NamesOnPaper::Initials)).await.unwrap();
    let initials = words(&pdf);
    assert!(
        initials.contains("A.") && !initials.contains("Alice") && !initials.contains("Parks"),
        "{initials}"
    );
    let (_, pdf) =
        bookings::day_sheet(&clinic.practice, sheet("2026-05-12", NamesOnPaper::Hidden)).await.unwrap();
    let hidden = words(&pdf);
    assert!(hidden.contains("Taken") && !hidden.contains("A."), "{hidden}");
    let bo = register(&clinic.practice, "Bo").await;
    let meant = bookings::Book { despite: Some("Ear seeds".to_owned()), ..clinic.visit(&bo, 0, "9:00") };
    clinic.book(meant).await.unwrap();
    let said = |pdf: &[u8]| words(pdf).split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, pdf) =
        bookings::day_sheet(&clinic.practice, sheet("2026-05-12", NamesOnPaper::Full)).await.unwrap();
    assert!(said(&pdf).contains("Ear") && said(&pdf).contains("booked"), "{}", said(&pdf));
    let (_, pdf) =
        bookings::day_sheet(&clinic.practice, sheet("2026-05-12", NamesOnPaper::Hidden)).await.unwrap();
    assert!(said(&pdf).contains("booked") && !said(&pdf).contains("Ear"), "{}", said(&pdf));
    let other_room =
        DaySheet { room: clinic.room(1), blank_lines: 0, ..sheet("2026-05-12", NamesOnPaper::Full) };
    let (_, pdf) = bookings::day_sheet(&clinic.practice, other_room).await.unwrap();
    assert!(words(&pdf).contains("Nobody is booked."));
}

#[tokio::test]
async fn a_sheet_for_the_treatment_room_says_what_is_dangerous_and_no_other_sheet_does() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let history = HealthHistory {
        flags: vec![HealthFlag {
            kind: HealthFlagKind::Anticoagulant,
            since: "2024".to_owned(),
            until: String::new(),
            note: "apixaban".to_owned(),
        }],
        pregnancy: Some(Pregnancy {
            state: PregnancyState::Pregnant,
            since: String::new(),
            due: "2026-09-03".to_owned(),
            note: String::new(),
        }),
        ..HealthHistory::default()
    };
    let keep = KeepHealth { client: alice.clone(), version: 0, history, reviewed: true, draft: None };
    health::keep(&clinic.practice, keep).await.unwrap();
    for (severity, audience, text) in [
        (AlertSeverity::Caution, AlertAudience::Desk, "Hears little"),
        (AlertSeverity::Caution, AlertAudience::Clinical, "משה"),
        (AlertSeverity::Note, AlertAudience::Clinical, "Likes it warm"),
    ] {
        let alert = AlertInput { severity, audience, text: text.to_owned() };
        let keep = KeepAlert { client: alice.clone(), id: None, version: None, alert };
        alerts::keep(&clinic.practice, keep).await.unwrap();
    }
    let noted = bookings::Book { note: "Parks behind".to_owned(), ..clinic.visit(&alice, 0, "9:00") };
    clinic.book(noted).await.unwrap();
    let drawn = async |practice: &Practice, alerts: bool, names: NamesOnPaper| {
        let sheet = DaySheet { alerts, ..sheet("2026-05-12", names) };
        let said = words(&bookings::day_sheet(practice, sheet).await.unwrap().1);
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    // Each cell of a table breaks its words for itself, so single words are looked for.
    let in_room = drawn(&clinic.practice, true, NamesOnPaper::Initials).await;
    for said in ["A.", "Anticoagulant", "apixaban", "Pregnant", "September", "Hears", "cannot"] {
        assert!(in_room.contains(said), "{said} in {in_room}");
    }
    assert!(!in_room.contains("warm") && !in_room.contains("Parks"), "{in_room}");
    let full = drawn(&clinic.practice, true, NamesOnPaper::Full).await;
    assert!(full.contains("Anticoagulant") && full.contains("Parks"), "{full}");
    for (alerts, names) in [(false, NamesOnPaper::Full), (true, NamesOnPaper::Hidden)] {
        let other = drawn(&clinic.practice, alerts, names).await;
        assert!(!other.contains("Anticoagulant") && !other.contains("Hears"), "{other}");
    }
    let at_desk = drawn(&clinic.practice.seating(Role::Receptionist), true, NamesOnPaper::Full).await;
    assert!(!at_desk.contains("Anticoagulant") && !at_desk.contains("Pregnant"), "{at_desk}");
    assert!(at_desk.contains("Hears"), "{at_desk}");
    assert_eq!(
        at_desk.matches("An alert").count(),
        1,
        "that there is something, and not how much: {at_desk}"
    );
}

#[tokio::test]
async fn the_columns_of_several_days_stand_in_line_and_a_time_is_read_in_one_piece() {
    let clinic = Clinic::make().await;
    let short = register(&clinic.practice, "Bo").await;
    let long = register(&clinic.practice, "Bartholomew Featherstonehaugh-Cholmondeley of Wolstenholme").await;
    clinic.book(clinic.visit(&short, 0, "9:00")).await.unwrap();
    let noted = bookings::Book {
        start: "2026-05-13T09:00".to_owned(),
        note: "Parks behind, comes by the garden door and cannot take the stairs".to_owned(),
        ..clinic.visit(&long, 0, "9:00")
    };
    clinic.book(noted).await.unwrap();
    let (_, pdf) =
        bookings::day_sheet(&clinic.practice, sheet("2026-05-13", NamesOnPaper::Full)).await.unwrap();
    let said = words(&pdf);
    assert_eq!(said.matches("09:00 – 09:55").count(), 2, "a time in one piece: {said}");
    let column = |name: &str| -> Vec<usize> {
        let heads = said.lines().filter(|line| line.contains("Who") && line.contains("Where"));
        heads.filter_map(|line| line.find(name)).collect()
    };
    for name in ["Who", "Visit", "Where", "Telephone"] {
        let places = column(name);
        assert!(places.len() == 2 && places[0] == places[1], "{name} at {places:?}: {said}");
    }
}

#[tokio::test]
async fn a_long_name_takes_room_from_its_neighbours_and_breaks_no_time() {
    let clinic = Clinic::make().await;
    testing::add(&clinic.practice, "Wilhelmina Quackenbush", Role::Practitioner).await.unwrap();
    let long = register(&clinic.practice, "Bartholomew Featherstonehaugh-Cholmondeley").await;
    let noted = "Parks behind, comes by the garden door and cannot take the stairs".to_owned();
    clinic.book(bookings::Book { note: noted, ..clinic.visit(&long, 0, "9:00") }).await.unwrap();
    let (_, pdf) =
        bookings::day_sheet(&clinic.practice, sheet("2026-05-12", NamesOnPaper::Full)).await.unwrap();
    let said = words(&pdf);
    assert!(said.contains("09:00 – 09:55"), "{said}");
    assert!(said.contains("Featherstonehaugh-"), "the longest word in one piece: {said}");
}

#[tokio::test]
async fn a_name_that_cannot_be_printed_gives_way_to_the_number_of_the_card() {
    let clinic = Clinic::make().await;
    let alice = register(&clinic.practice, "Alice").await;
    let moshe = register(&clinic.practice, "משה").await;
    clinic.book(clinic.visit(&alice, 0, "9:00")).await.unwrap();
    clinic.book(clinic.visit(&moshe, 1, "9:20")).await.unwrap();
    let (_, pdf) =
        bookings::day_sheet(&clinic.practice, sheet("2026-05-13", NamesOnPaper::Full)).await.unwrap();
    let said = words(&pdf);
    assert!(said.contains("Alice") && said.contains("No. 0002"), "{said}");
    assert!(said.contains("Wednesday 13 May 2026"), "the second day has its own heading: {said}");
}

#[tokio::test]
async fn a_sheet_of_too_many_days_or_none_is_refused() {
    let clinic = Clinic::make().await;
    let asked = |until: &str| {
        let practice = hegu_core::Practice::clone(&clinic.practice);
        let sheet = sheet(until, NamesOnPaper::Full);
        async move { bookings::day_sheet(&practice, sheet).await.map(drop) }
    };
    let found: Result<(), Error> = asked("2026-05-11").await;
    assert_eq!(wrong(found), [("until".to_owned(), FieldProblem::EndsBeforeItBegins)]);
    assert_eq!(wrong(asked("2026-05-26").await), [("until".to_owned(), FieldProblem::TooLong)]);
    asked("2026-05-25").await.unwrap();
}

#[tokio::test]
async fn a_card_says_when_they_come_next_and_a_letter_greets_them() {
    let clinic = Clinic::make().await;
    let (alice, peter) =
        (register(&clinic.practice, "Alice").await, register(&clinic.practice, "Peter").await);
    // One that is over, one today, one next week, and somebody else's.
    clinic.book(clinic.visit(&alice, 0, "9:00")).await.unwrap();
    clinic.book(clinic.visit(&alice, 0, "14:00")).await.unwrap();
    let next = bookings::Book { start: "2026-05-19T09:30".to_owned(), ..clinic.visit(&alice, 0, "9:00") };
    clinic.book(next).await.unwrap();
    clinic.book(clinic.visit(&peter, 1, "14:20")).await.unwrap();
    let card = bookings::AppointmentCard { client: alice.clone(), letter: false };
    let (name, pdf) = bookings::appointment_card(&clinic.practice, &card).await.unwrap();
    assert_eq!(name, "Appointment card.pdf");
    let said = words(&pdf);
    for expected in ["Alice", "Tuesday 12 May 2026", "14:00", "Tuesday 19 May 2026", "09:30", "Follow-up"] {
        assert!(said.contains(expected), "{expected} in {said}");
    }
    assert!(!said.contains("09:00") && !said.contains("Peter"), "what is over, and others': {said}");
    let letter = bookings::AppointmentCard { letter: true, ..card };
    let (_, pdf) = bookings::appointment_card(&clinic.practice, &letter).await.unwrap();
    let said = words(&pdf);
    assert!(said.contains("Dear Alice,") && said.contains("If you cannot come"), "{said}");
    let nothing =
        bookings::AppointmentCard { client: register(&clinic.practice, "New").await, letter: false };
    let refused = bookings::appointment_card(&clinic.practice, &nothing).await;
    assert!(matches!(refused, Err(Error::NotFound)), "{:?}", refused.map(|(name, _)| name));
    let associate = clinic.practice.seating(hegu_core::people::Role::Associate);
    let refused = bookings::appointment_card(&associate, &letter).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{:?}", refused.map(|(name, _)| name));
}
