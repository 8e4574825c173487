//! Fields that a practice asks beside those of every record.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use hegu_core::clients::{
    self, ClientInput, ClientView, CustomField, CustomKind, CustomValue, DefineField, DefineFields,
    EditClient, FindClients, RegisterClient,
};
use hegu_core::people::Role;
use hegu_core::testing::{Clinic, TestPractice, add, passphrase_of};
use hegu_core::{Error, FieldProblem, Practice};

mod asked;

use asked::with_custom;

async fn fields(practice: &Practice) -> Vec<CustomField> {
    clients::custom_fields(practice).await.unwrap()
}

async fn define(practice: &Practice, fields: Vec<DefineField>) -> Result<Vec<CustomField>, Error> {
    clients::define_fields(practice, DefineFields { fields }).await
}

fn new(name: &str, kind: CustomKind, choices: &[&str]) -> DefineField {
    let choices = choices.iter().map(|choice| (*choice).to_owned()).collect();
    DefineField { id: None, name: name.to_owned(), kind, choices }
}

fn again(field: &CustomField) -> DefineField {
    let CustomField { id, name, kind, choices, .. } = field.clone();
    DefineField { id: Some(id), name, kind, choices }
}

async fn register(practice: &Practice, client: ClientInput) -> Result<ClientView, Error> {
    clients::register(practice, RegisterClient { client, despite_twins: true, draft: None }).await
}

async fn edit(practice: &Practice, view: &ClientView, client: ClientInput) -> Result<ClientView, Error> {
    let edit = EditClient { id: view.id.clone(), version: view.version, client, draft: None };
    clients::edit(practice, edit).await
}

fn named(given: &str) -> ClientInput {
    ClientInput { given_name: given.to_owned(), ..ClientInput::default() }
}

fn problems<T: std::fmt::Debug>(result: Result<T, Error>) -> Vec<(String, FieldProblem)> {
    match result {
        Err(Error::Invalid(fields)) => fields.into_iter().map(|field| (field.path, field.problem)).collect(),
        other => panic!("{other:?}"),
    }
}

fn answers(fields: &[CustomField], values: &[&str]) -> Vec<CustomValue> {
    let lines = fields.iter().zip(values);
    lines.map(|(field, value)| CustomValue { field: field.id.clone(), value: (*value).to_owned() }).collect()
}

#[tokio::test]
async fn what_a_record_says_in_every_kind_of_field_is_there_again_and_its_undo_puts_it_back() {
    let practice = TestPractice::make().await.unwrap();
    let whole = with_custom(&practice, named("Margaret")).await.unwrap();
    let view = register(&practice, whole.clone()).await.unwrap();
    assert_eq!(view.client, whole);
    let emptied = edit(&practice, &view, named("Margaret")).await.unwrap();
    assert_eq!(emptied.client.custom, []);
    let back = edit(&practice, &emptied, whole.clone()).await.unwrap();
    assert_eq!(back.client, whole);
    let mut turned = whole.clone();
    turned.custom.reverse();
    let same = edit(&practice, &back, turned).await.unwrap();
    assert_eq!(same.version, back.version, "the order in which they are sent says nothing");
    let used: Vec<i32> = fields(&practice).await.iter().map(|field| field.used).collect();
    assert_eq!(used, [1; 5]);
}

#[tokio::test]
async fn what_is_wrong_in_a_custom_field_is_said_there_with_everything_else() {
    let practice = TestPractice::make().await.unwrap();
    with_custom(&practice, named("Margaret")).await.unwrap();
    let asked = fields(&practice).await;
    let long = "x".repeat(201);
    let mut wrong = answers(&asked, &[&long, "", "2031-02-30", &"y".repeat(81), "perhaps"]);
    wrong.push(CustomValue { field: "0196c000".to_owned(), value: "who asked?".to_owned() });
    let client = ClientInput { custom: wrong, ..ClientInput::default() };
    let at = |index: usize| format!("custom.{}", asked[index].id);
    let said = problems(register(&practice, client).await);
    assert_eq!(
        said,
        [
            ("given_name".to_owned(), FieldProblem::Required),
            ("custom.0196c000".to_owned(), FieldProblem::UnknownValue),
            (at(0), FieldProblem::TooLong),
            (at(2), FieldProblem::NotADate),
            (at(3), FieldProblem::TooLong),
            (at(4), FieldProblem::UnknownValue),
        ]
    );
    let blank = ClientInput { custom: answers(&asked, &["  ", "\n", "", " ", ""]), ..named("Ana") };
    assert_eq!(register(&practice, blank).await.unwrap().client.custom, [], "blanks say nothing");
}

