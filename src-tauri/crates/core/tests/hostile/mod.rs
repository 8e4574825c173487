//! What people paste, and what is meant to do harm.

use hegu_core::{Error, FieldProblem};

/// Kept as it was typed: short enough for every field.
pub(crate) const KEPT: [&str; 12] = [
    "<img src=x onerror=alert(1)>",
    "'); DROP TABLE clients_client;--",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*2",
    "a \"b\", c; d\\",
    "../../etc/passwd",
    "{name} %s %n ${7*7}",
    "\u{202e}txt.exe",
    "שרה כהן محمد",
    "👩‍⚕️🏽 Z̸͕͛a̴͐l̷g̶o",
    "Ｎｕｌｌ\u{200b}０",
    "# *bold* [x](javascript:1)",
];

/// Refused at the field, in one line and in several.
pub(crate) fn refused() -> [String; 4] {
    ["a\0b".to_owned(), "\u{1b}[31mred".to_owned(), "bell\u{7}".to_owned(), "x".repeat(300_001)]
}

/// Checks that a field refused what no field keeps.
pub(crate) fn at<T>(path: &str, result: Result<T, Error>) {
    match result {
        Err(Error::Invalid(fields)) => {
            let found = fields.iter().find(|field| field.path == path);
            let problem = found.map(|field| field.problem);
            let known = matches!(problem, Some(FieldProblem::ControlCharacters | FieldProblem::TooLong));
            assert!(known, "{path}: {fields:?}");
        }
        Err(other) => panic!("{path}: {other:?}"),
        Ok(_) => panic!("{path} kept what nobody can read"),
    }
}
