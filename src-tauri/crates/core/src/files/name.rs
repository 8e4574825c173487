//! Names of files: as they come from a disk, and as they go to one.

/// How much a name may say, in characters.
pub(super) const LONGEST: u32 = 200;

/// The name under which a file is kept that came with this one: its own, without what cannot be seen, and not endless. It is
/// shown, and nothing more: no file is looked for by it.
pub(super) fn kept_as(name: &str) -> String {
    let seen: String = name.chars().filter(|c| !c.is_control() && !turns_around(*c)).collect();
    let seen = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    let (stem, ending) = match seen.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.chars().count() <= 10 => {
            (stem, format!(".{ending}"))
        }
        _ => (seen.as_str(), String::new()),
    };
    let room = (LONGEST as usize).saturating_sub(ending.chars().count());
    let stem: String = stem.chars().take(room).collect();
    if stem.trim().is_empty() { format!("-{ending}") } else { format!("{stem}{ending}") }
}

/// The name that is offered where a copy is saved: without what a file system refuses, at most 120 bytes.
pub(super) fn saved_as(name: &str) -> String {
    let clean: String =
        name.chars().map(|c| if "/\\:*?\"<>|".contains(c) { ' ' } else { c }).collect::<String>();
    let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let clean = clean.trim_matches(['.', ' ']);
    let (stem, ending) = clean.rsplit_once('.').map_or((clean, String::new()), |(stem, ending)| {
        (stem, format!(".{}", ending.chars().take(10).collect::<String>()))
    });
    let mut stem = stem.to_owned();
    while stem.len() + ending.len() > 120 {
        stem.pop();
    }
    // Names that Windows keeps for devices, whatever follows the first dot.
    let first = stem.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = first.strip_prefix("com").or(first.strip_prefix("lpt")).is_some_and(|n| n.len() == 1);
    if stem.trim().is_empty() || numbered || ["con", "prn", "aux", "nul"].contains(&first.as_str()) {
        stem = format!("File {stem}").trim().to_owned();
    }
    format!("{}{ending}", stem.trim_end())
}

/// Characters that turn the direction of what follows, so that `exe.fdp` reads as something else.
fn turns_around(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_in_a_name_is_left_out_and_its_end_stays() {
        assert_eq!(kept_as("Befund\u{202e}fdp.exe"), "Befundfdp.exe");
        assert_eq!(kept_as("a\nb\t c .pdf"), "ab c .pdf");
        assert_eq!(kept_as("舌 5月.jpg"), "舌 5月.jpg");
        let long = kept_as(&format!("{}.pdf", "x".repeat(10_000)));
        assert!(long.chars().count() == 200 && long.ends_with("x.pdf"), "{long}");
        for nothing in ["", " ", "\u{7}", "\u{202e}"] {
            assert_eq!(kept_as(nothing), "-");
        }
    }

    #[test]
    fn no_name_leads_out_of_the_folder_or_to_a_device() {
        assert_eq!(saved_as("../../etc/passwd"), "etc passwd");
        assert_eq!(saved_as("C:\\x.pdf"), "C x.pdf");
        assert_eq!(saved_as("con.pdf"), "File con.pdf");
        assert_eq!(saved_as("LPT1.txt"), "File LPT1.txt");
        assert_eq!(saved_as("..."), "File");
        assert_eq!(saved_as("letter.pdf"), "letter.pdf");
        let long = saved_as(&format!("{}.pdf", "舌".repeat(200)));
        assert!(long.len() <= 120 && long.ends_with("舌.pdf"), "{long}");
    }
}
