//! Erasing: what goes at once, what is kept and why, what is left when the time of a record is over, and the letter about it.

use std::path::Path;

use hegu_core::alerts::{self, AlertAudience, AlertInput, AlertSeverity, KeepAlert};
use hegu_core::clients::{self, ClientInput, PutAwayClients, RecordPlace, RelationInput};
use hegu_core::erasure::{self, Asked, AskedBy, EraseRecord, Reach};
use hegu_core::handouts::{self, GiveSheet, KeepSheet, PaperChoice, SheetText};
use hegu_core::health::HealthHistory;
use hegu_core::opening::{self, ProveSelf};
use hegu_core::people::Role;
use hegu_core::retention::{self, GoBy, HoldRecord};
use hegu_core::testing::{PASSPHRASE, TestPractice, ask, seated_as};
use hegu_core::{Error, Practice, bookings, notes};

use crate::taken_down::{keep, later, line};
use crate::twice::{found, make_one, named, record, register};
use crate::written::{note, sign};

pub(crate) async fn go_by_florida(practice: &Practice) {
    let rules = retention::rules(practice).await.unwrap();
    let florida = rules.into_iter().find(|rule| rule.name == "Florida").unwrap();
    retention::go_by(practice, GoBy { id: Some(florida.id) }).await.unwrap();
}

pub(crate) fn asked() -> Asked {
    Asked { by: AskedBy::Client, on: "2026-05-11".to_owned() }
}

pub(crate) async fn erase(practice: &Practice, client: &str) -> Result<(), Error> {
    let plan = erasure::plan(practice, client).await?;
    let input =
        EraseRecord { client: client.to_owned(), version: plan.version, reach: plan.reach, asked: asked() };
    erasure::erase(practice, input).await
}

/// A visit to which they came.
async fn came(practice: &Practice, client: &str) {
    let booked =
        bookings::book(practice, visit(practice, client, "2026-05-12T10:15", "Parks behind")).await.unwrap();
    let here = bookings::SayStatus {
        id: booked.id,
        version: booked.version,
        status: bookings::BookingStatus::Arrived,
        reason: String::new(),
        fee: false,
    };
    let here = bookings::say_status(practice, here).await.unwrap();
    let gone = bookings::SayStatus {
        id: here.id,
        version: here.version,
        status: bookings::BookingStatus::Done,
        reason: String::new(),
        fee: false,
    };
    bookings::say_status(practice, gone).await.unwrap();
}

pub(crate) fn visit(practice: &Practice, client: &str, start: &str, note: &str) -> bookings::Book {
    bookings::Book {
        client: Some(client.to_owned()),
        service: None,
        practitioner: practice.actor().id.to_string(),
        room: None,
        start: start.to_owned(),
        which: None,
        parts: Some(vec![bookings::VisitPart { hands_on: true, minutes: 30 }]),
        company: None,
        note: note.to_owned(),
        despite: None,
        wait: None,
        draft: None,
    }
}

/// Somebody of whom everything is known, who was treated and given a sheet.
pub(crate) async fn somebody(practice: &Practice) -> String {
    let mut client = crate::recorded::whole("Margaret", "Oyelaran");
    let mother = RelationInput {
        guardian: true,
        ..RelationInput::in_emergency("Folake Oyelaran", "mother", "250-555-0199")
    };
    client.relations = vec![mother, RelationInput::in_emergency("Ade Oyelaran", "son", "250-555-0171")];
    client.custom.clear();
    client.notes = "Oyelaran likes the window".to_owned();
    let id = register(practice, client).await;
    came(practice, &id).await;
    let history =
        HealthHistory { medicines: vec![line("Warfarin Oyelaran", "5 mg")], ..HealthHistory::default() };
    keep(practice, &id, 0, history).await.unwrap();
    let text = format!("{} Oyelaran", note().plan);
    let signed = notes::sign(practice, sign(&id, notes::NoteText { plan: text, ..note() })).await.unwrap();
    let add =
        notes::AddAddendum { note: signed.id.clone(), text: "Oyelaran called.".to_owned(), draft: None };
    notes::add_addendum(practice, add).await.unwrap();
    for audience in [AlertAudience::Desk, AlertAudience::Clinical] {
        let alert =
            AlertInput { severity: AlertSeverity::Caution, audience, text: format!("Oyelaran {audience:?}") };
        alerts::keep(practice, KeepAlert { id: None, version: None, client: id.clone(), alert })
            .await
            .unwrap();
    }
    let text = SheetText {
        title: "After treatment".to_owned(),
        language: "en".to_owned(),
        author: String::new(),
        written: String::new(),
        markdown: "Rest.".to_owned(),
    };
    let sheet =
        handouts::keep(practice, KeepSheet { id: None, version: None, text, draft: None }).await.unwrap();
    let give =
        GiveSheet { sheet: sheet.id, version: 1, client: id.clone(), paper: PaperChoice::A4, text_size: 12 };
    handouts::give(practice, give).await.unwrap();
    id
}

