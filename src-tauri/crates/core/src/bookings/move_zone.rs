//! Takes the clinic's wall clock to another zone, for a practice that moves.

use chrono_tz::Tz;
use serde::Deserialize;
use specta::Type;

use crate::audit::{Action, Outcome};
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::people::Permission;
use crate::practice::Practice;

use super::obstacle::{Obstacle, ObstacleKind};
use super::setup::{self, DiarySetup};
use super::store;
use super::wall::{OnTheWall, instant_of, zone_named};

/// The zone to move to.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct MoveZone {
    /// Its IANA name.
    pub zone: String,
    /// What begins after this time on the clinic's wall moves: "2026-05-12T10:57". Undo names the same, because an hour
    /// that is to come here may be over there.
    pub from: String,
}

/// Every visit from a time on keeps its time of day, now in the other zone; what was before it stays when it was. A visit at
/// a time that the clocks leave out there is [`Error::InTheWay`] and moves nothing; one that comes twice is the earlier.
pub async fn move_zone(practice: &Practice, input: MoveZone) -> Result<DiarySetup> {
    practice.permit(Permission::ChangePractice).await?;
    let mut checks = Checks::default();
    let zone = zone_named(&input.zone);
    if zone.is_none() {
        checks.note("zone", FieldProblem::UnknownValue);
    }
    let from = checks.wall("from", &input.from);
    checks.finish()?;
    let (Some(zone), Some(from)) = (zone, from) else {
        return Err(Error::unexpected("the zone of the clinic", "a field without a problem"));
    };
    let mut change = practice.change(Action::ClinicZoneMoved).await?;
    let mut nowhere = Vec::new();
    for (id, wall, start) in store::to_come(&change, from).await? {
        match began_in(wall, zone) {
            Some(at) => store::shift(&mut change, id, at - start, zone.name()).await?,
            None => nowhere.push(Obstacle { kind: ObstacleKind::NoSuchTime, booking: Some(id.to_string()) }),
        }
    }
    if !nowhere.is_empty() {
        return Err(Error::InTheWay(nowhere));
    }
    store::replace_zone(&mut change, zone).await?;
    change.note("zone", zone.name());
    change.end(Outcome::Done).await?;
    setup::of(practice).await
}

/// The instant of a time on the wall of a zone.
fn began_in(wall: chrono::NaiveDateTime, zone: Tz) -> Option<i64> {
    match instant_of(wall, zone) {
        OnTheWall::Once(at) | OnTheWall::Twice { earlier: at, .. } => Some(at),
        OnTheWall::Never => None,
    }
}
