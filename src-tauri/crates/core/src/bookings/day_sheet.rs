//! The diary on paper: one day or several, for one practitioner, one room or the whole clinic.

use hegu_document::{Align, Block, Document, Run, Table};
use serde::Deserialize;
use specta::Type;

use crate::alerts;
use crate::audit::{Action, Outcome};
use crate::checks::{Checks, FieldProblem};
use crate::clients::Allowed;
use crate::error::Result;
use crate::handouts::WayOut;
use crate::people::Permission;
use crate::practice::Practice;
use crate::printable::is_printable;

use super::appointments::long_date;
use super::diary::{self, DiaryView, OpenDiary};
use super::keep_room::within;
use super::model::BookingStatus;
use super::paper::{self, words};
use super::setup::{self, DiarySetup};
use super::view::{BookedClient, BookingView};

/// A sheet holds at most so many days: a fortnight.
const MOST_DAYS: i64 = 14;
/// What stands in a line to write on, so that it has a height.
const WRITTEN_ON: &str = "\u{2003}";
/// Lines for people who walk in, at most.
const MOST_BLANK: u16 = 20;

/// How much a sheet says of who comes: it may lie on a desk that others see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum NamesOnPaper {
    /// Names, telephone numbers, and what the desk wrote.
    Full,
    /// First letters alone.
    Initials,
    /// That a time is taken.
    Hidden,
}

/// What is to be on the sheet.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct DaySheet {
    /// The first day, ISO.
    pub from: String,
    /// The last one.
    pub until: String,
    /// Only with this person; nothing for everybody.
    pub practitioner: Option<String>,
    /// Only in this room; nothing for every one.
    pub room: Option<String>,
    /// How much it says of who comes.
    pub names: NamesOnPaper,
    /// With what has to be known about who comes before they are needled: for the room in which they are treated. Never without
    /// names or first letters.
    pub alerts: bool,
    /// Empty lines at the end of each day, for people who walk in.
    pub blank_lines: i32,
}

/// The diary as a PDF, and a name for its file.
///
/// A name that no bundled face can print gives way to the number of the card: a day of ten is printed though one of them
/// cannot be.
pub async fn day_sheet(practice: &Practice, input: DaySheet) -> Result<(String, Vec<u8>)> {
    drawn(practice, input, false).await
}

/// The same with times and first letters alone: neither for what somebody comes, nor where.
pub(super) async fn bare_sheet(practice: &Practice, input: DaySheet) -> Result<Vec<u8>> {
    Ok(drawn(practice, input, true).await?.1)
}

async fn drawn(practice: &Practice, input: DaySheet, bare: bool) -> Result<(String, Vec<u8>)> {
    practice.permit(Permission::ReadBookings).await?;
    input.validate()?;
    let days = OpenDiary { from: input.from.clone(), until: input.until.clone() };
    let diary = diary::diary(practice, days).await?;
    let setup = setup::of(practice).await?;
    let file_name = if input.from == input.until {
        format!("Day sheet {}.pdf", input.from)
    } else {
        format!("Day sheets {} to {}.pdf", input.from, input.until)
    };
    let several = setup.people.iter().filter(|person| person.here).count() > 1;
    let drawn = move |missing: &[char]| {
        document(&diary, &Drawing { wanted: &input, bare, setup: &setup, several, missing })
    };
    let pdf = paper::draw(practice, drawn).await?;
    Ok((file_name, pdf))
}

/// Notes in the audit that the diary left the practice as a file; called once it is written.
pub async fn day_sheet_saved(practice: &Practice) -> Result<()> {
    practice.change(Action::DaySheetSaved).await?.end(Outcome::Done).await
}

/// Notes in the audit that the diary was printed or opened outside; called once it was.
pub async fn day_sheet_went_out(practice: &Practice, way: WayOut) -> Result<()> {
    practice.change(way.action()).await?.end(Outcome::Done).await
}

impl DaySheet {
    fn validate(&self) -> Result<()> {
        let mut checks = Checks::default();
        let (from, until) = (checks.day("from", &self.from), checks.day("until", &self.until));
        if let (Some(from), Some(until)) = (from, until) {
            if until < from {
                checks.note("until", FieldProblem::EndsBeforeItBegins);
            } else if until - from >= chrono::TimeDelta::days(MOST_DAYS) {
                checks.note("until", FieldProblem::TooLong);
            }
        }
        within(&mut checks, "blank_lines", self.blank_lines, 0, MOST_BLANK);
        checks.finish()
    }

