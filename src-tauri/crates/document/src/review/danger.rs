//! Whether a text says when to get help at once.

use super::lines::{Sentence, folded, has_any};

/// Where help is, and how soon. Advice to "consult your provider before trying" is not among them.
const HELP: [&str; 28] = [
    "emergency",
    "call 911",
    "call 999",
    "call 112",
    "call 111",
    "call 000",
    "dial 911",
    "dial 999",
    "ambulance",
    "a&e",
    "go to hospital",
    "go to the hospital",
    "urgent care",
    "urgently",
    "at once",
    "right away",
    "immediately",
    "straight away",
    "same day",
    "without delay",
    "danger signs",
    "warning signs",
    "red flags",
    "seek medical",
    "get medical help",
    "see a doctor if",
    "call your doctor if",
    "call us if",
];

pub(super) fn names_danger_signs(title: &str, sentences: &[Sentence]) -> bool {
    has_any(&folded(title), &HELP[..4])
        || sentences.iter().any(|sentence| has_any(&folded(&sentence.text), &HELP))
}
