//! What is being typed survives, belongs to one person, and ends where it is used.

use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::drafts::{self, DraftKind, SaveDraft};
use hegu_core::opening::{self, Standing, Unlock};
use hegu_core::testing::{PASSPHRASE, TestPractice, fault};
use hegu_core::{Error, FieldProblem};

fn typing(id: Option<&str>, body: &str) -> SaveDraft {
    SaveDraft {
        id: id.map(str::to_owned),
        kind: DraftKind::NewClient,
        subject: None,
        label: "Margaret".to_owned(),
        body: body.to_owned(),
    }
}

#[tokio::test]
async fn what_was_typed_is_there_after_a_lock() {
    let practice = TestPractice::make().await.unwrap();
    let first = drafts::save(&practice, typing(None, r#"{"given_name":"Mar"}"#)).await.unwrap();
    let second =
        drafts::save(&practice, typing(Some(&first.id), r#"{"given_name":"Margaret"}"#)).await.unwrap();
    assert_eq!(second.id, first.id, "a pause saves the same draft");
    practice.lock().await.unwrap();
    let Standing::Closed { people, .. } = opening::look(&practice.premises().folder).unwrap() else {
        panic!()
    };
    let unlock = Unlock { person: people[0].id.clone(), passphrase: PASSPHRASE.to_owned() };
    let again = opening::unlock(practice.premises(), unlock).await.unwrap();
    assert_eq!(drafts::read(&again, &first.id).await.unwrap().body, r#"{"given_name":"Margaret"}"#);
    assert_eq!(fault(&again).await.unwrap(), None);
}

#[tokio::test]
async fn a_registration_ends_its_draft_and_a_refused_one_keeps_it() {
    let practice = TestPractice::make().await.unwrap();
    let draft = drafts::save(&practice, typing(None, "{}")).await.unwrap();
    let register = |name: &str| RegisterClient {
        client: ClientInput { given_name: name.to_owned(), ..ClientInput::default() },
        despite_twins: false,
        draft: Some(draft.id.clone()),
    };
    assert!(clients::register(&practice, register("")).await.is_err());
    assert_eq!(drafts::list(&practice).await.unwrap().len(), 1, "nothing typed is lost by a refusal");
    clients::register(&practice, register("Margaret")).await.unwrap();
    assert!(drafts::list(&practice).await.unwrap().is_empty());
}

#[tokio::test]
async fn typing_on_after_a_draft_was_discarded_starts_a_new_one() {
    let practice = TestPractice::make().await.unwrap();
    let draft = drafts::save(&practice, typing(None, "{}")).await.unwrap();
    drafts::discard(&practice, &draft.id).await.unwrap();
    assert!(matches!(drafts::read(&practice, &draft.id).await, Err(Error::NotFound)));
    let revived = drafts::save(&practice, typing(Some(&draft.id), "{\"a\":1}")).await.unwrap();
    assert_ne!(revived.id, draft.id);
    assert_eq!(drafts::read(&practice, &revived.id).await.unwrap().body, "{\"a\":1}");
}

#[tokio::test]
async fn a_draft_has_a_largest_size() {
    let practice = TestPractice::make().await.unwrap();
    let Err(Error::Invalid(fields)) = drafts::save(&practice, typing(None, &"x".repeat((1 << 20) + 1))).await
    else {
        panic!()
    };
    assert_eq!(fields[0].problem, FieldProblem::TooLong);
}
