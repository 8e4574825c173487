//! A practice of every schema that ever landed opens with this program, and everything is still in it.
//!
//! `tests/schemas` holds one practice for each, as the program of its time made it; its README says how.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod asked;
mod booked;
mod charted;
mod listed;
mod recorded;

use std::fs;
use std::path::{Path, PathBuf};

use hegu_core::backup::{self, BackupKind};
use hegu_core::clients::{self, ClientInput, EditClient, FindClients, RegisterClient, TimelineEntry};
use hegu_core::correspondence::{self, CorrespondenceInput, CorrespondenceKind, KeepCorrespondence};
use hegu_core::drafts::{self, DraftKind, SaveDraft};
use hegu_core::handouts::{self, GiveSheet, KeepSheet, NewPicture, PaperChoice, SheetText};
use hegu_core::notes::{self, AddAddendum, NeedledPoint, NoteText, Seal, Side, SignNote};
use hegu_core::opening::{self, BackupSecret, BackupSource, Premises, ProofKind, Standing, TakeSeat, Unlock};
use hegu_core::people::{self, AddPerson, RemovePerson, Role};
use hegu_core::settings::{self, DescribeLogo, MachineSettings};
use hegu_core::testing::{PASSPHRASE, called, create, fault, invented_premises};
use hegu_core::{Error, IdSource, Practice};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

const LOGO: &[u8] = include_bytes!("../../../../tests/sheets/logo.jpg");
const CUP: &[u8] = include_bytes!("../../../../tests/sheets/figure.png");

/// What a practice holds, as a person at the keyboard sees it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Contents {
    clients: Vec<String>,
    /// Margaret's timeline, newest first.
    timeline: Vec<String>,
    /// The SHA-256 of the sheet she was given.
    given: String,
    unfinished: Vec<String>,
    /// The SHA-256 of the logo and what it shows; nothing before 0004.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    logo: Option<(String, String)>,
    /// The SHA-256 of the picture that her sheet names; nothing before 0004.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    picture: Option<String>,
    /// Who works or worked here; nobody but the owner before 0005.
    #[serde(default = "the_owner")]
    people: Vec<String>,
    /// What is booked that day, and what can be; nothing before 0006.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    diary: Vec<String>,
    /// Who waits, is due and is to be called; nothing before 0007.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    waiting: Vec<String>,
    /// What has to be known about Margaret; nothing before 0008.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    alerts: Vec<String>,
    /// What her health history says, as it is saved; nothing before 0010.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    health: Option<String>,
    /// What Margaret's record says beyond her names; nothing before 0011.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    record: Option<String>,
    /// The lists that the owner saved; nothing before 0012.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lists: Vec<String>,
}

fn the_owner() -> Vec<String> {
    vec!["Ines Marlow, Owner, Active".to_owned()]
}

fn schemas() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas")
}

/// Every file of a folder tree, below another.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            drop(fs::copy(entry.path(), target))
        }
    }
}

/// Somebody comes, begins a note and leaves; the master key is replaced. Gives back the practice with the owner at the
/// keyboard again.
async fn a_colleague_was_here(practice: &Practice) -> Result<Practice, Error> {
    let passphrase = "granite walnut hover lantern tide".to_owned();
    let jun = AddPerson {
        person: called("Jun Mori"),
        role: Role::Practitioner,
        passphrase: passphrase.clone(),
        passphrase_again: passphrase.clone(),
    };
    let (ines, jun) = (practice.actor().id.to_string(), people::add(practice, jun).await?.id);
    let sit = |person: &str, secret: &str| TakeSeat {
        person: person.to_owned(),
        secret: secret.to_owned(),
        by: ProofKind::Passphrase,
    };
    let at_desk = opening::take_seat(practice, sit(&jun, &passphrase)).await?;
    let draft = SaveDraft {
        id: None,
        kind: DraftKind::Note,
        subject: Some(find(&at_desk, "margaret").await?),
        label: "Margaret Oyelaran".to_owned(),
        body: r#"{"subjective":"half a sent"}"#.to_owned(),
    };
    drafts::save(&at_desk, draft).await?;
    let practice = opening::take_seat(&at_desk, sit(&ines, PASSPHRASE)).await?;
    people::remove(&practice, RemovePerson { id: jun, rotate: true }).await?;
    Ok(practice)
}

