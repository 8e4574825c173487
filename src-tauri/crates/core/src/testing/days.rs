//! The last days at the desk: the doors, whose record was opened, what was looked for. An audit is mostly that.

use chrono::{DateTime, Duration, FixedOffset};

use crate::audit::{Action, Outcome};
use crate::clients::{self, FindClients};
use crate::error::Result;
use crate::ids::ClientId;
use crate::notes;
use crate::practice::Practice;

use super::demonstration::on;

/// Days before today on which somebody was here.
const DAYS: i64 = 5;

/// Opens the practice every morning, looks at some clients and their notes, and locks it in the evening.
pub(super) async fn spend(
    practice: &Practice,
    clients: &[(ClientId, DateTime<FixedOffset>)],
    now: DateTime<FixedOffset>,
    random: &mut fastrand::Rng,
) -> Result<()> {
    let me = practice.actor().id;
    for back in (1..=DAYS).rev() {
        let morning = now - Duration::days(back) - Duration::minutes(150);
        if random.u8(0..3) == 0 {
            on(practice, morning).change(Action::IdentityProved).await?.end(Outcome::Failed).await?;
        }
        on(practice, morning + Duration::minutes(1)).change(Action::Unlocked).await?.commit(me).await?;
        for nth in 0..random.i64(4..8) {
            let at = morning + Duration::minutes(20 + 55 * nth + random.i64(0..30));
            let client = clients[random.usize(0..clients.len())].0.to_string();
            let seated = on(practice, at);
            if random.bool() {
                let typed = FindClients { text: "ma".to_owned(), limit: 10, ..FindClients::default() };
                clients::find(&seated, typed).await?;
            }
            clients::overview(&seated, &client).await?;
            notes::last(&seated, &client).await?;
        }
        on(practice, morning + Duration::hours(9)).change(Action::Locked).await?.commit(me).await?;
    }
    Ok(())
}
