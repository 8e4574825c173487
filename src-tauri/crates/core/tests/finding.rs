//! Finding clients: by whatever is known, in spite of a slip, in every order, and as the records stand now.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use chrono::DateTime;
use hegu_core::clients::{
    self, Ages, ClientColumn, ClientFilter, ClientInput, ClientOrder, ClientStatus, EditClient, EmailInput,
    FindClients, FoundClients, PhoneInput, PhoneKind, RegisterClient, SaveList,
};
use hegu_core::clock::Clock;
use hegu_core::testing::{Clinic, TestPractice, passphrase_of};
use hegu_core::{Error, FieldProblem, Practice, keys};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

fn named(given: &str, family: &str) -> ClientInput {
    ClientInput { given_name: given.to_owned(), family_name: family.to_owned(), ..ClientInput::default() }
}

fn born(given: &str, birth_date: &str) -> ClientInput {
    ClientInput { birth_date: birth_date.to_owned(), ..named(given, "Lund") }
}

async fn register(practice: &Practice, client: ClientInput) -> clients::ClientView {
    let register = RegisterClient { client, despite_twins: true, draft: None };
    clients::register(practice, register).await.unwrap()
}

async fn find(practice: &Practice, text: &str) -> FoundClients {
    let input = FindClients { text: text.to_owned(), limit: 200, ..FindClients::default() };
    clients::find(practice, input).await.unwrap()
}

fn names(found: FoundClients) -> Vec<String> {
    found.rows.into_iter().map(|row| row.name).collect()
}

async fn listed(practice: &Practice, filter: ClientFilter, by: ClientColumn, down: bool) -> Vec<String> {
    let order = Some(ClientOrder { by, down });
    let input = FindClients { filter: Some(filter), order, limit: 200, ..FindClients::default() };
    names(clients::find(practice, input).await.unwrap())
}

/// Names as they are written around the world, long enough that a slip in them can be told from another name.
fn a_name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z][a-zéöñł]{4,9}",
        "[A-Z]'[A-Z][a-z]{4,7}",
        "[A-Z][a-z]{4,7}-[A-Z][a-z]{4,7}",
        "[А-Я][а-яё]{4,9}",
        "[Α-Ρ][α-ρ]{4,9}",
        "[א-ת]{4,7}",
        "[ا-ي]{4,7}",
        "[一-龥]{2,3}",
        "[가-힣]{2,3}",
        "[あ-ん]{3,5}",
    ]
}

#[derive(Debug, Clone, Copy)]
enum Slip {
    Wrong,
    Missing,
    TooMuch,
    ChangedPlaces,
}

/// A word with one letter of it gone wrong.
fn slipped(word: &str, slip: Slip, at: usize) -> String {
    // Hangul is typed a letter at a time, and not a syllable.
    let mut letters: Vec<char> = word.nfd().filter(|letter| !is_combining_mark(*letter)).collect();
    let at = at % letters.len();
    // Another of the same script, as its keyboard has them.
    let other = match letters[at] {
        '0'..='9' => '9',
        'ぁ'..='ん' => 'を',
        '\u{1100}'..='\u{11ff}' => '\u{1112}',
        '一'..='龥' => '龥',
        _ => 'q',
    };
    match slip {
        Slip::Wrong => letters[at] = other,
        Slip::Missing => drop(letters.remove(at)),
        Slip::TooMuch => letters.insert(at, other),
        Slip::ChangedPlaces => letters.swap(at.saturating_sub(1), at),
    }
    letters.into_iter().collect()
}

