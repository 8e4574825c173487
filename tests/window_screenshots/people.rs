//! Who is in the pictures besides the demonstration's people, and how a walk gets to them.

use hegu_core::Practice;
use hegu_core::clients::{
    self, AddressInput, ClientInput, EmailInput, PhoneInput, PhoneKind, RegisterClient, RelationInput,
};
use hegu_core::handouts::{self, GiveSheet, PaperChoice};
use hegu_core::health::{
    self, HealthFlag, HealthFlagKind, HealthHistory, HealthLine, HealthSection, KeepHealth,
};
use hegu_core::testing::PASSPHRASE;
use hegu_tests::window::Window;

/// The client of the README.
pub(crate) fn maggie() -> ClientInput {
    ClientInput {
        preferred_name: "Maggie".to_owned(),
        pronouns: "she/her".to_owned(),
        birth_date: "1964-03-03".to_owned(),
        phones: vec![mobile("250-555-0188")],
        emails: vec![EmailInput::personal("maggie.whitford@post.example")],
        addresses: vec![AddressInput::home("1187 Moss Street\nVictoria BC")],
        relations: vec![RelationInput::in_emergency("Tomás Whitford", "Partner", "250-555-0142")],
        ..named("Margaret", "Whitford")
    }
}

/// A name that needs two lines, and an address for mail that needs more than the rail has.
pub(crate) fn long() -> ClientInput {
    ClientInput {
        preferred_name: "Friederike-Alexandrine".to_owned(),
        birth_date: "1951-11-21".to_owned(),
        phones: vec![mobile("+49 30 5550 1234 5678")],
        emails: vec![EmailInput::personal(
            "maximiliane.featherstonehaugh-cholmondeley@praxis-am-botanischen-garten.example",
        )],
        ..named(
            "Maximiliane Friederike Alexandrine",
            "von Hohenstaufen-Wittelsbach zu Featherstonehaugh-Cholmondeley",
        )
    }
}

/// A name that is written without a blank.
pub(crate) fn han() -> ClientInput {
    ClientInput {
        preferred_name: "小明".to_owned(),
        birth_date: "1988-08-18".to_owned(),
        phones: vec![mobile("250-555-0191")],
        addresses: vec![AddressInput::home("臺北市大安區和平東路一段一六二號")],
        relations: vec![RelationInput::in_emergency("王麗華", "妻", "250-555-0192")],
        notes: "右肩勿壓。".to_owned(),
        ..named("小明", "歐陽")
    }
}

/// A name that runs from right to left, for which the sheets have no face.
pub(crate) fn hebrew() -> ClientInput {
    ClientInput { phones: vec![mobile("250-555-0193")], ..named("שרה", "לוי") }
}

pub(crate) fn named(given: &str, family: &str) -> ClientInput {
    ClientInput { given_name: given.to_owned(), family_name: family.to_owned(), ..ClientInput::default() }
}

fn mobile(number: &str) -> PhoneInput {
    PhoneInput::new(PhoneKind::Mobile, number)
}

/// Registers somebody, and says under which id.
pub(crate) async fn register(practice: &Practice, client: ClientInput) -> hegu_core::Result<String> {
    let register = RegisterClient { client, despite_twins: true, draft: None };
    Ok(clients::register(practice, register).await?.id)
}

/// Gives somebody every sheet there is.
pub(crate) async fn give_all(practice: &Practice, client: &str) -> hegu_core::Result<()> {
    for sheet in handouts::list(practice).await? {
        let (sheet, version) = (sheet.id, sheet.version);
        let client = client.to_owned();
        let give = GiveSheet { sheet, version, client, paper: PaperChoice::Letter, text_size: 14 };
        handouts::give(practice, give).await?;
    }
    Ok(())
}

/// Takes down a health history that warns.
pub(crate) async fn take_down(practice: &Practice, client: &str) -> hegu_core::Result<()> {
    let line = |what: &str, detail: &str, since: &str| HealthLine {
        what: what.to_owned(),
        detail: detail.to_owned(),
        since: since.to_owned(),
        ..HealthLine::default()
    };
    let flag = |kind, since: &str, note: &str| HealthFlag {
        kind,
        since: since.to_owned(),
        until: String::new(),
        note: note.to_owned(),
    };
    let history = HealthHistory {
        flags: vec![
            flag(HealthFlagKind::Anticoagulant, "2024-03", "apixaban"),
            flag(HealthFlagKind::Fainting, "2024-06", "treat lying down"),
        ],
        allergies: vec![line("Zinc oxide tape", "rash", "2019")],
        medicines: vec![line("Apixaban", "5 mg twice a day", "2024-03"), line("Ramipril", "5 mg", "2021")],
        conditions: vec![line("Atrial fibrillation", "", "2024-02")],
        none: vec![HealthSection::Surgeries],
        ..HealthHistory::default()
    };
    let keep = KeepHealth { client: client.to_owned(), version: 0, history, reviewed: true, draft: None };
    health::keep(practice, keep).await.map(drop)
}

/// Opens the closed practice.
#[track_caller]
pub(crate) fn unlock(window: &Window<'_>) {
    window.fill("textbox", "Passphrase", PASSPHRASE);
    window.press("Enter");
    window.see("link", "Handouts");
}

/// Opens somebody's page from anywhere.
#[track_caller]
pub(crate) fn go_to(window: &Window<'_>, typed: &str, name: &str) {
    window.press("Control+K");
    window.type_text(typed);
    window.read("option", name);
    window.press("Enter");
    window.read("heading", name);
}
