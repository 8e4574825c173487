//! What is erased of the details, and what has to be known before.

use crate::change::Change;
use crate::erasing::Erasing;
use crate::error::Result;
use crate::ids::ClientId;
use crate::reader::Reader;

use super::put_away::RecordPlace;
use super::store;

/// What is erased: at once all but who they are, where they live and who may sign; later the rest, with the records that are part of
/// it. Another's record that names them goes on saying so.
pub(crate) const ERASING: Erasing = Erasing {
    at_once: &[
        "DELETE FROM clients_phone WHERE client IN {record}",
        "DELETE FROM clients_email WHERE client IN {record}",
        "DELETE FROM clients_fund WHERE client IN {record}",
        "DELETE FROM clients_tag WHERE client IN {record}",
        "DELETE FROM clients_custom WHERE client IN {record}",
        "DELETE FROM clients_relation WHERE client IN {record} AND NOT guardian AND NOT may_sign",
        "UPDATE clients_relation SET phone = '', email = '', note = '', emergency = 0, gets_copies = 0, other = NULL
         WHERE client IN {record}",
        "DELETE FROM clients_not_twins WHERE one IN {record} OR other IN {record}",
        "UPDATE clients_merge SET before = '{}'
         WHERE before IS NOT NULL AND (kept IN {record} OR gone IN {record})",
        "UPDATE clients_client SET preferred_name = '', pronouns = '', gender = '', language = '', occupation = '',
             gp_name = '', gp_phone = '', gp_address = '', referrer = '', notes = '', version = version + 1
         WHERE id IN {record}",
    ],
    in_time: &[
        "DELETE FROM clients_merge_moved
         WHERE merge IN (SELECT id FROM clients_merge WHERE kept IN {record} OR gone IN {record})",
        "DELETE FROM clients_merge WHERE kept IN {record} OR gone IN {record}",
        "UPDATE clients_relation SET other = NULL WHERE other IN {record}",
        "DELETE FROM clients_relation WHERE client IN {record}",
        "DELETE FROM clients_address WHERE client IN {record}",
        "DELETE FROM clients_client WHERE id IN {record}",
    ],
};

/// What two records said before they became one may lead to a record that is gone: it does no more. `?1` is that one.
pub(crate) const UNLINKING: &str = "UPDATE clients_merge
     SET before = replace(before, '\"other\":\"' || ?1 || '\"', '\"other\":\"\"')
     WHERE instr(before, ?1) > 0 AND ?1 IN {record}";

/// What has to be known of the details before a record is erased.
#[derive(Debug)]
pub(crate) struct Details {
    /// Their version.
    pub(crate) version: i32,
    /// The names of those who are guardians or may sign.
    pub(crate) guardians: Vec<String>,
    /// In how many other records they are named.
    pub(crate) named_by: i32,
}

/// Reads it.
pub(crate) async fn details(reader: &impl Reader, client: ClientId) -> Result<Details> {
    let stored = store::read(reader, client).await?;
    let relations = stored.client.to_input().relations.into_iter();
    let named_by = store::named_by(reader, client).await?.len();
    Ok(Details {
        version: stored.version,
        guardians: relations
            .filter(|person| person.guardian || person.may_sign)
            .map(|person| person.name)
            .filter(|name| !name.is_empty())
            .collect(),
        named_by: i32::try_from(named_by).unwrap_or(i32::MAX),
    })
}

/// Has what is left of a record kept for the law alone.
pub(crate) async fn only_keep(change: &mut Change, client: ClientId) -> Result<()> {
    store::lay(change, client, Some(RecordPlace::Kept)).await
}
