//! What has to be known about somebody, on a paper that lies where they are treated. The papers of the practice speak English.

use chrono::NaiveDate;

use crate::health::{Allergy, HealthFlagKind, PregnancyState, Raised};

use super::list::AlertView;
use super::model::AlertSeverity;

/// What a paper of this day says of an alert; nothing for what is merely good to know. For whoever may not read it, it says that
/// there is one.
pub(crate) fn on_paper(alert: &AlertView, day: NaiveDate) -> Option<String> {
    if alert.severity == AlertSeverity::Note {
        return None;
    }
    Some(match (&alert.text, &alert.raised) {
        (Some(text), _) => text.clone(),
        (None, Some(raised)) => said(raised, day),
        (None, None) => "An alert for those who treat".to_owned(),
    })
}

fn said(raised: &Raised, day: NaiveDate) -> String {
    match raised {
        Raised::Flag { flag, note, .. } if note.is_empty() => flag_on_paper(*flag).to_owned(),
        Raised::Flag { flag, note, .. } => format!("{}: {note}", flag_on_paper(*flag)),
        Raised::Pregnancy { state, due } => pregnancy(*state, due, day),
        Raised::Allergies { allergies } => {
            let named: Vec<String> = allergies.iter().map(allergy).collect();
            format!("{}: {}", if named.len() == 1 { "Allergy" } else { "Allergies" }, named.join(", "))
        }
    }
}

fn flag_on_paper(flag: HealthFlagKind) -> &'static str {
    match flag {
        HealthFlagKind::Anticoagulant => "Anticoagulant",
        HealthFlagKind::Implant => "Pacemaker or implant",
        HealthFlagKind::BleedingDisorder => "Bleeding disorder",
        HealthFlagKind::Immunosuppression => "Immunosuppression",
        HealthFlagKind::Epilepsy => "Epilepsy",
        HealthFlagKind::Fainting => "Faints at needles",
        HealthFlagKind::MetalAllergy => "Metal allergy",
        HealthFlagKind::DiabetesOrNeuropathy => "Diabetes or neuropathy",
        HealthFlagKind::Lymphoedema => "Lymphoedema",
    }
}

fn pregnancy(state: PregnancyState, due: &str, day: NaiveDate) -> String {
    let state = match state {
        PregnancyState::Trying => "Trying to conceive",
        PregnancyState::CouldBe => "Could be pregnant",
        PregnancyState::Pregnant => "Pregnant",
        PregnancyState::Ended => "Pregnancy ended",
        PregnancyState::Postpartum => "Postpartum",
        PregnancyState::Breastfeeding => "Breastfeeding",
    };
    // A due date is given with a pregnancy alone.
    match due.parse::<NaiveDate>() {
        Ok(due) if due < day => format!("{state}, was due {}", due.format("%-d %B")),
        Ok(due) => format!("{state}, due {}", due.format("%-d %B")),
        Err(_) => state.to_owned(),
    }
}

fn allergy(allergy: &Allergy) -> String {
    if allergy.reaction.is_empty() {
        allergy.to.clone()
    } else {
        format!("{} ({})", allergy.to, allergy.reaction)
    }
}
