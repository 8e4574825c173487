//! An alert, a pinned fact and a health history to keep, what it says and raises, and what a record says.

use hegu_core::alerts::{self, AlertAudience, AlertInput, AlertSeverity, KeepAlert};
use hegu_core::clients::{self, ClientInput, CustomValue};
use hegu_core::health::{self, HealthFlag, HealthFlagKind, HealthHistory, HealthLine, KeepHealth};
use hegu_core::notes::{self, PinWords, PinnedFrom};
use hegu_core::{Error, Practice};

/// What has to be known, and her health history, gone through once.
pub(crate) async fn keep(practice: &Practice, client: &str) -> Result<(), Error> {
    let alert = AlertInput {
        severity: AlertSeverity::Danger,
        audience: AlertAudience::Clinical,
        text: "Blood thinner".to_owned(),
    };
    crate::listed::registered_twice(practice, client).await?;
    crate::listed::add_file(practice, client).await?;
    let of = client.to_owned();
    alerts::keep(practice, KeepAlert { id: None, version: None, client: of, alert }).await?;
    if let Some(note) = notes::last(practice, client).await? {
        let pin =
            PinWords { note: note.id, from: PinnedFrom::Subjective, text: "腰痛三週。".to_owned() };
        notes::pin(practice, pin).await?;
    }
    let apixaban = HealthLine {
        what: "Apixaban".to_owned(),
        detail: "5 mg".to_owned(),
        since: "2024-03".to_owned(),
        ..HealthLine::default()
    };
    let thin = HealthFlag {
        kind: HealthFlagKind::Anticoagulant,
        since: "2024-03".to_owned(),
        until: String::new(),
        note: "apixaban".to_owned(),
    };
    let history = HealthHistory { medicines: vec![apixaban], flags: vec![thin], ..HealthHistory::default() };
    let keep = KeepHealth { client: client.to_owned(), version: 0, history, reviewed: true, draft: None };
    health::keep(practice, keep).await.map(drop)
}

/// What it says and when it was gone through; nothing where it was never taken down.
pub(crate) async fn told(practice: &Practice, client: &str) -> Result<Option<String>, Error> {
    let view = health::read(practice, client).await?;
    let reviewed = view.reviewed.map(|review| review.day).unwrap_or_default();
    Ok((view.version > 0).then(|| format!("{}, gone through {reviewed}", serde_json::json!(view.history))))
}

/// What has to be known, the gravest first, and what is pinned.
pub(crate) async fn alerts(practice: &Practice, client: &str) -> Result<Vec<String>, Error> {
    let alerts = alerts::list(practice, client).await?.into_iter().map(|alert| {
        let says = alert.text.unwrap_or_else(|| format!("{:?}", alert.raised));
        format!("{:?}, {:?}, {says}", alert.severity, alert.audience)
    });
    let pins = notes::pins(practice, client).await?.into_iter();
    let pins = pins.map(|pin| format!("pinned {:?}, {}, {:?}", pin.from, pin.text, pin.seal));
    Ok(alerts.chain(pins).collect())
}

/// What a record says beyond names and how to reach somebody, custom fields by their names; nothing where it says no more.
pub(crate) async fn recorded(practice: &Practice, client: &ClientInput) -> Result<Option<String>, Error> {
    let said = ClientInput {
        given_name: String::new(),
        family_name: String::new(),
        birth_date: String::new(),
        emails: Vec::new(),
        ..client.clone()
    };
    if said == ClientInput::default() {
        return Ok(None);
    }
    let mut told = serde_json::json!(said);
    told.as_object_mut().map(|told| told.remove("custom"));
    let fields = clients::custom_fields(practice).await?;
    for CustomValue { field, value } in &client.custom {
        let field = fields.iter().find(|known| known.id == *field).ok_or(Error::NotFound)?;
        told[&field.name] = serde_json::json!(format!("{value} ({:?}, {:?})", field.kind, field.choices));
    }
    Ok(Some(told.to_string()))
}
