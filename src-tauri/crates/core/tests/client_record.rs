//! The whole record: several ways to reach somebody, the people around them, and how they stand with the practice.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod recorded;

use hegu_core::clients::{
    self, AddressInput, Allowed, ClientInput, ClientStatus, ClientView, EditClient, EmailInput, FindClients,
    FundInput, PhoneAllows, PhoneInput, PhoneKind, RegisterClient, RelationInput,
};
use hegu_core::people::Role;
use hegu_core::settings::{self, MachineSettings, PracticeSettings, RecordField};
use hegu_core::testing::{Clinic, TestPractice, add, passphrase_of};
use hegu_core::{Error, FieldProblem, Practice};
use recorded::whole;

async fn register(practice: &Practice, client: ClientInput) -> Result<ClientView, Error> {
    clients::register(practice, RegisterClient { client, despite_twins: false, draft: None }).await
}

async fn edit(practice: &Practice, view: &ClientView, client: ClientInput) -> Result<ClientView, Error> {
    let input = EditClient { id: view.id.clone(), version: view.version, client, draft: None };
    clients::edit(practice, input).await
}

fn named(given: &str, family: &str) -> ClientInput {
    ClientInput { given_name: given.to_owned(), family_name: family.to_owned(), ..ClientInput::default() }
}

async fn found(practice: &Practice, text: &str) -> Vec<String> {
    let input = FindClients { text: text.to_owned(), limit: 50, ..FindClients::default() };
    clients::find(practice, input).await.unwrap().rows.into_iter().map(|row| row.name).collect()
}

fn problems<T: std::fmt::Debug>(result: Result<T, Error>) -> Vec<(String, FieldProblem)> {
    match result {
        Err(Error::Invalid(fields)) => fields.into_iter().map(|field| (field.path, field.problem)).collect(),
        other => panic!("expected fields to correct, got {other:?}"),
    }
}

fn mother(of_whom: &str) -> RelationInput {
    RelationInput {
        guardian: true,
        may_sign: true,
        other: of_whom.to_owned(),
        ..RelationInput::in_emergency("", "mother", "250-555-0171")
    }
}

#[tokio::test]
async fn everything_typed_into_a_record_is_there_again_and_its_undo_puts_all_of_it_back() {
    let practice = TestPractice::make().await.unwrap();
    let first = register(&practice, whole("Margaret", "Oyelaran")).await.unwrap();
    assert_eq!(first.client, whole("Margaret", "Oyelaran"));
    let second = edit(&practice, &first, named("Margaret", "Oyelaran")).await.unwrap();
    assert_eq!(second.client, named("Margaret", "Oyelaran"), "every part can be taken out");
    let overview = clients::overview(&practice, &first.id).await.unwrap();
    let clients::TimelineEntry::DetailsChanged { fields, .. } = &overview.timeline[0] else {
        panic!("{:?}", overview.timeline)
    };
    let said = "sex gender occupation phones emails language relations gp_name gp_phone gp_address referrer funds tags
                status status_since";
    assert_eq!(
        fields,
        &said.split_whitespace().collect::<Vec<_>>(),
        "each is named, and none of what it says"
    );
    let third = edit(&practice, &second, whole("Margaret", "Oyelaran")).await.unwrap();
    assert_eq!(third.client, first.client);
}

#[tokio::test]
async fn blank_lines_are_left_out_and_a_tag_is_there_once_however_it_is_written() {
    let practice = TestPractice::make().await.unwrap();
    let view = register(
        &practice,
        ClientInput {
            phones: vec![
                PhoneInput::new(PhoneKind::Mobile, " "),
                PhoneInput::new(PhoneKind::Home, " 250 555 0138 "),
            ],
            emails: vec![EmailInput::personal("  ")],
            addresses: vec![AddressInput::home("\n"), AddressInput::home("1 Moss St")],
            relations: vec![
                RelationInput::in_emergency(" ", "", ""),
                RelationInput::in_emergency("", "the school", ""),
            ],
            funds: vec![FundInput { fund: String::new(), number: String::new() }],
            tags: ["vip", "Été", "VIP ", " ", "ete", "arm"].map(str::to_owned).to_vec(),
            status_since: "2026-01-01".to_owned(),
            ..named("Margaret", "")
        },
    )
    .await
    .unwrap();
    let kept = view.client;
    assert_eq!(kept.phones, [PhoneInput::new(PhoneKind::Home, "250 555 0138")]);
    assert_eq!((kept.emails.len(), kept.addresses.len(), kept.funds.len()), (0, 1, 0));
    assert_eq!(kept.relations, [RelationInput::in_emergency("", "the school", "")]);
    assert_eq!(kept.tags, ["arm", "Été", "vip"], "as first written, in alphabetical order");
    assert_eq!(kept.status_since, "", "nobody is active since a day");
}

