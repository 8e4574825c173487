//! What becomes of files when records are made one, put away and erased.

use hegu_core::clients::{self, PutAwayClients, RecordPlace};
use hegu_core::erasure::{self, Reach};
use hegu_core::files::{self, SetPortrait};
use hegu_core::opening::{self, ProveSelf};
use hegu_core::testing::{PASSPHRASE, TestPractice, ask};
use hegu_core::{Error, Practice};

use crate::erasure::{erase, go_by_florida};
use crate::filed::{LETTER, add, lay, photo};
use crate::taken_down::later;
use crate::twice::{make_one, named, record, register, twice};

/// How many sealed files lie beside the records.
fn sealed(practice: &Practice) -> usize {
    let shelves = std::fs::read_dir(practice.folder().join("att")).unwrap();
    shelves.map(|shelf| std::fs::read_dir(shelf.unwrap().path()).unwrap().count()).sum()
}

async fn names(practice: &Practice, client: &str) -> Vec<String> {
    files::list(practice, client).await.unwrap().files.into_iter().map(|file| file.name).collect()
}

#[tokio::test]
async fn files_go_along_with_a_merged_record_and_back_again() {
    let practice = TestPractice::make().await.unwrap();
    let [kept, gone] = twice(&practice).await;
    let jpeg = photo(60, 40, "2026:03:02 09:30:00");
    let hers = add(&practice, &gone, true, lay(practice.around(), "tongue.jpg", &jpeg)).await;
    let set = SetPortrait { client: gone.clone(), file: Some(hers.id) };
    files::set_portrait(&practice, set).await.unwrap();
    add(&practice, &kept, true, lay(practice.around(), "letter.pdf", LETTER)).await;
    let compared = clients::compare(&practice, crate::twice::compared(&kept, &gone)).await.unwrap();
    assert_eq!(compared.iter().map(|one| one.attached.files).collect::<Vec<_>>(), [1, 1]);
    let merged = make_one(&practice, &kept, &gone, record(&practice, &kept).await).await.unwrap();
    assert_eq!(names(&practice, &kept).await, ["letter.pdf", "tongue.jpg"]);
    assert_eq!(names(&practice, &gone).await.len(), 2, "through either");
    assert!(!files::portrait(&practice, &kept).await.unwrap().is_empty());
    clients::unmerge(&practice, &merged.merge).await.unwrap();
    assert_eq!(names(&practice, &kept).await, ["letter.pdf"]);
    assert_eq!(names(&practice, &gone).await, ["tongue.jpg"]);
    assert!(files::portrait(&practice, &kept).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_record_with_a_file_does_not_go_to_the_trash() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, named("May", "")).await;
    add(&practice, &may, false, lay(practice.around(), "bill.pdf", LETTER)).await;
    let away = PutAwayClients { ids: vec![may], place: RecordPlace::Trash };
    assert_eq!(clients::put_away(&practice, away).await.unwrap().stayed.len(), 1);
}

#[tokio::test]
async fn what_is_not_clinical_is_erased_at_once_with_its_bytes_and_the_rest_in_time() {
    let practice = TestPractice::make().await.unwrap();
    go_by_florida(&practice).await;
    let may = register(&practice, named("May", "Sato")).await;
    let jpeg = photo(60, 40, "2026:03:02 09:30:00");
    let photo = add(&practice, &may, false, lay(practice.around(), "May.jpg", &jpeg)).await;
    let set = SetPortrait { client: may.clone(), file: Some(photo.id.clone()) };
    files::set_portrait(&practice, set).await.unwrap();
    add(&practice, &may, true, lay(practice.around(), "blood.pdf", LETTER)).await;
    assert_eq!(sealed(&practice), 3, "the photo, what is shown of it, and the letter");
    let plan = erasure::plan(&practice, &may).await.unwrap();
    assert_eq!((plan.reach, plan.kept.files), (Reach::Part, 1), "a clinical file is an entry");
    erase(&practice, &may).await.unwrap();
    assert_eq!(names(&practice, &may).await, ["blood.pdf"]);
    assert_eq!(sealed(&practice), 1, "the bytes of the photo are gone");
    assert!(matches!(files::open(&practice, &photo.id).await, Err(Error::NotFound)));
    assert!(files::portrait(&practice, &may).await.unwrap().is_empty());
    let then = later(&practice, 6 * 366);
    opening::prove(&then, ProveSelf { passphrase: PASSPHRASE.to_owned() }).await.unwrap();
    erase(&then, &may).await.unwrap();
    assert_eq!(sealed(&practice), 0);
    let left = "SELECT count(*) FROM files_file UNION ALL SELECT count(*) FROM attachments_file";
    assert_eq!(ask(&then, left).await.unwrap(), ["0", "0"]);
}
