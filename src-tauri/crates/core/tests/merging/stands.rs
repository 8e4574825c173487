//! What other parts of the program say of a client whose record became part of another.

use hegu_core::clients::{self, ClientInput, EditManyClients, RelationInput, Same, SameChange};
use hegu_core::testing::{TestPractice, ask};
use hegu_core::trail::{self, AuditFilter, ReadAudit};
use hegu_core::{Error, FieldProblem, today};

use crate::twice::{make_one, named, record, twice, warn};
use crate::written::register;

#[tokio::test]
async fn lists_counts_and_links_know_one_person() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    let tola = clients::find(
        &practice,
        clients::FindClients { text: "tola".to_owned(), limit: 1, ..Default::default() },
    );
    let tola = tola.await.unwrap().rows.remove(0).id;
    make_one(&practice, &kept, &gone, record(&practice, &kept).await).await.unwrap();
    let overview = clients::overview(&practice, &tola).await.unwrap();
    assert_eq!(overview.client.client.relations[0].other, kept, "her mother's record is the one");
    assert_eq!(overview.client.client.relations[0].name, "Margaret Oyelaran");
    let mother = clients::overview(&practice, &kept).await.unwrap().client;
    let named_by: Vec<&str> = mother.named_by.iter().map(|by| by.name.as_str()).collect();
    assert_eq!(named_by, ["Tola Adeyemi"], "and not by herself, as her own sister");
    let day = today::read(&practice).await.unwrap();
    assert_eq!((day.clients, day.registered.len()), (2, 2));
    assert!(day.recent.iter().all(|row| row.id != gone));
    assert_eq!(clients::rows(&practice, vec![gone.clone()]).await.unwrap().len(), 0);
    // Somebody ticked both in a list that stood there before.
    let same = SameChange { ids: vec![gone.clone()], what: Same::AddTag { tag: "Qigong".to_owned() } };
    clients::edit_many(&practice, EditManyClients { changes: vec![same] }).await.unwrap();
    assert_eq!(record(&practice, &kept).await.tags, ["Qigong"]);
}

#[tokio::test]
async fn whoever_is_somebodys_sister_by_mistake_is_not_their_own() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    let sister = record(&practice, &gone).await.relations;
    assert_eq!(sister[0].other, kept);
    let client = ClientInput { relations: sister, ..named("Margaret", "Oyelaran") };
    let merged = make_one(&practice, &kept, &gone, client).await.unwrap();
    let [around] = &merged.client.client.relations[..] else {
        panic!("{:?}", merged.client.client.relations)
    };
    assert_eq!(
        (around.other.as_str(), around.relation.as_str()),
        ("", "sister"),
        "the line stays, the link does not"
    );
}

#[tokio::test]
async fn the_audit_of_the_one_record_tells_what_was_done_in_either() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    make_one(&practice, &kept, &gone, record(&practice, &kept).await).await.unwrap();
    let filter = AuditFilter { client: Some(kept.clone()), ..AuditFilter::default() };
    let page = trail::read(&practice, ReadAudit { filter, before: None }).await.unwrap();
    let of = |id: &str| page.entries.iter().filter(|entry| entry.client.as_ref().unwrap().id == id).count();
    assert!(of(&kept) > 2 && of(&gone) > 2, "{} and {}", of(&kept), of(&gone));
    let gone = page.entries.iter().find(|entry| entry.client.as_ref().unwrap().id == gone).unwrap();
    assert_eq!(gone.client.as_ref().unwrap().name, "Maggie Oyelaran", "by the name it was done under");
}

#[tokio::test]
async fn nothing_is_written_past_the_program_into_a_record_that_is_part_of_another() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    warn(&practice, &gone, "a third").await;
    make_one(&practice, &kept, &gone, record(&practice, &kept).await).await.unwrap();
    for table in ["alerts_alert", "bookings_wait", "correspondence_entry"] {
        let columns = format!(
            "SELECT group_concat(CASE name WHEN 'id' THEN '''x''' WHEN 'client' THEN '''{gone}''' ELSE name END)
             FROM pragma_table_info('{table}')"
        );
        let columns = ask(&practice, &columns).await.unwrap().remove(0);
        let written =
            ask(&practice, &format!("INSERT INTO {table} SELECT {columns} FROM {table} LIMIT 1")).await;
        assert!(written.is_err(), "{table}");
    }
    warn(&practice, &gone, "through the program").await;
    let alerts = hegu_core::alerts::list(&practice, &kept).await.unwrap();
    assert!(alerts.iter().any(|alert| alert.text.as_deref() == Some("through the program")));
}

#[tokio::test]
async fn details_that_are_none_are_said_at_their_field_and_nothing_is_merged() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    let nobody = RelationInput { other: "nobody".to_owned(), ..RelationInput::in_emergency("Jo", "", "") };
    let client =
        ClientInput { birth_date: "2030-02-30".to_owned(), relations: vec![nobody], ..named("", "") };
    let refused = make_one(&practice, &kept, &gone, client).await;
    let Err(Error::Invalid(fields)) = refused else { panic!("{refused:?}") };
    let found: Vec<(&str, FieldProblem)> =
        fields.iter().map(|field| (field.path.as_str(), field.problem)).collect();
    assert_eq!(
        found,
        [
            ("given_name", FieldProblem::Required),
            ("birth_date", FieldProblem::NotADate),
            ("relations.0.other", FieldProblem::UnknownValue)
        ]
    );
    let other = register(&practice, "Wendy").await;
    let long =
        ClientInput { tags: (0..40).map(|nth| format!("tag {nth}")).collect(), ..named("Margaret", "") };
    let refused = make_one(&practice, &kept, &other, long).await;
    assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
    assert_eq!(clients::overview(&practice, &gone).await.unwrap().client.id, gone);
}
