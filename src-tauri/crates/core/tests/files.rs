//! A client's files: added, found again byte for byte, shown, renamed, taken out of use and saved.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod filed;
#[path = "files/heic.rs"]
mod heic;
#[path = "files/names.rs"]
mod names;
#[expect(dead_code, reason = "of the pictures of sheets")]
mod pictured;

use std::fs::File;
use std::sync::{Arc, Mutex};

use filed::{LETTER, add, add_all, heic_unread, lay, photo};
use hegu_core::clients::{self, ClientInput, RegisterClient, TimelineEntry};
use hegu_core::files::{self, AddFiles, Added, FileForm, FileWay, LARGEST_FILE, SeenFile, SetPortrait};
use hegu_core::people::Role;
use hegu_core::testing::{TestPractice, ask};
use hegu_core::{Cancel, Error, FieldProblem, Practice};
use image::GenericImageView;
use pictured::{BACK, files as sealed};

async fn register(practice: &Practice, given_name: &str) -> String {
    let client = ClientInput { given_name: given_name.to_owned(), ..ClientInput::default() };
    let register = RegisterClient { client, despite_twins: true, draft: None };
    clients::register(practice, register).await.unwrap().id
}

fn is_refused(path: &str, problem: FieldProblem, answer: &Result<files::ClientFile, Error>) -> bool {
    let Err(Error::Invalid(fields)) = answer else { return false };
    fields.iter().any(|field| field.path == path && field.problem == problem)
}

fn said(file: &files::ClientFile) -> files::AmendFile {
    files::AmendFile {
        id: file.id.clone(),
        version: file.version,
        name: file.name.clone(),
        day: file.day.clone(),
        tags: file.tags.clone(),
        clinical: file.clinical,
    }
}

#[tokio::test]
async fn what_is_added_comes_back_byte_for_byte_and_lies_encrypted() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let mut long = LETTER.to_vec();
    long.extend((0..300_000_u32).flat_map(u32::to_le_bytes));
    let heard = Arc::new(Mutex::new(Vec::new()));
    let hearing = Arc::clone(&heard);
    let from = vec![lay(practice.around(), "Überweisung 舌.pdf", &long)];
    let input = AddFiles { client: may.clone(), clinical: true };
    let progress = move |done, of| hearing.lock().unwrap().push((done, of));
    let added = files::add(&practice, input, from, heic_unread, &Cancel::default(), progress).await.unwrap();
    let file = files::list(&practice, &may).await.unwrap().files.remove(0);
    assert_eq!(added[0].id.as_ref(), Some(&file.id));
    assert_eq!((file.name.as_str(), file.form, file.misnamed), ("Überweisung 舌.pdf", FileForm::Pdf, false));
    assert_eq!((file.bytes, file.day.as_str(), file.shows), (long.len() as i64, "2026-05-12", false));
    assert_eq!(files::pdf(&practice, &file.id).await.unwrap()[..], long[..]);
    let last = *heard.lock().unwrap().last().unwrap();
    assert_eq!(last, (long.len() as i64, long.len() as i64), "all of it was heard of");
    let copy = practice.around().join("copy.pdf");
    files::copy_to(&practice, &file.id, File::create(&copy).unwrap()).await.unwrap();
    assert_eq!(std::fs::read(&copy).unwrap(), long);
    let shelves = std::fs::read_dir(practice.folder().join("att")).unwrap();
    for shelf in shelves {
        for entry in std::fs::read_dir(shelf.unwrap().path()).unwrap() {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            assert!(!bytes.windows(8).any(|eight| eight == b"%PDF-1.7"), "nothing of it can be read");
        }
    }
}

