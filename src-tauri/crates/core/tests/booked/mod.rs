//! A diary to keep, and what is seen of it.

use hegu_core::bookings::{
    self, Book, BookingStatus, GoAway, KeepHours, KeepRoom, KeepService, OpenDiary, RoomInput, SayStatus,
    ServiceInput, ShiftInput, VisitPart,
};
use hegu_core::{Error, Practice};

/// A diary with some of everything: a room, a visit, hours, time off, and two who come, one of whom is here.
pub(crate) async fn book(practice: &Practice, client: &str) -> Result<(), Error> {
    let me = practice.actor().id.to_string();
    let room = RoomInput {
        name: "Garden room".to_owned(),
        chairs: 2,
        every: 10,
        equipment: "Heat lamp".to_owned(),
        people: vec![me.clone()],
        closed: false,
    };
    bookings::keep_room(practice, KeepRoom { id: None, version: None, room }).await?;
    let part = |hands_on, minutes| VisitPart { hands_on, minutes };
    let service = ServiceInput {
        name: "Follow-up".to_owned(),
        colour: 3,
        parts: vec![part(true, 20), part(false, 25), part(true, 10)],
        before: 5,
        after: 10,
        price: "85".to_owned(),
        currency: "CAD".to_owned(),
        retired: false,
    };
    let setup = bookings::keep_service(practice, KeepService { id: None, version: None, service }).await?;
    let shift = ShiftInput { weekday: 2, from: "9:00".to_owned(), until: "17:30".to_owned() };
    let week = KeepHours {
        id: None,
        version: None,
        person: me.clone(),
        since: "2026-01-01".to_owned(),
        until: String::new(),
        shifts: vec![shift],
    };
    bookings::keep_hours(practice, week).await?;
    let away = GoAway {
        person: Some(me.clone()),
        room: None,
        from: "2026-05-12T15:00".to_owned(),
        until: "2026-05-12T17:30".to_owned(),
        reason: "Dentist".to_owned(),
    };
    bookings::go_away(practice, away).await?;
    let visit = |time: &str, client: Option<&str>| Book {
        client: client.map(str::to_owned),
        service: client.map(|_| setup.services[0].id.clone()),
        practitioner: me.clone(),
        room: Some(setup.rooms[0].id.clone()),
        start: format!("2026-05-12T{time}"),
        which: None,
        parts: client.is_none().then(|| vec![part(true, 30)]),
        company: None,
        note: "Parks behind".to_owned(),
        despite: Some("The dentist can wait".to_owned()),
    };
    let booked = bookings::book(practice, visit("10:15", Some(client))).await?;
    let here = SayStatus {
        id: booked.id,
        version: booked.version,
        status: BookingStatus::Arrived,
        reason: String::new(),
        fee: false,
    };
    bookings::say_status(practice, here).await?;
    bookings::book(practice, visit("15:30", None)).await.map(drop)
}

/// What is booked on a day and what the diary is made of, as the calendar shows it.
pub(crate) async fn diary(practice: &Practice) -> Result<Vec<String>, Error> {
    let day = OpenDiary { from: "2026-05-12".to_owned(), until: "2026-05-12".to_owned() };
    let view = bookings::diary(practice, day).await?;
    let setup = bookings::setup(practice).await?;
    let rooms = setup.rooms.iter().map(|room| format!("{}, {} places", room.name, room.chairs));
    let services =
        setup.services.iter().map(|service| format!("{}, {} minutes", service.name, service.minutes));
    let away = view.away.iter().map(|away| format!("{}, {} to {}", away.reason, away.from, away.until));
    let booked = view.bookings.iter().map(|booking| {
        let client = booking.client.as_ref().map_or("", |client| &client.name);
        format!("{client}, {} to {}, {:?}, {}", booking.start, booking.end, booking.status, booking.note)
    });
    let works = view.days[0].working.iter().map(|works| format!("works {} to {}", works.from, works.until));
    Ok(rooms.chain(services).chain(works).chain(away).chain(booked).collect())
}
