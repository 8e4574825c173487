//! A client and a note to sign.

use hegu_core::Practice;
use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::notes::{NeedledPoint, NoteText, Side, SignNote};

pub(crate) async fn register(practice: &Practice, given_name: &str) -> String {
    let client = ClientInput { given_name: given_name.to_owned(), ..ClientInput::default() };
    let register = RegisterClient { client, despite_twins: true, draft: None };
    clients::register(practice, register).await.unwrap().id
}

pub(crate) fn needled(code: &str, side: Side, needles: i32) -> NeedledPoint {
    NeedledPoint { code: code.to_owned(), side, needles }
}

pub(crate) fn note() -> NoteText {
    NoteText {
        visit_date: "2026-05-12".to_owned(),
        subjective: "Low back, 6 of 10.\nBetter in the evening.".to_owned(),
        objective: "Tender at L4.".to_owned(),
        assessment: "Kidney deficiency, local stagnation.".to_owned(),
        plan: "Once more next week.".to_owned(),
        points: vec![
            needled("BL23", Side::Both, 2),
            needled("GV20", Side::Middle, 1),
            needled("EX-HN1", Side::Whole, 4),
            needled("BL23", Side::Left, 1),
        ],
    }
}

pub(crate) fn sign(client: &str, note: NoteText) -> SignNote {
    SignNote { client: client.to_owned(), note, draft: None }
}
