//! What becomes of the histories when two records of one person become one, and two again.

use crate::attached::Attached;
use crate::change::Change;
use crate::dated::Dated;
use crate::erasing::Erasing;
use crate::error::{Error, Result};
use crate::ids::ClientId;
use crate::practice::Practice;
use crate::reader::Reader;

use super::model::HealthHistory;
use super::store;

/// A whole history, which goes along where the other record has none.
pub(crate) const ATTACHED: [Attached; 2] =
    [Attached { key: "version", ..Attached::all("health_version") }, Attached::all("health_review")];

/// The days on which a history was taken down or gone through.
pub(crate) const DATED: [Dated; 2] = [
    Dated {
        table: "health_version",
        client: "client",
        day: "date(saved_at / 1000, 'unixepoch')",
        which: "TRUE",
        visit: false,
    },
    Dated {
        table: "health_review",
        client: "client",
        day: "date(reviewed_at / 1000, 'unixepoch')",
        which: "taken_back_at IS NULL",
        visit: false,
    },
];

/// What is erased: the history stays as long as the record.
pub(crate) const ERASING: Erasing = Erasing {
    at_once: &[],
    in_time: &[
        "DELETE FROM health_review WHERE client IN {record}",
        "DELETE FROM health_version WHERE client IN {record}",
    ],
};

/// How often a history was saved; 0 where nothing was taken down.
pub(crate) async fn version_of(reader: &impl Reader, client: ClientId) -> Result<i32> {
    Ok(store::latest_of(reader, &[client]).await?.pop().map_or(0, |stored| stored.version))
}

/// What a history says; nothing at all where none was taken down.
pub(crate) async fn history_of(reader: &impl Reader, client: ClientId) -> Result<HealthHistory> {
    Ok(store::latest_of(reader, &[client]).await?.pop().map(|stored| stored.history).unwrap_or_default())
}

/// Saves what two histories say together as the next version of the one; nothing where it says that already. Answers its
/// version then.
pub(crate) async fn unite(
    practice: &Practice,
    change: &mut Change,
    client: ClientId,
    together: &HealthHistory,
) -> Result<i32> {
    let together = together.validate(practice.today())?;
    let stored = store::latest_of(change, &[client]).await?.pop().ok_or(Error::NotFound)?;
    if stored.history == together {
        return Ok(stored.version);
    }
    store::insert(change, client, stored.version + 1, &together).await?;
    Ok(stored.version + 1)
}

/// Whether somebody saved the history, or went through it, since it had a version at an instant (UTC milliseconds).
pub(crate) async fn changed_since(
    reader: &impl Reader,
    client: ClientId,
    version: i32,
    instant: i64,
) -> Result<bool> {
    let reviews = store::reviews_before(reader, client, i64::MAX).await?;
    Ok(version_of(reader, client).await? != version
        || reviews.iter().any(|review| review.reviewed_at > instant))
}

/// Saves an earlier version as the newest; 0 for a history that says nothing. Where there is none at all, none is made.
pub(crate) async fn say_again(change: &mut Change, client: ClientId, version: i32) -> Result<()> {
    let newest = version_of(change, client).await?;
    if newest == 0 {
        return Ok(());
    }
    let earlier = match version {
        0 => HealthHistory::default(),
        version => store::version(change, client, version).await?.ok_or(Error::NotFound)?.history,
    };
    store::insert(change, client, newest + 1, &earlier).await
}
