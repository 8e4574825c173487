//! Somebody who was registered twice, and everything that is known of either record.

use std::collections::BTreeSet;

use hegu_core::alerts::{self, AlertAudience, AlertInput, AlertSeverity, KeepAlert};
use hegu_core::bookings::{
    self, AskAgain, ContactAbout, ContactOutcome, KeepRecall, KeepWait, SayContact, WaitInput,
};
use hegu_core::clients::{
    self, AddressInput, AddressKind, ClientInput, ClientStatus, ComparedRecord, ComparedRecords, EmailInput,
    FindClients, FundInput, MergeClients, MergedClients, MergingRecord, PhoneInput, PhoneKind,
    RegisterClient, RelationInput, TimelineEntry,
};
use hegu_core::correspondence::{self, CorrespondenceInput, CorrespondenceKind, KeepCorrespondence};
use hegu_core::health::{self, HealthHistory};
use hegu_core::notes;
use hegu_core::{Error, Practice};
use proptest::prelude::*;

use crate::taken_down::{keep, line};
use crate::written::{note, sign};

pub(crate) fn named(given: &str, family: &str) -> ClientInput {
    ClientInput { given_name: given.to_owned(), family_name: family.to_owned(), ..ClientInput::default() }
}

pub(crate) async fn register(practice: &Practice, client: ClientInput) -> String {
    let register = RegisterClient { client, despite_twins: true, draft: None };
    clients::register(practice, register).await.unwrap().id
}

pub(crate) async fn found(practice: &Practice, text: &str) -> Vec<String> {
    let input = FindClients { text: text.to_owned(), limit: 50, ..FindClients::default() };
    clients::find(practice, input).await.unwrap().rows.into_iter().map(|row| row.name).collect()
}

pub(crate) async fn record(practice: &Practice, id: &str) -> ClientInput {
    clients::overview(practice, id).await.unwrap().client.client
}

pub(crate) fn compared(one: &str, other: &str) -> ComparedRecords {
    ComparedRecords { one: one.to_owned(), other: other.to_owned() }
}

/// Two records as they were compared, to make one of with these details; the first is kept.
pub(crate) fn merging(
    sides: &[ComparedRecord],
    client: ClientInput,
    health: Option<HealthHistory>,
) -> MergeClients {
    let record = |side: &ComparedRecord| MergingRecord {
        id: side.client.id.clone(),
        version: side.client.version,
        health_version: side.health_version,
    };
    MergeClients { kept: record(&sides[0]), gone: record(&sides[1]), client, health }
}

/// Makes one record of two; of two health histories what the one that is kept says.
pub(crate) async fn make_one(
    practice: &Practice,
    kept: &str,
    gone: &str,
    client: ClientInput,
) -> Result<MergedClients, Error> {
    let sides = clients::compare(practice, compared(kept, gone)).await?;
    let health = sides[0].health.clone().filter(|_| sides[1].health.is_some()).map(|health| health.history);
    clients::merge(practice, merging(&sides, client, health)).await
}

/// Everything that the program tells of a client.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Everything {
    number: i32,
    details: ClientInput,
    health: Option<HealthHistory>,
    /// Where a client is named as somebody around another.
    named_by: Vec<String>,
    pub(crate) belongings: BTreeSet<String>,
}

