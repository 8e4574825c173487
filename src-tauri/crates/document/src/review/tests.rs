use super::*;

const CALM: &str =
    "Some people with long-lasting back pain feel better after acupuncture.[1] It does not repair discs.

> [!WARNING]
> Go to emergency now if you have numb skin between your legs.

## References

1. Haake 2007, Archives of Internal Medicine.
";

#[test]
fn a_calm_cited_text_gives_no_findings() {
    let review = review("Back pain", Some("Ines Marlow"), Some("2026-03-03"), CALM, Some("2026-05-12"));
    assert_eq!(review.findings, []);
    assert_eq!(review.tail, None);
    assert_eq!(review.words, 34);
}

#[test]
fn a_text_without_author_date_sources_and_danger_signs_is_questioned() {
    let markdown = "Acupuncture helps many people.\n\nAcupuncture cures *back pain*. Rest well.\n";
    let review = review("Back pain", None, None, markdown, Some("2026-05-12"));
    let flat = Finding::FlatClaim { line: 3, quote: "Acupuncture cures back pain.".to_owned() };
    let expected =
        [Finding::EmptyByline, Finding::NoDate, Finding::NoReferences, Finding::NoDangerSigns, flat];
    assert_eq!(review.findings, expected);
}

#[test]
fn a_text_is_old_after_three_years() {
    let cases = [
        ("2023-05-12", Some("2026-05-12"), false),
        ("2023-05-11", Some("2026-05-12"), true),
        ("2020-01-01", None, false),
        ("not a date", Some("2026-05-12"), false),
    ];
    for (written, today, old) in cases {
        let review = review("Back pain", Some("Ines"), Some(written), CALM, today);
        assert_eq!(review.findings.contains(&Finding::Old { line: 1 }), old, "{written}");
    }
}

#[test]
fn advertising_inside_the_text_is_found_by_line_and_at_the_end_as_a_tail() {
    let markdown = "Rest.\n\nVisit our clinic for a free consultation, which lasts an hour. Walk.\n\nFeel Better\n\nBook now\n";
    let review = review("Rest", Some("Ines"), Some("2026-03-03"), markdown, None);
    let quote = "Visit our clinic for a free consultation, which lasts an hour.".to_owned();
    assert!(review.findings.contains(&Finding::Promotion { line: 3, quote }), "{:?}", review.findings);
    assert_eq!(review.tail.map(|tail| tail.first_line), Some(5));
    let in_tail = |finding: &Finding| matches!(finding, Finding::Promotion { line, .. } if *line >= 5);
    assert!(!review.findings.iter().any(in_tail), "the tail is offered once, as a whole");
}

#[test]
fn a_sentence_over_wrapped_lines_is_quoted_whole() {
    let markdown = "Studies have\nshown that it helps. Rest.\n";
    let review = review("Rest", Some("Ines"), Some("2026-03-03"), markdown, None);
    let quote = "Studies have shown that it helps.".to_owned();
    assert!(review.findings.contains(&Finding::FlatClaim { line: 1, quote }));
}

#[test]
fn a_picture_without_words_is_found_between_the_sentences_of_its_line() {
    let markdown =
        "Acupuncture cures back pain.\n\n![](leaf.png)\n\n![A hand](hand.png)\n\nIt cures the neck.\n";
    let review = review("Rest", Some("Ines"), Some("2026-03-03"), markdown, None);
    let lines: Vec<_> = review
        .findings
        .iter()
        .filter_map(|finding| match finding {
            Finding::FlatClaim { line, .. } => Some((*line, "")),
            Finding::PictureWithoutWords { line, name } => Some((*line, name.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(lines, [(1, ""), (3, "leaf.png"), (7, "")]);
}
