//! Guesses at a passphrase: only the one that was typed opens, in whatever form a keyboard sends it.

#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

use hegu_core::opening::{self, Unlock};
use hegu_core::testing::{self, PASSPHRASE, Tally, rounds};
use hegu_core::{Error, Practice};
use hegu_vault::{KdfBounds, KdfCost, NewVault, Opened, Passphrase, VaultError, VaultFile};
use unicode_normalization::UnicodeNormalization;

/// Letters of many scripts, marks that stand alone and that join, spaces of several widths, and emoji.
const LETTERS: &str = "abcXYZ019 -_éèüßçñøåæœłžİıſﬁ①²½ＡｂÅΩλωжЖяҐأبتﻻשלוםकिम中文針灸がﾊﾟ한글ก็\u{301}\u{308}\u{200d}\u{a0}\u{3000}😀👩‍🦰";

/// As keyboards and programs send the same text; the third decides.
fn forms(text: &str) -> [String; 4] {
    [text.nfc().collect(), text.nfd().collect(), text.nfkc().collect(), text.nfkd().collect()]
}

fn letter(random: &mut fastrand::Rng) -> char {
    let letters: Vec<char> = LETTERS.chars().collect();
    letters[random.usize(0..letters.len())]
}

struct Made {
    file: VaultFile,
    random: fastrand::Rng,
}

impl Made {
    fn open(&self, passphrase: &str) -> Result<Opened, VaultError> {
        let passphrase = Passphrase::new(passphrase.to_owned());
        hegu_vault::unlock(&self.file, "owner", &passphrase, None, &KdfBounds::quick())
    }

    /// A practice whose passphrase is this one.
    fn with(passphrase: &str, random: fastrand::Rng) -> Self {
        let typed = Passphrase::new(passphrase.to_owned());
        let new = NewVault {
            practice: "Willow Lane".to_owned(),
            owner_id: "owner".to_owned(),
            owner_name: "Ines".to_owned(),
            credentials: String::new(),
            passphrase: &typed,
            cost: KdfCost::quick(),
            created_ms: 0,
            min_app: "0.1.0".to_owned(),
            database_file: "a.db".to_owned(),
        };
        let (file, ..) = hegu_vault::create(new).expect("a vault");
        Self { file, random }
    }

    /// The passphrase with one small slip in it.
    fn slip(&mut self, passphrase: &str) -> String {
        let mut letters: Vec<char> = passphrase.chars().collect();
        let other = letter(&mut self.random);
        let at = self.random.usize(0..letters.len());
        match self.random.u8(0..5) {
            0 => letters[at] = other,
            1 => letters.insert(at, other),
            2 => drop(letters.remove(at)),
            3 => letters.push(' '),
            _ => {
                let with = self.random.usize(0..letters.len());
                letters.swap(at, with);
            }
        }
        letters.into_iter().collect()
    }
}

#[test]
fn no_near_miss_opens_and_every_form_of_the_right_one_does() {
    let mut random = fastrand::Rng::with_seed(7);
    let mut tally = Tally::of("A passphrase with one slip in it");
    for _ in 0..rounds(40, 1_000) {
        let length = random.usize(1..24);
        let passphrase: String = (0..length).map(|_| letter(&mut random)).collect();
        let mut made = Made::with(&passphrase, random.fork());
        let right = forms(&passphrase);
        for form in &right {
            assert!(made.open(form).is_ok(), "{passphrase:?} as {form:?}");
        }
        for _ in 0..10 {
            let near = made.slip(&passphrase);
            if forms(&near)[2] == right[2] {
                continue;
            }
            tally.add(1);
            assert_eq!(
                made.open(&near).err(),
                Some(VaultError::WrongPassphrase),
                "{passphrase:?} by {near:?}"
            );
        }
    }
}

#[tokio::test]
async fn ten_thousand_characters_are_tried_like_any_others_and_open_nothing() {
    let around = tempfile::tempdir().expect("a temporary folder");
    let premises = testing::premises(around.path());
    let practice: Practice = testing::create(&premises).await.expect("a practice");
    let person = practice.actor().id.to_string();
    practice.lock().await.expect("it closes");
    for long in [PASSPHRASE.repeat(323), "針".repeat(10_000), format!("{PASSPHRASE}{}", " ".repeat(10_000))]
    {
        let tried = opening::unlock(&premises, Unlock { person: person.clone(), passphrase: long }).await;
        assert!(matches!(tried, Err(Error::WrongPassphrase { .. })), "{tried:?}");
    }
    let right = Unlock { person, passphrase: PASSPHRASE.to_owned() };
    opening::unlock(&premises, right).await.expect("and the right one opens");
}
