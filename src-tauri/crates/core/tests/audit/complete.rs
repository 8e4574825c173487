//! No row of a record changes without an entry that says so.

use std::collections::BTreeMap;

use crate::added::add;
use crate::written::{note, register, sign};
use hegu_core::clients::{self, ClientInput, EditClient};
use hegu_core::drafts::{self, DraftKind, SaveDraft};
use hegu_core::handouts::{self, GiveSheet, KeepSheet, PaperChoice, SheetText};
use hegu_core::settings::{self, MachineSettings};
use hegu_core::testing::{TestPractice, ask};
use hegu_core::{Practice, notes};

/// Every row of every table that holds anything of people, by table.
pub(crate) async fn records(practice: &Practice, tables: &[(String, String)]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (table, columns) in tables {
        let rows = ask(practice, &format!("SELECT group_concat({columns}, x'0a') FROM {table}")).await;
        found.insert(table.clone(), rows.unwrap_or_default().concat());
    }
    found
}

pub(crate) async fn tables(practice: &Practice) -> Vec<(String, String)> {
    // What somebody is typing has one entry for the whole of it, and the audit is not about itself.
    let all = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'audit_%'
        AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlx_%' AND name NOT IN ('drafts_draft', 'practice_meta')";
    let mut found = vec![];
    for table in ask(practice, all).await.unwrap() {
        let columns =
            format!("SELECT group_concat('quote(' || name || ')', '||') FROM pragma_table_info('{table}')");
        found.push((table, ask(practice, &columns).await.unwrap().concat()));
    }
    assert!(found.len() > 8, "{found:?}");
    found
}

pub(crate) async fn trail(practice: &Practice) -> Vec<String> {
    ask(practice, "SELECT action || ' ' || coalesce(subject, '') || ' ' || coalesce(client, '') FROM audit_entry ORDER BY seq").await.unwrap()
}

/// One act of somebody at work, whether it works out or not; the client it is about.
async fn act(practice: &Practice, random: &mut fastrand::Rng, known: &mut Known) -> Option<String> {
    let client = known.clients.get(random.usize(0..known.clients.len().max(1))).cloned();
    match (random.u8(0..12), client) {
        (0, _) | (_, None) => {
            let client = register(practice, &format!("Client {}", random.u32(..))).await;
            known.clients.push(client.clone());
            Some(client)
        }
        (1 | 2, Some(id)) => {
            let client = ClientInput {
                given_name: format!("Client {}", random.u8(..)),
                occupation: if random.bool() { "Baker".to_owned() } else { String::new() },
                ..ClientInput::default()
            };
            // Often of an older version, which is refused.
            let edit = EditClient { id: id.clone(), version: random.i32(1..4), client, draft: None };
            drop(clients::edit(practice, edit).await);
            Some(id)
        }
        (3 | 4, Some(id)) => {
            let mut note = note();
            if random.u8(0..4) == 0 {
                note.visit_date = "2031-01-01".to_owned();
            }
            if let Ok(signed) = notes::sign(practice, sign(&id, note)).await {
                known.notes.push((signed.id, id.clone()));
            }
            Some(id)
        }
        (5, Some(_)) => {
            let (note, client) = known.notes.get(random.usize(0..known.notes.len().max(1))).cloned()?;
            drop(notes::add_addendum(practice, add(&note, "Better.")).await);
            Some(client)
        }
        (6, Some(_)) => {
            let text = SheetText {
                title: "After treatment".to_owned(),
                language: "en".to_owned(),
                author: String::new(),
                written: String::new(),
                markdown: if random.bool() { "Rest.".to_owned() } else { String::new() },
            };
            let keep = KeepSheet { id: None, version: None, text, draft: None };
            if let Ok(sheet) = handouts::keep(practice, keep).await {
                known.sheet = Some((sheet.id, sheet.version));
            }
            None
        }
        (7, Some(client)) => {
            let (sheet, version) = known.sheet.clone()?;
            let text_size = if random.bool() { 14 } else { 13 };
            let give =
                GiveSheet { sheet, version, client: client.clone(), paper: PaperChoice::A4, text_size };
            drop(handouts::give(practice, give).await);
            Some(client)
        }
        (8, Some(_)) => {
            let mut settings = settings::read(practice, MachineSettings::default()).await.unwrap().practice;
            settings.phone = if random.bool() { "250-555-0100".to_owned() } else { "x".to_owned() };
            drop(settings::change_practice(practice, settings).await);
            None
        }
        (9, Some(_)) => {
            let mut settings = settings::read(practice, MachineSettings::default()).await.unwrap().person;
            settings.credentials = format!("R.Ac. {}", random.u8(..));
            settings::change_person(practice, settings).await.unwrap();
            None
        }
        (10, Some(id)) => {
            clients::overview(practice, &id).await.unwrap();
            Some(id)
        }
        (_, Some(id)) => {
            let draft = SaveDraft {
                id: None,
                kind: DraftKind::Note,
                subject: Some(id),
                label: String::new(),
                body: "{}".to_owned(),
            };
            let draft = drafts::save(practice, draft).await.unwrap();
            drafts::discard(practice, &draft.id).await.unwrap();
            None
        }
    }
}

#[derive(Default)]
struct Known {
    clients: Vec<String>,
    notes: Vec<(String, String)>,
    sheet: Option<(String, i32)>,
}

#[tokio::test]
async fn every_change_of_a_record_leaves_an_entry_that_names_whose_it_is() {
    let practice = TestPractice::make().await.unwrap();
    let tables = tables(&practice).await;
    let mut random = fastrand::Rng::with_seed(4);
    let mut known = Known::default();
    let (mut before, mut said) = (records(&practice, &tables).await, trail(&practice).await.len());
    let (mut changes, mut quiet) = (0, 0);
    for nth in 0..400 {
        let client = act(&practice, &mut random, &mut known).await;
        let after = records(&practice, &tables).await;
        let entries = trail(&practice).await;
        let touched: Vec<&String> =
            tables.iter().map(|(t, _)| t).filter(|t| before[*t] != after[*t]).collect();
        let new = &entries[said..];
        if touched.is_empty() {
            quiet += 1;
        } else {
            changes += 1;
            assert!(!new.is_empty(), "act {nth} changed {touched:?} and left no entry");
            if let Some(client) = client {
                let named = new.iter().any(|entry| entry.ends_with(&client));
                assert!(named, "act {nth} changed {touched:?} of {client}: {new:?}");
            }
        }
        (before, said) = (after, entries.len());
    }
    assert!(changes > 150 && quiet > 50, "{changes} changes, {quiet} acts without one");
}
