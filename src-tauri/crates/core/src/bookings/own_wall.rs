//! Hangs up the clinic's wall clock when the practice is opened.

use crate::error::Result;
use crate::practice::Practice;

use super::store;
use super::wall::zone_named;

/// From here on the practice counts days by the zone it keeps, wherever the computer was taken. A zone that this program does
/// not know is said where the diary is asked for, and keeps nobody out.
pub(crate) async fn hang_up_wall(practice: &Practice) -> Result<()> {
    if let Some(zone) = store::zone(practice).await?.as_deref().and_then(zone_named) {
        practice.keep_to(zone);
    }
    Ok(())
}
