//! The diary of somebody whose two records became one.

use chrono::DateTime;
use hegu_core::bookings::{
    self, AskAgain, ContactAbout, ContactOutcome, KeepRecall, ListRecalls, ObstacleKind, SayContact,
};
use hegu_core::clients::{self, ComparedRecords, MergeClients, MergedClients, MergingRecord};
use hegu_core::clock::Clock;
use hegu_core::notes;
use hegu_core::{Error, Practice};

use super::clinic::{Clinic, kinds, register};
use crate::written::{note, sign};

pub(crate) async fn make_one(practice: &Practice, kept: &str, gone: &str) -> Result<MergedClients, Error> {
    let ids = ComparedRecords { one: kept.to_owned(), other: gone.to_owned() };
    let sides = clients::compare(practice, ids).await?;
    let [kept, gone] = [&sides[0], &sides[1]].map(|side| MergingRecord {
        id: side.client.id.clone(),
        version: side.client.version,
        health_version: 0,
    });
    let client = sides[0].client.client.clone();
    clients::merge(practice, MergeClients { kept, gone, client, health: None }).await
}

fn in_an_hour() -> Clock {
    Clock::Fixed(DateTime::parse_from_rfc3339("2026-05-12T11:57:00-07:00").unwrap())
}

async fn coming(practice: &Practice, client: &str) -> Vec<String> {
    let coming = bookings::coming(practice, client).await.unwrap();
    coming.into_iter().map(|booking| booking.start[11..].to_owned()).collect()
}

#[tokio::test]
async fn the_bookings_of_both_are_those_of_the_one_and_go_back_with_what_became_of_them() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let (kept, gone) = (register(practice, "Alice").await, register(practice, "Alicia").await);
    clinic.book(clinic.visit(&kept, 0, "14:00")).await.unwrap();
    let theirs = clinic.book(clinic.visit(&gone, 0, "16:00")).await.unwrap();
    let merged = make_one(practice, &kept, &gone).await.unwrap();
    assert_eq!(coming(practice, &kept).await, ["14:00", "16:00"]);
    assert_eq!(coming(practice, &gone).await, ["14:00", "16:00"]);
    let at_once = kinds(clinic.book(clinic.visit(&gone, 1, "14:20")).await);
    assert_eq!(at_once, [ObstacleKind::Client], "nobody is in two rooms");
    let since = clinic.book(clinic.visit(&gone, 1, "15:00")).await.unwrap();
    assert_eq!(since.client.unwrap().id, kept, "booked where the other record was still open");
    let say = SayContact {
        client: kept.clone(),
        about: ContactAbout::Reminder,
        booking: Some(theirs.id),
        outcome: ContactOutcome::Reached,
    };
    bookings::say_contact(practice, say).await.unwrap();
    clients::unmerge(practice, &merged.merge).await.unwrap();
    assert_eq!(coming(practice, &kept).await, ["14:00", "15:00"]);
    assert_eq!(coming(practice, &gone).await, ["16:00"]);
}

#[tokio::test]
async fn who_was_here_under_either_name_has_not_lapsed_and_is_asked_once() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let (kept, gone) = (register(practice, "Alice").await, register(practice, "Alicia").await);
    for (client, day) in [(&kept, "2026-02-20"), (&gone, "2026-05-04")] {
        let visit_date = day.to_owned();
        notes::sign(practice, sign(client, notes::NoteText { visit_date, ..note() })).await.unwrap();
    }
    let names = |list: Vec<bookings::RecallView>| -> Vec<String> {
        list.into_iter().map(|recall| recall.client.name).collect()
    };
    let lapsed = || bookings::recall_list(practice, ListRecalls { lapsed_after_weeks: 8 });
    assert_eq!(names(lapsed().await.unwrap()), ["Alice"]);
    let recall = |client: &str, due: &str| KeepRecall {
        client: client.to_owned(),
        version: None,
        ask: AskAgain::OnDay,
        due: due.to_owned(),
        note: String::new(),
    };
    let merged = make_one(practice, &kept, &gone).await.unwrap();
    assert_eq!(names(lapsed().await.unwrap()), [""; 0], "she was here last week");
    clients::unmerge(practice, &merged.merge).await.unwrap();
    bookings::keep_recall(practice, recall(&kept, "2026-05-12")).await.unwrap();
    bookings::keep_recall(practice, recall(&gone, "2026-08-01")).await.unwrap();
    let merged = make_one(practice, &kept, &gone).await.unwrap();
    assert_eq!(names(lapsed().await.unwrap()), ["Alice"]);
    let said = bookings::recall_said(practice, &kept).await.unwrap();
    assert_eq!(said.due, "2026-05-12", "what was said of the record that is kept");
    clients::unmerge(practice, &merged.merge).await.unwrap();
    assert_eq!(bookings::recall_said(practice, &gone).await.unwrap().due, "2026-08-01");
}

#[tokio::test]
async fn a_day_to_come_again_that_is_said_since_stays_where_it_was_said() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let (kept, gone) = (register(practice, "Alice").await, register(practice, "Alicia").await);
    let say = |version: Option<i32>, ask: AskAgain, due: &str| KeepRecall {
        client: gone.clone(),
        version,
        ask,
        due: due.to_owned(),
        note: String::new(),
    };
    bookings::keep_recall(practice, say(None, AskAgain::OnDay, "2026-08-01")).await.unwrap();
    let merged = make_one(practice, &kept, &gone).await.unwrap();
    let later = practice.at(in_an_hour());
    bookings::keep_recall(&later, say(Some(1), AskAgain::WhenLapsed, "")).await.unwrap();
    bookings::keep_recall(&later, say(None, AskAgain::OnDay, "2026-06-01")).await.unwrap();
    clients::unmerge(practice, &merged.merge).await.unwrap();
    assert_eq!(bookings::recall_said(practice, &kept).await.unwrap().due, "2026-06-01");
    assert_eq!(bookings::recall_said(practice, &gone).await.unwrap().version, None);
}

#[tokio::test]
async fn who_asked_never_to_be_asked_in_either_record_is_not_until_something_else_is_said() {
    let clinic = Clinic::make().await;
    let practice = &clinic.practice;
    let (kept, gone) = (register(practice, "Alice").await, register(practice, "Alicia").await);
    let recall = |client: &str, ask: AskAgain, due: &str, version: Option<i32>| KeepRecall {
        client: client.to_owned(),
        version,
        ask,
        due: due.to_owned(),
        note: String::new(),
    };
    bookings::keep_recall(practice, recall(&kept, AskAgain::OnDay, "2026-05-12", None)).await.unwrap();
    bookings::keep_recall(practice, recall(&gone, AskAgain::Never, "", None)).await.unwrap();
    let due = async || {
        let list = bookings::recall_list(practice, ListRecalls { lapsed_after_weeks: 8 }).await.unwrap();
        list.len()
    };
    assert_eq!(due().await, 1);
    let merged = make_one(practice, &kept, &gone).await.unwrap();
    assert_eq!(due().await, 0);
    let said = bookings::recall_said(practice, &kept).await.unwrap();
    assert_eq!((said.ask, said.version), (AskAgain::Never, Some(1)));
    let later = practice.at(in_an_hour());
    bookings::keep_recall(&later, recall(&kept, AskAgain::OnDay, "2026-05-12", Some(1))).await.unwrap();
    assert_eq!(due().await, 1, "she changed her mind");
    clients::unmerge(practice, &merged.merge).await.unwrap();
    assert_eq!(bookings::recall_said(practice, &gone).await.unwrap().ask, AskAgain::Never);
}