#[tokio::test]
async fn what_is_wrong_in_a_line_is_said_at_that_line() {
    let practice = TestPractice::make().await.unwrap();
    let told_nothing =
        RelationInput { must_not: true, gets_copies: true, ..RelationInput::in_emergency("Ann", "", "none") };
    let nobody = RelationInput { guardian: true, ..RelationInput::default() };
    let client = ClientInput {
        gender: "x".repeat(61),
        phones: vec![PhoneInput::new(PhoneKind::Mobile, ""), PhoneInput::new(PhoneKind::Work, "ask")],
        emails: vec![EmailInput::personal("a@b.example"), EmailInput::personal("a at b")],
        addresses: vec![AddressInput::home("x".repeat(501))],
        language: "English!".to_owned(),
        occupation: "smith\u{7}".to_owned(),
        relations: vec![RelationInput::default(), told_nothing, nobody],
        gp_phone: "call".to_owned(),
        funds: vec![FundInput { fund: "Blue Cross".to_owned(), number: "9".repeat(61) }],
        tags: (0..31).map(|nth| format!("tag {nth}")).collect(),
        status: ClientStatus::Discharged,
        status_since: "2062-01-01".to_owned(),
        responsible: "nobody".to_owned(),
        ..named("Margaret", "")
    };
    let mut said = problems(register(&practice, client).await);
    said.sort_by(|one, other| one.0.cmp(&other.0));
    let wrong = [
        ("addresses.0.address", FieldProblem::TooLong),
        ("emails.1.email", FieldProblem::NotAnEmail),
        ("funds.0.number", FieldProblem::TooLong),
        ("gender", FieldProblem::TooLong),
        ("gp_phone", FieldProblem::NotAPhone),
        ("language", FieldProblem::UnknownValue),
        ("occupation", FieldProblem::ControlCharacters),
        ("phones.1.number", FieldProblem::NotAPhone),
        ("relations.1.must_not", FieldProblem::Contradictory),
        ("relations.1.phone", FieldProblem::NotAPhone),
        ("relations.2.name", FieldProblem::Required),
        ("responsible", FieldProblem::UnknownValue),
        ("status_since", FieldProblem::InTheFuture),
        ("tags", FieldProblem::TooMuch),
    ];
    assert_eq!(said, wrong.map(|(path, problem)| (path.to_owned(), problem)));
}

#[tokio::test]
async fn a_client_is_found_by_every_number_email_and_tag_and_by_whoever_rings_for_them() {
    let practice = TestPractice::make().await.unwrap();
    register(&practice, named("Bo", "Lund")).await.unwrap();
    let mut child = named("May", "Lund");
    child.phones = ["250-555-0138", "(604) 555 0139"].map(|n| PhoneInput::new(PhoneKind::Home, n)).to_vec();
    child.emails = ["one@post.example", "two@post.example"].map(EmailInput::personal).to_vec();
    child.relations = vec![RelationInput::in_emergency("Ann Lund", "mother", "778.555.0171")];
    child.tags = vec!["Öl-Kur".to_owned()];
    register(&practice, child).await.unwrap();
    for typed in ["0138", "604 555", "two@", "one@post", "7785550171", "778-555", "ol-kur", "lund öl"] {
        assert_eq!(found(&practice, typed).await, ["May Lund"], "{typed}");
    }
    assert_eq!(found(&practice, "Ann").await, Vec::<String>::new(), "the mother is no client");
}

#[tokio::test]
async fn a_list_shows_the_preferred_number_what_is_allowed_there_and_who_comes_no_more() {
    let practice = TestPractice::make().await.unwrap();
    let allows = PhoneAllows { voicemail: Allowed::No, text: Allowed::Yes, clinic_name: Allowed::Unasked };
    let client = ClientInput {
        phones: vec![
            PhoneInput { allows, ..PhoneInput::new(PhoneKind::Work, "250-555-0138") },
            PhoneInput::new(PhoneKind::Home, "250-555-0139"),
        ],
        emails: ["first@post.example", "second@post.example"].map(EmailInput::personal).to_vec(),
        status: ClientStatus::Deceased,
        ..named("Margaret", "Oyelaran")
    };
    register(&practice, client).await.unwrap();
    let all = FindClients { limit: 50, ..FindClients::default() };
    let row = clients::find(&practice, all).await.unwrap().rows.remove(0);
    assert_eq!(row.phone.as_deref(), Some("250-555-0138"));
    assert_eq!((row.phone_allows, row.status), (allows, ClientStatus::Deceased));
    assert_eq!(row.text_phone.as_deref(), Some("250-555-0138"));
    assert_eq!(row.email.as_deref(), Some("first@post.example"));
}

