//! What other parts of the program say of a client whose record became part of another.

use hegu_core::clients::{self, ClientInput, EditManyClients, RelationInput, Same, SameChange};
use hegu_core::health::HealthHistory;
use hegu_core::notes;
use hegu_core::people::Role;
use hegu_core::testing::{TestPractice, ask};
use hegu_core::trail::{self, AuditFilter, ReadAudit};
use hegu_core::{Error, FieldProblem, today};

use crate::filed::{LETTER, add, lay};
use crate::taken_down::keep;
use crate::twice::{self, found, make_one, named, record, twice, warn};
use crate::written::{note, register, sign};

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
    assert_eq!(clients::rows(&practice, vec![gone.clone()]).await.unwrap()[0].id, kept, "as the one");
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

/// Whether the database refused it because the record is part of another, and for no other reason.
fn is_part_of_another(answer: Result<Vec<String>, Error>) -> bool {
    let Err(Error::Unexpected { source, .. }) = answer else { return false };
    source.to_string().ends_with("this record is part of another")
}

#[tokio::test]
async fn nothing_is_written_past_the_program_into_a_record_that_is_part_of_another() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    let letter = lay(practice.around(), "letter.pdf", LETTER);
    for client in [&kept, &gone] {
        add(&practice, client, true, letter.clone()).await;
        notes::sign(&practice, sign(client, note())).await.unwrap();
        keep(&practice, client, 0, HealthHistory::default()).await.unwrap();
    }
    make_one(&practice, &kept, &gone, record(&practice, &kept).await).await.unwrap();
    let guarded = [
        "alerts_alert",
        "bookings_recall",
        "bookings_wait",
        "correspondence_entry",
        "files_file",
        "health_review",
        "health_version",
        "notes_note",
    ];
    for table in guarded {
        let columns = format!(
            "SELECT group_concat(CASE name WHEN 'client' THEN '''{gone}''' ELSE name END)
             FROM pragma_table_info('{table}')"
        );
        let columns = ask(&practice, &columns).await.unwrap().remove(0);
        let again = format!("INSERT INTO {table} SELECT {columns} FROM {table} LIMIT 1");
        assert!(is_part_of_another(ask(&practice, &again).await), "{table}");
    }
    let words = format!("UPDATE clients_client SET notes = 'x' WHERE id = '{gone}'");
    assert!(is_part_of_another(ask(&practice, &words).await));
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

#[tokio::test]
async fn a_link_that_led_to_the_other_record_leads_there_again_also_where_it_was_saved_meanwhile() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    let find = clients::FindClients { text: "tola".to_owned(), limit: 1, ..Default::default() };
    let tola = clients::find(&practice, find).await.unwrap().rows.remove(0).id;
    let typed_before = clients::overview(&practice, &tola).await.unwrap().client;
    let merged = make_one(&practice, &kept, &gone, record(&practice, &kept).await).await.unwrap();
    let edit = |version: i32, client: ClientInput| clients::EditClient {
        id: tola.clone(),
        version,
        client,
        draft: None,
    };
    // A form that was open since before names the other record still.
    let typed = ClientInput { occupation: "Cook".to_owned(), ..typed_before.client };
    let saved = clients::edit(&practice, edit(typed_before.version, typed)).await.unwrap();
    assert_eq!(saved.client.relations[0].other, kept);
    let again = ClientInput { occupation: "Chef".to_owned(), ..saved.client };
    clients::edit(&practice, edit(saved.version, again)).await.unwrap();
    clients::unmerge(&practice, &merged.merge).await.unwrap();
    assert_eq!(record(&practice, &tola).await.relations[0].other, gone);
}

#[tokio::test]
async fn whoever_was_registered_twice_is_found_by_either_card_number_and_email() {
    let practice = TestPractice::make().await.unwrap();
    let kept = twice::register(&practice, named("Margaret", "Oyelaran")).await;
    let writes = ClientInput {
        emails: vec![clients::EmailInput::personal("peggy@post.example".to_owned())],
        phones: vec![clients::PhoneInput::new(clients::PhoneKind::Home, "250 555 0144")],
        ..named("Peggy", "Adeyemi")
    };
    let gone = twice::register(&practice, writes).await;
    let merged = make_one(&practice, &kept, &gone, named("Margaret", "Oyelaran")).await.unwrap();
    for typed in ["0002", "peggy@post", "555 0144", "adeyemi", "0001"] {
        assert_eq!(found(&practice, typed).await, ["Margaret Oyelaran"], "{typed}");
    }
    clients::unmerge(&practice, &merged.merge).await.unwrap();
    assert_eq!(found(&practice, "0144").await, ["Peggy Adeyemi"]);
}

#[tokio::test]
async fn an_associate_takes_nothing_apart_that_was_not_theirs() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    let me = practice.actor().id.to_string();
    // Whoever answers for the one record is the person who comes back as an associate.
    let client = ClientInput { responsible: me, ..record(&practice, &kept).await };
    let merged = make_one(&practice, &kept, &gone, client).await.unwrap();
    let refused = clients::unmerge(&practice.seating(Role::Associate), &merged.merge).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    clients::unmerge(&practice, &merged.merge).await.unwrap();
}

#[tokio::test]
async fn a_comparison_is_a_look_into_both_records() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    let looks = "SELECT count(*) FROM audit_entry WHERE action = 'client_viewed'";
    let before: i32 = ask(&practice, looks).await.unwrap()[0].parse().unwrap();
    for _ in 0..2 {
        clients::compare(&practice, twice::compared(&kept, &gone)).await.unwrap();
    }
    let after: i32 = ask(&practice, looks).await.unwrap()[0].parse().unwrap();
    assert_eq!(after - before, 2);
}

/// Whatever belongs to a client goes along, or stays for a reason: a table that is new is in neither list.
#[tokio::test]
async fn every_table_that_names_a_client_goes_along_or_stays_for_a_reason() {
    let practice = TestPractice::make().await.unwrap();
    let naming = "SELECT DISTINCT tables.name FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
                  WHERE tables.type = 'table' AND keys.\"table\" = 'clients_client' ORDER BY 1";
    let goes_along = [
        "alerts_alert",
        "bookings_booking",
        "bookings_contact",
        "bookings_recall",
        "bookings_wait",
        "correspondence_entry",
        "files_file",
        "handouts_given",
        "retention_hold",
    ];
    // Whole or not at all, as there is one history of each.
    let whole = ["health_review", "health_version"];
    // The seal of a signed note covers whose it is.
    let sealed = ["notes_note"];
    // What the record itself says stays underneath, for the day they are two again.
    let underneath = [
        "clients_address",
        "clients_client",
        "clients_custom",
        "clients_email",
        "clients_fund",
        "clients_merge",
        "clients_not_twins",
        "clients_phone",
        "clients_relation",
        "clients_tag",
    ];
    let mut known = [&goes_along[..], &whole, &sealed, &underneath].concat();
    known.sort_unstable();
    assert_eq!(ask(&practice, naming).await.unwrap(), known);
}
