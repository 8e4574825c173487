//! Registering, finding, changing and looking at clients.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use hegu_core::clients::{
    self, AddressInput, ClientInput, EditClient, EmailInput, FindClients, PhoneInput, PhoneKind,
    RegisterClient, TimelineEntry,
};
use hegu_core::testing::TestPractice;
use hegu_core::{Error, FieldProblem, Practice};

fn margaret() -> ClientInput {
    ClientInput {
        given_name: "Margaret".to_owned(),
        family_name: "Oyelaran".to_owned(),
        preferred_name: "Maggie".to_owned(),
        birth_date: "1964-03-03".to_owned(),
        phones: vec![PhoneInput::new(PhoneKind::Mobile, "250-555-0138")],
        emails: vec![EmailInput::personal("maggie@post.example")],
        ..ClientInput::default()
    }
}

fn named(given: &str, family: &str) -> ClientInput {
    ClientInput { given_name: given.to_owned(), family_name: family.to_owned(), ..ClientInput::default() }
}

async fn register(practice: &Practice, client: ClientInput) -> Result<clients::ClientView, Error> {
    clients::register(practice, RegisterClient { client, despite_twins: false, draft: None }).await
}

async fn found(practice: &Practice, text: &str) -> Vec<String> {
    let input = FindClients { text: text.to_owned(), limit: 50, ..FindClients::default() };
    clients::find(practice, input).await.unwrap().rows.into_iter().map(|row| row.name).collect()
}

#[tokio::test]
async fn a_name_is_enough() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, named("", "Prince")).await.unwrap();
    assert_eq!((client.name.as_str(), client.number, client.age), ("Prince", 1, None));
    let Err(Error::Invalid(fields)) = register(&practice, named(" ", "")).await else {
        panic!("no name was taken")
    };
    assert_eq!((fields[0].path.as_str(), fields[0].problem), ("given_name", FieldProblem::Required));
}

#[tokio::test]
async fn every_wrong_field_is_pointed_out_at_once() {
    let practice = TestPractice::make().await.unwrap();
    let mut client = margaret();
    client.birth_date = "2026-05-13".to_owned();
    client.emails = vec![EmailInput::personal("maggie at home")];
    client.phones.push(PhoneInput::new(PhoneKind::Home, "ask her"));
    client.family_name = "O".repeat(101);
    let Err(Error::Invalid(fields)) = register(&practice, client).await else { panic!() };
    let found: Vec<_> = fields.iter().map(|field| (field.path.as_str(), field.problem)).collect();
    assert_eq!(
        found,
        [
            ("family_name", FieldProblem::TooLong),
            ("birth_date", FieldProblem::InTheFuture),
            ("phones.1.number", FieldProblem::NotAPhone),
            ("emails.0.email", FieldProblem::NotAnEmail),
        ]
    );
}

#[tokio::test]
async fn a_client_is_found_by_the_number_of_their_card() {
    let practice = TestPractice::make().await.unwrap();
    for at in 1..=12 {
        let phones = vec![PhoneInput::new(PhoneKind::Mobile, format!("250-555-{:04}", 13 - at))];
        let client = ClientInput { phones, ..named(&format!("Number{at}"), "Q") };
        register(&practice, client).await.unwrap();
    }
    for typed in ["12", " 12 ", "012", "#12", "# 12", "#0012", "\u{661}\u{662}", "#１２"] {
        assert_eq!(found(&practice, typed).await.first().unwrap(), "Number12 Q", "{typed}");
    }
    // Whoever rings is found by four digits; whose card has that number comes after them.
    assert_eq!(found(&practice, "0012").await, ["Number1 Q", "Number12 Q"]);
    assert_eq!(found(&practice, "#88").await, Vec::<String>::new(), "there is no such card");
    for typed in ["#", "#a", "-8", "1234567890"] {
        assert!(!found(&practice, typed).await.contains(&"Number8 Q".to_owned()), "{typed} is no card");
    }
}

#[tokio::test]
async fn a_client_is_found_by_any_part_of_what_is_known() {
    let practice = TestPractice::make().await.unwrap();
    register(&practice, margaret()).await.unwrap();
    register(&practice, named("Zoë", "Backström")).await.unwrap();
    register(&practice, named("麗華", "溫")).await.unwrap();
    for text in [
        "marg",
        "OYEL",
        "maggie",
        "oyelaran marg",
        "0138",
        "250 555 01",
        "(250) 555",
        "maggie@",
        "1964-03",
        "3.3.1964",
        "3 march 1964",
    ] {
        assert_eq!(found(&practice, text).await, ["Margaret Oyelaran"], "{text}");
    }
    assert_eq!(found(&practice, "zoe back").await, ["Zoë Backström"], "accents need not be typed");
    assert_eq!(found(&practice, "溫麗").await, ["溫麗華"]);
    assert_eq!(
        found(&practice, "").await,
        ["Zoë Backström", "Margaret Oyelaran", "溫麗華"],
        "everybody, by family name"
    );
    for nobody in ["%", "_", "\\", "' OR 1=1 --", "marg zoe"] {
        assert_eq!(found(&practice, nobody).await, Vec::<String>::new(), "{nobody} is only text");
    }
}

