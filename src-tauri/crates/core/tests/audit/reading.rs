//! The audit is read by whoever may, narrowed to what they look for, and taken along as a table.

use std::collections::BTreeSet;

use crate::written::{note, register, sign};
use chrono::{DateTime, Duration};
use hegu_core::audit::{Action, AuditKind, Outcome};
use hegu_core::clients::{self, ClientInput, FindClients, RegisterClient};
use hegu_core::clock::Clock;
use hegu_core::handouts::{self, GiveSheet, PaperChoice};
use hegu_core::opening::{self, ProveSelf};
use hegu_core::people::Role;
use hegu_core::testing::{PASSPHRASE, TestPractice, ask, tamper};
use hegu_core::trail::{self, AuditEntryView, AuditFilter, AuditPage, ReadAudit};
use hegu_core::{Error, FieldProblem, Practice, notes};

const COLLEAGUE: &str = "0196c000-0000-7000-8000-00000000cafe";

async fn read(practice: &Practice, filter: AuditFilter) -> AuditPage {
    trail::read(practice, ReadAudit { filter, before: None }).await.unwrap()
}

async fn entries(practice: &Practice, filter: AuditFilter) -> Vec<AuditEntryView> {
    read(practice, filter).await.entries
}

fn acts(entries: &[AuditEntryView]) -> Vec<Action> {
    entries.iter().map(|entry| entry.action.unwrap()).collect()
}

fn on(practice: &Practice, moment: &str) -> Practice {
    practice.at(Clock::Fixed(DateTime::parse_from_rfc3339(moment).unwrap()))
}

fn kind(kind: AuditKind) -> AuditFilter {
    AuditFilter { kind: Some(kind), ..AuditFilter::default() }
}

#[tokio::test]
async fn an_entry_names_who_did_what_in_whose_record_and_never_what_was_written() {
    let practice = TestPractice::make().await.unwrap();
    let margaret = register(&practice, "Margaret").await;
    let signed = notes::sign(&practice, sign(&margaret, note())).await.unwrap();
    let newest = entries(&practice, AuditFilter::default()).await.remove(0);
    assert_eq!((newest.person.as_str(), newest.role), ("Ines Marlow", Some(Role::Owner)));
    assert_eq!((newest.action, newest.outcome), (Some(Action::NoteSigned), Outcome::Done));
    let client = newest.client.unwrap();
    assert_eq!((client.id, client.name.as_str(), client.number), (margaret, "Margaret", 1));
    assert_eq!((newest.subject_kind.as_deref(), newest.subject), (Some("note"), Some(signed.id)));
    let all = ask(&practice, "SELECT group_concat(detail) FROM audit_entry").await.unwrap().concat();
    assert!(!all.contains("Low back") && !all.contains("Margaret"), "{all}");
}

#[tokio::test]
async fn looking_is_written_down_once_for_each_opening_whatever_was_opened() {
    let practice = TestPractice::make().await.unwrap();
    let margaret = register(&practice, "Margaret").await;
    let signed = notes::sign(&practice, sign(&margaret, note())).await.unwrap();
    let sheet = handouts::list(&practice).await.unwrap().remove(0);
    let give = GiveSheet {
        sheet: sheet.id,
        version: sheet.version,
        client: margaret.clone(),
        paper: PaperChoice::A4,
        text_size: 14,
    };
    let given = handouts::give(&practice, give).await.unwrap();
    for _ in 0..3 {
        clients::overview(&practice, &margaret).await.unwrap();
        notes::open(&practice, &signed.id).await.unwrap();
        notes::last(&practice, &margaret).await.unwrap();
        handouts::open_given(&practice, &given.id).await.unwrap();
    }
    let of_margaret = AuditFilter { client: Some(margaret.clone()), ..kind(AuditKind::Looking) };
    let looks = [Action::GivenSheetOpened, Action::NoteOpened, Action::ClientViewed];
    assert_eq!(acts(&entries(&practice, of_margaret.clone()).await), looks);
    let later = on(&practice, "2026-05-12T11:03:00-07:00");
    clients::overview(&later, &margaret).await.unwrap();
    notes::open(&later, &signed.id).await.unwrap();
    handouts::open_given(&later, &given.id).await.unwrap();
    assert_eq!(entries(&practice, of_margaret).await.len(), 6, "after a while it is another look");
    handouts::given_saved(&practice, &given.id).await.unwrap();
    let out = entries(&practice, kind(AuditKind::GoingOut)).await.remove(0);
    assert_eq!((out.action, out.client.unwrap().id), (Some(Action::SheetSaved), margaret));
}

