//! Random practices come back from a copy exactly as they were, by whatever opens them.

use std::path::Path;
use std::sync::Arc;

use crate::{later, written};
use hegu_core::Cancel;
use hegu_core::backup;
use hegu_core::drafts::{self, DraftKind, SaveDraft};
use hegu_core::handouts::{self, GiveSheet, PaperChoice};
use hegu_core::opening::{self, BackupSecret, BackupSource, Premises, TypedBack, UnlockWithRecoveryCode};
use hegu_core::people::{Keyring, Role};
use hegu_core::testing::{PASSPHRASE, Tally, add, ask, create, fault, invented_premises, rounds};
use hegu_core::{IdSource, Practice, keys, notes};

const NEW: &str = "granite walnut hover lantern tide";

/// Names as people have them, and as they do not.
const NAMES: [&str; 10] = [
    "Margaret",
    "溫麗華",
    "נועה",
    "Zoë-Łucja",
    "👩‍⚕️ Ada",
    "O'Brien; DROP TABLE",
    "=cmd|' /C calc'!A0",
    "<b>Bo</b>",
    "محمد",
    "A\u{301}\u{327}\u{0303}",
];

/// Everything in the records but what going back itself writes: a line for each row of each table, in order.
async fn dump(practice: &Practice, entries: i64) -> Vec<String> {
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
        AND name NOT LIKE 'sqlite_%' AND name NOT IN ('practice_meta', 'people_signing_key') ORDER BY name";
    let mut all = Vec::new();
    for table in ask(practice, tables).await.unwrap() {
        let columns = format!("SELECT name FROM pragma_table_info('{table}') ORDER BY cid");
        let columns = ask(practice, &columns).await.unwrap();
        let row: Vec<String> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
        let only = if table == "audit_entry" { format!("WHERE seq <= {entries}") } else { String::new() };
        let rows =
            format!("SELECT '{table} ' || {} FROM \"{table}\" {only} ORDER BY 1", row.join(" || ',' || "));
        all.extend(ask(practice, &rows).await.unwrap());
    }
    all
}

async fn fill(practice: &Practice, random: &mut fastrand::Rng) {
    let sheet = handouts::list(practice).await.unwrap().into_iter().find(|sheet| sheet.built_in).unwrap();
    if random.bool() {
        add(practice, "Jun Mori", Role::Practitioner).await.unwrap();
    }
    for nth in 0..random.usize(1..5) {
        let name = format!("{} {nth}", random.choice(NAMES).unwrap());
        let client = written::register(practice, &name).await;
        for _ in 0..random.usize(0..3) {
            notes::sign(practice, written::sign(&client, written::note())).await.unwrap();
        }
        if random.bool() {
            let (sheet, version) = (sheet.id.clone(), sheet.version);
            let (paper, text_size) = (PaperChoice::A4, 14);
            let give = GiveSheet { sheet, version, client: client.clone(), paper, text_size };
            // A name that no face can print is refused, and nothing is given then.
            drop(handouts::give(practice, give).await);
        }
        if random.bool() {
            let (kind, body) = (DraftKind::EditClient, "{}".repeat(random.usize(1..2_000)));
            let draft = SaveDraft { id: None, kind, subject: Some(client), label: name, body };
            drafts::save(practice, draft).await.unwrap();
        }
    }
    if random.u8(0..4) == 0 {
        keys::rotate(practice).await.unwrap();
    }
}

fn at_home(parent: &Path) -> Premises {
    let keyring = Keyring::Pretended(Arc::default());
    Premises { keyring, ids: IdSource::Random, ..invented_premises(parent) }
}

/// Makes a practice, copies it to a stick, and brings it up on another computer.
async fn round(seed: u64) {
    let mut random = fastrand::Rng::with_seed(seed);
    let [home, stick, elsewhere] = [(); 3].map(|()| tempfile::tempdir().unwrap());
    let practice = create(&at_home(home.path())).await.unwrap();
    let prepared = keys::prepare_sheet(&practice).await.unwrap();
    let sheet = prepared.sheet();
    let groups = sheet.ask.iter().map(|asked| sheet.groups[usize::from(*asked) - 1].clone()).collect();
    keys::renew_sheet(&practice, &prepared, TypedBack { groups }).await.unwrap();
    fill(&practice, &mut random).await;
    let entries = ask(&practice, "SELECT CAST(max(seq) AS TEXT) FROM audit_entry").await.unwrap();
    let entries: i64 = entries[0].parse().unwrap();
    let before = dump(&practice, entries).await;
    backup::choose_place(&practice, stick.path().to_path_buf()).await.unwrap();
    backup::copy_outside(&later(&practice, 1), &Cancel::default(), |_, _| {}).await.unwrap();
    practice.lock().await.unwrap();

    let there = at_home(elsewhere.path());
    let copy = std::fs::read_dir(stick.path()).unwrap().next().unwrap().unwrap().path();
    let secret = if random.bool() {
        BackupSecret::Passphrase { passphrase: PASSPHRASE.to_owned() }
    } else {
        BackupSecret::RecoverySheet(UnlockWithRecoveryCode {
            code: sheet.groups.join(" "),
            new_passphrase: NEW.to_owned(),
            new_passphrase_again: NEW.to_owned(),
        })
    };
    let brought = opening::bring_in(&there, BackupSource::Copy(copy), secret).await.unwrap();
    let back = opening::switch_to(&there, brought).await.unwrap();
    let after = dump(&back, entries).await;
    let differs = before.iter().zip(&after).find(|(before, after)| before != after);
    assert!(before.len() == after.len() && differs.is_none(), "seed {seed}: {differs:?}");
    assert!(before.len() > 20, "there was something to lose: {}", before.len());
    assert_eq!(fault(&back).await.unwrap(), None, "seed {seed}");
    back.lock().await.unwrap();
}

#[tokio::test]
async fn random_practices_come_back_as_they_were() {
    let mut tally = Tally::of("A random practice brought up on another computer from a copy");
    for seed in 0..rounds(50, 400) as u64 {
        tally.add(1);
        round(seed).await;
    }
}
