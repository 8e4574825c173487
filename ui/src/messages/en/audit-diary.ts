// What was done in the calendar, in sentences; `{about}` is a colleague.
import type { BookingStatus } from '../../ipc/bindings';

export const diaryActs = {
  booked: { record: '{person} booked {client}', alone: '{person} held a time in the calendar' },
  series_booked: {
    record: '{person} booked a series of visits for {client}',
    alone: '{person} held a series of times in the calendar',
  },
  series_cancelled: {
    record: '{person} cancelled visits of a series of {client}',
    alone: '{person} cancelled a series of times that were held',
  },
  series_taken_up_again: {
    record: '{person} took cancelled visits of a series of {client} up again',
    alone: '{person} took cancelled times of a series up again',
  },
  booking_moved: {
    record: '{person} moved a booking of {client}',
    alone: '{person} moved a time that is held',
  },
  booking_amended: {
    record: '{person} changed a booking of {client}',
    alone: '{person} changed a time that is held',
  },
  bookings_amended: {
    record: '{person} changed several bookings of {client}',
    alone: '{person} changed several bookings',
  },
  booking_status_set: {
    record: '{person} said what became of a booking of {client}',
    alone: '{person} said what became of a time that is held',
  },
  booking_status_taken_back: {
    record: '{person} took back what became of a booking of {client}',
    alone: '{person} took back what became of a time that is held',
  },
  booking_taken_back: {
    record: '{person} took a booking of {client} back',
    alone: '{person} took a time that was held back',
  },
  booking_put_back: {
    record: '{person} put a booking of {client} back',
    alone: '{person} put a time that was held back',
  },
  bookings_moved: {
    record: '{person} moved several bookings of {client}',
    alone: '{person} moved several bookings',
  },
  ran_late: {
    person: '{person} moved the rest of the day of {about}',
    alone: '{person} moved the rest of a day',
  },
  day_called_off: { alone: '{person} called a day off' },
  day_taken_up_again: { alone: '{person} took a day up again that was called off' },
  wait_kept: { record: '{person} kept what {client} waits for', alone: '{person} kept the waiting list' },
  wait_removed: {
    record: '{person} took {client} off the waiting list',
    alone: '{person} took somebody off the waiting list',
  },
  wait_put_back: {
    record: '{person} put {client} back on the waiting list',
    alone: '{person} put somebody back on the waiting list',
  },
  recall_kept: {
    record: '{person} said when {client} is asked to come again',
    alone: '{person} said when somebody is asked to come again',
  },
  contact_made: {
    record: '{person} noted a call or a message to {client}',
    alone: '{person} noted a call or a message',
  },
  contact_taken_back: {
    record: '{person} took back that {client} was called',
    alone: '{person} took back that somebody was called',
  },
  appointments_saved: {
    record: '{person} saved appointments of {client} as a file',
    alone: '{person} saved appointments as a file',
  },
  day_sheet_saved: { alone: '{person} saved the calendar as a file' },
  alert_kept: {
    record: '{person} kept an alert about {client}',
    alone: '{person} kept an alert',
  },
  alert_ended: {
    record: '{person} said that an alert about {client} does not hold any more',
    alone: '{person} said that an alert does not hold any more',
  },
  alert_put_back: {
    record: '{person} put an alert about {client} back',
    alone: '{person} put an alert back',
  },
  correspondence_kept: {
    record: '{person} wrote down a call or message with {client}',
    alone: '{person} wrote down a call or message',
  },
  correspondence_struck: {
    record: '{person} said that an entry about {client} was made in error',
    alone: '{person} said that an entry was made in error',
  },
  correspondence_put_back: {
    record: '{person} put an entry about {client} back',
    alone: '{person} put an entry back',
  },
  followed_up: {
    record: '{person} followed up an entry about {client}',
    alone: '{person} followed up an entry',
  },
  follow_up_taken_back: {
    record: '{person} said that an entry about {client} has to be followed up after all',
    alone: '{person} said that an entry has to be followed up after all',
  },
  health_kept: {
    record: '{person} saved the health history of {client}',
    alone: '{person} saved a health history',
  },
  health_taken_back: {
    record: '{person} took the last saving of the health history of {client} back',
    alone: '{person} took the last saving of a health history back',
  },
  health_reviewed: {
    record: '{person} reviewed the health history of {client}: unchanged',
    alone: '{person} reviewed a health history: unchanged',
  },
  health_review_taken_back: {
    record: '{person} took back that the health history of {client} was reviewed',
    alone: '{person} took back that a health history was reviewed',
  },
  mail_written: {
    record: '{person} handed a message to {client} to the mail program',
    alone: '{person} handed a message to the mail program',
  },
  week_paper_chosen: {
    alone: '{person} has the calendar kept on paper in a folder, with first letters only',
  },
  week_paper_forgotten: { alone: '{person} stopped keeping the calendar on paper in a folder' },
  clocks_followed: { alone: 'Hegu kept visits at their time of day by new rules of the clocks' },
  clinic_zone_moved: { alone: '{person} moved the clinic’s clock to another time zone' },
  message_texts_changed: { alone: '{person} changed the texts of messages' },
  room_kept: { alone: '{person} changed a room' },
  room_taken_back: { alone: '{person} took back a room that was just added' },
  service_kept: { alone: '{person} changed what can be booked' },
  service_taken_back: { alone: '{person} took back something that can be booked and was just added' },
  hours_kept: {
    person: '{person} changed the working hours of {about}',
    alone: '{person} changed working hours',
  },
  hours_removed: {
    person: '{person} removed working hours of {about}',
    alone: '{person} removed working hours',
  },
  away_added: { alone: '{person} entered time off' },
  away_removed: { alone: '{person} removed time off' },
};

/** What became of a booking. */
export const became: Record<BookingStatus, string> = {
  booked: 'booked',
  confirmed: 'confirmed',
  arrived: 'arrived',
  in_room: 'in the room',
  resting: 'resting',
  done: 'done',
  no_show: 'did not come',
  cancelled: 'cancelled in time',
  cancelled_late: 'cancelled late',
};