#[tokio::test]
async fn a_name_without_a_blank_is_found_by_either_part_by_both_and_joined() {
    let practice = TestPractice::make().await.unwrap();
    for (given, family, full) in
        [("小明", "王", "王小明"), ("さくら", "佐々木", "佐々木さくら"), ("민수", "김", "김민수")]
    {
        assert_eq!(register(&practice, named(given, family)).await.unwrap().name, full);
        for typed in [given, family, full, &format!("{family} {given}"), &format!("{given} {family}")] {
            assert_eq!(found(&practice, typed).await, [full], "{typed}");
        }
    }
    let Err(Error::LikelyDuplicate(_)) = register(&practice, named("王小明", "")).await else {
        panic!("the same name in one field is the same name")
    };
}

#[tokio::test]
async fn a_name_that_begins_as_typed_comes_first() {
    let practice = TestPractice::make().await.unwrap();
    register(&practice, named("Johanna", "Adler")).await.unwrap();
    register(&practice, named("Peter", "Hansson")).await.unwrap();
    assert_eq!(found(&practice, "han").await, ["Peter Hansson", "Johanna Adler"]);
}

#[tokio::test]
async fn a_likely_twin_is_shown_before_a_second_record_is_made() {
    let practice = TestPractice::make().await.unwrap();
    let first = register(&practice, margaret()).await.unwrap();
    let Err(Error::LikelyDuplicate(twins)) = register(&practice, named("oyelaran", "MARGARET")).await else {
        panic!()
    };
    assert_eq!(twins.iter().map(ToString::to_string).collect::<Vec<_>>(), [first.id]);
    assert_eq!(found(&practice, "oyelaran").await.len(), 1, "nothing was registered");
    let despite = RegisterClient { client: named("Margaret", "Oyelaran"), despite_twins: true, draft: None };
    assert_eq!(clients::register(&practice, despite).await.unwrap().number, 2, "a person decided");
}

#[tokio::test]
async fn a_stale_edit_is_refused_and_an_undo_is_the_same_act_backwards() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, margaret()).await.unwrap();
    let edit = |version: i32, input: ClientInput| EditClient {
        id: client.id.clone(),
        version,
        client: input,
        draft: None,
    };
    let mut moved = margaret();
    moved.addresses = vec![AddressInput::home("12 May Street")];
    let second = clients::edit(&practice, edit(1, moved.clone())).await.unwrap();
    assert_eq!((second.version, second.client.addresses[0].address.as_str()), (2, "12 May Street"));
    let stale = clients::edit(&practice, edit(1, margaret())).await;
    assert!(matches!(stale, Err(Error::Stale { version: 2, .. })), "{stale:?}");
    let undone = clients::edit(&practice, edit(2, margaret())).await.unwrap();
    assert_eq!((undone.version, undone.client), (3, margaret()));
    let unchanged = clients::edit(&practice, edit(3, margaret())).await.unwrap();
    assert_eq!(unchanged.version, 3, "saving what is there already is no change");
}

#[tokio::test]
async fn the_timeline_tells_what_happened_newest_first() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, margaret()).await.unwrap();
    let mut changed = margaret();
    changed.pronouns = "she/her".to_owned();
    changed.phones.clear();
    let later = practice.at(hegu_core::clock::Clock::Fixed("2026-05-13T09:00:00-07:00".parse().unwrap()));
    clients::edit(&later, EditClient { id: client.id.clone(), version: 1, client: changed, draft: None })
        .await
        .unwrap();
    let timeline = clients::overview(&later, &client.id).await.unwrap().timeline;
    let [TimelineEntry::DetailsChanged { fields, by, .. }, TimelineEntry::Registered { .. }] =
        timeline.as_slice()
    else {
        panic!("{timeline:?}")
    };
    assert_eq!(
        (by.as_str(), fields.as_slice()),
        ("Ines Marlow", &["pronouns".to_owned(), "phones".to_owned()][..])
    );
}

#[tokio::test]
async fn an_unknown_client_is_not_found_and_an_odd_id_is_only_text() {
    let practice = TestPractice::make().await.unwrap();
    for id in ["0196c000-0000-7000-8000-000000000000", "", "1; DROP TABLE clients_client", "../../etc/passwd"]
    {
        assert!(matches!(clients::overview(&practice, id).await, Err(Error::NotFound)), "{id}");
    }
}

#[tokio::test]
async fn hostile_text_is_kept_as_text() {
    let practice = TestPractice::make().await.unwrap();
    let names = [
        "<img src=x onerror=alert(1)>",
        "Robert'); DROP TABLE clients_client;--",
        "שרה כהן",
        "👩‍⚕️ Ana",
        "=cmd|' /C calc'!A0",
    ];
    for name in names {
        let client = register(&practice, named(name, "")).await.unwrap();
        assert_eq!(client.client.given_name, name);
        assert_eq!(found(&practice, name).await, [name], "and is found by itself");
    }
}
