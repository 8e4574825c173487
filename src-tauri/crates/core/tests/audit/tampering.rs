//! Whatever is done to the audit behind the program's back is found, and where.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use crate::written::register;
use chrono::DateTime;
use hegu_core::audit::{AnchorVerdict, Verdict};
use hegu_core::clock::Clock;
use hegu_core::opening::{self, Premises, Unlock};
use hegu_core::people::Keyring;
use hegu_core::testing::{
    PASSPHRASE, TestPractice, ask, create, fault, invented_premises, rehash, tamper, verdict,
};
use hegu_core::{Practice, clients, keys, trail};

/// A practice on this computer, whose keyring remembers.
fn remembering(parent: &Path) -> Premises {
    Premises { keyring: Keyring::Pretended(Arc::default()), ..invented_premises(parent) }
}

async fn unlock(premises: &Premises, practice: &Practice) -> Practice {
    let unlock = Unlock { person: practice.actor().id.to_string(), passphrase: PASSPHRASE.to_owned() };
    opening::unlock(premises, unlock).await.unwrap()
}

/// Some clients registered and looked at: so many entries, and those of opening the practice.
async fn busy(practice: &Practice, acts: usize) -> i64 {
    for nth in 0..acts.div_ceil(2) {
        let client = register(practice, &format!("Client {nth}")).await;
        clients::overview(practice, &client).await.unwrap();
    }
    length(practice).await
}

async fn length(practice: &Practice) -> i64 {
    ask(practice, "SELECT CAST(max(seq) AS TEXT) FROM audit_entry").await.unwrap()[0].parse().unwrap()
}

/// What is found after these statements, which are taken back.
async fn after(practice: &Practice, statements: &str) -> Verdict {
    ask(practice, "BEGIN").await.unwrap();
    ask(practice, statements).await.unwrap();
    let found = verdict(practice).await.unwrap();
    ask(practice, "ROLLBACK").await.unwrap();
    found
}

/// Ends a test that broke what the end of every test checks.
async fn let_go(practice: TestPractice) {
    practice.close().await.unwrap();
}

#[tokio::test]
async fn an_untouched_audit_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let premises = remembering(folder.path());
    let practice = create(&premises).await.unwrap();
    busy(&practice, 10).await;
    practice.lock().await.unwrap();
    let practice = unlock(&premises, &practice).await;
    let entries = length(&practice).await;
    let mut heard = vec![];
    let found = trail::verify(&practice, |done, of| heard.push((done, of))).await.unwrap();
    assert_eq!((found.entries, found.first_bad, found.bad_checkpoint), (entries, None, None));
    assert_eq!((found.checkpoints, found.anchor), (1, AnchorVerdict::Fits), "signed and noted at the lock");
    assert_eq!(heard, [(entries, entries)]);
    let standing = keys::security(&practice).await.unwrap().audit;
    assert_eq!((standing.checked, standing.whole, standing.broken), (Some(found.checked_at), true, false));
    let last = ask(&practice, "SELECT action || detail FROM audit_entry ORDER BY seq DESC LIMIT 1");
    assert_eq!(
        last.await.unwrap(),
        [format!("audit_verified{{\"entries\":{entries},\"whole\":true}}")],
        "that somebody looked is an entry too"
    );
    practice.lock().await.unwrap();
}

