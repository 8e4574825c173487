//! What is in the way of others.

use sqlx::AssertSqlSafe;

use crate::bookings::model::BookingStatus;
use crate::bookings::pattern::Pattern;
use crate::bookings::span::Span;
use crate::db::in_one::fetch;
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
/// Months are read for everybody at once, so that each visit comes as three plain words and not as JSON.
pub(in crate::bookings) async fn hands_taken(
    reader: &impl Reader,
    within: Span,
    practitioner: Option<PersonId>,
    except: Option<BookingId>,
) -> Result<Vec<(PersonId, Vec<Span>)>> {
    let whose = if practitioner.is_some() { "AND practitioner = ?" } else { "" };
    let sql = format!(
        "SELECT coalesce(group_concat(practitioner || ' ' || start_at || ' ' || pattern, ','), '')
         FROM bookings_booking WHERE from_at > ? AND from_at < ? AND {STANDS} AND id IS NOT ? {whose}"
    );
    let mut query = sqlx::query_scalar(AssertSqlSafe(sql))
        .bind(within.from - LONGEST_HOLD)
        .bind(within.until)
        .bind(except.map(|id| id.to_string()));
    if let Some(practitioner) = practitioner {
        query = query.bind(practitioner.to_string());
    }
    let visits: String = query.fetch_one(reader.connection().await?.sqlite()?).await?;
    read_hands(&visits)
}

/// Reads them. There are a few people and a few patterns, which are each read once.
fn read_hands(visits: &str) -> Result<Vec<(PersonId, Vec<Span>)>> {
    let unreadable = || Error::unexpected("a stored booking", "neither who, nor when, nor for how long");
    let mut people: Vec<(&str, Vec<Span>)> = Vec::new();
    let mut patterns: Vec<(&str, Pattern)> = Vec::new();
    for visit in visits.split_terminator(',') {
        let (person, rest) = visit.split_once(' ').ok_or_else(unreadable)?;
        let (start, written) = rest.split_once(' ').ok_or_else(unreadable)?;
        let start: i64 = start.parse().map_err(|error| Error::unexpected("a stored booking", error))?;
        if !patterns.iter().any(|(known, _)| *known == written) {
            patterns.push((written, Pattern::from_written(written).ok_or_else(unreadable)?));
        }
        let known = patterns.iter().find(|(known, _)| *known == written);
        let spans = known.into_iter().flat_map(|(_, pattern)| pattern.hands_on(start));
        match people.iter_mut().find(|(known, _)| *known == person) {
            Some((_, theirs)) => theirs.extend(spans),
            None => people.push((person, spans.collect())),
        }
    }
    people.into_iter().map(|(person, spans)| Ok((PersonId::parse(person)?, Span::joined(spans)))).collect()
}