#[tokio::test]
async fn nobody_grows_older_after_their_death_and_nobody_is_121() {
    let practice = TestPractice::make().await.unwrap();
    let born = |day: &str| ClientInput { birth_date: day.to_owned(), ..named("Ada", day) };
    let died = |day: &str, client: ClientInput| ClientInput {
        status: ClientStatus::Deceased,
        status_since: day.to_owned(),
        ..client
    };
    let old = problems(register(&practice, born("1905-05-12")).await);
    assert_eq!(old, [("birth_date".to_owned(), FieldProblem::TooLongAgo)]);
    let before_birth = problems(register(&practice, died("1963-01-01", born("1964-03-03"))).await);
    assert_eq!(before_birth, [("birth_date".to_owned(), FieldProblem::Contradictory)]);
    let child = register(&practice, died("2020-03-02", born("2011-03-03"))).await.unwrap();
    assert_eq!((child.age, child.minor), (Some(8), false), "at their death, and no guardian is asked for");
    let unknown = register(&practice, died("", born("1964-03-03"))).await.unwrap();
    assert_eq!(unknown.age, None);
    let rows = clients::rows(&practice, vec![child.id]).await.unwrap();
    assert_eq!(rows[0].age, None);
}

#[tokio::test]
async fn a_family_shares_its_contacts_and_one_person_with_two_emails_is_one() {
    let practice = TestPractice::make().await.unwrap();
    let with = |given: &str, family: &str, emails: &[&str]| ClientInput {
        emails: emails.iter().copied().map(EmailInput::personal).collect(),
        ..named(given, family)
    };
    register(&practice, with("Ann", "Lund", &["ann@post.example", "Home@Lund.example"])).await.unwrap();
    register(&practice, with("Bo", "Lund", &["home@lund.example"])).await.unwrap();
    let twin = register(&practice, with("Ann", "Berg", &["ann.b@post.example", "home@lund.example"])).await;
    let Err(Error::LikelyDuplicate(twins)) = twin else { panic!("{twin:?}") };
    assert_eq!(twins.len(), 1, "the name she goes by and an email are hers");
}

#[tokio::test]
async fn a_guardian_who_is_a_client_too_is_called_as_their_own_record_calls_them() {
    let practice = TestPractice::make().await.unwrap();
    let ann = register(&practice, named("Ann", "Lund")).await.unwrap();
    let child = ClientInput { relations: vec![mother(&ann.id)], ..named("May", "Lund") };
    let child = register(&practice, child).await.unwrap();
    assert_eq!(child.client.relations[0].name, "Ann Lund");
    edit(&practice, &ann, named("Ann", "Berg")).await.unwrap();
    let child = clients::overview(&practice, &child.id).await.unwrap().client;
    assert_eq!(child.client.relations[0].name, "Ann Berg");
    let again = edit(&practice, &child, child.client.clone()).await.unwrap();
    assert_eq!(again.version, child.version, "another's new name is no change of this record");
    let ann = clients::overview(&practice, &ann.id).await.unwrap().client;
    let by: Vec<_> = ann.named_by.iter().map(|by| (by.name.as_str(), by.relation.as_str())).collect();
    assert_eq!(by, [("May Lund", "mother")]);
    for nobody in [&child.id, "0196c000-0000-7000-8000-000000000000", "May Lund"] {
        let typed = ClientInput { relations: vec![mother(nobody)], ..child.client.clone() };
        let said = problems(edit(&practice, &child, typed).await);
        assert_eq!(said, [("relations.0.other".to_owned(), FieldProblem::UnknownValue)], "{nobody}");
    }
}

