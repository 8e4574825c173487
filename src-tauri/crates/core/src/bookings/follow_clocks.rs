//! Keeps every visit at its time of day where the rules of the clocks have changed.
//!
//! A government changes them, and a later version of the program knows. What was promised is the time on the wall: of what is
//! to come the instant, from which clashes and ends are told, is derived again whenever the practice is opened.

use chrono::Days;

use crate::audit::{Action, Outcome};
use crate::error::Result;
use crate::practice::Practice;

use super::store;
use super::wall::{OnTheWall, instant_of, zone_named};

/// Every visit to come begins when its wall says. One at a time that is left out now stays at its instant, and one at a time
/// that comes twice now is the earlier.
pub(crate) async fn follow_clocks(practice: &Practice) -> Result<()> {
    let yesterday = practice.today() - Days::new(1);
    let told = store::told_by_clocks(practice, yesterday.and_time(chrono::NaiveTime::MIN)).await?;
    let moved = told.into_iter().filter_map(|(id, wall, zone, start)| {
        let at = match instant_of(wall, zone_named(&zone)?) {
            OnTheWall::Once(at) => at,
            OnTheWall::Twice { later, .. } if start == later => later,
            OnTheWall::Twice { earlier, .. } => earlier,
            OnTheWall::Never => start,
        };
        (at != start).then_some((id, at - start, zone))
    });
    let moved: Vec<_> = moved.collect();
    if moved.is_empty() {
        return Ok(());
    }
    let mut change = practice.change(Action::ClocksFollowed).await?;
    change.note("visits", moved.len());
    for (id, by_ms, zone) in moved {
        store::shift(&mut change, id, by_ms, &zone).await?;
    }
    change.end(Outcome::Done).await
}
