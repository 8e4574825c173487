//! The letter to whoever asked to be erased.

use hegu_core::Error;
use hegu_core::erasure::{self, Asked, AskedBy, LetterOf};
use hegu_core::retention::{self, HoldRecord};
use hegu_core::testing::TestPractice;

use crate::erasure::{asked, erase, go_by_florida, somebody};
use crate::taken_down::later;

/// The words of a PDF, as an independent reader finds them.
fn words(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letter.pdf");
    std::fs::write(&file, pdf).unwrap();
    let read = std::process::Command::new("pdftotext").arg(&file).arg("-").output().unwrap();
    String::from_utf8(read.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn the_letter_says_what_is_kept_why_and_until_when() {
    let practice = TestPractice::make().await.unwrap();
    let id = somebody(&practice).await;
    go_by_florida(&practice).await;
    let of = |asked: Asked| LetterOf {
        client: id.clone(),
        asked,
        to: "Margaret Oyelaran\n3 Yates Street".to_owned(),
    };
    let (name, pdf) = erasure::letter(&practice, of(asked())).await.unwrap();
    assert_eq!(name, "Letter about a record 2026-05-12.pdf", "and not whose");
    let said = words(&pdf);
    assert!(said.ends_with("Page 1 of 1"), "one page, signed on it: {said}");
    for expected in [
        "3 Yates Street",
        "On 11 May 2026 you asked us to erase the record that we keep of you (Margaret Oyelaran).",
        "1 signed treatment note",
        "5 years after the last entry: Florida (Florida Administrative Code 64B1-10.001). This one is kept until 12 May 2031.",
        "Ines Marlow, R.Ac.",
    ] {
        assert!(said.contains(expected), "{expected} in {said}");
    }
    let unasked = Asked { by: AskedBy::Nobody, on: String::new() };
    let said = words(&erasure::letter(&practice, of(unasked)).await.unwrap().1);
    assert!(!said.contains("Your request"), "nobody asked: {said}");
    erasure::letter_saved(&practice, &id).await.unwrap();
    erase(&practice, &id).await.unwrap();
    let said = words(&erasure::letter(&later(&practice, 3), of(asked())).await.unwrap().1);
    assert!(said.contains("15 May 2026") && said.contains("On 12 May 2026 these were erased"), "{said}");
    retention::hold(&practice, HoldRecord { client: id.clone(), reason: "A claim by her".to_owned() })
        .await
        .unwrap();
    let said = words(&erasure::letter(&practice, of(asked())).await.unwrap().1);
    assert!(said.contains("For now nothing is erased.") && !said.contains("A claim by her"), "{said}");
    let to = LetterOf { to: " ".to_owned(), ..of(asked()) };
    assert!(matches!(erasure::letter(&practice, to).await, Err(Error::Invalid(_))));
}
