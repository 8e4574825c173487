//! A signed note that was changed behind the program's back is seen, whatever was changed.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::notes::{self, AddAddendum, NeedledPoint, NoteText, NoteView, Seal, Side, SignNote};
use hegu_core::opening::{self, NewPractice, Premises, TypedBack, Unlock, UnlockWithRecoveryCode};
use hegu_core::testing::{PASSPHRASE, TestPractice, ask, invented_premises, tamper};
use hegu_core::{Error, IdSource, Practice};

async fn register(practice: &Practice, given_name: &str) -> String {
    let client = ClientInput { given_name: given_name.to_owned(), ..ClientInput::default() };
    let register = RegisterClient { client, despite_twins: true, draft: None };
    clients::register(practice, register).await.unwrap().id
}

/// A signed note with two points and two addenda.
async fn sign(practice: &Practice, client: &str) -> NoteView {
    let note = NoteText {
        visit_date: "2026-05-12".to_owned(),
        subjective: "Low back.".to_owned(),
        objective: "Tender.".to_owned(),
        assessment: "Stagnation.".to_owned(),
        plan: "Again.".to_owned(),
        points: ["BL23", "BL40"]
            .map(|code| NeedledPoint { code: code.to_owned(), side: Side::Both, needles: 2 })
            .to_vec(),
    };
    let input = SignNote { client: client.to_owned(), note, draft: None };
    let signed = notes::sign(practice, input).await.unwrap();
    for text in ["Better.", "Well."] {
        let input = AddAddendum { note: signed.id.clone(), text: text.to_owned(), draft: None };
        notes::add_addendum(practice, input).await.unwrap();
    }
    notes::open(practice, &signed.id).await.unwrap()
}

fn seals(note: &NoteView) -> [Seal; 3] {
    [note.seal, note.addenda[0].seal, note.addenda[1].seal]
}

/// Names and types of the columns of a table, so that one that is added later is tried as well.
async fn columns(practice: &Practice, table: &str) -> Vec<(String, String)> {
    let rows = format!("SELECT name || ' ' || type FROM pragma_table_info('{table}')");
    let rows = tamper(practice, &rows).await.unwrap();
    rows.iter().map(|row| row.split_once(' ').unwrap()).map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
}

/// Another value of the same type.
fn otherwise(column: &str, kind: &str) -> String {
    match kind {
        "INTEGER" => format!("{column} + 1000"),
        "BLOB" => format!("randomblob(length({column}))"),
        _ if column == "side" => "'left'".to_owned(),
        _ => format!("{column} || ' '"),
    }
}

#[tokio::test]
async fn the_database_refuses_to_edit_or_remove_what_was_signed() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    sign(&practice, &client).await;
    let triggers = "SELECT tbl_name || ' ' || (CASE WHEN sql LIKE '%BEFORE UPDATE%' THEN 'u' ELSE 'd' END)
        FROM sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE 'notes_%' AND sql NOT LIKE '%BEFORE INSERT%'
        ORDER BY 1";
    let all = ask(&practice, triggers).await.unwrap();
    assert_eq!(
        all,
        [
            "notes_addendum d",
            "notes_addendum u",
            "notes_erased d",
            "notes_erased u",
            "notes_note d",
            "notes_note u",
            "notes_point d",
            "notes_point u"
        ]
    );
    for (table, column) in [("notes_note", "plan"), ("notes_point", "code"), ("notes_addendum", "text")] {
        for statement in [format!("DELETE FROM {table}"), format!("UPDATE {table} SET {column} = 'x'")] {
            assert!(ask(&practice, &statement).await.is_err(), "{statement}");
        }
    }
}