#[tokio::test]
async fn a_photo_is_shown_upright_without_what_the_camera_wrote_and_is_of_the_day_it_was_taken() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let bytes = photo(1500, 3000, "2026:03:02 09:30:00");
    let file = add(&practice, &may, true, lay(practice.around(), "IMG_0417.jpg", &bytes)).await;
    assert_eq!((file.form, file.shows, file.day.as_str()), (FileForm::Jpeg, true, "2026-03-02"));
    let shown = files::picture(&practice, &file.id).await.unwrap();
    let picture = image::load_from_memory(&shown).unwrap();
    assert_eq!(picture.dimensions(), (1024, 2048), "upright, and as large as a screen needs");
    let [above, below] = [100, 1900].map(|down| picture.get_pixel(512, down).0);
    assert!(above[0] > 150 && below[2] > 150, "{above:?} above {below:?}");
    assert!(!shown.windows(4).any(|four| four == b"Exif"));
    let kept = practice.around().join("kept.jpg");
    files::copy_to(&practice, &file.id, File::create(&kept).unwrap()).await.unwrap();
    assert_eq!(std::fs::read(&kept).unwrap(), bytes, "what is kept is the photo itself");
    let timeline = clients::overview(&practice, &may).await.unwrap().timeline;
    let on_it = timeline
        .iter()
        .any(|entry| matches!(entry, TimelineEntry::FileAdded { file: there, .. } if there.id == file.id));
    assert!(on_it);
    let ahead = photo(40, 30, "2031:01:01 00:00:00");
    let file = add(&practice, &may, true, lay(practice.around(), "ahead.jpg", &ahead)).await;
    assert_eq!(file.day, "2026-05-12", "a camera whose clock is ahead says nothing");
}

#[tokio::test]
async fn the_same_file_once_more_is_the_one_that_is_there() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let file = add(&practice, &may, false, lay(practice.around(), "a.png", BACK)).await;
    let before = sealed(&practice);
    let again = add_all(&practice, &may, false, vec![lay(practice.around(), "b.png", BACK)]).await.unwrap();
    assert_eq!((again[0].outcome, again[0].id.as_ref()), (Added::AlreadyHere, Some(&file.id)));
    assert_eq!(sealed(&practice), before, "nothing of the second stays");
    let wendy = register(&practice, "Wendy").await;
    add(&practice, &wendy, false, lay(practice.around(), "b.png", BACK)).await;
}

#[tokio::test]
async fn what_cannot_be_taken_in_is_told_by_name_and_the_rest_is_added() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let huge = practice.around().join("scan.tif");
    File::create(&huge).unwrap().set_len(5 << 30).unwrap();
    let fits = practice.around().join("fits.bin");
    File::create(&fits).unwrap().set_len(LARGEST_FILE).unwrap();
    let from = vec![
        huge,
        lay(practice.around(), "empty.txt", b""),
        practice.around().to_path_buf(),
        practice.around().join("gone.pdf"),
        lay(practice.around(), "letter.pdf", b"MZ this is a program"),
        fits,
    ];
    let added = add_all(&practice, &may, true, from).await.unwrap();
    let outcomes: Vec<Added> = added.iter().map(|file| file.outcome).collect();
    assert_eq!(
        outcomes,
        [Added::TooLarge, Added::Empty, Added::Unreadable, Added::Unreadable, Added::Added, Added::Added]
    );
    let listed = files::list(&practice, &may).await.unwrap().files;
    let letter = listed.iter().find(|file| file.name == "letter.pdf").unwrap();
    assert_eq!((letter.form, letter.misnamed, letter.opens), (FileForm::Other, true, false));
    assert!(matches!(files::pdf(&practice, &letter.id).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn stopping_leaves_nothing_of_the_file_under_way() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let cancel = Cancel::default();
    let stop = cancel.clone();
    let small = lay(practice.around(), "letter.pdf", LETTER);
    let large = practice.around().join("film.mp4");
    File::create(&large).unwrap().set_len(40 << 20).unwrap();
    let input = AddFiles { client: may.clone(), clinical: true };
    let from = vec![small.clone(), large, small];
    let progress = move |done, _| {
        if done > 1 << 20 {
            stop.stop();
        }
    };
    let added = files::add(&practice, input, from, heic_unread, &cancel, progress).await.unwrap();
    let outcomes: Vec<Added> = added.iter().map(|file| file.outcome).collect();
    assert_eq!(outcomes, [Added::Added, Added::Stopped, Added::Stopped]);
    assert_eq!(files::list(&practice, &may).await.unwrap().files.len(), 1);
    assert_eq!(sealed(&practice), 1, "no half of a film lies there");
}

#[tokio::test]
async fn pictures_that_would_fill_the_memory_or_are_broken_are_kept_and_not_shown() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let mut bomb = BACK.to_vec();
    bomb[16..24].copy_from_slice(&[0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF]);
    let cut = &photo(300, 300, "2026:03:02 09:30:00")[..200];
    for (name, bytes) in
        [("bomb.png", &bomb[..]), ("cut.jpg", cut), ("heic.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")]
    {
        let file = add(&practice, &may, true, lay(practice.around(), name, bytes)).await;
        assert!(!file.shows, "{name}");
        assert!(matches!(files::picture(&practice, &file.id).await, Err(Error::NotFound)), "{name}");
        let set = SetPortrait { client: may.clone(), file: Some(file.id) };
        assert!(matches!(files::set_portrait(&practice, set).await, Err(Error::NotFound)), "{name}");
    }
}

