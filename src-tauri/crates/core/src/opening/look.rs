//! What a folder holds, seen without any secret.

use std::fs;
use std::path::Path;

use serde::Serialize;
use specta::Type;

use crate::error::{Error, Result, Trouble};

use super::{create, vault_json};

/// What is behind the door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Nothing: a practice can be made.
    Nothing,
    /// A practice, closed.
    Closed {
        /// Its name.
        practice_name: String,
        /// Who can unlock it.
        people: Vec<PersonOnDoor>,
        /// Whether the log-in of the computer opens it, where its only person chose so.
        computer_unlock: bool,
    },
    /// Something that cannot be opened as it stands.
    Trouble(Trouble),
}

/// Somebody who can unlock the practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PersonOnDoor {
    /// The person's id.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Letters behind the name; may be empty.
    pub credentials: String,
}

/// Looks at a folder. Also clears away what an interrupted [`create`](super::create) left, which no practice ever
/// was.
pub fn look(folder: &Path) -> Result<Standing> {
    create::clear_unfinished(folder)?;
    if !has_anything(folder) {
        return Ok(Standing::Nothing);
    }
    match vault_json::read(folder) {
        Ok(vault) => {
            let database = folder.join("db").join(vault.database().file());
            if !database.exists() {
                return Ok(Standing::Trouble(Trouble::DatabaseMissing { folder: folder.to_path_buf() }));
            }
            let people = vault.people().iter().filter(|slot| slot.status() == hegu_vault::Status::Active);
            Ok(Standing::Closed {
                practice_name: vault.practice().to_owned(),
                computer_unlock: vault.computer_unlock().is_some(),
                people: people
                    .map(|slot| PersonOnDoor {
                        id: slot.id().to_owned(),
                        name: slot.name().to_owned(),
                        credentials: slot.credentials().to_owned(),
                    })
                    .collect(),
            })
        }
        Err(Error::Trouble(trouble)) => Ok(Standing::Trouble(trouble)),
        Err(other) => Err(other),
    }
}

/// Whether the folder holds anything of a practice. Other files in it do not make one, and neither does an empty
/// folder that somebody made beforehand.
fn has_anything(folder: &Path) -> bool {
    let holds = |name: &str| {
        let path = folder.join(name);
        path.is_file() || fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_some())
    };
    ["vault.json", "vault.json.1", "db", "att"].into_iter().any(holds)
}
