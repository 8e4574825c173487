//! A laptop that was taken abroad shows the day of the practice.

use hegu_core::bookings::{self, MoveZone};
use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::clock::Clock;
use hegu_core::opening::{self, Premises, Unlock};
use hegu_core::testing::PASSPHRASE;
use hegu_core::{Practice, today};

use super::clinic::Clinic;

/// Eleven in the evening of 12 May in Victoria, on a computer that was taken to Tokyo, where it is the thirteenth.
fn in_tokyo() -> Clock {
    Clock::Fixed("2026-05-13T15:05:00+09:00".parse().unwrap())
}

/// Born on 13 May 2008.
async fn seventeen(practice: &Practice) -> String {
    let client = ClientInput {
        given_name: "Alice".to_owned(),
        birth_date: "2008-05-13".to_owned(),
        ..ClientInput::default()
    };
    clients::register(practice, RegisterClient { client, despite_twins: true, draft: None }).await.unwrap().id
}

#[tokio::test]
async fn today_and_how_old_somebody_is_are_of_the_practice_wherever_the_computer_is() {
    let clinic = Clinic::make().await;
    let alice = seventeen(&clinic.practice).await;
    clinic.book(clinic.visit(&alice, 0, "14:00")).await.unwrap();
    let taken = clinic.practice.at(in_tokyo());
    let day = today::read(&taken).await.unwrap();
    assert_eq!(day.date, "2026-05-12");
    assert_eq!(day.diary.bookings[0].start, "2026-05-12T14:00");
    assert_eq!(day.registered.len(), 1, "and whoever was registered in the morning was so today");
    assert_eq!(clients::overview(&taken, &alice).await.unwrap().client.age, Some(17), "until midnight there");

    // The practice itself moves there: its day is the one there from then on.
    let to = MoveZone { zone: "Asia/Tokyo".to_owned(), from: "2026-05-13T00:00".to_owned() };
    bookings::move_zone(&taken, to).await.unwrap();
    assert_eq!(today::read(&taken).await.unwrap().date, "2026-05-13");
    assert_eq!(clients::overview(&taken, &alice).await.unwrap().client.age, Some(18));
}

#[tokio::test]
async fn the_zone_of_the_practice_is_known_again_when_it_is_opened() {
    let clinic = Clinic::make().await;
    let abroad = clinic.practice.at(in_tokyo());
    assert_eq!(
        today::read(&abroad).await.unwrap().date,
        "2026-05-13",
        "until it keeps one, it has the computer's"
    );
    let alice = seventeen(&clinic.practice).await;
    clinic.book(clinic.visit(&alice, 0, "14:00")).await.unwrap();
    let person = clinic.ines.clone();
    clinic.practice.lock().await.unwrap();
    let premises = Premises { clock: in_tokyo(), ..clinic.practice.premises().clone() };
    let unlock = Unlock { person, passphrase: PASSPHRASE.to_owned() };
    let again = opening::unlock(&premises, unlock).await.unwrap();
    assert_eq!(today::read(&again).await.unwrap().date, "2026-05-12");
    again.lock().await.unwrap();
}