#[tokio::test]
async fn every_changed_column_breaks_the_seal_and_no_other() {
    let practice = TestPractice::make().await.unwrap();
    let (margaret, wendy) = (register(&practice, "Margaret").await, register(&practice, "Wendy").await);
    let untouched = sign(&practice, &margaret).await;
    assert_eq!(seals(&untouched), [Seal::Verified; 3]);
    for (column, kind) in columns(&practice, "notes_note").await {
        let note = sign(&practice, &margaret).await;
        let value = if column == "client" { format!("'{wendy}'") } else { otherwise(&column, &kind) };
        if column == "id" {
            continue;
        }
        tamper(&practice, &format!("UPDATE notes_note SET {column} = {value} WHERE id = '{}'", note.id))
            .await
            .unwrap();
        let seal = notes::open(&practice, &note.id).await.unwrap().seal;
        // Which draft it was typed in is no part of what was signed.
        let expected = if column == "draft" { Seal::Verified } else { Seal::Broken };
        assert_eq!(seal, expected, "notes_note.{column}");
    }
    for (column, kind) in columns(&practice, "notes_point").await {
        let note = sign(&practice, &margaret).await;
        let value = match column.as_str() {
            "note" => format!("'{}'", untouched.id),
            // Beyond the positions of the note it is moved to.
            _ => otherwise(&column, &kind),
        };
        let moved = if column == "note" { ", position = 9" } else { "" };
        let at = format!("WHERE note = '{}' AND position = 1", note.id);
        tamper(&practice, &format!("UPDATE notes_point SET {column} = {value}{moved} {at}")).await.unwrap();
        assert_eq!(
            notes::open(&practice, &note.id).await.unwrap().seal,
            Seal::Broken,
            "notes_point.{column}"
        );
        if column == "note" {
            assert_eq!(
                notes::open(&practice, &untouched.id).await.unwrap().seal,
                Seal::Broken,
                "a point more"
            );
            tamper(&practice, "DELETE FROM notes_point WHERE position = 9").await.unwrap();
        }
    }
    for (column, kind) in columns(&practice, "notes_addendum").await {
        let note = sign(&practice, &margaret).await;
        let value = match column.as_str() {
            "id" => "'0196c000-0000-7000-8000-000000000000'".to_owned(),
            "note" => format!("'{}', number = 3", untouched.id),
            _ => otherwise(&column, &kind),
        };
        let at = format!("WHERE id = '{}'", note.addenda[1].id);
        tamper(&practice, &format!("UPDATE notes_addendum SET {column} = {value} {at}")).await.unwrap();
        let opened = notes::open(&practice, &note.id).await.unwrap();
        if column == "note" {
            assert_eq!(opened.seal, Seal::Broken, "an addendum is missing");
            let target = notes::open(&practice, &untouched.id).await.unwrap();
            assert_eq!(target.addenda[2].seal, Seal::Broken, "it belongs to another note");
            tamper(&practice, "DELETE FROM notes_addendum WHERE number = 3").await.unwrap();
            continue;
        }
        let expected = if column == "draft" { Seal::Verified } else { Seal::Broken };
        assert_eq!(seals(&opened), [Seal::Verified, Seal::Verified, expected], "notes_addendum.{column}");
    }
    assert_eq!(seals(&notes::open(&practice, &untouched.id).await.unwrap()), [Seal::Verified; 3]);
    practice.lock().await.unwrap();
}

#[tokio::test]
async fn a_note_under_another_id_or_with_another_notes_signature_is_seen() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    let (first, second) = (sign(&practice, &client).await, sign(&practice, &client).await);
    let swap = format!(
        "UPDATE notes_note SET (public_key, payload_sha256, signature) =
             (SELECT public_key, payload_sha256, signature FROM notes_note WHERE id = '{}') WHERE id = '{}'",
        second.id, first.id
    );
    tamper(&practice, &swap).await.unwrap();
    assert_eq!(notes::open(&practice, &first.id).await.unwrap().seal, Seal::Broken);
    assert_eq!(notes::open(&practice, &second.id).await.unwrap().seal, Seal::Verified);
    let renamed = "0196c000-0000-7000-8000-000000000000";
    let rename = format!(
        "UPDATE notes_note SET id = '{renamed}' WHERE id = '{id}';
         UPDATE notes_point SET note = '{renamed}' WHERE note = '{id}';
         UPDATE notes_addendum SET note = '{renamed}' WHERE note = '{id}'",
        id = second.id
    );
    tamper(&practice, &rename).await.unwrap();
    assert!(matches!(notes::open(&practice, &second.id).await, Err(Error::NotFound)));
    assert_eq!(seals(&notes::open(&practice, renamed).await.unwrap()), [Seal::Broken; 3]);
    practice.lock().await.unwrap();
}

