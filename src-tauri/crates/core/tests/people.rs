//! Colleagues: added, changed, kept out, let in again, removed, and what each may see.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod written;

use hegu_core::clients::{self, ClientInput, FindClients, RegisterClient};
use hegu_core::drafts::{self, DraftKind, SaveDraft};
use hegu_core::notes;
use hegu_core::opening::{self, ProveSelf};
use hegu_core::people::{self, AddPerson, ChangeRole, EditPerson, PersonInput, RemovePerson, Role, Status};
use hegu_core::testing::{Clinic, Mood, PASSPHRASE, add, ask, called, fault, passphrase_of};
use hegu_core::trail::{self, ReadAudit};
use hegu_core::{Error, FieldProblem, Practice};

fn problems<T: std::fmt::Debug>(result: Result<T, Error>) -> Vec<(String, FieldProblem)> {
    match result {
        Err(Error::Invalid(fields)) => fields.into_iter().map(|field| (field.path, field.problem)).collect(),
        other => panic!("expected fields to correct, got {other:?}"),
    }
}

async fn standing(practice: &Practice, id: &str) -> (Role, Status) {
    let people = people::list(practice).await.unwrap().people;
    people.into_iter().find(|person| person.id == id).map(|person| (person.role, person.status)).unwrap()
}

fn typed(role: Role, passphrase: &str) -> AddPerson {
    let (person, passphrase) = (called("Pat Lee"), passphrase.to_owned());
    AddPerson { person, role, passphrase: passphrase.clone(), passphrase_again: passphrase }
}

#[tokio::test]
async fn a_colleague_unlocks_signs_and_is_named_by_the_audit_as_themselves() {
    let clinic = Clinic::open().await.unwrap();
    clinic.practice.lock().await.unwrap();
    let jun = clinic.unlock(&clinic.jun, &passphrase_of("Jun")).await.unwrap();
    assert_eq!((jun.actor().name.as_str(), jun.actor().role), ("Jun Mori", Role::Practitioner));
    let client = written::register(&jun, "Maggie").await;
    let note = notes::sign(&jun, written::sign(&client, written::note())).await.unwrap();
    assert_eq!((note.signed_by.as_str(), note.seal), ("Jun Mori", notes::Seal::Verified));
    let by = ask(&jun, "SELECT person FROM audit_entry WHERE action = 'note_signed'").await.unwrap();
    assert_eq!(by, std::slice::from_ref(&clinic.jun));
    assert_eq!(fault(&jun).await.unwrap(), None);
}

#[tokio::test]
async fn what_is_wrong_with_a_new_person_is_said_field_by_field() {
    let clinic = Clinic::open().await.unwrap();
    let person = PersonInput {
        name: " ".to_owned(),
        colour: 9,
        access_until: "31 April".to_owned(),
        ..PersonInput::default()
    };
    let (passphrase, passphrase_again) = ("winter otter pat".to_owned(), "winter otter cat".to_owned());
    let input = AddPerson { person, role: Role::Student, passphrase, passphrase_again };
    assert_eq!(
        problems(people::add(&clinic.practice, input).await),
        [
            ("person.colour".to_owned(), FieldProblem::UnknownValue),
            ("person.name".to_owned(), FieldProblem::Required),
            ("person.access_until".to_owned(), FieldProblem::NotADate),
            ("passphrase_again".to_owned(), FieldProblem::DoesNotMatch),
        ]
    );
    for (role, passphrase, problem) in [
        (Role::Student, "short one", FieldProblem::TooShort),
        (Role::Student, "password123", FieldProblem::TooWeak),
        (Role::Owner, "winter otter", FieldProblem::TooWeak),
        (Role::Student, "", FieldProblem::Required),
        (Role::Student, &"long ".repeat(2_000), FieldProblem::TooLong),
    ] {
        let found = problems(people::add(&clinic.practice, typed(role, passphrase)).await);
        assert_eq!(found, [("passphrase".to_owned(), problem)], "{role:?}");
    }
    assert_eq!(people::list(&clinic.practice).await.unwrap().people.len(), 3, "nobody came");
}

