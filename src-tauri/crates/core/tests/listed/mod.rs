//! Lists of clients that somebody saved, who was in them twice, and who is in none; what passed with somebody, and their files.

use hegu_core::clients::{
    self, Ages, ClientColumn, ClientFilter, ClientInput, ClientOrder, ClientStatus, ComparedRecords,
    MergeClients, MergedRecord, MergingRecord, PutAwayClients, RecordPlace, RegisterClient, SaveList,
};
use hegu_core::correspondence::{self, CorrespondenceInput};
use hegu_core::erasure::{self, Asked, AskedBy, EraseRecord, Reach};
use hegu_core::files::{self, AddFiles, AmendFile, ClientFile};
use hegu_core::retention::{self, CountedFrom, GoBy, HoldRecord, KeepRule, RetentionRule};
use hegu_core::{Cancel, Error, Practice};

const LETTER: &[u8] = b"%PDF-1.7\nDear colleague";

/// The person at the keyboard saves lists, and puts somebody away.
pub(crate) async fn save_lists(practice: &Practice) -> Result<(), Error> {
    let filter = ClientFilter {
        lying: None,
        statuses: vec![ClientStatus::Active, ClientStatus::Inactive],
        tags: vec!["community".to_owned()],
        responsible: Some(practice.actor().id.to_string()),
        ages: Ages::Adults,
        birth_month: Some(3),
    };
    let order = ClientOrder { by: ClientColumn::Born, down: true };
    for name in ["März", "Everybody, \"by\" age"] {
        let list = SaveList { id: None, name: name.to_owned(), filter: filter.clone(), order };
        clients::save_list(practice, list).await?;
    }
    put_away(practice).await
}

/// What was saved, without ids.
pub(crate) async fn lists(practice: &Practice) -> Result<Vec<String>, Error> {
    let lists = clients::saved_lists(practice).await?;
    let me = practice.actor().id.to_string();
    let told = lists.into_iter().map(|list| {
        let ClientFilter { responsible, .. } = &list.filter;
        let mine = responsible.as_ref().is_some_and(|person| *person == me);
        let filter = ClientFilter { responsible: None, ..list.filter };
        // The first lists were of records in use, and said so by saying nothing.
        let filter = format!("{filter:?}").replace("lying: None, ", "");
        format!("{}, {filter}, mine {mine}, {:?}", list.name, list.order)
    });
    let mut told: Vec<String> = told.collect();
    told.extend(out_of_use(practice).await?);
    Ok(told)
}

/// Somebody in the archive whose record is held, somebody of whom nothing is left, and the rule by which records are kept.
async fn put_away(practice: &Practice) -> Result<(), Error> {
    let mut ids = Vec::new();
    for given_name in ["Wilma", "Nobody"] {
        let client = ClientInput { given_name: given_name.to_owned(), ..ClientInput::default() };
        let register = RegisterClient { client, despite_twins: true, draft: None };
        ids.push(clients::register(practice, register).await?.id);
    }
    let [wilma, nobody] = [ids[0].clone(), ids[1].clone()];
    let hold = HoldRecord { client: wilma.clone(), reason: "A claim".to_owned() };
    retention::hold(practice, hold).await?;
    clients::put_away(practice, PutAwayClients { ids: vec![wilma], place: RecordPlace::Archive }).await?;
    let asked = Asked { by: AskedBy::Client, on: "2026-05-11".to_owned() };
    erasure::erase(practice, EraseRecord { client: nobody, version: 1, reach: Reach::Whole, asked }).await?;
    let rule = KeepRule {
        id: None,
        version: None,
        name: "Oregon".to_owned(),
        years: 7,
        child_until: Some(25),
        counted_from: CountedFrom::LastVisit,
        source: "A letter of the board".to_owned(),
        doubt: String::new(),
    };
    let rules = retention::keep_rule(practice, rule).await?;
    let oregon = rules.into_iter().find(|rule| rule.name == "Oregon").map(|rule| rule.id);
    retention::go_by(practice, GoBy { id: oregon }).await.map(drop)
}