pub(crate) async fn everything(practice: &Practice, id: &str) -> Everything {
    let overview = clients::overview(practice, id).await.unwrap();
    let mut belongings = BTreeSet::new();
    for entry in overview.timeline {
        belongings.extend(match entry {
            TimelineEntry::NoteSigned { id, .. } => {
                Some(format!("note {}", notes::open(practice, &id).await.unwrap().fingerprint))
            }
            TimelineEntry::Corresponded { view, .. } => Some(format!("{} {}", view.id, view.entry.text)),
            TimelineEntry::FileAdded { file, .. } => Some(format!("file {}", file.name)),
            TimelineEntry::Visit { visit, .. } => Some(format!("visit {} {}", visit.id, visit.start)),
            TimelineEntry::Contacted { tried, .. } => Some(format!("tried {} {:?}", tried.id, tried.outcome)),
            _ => None,
        });
    }
    for alert in alerts::list(practice, id).await.unwrap() {
        belongings.extend(alert.text);
    }
    for wait in bookings::waiting_list(practice).await.unwrap() {
        if wait.client.id == overview.client.id {
            belongings.insert(format!("waits {}", wait.id));
        }
    }
    let recall = bookings::recall_said(practice, id).await.unwrap();
    if recall.version.is_some() {
        belongings.insert(format!("to come again {}", recall.note));
    }
    let health = health::read(practice, id).await.unwrap();
    Everything {
        number: overview.client.number,
        details: overview.client.client,
        health: (health.version > 0).then_some(health.history),
        named_by: overview.client.named_by.into_iter().map(|by| by.name).collect(),
        belongings,
    }
}

pub(crate) async fn warn(practice: &Practice, client: &str, text: &str) {
    let alert =
        AlertInput { severity: AlertSeverity::Caution, audience: AlertAudience::Desk, text: text.to_owned() };
    let keep = KeepAlert { id: None, version: None, client: client.to_owned(), alert };
    alerts::keep(practice, keep).await.unwrap();
}

async fn call(practice: &Practice, client: &str, text: &str) {
    let entry = CorrespondenceInput {
        kind: CorrespondenceKind::PhoneCall,
        day: "2026-05-12".to_owned(),
        text: text.to_owned(),
        clinical: false,
        follow_up: String::new(),
    };
    let client = client.to_owned();
    let keep = KeepCorrespondence { id: None, version: None, client, entry, draft: None };
    correspondence::keep(practice, keep).await.unwrap();
}

async fn wait(practice: &Practice, client: &str) {
    let wait = WaitInput {
        client: client.to_owned(),
        service: None,
        practitioner: None,
        weekdays: vec![],
        not_before: String::new(),
        over_by: String::new(),
        urgent: false,
        until: "2026-06-12".to_owned(),
        instead_of: None,
        note: String::new(),
    };
    bookings::keep_wait(practice, KeepWait { id: None, version: None, wait }).await.unwrap();
}

/// Somebody tried to reach them about a time.
async fn reach(practice: &Practice, client: &str) {
    let tried = SayContact {
        client: client.to_owned(),
        about: ContactAbout::Waiting,
        booking: None,
        outcome: ContactOutcome::NoAnswer,
    };
    bookings::say_contact(practice, tried).await.unwrap();
}

async fn come_again(practice: &Practice, client: &str, note: &str) {
    let keep = KeepRecall {
        client: client.to_owned(),
        version: None,
        ask: AskAgain::OnDay,
        due: "2026-09-01".to_owned(),
        note: note.to_owned(),
    };
    bookings::keep_recall(practice, keep).await.unwrap();
}

/// Margaret, and Maggie who is the same; each with belongings, and the second with more of them.
pub(crate) async fn twice(practice: &Practice) -> [String; 2] {
    let phone = |number: &str| vec![PhoneInput::new(PhoneKind::Mobile, number)];
    let margaret = ClientInput { phones: phone("604 555 0100"), ..named("Margaret", "Oyelaran") };
    let margaret = register(practice, margaret).await;
    let maggie = ClientInput {
        phones: phone("604 555 0100"),
        relations: vec![RelationInput {
            other: margaret.clone(),
            ..RelationInput::in_emergency("", "sister", "")
        }],
        ..named("Maggie", "Oyelaran")
    };
    let maggie = register(practice, maggie).await;
    for (client, word) in [(&margaret, "first"), (&maggie, "second")] {
        warn(practice, client, &format!("{word} alert")).await;
        call(practice, client, &format!("{word} call")).await;
    }
    wait(practice, &maggie).await;
    reach(practice, &maggie).await;
    come_again(practice, &maggie, "after the summer").await;
    let daughter = RelationInput { other: maggie.clone(), ..RelationInput::in_emergency("", "mother", "") };
    register(practice, ClientInput { relations: vec![daughter], ..named("Tola", "Adeyemi") }).await;
    [margaret, maggie]
}

