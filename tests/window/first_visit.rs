//! The first visit: a client, the customer's article, and a sheet that goes home.

use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::{Machine, Seeded, Window, words};

use crate::visit::{self, CLIENT, TITLE};

#[test]
fn the_imported_article_goes_home_and_is_found_again_as_given() {
    let machine = Machine::new();
    drop(Seeded::empty(&machine));
    let window = Window::open(&machine);
    visit::unlock(&window, PASSPHRASE);
    visit::register(&window);
    visit::import(&machine, &window);
    let pdf = visit::give(&machine, &window);
    assert_eq!(inside(&words(&pdf)), written());

    window.press("Control+L");
    visit::unlock(&window, PASSPHRASE);
    visit::find(&window);
    window.read("listitem", &format!("Sheet given: {TITLE}"));
    let copy = machine.papers().join("copy.pdf");
    machine.portal.will_save_as(&copy);
    window.click("button", "Save copy");
    window.read("region", "Saved as copy.pdf.");
    let bytes = |file| std::fs::read(file).expect("a saved PDF");
    assert!(bytes(&copy) == bytes(&pdf), "the copy has other bytes than the sheet that was given");
    assert_eq!(window.complaints(), [""; 0]);
}

/// Every word of the source, without the byline's line, which is kept as facts, and the advertising at its end.
fn written() -> Vec<String> {
    let source = std::fs::read_to_string(visit::article()).expect("the article");
    let (text, _advertising) = source.split_once("Spherical Wellness").expect("where the advertising begins");
    let lines = text.lines().filter(|line| !line.starts_with("by |"));
    lines.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

/// The words of the sheet without the letterhead, for whom it is, and the foot of each page.
fn inside(pages: &[Vec<String>]) -> Vec<String> {
    let count = pages.len();
    let mut all = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let mut page = page.join(" ");
        let foot = format!(" Page {} of {count} {TITLE}, version 1", at + 1);
        take_out(&mut page, &foot);
        if at == 0 {
            take_out(&mut page, "Willow Lane Acupuncture ");
            let from = page.find("For Wilhelmina").expect("for whom it is");
            let (_, rest) = page[from..].split_once(" · ").expect("a day");
            let day: String = rest.split(' ').take(3).collect::<Vec<_>>().join(" ");
            take_out(&mut page, &format!("For {CLIENT}, from Ines Marlow, R.Ac. · {day} "));
        }
        all.extend(page.split_whitespace().map(str::to_owned));
    }
    all
}

#[track_caller]
fn take_out(page: &mut String, words: &str) {
    assert_eq!(page.matches(words).count(), 1, "“{words}” once on the page: {page}");
    *page = page.replace(words, " ");
}