#[test]
fn everybody_is_found_by_every_word_of_their_own_in_any_script_and_in_spite_of_a_slip() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let practice = runtime.block_on(TestPractice::make()).unwrap();
    let slip =
        prop_oneof![Just(Slip::Wrong), Just(Slip::Missing), Just(Slip::TooMuch), Just(Slip::ChangedPlaces)];
    let somebody = (a_name(), a_name(), a_name(), "[a-z]{5,9}", "[1-8]{9,11}", "[A-Z][a-z]{4,9}");
    let mut runner = TestRunner::new(Config { cases: 100, failure_persistence: None, ..Config::default() });
    let tried = runner.run(&(somebody, slip, 0_usize..12), |(somebody, slip, at)| {
        let (given, family, preferred, email, phone, tag) = somebody;
        let client = ClientInput {
            preferred_name: preferred.clone(),
            emails: vec![EmailInput::personal(format!("{email}@post.example"))],
            phones: vec![PhoneInput::new(PhoneKind::Mobile, &phone)],
            tags: vec![tag.clone()],
            ..named(&given, &family)
        };
        runtime.block_on(async {
            let id = register(&practice, client).await.id;
            for word in [&given, &family, &preferred, &email, &phone, &tag] {
                for typed in [word.clone(), slipped(word, slip, at)] {
                    // What is left of a short name with a letter gone is too little to go by.
                    let letters = typed.chars().count();
                    let syllables = typed.chars().any(|letter| ('\u{3041}'..='\u{9fff}').contains(&letter));
                    if letters < if syllables { 2 } else { 4 } {
                        continue;
                    }
                    let found = find(&practice, &typed).await;
                    prop_assert!(found.rows.iter().any(|row| row.id == id), "{word} typed as {typed}");
                }
            }
            Ok(())
        })
    });
    tried.unwrap();
}

#[tokio::test]
async fn the_best_comes_first_and_what_was_only_nearly_typed_comes_last_and_is_counted() {
    let practice = TestPractice::make().await.unwrap();
    for (given, family) in
        [("Joanna", "Marsh"), ("Anna", "Lund"), ("Annabel", "Abbot"), ("Hanne", "Berg"), ("Anne", "Aas")]
    {
        register(&practice, named(given, family)).await;
    }
    let found = find(&practice, "anna").await;
    assert_eq!((found.total, found.near), (4, 1));
    assert_eq!(names(found), ["Anna Lund", "Annabel Abbot", "Joanna Marsh", "Anne Aas"]);
    let found = find(&practice, "lund anan").await;
    assert_eq!((found.total, found.near), (1, 1));
    assert_eq!(names(found), ["Anna Lund"]);
    assert!(
        names(find(&practice, "lnud anan").await).contains(&"Anna Lund".to_owned()),
        "a slip in each word"
    );
    assert_eq!(names(find(&practice, "nan").await), [""; 0], "three letters are near to everything");
}

#[tokio::test]
async fn a_birth_date_is_found_in_the_form_it_is_said_and_a_month_is_no_name() {
    let practice = TestPractice::make().await.unwrap();
    register(&practice, born("May", "1964-03-09")).await;
    register(&practice, born("Ove", "1975-05-12")).await;
    for typed in [
        "9 march 1964",
        "March 9",
        "9.3.64",
        "1964",
        "3/9/1964",
        "lund 1964-03-09",
        "lund 9 march 1964",
        "march 9 lund",
        "1964年3月9日",
    ] {
        assert_eq!(names(find(&practice, typed).await), ["May Lund"], "{typed}");
    }
    assert_eq!(names(find(&practice, "may").await), ["May Lund"], "and not whoever was born in May");
}

#[tokio::test]
async fn a_search_sees_the_records_as_they_stand_and_nothing_that_was_broken_off() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, named("Ada", "Zwick")).await;
    assert_eq!(names(find(&practice, "zwick").await), ["Ada Zwick"]);
    let edit = |version, family: &str, phone: &str| EditClient {
        id: client.id.clone(),
        version,
        client: ClientInput { phones: vec![PhoneInput::new(PhoneKind::Home, phone)], ..named("Ada", family) },
        draft: None,
    };
    clients::edit(&practice, edit(client.version, "Moor", "250-555-0171")).await.unwrap();
    assert_eq!(names(find(&practice, "zwick").await), [""; 0]);
    assert_eq!(names(find(&practice, "250 555 01").await), ["Ada Moor"]);
    let stale = clients::edit(&practice, edit(client.version, "Stale", "250-555-0172")).await;
    assert!(matches!(stale, Err(Error::Stale { .. })));
    assert_eq!(names(find(&practice, "stale").await), [""; 0]);
    register(&practice, named("Bo", "Moor")).await;
    assert_eq!(names(find(&practice, "moor").await), ["Ada Moor", "Bo Moor"]);
}

