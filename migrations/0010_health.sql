-- What is known of somebody's health, whole, as it stood after each saving. What was saved once is never edited: what it said
-- on any day stays to be read.
CREATE TABLE health_version (
    client   TEXT    NOT NULL REFERENCES clients_client (id),
    version  INTEGER NOT NULL CHECK (version >= 1),
    body     TEXT    NOT NULL CHECK (body <> ''),
    saved_at INTEGER NOT NULL,
    saved_by TEXT    NOT NULL REFERENCES people_person (id),
    PRIMARY KEY (client, version)
) STRICT;
CREATE TRIGGER health_version_is_never_edited BEFORE UPDATE OF version, body, saved_at, saved_by ON health_version
BEGIN SELECT RAISE(ABORT, 'what a health history said is never edited'); END;

-- That somebody went through all of it with the client, whether or not anything was changed.
CREATE TABLE health_review (
    id            TEXT    PRIMARY KEY,
    client        TEXT    NOT NULL REFERENCES clients_client (id),
    version       INTEGER NOT NULL,
    reviewed_at   INTEGER NOT NULL,
    reviewed_by   TEXT    NOT NULL REFERENCES people_person (id),
    taken_back_at INTEGER
) STRICT;
CREATE INDEX health_review_client ON health_review (client, reviewed_at);

-- Where hands are taken is read for everybody and a whole year at once, from here alone.
DROP INDEX bookings_booking_from;
CREATE INDEX bookings_booking_from ON bookings_booking
    (from_at, practitioner, start_at, pattern, status, taken_back, id);

-- A health history that is being typed is kept like every other form. SQLite cannot change a CHECK, so the drafts move into a
-- table that knows one more.
CREATE TABLE drafts_draft_wider (
    id       TEXT    PRIMARY KEY,
    person   TEXT    NOT NULL REFERENCES people_person (id),
    kind     TEXT    NOT NULL CHECK (kind IN
        ('new_client', 'edit_client', 'sheet', 'note', 'addendum', 'booking', 'correspondence', 'health_history')),
    subject  TEXT,
    label    TEXT    NOT NULL,
    body     TEXT    NOT NULL,
    started_at INTEGER NOT NULL,
    saved_at   INTEGER NOT NULL,
    closed_at  INTEGER,
    closed_because TEXT CHECK (closed_because IN ('author_left'))
) STRICT;
INSERT INTO drafts_draft_wider
    (id, person, kind, subject, label, body, started_at, saved_at, closed_at, closed_because)
SELECT id, person, kind, subject, label, body, started_at, saved_at, closed_at, closed_because FROM drafts_draft;
DROP TABLE drafts_draft;
ALTER TABLE drafts_draft_wider RENAME TO drafts_draft;
CREATE INDEX drafts_draft_person ON drafts_draft (person, saved_at);
CREATE INDEX drafts_draft_closed ON drafts_draft (subject) WHERE closed_at IS NOT NULL;