#[tokio::test]
async fn every_entry_that_is_edited_is_found_by_its_number() {
    let practice = TestPractice::make().await.unwrap();
    let last = busy(&practice, 220).await;
    tamper(&practice, "SELECT 1").await.unwrap();
    let edits = [
        "at = at + 1",
        "session = session || 'x'",
        "person = upper(person) || ' '",
        "role = 'student'",
        "action = 'client_edited'",
        "subject_kind = coalesce(subject_kind, '') || ' '",
        "subject = coalesce(subject, '') || ' '",
        "client = coalesce(client, '') || ' '",
        "outcome = 'refused'",
        "detail = detail || ' '",
        "detail = CAST(x'ff' AS TEXT)",
        "previous = zeroblob(31)",
        "previous = randomblob(32)",
        "mac = randomblob(32)",
        "mac = x''",
    ];
    for seq in 1..=last {
        // Every column in turn, and all of them at the ends.
        let at_the_ends = seq <= 2 || seq == last;
        for (nth, edit) in (0_i64..).zip(edits) {
            if at_the_ends || (seq + nth) % 15 == 0 {
                let found =
                    after(&practice, &format!("UPDATE audit_entry SET {edit} WHERE seq = {seq}")).await;
                assert_eq!(found.first_bad, Some(seq), "{edit}");
                assert_eq!(found.entries, seq - 1);
            }
        }
    }
    assert_eq!(verdict(&practice).await.unwrap().first_bad, None, "and everything was put back");
    let_go(practice).await;
}

#[tokio::test]
async fn every_entry_that_is_removed_moved_or_put_in_is_found_by_its_number() {
    let practice = TestPractice::make().await.unwrap();
    let last = busy(&practice, 200).await;
    tamper(&practice, "SELECT 1").await.unwrap();
    let columns =
        "at, session, person, role, action, subject_kind, subject, client, outcome, detail, previous, mac";
    for seq in 1..last {
        let next = seq + 1;
        let removed = format!("DELETE FROM audit_entry WHERE seq = {seq}");
        let removed_and_closed_up = format!(
            "{removed}; UPDATE audit_entry SET seq = -seq WHERE seq > {seq};
             UPDATE audit_entry SET seq = -seq - 1 WHERE seq < 0"
        );
        let swapped = format!(
            "UPDATE audit_entry SET seq = 0 WHERE seq = {seq}; UPDATE audit_entry SET seq = {seq} WHERE seq = {next};
             UPDATE audit_entry SET seq = {next} WHERE seq = 0"
        );
        let put_in = format!(
            "UPDATE audit_entry SET seq = -seq WHERE seq >= {seq}; UPDATE audit_entry SET seq = 1 - seq WHERE seq < 0;
             INSERT INTO audit_entry (seq, {columns}) SELECT {seq}, {columns} FROM audit_entry WHERE seq = {last} + 1"
        );
        for statements in [removed, removed_and_closed_up, swapped, put_in] {
            assert_eq!(after(&practice, &statements).await.first_bad, Some(seq), "{statements}");
        }
    }
    for seq in [-1, 0, last + 1, last + 2] {
        let put_in = format!(
            "INSERT INTO audit_entry (seq, {columns}) SELECT {seq}, {columns} FROM audit_entry WHERE seq = {last}"
        );
        let expected = seq.min(last + 1);
        assert_eq!(after(&practice, &put_in).await.first_bad, Some(expected), "an entry at {seq}");
    }
    let_go(practice).await;
}

#[tokio::test]
async fn an_end_that_was_cut_off_is_found_by_the_note_outside() {
    let folder = tempfile::tempdir().unwrap();
    let premises = remembering(folder.path());
    let practice = create(&premises).await.unwrap();
    busy(&practice, 120).await;
    practice.lock().await.unwrap();
    let practice = unlock(&premises, &practice).await;
    tamper(&practice, "SELECT 1").await.unwrap();
    let noted = length(&practice).await - 1;
    for seq in 1..=noted {
        let cut = format!("DELETE FROM audit_entry WHERE seq >= {seq}");
        let found = after(&practice, &cut).await;
        assert_eq!((found.anchor, found.first_bad), (AnchorVerdict::OlderThanAnchor, Some(seq)));
        assert_eq!(found.bad_checkpoint, Some(noted), "and somebody signed what is gone");
        // Also when what they signed is taken away with it.
        let found = after(&practice, &format!("{cut}; DELETE FROM audit_checkpoint")).await;
        assert_eq!((found.anchor, found.first_bad), (AnchorVerdict::OlderThanAnchor, Some(seq)));
    }
    let cut = format!("DELETE FROM audit_entry WHERE seq > {noted}");
    let found = after(&practice, &cut).await;
    assert_eq!(
        (found.anchor, found.first_bad),
        (AnchorVerdict::Fits, None),
        "nobody knows of what came after"
    );
    practice.close().await.unwrap();
}