#[tokio::test]
async fn a_list_is_sorted_by_every_column_both_ways_and_who_has_no_birth_date_comes_last() {
    let practice = TestPractice::make().await.unwrap();
    let people = [("Cy", "1990-01-01"), ("Al", ""), ("Bo", "1950-06-01"), ("Di", "2020-06-01")];
    for ((given, birth_date), day) in people.into_iter().zip(1..) {
        let on_day = DateTime::parse_from_rfc3339(&format!("2026-05-0{day}T10:00:00-07:00")).unwrap();
        register(&practice.at(Clock::Fixed(on_day)), born(given, birth_date)).await;
    }
    let all = ClientFilter::default;
    let given = |names: Vec<String>| names.join(" ").replace(" Lund", "");
    for (by, up, down) in [
        (ClientColumn::Name, "Al Bo Cy Di", "Di Cy Bo Al"),
        (ClientColumn::Born, "Bo Cy Di Al", "Di Cy Bo Al"),
        (ClientColumn::Number, "Cy Al Bo Di", "Di Bo Al Cy"),
        (ClientColumn::Registered, "Cy Al Bo Di", "Di Bo Al Cy"),
    ] {
        assert_eq!(given(listed(&practice, all(), by, false).await), up, "{by:?}");
        assert_eq!(given(listed(&practice, all(), by, true).await), down, "{by:?} the other way round");
    }
}

#[tokio::test]
async fn a_list_shows_whom_its_filter_asks_for() {
    let practice = TestPractice::make().await.unwrap();
    let tagged = |client: ClientInput, tag: &str| ClientInput { tags: vec![tag.to_owned()], ..client };
    register(&practice, tagged(born("Al", "1950-06-01"), "Qigong")).await;
    register(&practice, tagged(born("Bo", "1990-05-01"), "Fußpflege")).await;
    let away = ClientInput { status: ClientStatus::Inactive, ..born("Cy", "2020-06-15") };
    register(&practice, away).await;
    let mine = ClientInput { responsible: practice.actor().id.to_string(), ..born("Di", "") };
    register(&practice, mine).await;
    let one = |change: fn(&mut ClientFilter)| {
        let mut filter = ClientFilter::default();
        change(&mut filter);
        listed(&practice, filter, ClientColumn::Name, false)
    };
    assert_eq!(one(|f| f.statuses = vec![ClientStatus::Inactive]).await, ["Cy Lund"]);
    assert_eq!(one(|f| f.tags = vec!["qigong".to_owned()]).await, ["Al Lund"]);
    let either = vec!["QIGONG".to_owned(), "FUSSPFLEGE".to_owned()];
    assert_eq!(
        listed(
            &practice,
            ClientFilter { tags: either, ..ClientFilter::default() },
            ClientColumn::Name,
            false
        )
        .await,
        ["Al Lund", "Bo Lund"]
    );
    assert_eq!(one(|f| f.ages = Ages::Minors).await, ["Cy Lund"]);
    assert_eq!(one(|f| f.ages = Ages::Adults).await, ["Al Lund", "Bo Lund"]);
    assert_eq!(one(|f| f.birth_month = Some(6)).await, ["Al Lund", "Cy Lund"]);
    let responsible = Some(practice.actor().id.to_string());
    let filter = ClientFilter { responsible, ..ClientFilter::default() };
    assert_eq!(listed(&practice, filter, ClientColumn::Name, false).await, ["Di Lund"]);
}

