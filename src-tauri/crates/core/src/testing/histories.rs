//! Invented health histories: what people said at their first visit, and what some of them said later.

use chrono::{DateTime, Duration, FixedOffset};

use crate::error::Result;
use crate::health::{self, HealthFlag, HealthFlagKind, HealthHistory, HealthLine, HealthSection, KeepHealth};
use crate::ids::ClientId;
use crate::practice::Practice;

use super::demonstration::on;

/// What is taken, for what, and whether that makes needling unsafe.
type Treated = (&'static str, &'static str, &'static str, Option<HealthFlagKind>);

/// Invented, as everything of the demonstration is; a medicine stands beside the condition it is usual for.
const TREATED: [Treated; 8] = [
    ("Apixaban", "5 mg twice a day", "Atrial fibrillation", Some(HealthFlagKind::Anticoagulant)),
    ("Ramipril", "5 mg", "High blood pressure", None),
    ("Metformin", "500 mg twice a day", "Diabetes, type 2", Some(HealthFlagKind::DiabetesOrNeuropathy)),
    ("Levothyroxine", "75 micrograms", "Underactive thyroid", None),
    ("Salbutamol", "when needed", "Asthma", None),
    ("Lamotrigine", "100 mg twice a day", "Epilepsy", Some(HealthFlagKind::Epilepsy)),
    ("Methotrexate", "10 mg a week", "Rheumatoid arthritis", Some(HealthFlagKind::Immunosuppression)),
    ("Sertraline", "50 mg", "Anxiety", None),
];

const ALLERGIES: [(&str, &str); 4] =
    [("Zinc oxide tape", "rash"), ("Penicillin", "hives"), ("Nickel", "itching"), ("Latex", "")];

const OPERATIONS: [&str; 4] = ["Appendix", "Knee, left", "Gallbladder", "Caesarean section"];

/// Takes down the history of every third client at their first visit; of some it was gone through again since.
pub(super) async fn take_down(
    practice: &Practice,
    clients: &[(ClientId, DateTime<FixedOffset>)],
    now: DateTime<FixedOffset>,
    random: &mut fastrand::Rng,
) -> Result<()> {
    for (client, registered) in clients.iter().step_by(3) {
        let keep = KeepHealth {
            client: client.to_string(),
            version: 0,
            history: told(random),
            reviewed: true,
            draft: None,
        };
        let view = health::keep(&on(practice, *registered + Duration::minutes(20)), keep).await?;
        let again = *registered + Duration::days(random.i64(30..400));
        if random.bool() && again < now {
            let seen = health::SeenHealth { client: view.client, version: view.version };
            health::review(&on(practice, again), seen).await?;
        }
    }
    Ok(())
}

fn told(random: &mut fastrand::Rng) -> HealthHistory {
    let mut history = HealthHistory::default();
    let line = |what: &str, detail: &str, since: String| HealthLine {
        what: what.to_owned(),
        detail: detail.to_owned(),
        since,
        ..HealthLine::default()
    };
    for _ in 0..random.usize(0..3) {
        let (medicine, dose, condition, flag) = TREATED[random.usize(0..TREATED.len())];
        if history.medicines.iter().any(|known| known.what == medicine) {
            continue;
        }
        let since = random.u16(2004..2016).to_string();
        history.medicines.push(line(medicine, dose, since.clone()));
        history.conditions.push(line(condition, "", since.clone()));
        if let Some(kind) = flag {
            let named = matches!(kind, HealthFlagKind::Anticoagulant | HealthFlagKind::Immunosuppression);
            let note = if named { medicine.to_lowercase() } else { String::new() };
            history.flags.push(HealthFlag { kind, since, until: String::new(), note });
        }
    }
    if random.u8(0..5) == 0 {
        let (what, reaction) = ALLERGIES[random.usize(0..ALLERGIES.len())];
        history.allergies.push(line(what, reaction, String::new()));
    }
    if random.u8(0..4) == 0 {
        let year = random.u16(1990..2016).to_string();
        history.surgeries.push(line(OPERATIONS[random.usize(0..OPERATIONS.len())], "", year));
    }
    if random.u8(0..12) == 0 {
        let note = "treat lying down".to_owned();
        let (since, until) = (String::new(), String::new());
        history.flags.push(HealthFlag { kind: HealthFlagKind::Fainting, since, until, note });
    }
    history.none = vec![
        HealthSection::Conditions,
        HealthSection::Surgeries,
        HealthSection::Medicines,
        HealthSection::Allergies,
    ];
    history
}
