//! What a health history is made of.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What is known of somebody's health.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HealthHistory {
    /// What they have or had.
    pub conditions: Vec<HealthLine>,
    /// What was or will be operated.
    pub surgeries: Vec<HealthLine>,
    /// What they take or took.
    pub medicines: Vec<HealthLine>,
    /// What they do not tolerate.
    pub allergies: Vec<HealthLine>,
    /// The sections of which the client said that there is nothing, each once: that is not the same as not having asked.
    pub none: Vec<HealthSection>,
    /// What makes some of a treatment unsafe, each kind once.
    pub flags: Vec<HealthFlag>,
    /// Whether a child is on its way, hoped for, or just born; nothing where that was never said.
    pub pregnancy: Option<Pregnancy>,
    /// What matters to whoever treats for fertility; nothing where that is not why they come.
    pub fertility: Option<Fertility>,
    /// What matters to whoever treats an athlete; nothing for everybody else.
    pub sport: Option<Sport>,
    /// Whatever else was said.
    pub other: String,
}

/// A part of the history that is a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum HealthSection {
    /// What they have or had.
    Conditions,
    /// What was or will be operated.
    Surgeries,
    /// What they take or took.
    Medicines,
    /// What they do not tolerate.
    Allergies,
}

/// A line of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HealthLine {
    /// The condition, the operation, the medicine, or what they are allergic to.
    pub what: String,
    /// The dose of a medicine, or the reaction of an allergy; empty elsewhere.
    pub detail: String,
    /// Since when: a year, a month or a day ("2019", "2019-03", "2019-03-05"), or empty. Of an operation, when it was or
    /// will be.
    pub since: String,
    /// Until when, likewise; empty for what still holds.
    pub until: String,
    /// Whatever else there is to say of it.
    pub note: String,
}

/// What makes some of a treatment unsafe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum HealthFlagKind {
    /// Takes something against clotting.
    Anticoagulant,
    /// A pacemaker, a defibrillator or another implant.
    Implant,
    /// Bleeds long or easily.
    BleedingDisorder,
    /// Infections are dangerous.
    Immunosuppression,
    /// Epilepsy.
    Epilepsy,
    /// Faints at needles.
    Fainting,
    /// Reacts to a metal.
    MetalAllergy,
    /// Diabetes, or skin that feels little.
    DiabetesOrNeuropathy,
    /// A swollen limb, or one at risk.
    Lymphoedema,
}

/// That something makes some of a treatment unsafe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HealthFlag {
    /// What it is.
    pub kind: HealthFlagKind,
    /// Since when: a year, a month or a day, or empty.
    pub since: String,
    /// Until when, likewise; empty for what still holds.
    pub until: String,
    /// Which one, where, how bad.
    pub note: String,
}

/// Whether a child is on its way, hoped for, or just born.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PregnancyState {
    /// Wishes for one.
    Trying,
    /// Does not know yet.
    CouldBe,
    /// Is.
    Pregnant,
    /// Was. How it ended is nobody's to ask.
    Ended,
    /// A child was born lately.
    Postpartum,
    /// Feeds a child at the breast.
    Breastfeeding,
}

/// How it stands with a pregnancy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Pregnancy {
    /// How it stands.
    pub state: PregnancyState,
    /// Since when: a year, a month or a day, or empty.
    pub since: String,
    /// The day the child is due, ISO, of somebody who is pregnant; empty where it is not known. A day that has passed stays:
    /// only a person says that a pregnancy is over.
    pub due: String,
    /// Whatever else there is to say of it.
    pub note: String,
}

/// What matters to whoever treats for fertility.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Fertility {
    /// The first day of the present cycle, ISO, or empty.
    pub cycle_began: String,
    /// The day of the embryo transfer, ISO, or empty.
    pub transfer: String,
    /// What is taken for it.
    pub medicines: String,
}

/// What matters to whoever treats an athlete.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Sport {
    /// The next event.
    pub event: String,
    /// Its day, ISO, or empty.
    pub event_day: String,
    /// Is tested: what is given them must be allowed.
    pub anti_doping: bool,
    /// Which rules, and who is to be asked.
    pub note: String,
}

impl HealthHistory {
    /// The names of the parts that another history says otherwise, in the order of the form. Never what they say.
    pub(crate) fn differences(&self, other: &Self) -> Vec<&'static str> {
        let none = |history: &Self, section| history.none.contains(&section);
        let list = |section| none(self, section) != none(other, section);
        [
            ("flags", self.flags != other.flags),
            ("pregnancy", self.pregnancy != other.pregnancy),
            ("allergies", self.allergies != other.allergies || list(HealthSection::Allergies)),
            ("medicines", self.medicines != other.medicines || list(HealthSection::Medicines)),
            ("conditions", self.conditions != other.conditions || list(HealthSection::Conditions)),
            ("surgeries", self.surgeries != other.surgeries || list(HealthSection::Surgeries)),
            ("fertility", self.fertility != other.fertility),
            ("sport", self.sport != other.sport),
            ("other", self.other != other.other),
        ]
        .into_iter()
        .filter_map(|(part, differs)| differs.then_some(part))
        .collect()
    }
}
