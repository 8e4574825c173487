//! What practices held before a record could hold more moves into the wider one, and so does what was being typed.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Connection};

/// The migrations from one number to another, in their order.
async fn migrate(sqlite: &mut SqliteConnection, from: &str, to: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../migrations");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let number = file.file_name().unwrap().to_string_lossy()[..4].to_owned();
        if (from..=to).contains(&number.as_str()) {
            let sql = fs::read_to_string(&file).unwrap();
            sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut *sqlite).await.unwrap();
        }
    }
}

async fn all(sqlite: &mut SqliteConnection, sql: &'static str) -> Vec<String> {
    sqlx::query_scalar(sql).fetch_all(&mut *sqlite).await.unwrap()
}

#[tokio::test]
async fn what_was_known_and_what_was_being_typed_moves_into_the_wider_record() {
    let mut sqlite = SqliteConnection::connect("sqlite::memory:").await.unwrap();
    migrate(&mut sqlite, "0001", "0010").await;
    let old = |name: &str, phone: &str| {
        json!({ "given_name": "Wen", "email": "wen@post.example", "address": "1 May St\nVictoria", "phones": [],
            "emergency_name": name, "emergency_relation": "sister", "emergency_phone": phone, "notes": "n" })
    };
    let nobody = json!({ "given_name": "Wen", "email": "", "address": "", "emergency_name": "",
        "emergency_relation": "", "emergency_phone": "" });
    sqlx::raw_sql(
        "INSERT INTO people_person (id, name, credentials, role, created_at, updated_at) VALUES ('p', 'Ines', '', 'owner', 1, 1);
         INSERT INTO clients_client (id, number, given_name, family_name, preferred_name, pronouns, email, address,
             emergency_name, emergency_phone, emergency_relation, notes, sort_name, name_key, search, created_at, created_by,
             updated_at, updated_by)
         VALUES ('a', 1, 'May', 'Lund', '', '', 'May@Post.Example', '1 Moss St', 'Ann Lund', '+1 (250) 555-0.1/71', 'mother', '',
                 'lund may', 'lund may', 'may lund', 1, 'p', 1, 'p'),
                ('b', 2, 'Bo', 'Lund', '', '', '', '', '', '', '', '', 'lund bo', 'bo lund', 'bo lund', 1, 'p', 1, 'p');",
    )
    .execute(&mut sqlite)
    .await
    .unwrap();
    let bodies = [
        ("new_client", old("Li", "250 555")),
        ("new_client", nobody),
        ("new_client", json!({ "given_name": "short" })),
        ("edit_client", json!({ "version": 3, "before": old("Li", "1"), "client": old("Mei", "2") })),
        ("note", json!({ "email": "stays", "emergency_name": "stays" })),
    ];
    for (at, (kind, body)) in bodies.iter().enumerate() {
        sqlx::query(
            "INSERT INTO drafts_draft (id, person, kind, label, body, started_at, saved_at) VALUES (?, 'p', ?, '', ?, 1, 1)",
        )
        .bind(at.to_string())
        .bind(kind)
        .bind(body.to_string())
        .execute(&mut sqlite)
        .await
        .unwrap();
    }
    migrate(&mut sqlite, "0011", "0011").await;
    assert_eq!(
        all(&mut sqlite, "SELECT client || kind || email || folded FROM clients_email").await,
        ["apersonalMay@Post.Examplemay@post.example"]
    );
    assert_eq!(
        all(&mut sqlite, "SELECT client || kind || address FROM clients_address").await,
        ["ahome1 Moss St"]
    );
    assert_eq!(
        all(
            &mut sqlite,
            "SELECT client || '|' || name || '|' || relation || '|' || phone || '|' || emergency || must_not
                    FROM clients_relation"
        )
        .await,
        ["a|Ann Lund|mother|+1 (250) 555-0.1/71|10"]
    );
    assert_eq!(
        all(&mut sqlite, "SELECT search FROM clients_client ORDER BY id").await,
        ["may lund\u{1f}12505550171", "bo lund"]
    );
    let typed: Vec<Value> = all(&mut sqlite, "SELECT body FROM drafts_draft ORDER BY id")
        .await
        .iter()
        .map(|body| serde_json::from_str(body).unwrap())
        .collect();
    let wider = |name: &str, phone: &str| {
        json!({ "given_name": "Wen", "phones": [], "notes": "n",
            "emails": [{ "kind": "personal", "email": "wen@post.example" }],
            "addresses": [{ "kind": "home", "address": "1 May St\nVictoria" }],
            "relations": [{ "name": name, "relation": "sister", "phone": phone, "emergency": true }] })
    };
    assert_eq!(typed[0], wider("Li", "250 555"));
    assert_eq!(typed[1], json!({ "given_name": "Wen", "emails": [], "addresses": [], "relations": [] }));
    assert_eq!(typed[2], bodies[2].1, "what has none of it stays");
    assert_eq!(typed[3], json!({ "version": 3, "before": wider("Li", "1"), "client": wider("Mei", "2") }));
    assert_eq!(typed[4], bodies[4].1, "no client's form");
}
