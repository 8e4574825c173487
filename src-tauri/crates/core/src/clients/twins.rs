//! Whether two records are likely the same person. A pure rule, so that it can be read and argued about.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use specta::Type;

/// What the rule looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Likeness {
    /// Words of the name, folded, in alphabetical order.
    pub(super) name_key: String,
    /// Folded names the person goes by: given, preferred.
    pub(super) called: Vec<String>,
    /// Folded family name.
    pub(super) family: String,
    /// Birth date, if known.
    pub(super) birth_date: Option<NaiveDate>,
    /// Digits of the telephone numbers, and the folded email.
    pub(super) contacts: Vec<String>,
}

/// The same name is a twin unless the birth dates speak against it; another name is one when the birth date agrees
/// and so does the family name or what the person is called, or when a contact and the first name agree.
/// A telephone or email alone is not: families share them.
pub(super) fn likely(one: &Likeness, other: &Likeness) -> bool {
    let dates = match (one.birth_date, other.birth_date) {
        (Some(a), Some(b)) => Some(same_or_slipped(a, b)),
        _ => None,
    };
    if one.name_key == other.name_key {
        return dates.unwrap_or(true);
    }
    let called_alike = one.called.iter().any(|name| !name.is_empty() && other.called.contains(name));
    let family_alike = !one.family.is_empty() && one.family == other.family;
    let contact_shared =
        one.contacts.iter().any(|contact| !contact.is_empty() && other.contacts.contains(contact));
    match dates {
        // Twins by birth share date and family name, and are two people: one more thing must agree.
        Some(true) => called_alike && (family_alike || contact_shared),
        Some(false) => false,
        None => called_alike && contact_shared,
    }
}

/// What two records have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Alike {
    /// The same words make up the name.
    Name,
    /// The same family name, and the rest of the name is another.
    FamilyName,
    /// They are called the same, and the rest of the name is another.
    CalledAlike,
    /// The same birth date.
    BirthDate,
    /// Birth dates that differ by a slip.
    BirthDateSlipped,
    /// A telephone number or an email address.
    Contact,
}

/// What speaks for two records being one person's.
pub(super) fn alike(one: &Likeness, other: &Likeness) -> Vec<Alike> {
    let shares = |these: &[String], those: &[String]| {
        these.iter().any(|text| !text.is_empty() && those.contains(text))
    };
    let mut alike = Vec::new();
    if one.name_key == other.name_key {
        alike.push(Alike::Name);
    } else {
        if !one.family.is_empty() && one.family == other.family {
            alike.push(Alike::FamilyName);
        }
        if shares(&one.called, &other.called) {
            alike.push(Alike::CalledAlike);
        }
    }
    if let (Some(a), Some(b)) = (one.birth_date, other.birth_date) {
        alike.push(if a == b { Alike::BirthDate } else { Alike::BirthDateSlipped });
    }
    if shares(&one.contacts, &other.contacts) {
        alike.push(Alike::Contact);
    }
    alike
}

/// The same day, or day and month exchanged, or one of the three parts mistyped.
fn same_or_slipped(a: NaiveDate, b: NaiveDate) -> bool {
    let exchanged = a.year() == b.year() && a.day() == b.month() && a.month() == b.day();
    let agreeing = [a.year() == b.year(), a.month() == b.month(), a.day() == b.day()];
    exchanged || agreeing.into_iter().filter(|agrees| *agrees).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(given: &str, family: &str, born: Option<(i32, u32, u32)>, contact: &str) -> Likeness {
        let mut words = [given.to_owned(), family.to_owned()];
        words.sort();
        Likeness {
            name_key: words.join(" ").trim().to_owned(),
            called: vec![given.to_owned()],
            family: family.to_owned(),
            birth_date: born.and_then(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d)),
            contacts: vec![contact.to_owned()],
        }
    }

    #[test]
    fn the_rule_tells_people_apart() {
        let maria = person("maria", "garcia", Some((1980, 4, 3)), "5550100");
        let cases = [
            (person("maria", "garcia", None, ""), true, "same name, birth date unknown"),
            (person("garcia", "maria", Some((1980, 4, 3)), ""), true, "names the other way round"),
            (person("maria", "garcia", Some((1980, 3, 4)), ""), true, "day and month exchanged"),
            (person("maria", "garcia", Some((1980, 4, 8)), ""), true, "one digit of the day mistyped"),
            (person("maria", "garcia", Some((1955, 11, 21)), ""), false, "another Maria Garcia"),
            (person("maria", "lopez", Some((1980, 4, 3)), "5550100"), true, "married name, same number"),
            (
                person("lucia", "garcia", Some((1980, 4, 3)), "5550100"),
                false,
                "a twin sister at the same number",
            ),
            (person("pedro", "garcia", Some((2011, 1, 1)), "5550100"), false, "her son, at her number"),
            (person("maria", "lopez", None, "5550100"), true, "same first name and number"),
        ];
        for (other, twin, why) in cases {
            assert_eq!(likely(&maria, &other), twin, "{why}");
            assert_eq!(likely(&other, &maria), twin, "{why}, asked the other way round");
        }
    }
}
