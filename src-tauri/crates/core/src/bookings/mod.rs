//! Bookings: who comes when, to whom, and in which room.
//!
//! A visit is a row of parts with hands on and at rest ([`Pattern`]): a practitioner is taken in the first only, a room
//! and the client in all of them, so that one person can run several rooms. [`clashes`] says what stands in the way of a
//! visit, [`next_free`] where the next one fits, [`working`] when somebody works, and [`dates`] on which days a series
//! falls: rules from values to values. Times are kept as the clinic's wall has them, with the zone; [`instant_of`] makes
//! instants of them, and a change of the clocks moves no booking.
//!
//! [`setup`] is what the diary is made of: rooms, services, hours, time off. [`book`] and [`reschedule`] decide in one
//! transaction whether a visit can be where it is wanted; [`plan_series`] and
//! [`book_series`] do the same for many; [`say_status`] says what became of it; [`diary`] opens some
//! days with everything on them, and [`find_free`] looks for the next time that fits.
//!
//! [`call_off_day`] cancels what somebody who is ill has left of a day, [`run_late`] moves it as far as it must; the
//! [`waiting_list`] and the [`recall_list`] fill what is empty, and [`stranded`] names who is booked where nobody comes.

mod clash;
mod free;
mod hours;
mod late;
#[cfg(test)]
mod model_day;
#[cfg(test)]
mod model_free;
#[cfg(test)]
mod model_wall;
mod pattern;
#[cfg(test)]
mod random_days;
mod series;
mod span;
mod wall;

mod amend;
mod amend_series;
mod appointments;
mod book;
mod book_series;
mod call_off;
mod call_to_make;
mod cancel_to_come;
mod coming;
mod confirm;
mod day_sheet;
mod diary;
mod find_free;
mod follow_clocks;
mod go_away;
mod keep_hours;
mod keep_room;
mod keep_service;
mod late_calls;
mod left_behind;
mod mail;
mod model;
mod move_zone;
mod obstacle;
mod own;
mod own_wall;
mod paper;
mod past;
mod place;
mod plan_series;
mod reminders;
mod reschedule;
mod reschedule_several;
mod run_late;
mod say_status;
mod seen;
mod setup;
mod store;
mod stranded;
mod take_back_room;
mod take_back_service;
mod take_up_series;
mod text_code;
mod view;
mod waiting;
mod week_paper;
mod what_fits;

use crate::attached::Attached;
use crate::dated::Dated;
use crate::erasing::Erasing;

pub use clash::{Clash, Standing, Visit, clashes};
pub use free::{Free, Search, next_free};
pub use hours::{Away, Hours, Shift, working};
pub use late::{Delayed, Running, Stage, delayed};
pub use pattern::{LONGEST_VISIT, MOST_PARTS, Part, Pattern, UnfitPattern};
pub use series::{Ends, Every, LONGEST_SERIES, MOST_VISITS, UnfitSeries, dates};
pub use span::Span;
pub use wall::{OnTheWall, instant_of, wall_of, zone_named};

pub use amend::{AmendBooking, amend};
pub use amend_series::{AmendSeries, AmendedBookings, amend_series, amend_several};
pub use appointments::{
    AppointmentCard, CalendarFile, CalendarSays, appointment_card, appointments_saved, appointments_went_out,
    calendar_file, calendar_file_saved,
};
pub use book::{Book, book};
pub use book_series::{
    BookSeries, CancelSeries, SeriesPart, SeriesVisit, book_series, cancel_series, take_back_series,
};
pub use call_off::{CallOffDay, CalledOffView, call_off_day, called_off, take_back_called_off};
pub use call_to_make::CallToMake;
pub use cancel_to_come::{CancelToCome, cancel_to_come};
pub use coming::{coming, last};
pub(crate) use coming::{is_to_come, is_waiting};
pub use confirm::{ConfirmedVisit, TakeBackConfirmed, confirm_visit, take_back_confirmed};
pub use day_sheet::{DaySheet, NamesOnPaper, day_sheet, day_sheet_saved, day_sheet_went_out};
pub use diary::{DiaryDay, DiaryView, OpenDiary, WorkingTime, diary};
pub use find_free::{FreeTime, find_free};
pub(crate) use follow_clocks::follow_clocks;
pub use go_away::{GoAway, come_back, go_away};
pub use keep_hours::{KeepHours, ShiftInput, keep_hours, remove_hours};
pub use keep_room::{KeepRoom, RoomInput, keep_room};
pub use keep_service::{KeepService, ServiceInput, keep_service};
pub use late_calls::{LateCalls, late_calls};
pub use left_behind::{LeftBehind, left_behind};
pub use mail::{WriteMail, mail, mail_went_out};
pub use model::{BookingStatus, VisitPart, WhichTime};
pub use move_zone::{MoveZone, move_zone};
pub use obstacle::{Obstacle, ObstacleKind};
pub(crate) use own_wall::hang_up_wall;
pub use past::{ClientTried, ClientVisit};
pub(crate) use past::{tries_of, visits_of};
pub use plan_series::{PlanSeries, PlannedVisit, Repeat, RepeatUnit, plan_series};
pub use reminders::{RemindersFor, reminders};
pub use reschedule::{Reschedule, reschedule};
pub use reschedule_several::{MoveSeries, MovedBookings, move_series, reschedule_several};
pub use run_late::{LateVisit, RanLate, RunLate, plan_late, run_late};
pub use say_status::{SayStatus, SeenBooking, put_back, say_status, take_back, take_back_status};
pub use seen::SeenInDiary;
pub use setup::{AwayView, DiaryPerson, DiarySetup, HoursView, RoomView, ServiceView, setup};
pub use stranded::{AboutToKeep, Stranded, StrandedBy, stranded, would_strand};
pub use take_back_room::take_back_room;
pub use take_back_service::take_back_service;
pub use take_up_series::{TakeUpSeries, take_up_series};
pub use text_code::{TextCode, WriteText, text_code};
pub use view::{BookedClient, BookedPart, BookingStep, BookingView, TreatmentNote, rows};
pub use waiting::{
    AskAgain, ContactAbout, ContactMade, ContactOutcome, FittingWait, GivenUp, KeepRecall, KeepWait,
    ListRecalls, RecallReason, RecallSaid, RecallView, SayContact, SeenWait, WaitInput, WaitView, WhoFits,
    keep_recall, keep_wait, recall_list, recall_said, say_contact, stop_waiting, take_back_contact,
    wait_again, waiting_list, who_fits,
};
pub use week_paper::{WeekPaper, choose_week_paper, forget_week_paper, keep_week_paper, week_paper};
pub use what_fits::FindFree;

