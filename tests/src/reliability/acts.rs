//! Everything that replaces the key file, done once by a process of its own.

use std::path::Path;

use hegu_core::backup;
use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::keys::{self, ChangePassphrase, ResetPassphrase};
use hegu_core::opening::{
    self, BackupSecret, BackupSource, Standing, TypedBack, Unlock, UnlockWithRecoveryCode,
};
use hegu_core::people::{self, AddPerson, RemovePerson, Role};
use hegu_core::testing::{self, PASSPHRASE, called};
use hegu_core::{Error, Practice, Result};

use crate::power_cut::Disk;
use crate::project::Project;

use super::{premises, unlock};

/// A passphrase of Jun's, strong enough where no keyring helps it.
const JUN: &str = "timber quartz saddle linen osprey";
/// One of Grace's.
const GRACE: &str = "mango pillar rivet clover basalt";
/// What a passphrase is changed to.
pub const OTHER: &str = "granite walnut hover lantern tide";

/// Something that is done to people or keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// The practice is made.
    Create,
    /// Lena is added.
    Add,
    /// Ines changes her passphrase.
    Change,
    /// Jun's passphrase is reset.
    Reset,
    /// Grace is suspended.
    Suspend,
    /// Grace is removed, and the master key replaced.
    Remove,
    /// The master key is replaced.
    Rotate,
    /// A new recovery sheet takes the place of the old.
    Renew,
    /// Ines, who has lost her passphrase, opens the practice with the recovery code.
    Recover,
    /// A backup is made.
    BackUp,
    /// Ines, who has changed her passphrase since, goes back to a backup from before.
    Restore,
    /// Ines opens a practice that an earlier program made, and it is brought up to this one.
    BringUp,
}

/// What somebody may have in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Secret {
    /// A passphrase.
    Passphrase(&'static str),
    /// The code on a recovery sheet.
    Code(String),
}

/// Somebody's name and what they have.
pub type Way = (&'static str, Secret);

const INES: (&str, &str) = ("Ines Marlow", PASSPHRASE);
const INES_AFTER: (&str, &str) = ("Ines Marlow", OTHER);
const JUN_BEFORE: (&str, &str) = ("Jun Mori", JUN);
const JUN_AFTER: (&str, &str) = ("Jun Mori", OTHER);
const GRACE_HERE: (&str, &str) = ("Grace Tan", GRACE);
const LENA: (&str, &str) = ("Lena Vogt", OTHER);

impl Act {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Create,
        Self::Add,
        Self::Change,
        Self::Reset,
        Self::Suspend,
        Self::Remove,
        Self::Rotate,
        Self::Renew,
        Self::Recover,
        Self::BackUp,
        Self::Restore,
        Self::BringUp,
    ];

    /// How many clients there are before it and after it.
    #[must_use]
    pub fn clients(self) -> u8 {
        match self {
            Self::Create => 0,
            Self::BringUp => 3,
            _ => 1,
        }
    }

    /// What opens the practice before it and after it, and nothing else does, with the code of the recovery sheet that
    /// is in force then.
    #[must_use]
    pub fn ways(self, code_before: &str, code_after: &str) -> [Vec<Way>; 2] {
        let all = vec![INES, JUN_BEFORE, GRACE_HERE];
        let [before, after] = match self {
            Self::Create => [vec![], vec![INES]],
            Self::BringUp => [vec![INES], vec![INES]],
            Self::Add => [all.clone(), vec![INES, JUN_BEFORE, GRACE_HERE, LENA]],
            Self::Change | Self::Recover => [all, vec![INES_AFTER, JUN_BEFORE, GRACE_HERE]],
            Self::Reset => [all, vec![INES, JUN_AFTER, GRACE_HERE]],
            Self::Suspend | Self::Remove => [all, vec![INES, JUN_BEFORE]],
            Self::Rotate | Self::Renew | Self::BackUp => [all.clone(), all],
            Self::Restore => [vec![INES_AFTER, JUN_BEFORE, GRACE_HERE], all],
        };
        let with_code = |ways: Vec<(&'static str, &'static str)>, code: &str| -> Vec<Way> {
            let passphrases = ways.into_iter().map(|(name, words)| (name, Secret::Passphrase(words)));
            let code = (!code.is_empty()).then(|| ("Ines Marlow", Secret::Code(code.to_owned())));
            passphrases.chain(code).collect()
        };
        [with_code(before, code_before), with_code(after, code_after)]
    }

    /// What the folder holds when it begins: nothing, or a practice of three with a client. Answers with the code of
    /// its recovery sheet.
    ///
    /// # Errors
    /// What the core says.
    pub async fn prepare(self, around: &Path) -> Result<String> {
        match self {
            Self::Create => return Ok(String::new()),
            Self::BringUp => {
                let earlier = Project::root().join("src-tauri/crates/core/tests/schemas/0004/practice");
                let copied = Disk::read(&earlier).and_then(|disk| disk.write(&premises(around).folder));
                copied.map_err(|error| Error::Unexpected { doing: "copy", source: error.into() })?;
                return Ok(String::new());
            }
            _ => {}
        }
        let practice = testing::create(&premises(around)).await?;
        for (name, passphrase, role) in
            [("Jun Mori", JUN, Role::Practitioner), ("Grace Tan", GRACE, Role::Receptionist)]
        {
            add(&practice, name, passphrase, role).await?;
        }
        register(&practice, "Margaret").await?;
        let code = renew(&practice).await?;
        if self == Self::Restore {
            backup::make(&practice, |_, _| {}).await?;
            change_own(&practice).await?;
        }
        practice.lock().await?;
        Ok(code)
    }

    /// Opens the practice for it, or makes it. The code is the one on the recovery sheet.
    ///
    /// # Errors
    /// What the core says.
    pub async fn open(self, around: &Path, code: &str) -> Result<Practice> {
        match self {
            Self::Create => testing::create(&premises(around)).await,
            Self::Recover => recover(around, code).await,
            Self::Restore => restore(around).await,
            _ => unlock(around).await,
        }
    }

    /// Does what is still to be done in the open practice; the answer is the code that is in force afterwards.
    ///
    /// # Errors
    /// What the core says.
    pub async fn perform(self, practice: &Practice, code: &str) -> Result<String> {
        let again = || OTHER.to_owned();
        match self {
            Self::Create | Self::Recover | Self::Restore | Self::BringUp => {}
            Self::Add => add(practice, "Lena Vogt", OTHER, Role::Associate).await?,
            Self::Change => change_own(practice).await?,
            Self::BackUp => drop(backup::make(practice, |_, _| {}).await?),
            Self::Reset => {
                let id = id_of(practice, "Jun Mori").await?;
                let reset = ResetPassphrase { id, passphrase: again(), passphrase_again: again() };
                keys::reset_passphrase(practice, reset).await?;
            }
            Self::Suspend => drop(people::suspend(practice, &id_of(practice, "Grace Tan").await?).await?),
            Self::Remove => {
                let id = id_of(practice, "Grace Tan").await?;
                people::remove(practice, RemovePerson { id, rotate: true }).await?;
            }
            Self::Rotate => keys::rotate(practice).await?,
            Self::Renew => return renew(practice).await,
        }
        Ok(code.to_owned())
    }
}

