//! The codes under which a point was learned.

/// Every way to write a channel that books and schools have used, with the one the World Health Organization chose.
/// The WHO's own come first, so that "ST3" is never read as anything else.
const CHANNELS: [(&str, &str); 47] = [
    ("lu", "LU"),
    ("li", "LI"),
    ("st", "ST"),
    ("sp", "SP"),
    ("ht", "HT"),
    ("si", "SI"),
    ("bl", "BL"),
    ("ki", "KI"),
    ("pc", "PC"),
    ("te", "TE"),
    ("gb", "GB"),
    ("lr", "LR"),
    ("gv", "GV"),
    ("cv", "CV"),
    ("exhn", "EX-HN"),
    ("exca", "EX-CA"),
    ("exb", "EX-B"),
    ("exue", "EX-UE"),
    ("exle", "EX-LE"),
    ("s", "ST"),
    ("h", "HT"),
    ("he", "HT"),
    ("b", "BL"),
    ("ub", "BL"),
    ("k", "KI"),
    ("kd", "KI"),
    ("kid", "KI"),
    ("p", "PC"),
    ("hc", "PC"),
    ("sj", "TE"),
    ("tb", "TE"),
    ("th", "TE"),
    ("tw", "TE"),
    ("g", "GB"),
    ("liv", "LR"),
    ("lv", "LR"),
    ("du", "GV"),
    ("dm", "GV"),
    ("ren", "CV"),
    ("rn", "CV"),
    ("rm", "CV"),
    ("hn", "EX-HN"),
    ("ca", "EX-CA"),
    ("ue", "EX-UE"),
    ("le", "EX-LE"),
    ("ex", "EX-"),
    ("extra", "EX-"),
];

/// A code, or the beginning of one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Code {
    /// The WHO's channel, or the beginning that extra points share.
    pub(super) channel: &'static str,
    /// The number without leading zeros; empty for a channel alone.
    pub(super) number: String,
    /// The letters as they were typed, where they are not the WHO's.
    pub(super) synonym: Option<String>,
}

/// Reads "ub 060", "Ren-4", "EX-HN 3" and "st": letters, then perhaps digits, whatever stands between them.
pub(super) fn parse(typed: &str) -> Option<Code> {
    let plain: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‐' | '‑' | '–' | '.' | '_'))
        .flat_map(char::to_lowercase)
        .collect();
    let letters: String = plain.chars().take_while(char::is_ascii_alphabetic).collect();
    let digits = plain.get(letters.len()..)?;
    if !digits.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let (written, channel) = CHANNELS.iter().find(|(written, _)| *written == letters)?;
    let is_own = channel.to_lowercase().replace('-', "") == *written;
    Some(Code {
        channel,
        number: digits.trim_start_matches('0').to_owned(),
        synonym: (!is_own).then(|| written.to_uppercase()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_code_is_read() {
        for (typed, channel, number, synonym) in [
            ("ST36", "ST", "36", None),
            ("st 036", "ST", "36", None),
            ("UB-60", "BL", "60", Some("UB")),
            ("Ren 4", "CV", "4", Some("REN")),
            ("rn4", "CV", "4", Some("RN")),
            ("sj5", "TE", "5", Some("SJ")),
            ("P6", "PC", "6", Some("P")),
            ("ex-hn 3", "EX-HN", "3", None),
            ("EXHN3", "EX-HN", "3", None),
            ("ub", "BL", "", Some("UB")),
        ] {
            let synonym = synonym.map(str::to_owned);
            assert_eq!(parse(typed), Some(Code { channel, number: number.to_owned(), synonym }), "{typed}");
        }
        for word in ["zusanli", "足三里", "60", "leg three", "st36a", "", "é1"] {
            assert_eq!(parse(word), None, "{word}");
        }
    }
}