/// Somebody to put down.
#[derive(Debug)]
pub(crate) struct Person {
    details: ClientInput,
    health: Option<String>,
    notes: u8,
    calls: u8,
    waits: bool,
    comes_again: bool,
}

impl Person {
    pub(crate) async fn put_down(&self, practice: &Practice) -> String {
        let id = register(practice, self.details.clone()).await;
        if let Some(said) = &self.health {
            let history = HealthHistory { allergies: vec![line(said, "")], ..HealthHistory::default() };
            keep(practice, &id, 0, history).await.unwrap();
        }
        for _ in 0..self.notes {
            notes::sign(practice, sign(&id, note())).await.unwrap();
        }
        for nth in 0..self.calls {
            call(practice, &id, &format!("call {nth}")).await;
        }
        if self.waits {
            wait(practice, &id).await;
        }
        if self.comes_again {
            come_again(practice, &id, "by card").await;
        }
        id
    }
}

/// Details that may stand in a record.
pub(crate) fn details() -> impl Strategy<Value = ClientInput> {
    let names = ("[A-ZÄ王][a-zé]{1,9}", "[A-Z][a-z]{0,9}", "[A-Za-z]{0,9}");
    let lists = (
        proptest::collection::vec("[2-9][0-9]{6,9}", 0..4),
        proptest::collection::vec("[a-z]{2,9}", 0..3),
        proptest::collection::vec("[A-Z][a-z]{2,9}", 0..4),
        proptest::collection::vec("[0-9]{4,9}", 0..2),
    );
    let around = (
        proptest::collection::vec(("[A-Z][a-z]{2,9}", any::<bool>(), any::<bool>()), 0..3),
        proptest::collection::vec("[0-9]{1,3} [A-Z][a-z]{2,9}", 0..3),
        "[A-Z][a-z]{0,9}",
        prop_oneof![Just(ClientStatus::Active), Just(ClientStatus::Inactive), Just(ClientStatus::Discharged)],
    );
    (names, lists, around, "[a-z \n]{0,40}").prop_map(|((given, family, preferred), lists, around, notes)| {
        let (phones, emails, mut tags, funds) = lists;
        let (people, addresses, doctor, status) = around;
        let person = |(name, must_not, guardian): (String, bool, bool)| RelationInput {
            must_not,
            guardian,
            emergency: !must_not,
            ..RelationInput::in_emergency(name, "sister", "")
        };
        let address = |address| AddressInput { kind: AddressKind::Home, address };
        tags.sort_by_key(|tag| tag.to_lowercase());
        tags.dedup_by_key(|tag| tag.to_lowercase());
        let fund = |number: String| FundInput { fund: "Blue Cross".to_owned(), number };
        ClientInput {
            preferred_name: preferred,
            phones: phones.iter().map(|number| PhoneInput::new(PhoneKind::Mobile, number)).collect(),
            emails: emails.iter().map(|to| EmailInput::personal(format!("{to}@post.example"))).collect(),
            tags,
            funds: funds.into_iter().map(fund).collect(),
            notes: notes.trim().to_owned(),
            relations: people.into_iter().map(person).collect(),
            addresses: addresses.into_iter().map(address).collect(),
            gp_name: doctor,
            status,
            ..named(&given, &family)
        }
    })
}

pub(crate) fn person() -> impl Strategy<Value = Person> {
    let health = proptest::option::of("[a-z]{3,9}");
    (details(), health, 0_u8..3, 0_u8..3, any::<bool>(), any::<bool>()).prop_map(
        |(details, health, notes, calls, waits, comes_again)| Person {
            details,
            health,
            notes,
            calls,
            waits,
            comes_again,
        },
    )
}
