//! What a health history raises, as an alert.

use crate::health::{HealthFlagKind, PregnancyState, Raised, RaisedAlert};
use crate::people::{Actor, Permission};

use super::list::AlertView;
use super::model::{AlertAudience, AlertSeverity};

/// What a client's history raises, in its order. Whoever does not treat sees one sign for all of it, always the same: how many
/// there are, how grave, and since when would say what they are.
pub(super) fn views(actor: &Actor, raised: Vec<RaisedAlert>) -> Vec<AlertView> {
    if actor.role.may(Permission::ReadNotes) {
        let places = raised.into_iter().enumerate();
        return places.map(|(place, alert)| view(place, alert)).collect();
    }
    let sign = AlertView {
        id: "health".to_owned(),
        version: 0,
        severity: AlertSeverity::Caution,
        audience: AlertAudience::Clinical,
        text: None,
        raised: None,
        since: 0.into(),
        by: String::new(),
    };
    if raised.is_empty() { Vec::new() } else { vec![sign] }
}

fn view(place: usize, alert: RaisedAlert) -> AlertView {
    AlertView {
        id: format!("health-{place}"),
        version: 0,
        severity: severity(&alert.raised),
        audience: AlertAudience::Clinical,
        text: None,
        raised: Some(alert.raised),
        since: alert.since,
        by: alert.by,
    }
}

/// Where needles themselves, or current through them, did serious harm, it is a danger (electro-acupuncture with a pacemaker:
/// Heart 2007;93:1532; needles with weak immunity: de Valois 2024; bleeding disorders: WHO 1999; blood thinners: Hsieh 2023);
/// what changes how or where somebody is needled asks for care.
fn severity(raised: &Raised) -> AlertSeverity {
    match raised {
        Raised::Flag { flag, .. } => match flag {
            HealthFlagKind::Anticoagulant
            | HealthFlagKind::Implant
            | HealthFlagKind::BleedingDisorder
            | HealthFlagKind::Immunosuppression => AlertSeverity::Danger,
            HealthFlagKind::Epilepsy
            | HealthFlagKind::Fainting
            | HealthFlagKind::MetalAllergy
            | HealthFlagKind::DiabetesOrNeuropathy
            | HealthFlagKind::Lymphoedema => AlertSeverity::Caution,
        },
        Raised::Pregnancy { state: PregnancyState::Pregnant | PregnancyState::CouldBe, .. }
        | Raised::Allergies { .. } => AlertSeverity::Caution,
        Raised::Pregnancy { .. } => AlertSeverity::Note,
    }
}
