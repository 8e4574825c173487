//! A booking is read by a calendar that is not ours: the Python package `icalendar`, which `make deps` pins.

#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

use std::process::{Command, Stdio};

use hegu_core::Practice;
use hegu_core::bookings::{
    self, Book, BookingView, CalendarFile, CalendarSays, KeepService, Reschedule, ServiceInput, VisitPart,
};
use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::testing::TestPractice;
use hegu_tests::project::Project;

/// Says what stands in a file, one fact a line; several lines of a text are one.
const READ: &str = r#"
import sys
from icalendar import Calendar
calendar = Calendar.from_ical(sys.stdin.buffer.read())
events = calendar.walk("VEVENT")
assert len(events) == 1, events
event = events[0]
for name in ("uid", "sequence", "dtstart", "dtend", "summary", "location", "description", "class"):
    value = event.get(name)
    if hasattr(value, "dt"):
        value = value.dt.astimezone(__import__("datetime").timezone.utc).isoformat()
    print(name, str(value).replace("\n", " / "))
"#;

async fn booked(practice: &Practice) -> BookingView {
    let part = VisitPart { hands_on: true, minutes: 55 };
    let service = ServiceInput {
        name: "Follow-up, with \\ and; 針灸\nsecond line".replace('\n', " "),
        colour: 1,
        parts: vec![part],
        before: 0,
        after: 0,
        price: String::new(),
        currency: String::new(),
        retired: false,
    };
    let keep = KeepService { id: None, version: None, service };
    let setup = bookings::keep_service(practice, keep).await.expect("a service");
    let client = ClientInput { given_name: "Margaret".to_owned(), ..ClientInput::default() };
    let register = RegisterClient { client, despite_twins: true, draft: None };
    let client = clients::register(practice, register).await.expect("a client").id;
    let visit = Book {
        client: Some(client),
        service: Some(setup.services[0].id.clone()),
        practitioner: practice.actor().id.to_string(),
        room: None,
        start: "2026-05-13T10:15".to_owned(),
        which: None,
        parts: None,
        company: None,
        note: "Parks behind".to_owned(),
        despite: None,
        wait: None,
        draft: None,
    };
    bookings::book(practice, visit).await.expect("a booking")
}

async fn read(practice: &Practice, id: &str, says: CalendarSays) -> String {
    let file = CalendarFile { id: id.to_owned(), says };
    let (name, bytes) = bookings::calendar_file(practice, &file).await.expect("a calendar file");
    assert_eq!(name, "Appointment 2026-05-13.ics");
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    assert!(text.lines().all(|line| line.len() <= 75), "a line is folded at 75 octets:\n{text}");
    assert!(!text.contains("Margaret") && !text.contains("Parks"), "it names nobody:\n{text}");
    let python = Project::root().join(".deps/venv/bin/python");
    let mut child = Command::new(python)
        .args(["-c", READ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python, which `make deps` installs");
    std::io::Write::write_all(&mut child.stdin.take().expect("its input"), &bytes).expect("the file");
    let output = child.wait_with_output().expect("what it read");
    assert!(output.status.success(), "it could not be read:\n{text}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[tokio::test]
async fn a_booking_is_where_the_clinics_wall_says_in_every_other_calendar() {
    let practice = TestPractice::make().await.expect("a practice");
    let booked = booked(&practice).await;
    let said = read(&practice, &booked.id, CalendarSays::Everything).await;
    // 10:15 in Victoria is 17:15 in Greenwich.
    assert!(said.contains("dtstart 2026-05-13T17:15:00+00:00\ndtend 2026-05-13T18:10:00+00:00\n"), "{said}");
    assert!(
        said.contains("summary Follow-up, with \\ and; 針灸 second line, Willow Lane Acupuncture\n"),
        "{said}"
    );
    assert!(said.contains("class PRIVATE\n"), "{said}");
    let moved = Reschedule {
        id: booked.id.clone(),
        version: booked.version,
        practitioner: booked.practitioner.clone(),
        room: None,
        start: "2026-05-13T15:00".to_owned(),
        which: None,
        minutes: None,
        parts: None,
        despite: None,
        wait: None,
    };
    bookings::reschedule(&practice, moved).await.expect("another time");
    let again = read(&practice, &booked.id, CalendarSays::TimeOnly).await;
    let same = |of: &str, name: &str| of.lines().find(|line| line.starts_with(name)).map(str::to_owned);
    assert_eq!(same(&said, "uid"), same(&again, "uid"), "it replaces what was taken in before");
    assert_ne!(same(&said, "sequence"), same(&again, "sequence"));
    assert!(again.contains("summary Appointment\nlocation None\ndescription None\n"), "{again}");
    assert!(again.contains("dtstart 2026-05-13T22:00:00+00:00\n"), "{again}");
}
