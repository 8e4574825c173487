//! Whatever is typed into a record comes back as it was typed, or is refused at its field.

use hegu_core::clients::{self, ClientInput, CustomKind, CustomValue, DefineField, DefineFields};
use hegu_core::correspondence::{
    self, CorrespondenceInput, CorrespondenceKind, KeepCorrespondence, StrikeCorrespondence,
};
use hegu_core::handouts::{self, KeepSheet, SheetText};
use hegu_core::notes::{self, AddAddendum, NoteText, PinWords, PinnedFrom, Seal};
use hegu_core::retention::{self, CountedFrom, HoldRecord, KeepRule};
use hegu_core::testing::TestPractice;
use hegu_core::{Error, Practice};

use crate::hostile::{KEPT, at, refused};
use crate::twice::{found, named, record, register};
use crate::written::{needled, note, sign};

fn entry(client: &str, text: &str) -> KeepCorrespondence {
    let entry = CorrespondenceInput {
        kind: CorrespondenceKind::PhoneCall,
        day: "2026-05-12".to_owned(),
        text: text.to_owned(),
        clinical: false,
        follow_up: String::new(),
    };
    KeepCorrespondence { id: None, version: None, client: client.to_owned(), entry, draft: None }
}

fn written(words: &str) -> NoteText {
    let all = || words.to_owned();
    NoteText { subjective: all(), objective: all(), assessment: all(), plan: all(), ..note() }
}

fn pin(note: &str, text: &str) -> PinWords {
    PinWords { note: note.to_owned(), from: PinnedFrom::Plan, text: text.to_owned() }
}

fn hold(client: &str, reason: &str) -> HoldRecord {
    HoldRecord { client: client.to_owned(), reason: reason.to_owned() }
}

fn rule(name: &str, source: &str, doubt: &str) -> KeepRule {
    KeepRule {
        id: None,
        version: None,
        name: name.to_owned(),
        years: 7,
        child_until: None,
        counted_from: CountedFrom::LastEntry,
        source: source.to_owned(),
        doubt: doubt.to_owned(),
    }
}

fn sheet(title: &str, author: &str, markdown: &str) -> KeepSheet {
    let text = SheetText {
        title: title.to_owned(),
        language: "en".to_owned(),
        author: author.to_owned(),
        markdown: markdown.to_owned(),
        ..SheetText::default()
    };
    KeepSheet { id: None, version: None, text, draft: None }
}

fn field(name: &str) -> DefineField {
    DefineField { id: None, name: name.to_owned(), kind: CustomKind::Line, choices: vec![] }
}

async fn define(practice: &Practice, names: &[&str]) -> Result<Vec<clients::CustomField>, Error> {
    let fields = names.iter().map(|name| field(name)).collect();
    clients::define_fields(practice, DefineFields { fields }).await
}

