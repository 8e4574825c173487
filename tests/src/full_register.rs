//! A practice with very many clients, to measure how long it takes to find one of them, and to open the record of somebody
//! who has been coming for years.

use hegu_core::Practice;
use hegu_core::notes::{self, NeedledPoint, NoteText, Side, SignNote};
use hegu_core::testing::ask;

/// So many visits, notes and files are in the record of somebody who has been coming for years.
pub const VISITS: usize = 300;

const GIVEN: &str = r#"["Margaret","Tomás","Ella","Jonas","Beatrix","Amara","Li-Hua","Søren","Wilhelmina","Peter","Ann","Zoë","Hugo","Grace","Mei","Oliver","Ruth","Igor","Nadia","Paul","Yusuf","Ingrid","Carlos","Fatima","Dora","Ewan","Sofia","Viktor","Leila","Kenji"]"#;
const SYLLABLES: &str = r#"["ba","cor","del","fen","gar","hol","is","jen","kov","lind","mar","nor","oye","pet","quin","ros","sten","tor","ulm","ver","wes","yam","zel"]"#;
const ENDINGS: &str = r#"["son","man","berg","ström","ski","ova","ez","laran","ford","wood","ini","ella","ou","sen","ham","dal","by"]"#;

/// Adds clients until there are so many, as the rows that registering them would leave: each has a name, a birth date, a
/// telephone and an email.
///
/// # Errors
/// When the rows cannot be written.
pub async fn until(practice: &Practice, many: usize) -> hegu_core::Result<()> {
    let sql = format!(
        "WITH RECURSIVE
             at (nth) AS (
                 SELECT (SELECT coalesce(max(number), 0) FROM clients_client) + 1
                 UNION ALL SELECT nth + 1 FROM at WHERE nth < {many}
             ),
             named AS (
                 SELECT nth, '{GIVEN}' ->> (nth * 7 % 30) AS given,
                     '{SYLLABLES}' ->> (nth * 5 % 23) AS first, '{SYLLABLES}' ->> (nth / 23 % 23) AS second,
                     '{ENDINGS}' ->> (nth / 529 % 17) AS ending,
                     printf('%d-%02d-%02d', 1930 + nth * 11 % 80, 1 + nth % 12, 1 + nth / 12 % 28) AS born,
                     printf('%03d-555-%04d', 200 + nth / 10000, nth % 10000) AS phone
                 FROM at
             ),
             whole AS (SELECT *, upper(substr(first, 1, 1)) || substr(first, 2) || second || ending AS family FROM named),
             folded AS (
                 SELECT *, replace(replace(replace(replace(lower(given), 'á', 'a'), 'ø', 'o'), 'ë', 'e'), 'é', 'e') AS g,
                     replace(lower(family), 'ö', 'o') AS f
                 FROM whole
             )
         INSERT INTO clients_client
             (id, number, given_name, family_name, preferred_name, pronouns, birth_date, notes, sort_name, name_key,
              created_at, created_by, updated_at, updated_by)
         SELECT substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7' || substr(h, 14, 3) || '-8' || substr(h, 18, 3)
                 || '-' || substr(h, 21, 12),
             nth, given, family, '', '', born, '', f || ' ' || g, min(f, g) || ' ' || max(f, g),
             nth, me, nth, me
         FROM (SELECT *, lower(hex(randomblob(16))) AS h, (SELECT id FROM people_person) AS me FROM folded);
         INSERT INTO clients_phone (client, position, kind, number, digits)
         SELECT id, 0, 'mobile', printf('%03d-555-%04d', 200 + number / 10000, number % 10000),
             printf('%03d555%04d', 200 + number / 10000, number % 10000)
         FROM clients_client WHERE id NOT IN (SELECT client FROM clients_phone);
         INSERT INTO clients_email (client, position, kind, email, folded)
         SELECT id, 0, 'personal', lower(family_name) || number || '@post.example',
             lower(family_name) || number || '@post.example'
         FROM clients_client WHERE id NOT IN (SELECT client FROM clients_email)"
    );
    ask(practice, &sql).await?;
    Ok(())
}

/// Fills the records of the first so many clients: every visit was booked and has a signed note and a file. Answers with
/// their ids.
///
/// # Errors
/// When something of it cannot be kept.
pub async fn fill(practice: &Practice, records: usize) -> hegu_core::Result<Vec<String>> {
    let clients = format!("SELECT id FROM clients_client ORDER BY number LIMIT {records}");
    let ids = ask(practice, &clients).await?;
    for client in &ids {
        for _ in 0..VISITS {
            notes::sign(practice, SignNote { client: client.clone(), note: note(), draft: None }).await?;
        }
    }
    // As the rows that booking the visits and adding the files would leave.
    let sql = format!(
        "CREATE TEMP TABLE visit AS
         WITH RECURSIVE
             at (nth) AS (SELECT 1 UNION ALL SELECT nth + 1 FROM at WHERE nth < {VISITS}),
             of (client, nth, a, b) AS (
                 SELECT id, nth, lower(hex(randomblob(16))), lower(hex(randomblob(16))) FROM ({clients}) CROSS JOIN at
             )
         SELECT client, date('2026-05-12', '-' || (nth * 7) || ' days') AS day, (SELECT id FROM people_person) AS me,
             substr(a, 1, 8) || '-' || substr(a, 9, 4) || '-7' || substr(a, 14, 3) || '-8' || substr(a, 18, 3) || '-'
                 || substr(a, 21, 12) AS id,
             substr(b, 1, 8) || '-' || substr(b, 9, 4) || '-7' || substr(b, 14, 3) || '-8' || substr(b, 18, 3) || '-'
                 || substr(b, 21, 12) AS file
         FROM of;
         INSERT INTO bookings_booking
             (id, client, practitioner, wall, zone, start_at, end_at, from_at, to_at, pattern, status, note, created_at,
              created_by, updated_at, updated_by)
         SELECT id, client, me, day || 'T09:00', 'Etc/GMT+7', unixepoch(day) * 1000 + 57600000,
             unixepoch(day) * 1000 + 58800000, unixepoch(day) * 1000 + 57600000, unixepoch(day) * 1000 + 58800000,
             'h20', 'done', '', 0, me, 0, me
         FROM visit;
         INSERT INTO attachments_file (id, key, media_type, bytes, sha256, created_at, created_by)
         SELECT file, randomblob(32), 'application/pdf', 1000, randomblob(32), 0, me FROM visit;
         INSERT INTO files_file
             (id, client, file, name, day, clinical, form, created_at, created_by, updated_at, updated_by)
         SELECT id, client, file, 'Referral of ' || day || '.pdf', day, 1, 'pdf', 0, me, 0, me FROM visit;
         DROP TABLE visit"
    );
    ask(practice, &sql).await?;
    Ok(ids)
}

fn note() -> NoteText {
    let point = |code: &str| NeedledPoint { code: code.to_owned(), side: Side::Both, needles: 2 };
    NoteText {
        visit_date: "2026-05-12".to_owned(),
        subjective: "Low back, 6 of 10.\nBetter in the evening.".to_owned(),
        objective: "Tender at L4.".to_owned(),
        assessment: "Kidney deficiency, local stagnation.".to_owned(),
        plan: "Once more next week.".to_owned(),
        points: vec![point("BL23"), point("BL40"), point("KI3")],
    }
}