#[tokio::test]
async fn a_search_is_written_down_with_its_count_once_in_five_minutes() {
    let practice = TestPractice::make().await.unwrap();
    for name in ["Margaret", "Maria", "Wendy"] {
        register(&practice, name).await;
    }
    let find = async |practice: &Practice, text: &str| {
        let find = FindClients { text: text.to_owned(), limit: 10, ..FindClients::default() };
        clients::find(practice, find).await.unwrap()
    };
    let searches = async || {
        let looks = entries(&practice, kind(AuditKind::Looking)).await;
        looks.into_iter().filter(|look| look.action == Some(Action::ClientsSearched)).collect::<Vec<_>>()
    };
    find(&practice, "").await;
    assert!(searches().await.is_empty(), "the list as it stands is no search");
    for typed in ["m", "ma", "mar", "marg"] {
        find(&practice, typed).await;
    }
    let found = searches().await;
    assert_eq!(found.len(), 1, "one line and not one for each key");
    let [fact] = found[0].facts.as_slice() else { panic!("{:?}", found[0].facts) };
    assert_eq!((fact.fact.as_str(), fact.value.as_str()), ("found", "2"), "how many, and not what for");
    find(&on(&practice, "2026-05-12T11:03:00-07:00"), "wendy").await;
    assert_eq!(searches().await.len(), 2);
}

#[tokio::test]
async fn pages_follow_each_other_without_a_gap_or_a_double() {
    let practice = TestPractice::make().await.unwrap();
    for nth in 0..240 {
        register(&practice, &format!("Client {nth}")).await;
    }
    let (mut seen, mut before) = (vec![], None);
    loop {
        let page = trail::read(&practice, ReadAudit { before, ..ReadAudit::default() }).await.unwrap();
        assert_eq!(page.entries.len() == 100, page.more, "a page is full as long as more follows");
        seen.extend(page.entries.iter().map(|entry| entry.seq));
        before = page.entries.last().map(|entry| i32::try_from(entry.seq).unwrap());
        // Somebody goes on working meanwhile.
        register(&practice, "Late").await;
        if !page.more {
            break;
        }
    }
    let count = i64::try_from(seen.len()).unwrap();
    assert_eq!(seen, (1..=count).rev().collect::<Vec<_>>());
}

#[tokio::test]
async fn entries_are_narrowed_by_client_person_day_and_kind() {
    let practice = TestPractice::make().await.unwrap();
    let monday = on(&practice, "2026-05-04T23:59:59-07:00");
    let tuesday = on(&practice, "2026-05-05T00:00:00-07:00");
    let margaret = register(&monday, "Margaret").await;
    let wendy = register(&tuesday, "Wendy").await;
    clients::overview(&tuesday, &margaret).await.unwrap();
    let day = |from: &str, to: &str| AuditFilter {
        from: Some(from.to_owned()),
        to: Some(to.to_owned()),
        ..AuditFilter::default()
    };
    let on_monday = entries(&practice, day("2026-05-04", "2026-05-04")).await;
    assert_eq!(
        acts(&on_monday),
        [Action::ClientRegistered],
        "a day is one of the practice, to its last second"
    );
    assert_eq!(entries(&practice, day("2026-05-04", "2026-05-05")).await.len(), 3);
    assert_eq!(entries(&practice, day("2026-05-05", "2026-05-04")).await.len(), 0);
    let of_wendy = AuditFilter { client: Some(wendy), ..AuditFilter::default() };
    assert_eq!(acts(&entries(&practice, of_wendy).await), [Action::ClientRegistered]);
    let looks_at_margaret = AuditFilter { client: Some(margaret), ..kind(AuditKind::Looking) };
    assert_eq!(acts(&entries(&practice, looks_at_margaret).await), [Action::ClientViewed]);
    let nobody = AuditFilter { person: Some(COLLEAGUE.to_owned()), ..AuditFilter::default() };
    assert_eq!(entries(&practice, nobody).await.len(), 0);
    let wrong = day("soon", "2026-02-30");
    let refused = trail::read(&practice, ReadAudit { filter: wrong, before: None }).await;
    let Err(Error::Invalid(fields)) = refused else { panic!("{refused:?}") };
    let fields: Vec<_> = fields.iter().map(|field| (field.path.as_str(), field.problem)).collect();
    assert_eq!(fields, [("from", FieldProblem::NotADate), ("to", FieldProblem::NotADate)]);
}