/// The bookings of a client, without what was taken back.
pub(crate) const MADE: Attached = Attached::all("bookings_booking").only("NOT taken_back");

/// What goes along when two records become one. When somebody is asked again is said once only: where it is
/// said of both, what is said of the record that is kept holds.
pub(crate) const ATTACHED: [Attached; 4] = [
    Attached::all("bookings_booking"),
    Attached::all("bookings_wait"),
    Attached::all("bookings_contact"),
    Attached { key: "client", once: true, ..Attached::all("bookings_recall") },
];

/// The days on which somebody was here: of a booking that is over and of which nobody said what became of it, that is taken to be so.
pub(crate) const DATED: Dated = Dated {
    table: "bookings_booking",
    client: "client",
    day: "substr(wall, 1, 10)",
    which: "client IS NOT NULL AND NOT taken_back AND status NOT IN ('no_show', 'cancelled', 'cancelled_late')",
    visit: true,
};

/// Of them, the visits.
pub(crate) const VISITS: Attached =
    MADE.only("NOT taken_back AND status NOT IN ('no_show', 'cancelled', 'cancelled_late')");

/// What is erased: of the bookings those that came about stay as long as the record, without what was written beside them.
pub(crate) const ERASING: Erasing = Erasing {
    at_once: &[
        "DELETE FROM bookings_wait WHERE client IN {record}",
        "DELETE FROM bookings_contact WHERE client IN {record}",
        "DELETE FROM bookings_recall WHERE client IN {record}",
        "UPDATE bookings_booking SET note = '', despite = NULL WHERE client IN {record}",
        "UPDATE bookings_step SET reason = ''
         WHERE booking IN (SELECT id FROM bookings_booking WHERE client IN {record})",
        "DELETE FROM bookings_called_off_booking WHERE booking IN
             (SELECT id FROM bookings_booking WHERE client IN {record} AND (taken_back OR status IN ('no_show', 'cancelled', 'cancelled_late')))",
        "DELETE FROM bookings_step WHERE booking IN
             (SELECT id FROM bookings_booking WHERE client IN {record} AND (taken_back OR status IN ('no_show', 'cancelled', 'cancelled_late')))",
        "UPDATE bookings_booking SET company = NULL WHERE company IN
             (SELECT id FROM bookings_booking WHERE client IN {record} AND (taken_back OR status IN ('no_show', 'cancelled', 'cancelled_late')))",
        "DELETE FROM bookings_booking WHERE client IN {record} AND (taken_back OR status IN ('no_show', 'cancelled', 'cancelled_late'))",
    ],
    in_time: &[
        "DELETE FROM bookings_called_off_booking
         WHERE booking IN (SELECT id FROM bookings_booking WHERE client IN {record})",
        "DELETE FROM bookings_step WHERE booking IN (SELECT id FROM bookings_booking WHERE client IN {record})",
        "UPDATE bookings_booking SET company = NULL
         WHERE company IN (SELECT id FROM bookings_booking WHERE client IN {record})",
        "DELETE FROM bookings_booking WHERE client IN {record}",
    ],
};

/// A minute, in the milliseconds of instants.
const MINUTE: i64 = 60_000;
