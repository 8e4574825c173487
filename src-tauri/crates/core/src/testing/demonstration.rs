//! Demonstration data: a practice that looks lived in, made through the same acts a person would use.
//!
//! Everybody is invented. The same seed gives the same practice, so that screenshots can be compared. It grows with
//! each slice.

use chrono::{DateTime, Duration, FixedOffset};

use crate::clients::{
    self, AddressInput, ClientInput, EmailInput, PhoneInput, PhoneKind, RegisterClient, RelationInput,
};
use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::handouts::{self, GiveSheet, KeepSheet, PaperChoice, SheetText};
use crate::ids::ClientId;
use crate::practice::Practice;
use crate::settings::{self, MachineSettings};

use super::days;
use super::diary;
use super::histories;
use super::names::{FAMILY, GIVEN, HAN, STREETS};
use super::treatments;

/// How large a practice to make, and from which seed.
#[derive(Debug, Clone, Copy)]
pub struct Demonstration {
    /// 1 is a practice of 200 clients, 10 one of 5,000.
    pub size: u32,
    /// The same seed gives the same people.
    pub seed: u64,
}

impl Demonstration {
    /// How many clients this makes.
    pub fn clients(self) -> u32 {
        if self.size <= 1 { 200 } else { self.size * 500 }
    }
}

/// Fills a practice with clients of the last ten years, their health histories, the notes of their visits, a sheet, some
/// clients who were given it, the last days at the desk, and the diary around today.
pub async fn demonstrate(practice: &Practice, demonstration: Demonstration) -> Result<()> {
    let mut random = fastrand::Rng::with_seed(demonstration.seed);
    let now = DateTime::from_timestamp_millis(practice.now())
        .ok_or_else(|| Error::unexpected("demonstration", "no such day"))?
        .fixed_offset();
    settle(practice).await?;
    diary::set_up(practice).await?;
    let sheet = handouts::keep(&on(practice, now - Duration::days(3_000)), finding_us()).await?;
    let count = demonstration.clients();
    let mut registered = Vec::new();
    for nth in 0..count {
        // Registered in order over ten years, during the day.
        let days = 3_650 - i64::from(nth) * 3_640 / i64::from(count);
        let moment = now - Duration::days(days) + Duration::minutes(random.i64(-120..300));
        let practice = on(practice, moment);
        let client = clients::register(
            &practice,
            RegisterClient { client: person(&mut random), despite_twins: true, draft: None },
        )
        .await?;
        registered.push((ClientId::parse(&client.id)?, moment));
        if random.u8(0..10) == 0 {
            let given = GiveSheet {
                sheet: sheet.id.clone(),
                version: sheet.version,
                client: client.id,
                paper: PaperChoice::Letter,
                text_size: 14,
            };
            handouts::give(&practice, given).await?;
        }
    }
    treatments::treat(practice, &registered, now, &mut random).await?;
    days::spend(practice, &registered, now, &mut random).await?;
    diary::book(practice, &registered, now, &mut random).await?;
    histories::take_down(practice, &registered, now, &mut random).await
}

/// Says where the practice is and how it prints, as its owner would on the first day.
async fn settle(practice: &Practice) -> Result<()> {
    let mut settings = settings::read(practice, MachineSettings::default()).await?.practice;
    settings.address = "214 Cook Street, Victoria".to_owned();
    settings.phone = "250-555-0100".to_owned();
    settings.country = "CA".to_owned();
    settings.emergency_number = "911".to_owned();
    settings.paper = PaperChoice::Letter;
    settings::change_practice(practice, settings).await.map(drop)
}

pub(super) fn on(practice: &Practice, moment: DateTime<FixedOffset>) -> Practice {
    practice.at(Clock::Fixed(moment))
}

fn person(random: &mut fastrand::Rng) -> ClientInput {
    let digits = |random: &mut fastrand::Rng| format!("250-555-0{:03}", random.u16(100..200));
    let (given, family) = if random.u8(0..12) == 0 {
        let (family, given) = pick(random, &HAN);
        (given.to_owned(), family.to_owned())
    } else {
        (pick(random, &GIVEN).to_owned(), pick(random, &FAMILY).to_owned())
    };
    let known = |random: &mut fastrand::Rng, out_of_ten: u8| random.u8(0..10) < out_of_ten;
    let mut client =
        ClientInput { given_name: given.clone(), family_name: family.clone(), ..ClientInput::default() };
    if known(random, 9) {
        let (year, month, day) = (random.u16(1936..2016), random.u8(1..13), random.u8(1..29));
        client.birth_date = format!("{year}-{month:02}-{day:02}");
    }
    if known(random, 9) {
        client.phones.push(PhoneInput::new(PhoneKind::Mobile, digits(random)));
    }
    if known(random, 3) {
        client.phones.push(PhoneInput::new(PhoneKind::Home, digits(random)));
    }
    if known(random, 6) && given.is_ascii() && family.is_ascii() {
        let mailbox = format!("{given}.{family}").to_lowercase().replace([' ', '\''], "");
        client.emails = vec![EmailInput::personal(format!("{mailbox}@post.example"))];
    }
    if known(random, 5) {
        let address = format!("{} {}\nVictoria BC", random.u16(10..2_400), pick(random, &STREETS));
        client.addresses = vec![AddressInput::home(address)];
    }
    if known(random, 4) {
        let (name, phone) = (format!("{} {}", pick(random, &GIVEN), family), digits(random));
        let relation = pick(random, &["Partner", "Sister", "Son", "Mother", "Friend"]);
        client.relations = vec![RelationInput::in_emergency(name, relation, phone)];
    }
    if known(random, 3) {
        client.pronouns = pick(random, &["she/her", "he/him", "they/them"]).to_owned();
    }
    client
}

fn pick<T: Copy>(random: &mut fastrand::Rng, from: &[T]) -> T {
    from[random.usize(0..from.len())]
}

/// A sheet that says nothing clinical, so that no claim enters the demonstration.
fn finding_us() -> KeepSheet {
    let markdown = "The door is beside the bakery, one floor up. Please ring once and come in.\n\n\
        ## Getting here\n\n\
        - Bus 7 and 21 stop at Cook and May.\n\
        - There are two parking places behind the house, marked **Willow Lane**.\n\
        - A lift is to the left of the stairs.\n\n\
        ## Before you come\n\n\
        1. Eat something light.\n\
        2. Wear loose clothes.\n\
        3. Bring a list of your medicines.\n\n\
        > [!NOTE]\n\
        > If you cannot come, {{practice.phone}} takes messages day and night.\n";
    KeepSheet {
        id: None,
        version: None,
        text: SheetText {
            title: "Finding us".to_owned(),
            language: "en".to_owned(),
            author: "Ines Marlow".to_owned(),
            written: "2025-01-08".to_owned(),
            markdown: markdown.to_owned(),
        },
        draft: None,
    }
}