#[tokio::test]
async fn an_older_copy_that_is_put_back_is_found_also_when_the_work_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let premises = remembering(folder.path());
    let practice = create(&premises).await.unwrap();
    register(&practice, "Margaret").await;
    practice.lock().await.unwrap();
    let kept = folder.path().join("copy");
    fs::create_dir(&kept).unwrap();
    let database = premises.folder.join("db/practice.e1.1.db");
    fs::copy(&database, kept.join("db")).unwrap();
    let practice = unlock(&premises, &practice).await;
    busy(&practice, 20).await;
    practice.lock().await.unwrap();

    fs::copy(kept.join("db"), &database).unwrap();
    let practice = unlock(&premises, &practice).await;
    let end = length(&practice).await;
    let found = verdict(&practice).await.unwrap();
    assert_eq!((found.anchor, found.first_bad), (AnchorVerdict::OlderThanAnchor, Some(end + 1)));
    busy(&practice, 40).await;
    practice.lock().await.unwrap();
    let practice = unlock(&premises, &practice).await;
    let found = trail::verify(&practice, |_, _| ()).await.unwrap();
    assert_eq!(found.anchor, AnchorVerdict::Differs, "a new lock does not overwrite the last witness");
    assert_eq!(found.first_bad, None, "as a chain by itself it is whole");
    practice.lock().await.unwrap();
}

#[tokio::test]
async fn a_chain_that_was_hashed_anew_is_found_by_what_people_signed_and_by_the_note_outside() {
    let folder = tempfile::tempdir().unwrap();
    let premises = remembering(folder.path());
    let mut practice = create(&premises).await.unwrap();
    for _ in 0..3 {
        busy(&practice, 12).await;
        practice.lock().await.unwrap();
        practice = unlock(&premises, &practice).await;
    }
    tamper(&practice, "SELECT 1").await.unwrap();
    let signed = ask(&practice, "SELECT CAST(seq AS TEXT) FROM audit_checkpoint ORDER BY seq").await.unwrap();
    let signed: Vec<i64> = signed.iter().map(|seq| seq.parse().unwrap()).collect();
    assert_eq!(signed.len(), 3);
    for seq in 1..=signed[2] {
        ask(&practice, "BEGIN").await.unwrap();
        ask(&practice, &format!("UPDATE audit_entry SET detail = '{{}} ' WHERE seq = {seq}")).await.unwrap();
        rehash(&practice, seq, None).await.unwrap();
        let found = verdict(&practice).await.unwrap();
        let first = signed.iter().find(|signed| **signed >= seq).copied();
        assert_eq!((found.first_bad, found.bad_checkpoint), (None, first), "entry {seq}");
        assert_eq!(found.anchor, AnchorVerdict::Differs);
        ask(&practice, "DELETE FROM audit_checkpoint").await.unwrap();
        let found = verdict(&practice).await.unwrap();
        assert_eq!((found.bad_checkpoint, found.anchor), (None, AnchorVerdict::Differs));
        ask(&practice, "ROLLBACK").await.unwrap();
    }
    practice.close().await.unwrap();
}

