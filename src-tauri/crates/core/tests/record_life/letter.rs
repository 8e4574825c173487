//! The letter to whoever asked to be erased.

use hegu_core::erasure::{self, Asked, AskedBy, LetterOf};
use hegu_core::retention::{self, HoldRecord};
use hegu_core::testing::TestPractice;
use hegu_core::{Error, notes};

use crate::erasure::{asked, erase, go_by_florida, somebody};
use crate::taken_down::later;
use crate::twice::{named, register};
use crate::written::{note, sign};

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

#[tokio::test]
async fn whoever_is_called_in_letters_that_no_face_prints_is_written_to_by_number_and_erased_all_the_same() {
    for (name, printed) in [
        ("محمد الأنصاري", None),
        ("רחל כהן", None),
        ("\u{1f338} Ada \u{1f44d}\u{1f3fd}", None),
        ("溫麗華", Some("溫麗華")),
        ("Þórður Ŋ. Işık", Some("Þórður Ŋ. Işık")),
    ] {
        let practice = TestPractice::make().await.unwrap();
        let id = register(&practice, named(name, "")).await;
        let signed = notes::sign(&practice, sign(&id, note())).await.unwrap();
        go_by_florida(&practice).await;
        let of = |to: &str| LetterOf { client: id.clone(), asked: asked(), to: to.to_owned() };
        let said = words(&erasure::letter(&practice, of("3 Yates Street")).await.unwrap().1);
        let called = printed.unwrap_or("no. 0001");
        assert!(said.contains(&format!("of you ({called})")), "{name}: {said}");
        notes::pdf(&practice, &signed.id).await.unwrap();
        if printed.is_none() {
            let refused = erasure::letter(&practice, of(name)).await;
            let Err(Error::NoGlyph(missing)) = refused else { panic!("{name} was typed into the address") };
            assert!(missing.iter().all(|glyph| name.contains(glyph.character)), "{missing:?}");
        }
        erase(&practice, &id).await.unwrap();
    }
}
