//! What has to be known about a client: who writes it, who reads it, and until when it stands there.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use hegu_core::alerts::{self, AlertAudience, AlertInput, AlertSeverity, AlertView, KeepAlert, SeenAlert};
use hegu_core::bookings::{self, Book, VisitPart};
use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::people::Role;
use hegu_core::testing::{TestPractice, ask};
use hegu_core::{Error, FieldProblem, Practice};

async fn register(practice: &Practice, given_name: &str) -> String {
    let client = ClientInput { given_name: given_name.to_owned(), ..ClientInput::default() };
    let register = RegisterClient { client, despite_twins: true, draft: None };
    clients::register(practice, register).await.unwrap().id
}

fn alert(severity: AlertSeverity, audience: AlertAudience, text: &str) -> AlertInput {
    AlertInput { severity, audience, text: text.to_owned() }
}

async fn add(practice: &Practice, client: &str, alert: AlertInput) -> Result<AlertView, Error> {
    alerts::keep(practice, KeepAlert { id: None, version: None, client: client.to_owned(), alert }).await
}

fn seen(alert: &AlertView) -> SeenAlert {
    SeenAlert { id: alert.id.clone(), version: alert.version }
}

async fn texts(practice: &Practice, client: &str) -> Vec<Option<String>> {
    alerts::list(practice, client).await.unwrap().into_iter().map(|alert| alert.text).collect()
}

#[tokio::test]
async fn the_gravest_comes_first_and_what_is_clinical_has_no_words_for_the_desk() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    add(&practice, &may, alert(AlertSeverity::Note, AlertAudience::Desk, "Deaf in the left ear"))
        .await
        .unwrap();
    let grave = alert(AlertSeverity::Danger, AlertAudience::Clinical, " Blood thinner ");
    add(&practice, &may, grave).await.unwrap();
    let words = |text: &str| Some(text.to_owned());
    assert_eq!(texts(&practice, &may).await, [words("Blood thinner"), words("Deaf in the left ear")]);
    let desk = practice.seating(Role::Receptionist);
    assert_eq!(texts(&desk, &may).await, [None, words("Deaf in the left ear")]);
    let visit = Book {
        client: Some(may.clone()),
        service: None,
        practitioner: practice.actor().id.to_string(),
        room: None,
        start: "2026-05-12T14:00".to_owned(),
        which: None,
        parts: Some(vec![VisitPart { hands_on: true, minutes: 30 }]),
        company: None,
        note: String::new(),
        despite: None,
        wait: None,
        draft: None,
    };
    let booked = bookings::book(&practice, visit).await.unwrap();
    assert_eq!(booked.alerts.len(), 2, "it stands on the booking");
    let at_desk = bookings::rows(&desk, vec![booked.id.clone()]).await.unwrap().remove(0);
    assert_eq!(at_desk.alerts[0].text, None, "and there, too, without words");
    let others = bookings::rows(&practice.seating(Role::Associate), vec![booked.id]).await.unwrap().remove(0);
    assert!(
        others.hidden && others.alerts.is_empty(),
        "whoever may not know who comes knows nothing of them"
    );
    let refused = alerts::list(&practice.seating(Role::Associate), &may).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
}

