//! Pictures in sheets: added, named, drawn, kept with every version, and removed when nothing shows them any more.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod pictured;

use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::drafts::{self, DraftKind, SaveDraft};
use hegu_core::handouts::{
    self, FindingKind, GiveSheet, KeepSheet, NewPicture, PaperChoice, PreviewSheet, SheetText, SheetView,
};
use hegu_core::people::Role;
use hegu_core::testing::{TestPractice, ask};
use hegu_core::{Error, Practice, UnusablePicture};
use pictured::{BACK, LEAF, files, the_next_morning};

async fn add(practice: &Practice, file_name: &str, bytes: &[u8]) -> String {
    let picture = NewPicture { file_name: file_name.to_owned(), missed_as: None, bytes: bytes.to_vec() };
    handouts::add_picture(practice, picture).await.unwrap().name
}

fn text(markdown: &str) -> SheetText {
    SheetText {
        title: "Back pain".to_owned(),
        language: "en".to_owned(),
        markdown: markdown.to_owned(),
        ..SheetText::default()
    }
}

fn preview(text: SheetText) -> PreviewSheet {
    PreviewSheet { text, client: None, paper: PaperChoice::A4, text_size: 14, sheet_version: None }
}

async fn keep(practice: &Practice, over: Option<&SheetView>, markdown: &str) -> Result<SheetView, Error> {
    let (id, version) = (over.map(|over| over.id.clone()), over.map(|over| over.version));
    handouts::keep(practice, KeepSheet { id, version, text: text(markdown), draft: None }).await
}

async fn draft(practice: &Practice, body: String) -> String {
    let draft = SaveDraft { id: None, kind: DraftKind::Sheet, subject: None, label: "Back".to_owned(), body };
    drafts::save(practice, draft).await.unwrap().id
}

fn body(markdown: &str) -> String {
    serde_json::to_string(&text(markdown)).unwrap()
}

async fn is_here(practice: &Practice, name: &str) -> bool {
    match handouts::picture(practice, name).await {
        Ok(_) => true,
        Err(Error::NotFound) => false,
        Err(other) => panic!("{name}: {other}"),
    }
}

#[tokio::test]
async fn a_picture_gets_a_name_and_is_drawn_where_the_text_names_it() {
    let practice = TestPractice::make().await.unwrap();
    let bare = handouts::preview(&practice, &preview(text("Rest."))).await.unwrap();
    let name = add(&practice, "Back Points.PNG", BACK).await;
    assert_eq!(name, "back-points.png");
    assert_eq!(handouts::picture(&practice, &name).await.unwrap().to_vec(), BACK, "byte for byte");
    assert_eq!(add(&practice, "again.png", BACK).await, name, "the same picture is here already");
    assert_eq!(add(&practice, "back points.png", LEAF).await, "back-points.jpg", "named for what it is");
    assert_eq!(files(&practice), 2);
    let shown = format!("Rest.\n\n![Three points]({name})\n\n> ![]({name})");
    let drawn = handouts::preview(&practice, &preview(text(&shown))).await.unwrap();
    assert!(drawn.len() > bare.len() + 1_000, "{} and {}", drawn.len(), bare.len());
}

#[tokio::test]
async fn pictures_that_are_not_here_are_named_and_come_by_that_name() {
    let practice = TestPractice::make().await.unwrap();
    let name = add(&practice, "back.png", BACK).await;
    let markdown =
        format!("![](images/leaf.jpg)\n\n![Back]({name})\n\n![](<my leaf.jpg>)\n\n![Leaf](images/leaf.jpg)");
    let expected = ["images/leaf.jpg", "my leaf.jpg"];
    for refused in [
        handouts::preview(&practice, &preview(text(&markdown))).await.map(drop),
        keep(&practice, None, &markdown).await.map(drop),
    ] {
        assert!(matches!(&refused, Err(Error::NoPicture(names)) if names == &expected), "{refused:?}");
    }
    let imported = handouts::take_in(&practice, "sheet.md", markdown.as_bytes()).await.unwrap();
    let missing: Vec<_> = imported
        .review
        .findings
        .iter()
        .filter(|finding| finding.kind == FindingKind::MissingPicture)
        .map(|finding| (finding.line, finding.quote.as_deref()))
        .collect();
    assert_eq!(missing, [(Some(1), Some("images/leaf.jpg")), (Some(5), Some("my leaf.jpg"))]);
    for name in expected {
        let picture = NewPicture {
            file_name: "x.jpg".to_owned(),
            missed_as: Some(name.to_owned()),
            bytes: LEAF.to_vec(),
        };
        assert_eq!(handouts::add_picture(&practice, picture).await.unwrap().name, name);
    }
    keep(&practice, None, &markdown).await.unwrap();
    let findings = handouts::review(&practice, &text(&markdown)).await.unwrap().findings;
    let wordless: Vec<_> = findings
        .iter()
        .filter(|finding| finding.kind == FindingKind::PictureWithoutWords)
        .map(|finding| finding.line)
        .collect();
    assert_eq!(wordless, [Some(1), Some(5)]);
}