#[tokio::test]
async fn an_associate_learns_nothing_of_others_clients_through_their_relations() {
    let clinic = Clinic::open().await.unwrap();
    let others = ClientInput { referrer: "Anna Wu".to_owned(), ..named("Ann", "Lund") };
    let others = register(&clinic.practice, others).await.unwrap();
    let ada = add(&clinic.practice, "Ada Quist", Role::Associate).await.unwrap();
    let ada = clinic.seat(&ada, &passphrase_of("Ada")).await.unwrap();
    let mine = register(&ada, named("May", "Lund")).await.unwrap();
    let linked = ClientInput { relations: vec![mother(&others.id)], ..mine.client.clone() };
    let said = problems(edit(&ada, &mine, linked.clone()).await);
    assert_eq!(said, [("relations.0.other".to_owned(), FieldProblem::UnknownValue)]);
    let ines = clinic.seat_ines().await.unwrap();
    edit(&ines, &mine, linked).await.unwrap();
    let naming = ClientInput { relations: vec![mother(&mine.id)], ..others.client.clone() };
    edit(&ines, &others, naming).await.unwrap();
    let ada = clinic.seat(&ada.actor().id.to_string(), &passphrase_of("Ada")).await.unwrap();
    let view = clients::overview(&ada, &mine.id).await.unwrap().client;
    assert_eq!(view.named_by.len(), 0, "whose record names this client is not hers to see");
    let mother = &view.client.relations[0];
    assert_eq!((mother.name.as_str(), mother.other.as_str()), ("Ann Lund", ""), "nor that she is a client");
    assert_eq!(view.linked.len(), 0);
    let mut kept = view.client.clone();
    kept.occupation = "pupil".to_owned();
    let kept = edit(&ada, &view, kept).await.unwrap();
    let gone = edit(&ada, &kept, ClientInput { relations: Vec::new(), ..kept.client.clone() }).await.unwrap();
    let back = edit(&ada, &gone, kept.client.clone()).await.unwrap();
    assert_eq!(
        back.client.relations, kept.client.relations,
        "what she took out by mistake comes back in words"
    );
    let ines = clinic.seat_ines().await.unwrap();
    let known = clients::known(&ines).await.unwrap();
    assert_eq!(known.referrers, ["Anna Wu"], "said of another's client");
    let ada = clinic.seat(&ada.actor().id.to_string(), &passphrase_of("Ada")).await.unwrap();
    assert_eq!(clients::known(&ada).await.unwrap().referrers, Vec::<String>::new());
}

#[tokio::test]
async fn what_a_practice_does_not_ask_is_the_owners_to_say_and_takes_nothing_out_of_a_record() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, whole("Margaret", "Oyelaran")).await.unwrap();
    let read = async || settings::read(&practice, MachineSettings::default()).await.unwrap().practice;
    let before = read().await;
    assert_eq!(before.hidden_fields, [], "everything is asked until somebody says otherwise");
    let hidden_fields = vec![RecordField::Tags, RecordField::Gender, RecordField::Tags];
    settings::change_practice(&practice, PracticeSettings { hidden_fields, ..before.clone() }).await.unwrap();
    assert_eq!(read().await.hidden_fields, [RecordField::Gender, RecordField::Tags]);
    let view = clients::overview(&practice, &client.id).await.unwrap().client;
    assert_eq!(view.client, whole("Margaret", "Oyelaran"));
    let desk = practice.seating(Role::Receptionist);
    let refused = settings::change_practice(&desk, before).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
}

#[tokio::test]
async fn what_another_linked_outlives_an_edit_by_somebody_who_cannot_see_it() {
    let clinic = Clinic::open().await.unwrap();
    let others = register(&clinic.practice, named("Ann", "Lund")).await.unwrap();
    let ada = add(&clinic.practice, "Ada Quist", Role::Associate).await.unwrap();
    let seated = clinic.seat(&ada, &passphrase_of("Ada")).await.unwrap();
    let mine = register(&seated, named("May", "Lund")).await.unwrap();
    let ines = clinic.seat_ines().await.unwrap();
    let linked = ClientInput { relations: vec![mother(&others.id)], ..mine.client.clone() };
    edit(&ines, &mine, linked).await.unwrap();
    let seated = clinic.seat(&ada, &passphrase_of("Ada")).await.unwrap();
    let view = clients::overview(&seated, &mine.id).await.unwrap().client;
    let mut typed = view.client.clone();
    typed.relations[0].phone = "250-555-0199".to_owned();
    edit(&seated, &view, typed).await.unwrap();
    let ines = clinic.seat_ines().await.unwrap();
    let view = clients::overview(&ines, &mine.id).await.unwrap().client;
    assert_eq!(view.client.relations[0].other, others.id);
    assert_eq!(view.client.relations[0].phone, "250-555-0199");
}

#[tokio::test]
async fn what_was_said_of_others_is_offered_without_naming_them() {
    let practice = TestPractice::make().await.unwrap();
    let mut second = whole("Bo", "Lund");
    second.tags = vec!["COMMUNITY".to_owned()];
    second.gp_name = String::new();
    second.language = "en".to_owned();
    register(&practice, whole("Margaret", "Oyelaran")).await.unwrap();
    clients::register(&practice, RegisterClient { client: second, despite_twins: true, draft: None })
        .await
        .unwrap();
    let known = clients::known(&practice).await.unwrap();
    let tags: Vec<_> = known.tags.iter().map(|tag| tag.to_lowercase()).collect();
    assert_eq!(tags, ["community", "évening"]);
    let practices: Vec<_> = known.practices.iter().map(|gp| (gp.name.as_str(), gp.phone.as_str())).collect();
    assert_eq!(practices, [("Dr. Anne Roy", "250-555-0160")]);
    assert_eq!((known.referrers, known.funds), (vec!["Dr. Roy".to_owned()], vec!["Blue Cross".to_owned()]));
    assert_eq!(known.languages, ["en", "yo"]);
}
