//! The practice's logo: chosen, described, replaced, removed, put back, and printed on every paper.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod pictured;

use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::handouts::{self, GiveSheet, KeepSheet, PaperChoice, PreviewSheet, SheetText};
use hegu_core::notes::{self, NoteText, SignNote};
use hegu_core::people::Role;
use hegu_core::settings::{self, DescribeLogo, LogoView, MachineSettings};
use hegu_core::testing::{TestPractice, ask};
use hegu_core::{Error, FieldProblem, Practice, UnusablePicture};
use pictured::{BACK, LEAF, files, the_next_morning};

async fn logo(practice: &Practice) -> Option<LogoView> {
    settings::read(practice, MachineSettings::default()).await.unwrap().logo
}

async fn choose(practice: &Practice, picture: &[u8]) -> LogoView {
    settings::choose_logo(practice, picture.to_vec()).await.unwrap()
}

fn resting() -> PreviewSheet {
    let text = SheetText {
        title: "Rest".to_owned(),
        language: "en".to_owned(),
        markdown: "Rest today.".to_owned(),
        ..SheetText::default()
    };
    PreviewSheet { text, client: None, paper: PaperChoice::A4, text_size: 14, sheet_version: None }
}

/// How often a PDF holds these bytes.
fn held(pdf: &[u8], bytes: &[u8]) -> usize {
    pdf.windows(bytes.len()).filter(|window| *window == bytes).count()
}

#[tokio::test]
async fn a_logo_is_chosen_described_replaced_and_removed_with_a_way_back() {
    let practice = TestPractice::make().await.unwrap();
    assert_eq!(logo(&practice).await, None);
    let leaf = choose(&practice, LEAF).await;
    assert_eq!(settings::logo(&practice, &leaf.id).await.unwrap().to_vec(), LEAF, "byte for byte");
    let shows = DescribeLogo { id: leaf.id.clone(), shows: "  A willow leaf ".to_owned() };
    let leaf = settings::describe_logo(&practice, shows).await.unwrap();
    assert_eq!(leaf.shows, "A willow leaf");

    let back = choose(&practice, BACK).await;
    assert_eq!(back.shows, "A willow leaf", "a better picture of the same sign shows the same");
    let old = settings::logo(&practice, &leaf.id).await;
    assert!(matches!(old, Err(Error::NotFound)), "only what is printed is shown: {old:?}");
    assert_eq!(settings::put_back_logo(&practice, &leaf.id).await.unwrap(), leaf);
    assert_eq!(settings::put_back_logo(&practice, &back.id).await.unwrap(), back, "and back again");

    settings::remove_logo(&practice).await.unwrap();
    assert_eq!(logo(&practice).await, None);
    let gone = settings::put_back_logo(&practice, &leaf.id).await;
    assert!(matches!(gone, Err(Error::NotFound)), "the removed one lies aside now: {gone:?}");
    settings::put_back_logo(&practice, &back.id).await.unwrap();
    assert_eq!(logo(&practice).await, Some(back));
    let twice = [settings::remove_logo(&practice).await, settings::remove_logo(&practice).await];
    assert!(matches!(twice, [Ok(()), Err(Error::NotFound)]), "{twice:?}");
}

#[tokio::test]
async fn what_was_replaced_leaves_neither_row_nor_file_behind() {
    let practice = TestPractice::make().await.unwrap();
    for picture in [LEAF, BACK, LEAF, BACK, LEAF] {
        choose(&practice, picture).await;
    }
    assert_eq!(files(&practice), 2, "the one that is printed and the one before");
    let printed = logo(&practice).await.unwrap();
    let opened = the_next_morning(&practice, &practice).await;
    assert_eq!(files(&opened), 1, "the way back ended with the window that offered it");
    let rows = ask(&opened, "SELECT id FROM attachments_file").await.unwrap();
    assert_eq!(rows, std::slice::from_ref(&printed.id));
    assert_eq!(settings::logo(&opened, &printed.id).await.unwrap().to_vec(), LEAF);
}

