//! Photos as phones make them.

use std::fs::File;

use hegu_core::Cancel;
use hegu_core::files::{self, AddFiles, Added, FileForm, SetPortrait};
use hegu_core::testing::TestPractice;
use image::GenericImageView;

use super::filed::{lay, photo};
use super::register;

/// A photo of the tongue as a phone makes it, taken on 2 March 2026.
const HEIC: &[u8] = include_bytes!("../../../../../tests/photos/tongue.heic");

#[tokio::test]
async fn a_phones_photo_is_shown_as_what_the_system_makes_of_it_and_kept_as_it_is() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let theo = register(&practice, "Theo").await;
    let from = || vec![lay(practice.around(), "IMG_4471.HEIC", HEIC)];
    let to = |client: &str| AddFiles { client: client.to_owned(), clinical: true };
    let libheif = |heic: &[u8]| (heic == HEIC).then(|| photo(300, 400, "2020:01:01 00:00:00"));
    let (read, progress) = (Cancel::default(), |_, _| {});
    let added = files::add(&practice, to(&may), from(), libheif, &read, progress).await.unwrap().remove(0);
    let shown = files::open(&practice, &added.id.unwrap()).await.unwrap();
    assert_eq!((shown.form, shown.shows, shown.day.as_str()), (FileForm::Heic, true, "2026-03-02"));
    let picture = image::load_from_memory(&files::picture(&practice, &shown.id).await.unwrap()).unwrap();
    assert_eq!(picture.dimensions(), (300, 400));
    let copy = practice.around().join("copy.heic");
    files::copy_to(&practice, &shown.id, File::create(&copy).unwrap()).await.unwrap();
    assert_eq!(std::fs::read(copy).unwrap(), HEIC);
    let portrait = SetPortrait { client: may, file: Some(shown.id) };
    assert!(files::set_portrait(&practice, portrait).await.is_ok(), "a face is made of it like of any other");
    // What comes back is no picture: the photo is kept all the same.
    let stumbling = |_: &[u8]| Some(b"running 0 tests".to_vec());
    let added = files::add(&practice, to(&theo), from(), stumbling, &read, progress).await.unwrap().remove(0);
    assert_eq!(added.outcome, Added::Added);
    assert!(!files::open(&practice, &added.id.unwrap()).await.unwrap().shows);
}
