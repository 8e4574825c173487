//! Claims that are stated as certain, or that lean on studies without naming one.

use super::lines::{folded, has_any, has_phrase};
use super::sources;

/// Leaning on evidence. Only a source in the same sentence answers these.
const APPEALS: [&str; 22] = [
    "studies have shown",
    "studies show",
    "study shows",
    "study found",
    "studies found",
    "studies reporting",
    "another study",
    "several studies",
    "many studies",
    "research shows",
    "research has shown",
    "research suggests",
    "clinical trials",
    "controlled trials",
    "systematic review",
    "meta-analysis",
    "has been shown",
    "have been shown",
    "was found to",
    "experts agree",
    "scientists agree",
    "doctors recommend",
];

/// Certainty that medicine rarely has.
const CERTAINTIES: [&str; 26] = [
    "cure",
    "cures",
    "cured",
    "heals",
    "guarantee",
    "guaranteed",
    "guarantees",
    "proven",
    "proves",
    "always works",
    "works for everyone",
    "100%",
    "100 %",
    "no side effects",
    "without side effects",
    "completely safe",
    "perfectly safe",
    "totally safe",
    "risk-free",
    "miracle",
    "eliminates",
    "reverses",
    "detoxifies",
    "boosts the immune system",
    "boosts your immune system",
    "cause illness",
];

/// Words that take certainty back.
const NEGATIONS: [&str; 14] = [
    "not",
    "no cure",
    "nobody",
    "never",
    "cannot",
    "can't",
    "isn't",
    "doesn't",
    "don't",
    "no one",
    "without proof",
    "unproven",
    "whether",
    "no guarantee",
];

/// Words that tell whose view a claim is.
const HEDGES: [&str; 8] =
    ["according to", "is believed", "tradition", "some people", "may", "might", "could", "perhaps"];

pub(super) fn is_flat(sentence: &str) -> bool {
    let text = folded(sentence);
    // "What studies found" announces and asks; it claims nothing yet.
    let announces = ["what ", "how "].iter().any(|word| text.starts_with(word)) && !text.ends_with('.');
    if text.ends_with('?') || announces || sources::names_source(sentence) {
        return false;
    }
    if has_any(&text, &APPEALS) {
        return true;
    }
    CERTAINTIES.iter().any(|claim| {
        has_phrase(&text, claim)
            && !has_any(&text, &HEDGES)
            && (claim.starts_with("no ") || !has_any(&text, &NEGATIONS))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certainty_and_nameless_studies_are_pointed_out() {
        let flat = [
            "Studies have shown that needles help.",
            "A systematic review of 29 randomized controlled trials found that it was more effective.",
            "Acupuncture cures migraine.",
            "It has no side effects.",
            "Our method is 100% natural and guaranteed to work.",
            "Cupping detoxifies the body.",
        ];
        for sentence in flat {
            assert!(is_flat(sentence), "{sentence}");
        }
    }

    #[test]
    fn hedged_sourced_and_negated_sentences_are_left_alone() {
        let fine = [
            "It is not a cure-all.",
            "Acupuncture does not cure arthritis.",
            "There is no guarantee that it helps you.",
            "In a large German study of 1,162 people, 48 of 100 were better (Haake 2007).",
            "A systematic review found a small gain.[1]",
            "Has it been proven?",
            "What studies found",
            "Some people feel better after acupuncture.",
            "The pharmacist keeps the secure cupboard.",
        ];
        for sentence in fine {
            assert!(!is_flat(sentence), "{sentence}");
        }
    }
}
