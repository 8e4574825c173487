-- Who waits for a time, who is due again, whom somebody tried to reach, and the days that were called off.

-- Somebody who waits for a time: what they want, when they can, how urgently, and until when. `weekdays` are the digits
-- of ISO 8601, "135" for Monday, Wednesday and Friday; empty for every day. An entry lapses by itself after `until`.
-- `instead_of` is the booking they would give up for an earlier one. `booking` is what came of it: when that is taken
-- back, they wait again.
CREATE TABLE bookings_wait (
    id           TEXT    PRIMARY KEY,
    client       TEXT    NOT NULL REFERENCES clients_client (id),
    service      TEXT REFERENCES bookings_service (id),
    practitioner TEXT REFERENCES people_person (id),
    weekdays     TEXT    NOT NULL CHECK (weekdays NOT GLOB '*[^1-7]*'),
    not_before   INTEGER NOT NULL CHECK (not_before BETWEEN 0 AND 1439),
    over_by      INTEGER NOT NULL CHECK (over_by > not_before AND over_by <= 1440),
    urgent       INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    until        TEXT    NOT NULL,
    instead_of   TEXT REFERENCES bookings_booking (id),
    note         TEXT    NOT NULL,
    booking      TEXT REFERENCES bookings_booking (id),
    removed      INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    created_at   INTEGER NOT NULL,
    created_by   TEXT    NOT NULL REFERENCES people_person (id),
    updated_at   INTEGER NOT NULL,
    updated_by   TEXT    NOT NULL REFERENCES people_person (id),
    version      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX bookings_wait_until ON bookings_wait (until) WHERE NOT removed;

-- What was tried to reach somebody, and what came of it. What was taken back stays, with when.
CREATE TABLE bookings_contact (
    id            TEXT    PRIMARY KEY,
    client        TEXT    NOT NULL REFERENCES clients_client (id),
    about         TEXT    NOT NULL CHECK (about IN ('waiting', 'recall', 'called_off', 'reminder')),
    booking       TEXT REFERENCES bookings_booking (id),
    outcome       TEXT    NOT NULL CHECK (outcome IN ('reached', 'message', 'no_answer', 'sent')),
    at            INTEGER NOT NULL,
    by            TEXT    NOT NULL REFERENCES people_person (id),
    taken_back_at INTEGER
) STRICT;
CREATE INDEX bookings_contact_client ON bookings_contact (client, at);
CREATE INDEX bookings_contact_booking ON bookings_contact (booking) WHERE booking IS NOT NULL;

-- When somebody is to be asked to come again, where that was said; without a day they are not to be asked.
CREATE TABLE bookings_recall (
    client     TEXT    PRIMARY KEY REFERENCES clients_client (id),
    due        TEXT,
    note       TEXT    NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL REFERENCES people_person (id),
    version    INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A day, or the rest of one, that somebody called off. Its bookings were cancelled in the same act, and are to be called;
-- `away` is the time off that keeps others from being booked into it.
CREATE TABLE bookings_called_off (
    id            TEXT    PRIMARY KEY,
    practitioner  TEXT    NOT NULL REFERENCES people_person (id),
    day           TEXT    NOT NULL,
    reason        TEXT    NOT NULL,
    away          TEXT REFERENCES bookings_away (id) ON DELETE SET NULL,
    created_at    INTEGER NOT NULL,
    created_by    TEXT    NOT NULL REFERENCES people_person (id),
    taken_back_at INTEGER
) STRICT;
CREATE INDEX bookings_called_off_day ON bookings_called_off (day);

CREATE TABLE bookings_called_off_booking (
    called_off TEXT NOT NULL REFERENCES bookings_called_off (id),
    booking    TEXT NOT NULL REFERENCES bookings_booking (id),
    PRIMARY KEY (called_off, booking)
) STRICT, WITHOUT ROWID;