#[tokio::test]
async fn it_is_changed_and_ended_by_whoever_may_read_it_and_nothing_is_lost() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let clinical = alert(AlertSeverity::Caution, AlertAudience::Clinical, "Faints at needles");
    let kept = add(&practice, &may, clinical.clone()).await.unwrap();
    let desk = practice.seating(Role::Receptionist);
    // Neither is it written by the desk, nor made everybody's, nor taken away.
    let opened = AlertInput { audience: AlertAudience::Desk, ..clinical.clone() };
    let change = |alert: AlertInput| KeepAlert {
        id: Some(kept.id.clone()),
        version: Some(kept.version),
        client: may.clone(),
        alert,
    };
    for refused in [
        add(&desk, &may, clinical.clone()).await,
        alerts::keep(&desk, change(opened)).await,
        alerts::end(&desk, seen(&kept)).await,
        add(&practice.seating(Role::Student), &may, clinical).await,
    ] {
        assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    }
    let graver = alert(AlertSeverity::Danger, AlertAudience::Clinical, "Faints at needles, fell once");
    let changed = alerts::keep(&practice, change(graver.clone())).await.unwrap();
    let twice = alerts::keep(&practice, change(graver)).await;
    assert!(matches!(twice, Err(Error::Stale { version: 2, .. })), "{twice:?}");
    let other = register(&practice, "Peter").await;
    let moved = KeepAlert {
        id: Some(changed.id.clone()),
        version: Some(changed.version),
        client: other.clone(),
        alert: alert(AlertSeverity::Note, AlertAudience::Desk, "Not his"),
    };
    let moved = alerts::keep(&practice, moved).await;
    assert!(matches!(moved, Err(Error::NotFound)), "an alert stays with whom it is about: {moved:?}");
    let ended = alerts::end(&practice, seen(&changed)).await.unwrap();
    assert!(texts(&practice, &may).await.is_empty());
    let again = alerts::end(&practice, seen(&ended)).await;
    assert!(matches!(again, Err(Error::NotFound)), "{again:?}");
    alerts::put_back(&practice, seen(&ended)).await.unwrap();
    assert_eq!(texts(&practice, &may).await, [Some("Faints at needles, fell once".to_owned())]);
    let entries =
        "SELECT action FROM audit_entry WHERE client IS NOT NULL AND action LIKE 'alert%' ORDER BY seq";
    let entries = ask(&practice, entries).await.unwrap();
    assert_eq!(entries, ["alert_kept", "alert_kept", "alert_ended", "alert_put_back"]);
}

#[tokio::test]
async fn what_it_says_is_one_short_line() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    for (text, problem) in [
        ("  ", FieldProblem::Required),
        ("two\nlines", FieldProblem::ControlCharacters),
        (&"x".repeat(121), FieldProblem::TooLong),
    ] {
        let refused = add(&practice, &may, alert(AlertSeverity::Note, AlertAudience::Desk, text)).await;
        let Err(Error::Invalid(fields)) = refused else { panic!("{text} was kept") };
        assert_eq!((fields[0].path.as_str(), fields[0].problem), ("text", problem));
    }
    // Hostile text is text.
    let hostile = "<script>alert(1)</script> '); DROP TABLE alerts_alert; -- =1+1 \u{202e}fdp";
    add(&practice, &may, alert(AlertSeverity::Note, AlertAudience::Desk, hostile)).await.unwrap();
    assert_eq!(texts(&practice, &may).await, [Some(hostile.to_owned())]);
}

#[tokio::test]
async fn what_held_once_is_still_known_with_who_ended_it_to_whoever_may_read_it() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let peter = register(&practice, "Peter").await;
    for (client, audience, text) in [
        (&may, AlertAudience::Desk, "Leg in plaster"),
        (&may, AlertAudience::Clinical, "Blood thinner"),
        (&peter, AlertAudience::Desk, "Late"),
    ] {
        let kept = add(&practice, client, alert(AlertSeverity::Danger, audience, text)).await.unwrap();
        assert!(
            alerts::ended(&practice, client).await.unwrap().iter().all(|ended| ended.alert.id != kept.id)
        );
        alerts::end(&practice, seen(&kept)).await.unwrap();
    }
    let ended = alerts::ended(&practice, &may).await.unwrap();
    let told: Vec<_> = ended.iter().map(|ended| ended.alert.text.clone().unwrap()).collect();
    assert_eq!(told, ["Blood thinner", "Leg in plaster"]);
    assert_eq!((ended[0].ended_by.as_str(), ended[0].ended_at), ("Ines Marlow", ended[0].alert.since));
    let desk = alerts::ended(&practice.seating(Role::Receptionist), &may).await.unwrap();
    let told: Vec<_> = desk.iter().map(|ended| ended.alert.text.clone().unwrap()).collect();
    assert_eq!(told, ["Leg in plaster"]);
    let refused = alerts::ended(&practice.seating(Role::Associate), &may).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    alerts::put_back(&practice, seen(&ended[0].alert)).await.unwrap();
    assert_eq!(texts(&practice, &may).await, [Some("Blood thinner".to_owned())]);
    assert_eq!(alerts::ended(&practice, &may).await.unwrap().len(), 1);
}
