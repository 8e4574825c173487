//! Who is likely registered twice, and what somebody says of them.

use hegu_core::clients::{self, Alike, ClientInput, EmailInput, RegisterClient};
use hegu_core::people::Role;
use hegu_core::testing::TestPractice;
use hegu_core::{Error, Practice};

use crate::twice::{compared, make_one, named, record, register};

fn born(day: &str, client: ClientInput) -> ClientInput {
    ClientInput { birth_date: day.to_owned(), ..client }
}

fn writing_from(email: &str, client: ClientInput) -> ClientInput {
    ClientInput { emails: vec![EmailInput::personal(email.to_owned())], ..client }
}

async fn pairs(practice: &Practice) -> Vec<(String, String, Vec<Alike>)> {
    let report = clients::likely_twins(practice).await.unwrap();
    assert_eq!(report.pairs.len(), usize::try_from(report.total).unwrap());
    report.pairs.into_iter().map(|pair| (pair.one.name, pair.other.name, pair.alike)).collect()
}

fn pair(one: &str, other: &str, alike: &[Alike]) -> (String, String, Vec<Alike>) {
    (one.to_owned(), other.to_owned(), alike.to_vec())
}

#[tokio::test]
async fn those_with_most_in_common_come_first_and_families_are_no_twins() {
    let practice = TestPractice::make().await.unwrap();
    let at_home = "garcia@post.example";
    for client in [
        writing_from(at_home, born("1980-04-03", named("Maria", "Garcia"))),
        writing_from(at_home, born("2011-01-01", named("Pedro", "Garcia"))),
        named("Ana", "Lund"),
        writing_from(at_home, born("1980-03-04", named("Garcia", "Maria"))),
        born("1955-11-21", named("Maria", "Garcia")),
        born("1990-07-07", named("Ana", "Lund")),
    ] {
        register(&practice, client).await;
    }
    use Alike::{BirthDateSlipped, Contact, Name};
    let expected = [
        pair("Maria Garcia", "Garcia Maria", &[Name, BirthDateSlipped, Contact]),
        pair("Ana Lund", "Ana Lund", &[Name]),
    ];
    assert_eq!(pairs(&practice).await, expected);
    let nobody = clients::likely_twins(&practice.seating(Role::Student)).await;
    assert!(matches!(nobody, Err(Error::NotPermitted)));
    let own = clients::likely_twins(&practice.seating(Role::Associate)).await.unwrap();
    assert_eq!(own.total, 0, "an associate hears of nobody else's clients");
}

#[tokio::test]
async fn two_people_are_not_named_again_until_that_is_taken_back() {
    let practice = TestPractice::make().await.unwrap();
    let one = register(&practice, named("Ana", "Lund")).await;
    let other = register(&practice, named("Ana", "Lund")).await;
    assert_eq!(pairs(&practice).await.len(), 1);
    clients::tell_apart(&practice, compared(&other, &one)).await.unwrap();
    clients::tell_apart(&practice, compared(&one, &other)).await.unwrap();
    assert_eq!(pairs(&practice).await, []);
    let apart = || async { clients::likely_twins(&practice).await.unwrap().apart };
    assert_eq!(apart().await[0].one.id, one, "and they can be found to take that back");
    let own = clients::likely_twins(&practice.seating(Role::Associate)).await.unwrap();
    assert_eq!(own.apart.len(), 0, "by whoever may see both");
    clients::take_back_apart(&practice, compared(&one, &other)).await.unwrap();
    assert_eq!((pairs(&practice).await.len(), apart().await.len()), (1, 0));
    let said = "SELECT count(*) FROM audit_entry WHERE action LIKE 'twins_told_apart%'";
    assert_eq!(hegu_core::testing::ask(&practice, said).await.unwrap(), ["2"], "said twice stands once");
    let herself = clients::tell_apart(&practice, compared(&one, &one)).await;
    assert!(matches!(herself, Err(Error::NotFound)));
}

#[tokio::test]
async fn whoever_became_one_is_in_the_report_no_more_and_a_third_registration_is_asked_about() {
    let practice = TestPractice::make().await.unwrap();
    let one = register(&practice, writing_from("ana@post.example", named("Ana", "Lund"))).await;
    let other = register(&practice, writing_from("ana@post.example", named("Ana", "Berg"))).await;
    assert_eq!(pairs(&practice).await.len(), 1);
    make_one(&practice, &one, &other, record(&practice, &one).await).await.unwrap();
    assert_eq!(pairs(&practice).await, []);
    for client in [named("Ana", "Berg"), named("Ana", "Lund")] {
        let register = RegisterClient { client, despite_twins: false, draft: None };
        let asked = clients::register(&practice, register).await;
        assert!(
            matches!(&asked, Err(Error::LikelyDuplicate(ids)) if ids.iter().map(ToString::to_string).eq([one.clone()])),
            "by either name it is the one record: {asked:?}"
        );
    }
}

#[tokio::test]
async fn two_people_stay_two_when_one_of_them_turns_out_to_have_another_record() {
    let practice = TestPractice::make().await.unwrap();
    let ana = register(&practice, named("Ana", "Lund")).await;
    let another = register(&practice, named("Ana", "Lund")).await;
    let once_more = register(&practice, born("1990-07-07", named("Ana", "Lund"))).await;
    clients::tell_apart(&practice, compared(&ana, &another)).await.unwrap();
    assert_eq!(pairs(&practice).await.len(), 2);
    make_one(&practice, &once_more, &another, record(&practice, &once_more).await).await.unwrap();
    assert_eq!(pairs(&practice).await, [], "what was said of one record holds for the one it is part of");
}

#[tokio::test]
async fn many_who_share_a_made_up_birth_date_or_number_are_compared_by_what_they_are_called() {
    let practice = TestPractice::make().await.unwrap();
    for nth in 0..60 {
        let letters: String = [nth / 8, nth % 8].map(|at| char::from(b'a' + at)).iter().collect();
        let client = born("2000-01-01", named(&format!("An{letters}"), &format!("Lund{letters}")));
        register(&practice, writing_from("none@clinic.example", client)).await;
    }
    let twice = born("2000-01-01", named("Anaa", "Berg"));
    register(&practice, writing_from("none@clinic.example", twice)).await;
    use Alike::{BirthDate, CalledAlike, Contact};
    assert_eq!(
        pairs(&practice).await,
        [pair("Anaa Lundaa", "Anaa Berg", &[CalledAlike, BirthDate, Contact])]
    );
}
