-- The diary: rooms, services, hours, and who comes when. What a visit keeps others from is decided by the core in one
-- transaction (`bookings::standing`); SQL cannot say "hands are free while somebody rests", so it says nothing of it.

-- The zone of the clinic's wall clock (IANA name). Until something is booked it is the computer's.
CREATE TABLE bookings_clinic (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    zone     TEXT    NOT NULL
) STRICT;

-- Rooms to treat in. More than one chair makes it a community room, in which visits begin every so many minutes.
-- A room that was closed stays for the bookings that name it.
CREATE TABLE bookings_room (
    id         TEXT    PRIMARY KEY,
    position   INTEGER NOT NULL UNIQUE,
    name       TEXT    NOT NULL,
    chairs     INTEGER NOT NULL CHECK (chairs BETWEEN 1 AND 60),
    every      INTEGER NOT NULL CHECK (every BETWEEN 5 AND 60),
    equipment  TEXT    NOT NULL,
    closed     INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
    created_at INTEGER NOT NULL,
    created_by TEXT    NOT NULL REFERENCES people_person (id),
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL REFERENCES people_person (id),
    version    INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Who may use a room; a room without any row is everybody's.
CREATE TABLE bookings_room_person (
    room   TEXT NOT NULL REFERENCES bookings_room (id),
    person TEXT NOT NULL REFERENCES people_person (id),
    PRIMARY KEY (room, person)
) STRICT, WITHOUT ROWID;

-- What can be booked. `pattern` is its parts with hands on and at rest, in minutes: "h20 r25 h10". It is read and
-- written whole, never searched. `before` and `after` keep the room and nobody's hands. The price is in minor units.
CREATE TABLE bookings_service (
    id         TEXT    PRIMARY KEY,
    position   INTEGER NOT NULL UNIQUE,
    name       TEXT    NOT NULL,
    colour     INTEGER NOT NULL CHECK (colour BETWEEN 1 AND 8),
    pattern    TEXT    NOT NULL CHECK (pattern GLOB '[hr][1-9]*'),
    before     INTEGER NOT NULL CHECK (before BETWEEN 0 AND 120),
    after      INTEGER NOT NULL CHECK (after BETWEEN 0 AND 120),
    price      INTEGER CHECK (price >= 0),
    currency   TEXT    NOT NULL CHECK (price IS NULL OR length(currency) = 3),
    retired    INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
    created_at INTEGER NOT NULL,
    created_by TEXT    NOT NULL REFERENCES people_person (id),
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL REFERENCES people_person (id),
    version    INTEGER NOT NULL DEFAULT 1
) STRICT;

-- The week somebody works, from a day on; of several that hold on a day, the one that began last counts. Somebody
-- without any can be booked at all times.
CREATE TABLE bookings_hours (
    id         TEXT    PRIMARY KEY,
    person     TEXT    NOT NULL REFERENCES people_person (id),
    since      TEXT    NOT NULL,
    until      TEXT CHECK (until >= since),
    created_at INTEGER NOT NULL,
    created_by TEXT    NOT NULL REFERENCES people_person (id),
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL REFERENCES people_person (id),
    version    INTEGER NOT NULL DEFAULT 1,
    UNIQUE (person, since)
) STRICT;

-- Its shifts, in minutes of the day; a break is what is between two of them. Weekday 1 is Monday, as in ISO 8601.
CREATE TABLE bookings_shift (
    hours       TEXT    NOT NULL REFERENCES bookings_hours (id) ON DELETE CASCADE,
    weekday     INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
    to_minute   INTEGER NOT NULL CHECK (to_minute > from_minute AND to_minute <= 1440),
    PRIMARY KEY (hours, weekday, from_minute)
) STRICT, WITHOUT ROWID;

-- Times in which nobody comes, on the clinic's wall ("2026-05-12T14:30"): somebody's time off, a room that is being
-- painted, or, naming neither, a holiday of the whole practice.
CREATE TABLE bookings_away (
    id         TEXT    PRIMARY KEY,
    person     TEXT REFERENCES people_person (id),
    room       TEXT REFERENCES bookings_room (id),
    begins     TEXT    NOT NULL,
    ends       TEXT    NOT NULL CHECK (ends > begins),
    reason     TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT    NOT NULL REFERENCES people_person (id),
    CHECK (person IS NULL OR room IS NULL)
) STRICT;
CREATE INDEX bookings_away_ends ON bookings_away (ends);

-- Visits that were booked together, so many days apart. Each is a booking of its own, and may be moved or cancelled alone.
CREATE TABLE bookings_series (
    id         TEXT    PRIMARY KEY,
    every      INTEGER NOT NULL CHECK (every BETWEEN 1 AND 366),
    created_at INTEGER NOT NULL,
    created_by TEXT    NOT NULL REFERENCES people_person (id)
) STRICT;

-- A time somebody was promised. What counts is the clinic's wall time and its zone; the instants are derived from them,
-- to compare and to find by. `from_at` and `to_at` are when the room is held. A time held for nobody has no client.
-- `company` is the booking of whoever they come together with. `despite` is why it was made though something stood in
-- the way. A booking that was taken back by undo stays as it was, and stands in nobody's way.
CREATE TABLE bookings_booking (
    id           TEXT    PRIMARY KEY,
    client       TEXT REFERENCES clients_client (id),
    practitioner TEXT    NOT NULL REFERENCES people_person (id),
    room         TEXT REFERENCES bookings_room (id),
    service      TEXT REFERENCES bookings_service (id),
    wall         TEXT    NOT NULL CHECK (wall GLOB '????-??-??T??:??'),
    zone         TEXT    NOT NULL,
    start_at     INTEGER NOT NULL,
    end_at       INTEGER NOT NULL CHECK (end_at > start_at),
    from_at      INTEGER NOT NULL CHECK (from_at <= start_at),
    to_at        INTEGER NOT NULL CHECK (to_at >= end_at),
    pattern      TEXT    NOT NULL CHECK (pattern GLOB '[hr][1-9]*'),
    company      TEXT REFERENCES bookings_booking (id),
    series       TEXT REFERENCES bookings_series (id),
    status       TEXT    NOT NULL DEFAULT 'booked' CHECK (status IN
        ('booked', 'confirmed', 'arrived', 'in_room', 'resting', 'done', 'no_show', 'cancelled', 'cancelled_late')),
    note         TEXT    NOT NULL,
    despite      TEXT,
    taken_back   INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1)),
    created_at   INTEGER NOT NULL,
    created_by   TEXT    NOT NULL REFERENCES people_person (id),
    updated_at   INTEGER NOT NULL,
    updated_by   TEXT    NOT NULL REFERENCES people_person (id),
    version      INTEGER NOT NULL DEFAULT 1
) STRICT;
-- A day of twenty years is found as quickly as one of one: everything that could overlap began less than a day before.
CREATE INDEX bookings_booking_from ON bookings_booking (from_at);
CREATE INDEX bookings_booking_wall ON bookings_booking (wall);
CREATE INDEX bookings_booking_series ON bookings_booking (series, start_at) WHERE series IS NOT NULL;
CREATE INDEX bookings_booking_client ON bookings_booking (client, start_at) WHERE client IS NOT NULL;

-- What became of a booking, step by step. A step that was taken back stays, with when.
CREATE TABLE bookings_step (
    booking       TEXT    NOT NULL REFERENCES bookings_booking (id),
    position      INTEGER NOT NULL CHECK (position >= 1),
    status        TEXT    NOT NULL CHECK (status IN
        ('booked', 'confirmed', 'arrived', 'in_room', 'resting', 'done', 'no_show', 'cancelled', 'cancelled_late')),
    at            INTEGER NOT NULL,
    by            TEXT    NOT NULL REFERENCES people_person (id),
    reason        TEXT    NOT NULL,
    fee           INTEGER NOT NULL DEFAULT 0 CHECK (fee IN (0, 1)),
    taken_back_at INTEGER,
    PRIMARY KEY (booking, position)
) STRICT, WITHOUT ROWID;

-- Which visits of a day have their note.
CREATE INDEX notes_note_visit_date ON notes_note (visit_date, client);
