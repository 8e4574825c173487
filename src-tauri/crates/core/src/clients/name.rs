//! How a name is written, sorted and compared.

use crate::folding::fold;

use super::model::Client;

/// The full name as written: given before family, but family first and unspaced where both are Han, kana or Hangul,
/// as a Chinese, Japanese or Korean reader expects.
pub(super) fn full(given: &str, family: &str) -> String {
    match (given.is_empty(), family.is_empty()) {
        (true, _) => family.to_owned(),
        (_, true) => given.to_owned(),
        _ if is_east_asian(given) && is_east_asian(family) => format!("{family}{given}"),
        _ => format!("{given} {family}"),
    }
}

/// What lists are sorted by: family name, then given name, without accents.
pub(super) fn sort_name(client: &Client) -> String {
    fold(&format!("{} {}", client.family_name, client.given_name)).trim().to_owned()
}

/// The words of the name in alphabetical order, so that "Oyelaran Margaret" meets "Margaret Oyelaran". A name that is
/// written without a blank meets itself whether it was typed into one field or into two.
pub(super) fn name_key(client: &Client) -> String {
    let joined = full(&client.given_name, &client.family_name);
    if is_east_asian(&joined) {
        return fold(&joined);
    }
    let folded = fold(&format!("{} {}", client.given_name, client.family_name));
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// Whether all of it is Han, kana or Hangul: scripts that join the parts of a name. The screens decide by the same
/// scripts (`ui/src/shared/full-name.ts`).
pub(super) fn is_east_asian(text: &str) -> bool {
    text.chars().all(|c| {
        matches!(c,
            // Hangul: letters, and the syllables they make.
            '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}'
            // 々 and 〇, which stand in for a Han character.
            | '\u{3005}' | '\u{3007}'
            // Hiragana and katakana.
            | '\u{3041}'..='\u{3096}' | '\u{3099}'..='\u{309f}'
            | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9d}'
            // Han.
            | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_their_reader_expects() {
        assert_eq!(full("Margaret", "Oyelaran"), "Margaret Oyelaran");
        assert_eq!(full("麗華", "溫"), "溫麗華");
        assert_eq!(full("小明", "王"), "王小明");
        assert_eq!(full("さくら", "佐々木"), "佐々木さくら");
        assert_eq!(full("サブロー", "ヤマダ"), "ヤマダサブロー");
        assert_eq!(full("민수", "김"), "김민수");
        assert_eq!(full("Li-Hua", "溫"), "Li-Hua 溫", "a mixed name keeps its space");
        assert_eq!(full("明 Ming", "王"), "明 Ming 王", "and so does one that is mixed in itself");
        assert_eq!(full("", "Prince"), "Prince");
        assert_eq!(full("Cher", ""), "Cher");
    }
}