/// Fills a new practice with some of everything this program can keep.
async fn fill(practice: &Practice) -> Result<(), Error> {
    for (given_name, family_name) in [("Margaret", "Oyelaran"), ("Tomás", "Rivera"), ("麗華", "溫")] {
        let client = ClientInput {
            given_name: given_name.to_owned(),
            family_name: family_name.to_owned(),
            birth_date: "1964-03-03".to_owned(),
            ..ClientInput::default()
        };
        clients::register(practice, RegisterClient { client, despite_twins: true, draft: None }).await?;
    }
    let margaret = find(practice, "margaret").await?;
    listed::save_lists(practice).await?;
    let client = asked::with_custom(practice, recorded::whole("Margaret", "Oyelaran")).await?;
    clients::edit(practice, EditClient { id: margaret.clone(), version: 1, client, draft: None }).await?;
    let note = NoteText {
        visit_date: "2026-05-12".to_owned(),
        subjective: "Low back, 6 of 10.\n腰痛三週。".to_owned(),
        points: vec![
            NeedledPoint { code: "BL23".to_owned(), side: Side::Both, needles: 2 },
            NeedledPoint { code: "EX-HN1".to_owned(), side: Side::Whole, needles: 4 },
        ],
        ..NoteText::default()
    };
    let note = notes::sign(practice, SignNote { client: margaret.clone(), note, draft: None }).await?;
    let addendum = AddAddendum { note: note.id, text: "She called: better.".to_owned(), draft: None };
    notes::add_addendum(practice, addendum).await?;
    booked::book(practice, &margaret).await?;
    booked::wait(practice, &find(practice, "rivera").await?).await?;
    let logo = settings::choose_logo(practice, LOGO.to_vec()).await?;
    let described = DescribeLogo { id: logo.id, shows: "A willow leaf".to_owned() };
    settings::describe_logo(practice, described).await?;
    let cup = NewPicture { file_name: "Cup.png".to_owned(), missed_as: None, bytes: CUP.to_vec() };
    let cup = handouts::add_picture(practice, cup).await?;
    let text = SheetText {
        title: "After treatment".to_owned(),
        language: "en".to_owned(),
        author: "Ines Marlow".to_owned(),
        written: "2026-01-08".to_owned(),
        markdown: format!("Rest for an hour, and drink something warm.\n\n![A cup]({})", cup.name),
    };
    let sheet = handouts::keep(practice, KeepSheet { id: None, version: None, text, draft: None }).await?;
    let given = GiveSheet {
        sheet: sheet.id,
        version: 1,
        client: margaret.clone(),
        paper: PaperChoice::Letter,
        text_size: 16,
    };
    handouts::give(practice, given).await?;
    let typing = SaveDraft {
        id: None,
        kind: DraftKind::NewClient,
        subject: None,
        label: "Wendy".to_owned(),
        body: r#"{"given_name":"Wen"}"#.to_owned(),
    };
    drafts::save(practice, typing).await?;
    charted::keep(practice, &margaret).await?;
    let entry = CorrespondenceInput {
        kind: CorrespondenceKind::PhoneCall,
        day: "2026-05-12".to_owned(),
        text: "Asks for a receipt".to_owned(),
        clinical: false,
        follow_up: "2026-05-14".to_owned(),
    };
    let client = margaret.clone();
    let call = KeepCorrespondence { id: None, version: None, client, entry: entry.clone(), draft: None };
    let kept = correspondence::keep(practice, call).await?;
    let entry = CorrespondenceInput { text: "Asks for two receipts".to_owned(), ..entry };
    let (id, version) = (Some(kept.id), Some(kept.version));
    let call = KeepCorrespondence { id, version, client: margaret, entry, draft: None };
    correspondence::keep(practice, call).await?;
    let booking = SaveDraft {
        id: None,
        kind: DraftKind::Booking,
        subject: None,
        label: "Tomás Rivera".to_owned(),
        body: r#"{"note":"Ground floor"}"#.to_owned(),
    };
    drafts::save(practice, booking).await.map(drop)
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn find(practice: &Practice, text: &str) -> Result<String, Error> {
    let input = FindClients { text: text.to_owned(), limit: 1, ..FindClients::default() };
    Ok(clients::find(practice, input).await?.rows.remove(0).id)
}

async fn contents(practice: &Practice) -> Result<Contents, Error> {
    let everyone = clients::find(practice, FindClients { limit: 200, ..FindClients::default() }).await?;
    let margaret = find(practice, "margaret").await?;
    let overview = clients::overview(practice, &margaret).await?;
    let (mut timeline, mut given) = (Vec::new(), String::new());
    let record = overview.client.client;
    assert_eq!(record.emails[0].email, "m.oyelaran@post.example");
    for entry in overview.timeline {
        timeline.push(match entry {
            TimelineEntry::Registered { by, .. } => format!("registered by {by}"),
            TimelineEntry::DetailsChanged { fields, .. } => format!("changed {}", fields.join(", ")),
            TimelineEntry::NoteSigned { id, points, .. } => {
                let note = notes::open(practice, &id).await?;
                let seals: Vec<Seal> = note.addenda.iter().map(|addendum| addendum.seal).collect();
                format!("note {} {:?}, {}, addenda {seals:?}", note.fingerprint, note.seal, points.join(" "))
            }
            TimelineEntry::Corresponded { id, .. } => listed::corresponded(practice, &id).await?,
            TimelineEntry::FileAdded { file, .. } => listed::file(practice, file).await?,
            TimelineEntry::HealthChanged { fields, .. } => format!("health: {}", fields.join(", ")),
            TimelineEntry::HealthUnchanged { by, .. } => format!("gone through by {by}"),
            TimelineEntry::UnsignedLeft { by, .. } => format!("left unsigned by {by}"),
            // The diary and the waiting list, below, tell of these.
            TimelineEntry::Visit { .. } | TimelineEntry::Contacted { .. } => continue,
            TimelineEntry::Merged { record, .. } => listed::merged(record),
            TimelineEntry::SheetGiven { id, title, pages, .. } => {
                let pdf = handouts::given_pdf(practice, &id).await?;
                given = digest(&pdf);
                format!("given {title}, {pages} page")
            }
        });
    }
    let mut unfinished = Vec::new();
    for draft in drafts::list(practice).await? {
        unfinished.push(drafts::read(practice, &draft.id).await?.body);
    }
    let logo = match settings::read(practice, MachineSettings::default()).await?.logo {
        Some(logo) => Some((digest(&settings::logo(practice, &logo.id).await?), logo.shows)),
        None => None,
    };
    let picture = match handouts::picture(practice, "cup.png").await {
        Ok(picture) => Some(digest(&picture)),
        Err(Error::NotFound) => None,
        Err(other) => return Err(other),
    };
    let people = people::list(practice).await?.people;
    Ok(Contents {
        people: people.iter().map(|p| format!("{}, {:?}, {:?}", p.name, p.role, p.status)).collect(),
        clients: everyone.rows.into_iter().map(|row| row.name).collect(),
        timeline,
        given,
        unfinished,
        logo,
        picture,
        diary: booked::diary(practice).await?,
        waiting: booked::waiting(practice).await?,
        record: charted::recorded(practice, &record).await?,
        lists: listed::lists(practice).await?,
        health: charted::told(practice, &margaret).await?,
        alerts: charted::alerts(practice, &margaret).await?,
    })
}

/// The number of the newest migration, as its file has it.
fn newest() -> String {
    let migrations = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../migrations");
    let names = fs::read_dir(migrations).unwrap().map(|entry| entry.unwrap().file_name());
    names.max().unwrap().to_string_lossy()[..4].to_owned()
}

#[tokio::test]
async fn a_practice_of_every_landed_schema_opens_with_everything_in_it() {
    if std::env::var_os("KEEP_SCHEMA").is_some() {
        keep().await;
    }
    let mut seen = Vec::new();
    for entry in fs::read_dir(schemas()).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir()) {
        let schema = entry.file_name().to_string_lossy().into_owned();
        let around = tempfile::tempdir().unwrap();
        // Random ids: counted ones would begin where those of the practice began.
        let premises = Premises { ids: IdSource::Random, ..invented_premises(around.path()) };
        copy(&entry.path().join("practice"), &premises.folder);
        let Standing::Closed { people, .. } = opening::look(&premises.folder).unwrap() else {
            panic!("{schema}: no closed practice")
        };
        let unlock = Unlock { person: people[0].id.clone(), passphrase: PASSPHRASE.to_owned() };
        let practice = opening::unlock(&premises, unlock).await.unwrap();
        let expected = fs::read(entry.path().join("contents.json")).unwrap();
        let expected: Contents = serde_json::from_slice(&expected).unwrap();
        assert_eq!(contents(&practice).await.unwrap(), expected, "{schema}");
        assert_eq!(fault(&practice).await.unwrap(), None, "{schema}: the audit chain is whole");
        let client = ClientInput { given_name: "Wendy".to_owned(), ..ClientInput::default() };
        let register = RegisterClient { client, despite_twins: false, draft: None };
        clients::register(&practice, register).await.unwrap();
        let made = backup::list(&practice).await.unwrap().backups;
        practice.lock().await.unwrap();
        if schema != newest() {
            let before: Vec<_> = made.iter().filter(|backup| backup.kind == BackupKind::Update).collect();
            let [before] = &before[..] else {
                panic!("{schema}: a backup before the update, and not {made:?}")
            };
            let practice = back_to(&premises, &before.folder).await;
            assert_eq!(contents(&practice).await.unwrap(), expected, "{schema}: gone back to");
            practice.lock().await.unwrap();
        }
        seen.push(schema);
    }
    assert!(
        seen.contains(&newest()),
        "keep a practice of schema {}, as the README beside {seen:?} says",
        newest()
    );
}

async fn back_to(premises: &Premises, backup: &str) -> Practice {
    let secret = BackupSecret::Passphrase { passphrase: PASSPHRASE.to_owned() };
    let brought = opening::bring_in(premises, BackupSource::Here(backup.to_owned()), secret).await.unwrap();
    opening::switch_to(premises, brought).await.unwrap()
}

/// Keeps a practice as this program makes it, for the programs to come.
async fn keep() {
    let around = tempfile::tempdir().unwrap();
    let premises = invented_premises(around.path());
    let practice = create(&premises).await.unwrap();
    fill(&practice).await.unwrap();
    let practice = a_colleague_was_here(&practice).await.unwrap();
    let contents = serde_json::to_string_pretty(&contents(&practice).await.unwrap()).unwrap();
    practice.lock().await.unwrap();
    let target = schemas().join(newest());
    assert!(!target.exists(), "{} is kept as it was made", target.display());
    fs::remove_file(premises.folder.join("vault.lock")).unwrap();
    copy(&premises.folder, &target.join("practice"));
    fs::write(target.join("contents.json"), contents + "\n").unwrap();
}
