//! A diary to keep, and what is seen of it.

use hegu_core::bookings::{
    self, AskAgain, Book, BookingStatus, CallOffDay, ContactAbout, ContactOutcome, GoAway, KeepHours,
    KeepRecall, KeepRoom, KeepService, KeepWait, ListRecalls, OpenDiary, RoomInput, SayContact, SayStatus,
    ServiceInput, ShiftInput, VisitPart, WaitInput,
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
        wait: None,
        draft: None,
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

/// Somebody who waits for an earlier time and was called about it, is due again, and had a visit on a day that was called
/// off.
pub(crate) async fn wait(practice: &Practice, client: &str) -> Result<(), Error> {
    let me = practice.actor().id.to_string();
    let wait = WaitInput {
        client: client.to_owned(),
        service: None,
        practitioner: Some(me.clone()),
        weekdays: vec![2, 4],
        not_before: "9:30".to_owned(),
        over_by: "12:00".to_owned(),
        urgent: true,
        until: "2026-08-31".to_owned(),
        instead_of: None,
        note: "Mornings, once the children are at school".to_owned(),
    };
    bookings::keep_wait(practice, KeepWait { id: None, version: None, wait }).await?;
    let contact = SayContact {
        client: client.to_owned(),
        about: ContactAbout::Waiting,
        booking: None,
        outcome: ContactOutcome::Message,
    };
    bookings::say_contact(practice, contact).await?;
    let recall = KeepRecall {
        client: client.to_owned(),
        version: None,
        ask: AskAgain::OnDay,
        due: practice.today().to_string(),
        note: "Before the marathon".to_owned(),
    };
    bookings::keep_recall(practice, recall).await?;
    let visit = Book {
        client: Some(client.to_owned()),
        service: None,
        practitioner: me.clone(),
        room: None,
        start: format!("{}T23:00", practice.today()),
        which: None,
        parts: Some(vec![VisitPart { hands_on: true, minutes: 30 }]),
        company: None,
        note: String::new(),
        despite: Some("To be called off".to_owned()),
        wait: None,
        draft: None,
    };
    bookings::book(practice, visit).await?;
    let ill = CallOffDay {
        practitioner: me,
        from: format!("{}T23:00", practice.today()),
        reason: "Flu".to_owned(),
    };
    bookings::call_off_day(practice, ill).await.map(drop)
}

/// Who waits, is due and is to be called, as the lists show it. Which day it is does not matter to it.
pub(crate) async fn waiting(practice: &Practice) -> Result<Vec<String>, Error> {
    let waits = bookings::waiting_list(practice).await?.into_iter().map(|wait| {
        format!(
            "{} waits, {:?}, {} to {}, {} calls, {}",
            wait.client.name,
            wait.weekdays,
            wait.not_before,
            wait.over_by,
            wait.contacts.len(),
            wait.note
        )
    });
    let recalls = bookings::recall_list(practice, ListRecalls { lapsed_after_weeks: 8 }).await?;
    let recalls = recalls
        .into_iter()
        .map(|recall| format!("{} is {:?}, {}", recall.client.name, recall.reason, recall.note));
    let called_off = bookings::called_off(practice).await?;
    let called_off = called_off.into_iter().map(|off| format!("{}, {} to call", off.reason, off.calls.len()));
    Ok(waits.chain(recalls).chain(called_off).collect())
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
