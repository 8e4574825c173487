//! Books a series of visits, cancels the rest of one, and takes one back.

use serde::Deserialize;
use specta::Type;

use crate::audit::{Action, Subject};
use crate::checks::{Checks, FieldProblem};
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::{BookingId, ClientId, SeriesId};
use crate::people::Permission;
use crate::practice::Practice;

use super::book::{Book, Checked, end_draft, making_ready};
use super::model::BookingStatus;
use super::place::{self, Guests, Wanted};
use super::plan_series::Repeat;
use super::seen::seen;
use super::series::MOST_VISITS;
use super::store::{self, Stored, What};
use super::view::{self, BookingView};
use super::{own, setup, waiting};

/// A series to book.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct BookSeries {
    /// Who comes, for what and to whom; its own start is not looked at.
    pub visit: Book,
    /// How often it comes round.
    pub repeat: Repeat,
    /// The visits that are wanted: as planned, at other times, some of them left out.
    pub visits: Vec<SeriesVisit>,
}

/// One visit of a series.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct SeriesVisit {
    /// When, on the clinic's wall.
    pub start: String,
    /// Where; nothing for a visit elsewhere.
    pub room: Option<String>,
}

/// Which visits of a series are moved, changed or cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SeriesPart {
    /// This one and those after it.
    Following,
    /// Every one that is still to come.
    All,
}

/// Visits of a series to cancel.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct CancelSeries {
    /// A booking of the series.
    pub id: String,
    /// The version it was seen in.
    pub version: i32,
    /// Which of them.
    pub part: SeriesPart,
    /// Why; may be empty.
    pub reason: String,
}

/// Books every visit of the list, or none: [`Error::InTheWay`] says what stands in the way of the first that cannot be.
pub async fn book_series(practice: &Practice, mut input: BookSeries) -> Result<Vec<BookingView>> {
    place::permit(practice, input.visit.despite.as_deref()).await?;
    own::permit_column(practice, &input.visit.practitioner).await?;
    if let Some(client) = input.visit.client.as_deref().and_then(|id| ClientId::parse(id).ok()) {
        input.visit.client = Some(clients::permit(practice, client).await?.to_string());
    }
    let mut checks = Checks::default();
    if input.visits.is_empty() {
        checks.note("visits", FieldProblem::Required);
    } else if input.visits.len() > MOST_VISITS {
        checks.too_much("visits", u32::try_from(MOST_VISITS).unwrap_or(u32::MAX));
    }
    if !(1..=366).contains(&input.repeat.days_apart()) {
        checks.note("repeat.every", FieldProblem::NotANumber);
    }
    checks.finish()?;
    let mut change = practice.change(Action::SeriesBooked).await?;
    let zone = setup::zone_of(&change, practice.clock()).await?;
    let services = store::services(&change).await?;
    let Checked { client, service, pattern, note } = input.visit.validate(&services)?;
    let (before, after) = service.as_ref().map_or((0, 0), making_ready);
    let service = service.map(|service| service.id);
    let series = SeriesId::new(practice.new_id()?);
    store::keep_zone(&mut change, zone).await?;
    store::insert_series(&mut change, series, input.repeat.days_apart()).await?;
    for (nth, visit) in input.visits.iter().enumerate() {
        let wanted = Wanted {
            practitioner: &input.visit.practitioner,
            room: visit.room.as_deref(),
            start: &visit.start,
            which: input.visit.which,
            pattern: pattern.clone(),
            before,
            after,
            despite: input.visit.despite.as_deref(),
        };
        // Each is decided with those before it in place, so a series is never in its own way unseen.
        let place = place::decide(&change, wanted, Guests { client, ..Guests::default() }, zone).await?;
        let what = What { client, service, company: None, series: Some(series), note: note.clone() };
        let id = BookingId::new(practice.new_id()?);
        store::insert(&mut change, id, &place, &what).await?;
        if nth == 0 {
            waiting::given(&mut change, input.visit.wait.as_deref(), client, id).await?;
        }
    }
    end_draft(&mut change, input.visit.draft.as_deref()).await?;
    change.note("visits", input.visits.len());
    change.commit(subject(series, client)).await?;
    view::views(practice, store::of_series(practice, series, i64::MIN).await?).await
}

/// Takes a whole series back as if it had not been made: the undo of booking it.
pub async fn take_back_series(practice: &Practice, id: &str) -> Result<()> {
    practice.permit(Permission::EditBookings).await?;
    let series = SeriesId::parse(id)?;
    let all = store::of_series(practice, series, i64::MIN).await?;
    let first = all.first().ok_or(Error::NotFound)?;
    own::permit_columns(practice, &all).await?;
    let mut change = practice.change(Action::SeriesCancelled).await?;
    store::take_back_series(&mut change, series).await?;
    change.commit(subject(series, first.client)).await
}

/// Cancels visits of a series that are still to come, and answers with them. Those that have been, or that were cancelled or
/// begun already, stay as they are.
pub async fn cancel_series(practice: &Practice, input: CancelSeries) -> Result<Vec<BookingView>> {
    practice.permit(Permission::EditBookings).await?;
    let id = BookingId::parse(&input.id)?;
    let named = store::read(practice, id).await?;
    let series = named.series.ok_or(Error::NotFound)?;
    let from = match input.part {
        SeriesPart::Following => named.whole.from,
        SeriesPart::All => practice.now(),
    };
    let mut to_come = store::of_series(practice, series, from).await?;
    to_come.retain(Stored::is_to_come);
    own::permit_column(practice, &named.practitioner.to_string()).await?;
    own::permit_columns(practice, &to_come).await?;
    let mut checks = Checks::default();
    let reason = checks.line("reason", &input.reason, 200);
    checks.finish()?;
    let mut change = practice.change(Action::SeriesCancelled).await?;
    seen(&change, id, input.version).await?;
    let mut cancelled = Vec::new();
    for booking in &to_come {
        // What was moved or begun since it was read is not cancelled unseen.
        seen(&change, booking.id, booking.version).await?;
        store::insert_step(&mut change, booking.id, BookingStatus::Cancelled, &reason, false).await?;
        cancelled.push(booking.id);
    }
    change.note("visits", cancelled.len());
    change.commit(subject(series, named.client)).await?;
    view::views(practice, store::named(practice, &cancelled).await?).await
}

fn subject(series: SeriesId, client: Option<ClientId>) -> Subject {
    match client {
        Some(client) => Subject::from(series).of_client(client),
        None => series.into(),
    }
}
