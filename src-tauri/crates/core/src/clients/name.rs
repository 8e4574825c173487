//! How a name is written, sorted and compared.

use crate::folding::{fold, phone_digits};

use super::model::Client;

/// The full name as written: given before family, but family first and unspaced where both are Han, as a Chinese,
/// Japanese or Korean reader expects.
pub(super) fn full(given: &str, family: &str) -> String {
    match (given.is_empty(), family.is_empty()) {
        (true, _) => family.to_owned(),
        (_, true) => given.to_owned(),
        _ if is_han(given) && is_han(family) => format!("{family}{given}"),
        _ => format!("{given} {family}"),
    }
}

/// What lists are sorted by: family name, then given name, without accents.
pub(super) fn sort_name(client: &Client) -> String {
    fold(&format!("{} {}", client.family_name, client.given_name)).trim().to_owned()
}

/// The words of the name in alphabetical order, so that "Oyelaran Margaret" meets "Margaret Oyelaran".
pub(super) fn name_key(client: &Client) -> String {
    let folded = fold(&format!("{} {}", client.given_name, client.family_name));
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// Everything a client can be found by, folded: names both ways round, numbers with and without their marks,
/// email, and the birth date as people say it.
pub(super) fn search_text(client: &Client) -> String {
    let mut parts = vec![
        fold(&full(&client.given_name, &client.family_name)),
        fold(&client.family_name),
        fold(&client.given_name),
        fold(&client.preferred_name),
        fold(&client.email),
    ];
    for phone in &client.phones {
        parts.push(fold(&phone.number));
        parts.push(phone_digits(&phone.number));
    }
    if let Some(date) = client.birth_date {
        for pattern in
            ["%Y-%m-%d", "%d.%m.%Y", "%-d.%-m.%Y", "%d/%m/%Y", "%-d/%-m/%Y", "%m/%d/%Y", "%-m/%-d/%Y"]
        {
            parts.push(date.format(pattern).to_string());
        }
        parts.push(date.format("%-d %B %Y").to_string().to_lowercase());
    }
    // A separator nobody types keeps a search from matching across two fields.
    parts.retain(|part| !part.is_empty());
    parts.join("\u{1f}")
}

fn is_han(text: &str) -> bool {
    text.chars()
        .all(|c| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_their_reader_expects() {
        assert_eq!(full("Margaret", "Oyelaran"), "Margaret Oyelaran");
        assert_eq!(full("麗華", "溫"), "溫麗華");
        assert_eq!(full("Li-Hua", "溫"), "Li-Hua 溫", "a mixed name keeps its space");
        assert_eq!(full("", "Prince"), "Prince");
        assert_eq!(full("Cher", ""), "Cher");
    }
}