#[tokio::test]
async fn words_of_a_record_come_back_as_they_were_typed() {
    let practice = TestPractice::make().await.unwrap();
    let fields = define(&practice, &KEPT).await.unwrap();
    assert_eq!(fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>(), KEPT);
    for ((words, field), nth) in KEPT.iter().zip(&fields).zip('A'..) {
        let name = format!("Margaret {nth}");
        let custom = vec![CustomValue { field: field.id.clone(), value: (*words).to_owned() }];
        let client = ClientInput { custom: custom.clone(), ..named(&name, "") };
        let id = register(&practice, client).await;
        assert_eq!(record(&practice, &id).await.custom, custom, "{words}");
        assert!(found(&practice, words).await.contains(&name), "{words} finds whose record says it");

        let kept = correspondence::keep(&practice, entry(&id, words)).await.unwrap();
        let struck =
            StrikeCorrespondence { id: kept.id.clone(), version: kept.version, reason: (*words).to_owned() };
        correspondence::strike(&practice, struck).await.unwrap();
        let read = correspondence::read(&practice, &kept.id).await.unwrap();
        assert_eq!(read.entry.text, *words);
        assert_eq!(read.struck.as_deref(), Some(*words));

        let signed = notes::sign(&practice, sign(&id, written(words))).await.unwrap();
        let add = AddAddendum { note: signed.id.clone(), text: (*words).to_owned(), draft: None };
        notes::add_addendum(&practice, add).await.unwrap();
        let read = notes::open(&practice, &signed.id).await.unwrap();
        let sections =
            [&read.subjective, &read.objective, &read.assessment, &read.plan, &read.addenda[0].text];
        assert_eq!(sections, [words; 5]);
        assert_eq!(read.seal, Seal::Verified, "{words}");
        let pinned = notes::pin(&practice, pin(&signed.id, words)).await.unwrap();
        assert_eq!(notes::pins(&practice, &id).await.unwrap(), std::slice::from_ref(&pinned.pin));
        assert_eq!(pinned.pin.text, *words);

        retention::hold(&practice, hold(&id, words)).await.unwrap();
        let keeping = retention::keeping(&practice, &id).await.unwrap();
        assert_eq!(keeping.holds[0].reason.as_deref(), Some(*words));
        let rules = retention::keep_rule(&practice, rule(words, words, words)).await.unwrap();
        let said = |rule: &retention::RetentionRule| [&rule.name, &rule.source, &rule.doubt] == [words; 3];
        assert!(rules.iter().any(said), "{words}");

        let kept = handouts::keep(&practice, sheet(words, words, words)).await.unwrap();
        let text = handouts::open(&practice, &kept.id).await.unwrap().text;
        assert_eq!([text.title.as_str(), &text.author, &text.markdown], [*words; 3]);
        let listed = handouts::list(&practice).await.unwrap();
        assert!(listed.iter().any(|row| row.title == *words), "{words}");
    }
}

#[tokio::test]
async fn what_nobody_can_read_is_refused_at_its_field_of_a_record() {
    let practice = TestPractice::make().await.unwrap();
    let id = register(&practice, named("Margaret", "")).await;
    let signed = notes::sign(&practice, sign(&id, note())).await.unwrap();
    let kept = correspondence::keep(&practice, entry(&id, "Rang")).await.unwrap();
    let fields = define(&practice, &["Number"]).await.unwrap();
    for words in refused() {
        at("text", correspondence::keep(&practice, entry(&id, &words)).await);
        let struck =
            StrikeCorrespondence { id: kept.id.clone(), version: kept.version, reason: words.clone() };
        at("reason", correspondence::strike(&practice, struck).await);
        for section in ["subjective", "objective", "assessment", "plan"] {
            at(section, notes::sign(&practice, sign(&id, written(&words))).await);
        }
        let add = AddAddendum { note: signed.id.clone(), text: words.clone(), draft: None };
        at("text", notes::add_addendum(&practice, add).await);
        at("reason", retention::hold(&practice, hold(&id, &words)).await);
        at("name", retention::keep_rule(&practice, rule(&words, "", "")).await);
        at("source", retention::keep_rule(&practice, rule("A", &words, "")).await);
        at("doubt", retention::keep_rule(&practice, rule("A", "", &words)).await);
        at("title", handouts::keep(&practice, sheet(&words, "", "Rest")).await);
        at("author", handouts::keep(&practice, sheet("After", &words, "Rest")).await);
        at("markdown", handouts::keep(&practice, sheet("After", "", &words)).await);
        at("fields.0.name", define(&practice, &[&words]).await);
        let custom = vec![CustomValue { field: fields[0].id.clone(), value: words.clone() }];
        let client = ClientInput { custom, ..named("Ana", "") };
        let register = clients::RegisterClient { client, despite_twins: true, draft: None };
        at(&format!("custom.{}", fields[0].id), clients::register(&practice, register).await);
    }
    for code in KEPT {
        let points = vec![needled(code, notes::Side::Both, 1)];
        let refused = notes::sign(&practice, sign(&id, NoteText { points, ..note() })).await;
        assert!(matches!(refused, Err(Error::Invalid(_))), "no point is called {code}");
    }
    assert_eq!(notes::pins(&practice, &id).await.unwrap(), []);
    let elsewhere = notes::pin(&practice, pin(&signed.id, KEPT[0])).await;
    assert!(matches!(elsewhere, Err(Error::Invalid(_))), "only what the note says is pinned");
}