#[tokio::test]
async fn every_kind_of_act_is_found_under_one_kind_and_what_was_refused_under_its_own() {
    let practice = TestPractice::make().await.unwrap();
    let desk = practice.seating(Role::Receptionist);
    assert!(matches!(notes::open(&desk, COLLEAGUE).await, Err(Error::NotPermitted)));
    let wrong = ProveSelf { passphrase: "not what it is".to_owned() };
    assert!(opening::prove(&practice, wrong).await.is_err());
    let refused = entries(&practice, kind(AuditKind::Refused)).await;
    assert_eq!(acts(&refused), [Action::IdentityProved, Action::Refused]);
    assert_eq!((refused[0].outcome, refused[1].outcome), (Outcome::Failed, Outcome::Refused));
    assert_eq!(refused[1].role, Some(Role::Receptionist));
    assert_eq!(refused[1].facts[0].value, "read_notes", "what they were refused");
    let mut found = BTreeSet::new();
    for one in [
        AuditKind::Looking,
        AuditKind::Changing,
        AuditKind::Signing,
        AuditKind::GoingOut,
        AuditKind::Doors,
        AuditKind::People,
        AuditKind::Refused,
    ] {
        found.extend(entries(&practice, kind(one)).await.into_iter().map(|entry| entry.seq));
    }
    let all: BTreeSet<i64> =
        entries(&practice, AuditFilter::default()).await.into_iter().map(|entry| entry.seq).collect();
    assert_eq!(found, all, "nothing is under no kind");
}

/// A colleague with acts of their own beside the owner's.
async fn with_a_colleague(practice: &Practice) {
    register(practice, "Margaret").await;
    let add = format!(
        "INSERT INTO people_person (id, name, credentials, role, created_at, updated_at)
         VALUES ('{COLLEAGUE}', 'Grace Tan', '', 'receptionist', 0, 0);
         UPDATE audit_entry SET person = '{COLLEAGUE}', role = 'receptionist' WHERE action = 'client_registered'"
    );
    tamper(practice, &add).await.unwrap();
}

#[tokio::test]
async fn whoever_is_not_the_owner_reads_only_what_they_did_themselves() {
    let practice = TestPractice::make().await.unwrap();
    with_a_colleague(&practice).await;
    let all = read(&practice, AuditFilter::default()).await;
    let names: Vec<_> = all.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Grace Tan", "Ines Marlow"], "the owner asks for anybody");
    let graces = AuditFilter { person: Some(COLLEAGUE.to_owned()), ..AuditFilter::default() };
    assert_eq!(acts(&entries(&practice, graces.clone()).await), [Action::ClientRegistered]);
    for role in [Role::Practitioner, Role::Associate, Role::Receptionist, Role::Student] {
        let seated = practice.seating(role);
        let own = read(&seated, AuditFilter::default()).await;
        assert!(own.entries.iter().all(|entry| entry.person == "Ines Marlow"), "{role:?}");
        assert_eq!(own.entries.len() + 1, all.entries.len());
        assert_eq!(own.people.len(), 1, "{role:?} is not told who else there is");
        assert_eq!(entries(&seated, graces.clone()).await.len(), 0, "{role:?} asks in vain");
    }
    let export = trail::export(&practice.seating(Role::Practitioner), &AuditFilter::default()).await;
    assert!(matches!(export, Err(Error::NotPermitted)), "and only the owner takes it along");
    practice.close().await.unwrap();
}