    fn shows(&self, booking: &BookingView) -> bool {
        let off = matches!(
            booking.status,
            BookingStatus::NoShow | BookingStatus::Cancelled | BookingStatus::CancelledLate
        );
        !off && self.practitioner.as_ref().is_none_or(|only| *only == booking.practitioner)
            && (self.room.is_none() || self.room == booking.room)
    }
}

/// What the rows of a sheet are drawn from.
struct Drawing<'a> {
    wanted: &'a DaySheet,
    /// Whether it says neither for what somebody comes, nor where.
    bare: bool,
    setup: &'a DiarySetup,
    /// Whether several treat here, so that a row says with whom.
    several: bool,
    /// Characters that no face has; they are avoided.
    missing: &'a [char],
}

fn document(diary: &DiaryView, drawing: &Drawing<'_>) -> Document {
    let Drawing { wanted, bare, several, .. } = *drawing;
    let beside = drawing.beside();
    let columns = match (bare, several) {
        // Where several treat, it says with whom beside where.
        // Alerts are sentences.
        (false, _) if drawing.has_alerts() => {
            &[("Time", 17), ("Who", 20), ("Visit", 13), ("Where", 14), (beside, 36)][..]
        }
        (false, true) => &[("Time", 17), ("Who", 24), ("Visit", 14), ("Where", 18), (beside, 27)],
        (false, false) => &[("Time", 17), ("Who", 25), ("Visit", 15), ("Where", 13), (beside, 30)],
        (true, true) => &[("Time", 17), ("Who", 58), ("With", 25)],
        (true, false) => &[("Time", 17), ("Who", 83)],
    };
    let shares: Vec<u16> = columns.iter().map(|(_, share)| *share).collect();
    let mut blocks = Vec::new();
    for day in &diary.days {
        if diary.days.len() > 1 {
            blocks.push(Block::Heading { level: 2, runs: words(&long_date(&day.date)) });
        }
        let rows: Vec<Vec<Vec<Run>>> = diary
            .bookings
            .iter()
            .filter(|booking| booking.start.starts_with(&day.date) && wanted.shows(booking))
            .map(|booking| if bare { drawing.bare_row(booking) } else { drawing.row(booking) })
            .chain((0..wanted.blank_lines).map(|_| vec![words(WRITTEN_ON); columns.len()]))
            .collect();
        if rows.is_empty() {
            blocks.push(Block::Paragraph(words("Nobody is booked.")));
        } else {
            let head: Vec<_> = columns.iter().map(|(name, _)| words(name)).collect();
            let columns = vec![Align::Left; head.len()];
            blocks.push(Block::Table(Table { columns, head, rows, shares: shares.clone() }));
        }
    }
    let title = match diary.days.as_slice() {
        [only] => long_date(&only.date),
        [first, .., last] => format!("{} to {}", long_date(&first.date), long_date(&last.date)),
        [] => String::new(),
    };
    Document { title, language: "en".to_owned(), author: String::new(), blocks }
}

/// The number, and what the client does not allow there.
fn number_on_paper(client: &BookedClient) -> String {
    let Some(phone) = &client.phone else { return String::new() };
    let allows = client.phone_allows;
    let not = [
        (allows.voicemail, "no voicemail"),
        (allows.text, "no texts"),
        (allows.clinic_name, "do not say who is calling"),
    ];
    let not: Vec<&str> =
        not.into_iter().filter(|(allowed, _)| *allowed == Allowed::No).map(|(_, said)| said).collect();
    if not.is_empty() { phone.clone() } else { format!("{phone} ({})", not.join(", ")) }
}

