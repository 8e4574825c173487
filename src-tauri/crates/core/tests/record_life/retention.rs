//! How long records are kept: rules that the practice edits, which records are due, and what is held beyond its time.

use hegu_core::clients::ClientInput;
use hegu_core::opening::{self, ProveSelf};
use hegu_core::people::Role;
use hegu_core::retention::{self, CountedFrom, GoBy, HoldRecord, KeepRule, RetentionRule, SeenRule};
use hegu_core::testing::{PASSPHRASE, TestPractice, seated_as};
use hegu_core::{Error, FieldProblem, Practice, notes};

use crate::taken_down::later;
use crate::twice::{make_one, named, record, register, twice};
use crate::written::{note, sign};

const YEAR: i64 = 365;

async fn go_by(practice: &Practice, name: &str) -> RetentionRule {
    let rules = retention::rules(practice).await.unwrap();
    let rule = rules.into_iter().find(|rule| rule.name.starts_with(name)).unwrap();
    retention::go_by(practice, GoBy { id: Some(rule.id.clone()) }).await.unwrap();
    rule
}

async fn due(practice: &Practice) -> Vec<String> {
    let due = retention::due(practice).await.unwrap();
    assert_eq!(due.total, i32::try_from(due.rows.len()).unwrap());
    due.rows.into_iter().map(|row| format!("{} {}", row.client.name, row.until)).collect()
}

fn born(given: &str, family: &str, birth_date: &str) -> ClientInput {
    ClientInput { birth_date: birth_date.to_owned(), ..named(given, family) }
}

#[tokio::test]
async fn a_practice_begins_with_rules_that_nobody_has_checked_and_chooses_one() {
    let practice = TestPractice::make().await.unwrap();
    let rules = retention::rules(&practice).await.unwrap();
    let said: Vec<(&str, i32, Option<i32>)> =
        rules.iter().map(|rule| (&rule.name[..5], rule.years, rule.child_until)).collect();
    let expected = [
        ("Austr", 7, Some(25)),
        ("Flori", 5, None),
        ("New Y", 6, Some(19)),
        ("Texas", 5, Some(21)),
        ("Unite", 7, Some(25)),
    ];
    assert_eq!(said, expected);
    assert!(rules.iter().all(|rule| !rule.in_force && rule.checked_at.is_none()));
    let texas = go_by(&practice, "Texas").await;
    go_by(&practice, "Florida").await;
    let keep = KeepRule {
        id: Some(texas.id.clone()),
        version: Some(texas.version),
        name: texas.name.clone(),
        years: 10,
        child_until: None,
        counted_from: CountedFrom::LastVisit,
        source: texas.source.clone(),
        doubt: String::new(),
    };
    let rules = retention::keep_rule(&practice, keep.clone()).await.unwrap();
    let saved = rules.iter().find(|rule| rule.id == texas.id).unwrap();
    assert_eq!((saved.years, saved.child_until, saved.counted_from), (10, None, CountedFrom::LastVisit));
    assert_eq!(saved.checked_by.as_deref(), Some("Ines Marlow"), "who saves it has looked it up");
    assert_eq!(
        rules.iter().filter(|rule| rule.in_force).map(|rule| &rule.name[..7]).collect::<Vec<_>>(),
        ["Florida"]
    );
    assert!(
        matches!(retention::keep_rule(&practice, keep.clone()).await, Err(Error::Stale { .. })),
        "saved since"
    );
    let wrong = KeepRule {
        id: None,
        version: None,
        name: " FLORIDA ".to_owned(),
        years: 0,
        child_until: Some(200),
        ..keep
    };
    let Err(Error::Invalid(fields)) = retention::keep_rule(&practice, wrong).await else { panic!() };
    let said: Vec<(&str, FieldProblem)> =
        fields.iter().map(|field| (field.path.as_str(), field.problem)).collect();
    let expected = [
        ("years", FieldProblem::NotANumber),
        ("child_until", FieldProblem::TooMuch),
        ("name", FieldProblem::NameTaken),
    ];
    assert_eq!(said, expected);
    let rules = retention::remove_rule(&practice, &texas.id).await.unwrap();
    assert_eq!(rules.len(), 4);
}

#[tokio::test]
async fn a_rule_that_was_changed_or_taken_out_by_mistake_is_as_it_was_and_nobody_has_looked_it_up() {
    let practice = TestPractice::make().await.unwrap();
    let before = retention::rules(&practice).await.unwrap();
    let texas = before.iter().find(|rule| rule.name == "Texas").unwrap().clone();
    let changed = KeepRule {
        id: Some(texas.id.clone()),
        version: Some(texas.version),
        name: "Utah".to_owned(),
        years: 10,
        child_until: None,
        counted_from: CountedFrom::LastVisit,
        source: String::new(),
        doubt: String::new(),
    };
    let seen = |rules: &[RetentionRule], id: &str| {
        let rule = rules.iter().find(|rule| rule.id == id).unwrap();
        SeenRule { id: rule.id.clone(), version: rule.version }
    };
    let said = |rules: Vec<RetentionRule>| -> Vec<RetentionRule> {
        rules.into_iter().map(|rule| RetentionRule { version: 1, ..rule }).collect()
    };
    let rules = retention::keep_rule(&practice, changed.clone()).await.unwrap();
    let back = retention::take_rule_back(&practice, seen(&rules, &texas.id)).await.unwrap();
    assert_eq!(said(back), before);
    let stale = retention::take_rule_back(&practice, seen(&rules, &texas.id)).await;
    assert!(matches!(stale, Err(Error::Stale { .. })), "{stale:?}");
    assert_eq!(retention::remove_rule(&practice, &texas.id).await.unwrap().len(), 4);
    let gone = GoBy { id: Some(texas.id.clone()) };
    assert!(matches!(retention::go_by(&practice, gone).await, Err(Error::NotFound)));
    assert_eq!(said(retention::put_rule_back(&practice, &texas.id).await.unwrap()), before);
    let rules =
        retention::keep_rule(&practice, KeepRule { id: None, version: None, ..changed }).await.unwrap();
    let utah = rules.iter().find(|rule| rule.name == "Utah").unwrap().id.clone();
    let back = retention::take_rule_back(&practice, seen(&rules, &utah)).await.unwrap();
    assert_eq!(said(back), before, "what was new goes");
}

