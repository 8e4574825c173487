//! A practice that several processes open after each other, and the acts on its keys that one of them is killed at.

mod acknowledged;
mod acts;

use std::path::Path;

use hegu_core::opening::{self, Premises, Standing, Unlock};
use hegu_core::testing::{self, PASSPHRASE};
use hegu_core::{IdSource, Practice, Result};

pub use acknowledged::is_kept;
pub use acts::{Act, OTHER, Secret, Way, opens, register};
pub use hegu_core::testing::{Tally, rounds};

/// Where the practice is. Every process counts from one, so ids are random here.
pub(crate) fn premises(around: &Path) -> Premises {
    Premises { ids: IdSource::Random, ..testing::premises(around) }
}

/// Makes the practice in a folder and closes it.
///
/// # Errors
/// What the core says.
pub async fn create(around: &Path) -> Result<()> {
    testing::create(&premises(around)).await?.lock().await
}

/// Opens it.
///
/// # Errors
/// What the core says, and [`hegu_core::Error::NotFound`] when there is no closed practice.
pub async fn unlock(around: &Path) -> Result<Practice> {
    let premises = premises(around);
    let Standing::Closed { people, .. } = opening::look(&premises.folder)? else {
        return Err(hegu_core::Error::NotFound);
    };
    let person = people.first().map(|person| person.id.clone()).unwrap_or_default();
    opening::unlock(&premises, Unlock { person, passphrase: PASSPHRASE.to_owned() }).await
}
