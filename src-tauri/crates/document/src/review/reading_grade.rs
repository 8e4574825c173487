//! How many years of school a text asks for.

use super::lines::{self, Sentence};

/// The Flesch-Kincaid grade of an English text: 0.39 × words a sentence + 11.8 × syllables a word − 15.59. A heading
/// and a list item count as a sentence. Syllables are estimated from the letters, so the grade is an estimate too;
/// nothing for a text without a word.
///
/// # Examples
/// ```
/// let grade = hegu_document::review::reading_grade("Keep moving. Some ache is normal.");
/// assert!(grade.is_some_and(|grade| grade < 4.0));
/// ```
#[must_use]
pub fn reading_grade(markdown: &str) -> Option<f64> {
    let sentences: Vec<Vec<String>> =
        lines::sentences(markdown).iter().map(words_of).filter(|words| !words.is_empty()).collect();
    let words: usize = sentences.iter().map(Vec::len).sum();
    if words == 0 {
        return None;
    }
    let syllables: usize = sentences.iter().flatten().map(|word| syllables_of(word)).sum();
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    let (sentences, words, syllables) = (count(sentences.len()), count(words), count(syllables));
    Some(0.39 * words / sentences + 11.8 * syllables / words - 15.59)
}

/// The words of a sentence: directives, marks and numbers are none.
fn words_of(sentence: &Sentence) -> Vec<String> {
    sentence
        .text
        .split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’')
        .filter(|word| word.chars().any(char::is_alphabetic))
        .map(str::to_lowercase)
        .collect()
}

/// Groups of vowels, less the silent endings of "ache", "times" and "moved". Hyphenation libraries were tried: they
/// name the places where a line may break, which in "acupuncture" is only one.
fn syllables_of(word: &str) -> usize {
    let vowel = |c: char| "aeiouyàáâäèéêëìíïòóôöùúûü".contains(c);
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let groups = letters
        .iter()
        .enumerate()
        .filter(|(at, letter)| vowel(**letter) && (*at == 0 || !vowel(letters[at - 1])))
        .count();
    let stem = word.strip_suffix('s').or_else(|| word.strip_suffix('d')).unwrap_or(word);
    // The e is heard in "needle", "sizes", "noses" and "wanted".
    let heard = ["le", "re", "se", "ze", "ce", "ge", "xe", "che", "she"]
        .iter()
        .any(|end| stem.ends_with(end) && (stem.len() < word.len() || *end == "le"))
        || word.ends_with("ted")
        || word.ends_with("ded");
    let silent = stem.ends_with('e') && !stem.ends_with("ee") && !heard;
    (groups - usize::from(silent && groups > 1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::{reading_grade, syllables_of};

    #[test]
    fn counts_syllables_as_people_hear_them() {
        let words = [
            ("ache", 1),
            ("needle", 2),
            ("needles", 2),
            ("acupuncture", 4),
            ("medicine", 3),
            ("legs", 1),
            ("times", 1),
            ("moved", 1),
            ("wanted", 2),
            ("noses", 2),
            ("knee", 1),
            ("the", 1),
            ("disagree", 3),
        ];
        for (word, heard) in words {
            assert_eq!(syllables_of(word), heard, "{word}");
        }
    }

    #[test]
    fn long_sentences_of_long_words_ask_for_more_school() {
        let plain = "Keep moving. Some ache is normal. Walk each day.";
        let learned = "Contemporary neurophysiological investigations demonstrate considerable heterogeneity \
            regarding subjective pain modulation following percutaneous stimulation.";
        let (plain, learned) = (reading_grade(plain).unwrap(), reading_grade(learned).unwrap());
        assert!(plain < 4.0, "{plain}");
        assert!(learned > 15.0, "{learned}");
    }

    #[test]
    fn a_text_without_a_word_has_no_grade() {
        assert_eq!(reading_grade("12 + 3\n\n---\n"), None);
    }
}