#[tokio::test]
async fn records_are_due_when_the_rule_is_over_and_a_childs_later() {
    let practice = TestPractice::make().await.unwrap();
    let adult = register(&practice, born("Abel", "Adult", "1980-04-03")).await;
    let child = register(&practice, born("Bea", "Child", "2016-04-03")).await;
    register(&practice, named("Carl", "Nobody-knows")).await;
    for id in [&adult, &child] {
        notes::sign(&practice, sign(id, note())).await.unwrap();
    }
    let in_years = |years: i64| later(&practice, years * YEAR + 10);
    assert!(due(&in_years(9)).await.is_empty(), "no rule is chosen");
    go_by(&practice, "Texas").await;
    assert!(due(&in_years(4)).await.is_empty());
    let after_five = retention::due(&in_years(5)).await.unwrap();
    let said: Vec<(&str, &str, bool)> = after_five
        .rows
        .iter()
        .map(|row| (row.client.name.as_str(), row.until.as_str(), row.age_unknown))
        .collect();
    assert_eq!(said, [("Abel Adult", "2031-05-12", false), ("Carl Nobody-knows", "2031-05-12", true)]);
    assert_eq!(due(&in_years(11)).await.last().unwrap(), "Bea Child 2037-04-03", "at twenty-one");
    let keeping = retention::keeping(&practice, &child).await.unwrap();
    assert_eq!((keeping.until.as_deref(), keeping.as_child, keeping.due), (Some("2037-04-03"), true, false));
    // Whoever comes again begins anew.
    opening::prove(&in_years(5), ProveSelf { passphrase: PASSPHRASE.to_owned() }).await.unwrap();
    notes::sign(
        &in_years(5),
        sign(&adult, notes::NoteText { visit_date: "2031-05-20".to_owned(), ..note() }),
    )
    .await
    .unwrap();
    assert_eq!(due(&in_years(6)).await, ["Carl Nobody-knows 2031-05-12"]);
}

#[tokio::test]
async fn what_is_held_is_not_due_and_only_the_owner_knows_why() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    go_by(&practice, "Florida").await;
    let long_after = later(&practice, 8 * YEAR);
    assert_eq!(due(&long_after).await.len(), 3);
    let reason = || HoldRecord { client: gone.clone(), reason: "Complaint to the board".to_owned() };
    let hold = retention::hold(&practice, reason()).await.unwrap();
    let empty = HoldRecord { reason: " ".to_owned(), ..reason() };
    assert!(matches!(retention::hold(&practice, empty).await, Err(Error::Invalid(_))));
    let client = record(&practice, &kept).await;
    let merged = make_one(&practice, &kept, &gone, client).await.unwrap();
    let list = retention::due(&long_after).await.unwrap();
    assert_eq!((list.total, list.held), (1, 1), "the hold went along");
    let desk = retention::keeping(&seated_as(&practice, Role::Receptionist), &kept).await.unwrap();
    assert_eq!((desk.holds.len(), desk.holds[0].reason.clone()), (1, None));
    let owner = retention::keeping(&practice, &kept).await.unwrap();
    assert_eq!(owner.holds[0].reason.as_deref(), Some("Complaint to the board"));
    retention::lift(&practice, &hold, true).await.unwrap();
    assert_eq!(due(&long_after).await.len(), 2);
    retention::lift(&practice, &hold, false).await.unwrap();
    assert_eq!(due(&long_after).await.len(), 1, "the undo");
    // A complaint about the one record, of which nobody knows which of the two it was.
    retention::lift(&practice, &hold, true).await.unwrap();
    let again = HoldRecord { client: kept.clone(), ..reason() };
    retention::hold(&practice, again).await.unwrap();
    hegu_core::clients::unmerge(&practice, &merged.merge).await.unwrap();
    let list = retention::due(&long_after).await.unwrap();
    assert_eq!((list.total, list.held), (1, 2), "both are held");
    for role in [Role::Practitioner, Role::Receptionist, Role::Associate, Role::Student] {
        let seated = seated_as(&practice, role);
        assert!(matches!(retention::due(&seated).await, Err(Error::NotPermitted)));
        assert!(matches!(retention::hold(&seated, reason()).await, Err(Error::NotPermitted)));
    }
}
