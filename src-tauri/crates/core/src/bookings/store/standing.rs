//! What is in the way of others.

use sqlx::AssertSqlSafe;

use crate::bookings::model::BookingStatus;
use crate::bookings::pattern::Pattern;
use crate::bookings::span::Span;
use crate::db::in_one::{fetch, in_one};
use crate::error::{Error, Result};
use crate::ids::{BookingId, PersonId};
use crate::reader::Reader;

use super::{STANDS, Stored, all, rows};

/// No visit, with the making ready of its room, is longer than that (milliseconds): whatever overlaps an instant began
/// less than so long before it.
pub(super) const LONGEST_HOLD: i64 = 24 * 60 * 60 * 1000;

/// Whoever was said to be in a room and not to have left it for longer than that was forgotten (milliseconds).
const LONGEST_OVERRUN: i64 = 4 * 60 * 60 * 1000;

/// Whoever is in a room now is not out of it within so long (milliseconds).
const A_MOMENT: i64 = 5 * 60 * 1000;

/// Everything that takes time within a span, rooms being made ready included, in the order of its beginning. Whoever is
/// still in a room at `now`, though their time is over, keeps it for a moment more: in a community room people rest as long
/// as they like.
pub(in crate::bookings) async fn standing(
    reader: &impl Reader,
    within: Span,
    now: i64,
) -> Result<Vec<Stored>> {
    let which = format!(
        "WHERE from_at > ? AND from_at < ? AND {STANDS}
         AND (to_at > ? OR status IN ('in_room', 'resting') AND to_at BETWEEN ? AND ?) ORDER BY from_at"
    );
    let query = sqlx::query_scalar(rows(&which))
        .bind(within.from - LONGEST_HOLD)
        .bind(within.until)
        .bind(within.from)
        .bind(now - LONGEST_OVERRUN)
        .bind(now);
    let mut found = all(fetch(query, reader.connection().await?.sqlite()?).await?)?;
    for booking in &mut found {
        let still_there = matches!(booking.status, BookingStatus::InRoom | BookingStatus::Resting);
        if still_there && (now - LONGEST_OVERRUN..=now).contains(&booking.in_room.until) {
            booking.in_room.until = now + A_MOMENT;
        }
    }
    found.retain(|booking| booking.in_room.overlaps(within));
    Ok(found)
}

/// Whose hands are taken by visits that begin before the end of a span and may reach into it, and when; except by one visit.
pub(in crate::bookings) async fn hands_taken(
    reader: &impl Reader,
    within: Span,
    practitioner: Option<PersonId>,
    except: Option<BookingId>,
) -> Result<Vec<(PersonId, Vec<Span>)>> {
    let whose = if practitioner.is_some() { "AND practitioner = ?" } else { "" };
    let sql = in_one(
        "practitioner, start_at, pattern",
        &format!(
            "SELECT practitioner, start_at, pattern FROM bookings_booking
             WHERE from_at > ? AND from_at < ? AND {STANDS} AND id IS NOT ? {whose} ORDER BY practitioner, from_at"
        ),
    );
    let mut query = sqlx::query_scalar(AssertSqlSafe(sql))
        .bind(within.from - LONGEST_HOLD)
        .bind(within.until)
        .bind(except.map(|id| id.to_string()));
    if let Some(practitioner) = practitioner {
        query = query.bind(practitioner.to_string());
    }
    let visits: Vec<(String, i64, String)> = fetch(query, reader.connection().await?.sqlite()?).await?;
    let mut found: Vec<(PersonId, Vec<Span>)> = Vec::new();
    for theirs in visits.chunk_by(|one, next| one.0 == next.0) {
        let mut spans = Vec::new();
        for (_, start, pattern) in theirs {
            let pattern = Pattern::from_written(pattern)
                .ok_or_else(|| Error::unexpected("a stored booking", "unknown pattern"))?;
            spans.extend(pattern.hands_on(*start));
        }
        if let Some((person, ..)) = theirs.first() {
            found.push((PersonId::parse(person)?, Span::joined(spans)));
        }
    }
    Ok(found)
}
