//! What a health history raises, as an alert.

use crate::health::{HealthFlagKind, PregnancyState, Raised, RaisedAlert};
use crate::people::{Actor, Permission};

use super::list::AlertView;
use super::model::{AlertAudience, AlertSeverity};

/// The alert at a place in the order of the history. Whoever does not treat sees that there is one: its id does not say which.
pub(super) fn view(actor: &Actor, place: usize, alert: RaisedAlert) -> AlertView {
    let theirs = actor.role.may(Permission::ReadNotes);
    AlertView {
        id: format!("health-{place}"),
        version: 0,
        severity: severity(&alert.raised),
        audience: AlertAudience::Clinical,
        text: None,
        raised: theirs.then_some(alert.raised),
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