fn lines(bytes: Vec<u8>) -> Vec<String> {
    let text = String::from_utf8(bytes).unwrap();
    let table = text.strip_prefix('\u{feff}').unwrap();
    table.strip_suffix("\r\n").unwrap().split("\r\n").map(str::to_owned).collect()
}

#[tokio::test]
async fn the_table_says_everything_and_ends_with_the_seal() {
    let practice = TestPractice::make().await.unwrap();
    let register = RegisterClient {
        client: ClientInput {
            given_name: "=HYPERLINK(\"http://x.example\")".to_owned(),
            family_name: "O\"Neill, Jr".to_owned(),
            ..ClientInput::default()
        },
        despite_twins: true,
        draft: None,
    };
    clients::register(&practice, register).await.unwrap();
    let export = trail::export(&practice, &AuditFilter::default()).await.unwrap();
    assert_eq!(export.file_name, "Audit 2026-05-12.csv");
    let count = export.entries;
    let lines = lines(export.bytes);
    assert_eq!(i64::try_from(lines.len()).unwrap(), count + 2, "a heading before, the seal behind");
    assert!(lines[0].starts_with("\"Number\",\"Time (UTC)\",\"Day\""));
    let hash =
        ask(&practice, "SELECT lower(hex(mac)) FROM audit_entry ORDER BY seq DESC LIMIT 1").await.unwrap();
    let registered = format!(
        "\"{count}\",\"2026-05-12T17:57:00.000Z\",\"2026-05-12\",\"10:57:00\",\"Ines Marlow\",\"owner\",\
         \"Registered the client\",\"\",\"1\",\"'=HYPERLINK(\"\"http://x.example\"\") O\"\"Neill, Jr\",\"done\",\"\",\"{}\"",
        hash[0]
    );
    assert_eq!(lines[lines.len() - 2], registered, "the name is text to a spreadsheet");
    let seal = format!("\"{count}:{}\"", &hash[0][..16]);
    assert!(lines[lines.len() - 1].starts_with("\"Seal\"") && lines[lines.len() - 1].ends_with(&seal));

    let before = entries(&practice, AuditFilter::default()).await.len();
    trail::exported(&practice, count).await.unwrap();
    let newest = entries(&practice, AuditFilter::default()).await;
    assert_eq!(newest.len(), before + 1);
    assert_eq!(newest[0].action, Some(Action::AuditExported));
    let facts: Vec<_> = newest[0].facts.iter().map(|fact| format!("{} {}", fact.fact, fact.value)).collect();
    assert_eq!(facts, [format!("entries {count}"), "target csv_file".to_owned()]);
    let narrowed = trail::export(&practice, &kind(AuditKind::GoingOut)).await.unwrap();
    assert_eq!(narrowed.entries, 1, "what is filtered away is not in it");
}

#[tokio::test]
async fn taking_the_audit_along_asks_who_sits_there() {
    let practice = TestPractice::make().await.unwrap();
    let moment = DateTime::from_timestamp_millis(practice.now()).unwrap().fixed_offset();
    let later = practice.at(Clock::Fixed(moment + Duration::minutes(6)));
    let refused = trail::export(&later, &AuditFilter::default()).await;
    assert!(matches!(refused, Err(Error::ProofNeeded)), "{refused:?}");
    let proof = ProveSelf { passphrase: PASSPHRASE.to_owned() };
    opening::prove(&later, proof).await.unwrap();
    trail::export(&later, &AuditFilter::default()).await.unwrap();
}