/// What was put away and by which rule records are kept, where there is any.
async fn out_of_use(practice: &Practice) -> Result<Vec<String>, Error> {
    let mut told = Vec::new();
    for row in clients::lying(practice, RecordPlace::Archive).await?.rows {
        let holds = retention::keeping(practice, &row.client.id).await?.holds;
        let reasons: Vec<_> = holds.into_iter().filter_map(|hold| hold.reason).collect();
        told.push(format!("archived {}, held: {}", row.client.name, reasons.join(", ")));
    }
    for rule in retention::rules(practice).await?.into_iter().filter(|rule| rule.in_force) {
        let RetentionRule { name, years, child_until, counted_from, source, .. } = rule;
        told.push(format!("{name}: {years}, {child_until:?}, {counted_from:?}, {source}"));
    }
    Ok(told)
}

/// Registers somebody once more, and makes one record of both.
pub(crate) async fn registered_twice(practice: &Practice, client: &str) -> Result<(), Error> {
    let peggy = ClientInput {
        given_name: "Peggy".to_owned(),
        family_name: "Oyelaran".to_owned(),
        ..ClientInput::default()
    };
    let peggy = RegisterClient { client: peggy, despite_twins: true, draft: None };
    let peggy = clients::register(practice, peggy).await?.id;
    let sides = clients::compare(practice, ComparedRecords { one: client.to_owned(), other: peggy }).await?;
    let [kept, gone] = [&sides[0], &sides[1]].map(|side| MergingRecord {
        id: side.client.id.clone(),
        version: side.client.version,
        health_version: side.health_version,
    });
    let client = sides[0].client.client.clone();
    clients::merge(practice, MergeClients { kept, gone, client, health: None }).await.map(drop)
}

/// What a record was merged with.
pub(crate) fn merged(record: MergedRecord) -> String {
    let MergedRecord { number, name, by, hindrance, .. } = record;
    format!("merged with no. {number}, {name}, by {by}, {hindrance:?}")
}

/// What passed without a visit, with what was said of it before.
pub(crate) async fn corresponded(practice: &Practice, id: &str) -> Result<String, Error> {
    let view = correspondence::read(practice, id).await?;
    let earlier = view.earlier.iter().map(|words| words.text.as_str()).collect::<Vec<_>>().join(", ");
    let CorrespondenceInput { kind, day, text, follow_up, .. } = view.entry;
    Ok(format!("{kind:?} of {day}, {text}, before that {earlier}, to follow up {follow_up}"))
}

/// Keeps a letter among her files.
pub(crate) async fn add_file(practice: &Practice, client: &str) -> Result<(), Error> {
    let letter = practice.folder().join("letter.pdf");
    assert!(std::fs::write(&letter, LETTER).is_ok(), "a letter is laid down");
    let input = AddFiles { client: client.to_owned(), clinical: true };
    let added =
        files::add(practice, input, vec![letter.clone()], |_| None, &Cancel::default(), |_, _| {}).await?;
    assert!(std::fs::remove_file(letter).is_ok(), "and taken away");
    let id = added[0].id.clone().unwrap_or_default();
    let said = AmendFile {
        id,
        version: 1,
        name: "Überweisung.pdf".to_owned(),
        day: "2026-05-04".to_owned(),
        tags: vec!["Referral".to_owned()],
        clinical: true,
    };
    files::amend(practice, said).await.map(drop)
}

/// What is said of a file, and that it is what was kept.
pub(crate) async fn file(practice: &Practice, file: ClientFile) -> Result<String, Error> {
    assert_eq!(files::pdf(practice, &file.id).await?[..], *LETTER);
    Ok(format!("{} of {}, {:?}, {}", file.name, file.day, file.form, file.tags.join(", ")))
}