#[tokio::test]
async fn a_field_that_is_not_asked_any_more_stays_where_a_record_says_something_and_comes_back_whole() {
    let practice = TestPractice::make().await.unwrap();
    let whole = with_custom(&practice, named("Margaret")).await.unwrap();
    let view = register(&practice, whole.clone()).await.unwrap();
    let asked = fields(&practice).await;
    let unused = new("Never answered", CustomKind::Line, &[]);
    let with_unused: Vec<_> = asked.iter().map(again).chain([unused]).collect();
    let with_unused = define(&practice, with_unused).await.unwrap();
    assert_eq!(with_unused.last().map(|field| field.used), Some(0));
    let left = define(&practice, vec![again(&asked[4]), again(&asked[0])]).await.unwrap();
    let told: Vec<_> = left.iter().map(|field| (field.name.as_str(), field.asked)).collect();
    assert_eq!(
        told,
        [
            ("Own towel", true),
            ("Número", true),
            ("Way here", false),
            ("Insured until", false),
            ("Table", false),
            ("Never answered", false),
        ],
        "nothing that somebody may be typing into is gone"
    );
    let overview = clients::overview(&practice, &view.id).await.unwrap().client;
    assert_eq!(overview.client.custom.len(), 5);
    let mut changed = overview.client.clone();
    changed.given_name = "Maggie".to_owned();
    let changed = edit(&practice, &overview, changed).await.unwrap();
    assert_eq!(changed.client.custom.len(), 5, "and an edit takes nothing of it out");
    define(&practice, asked.iter().map(again).collect()).await.unwrap();
    let back = clients::overview(&practice, &view.id).await.unwrap().client;
    assert_eq!(back.client.custom, whole.custom);
}

#[tokio::test]
async fn a_choice_that_is_not_offered_any_more_stays_in_the_records_that_say_it() {
    let practice = TestPractice::make().await.unwrap();
    let asked = define(&practice, vec![new("Table", CustomKind::Choice, &["Low", " low ", "High"])]);
    let asked = asked.await.unwrap();
    assert_eq!(asked[0].choices, ["Low", "High"], "each once");
    let low = ClientInput { custom: answers(&asked, &["Low"]), ..named("Ana") };
    let ana = register(&practice, low.clone()).await.unwrap();
    let field = DefineField { choices: vec!["High".to_owned()], ..again(&asked[0]) };
    let changed = define(&practice, vec![field]).await.unwrap();
    assert_eq!(changed[0].choices, ["High"]);
    let high = ClientInput { custom: answers(&asked, &["High"]), ..named("Ana") };
    let high = edit(&practice, &ana, high).await.unwrap();
    let back = edit(&practice, &high, ana.client.clone()).await.unwrap();
    assert_eq!(back.client.custom, low.custom, "and come back with an undo");
}

#[tokio::test]
async fn fields_that_cannot_be_are_refused_and_all_stays_as_it_was() {
    let practice = TestPractice::make().await.unwrap();
    let first = define(&practice, vec![new("Table", CustomKind::Line, &[])]).await.unwrap();
    let other_kind = DefineField { kind: CustomKind::Date, ..again(&first[0]) };
    let wrong = vec![
        other_kind,
        new(" ", CustomKind::Line, &[]),
        new("tablé", CustomKind::Line, &[]),
        new("Room", CustomKind::Choice, &[" "]),
    ];
    let said = problems(define(&practice, wrong).await);
    assert_eq!(
        said,
        [
            ("fields.0.kind".to_owned(), FieldProblem::UnknownValue),
            ("fields.1.name".to_owned(), FieldProblem::Required),
            ("fields.2.name".to_owned(), FieldProblem::NameTaken),
            ("fields.3.choices".to_owned(), FieldProblem::Required),
        ]
    );
    assert_eq!(fields(&practice).await, first);
}

#[tokio::test]
async fn a_client_is_found_by_what_stands_in_a_field_of_one_line() {
    let practice = TestPractice::make().await.unwrap();
    let whole = with_custom(&practice, named("Margaret")).await.unwrap();
    register(&practice, whole).await.unwrap();
    let total = async |text: &str| {
        let input = FindClients { text: text.to_owned(), limit: 9, ..FindClients::default() };
        clients::find(&practice, input).await.unwrap().total
    };
    assert_eq!(total("00 417").await, 1);
    assert_eq!(total("00417").await, 1, "in whatever groups it was written");
    assert_eq!(total("yes").await, 0, "nobody is looked for by yes or no");
}

#[tokio::test]
async fn what_is_asked_is_the_owners_to_say() {
    let clinic = Clinic::open().await.unwrap();
    let ada = add(&clinic.practice, "Ada Quist", Role::Practitioner).await.unwrap();
    let ada = clinic.seat(&ada, &passphrase_of("Ada")).await.unwrap();
    let refused = define(&ada, vec![new("Table", CustomKind::Line, &[])]).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    assert_eq!(fields(&ada).await, []);
}

#[tokio::test]
async fn an_associate_learns_nothing_of_others_clients_through_what_is_asked() {
    let clinic = Clinic::open().await.unwrap();
    let whole = with_custom(&clinic.practice, named("Margaret")).await.unwrap();
    register(&clinic.practice, whole).await.unwrap();
    let ada = add(&clinic.practice, "Ada Quist", Role::Associate).await.unwrap();
    let ada = clinic.seat(&ada, &passphrase_of("Ada")).await.unwrap();
    let used: Vec<i32> = fields(&ada).await.iter().map(|field| field.used).collect();
    assert_eq!(used, [0; 5]);
}