#[tokio::test]
async fn people_are_changed_only_by_an_owner_who_has_just_proved_who_they_are() {
    let clinic = Clinic::open().await.unwrap();
    let later =
        clinic.practice.at(hegu_core::clock::Clock::Fixed("2026-05-12T11:30:00-07:00".parse().unwrap()));
    let remove = |id: &str| RemovePerson { id: id.to_owned(), rotate: false };
    let refused = people::remove(&later, remove(&clinic.jun)).await;
    assert!(matches!(refused, Err(Error::ProofNeeded)), "{refused:?}");
    opening::prove(&later, ProveSelf { passphrase: PASSPHRASE.to_owned() }).await.unwrap();
    people::suspend(&later, &clinic.jun).await.unwrap();
    people::resume(&later, &clinic.jun).await.unwrap();

    let jun = clinic.seat(&clinic.jun, &passphrase_of("Jun")).await.unwrap();
    for refused in [
        people::remove(&jun, remove(&clinic.grace)).await.err(),
        people::suspend(&jun, &clinic.grace).await.err(),
        people::add(&jun, typed(Role::Owner, PASSPHRASE)).await.err(),
    ] {
        assert!(matches!(refused, Some(Error::NotPermitted)), "{refused:?}");
    }
    let count = ask(&jun, "SELECT count(*) FROM audit_entry WHERE outcome = 'refused'").await.unwrap();
    assert_eq!(count, ["3"], "every refusal is in the audit");
    let old = people::suspend(&clinic.practice, &clinic.grace).await;
    assert!(matches!(old, Err(Error::Locked)), "whoever left the keyboard does nothing more: {old:?}");
}

#[tokio::test]
async fn somebody_suspended_is_out_at_every_door_and_back_with_what_they_had() {
    let clinic = Clinic::open().await.unwrap();
    people::suspend(&clinic.practice, &clinic.jun).await.unwrap();
    let at_desk = clinic.seat(&clinic.jun, &passphrase_of("Jun")).await;
    assert!(matches!(at_desk, Err(Error::Suspended)), "{at_desk:?}");
    let guessed = clinic.seat(&clinic.jun, "a guess").await;
    assert!(matches!(guessed, Err(Error::WrongPassphrase { .. })), "only their own passphrase is told");
    clinic.practice.lock().await.unwrap();
    let at_door = clinic.unlock(&clinic.jun, &passphrase_of("Jun")).await;
    assert!(matches!(at_door, Err(Error::Suspended)), "{at_door:?}");
    let ines = clinic.unlock(&clinic.ines, PASSPHRASE).await.unwrap();
    assert_eq!(standing(&ines, &clinic.jun).await, (Role::Practitioner, Status::Suspended));
    people::resume(&ines, &clinic.jun).await.unwrap();
    ines.lock().await.unwrap();
    clinic.unlock(&clinic.jun, &passphrase_of("Jun")).await.unwrap();
}

#[tokio::test]
async fn access_ends_after_its_last_day() {
    let clinic = Clinic::open().await.unwrap();
    for (until, opens) in [("2026-05-12", true), ("2026-05-11", false)] {
        let ines = clinic.seat_ines().await.unwrap();
        let jun = people::list(&ines).await.unwrap().people.into_iter().find(|p| p.id == clinic.jun).unwrap();
        let person = PersonInput { access_until: until.to_owned(), ..called("Jun Mori") };
        let edit = EditPerson { id: jun.id, version: jun.version, person };
        people::edit(&ines, edit).await.unwrap();
        let entered = clinic.seat(&clinic.jun, &passphrase_of("Jun")).await;
        match opens {
            true => assert!(entered.is_ok(), "{until}: {entered:?}"),
            false => assert!(matches!(entered, Err(Error::AccessEnded { .. })), "{until}: {entered:?}"),
        }
    }
}

