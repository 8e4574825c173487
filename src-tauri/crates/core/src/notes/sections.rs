//! What the sections of a note are called. Screen and paper both read it here, so that they never differ.

use serde::Serialize;

/// One section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct SectionName {
    /// Its letter in SOAP.
    pub letter: &'static str,
    /// What it is about, in the practice's words.
    pub label: &'static str,
}

/// All sections of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct SectionNames {
    /// What is told.
    pub subjective: SectionName,
    /// What is seen and felt.
    pub objective: SectionName,
    /// What it is taken for.
    pub assessment: SectionName,
    /// What is to be done.
    pub plan: SectionName,
}

/// In English, which notes are printed in.
pub const SECTIONS: SectionNames = SectionNames {
    subjective: SectionName { letter: "S", label: "Complaint" },
    objective: SectionName { letter: "O", label: "Findings" },
    assessment: SectionName { letter: "A", label: "Pattern" },
    plan: SectionName { letter: "P", label: "Plan" },
};
