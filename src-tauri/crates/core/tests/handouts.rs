//! Bringing a sheet in, keeping its versions, giving it, and finding it unchanged later.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use hegu_core::clients::{self, ClientInput, RegisterClient, TimelineEntry};
use hegu_core::drafts;
use hegu_core::handouts::{
    self, FindingKind, GiveSheet, KeepSheet, PaperChoice, PreviewSheet, SheetText, WayOut,
};
use hegu_core::testing::TestPractice;
use hegu_core::{Error, Practice};

const ARTICLE: &[u8] = include_bytes!("../../../../tests/articles/acupuncture-for-back-pain.txt");

async fn client(practice: &Practice, given: &str, family: &str) -> String {
    let client = ClientInput {
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        ..ClientInput::default()
    };
    clients::register(practice, RegisterClient { client, despite_twins: true, draft: None }).await.unwrap().id
}

fn new(text: SheetText) -> KeepSheet {
    KeepSheet { id: None, version: None, text, draft: None }
}

fn plain(markdown: &str) -> SheetText {
    SheetText {
        title: "After treatment".to_owned(),
        language: "en".to_owned(),
        markdown: markdown.to_owned(),
        ..SheetText::default()
    }
}

fn preview(text: SheetText, client: Option<String>) -> PreviewSheet {
    PreviewSheet { text, client, paper: PaperChoice::Letter, text_size: 14, sheet_version: None }
}

#[tokio::test]
async fn the_article_arrives_whole_with_its_doubts_pointed_out() {
    let practice = TestPractice::make().await.unwrap();
    let imported = handouts::take_in(&practice, "acupuncture-for-back-pain.txt", ARTICLE).await.unwrap();
    assert_eq!(imported.text.title, "Acupuncture for Back Pain: A Promising Alternative Treatment");
    assert_eq!(imported.text.written, "2023-05-22");
    assert!(imported.text.markdown.contains("the acupuncturist’s credentials"), "curly quotes survive");
    let kinds: Vec<FindingKind> = imported.review.findings.iter().map(|finding| finding.kind).collect();
    for expected in [
        FindingKind::NoReferences,
        FindingKind::NoDangerSigns,
        FindingKind::FlatClaim,
        FindingKind::EmptyByline,
    ] {
        assert!(kinds.contains(&expected), "{expected:?} is missing from {kinds:?}");
    }
    let tail = imported.review.tail.expect("the promotional tail is found");
    assert!(
        tail.text.starts_with("Spherical Wellness") && tail.text.trim_end().ends_with("Book Session"),
        "{}",
        tail.text
    );
    let draft = drafts::read(&practice, &imported.draft).await.unwrap();
    let body: SheetText = serde_json::from_str(&draft.body).unwrap();
    assert_eq!(body, imported.text, "it is safe as a draft before anybody presses a key");
}

#[tokio::test]
async fn a_kept_sheet_has_versions_that_never_change() {
    let practice = TestPractice::make().await.unwrap();
    let first = handouts::keep(&practice, new(plain("Rest today."))).await.unwrap();
    let next = KeepSheet {
        id: Some(first.id.clone()),
        version: Some(1),
        text: plain("Rest today and drink."),
        draft: None,
    };
    assert_eq!(handouts::keep(&practice, next).await.unwrap().version, 2);
    let stale = KeepSheet { id: Some(first.id.clone()), version: Some(1), text: plain("Mine."), draft: None };
    let refused = handouts::keep(&practice, stale).await;
    assert!(matches!(refused, Err(Error::Stale { version: 2, .. })), "{refused:?}");
    assert_eq!(handouts::open(&practice, &first.id).await.unwrap().text.markdown, "Rest today and drink.");
}

#[tokio::test]
async fn a_given_sheet_is_the_same_bytes_for_ever() {
    let practice = TestPractice::make().await.unwrap();
    let maggie = client(&practice, "Margaret", "Oyelaran").await;
    let sheet = handouts::keep(&practice, new(plain("Hello {{client.first_name}}."))).await.unwrap();
    let give = GiveSheet {
        sheet: sheet.id.clone(),
        version: 1,
        client: maggie.clone(),
        paper: PaperChoice::Letter,
        text_size: 16,
    };
    let given = handouts::give(&practice, give).await.unwrap();
    let bytes = handouts::given_pdf(&practice, &given.id).await.unwrap().to_vec();
    assert!(bytes.starts_with(b"%PDF") && bytes.len() == usize::try_from(given.bytes).unwrap());

    let changed =
        KeepSheet { id: Some(sheet.id.clone()), version: Some(1), text: plain("Another text."), draft: None };
    handouts::keep(&practice, changed).await.unwrap();
    let next_week = practice.at(hegu_core::clock::Clock::Fixed("2026-05-19T10:00:00-07:00".parse().unwrap()));
    let timeline = clients::overview(&next_week, &maggie).await.unwrap().timeline;
    let Some(TimelineEntry::SheetGiven { id, sheet_version, paper, text_size, language, title, .. }) =
        timeline.first()
    else {
        panic!("{timeline:?}")
    };
    assert_eq!((*sheet_version, *paper, *text_size), (1, PaperChoice::Letter, 16));
    assert_eq!((language.as_str(), title.as_str()), ("en", "After treatment"));
    assert_eq!(handouts::given_pdf(&next_week, id).await.unwrap().to_vec(), bytes, "byte for byte");
}