#[tokio::test]
async fn what_is_no_picture_is_refused_and_the_logo_stays() {
    let practice = TestPractice::make().await.unwrap();
    let leaf = choose(&practice, LEAF).await;
    let mut dotty = BACK.to_vec();
    dotty[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    for (picture, why) in [
        (b"%PDF-1.7".to_vec(), UnusablePicture::NotAPicture),
        (Vec::new(), UnusablePicture::NotAPicture),
        (BACK[..BACK.len() / 2].to_vec(), UnusablePicture::Damaged),
        (LEAF[..LEAF.len() / 2].to_vec(), UnusablePicture::Damaged),
        (dotty, UnusablePicture::TooManyDots),
        ([LEAF, &vec![0; 5 << 20][..]].concat(), UnusablePicture::TooLarge),
    ] {
        let refused = settings::choose_logo(&practice, picture).await;
        assert!(
            matches!(&refused, Err(Error::UnusablePicture(said)) if *said == why),
            "{why:?}: {refused:?}"
        );
    }
    assert_eq!(logo(&practice).await, Some(leaf.clone()));
    assert_eq!(files(&practice), 1);
    let long = DescribeLogo { id: leaf.id, shows: "a".repeat(201) };
    let Err(Error::Invalid(fields)) = settings::describe_logo(&practice, long).await else {
        panic!("too long")
    };
    assert_eq!((fields[0].path.as_str(), fields[0].problem), ("shows", FieldProblem::TooLong));
}

#[tokio::test]
async fn only_who_may_change_the_practice_changes_its_logo() {
    let practice = TestPractice::make().await.unwrap();
    let leaf = choose(&practice, LEAF).await;
    let student = practice.seating(Role::Student);
    let describe = DescribeLogo { id: leaf.id.clone(), shows: String::new() };
    let refused = [
        settings::choose_logo(&student, BACK.to_vec()).await.err(),
        settings::remove_logo(&student).await.err(),
        settings::put_back_logo(&student, &leaf.id).await.err(),
        settings::describe_logo(&student, describe).await.err(),
    ];
    assert!(refused.iter().all(|error| matches!(error, Some(Error::NotPermitted))), "{refused:?}");
    assert_eq!(logo(&practice).await, Some(leaf));
}

#[tokio::test]
async fn the_logo_stands_on_sheets_and_notes_and_what_was_given_stays_as_it_was() {
    let practice = TestPractice::make().await.unwrap();
    let client = ClientInput { given_name: "Margaret".to_owned(), ..ClientInput::default() };
    let client = RegisterClient { client, despite_twins: true, draft: None };
    let client = clients::register(&practice, client).await.unwrap().id;
    let note = NoteText {
        visit_date: "2026-05-12".to_owned(),
        subjective: "Low back.".to_owned(),
        ..NoteText::default()
    };
    let note = SignNote { client: client.clone(), note, draft: None };
    let note = notes::sign(&practice, note).await.unwrap().id;
    let sheet = KeepSheet { id: None, version: None, text: resting().text, draft: None };
    let sheet = handouts::keep(&practice, sheet).await.unwrap();
    let give = |client: &str| GiveSheet {
        sheet: sheet.id.clone(),
        version: 1,
        client: client.to_owned(),
        paper: PaperChoice::A4,
        text_size: 14,
    };
    let image: &[u8] = b"DCTDecode";
    let bare = handouts::preview(&practice, &resting()).await.unwrap();
    assert_eq!(held(&bare, image), 0);
    choose(&practice, LEAF).await;
    let seen = handouts::preview(&practice, &resting()).await.unwrap();
    assert_eq!(held(&seen, image), 1);
    assert_eq!(held(&notes::pdf(&practice, &note).await.unwrap().1, image), 1);
    let given = handouts::give(&practice, give(&client)).await.unwrap();
    let bytes = handouts::given_pdf(&practice, &given.id).await.unwrap().to_vec();
    assert_eq!(held(&bytes, image), 1);

    choose(&practice, BACK).await;
    settings::remove_logo(&practice).await.unwrap();
    assert_eq!(handouts::preview(&practice, &resting()).await.unwrap(), bare, "as before there was one");
    let opened = the_next_morning(&practice, &practice).await;
    assert_eq!(handouts::given_pdf(&opened, &given.id).await.unwrap().to_vec(), bytes, "byte for byte");
}