#[tokio::test]
async fn points_and_addenda_that_are_added_or_taken_away_are_seen() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    for taken in [
        "DELETE FROM notes_point WHERE note = '{}' AND position = 1",
        "DELETE FROM notes_point WHERE note = '{}'",
        "DELETE FROM notes_addendum WHERE note = '{}' AND number = 2",
        "DELETE FROM notes_addendum WHERE note = '{}'",
        "INSERT INTO notes_point SELECT note, 2, code, pinyin, hanzi, english, side, needles
         FROM notes_point WHERE note = '{}' AND position = 1",
    ] {
        let note = sign(&practice, &client).await;
        tamper(&practice, &taken.replace("{}", &note.id)).await.unwrap();
        assert_eq!(notes::open(&practice, &note.id).await.unwrap().seal, Seal::Broken, "{taken}");
    }
    practice.lock().await.unwrap();
}

#[tokio::test]
async fn a_key_that_is_not_the_signers_vouches_for_nothing() {
    let practice = TestPractice::make().await.unwrap();
    let client = register(&practice, "Margaret").await;
    let note = sign(&practice, &client).await;
    tamper(&practice, "DELETE FROM people_signing_key").await.unwrap();
    assert_eq!(seals(&notes::open(&practice, &note.id).await.unwrap()), [Seal::Broken; 3]);
    practice.lock().await.unwrap();
}

#[tokio::test]
async fn after_recovery_old_notes_hold_and_new_ones_carry_the_new_key() {
    const OTHER: &str = "granite walnut hover lantern tide";
    let folder = tempfile::tempdir().unwrap();
    let premises = Premises { ids: IdSource::Random, ..invented_premises(folder.path()) };
    let form = NewPractice {
        practice_name: "Willow Lane Acupuncture".to_owned(),
        owner_name: "Ines Marlow".to_owned(),
        credentials: "R.Ac.".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
        passphrase_again: PASSPHRASE.to_owned(),
    };
    let prepared = opening::prepare(&premises, form).await.unwrap();
    let sheet = prepared.sheet();
    let groups = sheet.ask.iter().map(|asked| sheet.groups[usize::from(*asked) - 1].clone()).collect();
    let practice = opening::create(&premises, &prepared, TypedBack { groups }).await.unwrap();
    let client = register(&practice, "Margaret").await;
    let before = sign(&practice, &client).await;
    practice.lock().await.unwrap();
    let recover = UnlockWithRecoveryCode {
        code: sheet.groups.join(" "),
        new_passphrase: OTHER.to_owned(),
        new_passphrase_again: OTHER.to_owned(),
    };
    let practice = opening::recover(&premises, recover).await.unwrap();
    let after = sign(&practice, &client).await;
    assert_eq!(seals(&after), [Seal::Verified; 3], "signed with the new key, at once");
    assert_eq!(seals(&notes::open(&practice, &before.id).await.unwrap()), [Seal::Verified; 3]);
    let person = practice.actor().id.to_string();
    practice.lock().await.unwrap();
    let unlock = Unlock { person, passphrase: OTHER.to_owned() };
    let practice = opening::unlock(&premises, unlock).await.unwrap();
    for note in [&before, &after, &sign(&practice, &client).await] {
        assert_eq!(seals(&notes::open(&practice, &note.id).await.unwrap()), [Seal::Verified; 3]);
    }
    let keys = ask(&practice, "SELECT DISTINCT hex(public_key) FROM notes_note").await.unwrap();
    assert_eq!(keys.len(), 2);
    practice.lock().await.unwrap();
}