/// Registers somebody.
///
/// # Errors
/// What the core says.
pub async fn register(practice: &Practice, name: &str) -> Result<()> {
    let client = ClientInput { given_name: name.to_owned(), ..ClientInput::default() };
    clients::register(practice, RegisterClient { client, despite_twins: true, draft: None }).await.map(drop)
}

/// Tries to open the practice in this way.
///
/// # Errors
/// What the core says.
pub async fn opens(around: &Path, (name, secret): &Way) -> Result<Practice> {
    match secret {
        Secret::Passphrase(passphrase) => {
            let person = at_door(around, name)?;
            let passphrase = (*passphrase).to_owned();
            opening::unlock(&premises(around), Unlock { person, passphrase }).await
        }
        Secret::Code(code) => recover(around, code).await,
    }
}

async fn recover(around: &Path, code: &str) -> Result<Practice> {
    let input = UnlockWithRecoveryCode {
        code: code.to_owned(),
        new_passphrase: OTHER.to_owned(),
        new_passphrase_again: OTHER.to_owned(),
    };
    opening::recover(&premises(around), input).await
}

async fn restore(around: &Path) -> Result<Practice> {
    let premises = premises(around);
    let backup = backup::at_door(&premises.folder)?.into_iter().next().ok_or(Error::NotFound)?.folder;
    let secret = BackupSecret::Passphrase { passphrase: PASSPHRASE.to_owned() };
    let brought = opening::bring_in(&premises, BackupSource::Here(backup), secret).await?;
    opening::switch_to(&premises, brought).await
}

async fn change_own(practice: &Practice) -> Result<()> {
    let (new, new_again) = (OTHER.to_owned(), OTHER.to_owned());
    keys::change_passphrase(practice, ChangePassphrase { old: PASSPHRASE.to_owned(), new, new_again }).await
}

async fn add(practice: &Practice, name: &str, passphrase: &str, role: Role) -> Result<()> {
    let (passphrase, passphrase_again) = (passphrase.to_owned(), passphrase.to_owned());
    let person = called(name);
    people::add(practice, AddPerson { person, role, passphrase, passphrase_again }).await.map(drop)
}

/// Puts a new sheet in force, as typed back from the paper, and gives its code.
async fn renew(practice: &Practice) -> Result<String> {
    let prepared = keys::prepare_sheet(practice).await?;
    let sheet = prepared.sheet();
    let asked = |number: &u8| sheet.groups.get(usize::from(*number) - 1).cloned();
    let typed = TypedBack { groups: sheet.ask.iter().filter_map(asked).collect() };
    keys::renew_sheet(practice, &prepared, typed).await?;
    Ok(sheet.groups.join(" "))
}

/// The id of somebody at the door.
fn at_door(around: &Path, name: &str) -> Result<String> {
    let Standing::Closed { people, .. } = opening::look(&premises(around).folder)? else {
        return Err(Error::NotFound);
    };
    people.into_iter().find(|person| person.name == name).map(|person| person.id).ok_or(Error::NotFound)
}

/// The id of somebody who works here.
async fn id_of(practice: &Practice, name: &str) -> Result<String> {
    let people = people::list(practice).await?;
    people
        .people
        .into_iter()
        .find(|person| person.name == name)
        .map(|person| person.id)
        .ok_or(Error::NotFound)
}