#[tokio::test]
async fn what_is_said_of_a_file_is_changed_and_never_over_somebody_elses_change() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let file = add(&practice, &may, true, lay(practice.around(), "a.png", BACK)).await;
    let tags = ["Tongue", " tongue ", "Zunge", ""].map(str::to_owned).to_vec();
    let typed = files::AmendFile {
        name: " Tongue 1.png ".to_owned(),
        day: "2026-02-01".to_owned(),
        tags,
        ..said(&file)
    };
    let now = files::amend(&practice, typed.clone()).await.unwrap();
    assert_eq!((now.name.as_str(), now.day.as_str(), now.version), ("Tongue 1.png", "2026-02-01", 2));
    assert_eq!(now.tags, ["Tongue", "Zunge"], "each once");
    assert_eq!(files::list(&practice, &may).await.unwrap().tags, ["Tongue", "Zunge"]);
    let stale = files::amend(&practice, typed).await;
    assert!(matches!(stale, Err(Error::Stale { version: 2, .. })), "{stale:?}");
    let wrong = |name: &str, day: &str, tag: String| files::AmendFile {
        name: name.to_owned(),
        day: day.to_owned(),
        tags: vec![tag],
        ..said(&now)
    };
    let refused = files::amend(&practice, wrong("", "2026-13-01", "x".repeat(41))).await;
    assert!(is_refused("name", FieldProblem::Required, &refused), "{refused:?}");
    assert!(is_refused("day", FieldProblem::NotADate, &refused), "{refused:?}");
    assert!(is_refused("tags.0", FieldProblem::TooLong, &refused), "{refused:?}");
    let refused = files::amend(&practice, wrong("a\u{7}", "2027-01-01", String::new())).await;
    assert!(is_refused("name", FieldProblem::ControlCharacters, &refused), "{refused:?}");
    assert!(is_refused("day", FieldProblem::InTheFuture, &refused), "{refused:?}");
}

#[tokio::test]
async fn what_is_taken_out_of_use_is_nowhere_and_comes_back_whole() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let file = add(&practice, &may, true, lay(practice.around(), "a.png", BACK)).await;
    let set = SetPortrait { client: may.clone(), file: Some(file.id.clone()) };
    assert_eq!(files::set_portrait(&practice, set).await.unwrap().before, None);
    let seen = |version| SeenFile { id: file.id.clone(), version };
    let gone = files::remove(&practice, seen(1)).await.unwrap();
    assert!(gone.removed && matches!(files::remove(&practice, seen(2)).await, Err(Error::NotFound)));
    let list = files::list(&practice, &may).await.unwrap();
    assert_eq!((list.files.len(), list.removed.len(), list.portrait), (0, 1, None));
    assert!(files::portrait(&practice, &may).await.unwrap().is_empty(), "its photo goes with it");
    let timeline = clients::overview(&practice, &may).await.unwrap().timeline;
    assert!(!timeline.iter().any(|entry| matches!(entry, TimelineEntry::FileAdded { .. })));
    files::restore(&practice, seen(2)).await.unwrap();
    assert_eq!(files::list(&practice, &may).await.unwrap().files.len(), 1);
    assert!(!files::portrait(&practice, &may).await.unwrap().is_empty(), "and comes back");
    let stale = files::remove(&practice, seen(2)).await;
    assert!(matches!(stale, Err(Error::Stale { version: 3, .. })), "{stale:?}");
}

#[tokio::test]
async fn the_photo_at_the_head_is_a_small_square_and_one_at_a_time() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let one =
        add(&practice, &may, false, lay(practice.around(), "1.jpg", &photo(400, 900, "2026:03:02 09:30:00")))
            .await;
    let two = add(&practice, &may, false, lay(practice.around(), "2.png", BACK)).await;
    let set = |file: Option<&str>| SetPortrait { client: may.clone(), file: file.map(str::to_owned) };
    files::set_portrait(&practice, set(Some(&one.id))).await.unwrap();
    let before = files::set_portrait(&practice, set(Some(&two.id))).await.unwrap().before;
    assert_eq!(before.as_ref(), Some(&one.id));
    assert_eq!(files::list(&practice, &may).await.unwrap().portrait, Some(two.id));
    let jpeg = files::portrait(&practice, &may).await.unwrap();
    assert_eq!(image::load_from_memory(&jpeg).unwrap().dimensions(), (192, 192));
    files::set_portrait(&practice, set(None)).await.unwrap();
    assert!(files::portrait(&practice, &may).await.unwrap().is_empty());
    let wendy = register(&practice, "Wendy").await;
    let others = SetPortrait { client: wendy, file: Some(one.id) };
    assert!(matches!(files::set_portrait(&practice, others).await, Err(Error::NotFound)), "it is May's");
}