#[tokio::test]
async fn a_signed_head_that_is_changed_moved_or_forged_does_not_fit() {
    let folder = tempfile::tempdir().unwrap();
    let premises = remembering(folder.path());
    let practice = create(&premises).await.unwrap();
    busy(&practice, 4).await;
    practice.lock().await.unwrap();
    let practice = unlock(&premises, &practice).await;
    tamper(&practice, "SELECT 1").await.unwrap();
    let at = length(&practice).await - 1;
    for edit in [
        "mac = randomblob(32)",
        "at = at + 1",
        "person = '0196c000-0000-7000-8000-000000000000'",
        "public_key = randomblob(32)",
        "signature = randomblob(64)",
        "signature = x''",
    ] {
        let found = after(&practice, &format!("UPDATE audit_checkpoint SET {edit}")).await;
        assert_eq!((found.bad_checkpoint, found.checkpoints, found.first_bad), (Some(at), 0, None), "{edit}");
    }
    let moved = after(&practice, "UPDATE audit_checkpoint SET seq = 2").await;
    assert_eq!(moved.bad_checkpoint, Some(2));
    let nobodys = after(&practice, "DELETE FROM people_signing_key").await;
    assert_eq!(nobodys.bad_checkpoint, Some(at), "a key that is not the person's vouches for nothing");
    practice.close().await.unwrap();
}

#[tokio::test]
async fn entries_under_an_earlier_key_are_checked_with_it() {
    let practice = TestPractice::make().await.unwrap();
    let last = busy(&practice, 40).await;
    tamper(&practice, "DELETE FROM audit_checkpoint").await.unwrap();
    let (up_to, key) = (last / 2, [7; 32]);
    rehash(&practice, 1, Some((up_to, key))).await.unwrap();
    assert_eq!(verdict(&practice).await.unwrap().first_bad, Some(1), "nobody knows the key");
    let keep = format!("INSERT INTO audit_earlier_key (up_to, key) VALUES ({up_to}, x'{}')", "07".repeat(32));
    ask(&practice, &keep).await.unwrap();
    assert_eq!(verdict(&practice).await.unwrap().first_bad, None);
    for seq in [1, up_to, up_to + 1, last] {
        let edit = format!("UPDATE audit_entry SET at = at + 1 WHERE seq = {seq}");
        assert_eq!(after(&practice, &edit).await.first_bad, Some(seq));
    }
    let longer = after(&practice, "UPDATE audit_earlier_key SET up_to = up_to + 1").await;
    assert_eq!(longer.first_bad, Some(up_to + 1), "it vouches for nothing that came after it");
    register(&practice, "Margaret").await;
    assert_eq!(fault(&practice).await.unwrap(), None, "and the chain goes on under the new one");
}

#[tokio::test]
async fn a_head_is_signed_at_the_lock_and_by_the_first_act_of_a_new_day_once() {
    let folder = tempfile::tempdir().unwrap();
    let premises = remembering(folder.path());
    let practice = create(&premises).await.unwrap();
    let signed = "SELECT seq || ' of ' || (SELECT action FROM audit_entry AS e WHERE e.seq = c.seq)
        FROM audit_checkpoint AS c ORDER BY seq";
    assert_eq!(ask(&practice, signed).await.unwrap(), [""; 0], "nothing on the first day");
    let evening = length(&practice).await;
    let on = |moment: &str| practice.at(Clock::Fixed(DateTime::parse_from_rfc3339(moment).unwrap()));
    let morning = on("2026-05-13T08:00:00-07:00");
    register(&morning, "Margaret").await;
    register(&morning, "Wendy").await;
    let first = format!("{evening} of unlocked");
    assert_eq!(
        ask(&practice, signed).await.unwrap(),
        std::slice::from_ref(&first),
        "what stood there last evening"
    );
    let late = on("2026-05-13T23:59:59-07:00");
    register(&late, "Rosa").await;
    assert_eq!(ask(&practice, signed).await.unwrap().len(), 1, "the same day");
    late.lock().await.unwrap();
    let practice = unlock(&premises, &late).await;
    let second = format!("{} of locked", evening + 4);
    assert_eq!(ask(&practice, signed).await.unwrap(), [first, second], "a new day signs no head twice");
    practice.lock().await.unwrap();
}