#[tokio::test]
async fn an_owner_who_has_a_last_day_gets_in_after_it_and_loses_it_with_the_role() {
    let clinic = Clinic::open().await.unwrap();
    ask(&clinic.practice, "UPDATE people_person SET access_until = '2026-05-01'").await.unwrap();
    clinic.practice.lock().await.unwrap();
    let ines = clinic.unlock(&clinic.ines, PASSPHRASE).await.unwrap();
    let words = "granite walnut hover lantern tide".to_owned();
    let version =
        people::list(&ines).await.unwrap().people.into_iter().find(|p| p.id == clinic.jun).unwrap().version;
    let input = ChangeRole {
        id: clinic.jun.clone(),
        version,
        role: Role::Owner,
        passphrase: words.clone(),
        passphrase_again: words,
    };
    assert_eq!(people::change_role(&ines, input).await.unwrap().access_until, None);
}

#[tokio::test]
async fn whoever_leaves_leaves_their_words_and_their_signatures() {
    let clinic = Clinic::open().await.unwrap();
    let jun = clinic.seat(&clinic.jun, &passphrase_of("Jun")).await.unwrap();
    let client = written::register(&jun, "Maggie").await;
    let signed = notes::sign(&jun, written::sign(&client, written::note())).await.unwrap();
    let draft = SaveDraft {
        id: None,
        kind: DraftKind::Note,
        subject: Some(client.clone()),
        label: "Maggie".to_owned(),
        body: r#"{"subjective":"half a sent"}"#.to_owned(),
    };
    let draft = drafts::save(&jun, draft).await.unwrap().id;
    let ines = clinic.seat_ines().await.unwrap();
    let removed = people::remove(&ines, RemovePerson { id: clinic.jun.clone(), rotate: true }).await.unwrap();
    assert_eq!((removed.status, removed.unfinished), (Status::Removed, 0));

    let note = notes::open(&ines, &signed.id).await.unwrap();
    assert_eq!((note.signed_by.as_str(), note.seal), ("Jun Mori", notes::Seal::Verified), "for ever");
    let timeline = clients::overview(&ines, &client).await.unwrap().timeline;
    let left = timeline.iter().any(|entry| {
        matches!(entry, clients::TimelineEntry::UnsignedLeft { draft: left, by, .. } if *left == draft && by == "Jun Mori")
    });
    assert!(left, "what was not signed is there to be read: {timeline:?}");
    let words = drafts::read_left(&ines, &draft).await.unwrap();
    assert_eq!(words.body, r#"{"subjective":"half a sent"}"#);
    assert!(
        drafts::discard(&ines, &draft).await.is_err(),
        "and nobody finishes or throws away another's words"
    );

    let gone = clinic.seat(&clinic.jun, &passphrase_of("Jun")).await;
    assert!(matches!(gone, Err(Error::WrongPassphrase { .. })), "{gone:?}");
    let again = people::remove(&ines, RemovePerson { id: clinic.jun.clone(), rotate: false }).await;
    assert!(matches!(again, Err(Error::NotFound)), "two owners removing one person at once: {again:?}");
    assert_eq!(fault(&ines).await.unwrap(), None, "across the new key");
}

#[tokio::test]
async fn the_practice_keeps_an_owner_and_nobody_removes_themselves() {
    let clinic = Clinic::open().await.unwrap();
    let ines = &clinic.practice;
    let me = RemovePerson { id: clinic.ines.clone(), rotate: false };
    assert!(matches!(people::remove(ines, me).await, Err(Error::NotPermitted)));
    let version = people::list(ines).await.unwrap().people[0].version;
    let change = |id: &str, version: i32, role: Role, passphrase: &str| ChangeRole {
        id: id.to_owned(),
        version,
        role,
        passphrase: passphrase.to_owned(),
        passphrase_again: passphrase.to_owned(),
    };
    let refused = people::change_role(ines, change(&clinic.ines, version, Role::Practitioner, "")).await;
    assert!(matches!(refused, Err(Error::LastOwner)), "{refused:?}");
    let person = PersonInput { access_until: "2026-05-20".to_owned(), ..called("Ines Marlow") };
    let last_day = people::edit(ines, EditPerson { id: clinic.ines.clone(), version, person }).await;
    let expected = [("person.access_until".to_owned(), FieldProblem::NotForOwners)];
    assert_eq!(problems(last_day), expected, "nobody could open the records after it");
    let weak = people::change_role(ines, change(&clinic.jun, 1, Role::Owner, "winter otter")).await;
    assert_eq!(problems(weak), [("passphrase".to_owned(), FieldProblem::TooWeak)]);
    let words = "granite walnut hover lantern tide";
    people::change_role(ines, change(&clinic.jun, 1, Role::Owner, words)).await.unwrap();
    let newest = trail::read(ines, ReadAudit::default()).await.unwrap().entries.swap_remove(0);
    assert_eq!(newest.about.map(|person| person.name).as_deref(), Some("Jun Mori"), "the audit says to whom");
    let oneself = people::change_role(ines, change(&clinic.ines, version, Role::Student, "")).await;
    assert!(matches!(oneself, Err(Error::NotPermitted)), "an owner's powers would go on: {oneself:?}");
    clinic.keyring.lose_everything();
    let jun = clinic.seat(&clinic.jun, words).await.unwrap();
    assert_eq!(jun.actor().role, Role::Owner, "an owner needs no computer");
    people::remove(&jun, RemovePerson { id: clinic.ines.clone(), rotate: true }).await.unwrap();
    let stale = people::change_role(&jun, change(&clinic.grace, 7, Role::Student, "")).await;
    assert!(matches!(stale, Err(Error::Stale { .. })), "{stale:?}");
}

#[tokio::test]
async fn an_associate_finds_and_opens_only_their_own_clients() {
    let clinic = Clinic::open().await.unwrap();
    let ada = add(&clinic.practice, "Ada Quist", Role::Associate).await.unwrap();
    let others = written::register(&clinic.practice, "Maggie").await;
    let signed = notes::sign(&clinic.practice, written::sign(&others, written::note())).await.unwrap();
    let practice = clinic.seat(&ada, &passphrase_of("Ada")).await.unwrap();
    let mine = written::register(&practice, "Tomás").await;
    let find = FindClients { limit: 50, ..FindClients::default() };
    let found = clients::find(&practice, find).await.unwrap();
    assert_eq!((found.total, found.rows[0].id.as_str()), (1, mine.as_str()), "no number tells of the others");
    for refused in [
        clients::overview(&practice, &others).await.err(),
        notes::open(&practice, &signed.id).await.err(),
        notes::last(&practice, &others).await.err(),
        notes::pdf(&practice, &signed.id).await.err(),
    ] {
        assert!(matches!(refused, Some(Error::NotPermitted)), "{refused:?}");
    }
    let input = ClientInput { given_name: "Maggie".to_owned(), ..ClientInput::default() };
    let twin = RegisterClient { client: input, despite_twins: false, draft: None };
    clients::register(&practice, twin).await.unwrap();
    assert!(clients::overview(&practice, &mine).await.is_ok());
    let ines = clinic.seat_ines().await.unwrap();
    let overview = clients::overview(&ines, &mine).await.unwrap();
    assert_eq!(overview.client.responsible.as_deref(), Some("Ada Quist"));
}

#[tokio::test]
async fn without_a_keyring_a_colleagues_passphrase_must_be_an_owners() {
    let clinic = Clinic::open().await.unwrap();
    clinic.keyring.be(Mood::Gone);
    let weak = people::add(&clinic.practice, typed(Role::Student, "winter otter")).await;
    assert_eq!(problems(weak), [("passphrase".to_owned(), FieldProblem::TooWeak)]);
    people::add(&clinic.practice, typed(Role::Student, "granite walnut hover lantern tide")).await.unwrap();
    clinic.keyring.be(Mood::Locked);
    let locked = people::add(&clinic.practice, typed(Role::Student, "winter otter")).await;
    assert!(matches!(locked, Err(Error::Keyring(people::KeyringStanding::Locked))), "{locked:?}");
}

#[tokio::test]
async fn a_change_of_people_that_was_interrupted_is_completed_at_the_next_opening() {
    let clinic = Clinic::open().await.unwrap();
    // As a kill between the key file and the commit would leave it: the file knows somebody, the records do not.
    let pat = add(&clinic.practice, "Pat Lee", Role::Student).await.unwrap();
    people::suspend(&clinic.practice, &clinic.grace).await.unwrap();
    let undo = format!(
        "DELETE FROM people_signing_key WHERE person = '{pat}'; DELETE FROM people_person WHERE id = '{pat}';
         UPDATE people_person SET status = 'active' WHERE id = '{}'",
        clinic.grace
    );
    hegu_core::testing::ask(&clinic.practice, &undo).await.unwrap();
    clinic.practice.lock().await.unwrap();
    let ines = clinic.unlock(&clinic.ines, PASSPHRASE).await.unwrap();
    assert_eq!(standing(&ines, &pat).await, (Role::Student, Status::Active));
    assert_eq!(standing(&ines, &clinic.grace).await, (Role::Receptionist, Status::Suspended));
    ines.lock().await.unwrap();
    let practice = clinic.unlock(&pat, &passphrase_of("Pat")).await.unwrap();
    let caught = ask(&practice, "SELECT count(*) FROM audit_entry WHERE action = 'people_caught_up'").await;
    assert_eq!(caught.unwrap(), ["2"], "about each, once");
    let about =
        "SELECT person || role || subject FROM audit_entry WHERE action = 'people_caught_up' ORDER BY seq";
    let about = ask(&practice, about).await.unwrap();
    assert_eq!(about, [&clinic.grace, &pat].map(|about| format!("{}owner{about}", clinic.ines)));
}

#[tokio::test]
async fn a_removal_that_was_interrupted_hands_over_what_a_removal_does() {
    let clinic = Clinic::open().await.unwrap();
    let pat = add(&clinic.practice, "Pat Lee", Role::Associate).await.unwrap();
    let theirs = clinic.seat(&pat, &passphrase_of("Pat")).await.unwrap();
    let client = written::register(&theirs, "Maggie").await;
    let ines = clinic.seat_ines().await.unwrap();
    let before = "SELECT coalesce(responsible, 'nobody') FROM clients_client";
    assert_eq!(ask(&ines, before).await.unwrap(), std::slice::from_ref(&pat));
    people::remove(&ines, RemovePerson { id: pat.clone(), rotate: false }).await.unwrap();
    // As a kill between the key file and the commit would leave it.
    let undo = format!(
        "UPDATE people_person SET status = 'active' WHERE id = '{pat}';
         UPDATE clients_client SET responsible = '{pat}' WHERE id = '{client}'"
    );
    ask(&ines, &undo).await.unwrap();
    ines.lock().await.unwrap();
    let ines = clinic.unlock(&clinic.ines, PASSPHRASE).await.unwrap();
    assert_eq!(standing(&ines, &pat).await, (Role::Associate, Status::Removed));
    assert_eq!(ask(&ines, before).await.unwrap(), ["nobody"]);
}

#[tokio::test]
async fn two_people_are_removed_at_once_and_one_twice() {
    let clinic = Clinic::open().await.unwrap();
    let remove =
        |id: &str| people::remove(&clinic.practice, RemovePerson { id: id.to_owned(), rotate: true });
    let (jun, grace, again) = tokio::join!(remove(&clinic.jun), remove(&clinic.grace), remove(&clinic.jun));
    assert!(jun.is_ok() && grace.is_ok(), "{jun:?} {grace:?}");
    assert!(matches!(again, Err(Error::NotFound)), "{again:?}");
    for id in [&clinic.jun, &clinic.grace] {
        assert_eq!(standing(&clinic.practice, id).await.1, Status::Removed);
    }
    clinic.practice.lock().await.unwrap();
    clinic.unlock(&clinic.ines, PASSPHRASE).await.unwrap();
}

#[tokio::test]
async fn the_table_of_permissions_is_the_one_that_decides() {
    let clinic = Clinic::open().await.unwrap();
    let table = people::who_may(&clinic.practice).await.unwrap();
    assert_eq!(table.roles, Role::ALL);
    for row in &table.rows {
        assert!(row.granted.contains(&Role::Owner), "the owner may {}", row.permission);
    }
    let read_notes = table.rows.iter().find(|row| row.permission == "read_notes").unwrap();
    assert!(!read_notes.granted.contains(&Role::Receptionist));
    let grace = clinic.seat(&clinic.grace, &passphrase_of("Grace")).await.unwrap();
    assert!(matches!(notes::open(&grace, "x").await, Err(Error::NotPermitted)), "and it does");
}