/// Where in the database a word stands, table by table.
pub(crate) async fn stands(practice: &Practice, word: &str) -> Vec<String> {
    let columns = "SELECT 'SELECT ''' || tables.name || ''' FROM \"' || tables.name || '\" WHERE '
             || group_concat('instr(CAST(\"' || columns.name || '\" AS TEXT), ''{word}'') > 0', ' OR ')
         FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite%' GROUP BY tables.name ORDER BY 1";
    let mut places = Vec::new();
    for statement in ask(practice, columns).await.unwrap() {
        places.extend(ask(practice, &statement.replace("{word}", word)).await.unwrap());
    }
    places.dedup();
    places
}

fn files_beside(folder: &Path) -> usize {
    let shelves = std::fs::read_dir(folder.join("att")).unwrap();
    shelves.map(|shelf| std::fs::read_dir(shelf.unwrap().path()).unwrap().count()).sum()
}

#[tokio::test]
async fn as_long_as_the_time_runs_what_was_written_in_treatment_is_kept_and_locked_away() {
    let practice = TestPractice::make().await.unwrap();
    let id = somebody(&practice).await;
    go_by_florida(&practice).await;
    let plan = erasure::plan(&practice, &id).await.unwrap();
    assert_eq!((plan.reach, plan.keeping.until.as_deref()), (Reach::Part, Some("2031-05-12")));
    let kept = plan.kept;
    assert_eq!((kept.notes, kept.visits, kept.health, kept.sheets, kept.correspondence), (1, 1, true, 1, 0));
    erase(&practice, &id).await.unwrap();
    let left = [
        "alerts_alert",
        "clients_client",
        "clients_relation",
        "health_version",
        "notes_addendum",
        "notes_note",
    ];
    assert_eq!(stands(&practice, "Oyelaran").await, left);
    assert_eq!(ask(&practice, "SELECT text FROM alerts_alert").await.unwrap(), ["Oyelaran Clinical"]);
    for gone in
        ["555-0138", "post.example", "Midwife", "Blue Cross", "Parks behind", "Ade Oyelaran", "555-0199"]
    {
        assert_eq!(stands(&practice, gone).await, [""; 0], "{gone}");
    }
    assert!(found(&practice, "oyelaran").await.is_empty(), "nobody finds it");
    assert_eq!(clients::lying(&practice, RecordPlace::Kept).await.unwrap().rows[0].client.id, id);
    let record = clients::overview(&practice, &id).await.unwrap();
    assert_eq!(record.client.client.relations[0].name, "Folake Oyelaran", "who may sign for her");
    assert_eq!(record.client.put_away.unwrap().place, RecordPlace::Kept);
    assert_eq!(clients::rows(&practice, vec![id.clone()]).await.unwrap().len(), 1, "her notes have a name");
    for role in [Role::Practitioner, Role::Receptionist] {
        let seated = seated_as(&practice, role);
        assert!(clients::rows(&seated, vec![id.clone()]).await.unwrap().is_empty());
        assert!(
            matches!(clients::overview(&seated, &id).await, Err(Error::NotPermitted)),
            "only the owner opens it"
        );
        assert!(matches!(clients::lying(&seated, RecordPlace::Kept).await, Err(Error::NotPermitted)));
    }
    let said = keep(&practice, &id, 1, HealthHistory::default()).await;
    assert!(matches!(said, Err(Error::OnlyKept)), "nobody works with it: {said:?}");
    assert!(matches!(notes::sign(&practice, sign(&id, note())).await, Err(Error::NotFound)));
    let again = erase(&practice, &id).await;
    assert!(matches!(again, Err(Error::Invalid(_))), "nothing more goes before its time: {again:?}");
    let archive = PutAwayClients { ids: vec![id.clone()], place: RecordPlace::Archive };
    assert!(matches!(clients::put_away(&practice, archive).await, Err(Error::OnlyKept)));
    clients::take_out(&practice, vec![id.clone()]).await.unwrap();
    notes::sign(&practice, sign(&id, note())).await.unwrap();
}

