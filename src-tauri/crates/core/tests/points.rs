//! Points are found by everything a practitioner may have learned to call them.

use hegu_core::Error;
use hegu_core::points::{self, FindPoints, Place, PointRow};

fn find(text: &str) -> Vec<PointRow> {
    points::find(&FindPoints { text: text.to_owned(), limit: 20 })
}

fn codes(text: &str) -> Vec<String> {
    find(text).into_iter().map(|row| row.code).collect()
}

#[test]
fn a_point_is_found_by_code_synonym_pinyin_han_and_english() {
    for typed in [
        "ST36",
        "st36",
        "St 36",
        "ST-36",
        "s36",
        "st036",
        "zusanli",
        "Zú sān lǐ",
        "zu san li",
        "足三里",
        "leg three",
    ] {
        assert_eq!(codes(typed).first().map(String::as_str), Some("ST36"), "{typed}");
    }
    for (typed, code) in [
        ("UB60", "BL60"),
        ("B60", "BL60"),
        ("SJ5", "TE5"),
        ("TH5", "TE5"),
        ("TB 5", "TE5"),
        ("TW5", "TE5"),
        ("REN 4", "CV4"),
        ("RN4", "CV4"),
        ("Du20", "GV20"),
        ("DM-20", "GV20"),
        ("P6", "PC6"),
        ("LV3", "LR3"),
        ("K3", "KI3"),
        ("H7", "HT7"),
        ("HE7", "HT7"),
        ("四神聰", "EX-HN1"),
        ("四神聪", "EX-HN1"),
        ("外关", "TE5"),
        ("外關", "TE5"),
        ("exhn3", "EX-HN3"),
        ("yintang", "EX-HN3"),
        ("hegu", "LI4"),
        ("fu'ai", "SP16"),
        ("fuai", "SP16"),
    ] {
        assert_eq!(codes(typed).first().map(String::as_str), Some(code), "{typed}");
    }
}

#[test]
fn the_synonym_that_was_typed_is_named_and_the_code_is_the_who_one() {
    let by_code = find("ub 060").remove(0);
    assert_eq!((by_code.code.as_str(), by_code.matched.as_deref()), ("BL60", Some("UB60")));
    let by_name = find("renzhong").remove(0);
    assert_eq!((by_name.code.as_str(), by_name.matched.as_deref()), ("GV26", Some("Renzhong (人中)")));
    assert_eq!(find("人中").remove(0).code, "GV26");
    assert_eq!(find("bl60").remove(0).matched, None, "its own code is no synonym");
    assert_eq!(find("kunlun").remove(0).matched, None);
}

#[test]
fn the_better_answer_comes_first() {
    let sixes = codes("bl6");
    assert_eq!(sixes[0], "BL6", "the exact code");
    assert_eq!(sixes[1..9], ["BL60", "BL61", "BL62", "BL63", "BL64", "BL65", "BL66", "BL67"]);
    assert_eq!(codes("futu"), ["LI18", "ST32"], "one spelling, two points");
    let great = codes("great");
    assert!(great.len() > 3, "every name with the word");
    assert_eq!(codes("st").first().map(String::as_str), Some("ST1"), "a channel alone lists its points");
    assert!(codes("ex").iter().all(|code| code.starts_with("EX-")));
}

#[test]
fn nothing_typed_and_nonsense_find_nothing() {
    for typed in ["", "   ", "-", "BL68", "zzz", "%", "'; DROP TABLE", "\u{202e}", "🙂"] {
        assert_eq!(codes(typed), Vec::<String>::new(), "{typed:?}");
    }
    assert_eq!(
        points::find(&FindPoints { text: "ub".to_owned(), limit: -4 }).len(),
        1,
        "a limit is at least one"
    );
}

#[test]
fn every_point_is_found_first_by_its_own_code_and_among_its_own_names() {
    for channel in [
        "LU", "LI", "ST", "SP", "HT", "SI", "BL", "KI", "PC", "TE", "GB", "LR", "GV", "CV", "EX-HN", "EX-CA",
        "EX-B", "EX-UE", "EX-LE",
    ] {
        for point in points::of_channel(channel).unwrap() {
            assert_eq!(codes(&point.code)[0], point.code);
            for name in [&point.pinyin, &point.hanzi, &point.hanzi_simplified] {
                let first: Vec<String> = codes(name).into_iter().take(3).collect();
                assert!(first.contains(&point.code), "{name} finds {first:?} and not {}", point.code);
            }
        }
    }
    assert!(matches!(points::of_channel("XX"), Err(Error::NotFound)));
}

#[test]
fn a_point_says_everything_the_tables_know() {
    let point = points::read("CV17").unwrap();
    assert_eq!((point.row.pinyin.as_str(), point.row.place), ("Dànzhōng", Place::Middle));
    assert_eq!(point.other_codes, ["REN17", "RN17"]);
    assert_eq!(point.other_names, ["Tanzhong", "Shanzhong"]);
    assert_eq!(point.special, ["front-mu (PC)", "hui-meeting (qi)"]);
    assert!(point.needling.contains("sternal foramen"));
    assert_eq!(points::read("EX-B1").unwrap().region, "back");
    assert!(matches!(points::read("UB60"), Err(Error::NotFound)), "only the WHO's code names a point");
}