impl Drawing<'_> {
    fn row(&self, booking: &BookingView) -> Vec<Vec<Run>> {
        let room = self.setup.rooms.iter().find(|room| Some(&room.id) == booking.room.as_ref());
        let places = [room.map(|room| room.name.as_str()), self.with(booking)];
        let service =
            self.setup.services.iter().find(|service| Some(&service.id) == booking.service.as_ref());
        let phone = booking.client.as_ref().map(number_on_paper).unwrap_or_default();
        let beside = match self.wanted.names {
            NamesOnPaper::Full => vec![phone, booking.note.replace('\n', " ")],
            NamesOnPaper::Initials | NamesOnPaper::Hidden => Vec::new(),
        };
        let meant = booking.despite.as_deref().map(|why| match self.wanted.names {
            NamesOnPaper::Full if self.printable(why) => format!("booked all the same: {why}"),
            _ => "booked all the same".to_owned(),
        });
        let beside: Vec<String> = beside
            .into_iter()
            .filter(|text| !text.trim().is_empty() && self.printable(text))
            .chain(meant)
            .collect();
        let mut last = self.alerts(booking);
        if !last.is_empty() && !beside.is_empty() {
            last.push(Run::LineBreak);
        }
        last.extend(words(&beside.join(" · ")));
        vec![
            times(booking),
            vec![Run::Bold(words(&self.who(booking)))],
            words(service.map_or("", |service| &service.name)),
            words(&places.into_iter().flatten().collect::<Vec<_>>().join(", ")),
            last,
        ]
    }

    fn has_alerts(&self) -> bool {
        self.wanted.alerts && self.wanted.names != NamesOnPaper::Hidden
    }

    /// What stands in the last column.
    fn beside(&self) -> &'static str {
        match self.wanted.names {
            NamesOnPaper::Full if self.has_alerts() => "Alerts, telephone, note",
            NamesOnPaper::Initials if self.has_alerts() => "Alerts",
            _ => "Telephone and note",
        }
    }

    /// What has to be known before they are needled. One that cannot be printed is not left out without a word.
    fn alerts(&self, booking: &BookingView) -> Vec<Run> {
        if !self.has_alerts() {
            return Vec::new();
        }
        let day = booking.start.get(..10).and_then(|day| day.parse().ok()).unwrap_or_default();
        let mut said: Vec<String> = Vec::new();
        for alert in booking.alerts.iter().filter_map(|alert| alerts::on_paper(alert, day)) {
            let alert = alert.replace('\n', " ");
            let alert =
                if self.printable(&alert) { alert } else { "An alert that cannot be printed".to_owned() };
            // How many there are says something too, to whoever may not read them.
            if !said.contains(&alert) {
                said.push(alert);
            }
        }
        let lines = said.iter().map(|alert| Run::Bold(words(alert)));
        let mut runs: Vec<Run> = lines.flat_map(|line| [line, Run::LineBreak]).collect();
        runs.pop();
        runs
    }

    /// The time and who comes, and with whom by their first letters, where several treat.
    fn bare_row(&self, booking: &BookingView) -> Vec<Vec<Run>> {
        let mut row = vec![times(booking), vec![Run::Bold(words(&self.who(booking)))]];
        if self.several {
            row.push(words(&self.with(booking).map(initials).unwrap_or_default()));
        }
        row
    }

    fn who(&self, booking: &BookingView) -> String {
        match (&booking.client, self.wanted.names) {
            (Some(client), NamesOnPaper::Full) if self.printable(&client.name) => client.name.clone(),
            (Some(client), NamesOnPaper::Initials) if self.printable(&client.name) => initials(&client.name),
            (Some(client), NamesOnPaper::Full | NamesOnPaper::Initials) => {
                format!("No. {:04}", client.number)
            }
            (None, NamesOnPaper::Full | NamesOnPaper::Initials) if !booking.hidden => "Held".to_owned(),
            _ => "Taken".to_owned(),
        }
    }

    /// With whom, where it could be somebody else.
    fn with(&self, booking: &BookingView) -> Option<&str> {
        let mut people = self.setup.people.iter().filter(|_| self.several);
        people.find(|person| person.id == booking.practitioner).map(|person| person.name.as_str())
    }

    fn printable(&self, text: &str) -> bool {
        is_printable(text, self.missing)
    }
}

/// From when until when, in one piece that no line breaks.
fn times(booking: &BookingView) -> Vec<Run> {
    words(&format!("{}\u{a0}–\u{a0}{}", &booking.start[11..], &booking.end[11..]))
}

/// The first letters of a name's words; for a name without spaces its first sign.
fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next()).flat_map(|first| [first, '.']).collect()
}