#[tokio::test]
async fn when_its_time_is_over_nothing_that_it_said_is_anywhere() {
    let practice = TestPractice::make().await.unwrap();
    let id = somebody(&practice).await;
    let daughter = RelationInput { other: id.clone(), ..RelationInput::in_emergency("", "mother", "") };
    let tola =
        register(&practice, ClientInput { relations: vec![daughter], ..named("Tola", "Adeyemi") }).await;
    go_by_florida(&practice).await;
    let files = files_beside(practice.folder());
    let seal = ask(&practice, "SELECT hex(signature) FROM notes_note").await.unwrap();
    erase(&practice, &id).await.unwrap();
    let then = later(&practice, 366 * 5 + 1);
    assert_eq!(retention::due(&then).await.unwrap().rows[0].client.id, id, "the owner is asked");
    let plan = erasure::plan(&then, &id).await.unwrap();
    assert_eq!((plan.reach, plan.only_kept), (Reach::Whole, true));
    let input = || EraseRecord {
        client: id.clone(),
        version: plan.version,
        reach: Reach::Whole,
        asked: Asked { by: AskedBy::Nobody, on: String::new() },
    };
    assert!(
        matches!(erasure::erase(&then, input()).await, Err(Error::ProofNeeded)),
        "not by whoever walks by"
    );
    opening::prove(&then, ProveSelf { passphrase: PASSPHRASE.to_owned() }).await.unwrap();
    erasure::erase(&then, input()).await.unwrap();
    for word in ["Warfarin", "1964", "Folake"] {
        assert_eq!(stands(&then, word).await, [""; 0], "{word}");
    }
    assert_eq!(
        stands(&then, "Oyelaran").await,
        ["clients_relation"],
        "but what another says of their mother"
    );
    assert_eq!(ask(&then, "SELECT client FROM clients_relation WHERE other IS NULL").await.unwrap(), [tola]);
    assert_eq!(files_beside(practice.folder()), files - 1, "the sheet that was given is gone");
    let log = practice
        .folder()
        .join("db")
        .read_dir()
        .into_iter()
        .flatten()
        .chain(practice.folder().read_dir().unwrap());
    let log =
        log.map(|file| file.unwrap()).filter(|file| file.file_name().to_string_lossy().ends_with("-wal"));
    assert!(
        log.map(|file| file.metadata().unwrap().len()).all(|bytes| bytes == 0),
        "nor in the log of changes"
    );
    assert_eq!(ask(&then, "SELECT hex(signature) FROM notes_erased WHERE id = note").await.unwrap(), seal);
    assert_eq!(
        ask(&then, "SELECT count(*) || '' FROM notes_erased").await.unwrap(),
        ["2"],
        "and the addendum's"
    );
    assert!(matches!(clients::overview(&then, &id).await, Err(Error::NotFound)));
    let erased =
        ask(&then, "SELECT number || ' ' || whole || ' ' || asked_by FROM erasure_erased ORDER BY erased_at");
    assert_eq!(erased.await.unwrap(), ["1 0 client", "1 1 nobody"]);
    let acts = ask(&then, "SELECT detail FROM audit_entry WHERE action = 'record_erased' ORDER BY seq")
        .await
        .unwrap();
    assert_eq!(acts, [r#"{"card":1,"whole":false}"#, r#"{"card":1,"whole":true}"#]);
    let refused = ask(&then, "DELETE FROM erasure_erased").await;
    assert!(refused.is_err(), "that it was done stays");
}

#[tokio::test]
async fn a_number_is_never_given_again() {
    let practice = TestPractice::make().await.unwrap();
    register(&practice, named("Tola", "Adeyemi")).await;
    let last = register(&practice, named("Abel", "Adeyemi")).await;
    erase(&practice, &last).await.unwrap();
    let next = register(&practice, named("Carl", "Adeyemi")).await;
    assert_eq!(clients::overview(&practice, &next).await.unwrap().client.number, 3);
}

#[tokio::test]
async fn a_record_with_what_was_merged_into_it_is_erased_as_one() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = crate::twice::twice(&practice).await;
    notes::sign(&practice, sign(&gone, note())).await.unwrap();
    let client = record(&practice, &kept).await;
    let merged = make_one(&practice, &kept, &gone, client).await.unwrap();
    ask(&practice, "UPDATE bookings_wait SET removed = 1").await.unwrap();
    go_by_florida(&practice).await;
    erase(&practice, &gone).await.unwrap();
    assert_eq!(stands(&practice, "604 555").await, [""; 0], "neither in the one nor in the other");
    let undone = clients::unmerge(&practice, &merged.merge).await;
    assert!(matches!(undone, Err(Error::StaysMerged(_))), "{undone:?}");
    let then = later(&practice, 366 * 5 + 1);
    opening::prove(&then, ProveSelf { passphrase: PASSPHRASE.to_owned() }).await.unwrap();
    erase(&then, &kept).await.unwrap();
    assert_eq!(stands(&then, "Maggie").await, ["clients_relation"], "in her daughter's record");
    assert_eq!(
        ask(&then, "SELECT number || '' FROM erasure_erased WHERE whole ORDER BY 1").await.unwrap(),
        ["1", "2"]
    );
}

#[tokio::test]
async fn what_is_held_unfinished_or_without_a_rule_is_not_erased() {
    let practice = TestPractice::make().await.unwrap();
    let id = register(&practice, named("Abel", "Adeyemi")).await;
    notes::sign(&practice, sign(&id, note())).await.unwrap();
    let refused_at = async |path: &str| match erase(&practice, &id).await {
        Err(Error::Invalid(fields)) => assert_eq!(fields[0].path, path),
        other => panic!("{other:?}"),
    };
    refused_at("rule").await;
    go_by_florida(&practice).await;
    let hold = HoldRecord { client: id.clone(), reason: "A claim".to_owned() };
    let hold = retention::hold(&practice, hold).await.unwrap();
    refused_at("reach").await;
    retention::lift(&practice, &hold, true).await.unwrap();
    let visit = visit(&practice, &id, "2026-05-14T09:00", "");
    let booked = bookings::book(&practice, visit).await.unwrap();
    refused_at("unfinished").await;
    let seen = bookings::SeenBooking { id: booked.id, version: booked.version };
    bookings::take_back(&practice, seen).await.unwrap();
    let stale = EraseRecord { client: id.clone(), version: 1, reach: Reach::Whole, asked: asked() };
    assert!(
        matches!(erasure::erase(&practice, stale).await, Err(Error::Stale { .. })),
        "not more than was shown"
    );
    let nobody = EraseRecord {
        client: id.clone(),
        version: 1,
        reach: Reach::Part,
        asked: Asked { on: "2026-05-13".to_owned(), ..asked() },
    };
    assert!(matches!(erasure::erase(&practice, nobody).await, Err(Error::Invalid(_))), "asked tomorrow");
    for role in [Role::Practitioner, Role::Receptionist] {
        assert!(matches!(erase(&seated_as(&practice, role), &id).await, Err(Error::NotPermitted)));
    }
    assert_eq!(found(&practice, "adeyemi").await.len(), 1, "and nothing is gone");
}