#[tokio::test]
async fn a_clinical_file_is_for_those_who_treat_and_a_student_only_reads() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let clinical = add(&practice, &may, true, lay(practice.around(), "blood.pdf", LETTER)).await;
    let open = add(&practice, &may, false, lay(practice.around(), "bill.png", BACK)).await;
    let desk = practice.seating(Role::Receptionist);
    let listed = files::list(&desk, &may).await.unwrap().files;
    assert_eq!(listed.iter().map(|file| &file.id).collect::<Vec<_>>(), [&open.id]);
    let timeline = clients::overview(&desk, &may).await.unwrap().timeline;
    assert_eq!(timeline.iter().filter(|entry| matches!(entry, TimelineEntry::FileAdded { .. })).count(), 1);
    for id in [&clinical.id] {
        assert!(matches!(files::open(&desk, id).await, Err(Error::NotPermitted)));
        assert!(matches!(files::pdf(&desk, id).await, Err(Error::NotPermitted)));
        assert!(matches!(files::outgoing(&desk, id).await, Err(Error::NotPermitted)));
        assert!(matches!(files::went_out(&desk, id, FileWay::Saved).await, Err(Error::NotPermitted)));
    }
    let hidden = files::AmendFile { clinical: true, ..said(&open) };
    assert!(
        matches!(files::amend(&desk, hidden).await, Err(Error::NotPermitted)),
        "it would hide it from itself"
    );
    let from = vec![lay(practice.around(), "c.pdf", LETTER)];
    assert!(matches!(add_all(&desk, &may, true, from.clone()).await, Err(Error::NotPermitted)));
    assert_eq!(
        add_all(&desk, &may, false, from.clone()).await.unwrap()[0].outcome,
        Added::Added,
        "blood.pdf is unknown here"
    );
    let student = practice.seating(Role::Student);
    assert!(files::open(&student, &clinical.id).await.is_ok());
    assert!(matches!(add_all(&student, &may, false, from).await, Err(Error::NotPermitted)));
    let seen = SeenFile { id: open.id, version: open.version };
    assert!(matches!(files::remove(&student, seen).await, Err(Error::NotPermitted)));
}

#[tokio::test]
async fn a_file_that_somebody_altered_is_refused_and_never_given_out() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let file = add(&practice, &may, true, lay(practice.around(), "a.pdf", LETTER)).await;
    for shelf in std::fs::read_dir(practice.folder().join("att")).unwrap() {
        for entry in std::fs::read_dir(shelf.unwrap().path()).unwrap() {
            let path = entry.unwrap().path();
            let mut bytes = std::fs::read(&path).unwrap();
            *bytes.last_mut().unwrap() ^= 1;
            std::fs::write(&path, bytes).unwrap();
        }
    }
    assert!(matches!(files::pdf(&practice, &file.id).await, Err(Error::FileDamaged)));
    let copy = File::create(practice.around().join("copy.pdf")).unwrap();
    assert!(matches!(files::copy_to(&practice, &file.id, copy).await, Err(Error::FileDamaged)));
}

#[tokio::test]
async fn every_act_is_in_the_audit_and_says_nothing_of_what_is_in_the_file() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let file = add(&practice, &may, true, lay(practice.around(), "HIV test.pdf", LETTER)).await;
    files::went_out(&practice, &file.id, FileWay::Saved).await.unwrap();
    files::went_out(&practice, &file.id, FileWay::OpenedOutside).await.unwrap();
    let entries = "SELECT group_concat(action, ' ') FROM (SELECT action FROM audit_entry WHERE subject_kind = 'file' ORDER BY seq)";
    assert_eq!(
        ask(&practice, entries).await.unwrap(),
        ["file_added file_opened file_saved file_opened_outside"]
    );
    let told = "SELECT count(*) FROM audit_entry WHERE detail LIKE '%HIV%'";
    assert_eq!(ask(&practice, told).await.unwrap(), ["0"]);
}
