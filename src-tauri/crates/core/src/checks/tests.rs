use super::*;

fn problems(check: impl FnOnce(&mut Checks)) -> Vec<FieldProblem> {
    let mut checks = Checks::default();
    check(&mut checks);
    checks.found.into_iter().map(|error| error.problem).collect()
}

#[test]
fn past_days_are_past_days_of_a_living_person() {
    let today = NaiveDate::from_ymd_opt(2026, 5, 12).unwrap();
    let of = |text: &str| {
        problems(|checks| {
            checks.past_day("birth_date", text, today);
        })
    };
    assert_eq!(of("2026-05-12"), [], "born today is a birth date");
    assert_eq!(of("2026-05-13"), [FieldProblem::InTheFuture]);
    assert_eq!(of("1964-02-30"), [FieldProblem::NotADate]);
    assert_eq!(of("1864-03-03"), [FieldProblem::TooLongAgo], "a mistyped century is caught");
    assert_eq!(of(" "), [], "a birth date may be unknown");
}

#[test]
fn nobody_is_older_than_120() {
    let today = NaiveDate::from_ymd_opt(2026, 5, 12).unwrap();
    let of_somebody = |text: &str, died: Option<NaiveDate>| {
        problems(|checks| {
            checks.birth_date("birth_date", text, today, died);
        })
    };
    let of = |text: &str| of_somebody(text, None);
    assert_eq!(of("1905-05-13"), [], "120 until tomorrow");
    assert_eq!(of("1905-05-12"), [FieldProblem::TooLongAgo], "121 today");
    assert_eq!(of("1864-03-03"), [FieldProblem::TooLongAgo], "said once");
    assert_eq!(of("2026-05-13"), [FieldProblem::InTheFuture]);
    let died = NaiveDate::from_ymd_opt(2001, 2, 3);
    assert_eq!(of_somebody("1900-05-12", died), [], "of the dead the years they lived count");
    assert_eq!(of_somebody("2001-02-04", died), [FieldProblem::Contradictory]);
}

#[test]
fn what_nobody_can_see_is_nothing() {
    for nothing in ["", " ", "\u{200b}", "\u{202e}\u{2066} \u{feff}", "\u{ad}"] {
        let found = problems(|checks| drop(checks.required("name", nothing, 10)));
        assert_eq!(found, [FieldProblem::Required], "{nothing:?}");
        let mut checks = Checks::default();
        assert_eq!(checks.line("name", nothing, 10), "");
    }
    let mut checks = Checks::default();
    assert_eq!(checks.line("name", " צ\u{200f}י ", 10), "צ\u{200f}י", "marks inside of a name stay");
}

#[test]
fn times_of_day_are_those_of_a_day() {
    assert_eq!(minutes_of("09:30"), Some(570));
    assert_eq!((minutes_of("9:05"), minutes_of("24:00")), (Some(545), Some(1440)));
    for wrong in ["25:00", "24:01", "9", "9:5", "09:60", "-1:00", "+9:00", "09:30:00", "", "\u{669}:00"] {
        assert_eq!(minutes_of(wrong), None, "{wrong:?}");
    }
    let of = |text: &str| {
        problems(|checks| {
            checks.wall("start", text);
        })
    };
    assert_eq!(of("2026-05-12T09:30"), []);
    assert_eq!(of("2026-04-31T09:30"), [FieldProblem::NotADate], "no 31 April");
    assert_eq!(of("2026-05-12T25:00"), [FieldProblem::NotATime]);
    assert_eq!(of("2026-05-12"), [FieldProblem::Required], "a day without its time");
}

#[test]
fn addresses_that_can_never_be_email_are_refused() {
    for wrong in ["maggie", "@home.example", "a@b", "a b@c.example", "a@b@c.example", "a@.example"] {
        let found = problems(|checks| drop(checks.email("email", wrong)));
        assert_eq!(found, [FieldProblem::NotAnEmail], "{wrong}");
    }
    assert_eq!(problems(|checks| drop(checks.email("email", "m.o+clinic@post.example"))), []);
}

#[test]
fn text_reports_its_length_and_what_cannot_be_seen() {
    assert_eq!(problems(|checks| drop(checks.line("name", &"a".repeat(201), 200))), [FieldProblem::TooLong]);
    assert_eq!(
        problems(|checks| drop(checks.line("name", "a\u{0}b", 200))),
        [FieldProblem::ControlCharacters]
    );
    assert_eq!(problems(|checks| drop(checks.lines("notes", "two\r\nlines", 200))), []);
    assert_eq!(problems(|checks| drop(checks.required("name", "  ", 200))), [FieldProblem::Required]);
}
