//! A practice with very many clients, to measure how long it takes to find one of them.

use hegu_core::Practice;
use hegu_core::testing::ask;

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
