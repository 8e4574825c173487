//! A practice that is there before the window opens, made by the core as a person would have.

use hegu_core::clock::Clock;
use hegu_core::opening::{self, Effort, NewPractice, Premises, Standing, TypedBack, Unlock};
use hegu_core::people::Keyring;
use hegu_core::testing::{self, PASSPHRASE};
use hegu_core::{Error, IdSource, Practice};
use hegu_vault::{KdfBounds, KdfCost};

use super::machine::Machine;
use super::wait::until;

/// A closed practice on a machine: Ines Marlow's Willow Lane Acupuncture, under [`PASSPHRASE`].
#[derive(Debug)]
pub struct Seeded {
    /// The nine groups of its recovery sheet.
    pub recovery_code: Vec<String>,
}

impl Seeded {
    /// Makes it, fills it, and closes it.
    ///
    /// # Panics
    /// When that fails.
    pub fn with<F>(machine: &Machine, fill: impl FnOnce(Practice) -> F) -> Self
    where
        F: Future<Output = hegu_core::Result<()>>,
    {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.unwrap_or_else(|error| panic!("{error}"));
        testing::without_memory_locks();
        let made = runtime.block_on(async {
            let (practice, recovery_code) = create(&premises(machine)).await?;
            fill(practice.clone()).await?;
            practice.lock().await?;
            Ok::<_, hegu_core::Error>(Self { recovery_code })
        });
        made.unwrap_or_else(|error| panic!("a practice for the window: {error}"))
    }

    /// Makes it empty.
    ///
    /// # Panics
    /// When that fails.
    #[must_use]
    pub fn empty(machine: &Machine) -> Self {
        Self::with(machine, async |_| Ok(()))
    }
}

/// The practice of a machine, opened by another process than the program's: the test's own. Dropping it closes it.
#[derive(Debug)]
pub struct OpenElsewhere(#[expect(dead_code, reason = "held open, and closed by being dropped")] Practice);

impl OpenElsewhere {
    /// Opens it.
    ///
    /// # Errors
    /// What the core says, for example that another process has it open.
    pub fn open(machine: &Machine) -> hegu_core::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| Error::Unexpected { doing: "start", source: error.into() })?;
        let premises = premises(machine);
        let Standing::Closed { people, .. } = opening::look(&premises.folder)? else {
            return Err(Error::NotFound);
        };
        let person = people.first().map(|person| person.id.clone()).unwrap_or_default();
        let unlock = Unlock { person, passphrase: PASSPHRASE.to_owned() };
        runtime.block_on(opening::unlock(&premises, unlock)).map(Self)
    }

    /// Opens it as soon as the program has let go of it.
    ///
    /// # Panics
    /// When the program never does.
    #[track_caller]
    #[must_use]
    pub fn when_closed(machine: &Machine) -> Self {
        until(|| Self::open(machine).map_err(|error| error.to_string()))
            .unwrap_or_else(|error| panic!("the practice stays open: {error}"))
    }
}

/// The real clock and ids, because the program goes on with them, and the cheapest passphrase that it accepts.
fn premises(machine: &Machine) -> Premises {
    let cheapest = KdfCost::candidates().into_iter().min_by_key(|cost| cost.memory_kib);
    Premises {
        folder: machine.practice(),
        clock: Clock::System,
        ids: IdSource::Random,
        effort: Effort { bounds: KdfBounds::shipped(), cost: cheapest },
        keyring: Keyring::Absent,
    }
}

async fn create(premises: &Premises) -> hegu_core::Result<(Practice, Vec<String>)> {
    let input = NewPractice {
        practice_name: "Willow Lane Acupuncture".to_owned(),
        owner_name: "Ines Marlow".to_owned(),
        credentials: "R.Ac.".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
        passphrase_again: PASSPHRASE.to_owned(),
    };
    let prepared = opening::prepare(premises, input).await?;
    let sheet = prepared.sheet();
    let typed = sheet.ask.iter().map(|asked| sheet.groups[usize::from(*asked) - 1].clone()).collect();
    let practice = opening::create(premises, &prepared, TypedBack { groups: typed }).await?;
    Ok((practice, sheet.groups.clone()))
}
