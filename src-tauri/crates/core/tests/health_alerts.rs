//! What a client's health history raises: for whom, how grave, and until when.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod taken_down;

use hegu_core::alerts::{self, AlertSeverity};
use hegu_core::health::{self, HealthFlagKind, HealthHistory, PregnancyState, Raised};
use hegu_core::people::Role;
use hegu_core::testing::TestPractice;

use taken_down::{flag, keep, later, line, pregnant, register};

#[tokio::test]
async fn what_makes_a_treatment_unsafe_is_an_alert_as_long_as_it_holds() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let history = HealthHistory {
        flags: vec![
            flag(HealthFlagKind::Fainting, "2024-06", "", "lay down"),
            flag(HealthFlagKind::Anticoagulant, "2024-03", "2026-05", "apixaban"),
            flag(HealthFlagKind::Epilepsy, "1990", "2001-04-01", ""),
        ],
        allergies: vec![line("zinc oxide tape", "rash"), line("penicillin", "")],
        ..pregnant(PregnancyState::Pregnant, "2026-09-03")
    };
    let kept = keep(&practice, &may, 0, history).await.unwrap();
    let raised = alerts::list(&practice, &may).await.unwrap();
    let severities: Vec<AlertSeverity> = raised.iter().map(|alert| alert.severity).collect();
    use AlertSeverity::{Caution, Danger};
    assert_eq!(
        severities,
        [Danger, Caution, Caution, Caution],
        "the gravest first, and no epilepsy of long ago"
    );
    let Some(Raised::Flag { flag: HealthFlagKind::Anticoagulant, note, since }) = &raised[0].raised else {
        panic!("{raised:?}")
    };
    assert_eq!((note.as_str(), since.as_str()), ("apixaban", "2024-03"));
    let Some(Raised::Allergies { allergies }) = &raised[3].raised else { panic!("{raised:?}") };
    assert_eq!(
        allergies.iter().map(|allergy| allergy.to.as_str()).collect::<Vec<_>>(),
        ["zinc oxide tape", "penicillin"]
    );
    let at_desk = alerts::list(&practice.seating(Role::Receptionist), &may).await.unwrap();
    assert_eq!(at_desk.len(), 1, "the desk sees that there is something");
    let other = register(&practice, "Peter").await;
    keep(&practice, &other, 0, pregnant(PregnancyState::Trying, "")).await.unwrap();
    let of_other = alerts::list(&practice.seating(Role::Receptionist), &other).await.unwrap();
    assert_eq!(at_desk, of_other, "and nothing by which one could be told from another");
    let [sign] = &at_desk[..] else { panic!("{at_desk:?}") };
    assert_eq!((&sign.text, &sign.raised, sign.by.as_str()), (&None, &None, ""));
    // What ended is no alert any more; a due day that has passed ends nothing.
    let in_october = later(&practice, 150);
    let raised = alerts::list(&in_october, &may).await.unwrap();
    assert!(raised.iter().all(|alert| alert.severity == Caution), "the tablets ended in May: {raised:?}");
    assert!(
        raised.iter().any(|alert| matches!(
            &alert.raised,
            Some(Raised::Pregnancy { state: PregnancyState::Pregnant, due }) if due == "2026-09-03"
        )),
        "only a person says that a pregnancy is over: {raised:?}"
    );
    keep(&in_october, &may, kept.version, pregnant(PregnancyState::Ended, "2026-09-03")).await.unwrap();
    assert!(alerts::list(&in_october, &may).await.unwrap().is_empty(), "and then nothing speaks of it");
    let told = health::read(&in_october, &may).await.unwrap().history.pregnancy.unwrap();
    assert_eq!(told.due, "", "nor of a day that will not come");
}