#[tokio::test]
async fn a_list_is_kept_under_its_name_changed_and_thrown_away() {
    let practice = TestPractice::make().await.unwrap();
    let save = |id: Option<String>, name: &str, month| {
        let filter = ClientFilter { birth_month: month, ..ClientFilter::default() };
        clients::save_list(
            &practice,
            SaveList { id, name: name.to_owned(), filter, order: ClientOrder::default() },
        )
    };
    let june = save(None, "  Birthdays ", Some(6)).await.unwrap();
    assert_eq!(june.name, "Birthdays");
    let taken = save(None, "BIRTHDÄYS", Some(7)).await;
    assert!(matches!(taken, Err(Error::Invalid(fields)) if fields[0].problem == FieldProblem::NameTaken));
    let nameless = save(None, " ", Some(7)).await;
    assert!(matches!(nameless, Err(Error::Invalid(fields)) if fields[0].path == "name"));
    let never = save(None, "Never", Some(13)).await;
    assert!(matches!(never, Err(Error::Invalid(fields)) if fields[0].path == "filter.birth_month"));
    let july = save(Some(june.id.clone()), "Birthdays", Some(7)).await.unwrap();
    assert_eq!(clients::saved_lists(&practice).await.unwrap(), std::slice::from_ref(&july));
    clients::remove_list(&practice, &july.id).await.unwrap();
    assert_eq!(clients::saved_lists(&practice).await.unwrap(), []);
    assert!(matches!(clients::remove_list(&practice, &july.id).await, Err(Error::NotFound)));
    assert!(matches!(save(Some(july.id), "Gone", None).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_list_is_the_business_of_whoever_saved_it_and_of_nobody_else() {
    let clinic = Clinic::open().await.unwrap();
    let ines = clinic.seat_ines().await.unwrap();
    let save = |name: &str| SaveList {
        id: None,
        name: name.to_owned(),
        filter: ClientFilter::default(),
        order: ClientOrder::default(),
    };
    let list = clients::save_list(&ines, save("To call")).await.unwrap();
    let jun = clinic.seat(&clinic.jun, &passphrase_of("Jun")).await.unwrap();
    assert_eq!(clients::saved_lists(&jun).await.unwrap(), []);
    assert!(matches!(clients::remove_list(&jun, &list.id).await, Err(Error::NotFound)));
    let theirs = SaveList { id: Some(list.id.clone()), ..save("Mine now") };
    assert!(matches!(clients::save_list(&jun, theirs).await, Err(Error::NotFound)));
    clients::save_list(&jun, save("to call")).await.unwrap();
    let ines = clinic.seat_ines().await.unwrap();
    assert_eq!(clients::saved_lists(&ines).await.unwrap(), [list], "nobody's name is taken by another's");
}

#[tokio::test]
async fn what_is_written_after_the_key_was_replaced_is_found() {
    let practice = TestPractice::make().await.unwrap();
    register(&practice, named("Ada", "Zwick")).await;
    assert_eq!(names(find(&practice, "zwick").await), ["Ada Zwick"]);
    keys::rotate(&practice).await.unwrap();
    register(&practice, named("Bo", "Zwick")).await;
    assert_eq!(names(find(&practice, "zwick").await), ["Ada Zwick", "Bo Zwick"]);
}

#[tokio::test]
async fn a_number_is_found_as_it_stands_in_the_record_and_as_it_is_dialled() {
    let practice = TestPractice::make().await.unwrap();
    let phones = vec![PhoneInput::new(PhoneKind::Work, "+44 250-555-0138 ext. 12")];
    register(&practice, ClientInput { phones, ..named("May", "Garland") }).await;
    for typed in
        ["+44 250-555-0138 ext. 12", "garland +44", "250–555", "0138 ext", "(250) 555 01", "555·0138", "+4"]
    {
        assert_eq!(names(find(&practice, typed).await), ["May Garland"], "{typed}");
    }
}

#[tokio::test]
async fn who_is_written_in_letters_or_digits_of_another_keyboard_is_found_by_plain_ones_and_the_other_way() {
    let practice = TestPractice::make().await.unwrap();
    for (given, phone, birth_date) in [
        ("Þórður", "٢٥٠-٥٥٥-٠١٤١", "1964-03-09"),
        ("Işık", "２５０ ５５５ ０１４２", "1971-10-02"),
        ("Ａｄａ", "۲۵۰ ۵۵۵ ۰۱۴۳", "1980-12-24"),
    ] {
        let phones = vec![PhoneInput::new(PhoneKind::Mobile, phone)];
        let kept = register(&practice, ClientInput { phones, ..born(given, birth_date) }).await;
        assert_eq!(kept.client.given_name, given, "it is kept as it was typed");
    }
    for (typed, found) in [
        ("thordur", "Þórður Lund"),
        ("ÞÓRÐUR", "Þórður Lund"),
        ("isik", "Işık Lund"),
        ("IŞIK", "Işık Lund"),
        ("ada", "Ａｄａ Lund"),
        ("ａｄａ", "Ａｄａ Lund"),
        ("250 555 0141", "Þórður Lund"),
        ("٠١٤١", "Þórður Lund"),
        ("5550142", "Işık Lund"),
        ("０１４３", "Ａｄａ Lund"),
        ("１９６４／０３／０９", "Þórður Lund"),
        ("٢٤.١٢.١٩٨٠", "Ａｄａ Lund"),
        ("#٣", "Ａｄａ Lund"),
        ("２", "Işık Lund"),
    ] {
        assert_eq!(names(find(&practice, typed).await).first().map(String::as_str), Some(found), "{typed}");
    }
}