#[tokio::test]
async fn what_is_no_picture_is_refused_and_so_is_who_may_not_write_sheets() {
    let practice = TestPractice::make().await.unwrap();
    let picture = |bytes: &[u8]| NewPicture {
        file_name: "leaf.png".to_owned(),
        missed_as: None,
        bytes: bytes.to_vec(),
    };
    let refused = handouts::add_picture(&practice, picture(b"GIF89a")).await;
    assert!(matches!(refused, Err(Error::UnusablePicture(UnusablePicture::NotAPicture))), "{refused:?}");
    let refused = handouts::add_picture(&practice.seating(Role::Receptionist), picture(LEAF)).await;
    assert!(matches!(refused, Err(Error::NotPermitted)), "{refused:?}");
    assert_eq!(files(&practice), 0);
}

#[tokio::test]
async fn every_version_and_copy_keeps_its_pictures_and_what_was_given_its_bytes() {
    let practice = TestPractice::make().await.unwrap();
    let name = add(&practice, "back.png", BACK).await;
    let first = keep(&practice, None, &format!("![Back]({name})")).await.unwrap();
    let client = ClientInput { given_name: "Margaret".to_owned(), ..ClientInput::default() };
    let client = RegisterClient { client, despite_twins: true, draft: None };
    let client = clients::register(&practice, client).await.unwrap().id;
    let give =
        GiveSheet { sheet: first.id.clone(), version: 1, client, paper: PaperChoice::A4, text_size: 14 };
    let given = handouts::give(&practice, give).await.unwrap();
    let bytes = handouts::given_pdf(&practice, &given.id).await.unwrap().to_vec();
    keep(&practice, Some(&first), "Without it.").await.unwrap();
    let copy = keep(&practice, None, &format!("A copy.\n\n![Back]({name})")).await.unwrap();

    let opened = the_next_morning(&practice, &practice).await;
    assert!(is_here(&opened, &name).await, "version 1 still shows it");
    handouts::preview(&opened, &preview(copy.text)).await.unwrap();
    assert_eq!(handouts::given_pdf(&opened, &given.id).await.unwrap().to_vec(), bytes);
    let forced = ask(&opened, "DELETE FROM handouts_picture").await;
    assert!(forced.is_err(), "not even the program can remove a picture that a kept version shows");
    let forced = ask(&opened, "UPDATE handouts_picture SET name = 'other.png'").await;
    assert!(forced.is_err(), "a name never changes its picture");
}

#[tokio::test]
async fn only_what_no_version_and_no_draft_names_is_removed_and_only_at_the_next_opening() {
    let practice = TestPractice::make().await.unwrap();
    let kept = add(&practice, "kept.png", BACK).await;
    keep(&practice, None, &format!("> - Here:\n>\n>   ![]({kept})")).await.unwrap();
    let typed = add(&practice, "typed.jpg", LEAF).await;
    let id = draft(&practice, body(&format!("Not kept.\n\n![Leaf]({typed})"))).await;
    let opened = the_next_morning(&practice, &practice).await;
    assert!(is_here(&opened, &typed).await, "a draft shows it");

    drafts::discard(&opened, &id).await.unwrap();
    assert!(is_here(&opened, &typed).await, "undo may bring the draft back");
    let opened = the_next_morning(&practice, &opened).await;
    assert!(!is_here(&opened, &typed).await);
    assert!(is_here(&opened, &kept).await);
    assert_eq!(files(&opened), 1);
    let rows = ask(&opened, "SELECT media_type FROM attachments_file").await.unwrap();
    assert_eq!(rows, ["image/png"]);
}

#[tokio::test]
async fn a_draft_that_cannot_be_read_may_name_any_picture_so_all_stay() {
    let practice = TestPractice::make().await.unwrap();
    let typed = add(&practice, "typed.jpg", LEAF).await;
    draft(&practice, "{\"markdown\":".to_owned()).await;
    let opened = the_next_morning(&practice, &practice).await;
    assert!(is_here(&opened, &typed).await);
}
