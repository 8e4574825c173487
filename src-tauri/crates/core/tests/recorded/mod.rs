//! A record with something in every part.

use hegu_core::clients::{
    Allowed, ClientInput, ClientStatus, EmailInput, FundInput, PhoneAllows, PhoneInput, PhoneKind,
    RelationInput, Sex,
};

/// Somebody of whom everything is known.
pub(crate) fn whole(given_name: &str, family_name: &str) -> ClientInput {
    let asks_first =
        PhoneAllows { voicemail: Allowed::No, text: Allowed::Yes, clinic_name: Allowed::Unasked };
    let son = RelationInput {
        may_sign: true,
        gets_copies: true,
        email: "ade@post.example".to_owned(),
        note: "Not before ten".to_owned(),
        ..RelationInput::in_emergency("Ade Oyelaran", "son", "250-555-0171")
    };
    ClientInput {
        given_name: given_name.to_owned(),
        family_name: family_name.to_owned(),
        sex: Sex::Female,
        gender: "woman".to_owned(),
        phones: vec![PhoneInput { allows: asks_first, ..PhoneInput::new(PhoneKind::Mobile, "250-555-0138") }],
        emails: vec![EmailInput::personal("m.oyelaran@post.example")],
        language: "yo".to_owned(),
        occupation: "Midwife".to_owned(),
        relations: vec![son],
        gp_name: "Dr. Anne Roy".to_owned(),
        gp_phone: "250-555-0160".to_owned(),
        gp_address: "3 Yates Street\nVictoria".to_owned(),
        referrer: "Dr. Roy".to_owned(),
        funds: vec![FundInput { fund: "Blue Cross".to_owned(), number: "00 417 22".to_owned() }],
        tags: vec!["Community".to_owned(), "Évening".to_owned()],
        status: ClientStatus::Inactive,
        status_since: "2026-03-01".to_owned(),
        ..ClientInput::default()
    }
}