#[tokio::test]
async fn what_is_previewed_is_what_is_given() {
    let practice = TestPractice::make().await.unwrap();
    let maggie = client(&practice, "Margaret", "Oyelaran").await;
    let sheet = handouts::keep(&practice, new(plain("Rest today."))).await.unwrap();
    let mut looked_at = preview(sheet.text.clone(), Some(maggie.clone()));
    looked_at.sheet_version = Some(1);
    let seen = handouts::preview(&practice, &looked_at).await.unwrap();
    let give =
        GiveSheet { sheet: sheet.id, version: 1, client: maggie, paper: PaperChoice::Letter, text_size: 14 };
    let given = handouts::give(&practice, give).await.unwrap();
    assert_eq!(handouts::given_pdf(&practice, &given.id).await.unwrap().to_vec(), seen);
}

#[tokio::test]
async fn a_name_that_cannot_be_printed_is_reported_by_its_letters() {
    let practice = TestPractice::make().await.unwrap();
    let sarah = client(&practice, "שרה", "").await;
    let refused = handouts::preview(&practice, &preview(plain("Rest today."), Some(sarah))).await;
    let Err(Error::NoGlyph(missing)) = refused else { panic!("{refused:?}") };
    assert!(
        missing.iter().any(|glyph| glyph.character == 'ש' && glyph.name.contains("Hebrew")),
        "{missing:?}"
    );
    handouts::preview(&practice, &preview(plain("足三里 Zusanli ST36, Nguyễn, Łódź, Ελλάς, Привет"), None))
        .await
        .unwrap();
}

#[tokio::test]
async fn an_altered_given_sheet_is_reported_and_never_shown() {
    let practice = TestPractice::make().await.unwrap();
    let maggie = client(&practice, "Margaret", "Oyelaran").await;
    let sheet = handouts::keep(&practice, new(plain("Rest today."))).await.unwrap();
    let give =
        GiveSheet { sheet: sheet.id, version: 1, client: maggie, paper: PaperChoice::A4, text_size: 12 };
    let given = handouts::give(&practice, give).await.unwrap();
    let shelf = std::fs::read_dir(practice.folder().join("att")).unwrap().next().unwrap().unwrap().path();
    let file = std::fs::read_dir(shelf).unwrap().next().unwrap().unwrap().path();
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let refused = handouts::given_pdf(&practice, &given.id).await;
    assert!(matches!(refused, Err(Error::FileDamaged)), "one flipped bit is noticed");
}

#[tokio::test]
async fn a_file_name_carries_no_name_and_no_path() {
    for (title, expected) in [
        (
            "Acupuncture for Back Pain: A Promising Treatment",
            "Acupuncture for Back Pain A Promising Treatment.pdf",
        ),
        ("../../etc/passwd", "etc passwd.pdf"),
        ("CON", "Sheet CON.pdf"),
        ("", "Sheet.pdf"),
        ("背痛", "背痛.pdf"),
    ] {
        assert_eq!(handouts::file_name(title), expected);
    }
}

#[tokio::test]
async fn only_a_sheet_that_was_given_can_be_said_to_have_gone_out() {
    let practice = TestPractice::make().await.unwrap();
    let client = client(&practice, "Margaret", "Oyelaran").await;
    let sheet = handouts::keep(&practice, new(plain("Rest."))).await.unwrap();
    let give = GiveSheet {
        sheet: sheet.id,
        version: 1,
        client: client.clone(),
        paper: PaperChoice::A4,
        text_size: 16,
    };
    let given = handouts::give(&practice, give).await.unwrap();
    for way in [WayOut::Printed, WayOut::OpenedOutside] {
        handouts::given_went_out(&practice, &given.id, way).await.unwrap();
        handouts::went_out(&practice, &preview(plain("Rest."), None), way).await.unwrap();
        handouts::went_out(&practice, &preview(plain("Rest."), Some(client.clone())), way).await.unwrap();
        let unknown = handouts::given_went_out(&practice, &client, way).await;
        assert!(matches!(unknown, Err(Error::NotFound)), "{unknown:?}");
    }
}
