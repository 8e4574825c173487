//! A phone's photo is unfolded by a process of its own, with what this system has for it.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use image::{GenericImageView, Rgba};

/// 120 dots across and 160 down, red above and blue below; it lies on its side and says that it has to be turned, as a phone's does.
const TONGUE: &[u8] = include_bytes!("../../tests/photos/tongue.heic");

fn unfold(heic: &[u8], loaders: Option<&str>) -> Output {
    let mut hegu = Command::new(env!("CARGO_BIN_EXE_hegu"));
    hegu.arg("unfold-heic").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    if let Some(loaders) = loaders {
        hegu.env("GDK_PIXBUF_MODULE_FILE", loaders);
    }
    let mut hegu = hegu.spawn().unwrap();
    let mut into = hegu.stdin.take().unwrap();
    let heic = heic.to_vec();
    // It may know after the first bytes that it cannot read them.
    let writing = std::thread::spawn(move || drop(into.write_all(&heic)));
    let done = hegu.wait_with_output().unwrap();
    writing.join().unwrap();
    done
}

#[test]
fn a_photo_comes_out_upright_and_in_its_colours() {
    let done = unfold(TONGUE, None);
    assert!(done.status.success());
    let picture = image::load_from_memory(&done.stdout).unwrap();
    assert_eq!(picture.dimensions(), (120, 160));
    let near = |Rgba([red, _, blue, _]): Rgba<u8>, wanted: (u8, u8)| {
        red.abs_diff(wanted.0) < 30 && blue.abs_diff(wanted.1) < 30
    };
    assert!(near(picture.get_pixel(60, 20), (220, 20)), "{:?}", picture.get_pixel(60, 20));
    assert!(near(picture.get_pixel(60, 140), (20, 220)), "{:?}", picture.get_pixel(60, 140));
}

#[test]
fn what_cannot_be_read_gives_nothing_and_harms_nobody() {
    let cut = &TONGUE[..TONGUE.len() - 40];
    let brand = &TONGUE[..24];
    for (what, bytes) in [("cut", cut), ("brand", brand), ("empty", b""), ("text", b"IMG_4471")] {
        let done = unfold(bytes, None);
        assert!(!done.status.success(), "{what}");
        assert!(done.stdout.is_empty(), "{what}");
    }
}

#[test]
fn a_picture_of_another_kind_is_not_for_this_reader() {
    let png = include_bytes!("../icons/icon.png");
    assert!(unfold(png, None).stdout.is_empty());
}

#[test]
fn a_system_without_libheif_says_so_by_giving_nothing() {
    let done = unfold(TONGUE, Some("/dev/null"));
    assert!(!done.status.success());
    assert!(done.stdout.is_empty());
}
