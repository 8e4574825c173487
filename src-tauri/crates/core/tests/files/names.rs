//! Names that people, other programs and strangers give to files.

use std::path::{Component, Path};

use hegu_core::files::{self, Added};
use hegu_core::testing::TestPractice;
use hegu_core::{Error, Practice};

use super::filed::{LETTER, add, add_all, lay};
use super::{register, said};

/// Paths, formulas, markup, statements, devices, what turns around, what joins, and what is seen nowhere.
const HOSTILE: [&str; 18] = [
    "../../etc/passwd",
    "..\\..\\Windows\\win.ini",
    "C:\\autoexec.bat",
    "/dev/sda",
    "<script>alert(1)</script>.pdf",
    "<img src=x onerror=alert(1)>.png",
    "=HYPERLINK(\"http://x.example\").csv",
    "'); DROP TABLE files_file; --.jpg",
    "-rf ~",
    "${HOME}$(id)`id`.pdf",
    "%2e%2e%2f%00.pdf",
    "con",
    "LPT1.txt",
    ".bashrc",
    "...",
    "Befund\u{202e}fdp.exe",
    "👩🏽‍⚕️ صورة اللسان 舌.jpg",
    "a\u{7}b\u{1b}[2J\tc.pdf",
];

/// That a name stays beside what it is saved beside, on every system.
async fn assert_harmless(practice: &Practice, file: &str) {
    let name = files::outgoing(practice, file).await.unwrap().file_name;
    let parts: Vec<Component<'_>> = Path::new(&name).components().collect();
    assert!(matches!(parts[..], [Component::Normal(_)]), "{name:?}");
    assert!(!name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|']), "{name:?}");
    assert!(!name.contains(char::is_control) && !name.starts_with('.') && name.len() <= 131, "{name:?}");
}

#[tokio::test]
async fn files_with_hostile_names_are_added_under_what_of_them_can_be_seen() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    for (at, name) in HOSTILE.iter().enumerate() {
        // What a disk cannot hold never comes from one. Other bytes each, or they would be the same file.
        let on_disk = format!("{at} {}", name.replace('/', "_"));
        let path = lay(practice.around(), &on_disk, &[LETTER, on_disk.as_bytes()].concat());
        let file = add(&practice, &may, true, path).await;
        assert!(file.name.starts_with(&at.to_string()), "{:?}", file.name);
        assert!(!file.name.contains(|c: char| c.is_control() || c == '\u{202e}'), "{:?}", file.name);
        assert_harmless(&practice, &file.id).await;
    }
    assert_eq!(files::list(&practice, &may).await.unwrap().files.len(), HOSTILE.len());
}

#[tokio::test]
async fn a_file_is_renamed_to_what_is_typed_as_text_or_the_field_says_why_not() {
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let mut file = add(&practice, &may, true, lay(practice.around(), "a.pdf", LETTER)).await;
    let long = "x".repeat(10_000);
    for name in HOSTILE.into_iter().chain([long.as_str()]) {
        let typed = files::AmendFile {
            name: name.to_owned(),
            tags: vec![name.chars().take(40).collect()],
            ..said(&file)
        };
        match files::amend(&practice, typed).await {
            Ok(now) => {
                assert_eq!(now.name, name, "as it was typed");
                assert_harmless(&practice, &now.id).await;
                file = now;
            }
            Err(Error::Invalid(fields)) => {
                let problems = fields.iter().map(|field| field.path.as_str()).collect::<Vec<_>>();
                assert!(problems.contains(&"name"), "{problems:?}");
                assert!(
                    name == long || name.contains(|c: char| c.is_control() || c == '\u{202e}'),
                    "{name:?}"
                );
            }
            Err(error) => panic!("{name:?}: {error}"),
        }
    }
    assert!(file.version > 10, "most of them are only strange");
}

#[cfg(unix)]
#[tokio::test]
async fn a_name_that_is_no_text_at_all_is_read_as_far_as_it_is() {
    use std::os::unix::ffi::OsStrExt;
    let practice = TestPractice::make().await.unwrap();
    let may = register(&practice, "May").await;
    let path = practice.around().join(std::ffi::OsStr::from_bytes(b"Befund \xff\xfe.pdf"));
    std::fs::write(&path, LETTER).unwrap();
    let added = add_all(&practice, &may, true, vec![path]).await.unwrap().remove(0);
    assert_eq!(added.outcome, Added::Added);
    assert!(added.name.starts_with("Befund ") && added.name.ends_with(".pdf"), "{}", added.name);
    assert_harmless(&practice, &added.id.unwrap()).await;
}
